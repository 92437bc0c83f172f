/** Agencies give notice on packages that cost them too much, or whose time would earn more where people wait for it. */
import { orderQueue } from "../../kernel/index.ts";
import { distanceFactor } from "../rules/cost.ts";
import { reservePrice } from "../rules/price.ts";
import { avoidableHour } from "../world/agency-costs.ts";
import { paidFor, worthOfHour } from "../world/contract.ts";
import { isManaged, ProviderKind, Source, Stage } from "../world/codes.ts";
import { EventCause, EventKind } from "../world/events.ts";
import type { World } from "../world/world.ts";
import { freeMinutes } from "./stock.ts";

/** Weeks in half a year, over which a package is weighed by the unit of the lever. */
const HALF_YEAR_WEEKS = 26;

/**
 * Packages that lose more than their keep are given notice, those that lose most first, some of the book at a time. An
 * agency without time to spare counts in what the hour would earn with people who wait and would pay for it: but only
 * as many hours as are really waiting are cleared for them.
 */
export function handBack(world: World): void {
  const { people, providers: table, era, week } = world;
  const { turnedAway } = world.market;
  const { stage, provider, funding, noticeWeek, bought, zone } = people.columns;
  const { kind, booked } = table.columns;
  const allowed = world.scratch.floats("handBackMinutes", table.rows);
  const loss = world.scratch.looseFloats("handBackLoss", people.rows);
  const queue = world.scratch.looseInts("handBackQueue", people.liveCount);
  const avoidable = world.scratch.floats("handBackCost", table.rows);
  const worth = world.scratch.floats("handBackWorth", table.rows);
  const free = world.scratch.floats("handBackFree", table.rows);
  const dearest = world.scratch.floats("handBackDearest", table.rows);
  // What people who pay directly looked for this week with agencies that had no time.
  const wanted = world.scratch.looseFloats("handBackWanted", turnedAway.length);
  wanted.set(turnedAway);
  const mostWanted = Math.max(...turnedAway);
  for (let index = 0; index < table.liveCount; index++) {
    const row = table.live[index];
    if (kind[row] !== ProviderKind.agency) continue;
    allowed[row] = booked[row] * era.providers.handBackShare;
    avoidable[row] = avoidableHour(world, row);
    worth[row] = worthOfHour(world, row);
    free[row] = Math.max(0, freeMinutes(world, row));
    dearest[row] = dearestPackage(world, row, avoidable[row], mostWanted, free[row]);
  }
  let count = 0;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    const own = provider[row];
    if (own < 0 || allowed[own] <= 0 || noticeWeek[row] > 0) continue;
    if (stage[row] !== Stage.served || !isManaged(funding[row])) continue;
    const most = borne(world, row, worth[own]);
    if (dearest[own] <= most) continue;
    const lost = most - worthElsewhere(world, row, avoidable[own], wanted[zone[row]], free[own]);
    if (lost >= 0) continue;
    queue[count++] = row;
    loss[row] = lost;
  }
  orderQueue(queue, count, loss, loss, people.keys);
  for (let index = 0; index < count; index++) {
    const row = queue[index];
    const own = provider[row];
    if (allowed[own] <= 0) continue;
    const most = borne(world, row, worth[own]);
    const cost = costOfPackage(world, row, avoidable[own]);
    const costly = cost > most;
    if (!costly) {
      if (wanted[zone[row]] <= 0) continue;
      wanted[zone[row]] -= bought[row];
    }
    allowed[own] -= bought[row];
    const cause = costly ? EventCause["price below avoidable cost"] : EventCause["others wait to pay more"];
    giveNotice(world, row, week + era.providers.noticeWeeks, costly ? cost : most - loss[row], cause);
  }
}

/** The most that an hour of a package may cost before half a year of it loses too much, pence. */
const borne = (world: World, row: number, worth: number): number =>
  paidFor(world, row, worth) * (1 + world.era.providers.handBackLossWeeks / HALF_YEAR_WEEKS);

/** An hour of one person's care, pence: the agency's avoidable cost, and how far off the person lives. */
const costOfPackage = (world: World, row: number, avoidable: number): number =>
  avoidable * distanceFactor(world.era, world.draws["providers.distance"].uniform(world.people.keys[row]));

/** The same with what the hour would earn with those who still want it, as when a package is first weighed. */
function worthElsewhere(world: World, row: number, avoidable: number, wanted: number, free: number): number {
  const { provider } = world.people.columns;
  const price = world.providers.columns.price[provider[row]];
  return reservePrice(world.era, costOfPackage(world, row, avoidable), price, wanted, free);
}

/** No package of the agency is dearer than this, wherever the person lives: most agencies need look no further. */
function dearestPackage(world: World, row: number, avoidable: number, mostWanted: number, free: number): number {
  const { era, providers } = world;
  const { nearest, farthest } = era.providers;
  const nearby = reservePrice(era, avoidable * nearest, providers.columns.price[row], mostWanted, free);
  return nearby + avoidable * (farthest - nearest);
}

/** The person stays until the notice ends, and meanwhile is offered round like anybody who lost a provider. */
function giveNotice(world: World, row: number, until: number, cost: number, cause: number): void {
  const { people, providers: table, events, tally, week } = world;
  const { noticeWeek, source, queuedWeek, provider } = people.columns;
  noticeWeek[row] = until;
  source[row] = Source.replacement;
  queuedWeek[row] = week;
  tally.handBacks += 1;
  const lost = cost - paidFor(world, row, worthOfHour(world, provider[row]));
  events.add(week, EventKind["package.handedBack"], people.keys[row], lost, cause, table.keys[provider[row]]);
}
