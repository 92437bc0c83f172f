/**
 * People refused care since eligibility was tightened: they would have had it by the bands of the council's opening.
 * They stay with their need and nobody's care, cost the council nothing, and may come back in a crisis or by asking
 * again. Where eligibility is as it was, there are none.
 */
import { Purpose } from "../world/accounts.ts";
import { Funding, Service, Source, Stage } from "../world/codes.ts";
import { EventCause, EventKind } from "../world/events.ts";
import { placeAfter } from "../rules/eligibility.ts";
import type { World } from "../world/world.ts";
import { dismissAssistants, endPackage } from "./leaving.ts";

/** An assessment refuses care; returns the hours of planning that follow: none. */
export function refuse(world: World, row: number): number {
  noteRefusal(world, row);
  standRefused(world, row);
  return 0;
}

/** Notes that an assessment or a review refuses care. */
export function noteRefusal({ people, events, tally, week }: World, row: number): void {
  tally.refused += 1;
  const cause = EventCause["eligibility tightened"];
  events.add(week, EventKind["person.refused"], people.keys[row], people.columns.need[row], cause);
}

/** What a review has refused ends: nobody gives or buys care any more, and what is unspent goes back to the council. */
export function endSupport(world: World, row: number): void {
  const { people, ledger, accounts, era } = world;
  const columns = people.columns;
  endPackage(world, row);
  if (columns.assistants[row] > 0) dismissAssistants(world, row, EventCause["eligibility tightened"]);
  columns.assistantsWanted[row] = 0;
  const unspent = ledger.balances[columns.budgetAccount[row]];
  if (unspent > 0) ledger.transfer(columns.budgetAccount[row], accounts.council, unspent, Purpose.clawBack);
  columns.endWeek[row] = 0;
  columns.raised[row] = 0;
  columns.continuity[row] *= era.outcomes.continuityAfterLoss;
  standRefused(world, row);
}

/** Nobody pays and nothing is agreed. */
function standRefused({ people }: World, row: number): void {
  const columns = people.columns;
  columns.stage[row] = Stage.refused;
  columns.funding[row] = Funding.none;
  columns.service[row] = Service.none;
  columns.assessed[row] = 0;
}

/** Somebody refused stands in the assessment queue again. */
export function comeBack({ people, events, tally, week }: World, row: number, source: number): void {
  const columns = people.columns;
  columns.stage[row] = Stage.assessment;
  columns.source[row] = source;
  columns.queuedWeek[row] = week;
  tally.refusedReturned += 1;
  const cause = source === Source.community ? EventCause["asked again"] : EventCause.crisis;
  events.add(week, EventKind["person.cameBack"], people.keys[row], columns.need[row], cause);
}

/**
 * An assessment or a review looks at the need of the day: whose need has grown since the last time stands higher among
 * the assessed. Where it has fallen the place stays, and so does the need that it was given for.
 */
export function placeByNeed({ people, era }: World, row: number): void {
  const { group, rank, need, placedNeed } = people.columns;
  const own = group[row];
  const before = placedNeed[row];
  if (need[row] <= before) return;
  placedNeed[row] = need[row];
  if (before === 0) return;
  rank[row] = placeAfter(rank[row], need[row] / before, era.assessment.eligibleShare[own], era.demand.hoursSpread[own]);
}
