/** People and workers who lost a provider, followed until they have another, or are gone. */
import { Employment, Service, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import type { AgentKind, Followed } from "./explanation.ts";
import { employerName, findLive, providerName, tableOf } from "./find.ts";

interface Open {
  readonly key: number;
  readonly since: number;
  /** Row of the provider that was lost, or that gave notice. */
  readonly from: number;
  without: number;
}

/** Follows clients: found again when another provider, or the council's money in their own hands, gives them care. */
export class FollowedPeople {
  private readonly open: Open[] = [];
  private readonly done: Followed[] = [];

  add(key: number, week: number, from: number): void {
    if (!this.open.some((each) => each.key === key)) this.open.push({ key, since: week, from, without: 0 });
  }

  /** At the end of a week. */
  look(world: World): void {
    for (const each of this.open.splice(0)) {
      const row = findLive(tableOf(world, "person"), each.key);
      const found = this.settle(world, each, row);
      if (found === undefined) this.open.push(each);
      else this.done.push(found);
    }
  }

  all(week: number): Followed[] {
    const waiting = this.open.map((each) => ended(each, week, "still waiting", ""));
    return [...this.done, ...waiting].sort((a, b) => a.since - b.since || a.key - b.key);
  }

  private settle(world: World, each: Open, row: number): Followed | undefined {
    const { week } = world;
    if (row < 0) return ended(each, week, "left care", "");
    const { stage, provider, service } = world.people.columns;
    const own = provider[row];
    if (own >= 0 && own !== each.from) return ended(each, week, "new provider", providerName(world, own));
    const hasOther = service[row] === Service.assistant || service[row] === Service.community;
    if (stage[row] === Stage.served && own < 0 && hasOther) return ended(each, week, "own way", "");
    if (stage[row] === Stage.gone || stage[row] === Stage.refused) return ended(each, week, "left care", "");
    // In the week itself care had come before the provider was lost.
    if (own < 0 && week > each.since) each.without += 1;
    return undefined;
  }
}

/** Follows workers of a provider that left. */
export class FollowedWorkers {
  private readonly open: Open[] = [];
  private readonly done: Followed[] = [];

  /** At the moment of leaving: `row` as it stands just after. */
  add(world: World, key: number, row: number): void {
    const each = { key, since: world.week, from: -1, without: 0 };
    if (world.workers.columns.employment[row] === Employment.provider) {
      this.done.push(ended(each, world.week, "taken on", employerName(world, row)));
    } else this.open.push(each);
  }

  look(world: World): void {
    for (const each of this.open.splice(0)) {
      const row = findLive(tableOf(world, "worker"), each.key);
      if (row < 0) this.done.push(ended(each, world.week, "left care", ""));
      else if (world.workers.columns.employment[row] === Employment.seeking) {
        if (world.week > each.since) each.without += 1;
        this.open.push(each);
      } else this.done.push(ended(each, world.week, "new care job", employerName(world, row)));
    }
  }

  all(week: number): Followed[] {
    const waiting = this.open.map((each) => ended(each, week, "still waiting", ""));
    return [...this.done, ...waiting].sort((a, b) => a.key - b.key);
  }
}

const ended = ({ key, since, without }: Open, week: number, outcome: Followed["outcome"], to: string): Followed => ({
  key,
  since,
  outcome,
  weeks: week - since,
  without,
  to,
});

/** Keys of everybody whose provider stands at a row. */
export function keysAt(world: World, kind: Exclude<AgentKind, "provider">, provider: number): number[] {
  const { keys, live, liveCount, columns } = tableOf(world, kind);
  const column = columns["provider"];
  const found: number[] = [];
  for (let index = 0; index < liveCount; index++) if (column[live[index]] === provider) found.push(keys[live[index]]);
  return found;
}
