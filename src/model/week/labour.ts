/** Phase 6. Workers quit, move, look and are hired; agencies with empty posts and money to spare raise their offer. */
import {
  categorical,
  orderQueue,
  exp,
  laterKey,
  listTurns,
  paceOfTurn,
  poisson,
  pow,
  roundStochastic,
  TURN_WEEKS,
  WEEKS_PER_YEAR,
} from "../../kernel/index.ts";
import type { Era } from "../levers/index.ts";
import { unpaidTravel } from "../rules/cost.ts";
import { HALF_YEAR, TWO_MONTHS } from "../rules/smoothing.ts";
import { Employment, ProviderKind, WorkerCause } from "../world/codes.ts";
import { EventCause, EventKind } from "../world/events.ts";
import { membersOf } from "../world/founding-providers.ts";
import { addWorker, joinProvider, leaveJob, noteAssistantLeaves } from "../world/hiring.ts";
import { warn, type World } from "../world/world.ts";

/** A job is new for half a year, by the definition of the lever. */
const NEW_WEEKS = 26;
/**
 * Unpaid travel over contact time that quitting is measured from: 65 % of 0.195 (E2-036, E4-031). An origin, not a
 * judgement: what it is less or more, the usual rates of quitting are.
 */
const USUAL_UNPAID = 0.127;

export function labour(world: World): void {
  meanPay(world);
  setPosts(world);
  if (world.frozen.matching) return;
  quit(world);
  arrive(world);
  hire(world);
  world.workers.sweep(goneFlags(world));
  if (!world.frozen.prices && world.week % 13 === 0) raiseOffers(world);
}

/** Mean pay of agencies' workers: what a worker can get elsewhere in care. */
function meanPay(world: World): void {
  const { providers, market } = world;
  const { kind, wage, workers } = providers.columns;
  let pay = 0;
  let count = 0;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (kind[row] !== ProviderKind.agency) continue;
    pay += wage[row] * workers[row];
    count += workers[row];
  }
  if (count > 0) market.meanWage = pay / count;
}

/** Contact minutes a worker of usual hours gives in a week. */
const contactMinutes = (era: Era, travel: number): number =>
  (era.labour.usualHours * 60 * era.labour.attendance) / (1 + travel);

/** Posts follow the hours agreed and part of those declined for want of staff. */
function setPosts(world: World): void {
  const { providers, era } = world;
  const columns = providers.columns;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    const { booked, spared, declined, posts, workers, vacancy, travel } = columns;
    declined[row] *= 1 - TWO_MONTHS;
    const wanted =
      ((booked[row] - spared[row] + declined[row] * TWO_MONTHS) * era.labour.postsRatio) /
      contactMinutes(era, travel[row]);
    posts[row] = columns.kind[row] === ProviderKind.micro ? Math.min(wanted, era.providers.microMost) : wanted;
    const open = wanted > 0 ? Math.max(0, posts[row] - workers[row]) / wanted : 0;
    vacancy[row] += (open - vacancy[row]) * HALF_YEAR;
    columns.churn[row] *= 1 - HALF_YEAR;
  }
}

/** At each turn two rival hazards, moving within care and leaving it, are settled by one draw; by provider, then by tenure. */
function quit(world: World): void {
  const { workers, providers, era, tally, week } = world;
  const move = world.scratch.floats("moveHazard", providers.rows);
  const both = world.scratch.floats("quitHazard", providers.rows);
  let most = setHazards(world, move, both) * era.labour.newStarterRatio;
  const assistantQuit = (era.directPayment.assistantQuitPerYear * TURN_WEEKS) / WEEKS_PER_YEAR;
  const dropOut = paceOfTurn(era.labour.dropOut);
  most = Math.max(most, assistantQuit, dropOut);
  const { employment, provider, startedWeek, turn, fromCare } = workers.columns;
  const draws = world.draws["labour.quit"];
  const onTurn = world.scratch.looseInts("workersOnTurn", workers.liveCount);
  const count = listTurns(workers.live, workers.liveCount, turn, week, onTurn);
  for (let index = 0; index < count; index++) {
    const row = onTurn[index];
    const u = draws.uniform(workers.keys[row]);
    if (u >= most) continue;
    if (employment[row] === Employment.provider) {
      const own = provider[row];
      const tenure = week - startedWeek[row] < NEW_WEEKS ? era.labour.newStarterRatio : 1;
      if (u >= both[own] * tenure) continue;
      const moves = u < move[own] * tenure;
      if (moves) tally.movesWithinCare += 1;
      else tally.leaversFromCare += 1;
      noteLeaver(world, own);
      leaveJob(world, row, moves ? Employment.seeking : Employment.gone);
    } else if (employment[row] === Employment.person) {
      if (u >= assistantQuit) continue;
      tally.assistantLeavers += 1;
      noteAssistantLeaves(world, row, EventCause["assistant quit"]);
      leaveJob(world, row, u < assistantQuit / 2 ? Employment.seeking : Employment.gone);
    } else if (u < dropOut && employment[row] === Employment.seeking) {
      tally.leaversFromCare += fromCare[row];
      employment[row] = Employment.gone;
    }
  }
}

/** A provider loses a worker: its churn rises, and an agency's loss counts as turnover. */
export function noteLeaver({ providers, tally }: World, row: number): void {
  const { kind, workers, churn } = providers.columns;
  if (kind[row] === ProviderKind.agency) tally.careWorkerLeavers += 1;
  churn[row] += (HALF_YEAR * WEEKS_PER_YEAR) / Math.max(workers[row], 1);
}

/** Hazards of four weeks for each provider's workers; returns the largest sum. */
function setHazards(world: World, move: Float64Array, both: Float64Array): number {
  const { providers, market, era } = world;
  const { wage, zeroHours, overtime, travel, withheld } = providers.columns;
  const rules = era.labour;
  const perWeek = rules.movePerWeek * placesToGo(world);
  let most = 0;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    const unpaid = unpaidTravel(era, travel[row], withheld[row]) - USUAL_UNPAID;
    const strain = exp(
      rules.zeroHoursEffect * (zeroHours[row] - 0.5) +
        rules.overtimeEffect * overtime[row] +
        rules.unpaidTravelEffect * unpaid,
    );
    const own = Math.max(wage[row], 1);
    move[row] = TURN_WEEKS * perWeek * pow(own / Math.max(market.meanWage, 1), -rules.moveElasticity) * strain;
    const outside = Math.max(market.outsideWage * rules.parOutside, 1);
    const leave = TURN_WEEKS * rules.leavePerWeek * pow(own / outside, -rules.leaveElasticity) * strain;
    both[row] = move[row] + leave;
    most = Math.max(most, both[row]);
  }
  return most;
}

/** How many agencies have council work to move between, over those of the start, to the power of the lever. */
function placesToGo(world: World): number {
  const { churnByAgencies } = world.era.labour;
  if (churnByAgencies === 0) return 1;
  return pow(Math.max(membersOf(world), 1) / Math.max(world.market.openingMembers, 1), churnByAgencies);
}

/** Bounds that no usual run meets: care pay cannot draw in more than this many times as many as at the start, nor more than a week has keys for. */
const MOST_PULL = 20;
const MOST_ARRIVALS = 30_000;

/** People from outside care look for a care job, the more the better care pays against other work. */
function arrive(world: World): void {
  const { era, market, week } = world;
  const ratio = market.meanWage / Math.max(market.outsideWage, 1) / market.openingWageRatio;
  const pull = pow(ratio, era.labour.seekerElasticity);
  const usual = era.labour.seekersFromOutside * era.size.scale;
  const mean = Math.min(usual * Math.min(pull, MOST_PULL), MOST_ARRIVALS);
  if (mean < usual * pull) {
    warn(world, `New job-seekers were held at ${MOST_PULL} times the usual, or ${MOST_ARRIVALS} a week`);
  }
  const count = poisson(world.draws["labour.arrivals"].uniform(0), mean);
  for (let index = 0; index < count; index++) {
    addWorker(world, laterKey(week, WorkerCause.seeker, index), world.draws["founding.worker"]);
  }
}

/** Seekers and vacancies meet; better offers and more empty posts meet more of them. */
function hire(world: World): void {
  const { workers, providers, era, market, tally } = world;
  const weights = world.scratch.floats("hireWeights", providers.rows);
  const { posts, workers: staff, wage, kind } = providers.columns;
  let vacancies = 0;
  let weightSum = 0;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    const open = Math.max(0, posts[row] - staff[row]);
    vacancies += open;
    const offer = kind[row] === ProviderKind.agency ? wage[row] / Math.max(market.meanWage, 1) : 1;
    weights[index] = open > 0 ? open * offer : 0;
    weightSum += weights[index];
  }
  const seekers = world.scratch.looseInts("seekers", workers.liveCount);
  const lot = world.scratch.looseFloats("seekerLot", workers.rows);
  const count = gatherSeekers(world, seekers, lot);
  const expected = Math.min(count, vacancies, era.labour.matching * Math.sqrt(count * vacancies));
  const hires = Math.min(count, roundStochastic(world.draws["labour.hires"].uniform(0), expected));
  const pick = world.draws["labour.pick"];
  for (let index = 0; index < hires && weightSum > 1e-9; index++) {
    const row = seekers[index];
    const chosen = categorical(pick.uniform(workers.keys[row]), weights, providers.liveCount);
    tally.hires += 1;
    tally.hiresFromCare += workers.columns.fromCare[row];
    const employer = providers.live[chosen];
    const open = posts[employer] - staff[employer];
    joinProvider(world, row, employer);
    const filled = open > 1 ? weights[chosen] / open : weights[chosen];
    weights[chosen] -= filled;
    weightSum -= filled;
  }
}

/** Everybody who looks, in an order settled by lot. */
function gatherSeekers(world: World, seekers: Int32Array, lot: Float64Array): number {
  const { workers } = world;
  const { employment } = workers.columns;
  const pick = world.draws["labour.pick"];
  let count = 0;
  for (let index = 0; index < workers.liveCount; index++) {
    const row = workers.live[index];
    if (employment[row] !== Employment.seeking) continue;
    seekers[count++] = row;
    lot[row] = pick.bits(workers.keys[row], 1);
  }
  orderQueue(seekers, count, lot, lot, workers.keys);
  return count;
}

function goneFlags(world: World): Uint8Array {
  const { workers } = world;
  const { employment, account } = workers.columns;
  const gone = world.scratch.bytes("workersGone", workers.rows);
  for (let index = 0; index < workers.liveCount; index++) {
    const row = workers.live[index];
    if (employment[row] !== Employment.gone) continue;
    gone[row] = 1;
    world.ledger.close(account[row]);
  }
  return gone;
}

/**
 * An agency of some size whose posts stay empty more than others' raises its offer, if its margin allows. What all lack
 * excuses nobody: others count no further than to where vacancies bite, so that in a general shortage all raise.
 */
function raiseOffers(world: World): void {
  const { providers, era, events, week } = world;
  const { kind, vacancy, workers, wage } = providers.columns;
  const { offerVacancy, offerAboveMarket, offerFewestWorkers, offerMargin, vacancyRise } = era.labour;
  const least = Math.max(offerVacancy, Math.min(offerVacancy, meanVacancy(world)) + offerAboveMarket);
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (kind[row] !== ProviderKind.agency || workers[row] < offerFewestWorkers) continue;
    if (vacancy[row] <= least || marginOf(world, row) <= offerMargin || vacancyRise === 0) continue;
    wage[row] *= 1 + vacancyRise;
    events.add(week, EventKind["provider.raisedOffer"], providers.keys[row], wage[row]);
  }
}

/** Unfilled over wanted posts of all agencies. */
function meanVacancy(world: World): number {
  const { providers } = world;
  const { kind, posts, workers } = providers.columns;
  let wanted = 0;
  let open = 0;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (kind[row] !== ProviderKind.agency) continue;
    wanted += posts[row];
    open += Math.max(0, posts[row] - workers[row]);
  }
  return wanted > 0 ? open / wanted : 0;
}

/** Half-year margin over revenue; 0 before there is revenue. */
export function marginOf(world: World, row: number): number {
  const { revenueMean, costMean } = world.providers.columns;
  return revenueMean[row] > 0 ? 1 - costMean[row] / revenueMean[row] : 0;
}
