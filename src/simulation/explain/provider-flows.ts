/** Who came to a provider and who went, and why, seen from the phase in which it happened. */
import { isBuyer } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { findLive, tableOf } from "./find.ts";
import { keysAt } from "./followed.ts";
import type { ProviderState } from "./provider-state.ts";

/** Clients and workers by how they came or went. */
export const FLOWS = [
  "placed by the council",
  "chose it",
  "came along when it opened",
  "left care",
  "went into hospital",
  "re-placed by the council",
  "changed route or service at a review",
  "chose to leave",
  "followed somebody to a new agency",
  "lost when a notice ran out",
  "hired",
  "came from closing providers",
  "quit",
] as const;
export type Flow = (typeof FLOWS)[number];

export type Flows = Record<Flow, number>;
/** One week as it ended, and who came and went in it. */
export interface ProviderWeek {
  readonly state: ProviderState;
  readonly flows: Flows;
  /** Minutes agreed when the week's care was given, and what was given of them; both 0 before it opened. */
  readonly agreed: number;
  readonly given: number;
}

/** Clients, the care agreed with them, minutes a week, and what of it individuals buy. */
interface Book {
  readonly clients: number;
  readonly minutes: number;
  readonly individual: number;
}

export const noFlows = (): Flows => Object.fromEntries(FLOWS.map((name) => [name, 0])) as Flows;

const CLIENTS_MOVE: readonly string[] = ["needs", "assessment", "brokerage", "choice", "providers"];
const WORKERS_MOVE: readonly string[] = ["labour", "providers"];

export class ProviderFlows {
  /** By recorded or burn-in week, what happened in it. */
  week = noFlows();
  clients: readonly number[] = [];
  workers: readonly number[] = [];

  /** Forgets the week before. */
  begin(): void {
    this.week = noFlows();
  }

  /** Before providers take stock: counts those whose notice runs out now, and says what they take along. */
  endNotices({ people, week }: World, row: number): Book {
    const { live, liveCount, keys, columns } = people;
    const { provider, noticeWeek, bought, funding, service } = columns;
    const lost = new Set<number>();
    let [minutes, individual] = [0, 0];
    for (let index = 0; index < liveCount; index++) {
      const person = live[index];
      if (provider[person] !== row || noticeWeek[person] === 0 || week < noticeWeek[person]) continue;
      lost.add(keys[person]);
      minutes += bought[person];
      if (isBuyer(funding[person], service[person])) individual += bought[person];
    }
    this.week["lost when a notice ran out"] += lost.size;
    this.clients = this.clients.filter((key) => !lost.has(key));
    return { clients: lost.size, minutes, individual };
  }

  /** Counts what a phase changed; `isGone` where the provider has left in it, when all who were there lose it. */
  after(phase: string, world: World, row: number, isNew: boolean, isGone: boolean): void {
    if (isNew || CLIENTS_MOVE.includes(phase)) {
      const now = keysAt(world, "person", row);
      if (!isGone) this.countClients(phase, world, now, isNew);
      this.clients = now;
    }
    if (!isNew && !WORKERS_MOVE.includes(phase)) return;
    const now = keysAt(world, "worker", row);
    if (!isGone && !isNew) this.countWorkers(phase, now);
    this.workers = now;
  }

  private countClients(phase: string, world: World, now: readonly number[], isNew: boolean): void {
    const [before, after] = [new Set(this.clients), new Set(now)];
    for (const key of now) {
      if (before.has(key)) continue;
      if (isNew || phase === "providers") this.week["came along when it opened"] += 1;
      else this.week[phase === "choice" ? "chose it" : "placed by the council"] += 1;
    }
    for (const key of this.clients) if (!after.has(key)) this.week[this.reason(phase, world, key)] += 1;
  }

  private reason(phase: string, world: World, key: number): Flow {
    const row = findLive(tableOf(world, "person"), key);
    if (phase === "needs") return row < 0 ? "left care" : "went into hospital";
    if (phase === "assessment") return "changed route or service at a review";
    if (phase === "brokerage") return "re-placed by the council";
    if (phase === "choice") return "chose to leave";
    const hasOther = row >= 0 && world.people.columns.provider[row] >= 0;
    return hasOther ? "followed somebody to a new agency" : "lost when a notice ran out";
  }

  private countWorkers(phase: string, now: readonly number[]): void {
    const [before, after] = [new Set(this.workers), new Set(now)];
    const came = now.filter((key) => !before.has(key)).length;
    const went = this.workers.filter((key) => !after.has(key)).length;
    this.week[phase === "labour" ? "hired" : "came from closing providers"] += came;
    this.week["quit"] += went;
  }
}

/** Sum of several weeks. */
export function sumOfFlows(weeks: readonly Flows[]): Flows {
  const sum = noFlows();
  for (const week of weeks) for (const name of FLOWS) sum[name] += week[name];
  return sum;
}
