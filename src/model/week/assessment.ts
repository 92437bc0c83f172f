/** Phase 3. Staff assess whom they can, most urgent first; what hours are left go to reviews. */
import { orderQueue } from "../../kernel/index.ts";
import { freeBank } from "../world/bank.ts";
import { Funding, isFunded, isManaged, Service, Source, Stage } from "../world/codes.ts";
import { EventCause, EventKind } from "../world/events.ts";
import { reviewInterval } from "../world/founding-people.ts";
import { isEligible, wasEligible } from "../world/eligible.ts";
import { assessedCharge, inQuarterHours } from "../world/traits.ts";
import { musterOf } from "./muster.ts";
import { staffInPost } from "../world/spending.ts";
import { ASSESSED_OF, WAITED_OF } from "../world/tally.ts";
import type { World } from "../world/world.ts";
import { jointTeamCover } from "./better-care.ts";
import { noteRefusal, placeByNeed, refuse } from "./refused.ts";
import { chooseRoute } from "./route.ts";
import { rebook } from "./stock.ts";
import { hearAppeals, readStatements } from "./sufficiency.ts";
import { hasDays, reviewDays } from "./substitution.ts";
import { handBackPayments, reconsiderRoute } from "./switching.ts";

export function assessment(world: World): void {
  const { council, era } = world;
  if (world.frozen.matching) return;
  const weekly = staffInPost(world) * era.assessment.caseHoursPerPost;
  const hours = weekly + council.hoursLeft - handBackPayments(world);
  const afterAssessing = assess(world, hours);
  const left = review(world, hearAppeals(world, readStatements(world, afterAssessing)));
  // Work begun is finished next week; no more than a week of it is carried along.
  council.hoursLeft = Math.max(Math.min(left, era.assessment.assessmentHours * 2), -weekly) + 0;
}

/** Works through the queue; returns the staff hours that are left. */
function assess(world: World, available: number): number {
  const { people, era, week, tally } = world;
  const { stage, source, queuedWeek, group } = people.columns;
  const queue = world.scratch.looseInts("assessmentQueue", people.liveCount);
  const urgency = world.scratch.looseFloats("assessmentUrgency", people.rows);
  const lot = world.scratch.looseFloats("assessmentLot", people.rows);
  const draws = world.draws["assessment.order"];
  // Each funding stream beyond one is applied to and settled apart.
  const streams = era.assessment.fundingStreams - 1;
  const seen = jointTeamCover(world);
  const joint = world.draws["assessment.jointTeam"];
  let count = 0;
  const { waiting, waitingCount } = musterOf(world);
  for (let index = 0; index < waitingCount; index++) {
    const row = waiting[index];
    if (stage[row] !== Stage.assessment) continue;
    const urgent = source[row] <= Source.crisis;
    // Streams are settled before whoever can wait, and after whoever cannot.
    const elapsed = urgent
      ? era.assessment.urgentElapsedWeeks
      : era.assessment.elapsedWeeks + streams * era.assessment.streamWeeks;
    // Joint teams begin before a person leaves hospital.
    const begun = seen > 0 && source[row] === Source.discharge && joint.uniform(people.keys[row]) < seen;
    if (!begun && week - queuedWeek[row] < elapsed) continue;
    queue[count++] = row;
    urgency[row] = source[row] * 10_000 + queuedWeek[row];
    lot[row] = draws.bits(people.keys[row]);
  }
  orderQueue(queue, count, urgency, lot, people.keys);
  let hours = available;
  for (let index = 0; index < count && hours > 0; index++) {
    const row = queue[index];
    hours -= era.assessment.assessmentHours + streams * era.assessment.streamHours;
    tally.assessed += 1;
    tally.assessmentWeeks += week - queuedWeek[row];
    tally[ASSESSED_OF[group[row]]] += 1;
    tally[WAITED_OF[group[row]]] += week - queuedWeek[row];
    hours -= decide(world, row);
  }
  return hours;
}

/** Eligibility, means test, route and budget; returns the hours of planning that follow. */
function decide(world: World, row: number): number {
  const { people, era, events, week } = world;
  const columns = people.columns;
  const selfFunded = columns.funding[row] === Funding.selfFunded;
  placeByNeed(world, row);
  // Whoever pays for themselves and would have been found eligible needs no leave to buy care.
  if (!isEligible(world, row) && !(selfFunded && wasEligible(world, row))) {
    if (wasEligible(world, row)) return refuse(world, row);
    const cause = EventCause["need below the threshold"];
    events.add(week, EventKind["person.ineligible"], people.keys[row], columns.need[row], cause);
    columns.stage[row] = Stage.gone;
    return 0;
  }
  // Whoever had free help first was not charged till now.
  columns.charge[row] = assessedCharge(world, row);
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
    if (!isFunded(funding[row])) continue;
    queue[count++] = row;
    since[row] = reviewWeek[row];
    lot[row] = draws.bits(people.keys[row]);
  }
  orderQueue(queue, count, since, lot, people.keys);
  const done = Math.min(count, most);
  let extra = 0;
  for (let index = 0; index < done; index++) extra += reviewPerson(world, queue[index]);
  tally.reviews += done;
  return available - done * hoursEach - extra;
}

/** What a person has banked and leaves unused goes to others of the same agency. */
function reviewBank(world: World, row: number): void {
  const { people, providers, era, events, week } = world;
  const { banked, bought, provider } = people.columns;
  const kept = Math.floor(era.framework.bankKeptWeeks * era.framework.spareShare * bought[row]);
  const freed = banked[row] - kept;
  if (freed <= 0) return;
  freeBank(world, row, freed);
  events.add(week, EventKind["person.bankFreed"], people.keys[row], freed, 0, providers.keys[provider[row]]);
}

/**
 * A review may end support; else it recognises part of what need has grown or fallen by, and
 * may lead to another route. Returns the staff hours that takes beyond the review.
 */
function reviewPerson(world: World, row: number): number {
  const { people, era, council, events, week } = world;
  const { reviewWeek, endWeek, need, service, assessed, funding, provider, banked } = people.columns;
  const key = people.keys[row];
  reviewWeek[row] = week;
  if (banked[row] > 0) reviewBank(world, row);
  placeByNeed(world, row);
  if (!isEligible(world, row)) {
    endWeek[row] = week + 1;
    if (wasEligible(world, row)) noteRefusal(world, row);
    else events.add(week, EventKind["person.ineligible"], key, need[row], EventCause["need below the threshold"]);
    return 0;
  }
  if (funding[row] === Funding.managedWithoutBudget) {
    const budgeted = world.draws["assessment.budget"].uniform(key) < era.route.personalBudgetShare;
    if (budgeted) funding[row] = Funding.managedBudget;
  }
  if (service[row] === Service.supportedLiving) return 0;
  if (hasDays(world, row)) {
    reviewDays(world, row);
    return 0;
  }
  const gap = need[row] - assessed[row];
  const recognised =
    gap > 0 ? gap * era.assessment.reviewTightness * council.recognition : gap * era.assessment.reviewFall;
  const before = assessed[row];
  assessed[row] = inQuarterHours(before + recognised);
  if (assessed[row] < before) events.add(week, EventKind["person.packageCut"], key, before - assessed[row]);
  if (isManaged(funding[row]) && provider[row] >= 0) rebook(world, row, assessed[row]);
  return reconsiderRoute(world, row);
}
