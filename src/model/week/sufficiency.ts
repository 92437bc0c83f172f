/** Part of phase 3. What direct payments ask of staff: statements are read, and reviews of whether a budget suffices. */
import { orderQueue, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { monitoringEffort } from "../rules/safety.ts";
import { Funding, Service, Stage } from "../world/codes.ts";
import { EventCause, EventKind } from "../world/events.ts";
import { assistantCost, budgetOf, communityPrice } from "./choice.ts";
import { musterOf } from "./muster.ts";
import type { World } from "../world/world.ts";

/** Reads holders' statements in the hours that assessments leave; returns what is left for reviews. */
export function readStatements(world: World, available: number): number {
  const { era, council, tally } = world;
  const due = (council.holders * era.directPayment.statementHours * monitoringEffort(era)) / WEEKS_PER_YEAR;
  const done = Math.min(due, Math.max(0, available));
  tally.statementHours = done;
  tally.statementsUnread = due > done ? 1 - done / due : 0;
  return available - done;
}

/** Holders whose budget cannot buy what was assessed may ask for a review, on their turn; staff hear them by lot. */
export function hearAppeals(world: World, available: number): number {
  const { people, era, tally } = world;
  const { appealShare } = era.directPayment;
  if (appealShare === 0) return available;
  const { stage, funding } = people.columns;
  const queue = world.scratch.looseInts("appealQueue", people.liveCount);
  const urgency = world.scratch.floats("appealUrgency", people.rows);
  const lot = world.scratch.looseFloats("appealLot", people.rows);
  const draws = world.draws["assessment.appeal"];
  let count = 0;
  const { onTurn, onTurnCount } = musterOf(world);
  for (let index = 0; index < onTurnCount; index++) {
    const row = onTurn[index];
    if (funding[row] !== Funding.directPayment || stage[row] !== Stage.served) continue;
    if (draws.uniform(people.keys[row]) >= appealShare) continue;
    // A penny is what rounding may leave.
    if (budgetNeeded(world, row) <= budgetOf(world, row) + world.ledger.unit) continue;
    queue[count++] = row;
    lot[row] = draws.bits(people.keys[row], 2);
  }
  orderQueue(queue, count, urgency, lot, people.keys);
  const hoursEach = era.assessment.reviewHours;
  const heard = Math.min(count, Math.max(0, Math.floor(available / hoursEach)));
  for (let index = 0; index < heard; index++) hear(world, queue[index]);
  tally.appeals = heard;
  tally.appealHours = heard * hoursEach;
  return available - heard * hoursEach;
}

/** What the assessed hours cost at the price that the holder pays, pence a week. */
function budgetNeeded(world: World, row: number): number {
  const { people, providers } = world;
  const { service, provider, assessed } = people.columns;
  const own = provider[row];
  let price = 0;
  if (service[row] === Service.assistant) price = assistantCost(world, row);
  else if (service[row] === Service.community) price = communityPrice(world);
  else if (own >= 0) price = providers.columns.price[own];
  return (assessed[row] * price) / 60;
}

/** An upheld review raises the budget to what the hours cost; a refused one leaves it. */
function hear(world: World, row: number): void {
  const { people, era, events, ledger, tally, week } = world;
  const { budgetRatio, raised } = people.columns;
  const key = people.keys[row];
  const kind = EventKind["person.budgetReview"];
  const before = budgetOf(world, row);
  const upheld = world.draws["assessment.appeal"].uniform(key, 1) < era.directPayment.upheldShare;
  if (!upheld || before <= 0) {
    events.add(week, kind, key, 0, EventCause["budget found sufficient"]);
    return;
  }
  const ratio = Math.min(era.directPayment.mostBudgetRatio, (budgetRatio[row] * budgetNeeded(world, row)) / before);
  const more = Math.max(0, ratio - budgetRatio[row]);
  raised[row] += more;
  budgetRatio[row] += more;
  tally.appealsUpheld += 1;
  events.add(week, kind, key, ledger.round(budgetOf(world, row) - before), EventCause["budget too small"]);
}
