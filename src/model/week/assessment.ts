/** Phase 3. Staff assess whom they can, most urgent first; what hours are left go to reviews. */
import { lognormal, orderQueue } from "../../kernel/index.ts";
import { BAND_FACTOR, directPaymentChance } from "../rules/route.ts";
import { freeBank } from "../world/bank.ts";
import { Funding, isManaged, Service, Source, Stage } from "../world/codes.ts";
import { EventCause, EventKind } from "../world/events.ts";
import { assistantsWanted, reviewInterval } from "../world/founding-people.ts";
import { inQuarterHours, medianOfMean, PLACE_SPREAD, setNeed } from "../world/traits.ts";
import { musterOf } from "./muster.ts";
import { staffInPost } from "../world/spending.ts";
import type { World } from "../world/world.ts";
import { rebook } from "./stock.ts";
import { hearAppeals, readStatements } from "./sufficiency.ts";

export function assessment(world: World): void {
  const { council, era } = world;
  if (world.frozen.matching) return;
  const hours = staffInPost(world) * era.assessment.caseHoursPerPost + council.hoursLeft;
  const afterAssessing = assess(world, hours);
  const left = review(world, hearAppeals(world, readStatements(world, afterAssessing)));
  council.hoursLeft = Math.min(left, era.assessment.assessmentHours * 2);
}

/** Works through the queue; returns the staff hours that are left. */
function assess(world: World, available: number): number {
  const { people, era, week, tally } = world;
  const { stage, source, queuedWeek } = people.columns;
  const queue = world.scratch.looseInts("assessmentQueue", people.liveCount);
  const urgency = world.scratch.looseFloats("assessmentUrgency", people.rows);
  const lot = world.scratch.looseFloats("assessmentLot", people.rows);
  const draws = world.draws["assessment.order"];
  let count = 0;
  const { waiting, waitingCount } = musterOf(world);
  for (let index = 0; index < waitingCount; index++) {
    const row = waiting[index];
    if (stage[row] !== Stage.assessment) continue;
    const urgent = source[row] <= Source.crisis;
    const elapsed = urgent ? era.assessment.urgentElapsedWeeks : era.assessment.elapsedWeeks;
    if (week - queuedWeek[row] < elapsed) continue;
    queue[count++] = row;
    urgency[row] = source[row] * 10_000 + queuedWeek[row];
    lot[row] = draws.bits(people.keys[row]);
  }
  orderQueue(queue, count, urgency, lot, people.keys);
  let hours = available;
  for (let index = 0; index < count && hours > 0; index++) {
    const row = queue[index];
    hours -= era.assessment.assessmentHours;
    tally.assessed += 1;
    tally.assessmentWeeks += week - queuedWeek[row];
    hours -= decide(world, row);
  }
  return hours;
}

/** Eligibility, means test, route and budget; returns the hours of planning that follow. */
function decide(world: World, row: number): number {
  const { people, era, events, week } = world;
  const columns = people.columns;
  const selfFunded = columns.funding[row] === Funding.selfFunded;
  if (!isEligible(world, row)) {
    events.add(
      week,
      EventKind["person.ineligible"],
      people.keys[row],
      columns.need[row],
      EventCause["need below the threshold"],
    );
    columns.stage[row] = Stage.gone;
    return 0;
  }
  columns.assessed[row] = inQuarterHours(columns.need[row]);
  columns.reviewWeek[row] = week;
  columns.stage[row] = Stage.seeking;
  columns.queuedWeek[row] = week;
  if (selfFunded) {
    columns.service[row] = Service.homeCare;
    events.add(week, EventKind["person.route"], people.keys[row], Funding.selfFunded, EventCause["self-funded"]);
    return 0;
  }
  return era.assessment.planHours + chooseRoute(world, row);
}

/** Whether a person's place among the assessed is above the council's threshold. */
function isEligible(world: World, row: number): boolean {
  const { group, rank } = world.people.columns;
  const { assessment: rules } = world.era;
  const share = rules.eligibleShare[group[row]] * BAND_FACTOR[rules.threshold] * world.council.eligibility;
  return rank[row] > 1 - Math.min(1, share);
}

/** Where a person stands among the eligible at the usual band: 0 least in need, 1 most. */
function placeAmongEligible(world: World, row: number): number {
  const { group, rank } = world.people.columns;
  const share = world.era.assessment.eligibleShare[group[row]];
  return share > 0 ? Math.min(1, Math.max(0, (rank[row] - (1 - share)) / share)) : 0;
}

function chooseRoute(world: World, row: number): number {
  const { people, era, council, market, events, week } = world;
  const columns = people.columns;
  const key = people.keys[row];
  const own = columns.group[row];
  const inCrisis = columns.source[row] <= Source.crisis;
  const chance = directPaymentChance(
    era,
    own,
    inCrisis,
    inCrisis ? columns.capacity[row] / 2 : columns.capacity[row],
    columns.need[row] / (era.demand.homeCareHours[own] * 60),
    council.directPaymentRate[own] / Math.max(market.meanPrice, 1),
    era.route.directPaymentPush + council.push,
  );
  if (world.draws["assessment.route"].uniform(key) < chance) {
    takeDirectPayment(world, row);
    events.add(week, EventKind["person.route"], key, Funding.directPayment, EventCause["direct payment"]);
    world.tally.extraPlanHours += era.assessment.directPaymentExtraHours;
    return era.assessment.directPaymentExtraHours;
  }
  const budgeted = world.draws["assessment.budget"].uniform(key) < era.route.personalBudgetShare;
  columns.funding[row] = budgeted ? Funding.managedBudget : Funding.managedWithoutBudget;
  const cause = budgeted ? EventCause["managed budget"] : EventCause["managed without a budget"];
  events.add(week, EventKind["person.route"], key, columns.funding[row], cause);
  const u = world.draws["assessment.service"].uniform(key);
  const supported = era.route.supportedLivingShare[own];
  if (u < supported) arrange(world, row, Service.supportedLiving, era.demand.supportedLivingHours * 60);
  // Day and other services go mostly to the least in need: twice the mean share to them, none to the most in need.
  else if (u < supported + 2 * (1 - placeAmongEligible(world, row)) * era.route.dayShare[own]) {
    arrange(world, row, Service.dayServices, era.demand.dayHours * 60);
  } else columns.service[row] = Service.homeCare;
  return 0;
}

/** Supported living and day services come in places of like size; a person's place varies by a tenth. */
function arrange(world: World, row: number, service: number, meanMinutes: number): void {
  const { people } = world;
  const u = world.draws["assessment.service"].uniform(people.keys[row], 1);
  people.columns.service[row] = service;
  const minutes = lognormal(u, medianOfMean(meanMinutes, PLACE_SPREAD), PLACE_SPREAD);
  people.columns.assessed[row] = inQuarterHours(minutes);
  setNeed(world, row, Math.max(minutes, 15));
}

/** Coverage of directories under which holders use community options as often as they were seen to (assumption 0.5–0.85). */
const USUAL_COVERAGE = 0.7;

/** What a direct payment will be spent on; the indicative budget's error stays in the final one in part. */
function takeDirectPayment(world: World, row: number): void {
  const { people, era } = world;
  const columns = people.columns;
  const key = people.keys[row];
  const own = columns.group[row];
  const { assistantShare, communityShare, knownShare } = era.directPayment;
  columns.funding[row] = Funding.directPayment;
  const u = world.draws["assessment.service"].uniform(key);
  const error = lognormal(
    world.draws["assessment.indicative"].uniform(key),
    1,
    Math.max(era.assessment.indicativeBudgetError, 1e-9),
  );
  columns.raised[row] = 0;
  columns.budgetRatio[row] = 1 + era.assessment.indicativeBudgetWeight * (error - 1);
  if (u < assistantShare[own]) {
    columns.service[row] = Service.assistant;
    columns.stage[row] = Stage.served;
    columns.assistantsWanted[row] = assistantsWanted(world.draws["assessment.service"].uniform(key, 1));
    return;
  }
  const community = u < assistantShare[own] + communityShare[own] * (knownShare / USUAL_COVERAGE);
  columns.service[row] = community ? Service.community : Service.homeCare;
  if (community) columns.stage[row] = Stage.served;
}

/** Among those whose turn it is, reviews who has waited longest past the date, as far as hours go; returns what is left. */
function review(world: World, available: number): number {
  const { people, era, week, tally } = world;
  const hoursEach = era.assessment.reviewHours;
  const most = Math.floor(available / hoursEach);
  const interval = reviewInterval(era);
  const { stage, reviewWeek, funding } = people.columns;
  const queue = world.scratch.looseInts("reviewQueue", people.liveCount);
  const since = world.scratch.looseFloats("reviewSince", people.rows);
  const lot = world.scratch.looseFloats("reviewLot", people.rows);
  const draws = world.draws["assessment.order"];
  let count = 0;
  if (most <= 0) return available;
  const { onTurn, onTurnCount } = musterOf(world);
  for (let index = 0; index < onTurnCount; index++) {
    const row = onTurn[index];
    if (week - reviewWeek[row] < interval || stage[row] !== Stage.served) continue;
    if (!isManaged(funding[row]) && funding[row] !== Funding.directPayment) continue;
    if (funding[row] === Funding.shortTerm) continue;
    queue[count++] = row;
    since[row] = reviewWeek[row];
    lot[row] = draws.bits(people.keys[row]);
  }
  orderQueue(queue, count, since, lot, people.keys);
  const done = Math.min(count, most);
  for (let index = 0; index < done; index++) reviewPerson(world, queue[index]);
  tally.reviews += done;
  return available - done * hoursEach;
}

/** Weeks of spare time that a person may keep in the bank beyond a review (assumption 4–13). */
const BANK_KEPT_WEEKS = 8;

/** What a person has banked and leaves unused goes to others of the same agency. */
function reviewBank(world: World, row: number): void {
  const { people, providers, era, events, week } = world;
  const { banked, bought, provider } = people.columns;
  const kept = Math.floor(BANK_KEPT_WEEKS * era.framework.spareShare * bought[row]);
  const freed = banked[row] - kept;
  if (freed <= 0) return;
  freeBank(world, row, freed);
  events.add(week, EventKind["person.bankFreed"], people.keys[row], freed, 0, providers.keys[provider[row]]);
}

/** A review may end support; else it recognises part of what need has grown by, and half of what it has fallen by. */
function reviewPerson(world: World, row: number): void {
  const { people, era, council, events, week } = world;
  const { reviewWeek, endWeek, need, service, assessed, funding, provider, banked } = people.columns;
  const key = people.keys[row];
  reviewWeek[row] = week;
  if (banked[row] > 0) reviewBank(world, row);
  if (!isEligible(world, row)) {
    endWeek[row] = week + 1;
    const cause = EventCause["need below the threshold"];
    events.add(week, EventKind["person.ineligible"], key, need[row], cause);
    return;
  }
  if (funding[row] === Funding.managedWithoutBudget) {
    const budgeted = world.draws["assessment.budget"].uniform(key) < era.route.personalBudgetShare;
    if (budgeted) funding[row] = Funding.managedBudget;
  }
  if (service[row] === Service.supportedLiving || service[row] === Service.dayServices) return;
  const gap = need[row] - assessed[row];
  const recognised = gap > 0 ? gap * era.assessment.reviewTightness * council.recognition : gap / 2;
  assessed[row] = inQuarterHours(assessed[row] + recognised);
  if (isManaged(funding[row]) && provider[row] >= 0) rebook(world, row, assessed[row]);
}
