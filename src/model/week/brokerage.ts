/**
 * Phase 4. Brokers place the packages that the council arranges: with framework agencies, some in the open market,
 * after a time at a spot price, or not yet. Most urgent first, ties by lot.
 */
import { categorical, orderQueue } from "../../kernel/index.ts";
import { distanceFactor } from "../rules/cost.ts";
import { qualityWeight } from "../rules/matching.ts";
import { reservePrice } from "../rules/price.ts";
import { avoidableHour } from "../world/agency-costs.ts";
import { Funding, isManaged, ProviderKind, Service, Source, Stage } from "../world/codes.ts";
import { worthOfHour } from "../world/contract.ts";
import { EventCause, EventKind } from "../world/events.ts";
import { awardLots } from "./lots.ts";
import { knownShareOf } from "../world/information.ts";
import { musterOf } from "./muster.ts";
import { countWaitingBuyers } from "./waiting-buyers.ts";
import { reservesAllButGone } from "../world/revenue.ts";
import type { World } from "../world/world.ts";
import { ALL, askAll, askOne, type Asking, listAgencies, OFF_FRAMEWORK, ON_FRAMEWORK } from "./asking.ts";
import { countChoice } from "./options.ts";
import { freeMinutes, place } from "./stock.ts";

/** Draws kept for a broker's first looks; the calls for a spot price come after them. */
const FIRST_LOOKS = 3;

export function brokerage(world: World): void {
  if (world.era.framework.lotsPerZone !== world.council.lotsPerZone) awardLots(world);
  countWaitingBuyers(world);
  countChoice(world);
  if (world.frozen.matching) return;
  const asking = listAgencies(world);
  const queue = world.scratch.looseInts("brokerageQueue", world.people.liveCount);
  const count = fillQueue(world, queue);
  for (let index = 0; index < count; index++) {
    const row = queue[index];
    if (holdsBack(world, row)) continue;
    countRefusals(world, row, placeOne(world, row, asking));
  }
}

function fillQueue(world: World, queue: Int32Array): number {
  const { people } = world;
  const { stage, source, queuedWeek, funding, noticeWeek } = people.columns;
  const urgency = world.scratch.looseFloats("brokerageUrgency", people.rows);
  const lot = world.scratch.looseFloats("brokerageLot", people.rows);
  const draws = world.draws["brokerage.order"];
  let count = 0;
  const { waiting, waitingCount } = musterOf(world);
  for (let index = 0; index < waitingCount; index++) {
    const row = waiting[index];
    const looking = stage[row] === Stage.seeking || (stage[row] === Stage.served && noticeWeek[row] > 0);
    if (!looking || !isManaged(funding[row])) continue;
    queue[count++] = row;
    urgency[row] = source[row] * 10_000 + queuedWeek[row];
    lot[row] = draws.bits(people.keys[row]);
  }
  orderQueue(queue, count, urgency, lot, people.keys);
  return count;
}

/** With reserves all but gone, some packages that are not urgent wait another week. */
function holdsBack(world: World, row: number): boolean {
  if (world.people.columns.source[row] < Source.community || !reservesAllButGone(world)) return false;
  return world.draws["brokerage.order"].uniform(world.people.keys[row], 1) < world.era.council.emergencyRounds;
}

/** Days in hospital of somebody who is placed after so many rounds: some for each refusal. */
function countRefusals({ people, era, tally }: World, row: number, rounds: number): void {
  if (people.columns.source[row] !== Source.discharge || rounds === 0) return;
  tally.delayedDays += (rounds - 1) * era.framework.refusalDays;
}

/** Tries to place one person; returns the round in which it worked, 0 where it did not. */
function placeOne(world: World, row: number, asking: Asking): number {
  const { people, tally } = world;
  const { service, funding } = people.columns;
  if (service[row] === Service.supportedLiving) return placeIn(world, row, ProviderKind.supportedLiving, asking);
  if (service[row] === Service.dayServices) return placeIn(world, row, ProviderKind.dayService, asking);
  if (funding[row] === Funding.shortTerm) {
    const own = world.draws["brokerage.open"].uniform(people.keys[row], 1) < world.era.framework.inHouseStartShare;
    if (own && placeIn(world, row, ProviderKind.inHouse, asking) > 0) return startShortTerm(world, row, 1);
  }
  const rounds = placeWithAgency(world, row, asking);
  if (rounds > 0) tally.placed += 1;
  return rounds > 0 && funding[row] === Funding.shortTerm ? startShortTerm(world, row, rounds) : rounds;
}

function startShortTerm(world: World, row: number, rounds: number): number {
  const { endWeek } = world.people.columns;
  if (endWeek[row] === 0) endWeek[row] = world.week + world.era.demand.shortTermWeeks;
  return rounds;
}

/**
 * Any provider of a kind with room, the roomier the likelier. One that is overdrawn takes nobody on, for whoever comes
 * must be cared for weeks before the council pays.
 */
function placeIn(world: World, row: number, kind: number, { others, otherCount }: Asking): number {
  const { providers, people, ledger } = world;
  const minutes = people.columns.assessed[row];
  const weights = world.scratch.floats("brokerageWeights", otherCount);
  let any = false;
  for (let index = 0; index < otherCount; index++) {
    const candidate = others[index];
    if (providers.columns.kind[candidate] !== kind) continue;
    if (kind !== ProviderKind.inHouse && ledger.balances[providers.columns.account[candidate]] < 0) continue;
    const free = freeMinutes(world, candidate);
    if (free < minutes) {
      providers.columns.declined[candidate] += minutes / 4;
      continue;
    }
    weights[index] = free;
    any = true;
  }
  if (!any) return 0;
  const chosen = categorical(world.draws["brokerage.pick"].uniform(people.keys[row]), weights, otherCount);
  place(world, row, others[chosen], minutes);
  return 1;
}

/** A few agencies are asked, on the framework or, for some packages, off it; then perhaps a spot price. */
function placeWithAgency(world: World, row: number, asking: Asking): number {
  const { people, era, events, tally, week } = world;
  const columns = people.columns;
  const key = people.keys[row];
  const zone = columns.zone[row];
  const draws = world.draws["brokerage.pick"];
  const open = world.draws["brokerage.open"].uniform(key) < era.framework.openShare;
  const list = open && askOne(asking, zone, OFF_FRAMEWORK, 0.5) >= 0 ? OFF_FRAMEWORK : ON_FRAMEWORK;
  const chooses = choosesSelf(world, row);
  if (chooses && chooseMember(world, row, asking)) return 1;
  const most = era.framework.brokerRounds;
  const looks = chooses ? 0 : LOOKS_PER_ROUND * most;
  const asked = world.scratch.ints("brokerageAsked", most);
  let refused = 0;
  for (let look = 1; look <= looks && refused < most; look++) {
    const candidate = askOne(
      asking,
      zone,
      list,
      draws.uniform(key, look <= FIRST_LOOKS ? look : FIRST_LATER_LOOK + look),
    );
    if (candidate < 0) break;
    if (candidate === columns.provider[row] || asked.subarray(0, refused).includes(candidate)) continue;
    if (accepts(world, row, candidate)) {
      placeUnderContract(world, row, candidate, 0);
      return refused + 1;
    }
    asked[refused++] = candidate;
    tally.refusals += 1;
  }
  const patience = columns.source[row] === Source.discharge ? 1 : era.framework.spotWeeks;
  if (week - columns.queuedWeek[row] >= patience && buySpot(world, row, asking)) return most + 1;
  const cause = EventCause["no capacity or price too low"];
  events.add(week, EventKind["package.refused"], key, columns.assessed[row], cause);
  return 0;
}

/** Looks for each agency that is not asked yet before it is left at fewer, and where the draws of later looks begin. */
const LOOKS_PER_ROUND = 3;
export const FIRST_LATER_LOOK = 16;

/** Gives a package to an agency at the fee; `willing` agencies were the person's to choose from, 0 for a broker's choice. */
function placeUnderContract(world: World, row: number, provider: number, willing: number): void {
  const { assessed, offered } = world.people.columns;
  place(world, row, provider, assessed[row]);
  offered[row] = willing;
}

/** Whether a package is one of those for which the person chooses. */
function choosesSelf({ era, draws, people }: World, row: number): boolean {
  const { choiceShare } = era.framework;
  return choiceShare > 0 && draws["brokerage.choice"].uniform(people.keys[row]) < choiceShare;
}

/**
 * The person is shown as many members as a broker would ask, by lot among those that the person has heard of, and chooses
 * by quality among the willing; how many hours they have nearby plays no part. Whether somebody has heard of an agency is
 * settled between the two for good. Tells whether one was willing.
 */
function chooseMember(world: World, row: number, asking: Asking): boolean {
  const { people, providers, events, tally, week } = world;
  const { zone, provider } = people.columns;
  const shown = showMembers(world, row, askAll(asking, zone[row], ON_FRAMEWORK), provider[row]);
  const weights = world.scratch.floats("memberWeights", shown.length);
  let willing = 0;
  for (let index = 0; index < shown.length; index++) {
    if (!accepts(world, row, shown[index])) {
      tally.refusals += 1;
      continue;
    }
    weights[index] = qualityWeight(world.era, providers.columns.quality[shown[index]]);
    willing += 1;
  }
  if (willing === 0) return false;
  const key = people.keys[row];
  const chosen = shown[categorical(world.draws["brokerage.choice"].uniform(key, 1), weights, shown.length)];
  tally.chosen += 1;
  events.add(week, EventKind["person.choseAgency"], key, willing, 0, providers.keys[chosen]);
  placeUnderContract(world, row, chosen, willing);
  return true;
}

/** The members of a list that a person is shown this week, but for the one that leaves. */
function showMembers(world: World, row: number, members: Int32Array, leaving: number): readonly number[] {
  const key = world.people.keys[row];
  const share = knownShareOf(world, row);
  const { keys } = world.providers;
  const known = world.draws["choice.known"];
  const shown: number[] = [];
  for (const member of members) {
    if (member !== leaving && known.uniform(key, keys[member]) < share) shown.push(member);
  }
  const lot = (member: number): number => world.draws["brokerage.choice"].bits(key, FIRST_MEMBER_DRAW + keys[member]);
  return shown.sort((a, b) => lot(a) - lot(b) || keys[a] - keys[b]).slice(0, world.era.framework.brokerRounds);
}
/** Draws of a person who chooses: whether, which, and from here on a lot for each member. */
const FIRST_MEMBER_DRAW = 16;

/**
 * An agency takes a package if it has the staff and what an hour is worth beats its reserve price. It looks for staff to
 * give what it declines for want of them, but not for what would cost it more than it brings.
 */
function accepts(world: World, row: number, candidate: number): boolean {
  const minutes = world.people.columns.assessed[row];
  const free = freeMinutes(world, candidate);
  const worth = worthOfHour(world, candidate);
  if (free >= minutes) return worth >= reserve(world, row, candidate, free);
  if (worth >= avoidableOf(world, row, candidate)) world.providers.columns.declined[candidate] += minutes;
  return false;
}

/** What an hour with a person costs an agency that it could spare, for where the person lives. */
function avoidableOf(world: World, row: number, candidate: number): number {
  const u = world.draws["providers.distance"].uniform(world.people.keys[row]);
  return distanceFactor(world.era, u) * avoidableHour(world, candidate);
}

function reserve(world: World, row: number, candidate: number, free: number): number {
  const { era, market, providers, people } = world;
  const { price } = providers.columns;
  const avoidable = avoidableOf(world, row, candidate);
  return reservePrice(era, avoidable, price[candidate], market.privateWaiting[people.columns.zone[row]], free);
}

/**
 * Outside the framework an agency asks the council what it asks anybody, its private price, and never less than the fee
 * or what the hours are worth to it elsewhere. The cheapest of a dozen who are rung up is taken, up to a cap.
 */
function buySpot(world: World, row: number, asking: Asking): boolean {
  const { providers, people, era, council, events, week } = world;
  const columns = people.columns;
  const key = people.keys[row];
  const cap = council.fee * era.framework.spotCap;
  const { price: prices } = providers.columns;
  let best = -1;
  let bestPrice = Infinity;
  for (let call = 0; call < SPOT_CALLS; call++) {
    const u = world.draws["brokerage.pick"].uniform(key, FIRST_LOOKS + 1 + call);
    const candidate = askOne(asking, columns.zone[row], ALL, u);
    if (candidate < 0 || candidate === columns.provider[row]) continue;
    const free = freeMinutes(world, candidate);
    if (free < columns.assessed[row]) continue;
    const asked = Math.max(council.fee, prices[candidate], reserve(world, row, candidate, free));
    if (asked >= bestPrice) continue;
    best = candidate;
    bestPrice = asked;
  }
  if (best < 0 || bestPrice > cap) return false;
  place(world, row, best, columns.assessed[row]);
  columns.spot[row] = 1;
  columns.rate[row] = bestPrice / council.fee;
  events.add(week, EventKind["package.spot"], key, bestPrice, 0, providers.keys[best]);
  return true;
}
/** Agencies that a broker rings up for a spot price: all that the draws between the first looks and the later ones allow. */
const SPOT_CALLS = 12;
