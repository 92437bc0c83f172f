/** People who have care change route: at a review, or because managing a payment has become too much. */
import { TURN_WEEKS, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { monitoringEffort } from "../rules/safety.ts";
import { Purpose } from "../world/accounts.ts";
import { freeBank } from "../world/bank.ts";
import { book, nobodyComes, unbook } from "../world/books.ts";
import { Funding, ProviderKind, Service, Source, Stage } from "../world/codes.ts";
import { EventCause, EventKind } from "../world/events.ts";
import { assistantsWanted } from "../world/founding-people.ts";
import { supportNow } from "../world/support.ts";
import type { World } from "../world/world.ts";
import { dismissAssistants } from "./leaving.ts";
import { musterOf } from "./muster.ts";
import { workOf } from "./outcomes.ts";
import { chanceOfPayment, communityShareOf, finalBudget, PURCHASE_DRAW, takesThirdParty } from "./route.ts";

/** Whether a person is still in the weeks after a crisis in which they can manage only half as much. */
function shaken(world: World, row: number): boolean {
  return world.week - world.people.columns.crisisWeek[row] < world.era.outcomes.crisisWeeks;
}

/** At some reviews the route is looked at again, by the same odds as at the start; returns the staff hours it takes. */
export function reconsiderRoute(world: World, row: number): number {
  const { people, era, week } = world;
  const { funding, service } = people.columns;
  if (service[row] === Service.supportedLiving || service[row] === Service.dayServices) return 0;
  const inCrisis = shaken(world, row);
  const key = people.keys[row];
  if (era.route.switchAtReview > 0) {
    const draws = world.draws["assessment.switch"];
    if (draws.uniform(key, 2 * week) < era.route.switchAtReview) {
      const wants = draws.uniform(key, 2 * week + 1) < chanceOfPayment(world, row, inCrisis);
      if (wants !== (funding[row] === Funding.directPayment)) {
        if (!wants) return takeManaged(world, row, EventCause["at review"]);
        takePayment(world, row);
        world.tally.extraPlanHours += era.assessment.directPaymentExtraHours;
        return era.assessment.directPaymentExtraHours;
      }
    }
  }
  const arranged = funding[row] === Funding.managedBudget || funding[row] === Funding.managedWithoutBudget;
  if (arranged && takesThirdParty(world, row, inCrisis, 1 + week)) takeThirdParty(world, row);
  return 0;
}

/** Whoever cannot cope with a direct payment may hand it back, on their turn; returns the staff hours it takes. */
export function handBackPayments(world: World): number {
  const { people, era, week } = world;
  const { funding, stage, service, capacity } = people.columns;
  const most = (era.route.handBackPayment * TURN_WEEKS) / WEEKS_PER_YEAR;
  if (most === 0) return 0;
  const unsupported = 1 - supportNow(world);
  const statements = era.directPayment.statementWork * monitoringEffort(era);
  const draws = world.draws["assessment.handBack"];
  const { onTurn, onTurnCount } = musterOf(world);
  let hours = 0;
  for (let index = 0; index < onTurnCount; index++) {
    const row = onTurn[index];
    if (funding[row] !== Funding.directPayment || stage[row] !== Stage.served) continue;
    const u = draws.uniform(people.keys[row]);
    if (u >= most * (1 + statements)) continue;
    const inCrisis = shaken(world, row);
    const able = inCrisis ? capacity[row] / 2 : capacity[row];
    if (u >= most * (workOf(era, service[row]) + statements) * (1 - able) * unsupported) continue;
    people.columns.reviewWeek[row] = week;
    takeManaged(world, row, EventCause[inCrisis ? "after a crisis" : "burden of managing"]);
    hours += era.assessment.reviewHours;
  }
  return hours;
}

function note(world: World, row: number, cause: number): void {
  const { people, events, tally, week } = world;
  tally.switches += 1;
  events.add(week, EventKind["person.switched"], people.keys[row], people.columns.funding[row], cause);
}

/**
 * The council arranges home care from now on. A framework agency goes on at the council's fee; another one stays for
 * the time of its notice while brokers look; after assistants and community options people wait for a package.
 */
function takeManaged(world: World, row: number, cause: number): number {
  const { people, providers, ledger, accounts, era, week } = world;
  const columns = people.columns;
  const key = people.keys[row];
  unbook(world, row);
  columns.offered[row] = 0;
  columns.raised[row] = 0;
  if (columns.assistants[row] > 0) dismissAssistants(world, row, EventCause["another route"]);
  columns.assistantsWanted[row] = 0;
  columns.topUp[row] = 0;
  const unspent = ledger.balances[columns.budgetAccount[row]];
  if (unspent > 0) ledger.transfer(columns.budgetAccount[row], accounts.council, unspent, Purpose.clawBack);
  const budgeted = world.draws["assessment.budget"].uniform(key) < era.route.personalBudgetShare;
  columns.funding[row] = budgeted ? Funding.managedBudget : Funding.managedWithoutBudget;
  columns.service[row] = Service.homeCare;
  columns.spot[row] = 0;
  columns.rate[row] = 0;
  const own = columns.provider[row];
  if (own >= 0) {
    columns.bought[row] = columns.assessed[row];
    book(world, row);
    if (providers.columns.framework[own] === 0) {
      columns.noticeWeek[row] = week + era.providers.noticeWeeks;
      columns.source[row] = Source.replacement;
      columns.queuedWeek[row] = week;
    }
  } else wait(world, row);
  note(world, row, cause);
  return 0;
}

/** Nobody gives the care yet. */
function wait(world: World, row: number): void {
  const columns = world.people.columns;
  columns.stage[row] = Stage.seeking;
  columns.offered[row] = 0;
  columns.source[row] = Source.replacement;
  columns.queuedWeek[row] = world.week;
  nobodyComes(world, row);
  columns.noticeWeek[row] = 0;
  columns.continuity[row] *= world.era.outcomes.continuityAfterLoss;
}

/**
 * The person holds the money from now on. Somebody who would employ assistants does so where one is already known, and
 * otherwise goes on with the agency, now at its own price.
 */
function takePayment(world: World, row: number): void {
  const { people, era } = world;
  const columns = people.columns;
  const key = people.keys[row];
  const { assistantShare, friendsShare } = era.directPayment;
  const own = columns.group[row];
  const lot = world.draws["assessment.service"].uniform(key, PURCHASE_DRAW);
  const knows = world.draws["choice.vacancy"].uniform(key, columns.assistantsHired[row]) < friendsShare;
  const assistant = lot < assistantShare[own] && knows;
  const community = lot >= assistantShare[own] && lot < assistantShare[own] + communityShareOf(era, own);
  changeBuyer(world, row, Funding.directPayment, !assistant && !community);
  if (assistant || community) {
    columns.service[row] = assistant ? Service.assistant : Service.community;
    columns.continuity[row] *= era.outcomes.continuityAfterLoss;
    if (assistant) {
      columns.assistantsWanted[row] = assistantsWanted(era, world.draws["assessment.service"].uniform(key, 1));
    }
  }
  note(world, row, EventCause["at review"]);
}

/** A third party commissions from now on; an agency goes on at its own price. */
function takeThirdParty(world: World, row: number): void {
  changeBuyer(world, row, Funding.thirdParty, true);
  note(world, row, EventCause["third-party budget"]);
}

/** Who pays changes; an agency can stay, the council's own team cannot. Hours are looked at again the same week. */
function changeBuyer(world: World, row: number, funding: number, stays: boolean): void {
  const { people, providers } = world;
  const columns = people.columns;
  unbook(world, row);
  freeBank(world, row);
  columns.funding[row] = funding;
  columns.offered[row] = 0;
  columns.raised[row] = 0;
  columns.budgetRatio[row] = finalBudget(world, row);
  columns.spot[row] = 0;
  columns.rate[row] = 0;
  columns.noticeWeek[row] = 0;
  const own = columns.provider[row];
  if (stays && own >= 0 && providers.columns.kind[own] === ProviderKind.agency) book(world, row);
  else if (stays) wait(world, row);
  else {
    columns.source[row] = Source.replacement;
    nobodyComes(world, row);
  }
}
