/** Agencies give notice on packages that cost them too much. */
import { orderQueue } from "../../kernel/index.ts";
import { distanceFactor } from "../rules/cost.ts";
import { avoidableHour } from "../world/agency-costs.ts";
import { worthOfHour } from "../world/contract.ts";
import { isManaged, ProviderKind, Source, Stage } from "../world/codes.ts";
import { EventCause, EventKind } from "../world/events.ts";
import type { World } from "../world/world.ts";

/** Weeks in half a year, over which a package is weighed. */
const HALF_YEAR_WEEKS = 26;

/** Packages that lose more than their keep are given notice, those that lose most first, some of the book at a time. */
export function handBack(world: World): void {
  const { people, providers: table, era, week } = world;
  const { stage, provider, funding, noticeWeek, bought } = people.columns;
  const { kind, booked } = table.columns;
  const allowed = world.scratch.floats("handBackMinutes", table.rows);
  const loss = world.scratch.looseFloats("handBackLoss", people.rows);
  const queue = world.scratch.looseInts("handBackQueue", people.liveCount);
  const avoidable = world.scratch.floats("handBackCost", table.rows);
  const worth = world.scratch.floats("handBackWorth", table.rows);
  for (let index = 0; index < table.liveCount; index++) {
    const row = table.live[index];
    if (kind[row] !== ProviderKind.agency) continue;
    allowed[row] = booked[row] * era.providers.handBackShare;
    avoidable[row] = avoidableHour(world, row);
    worth[row] = worthOfHour(world, row);
  }
  let count = 0;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    const own = provider[row];
    if (own < 0 || allowed[own] <= 0 || noticeWeek[row] > 0) continue;
    if (stage[row] !== Stage.served || !isManaged(funding[row])) continue;
    const lost = -excessOverPatience(world, row, avoidable[own], worth[own]);
    if (lost >= 0) continue;
    queue[count++] = row;
    loss[row] = lost;
  }
  orderQueue(queue, count, loss, loss, people.keys);
  for (let index = 0; index < count; index++) {
    const row = queue[index];
    const own = provider[row];
    if (allowed[own] <= 0) continue;
    allowed[own] -= bought[row];
    giveNotice(world, row, week + era.providers.noticeWeeks, avoidable[own]);
  }
}

/** What a package costs beyond what its agency will bear for half a year, pence an hour; negative where it bears it. */
function excessOverPatience(world: World, row: number, avoidable: number, worth: number): number {
  const { council, era, people } = world;
  const { rate } = people.columns;
  const patience = 1 + era.providers.handBackLossWeeks / HALF_YEAR_WEEKS;
  const fee = rate[row] > 0 ? council.fee * rate[row] : worth;
  return costOfPackage(world, row, avoidable) - fee * patience;
}

/** An hour of one person's care, pence: the agency's avoidable cost, and how far off the person lives. */
const costOfPackage = (world: World, row: number, avoidable: number): number =>
  avoidable * distanceFactor(world.draws["providers.distance"].uniform(world.people.keys[row]));

/** The person stays until the notice ends, and meanwhile is offered round like anybody who lost a provider. */
function giveNotice(world: World, row: number, until: number, avoidable: number): void {
  const { people, providers: table, events, tally, week } = world;
  const { noticeWeek, source, queuedWeek, provider } = people.columns;
  noticeWeek[row] = until;
  source[row] = Source.replacement;
  queuedWeek[row] = week;
  tally.handBacks += 1;
  const lost = costOfPackage(world, row, avoidable) - worthOfHour(world, provider[row]);
  const cause = EventCause["price below avoidable cost"];
  events.add(week, EventKind["package.handedBack"], people.keys[row], lost, cause, table.keys[provider[row]]);
}
