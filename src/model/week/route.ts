/** Which route and which kind of support somebody begins with. */
import { log, lognormal } from "../../kernel/index.ts";
import type { Era } from "../levers/index.ts";
import { directPaymentChance } from "../rules/route.ts";
import { newcomersNeed } from "../rules/usual-need.ts";
import { Funding, Service, Source, Stage } from "../world/codes.ts";
import { EventCause, EventKind } from "../world/events.ts";
import { assistantsWanted } from "../world/founding-people.ts";
import { findsItHard, unadvised } from "../world/information.ts";
import { inQuarterHours, medianOfMean, setNeed } from "../world/traits.ts";
import type { World } from "../world/world.ts";
import { reviewDays } from "./substitution.ts";

/** Settles route and service of somebody found eligible; returns the staff hours that setting them up takes. */
export function chooseRoute(world: World, row: number): number {
  const { people, era, events, week } = world;
  const columns = people.columns;
  const key = people.keys[row];
  const own = columns.group[row];
  const inCrisis = columns.source[row] <= Source.crisis;
  const place = placeAmongEligible(world, row);
  // Whoever needs a home with support is found one first: only of the others can anybody hold the money.
  const supported =
    world.draws["assessment.service"].uniform(key, SUPPORTED_DRAW) <
    chanceOfSupportedLiving(era.route.supportedLivingShare[own], place, era.demand.livingRanks);
  const u = world.draws["assessment.route"].uniform(key);
  columns.byChoice[row] = !supported && u < chanceByChoice(world, row, inCrisis) ? 1 : 0;
  if (!supported && u < chanceOfPayment(world, row, inCrisis)) {
    takeDirectPayment(world, row);
    events.add(week, EventKind["person.route"], key, Funding.directPayment, EventCause["direct payment"]);
    world.tally.extraPlanHours += era.assessment.directPaymentExtraHours;
    return era.assessment.directPaymentExtraHours + rework(world, row);
  }
  const budgeted = world.draws["assessment.budget"].uniform(key) < era.route.personalBudgetShare;
  columns.funding[row] = budgeted ? Funding.managedBudget : Funding.managedWithoutBudget;
  const cause = budgeted ? EventCause["managed budget"] : EventCause["managed without a budget"];
  events.add(week, EventKind["person.route"], key, columns.funding[row], cause);
  const lot = world.draws["assessment.service"].uniform(key);
  if (supported) arrange(world, row, Service.supportedLiving, era.demand.supportedLivingHours * 60);
  // Day and other services go mostly to the least in need: twice the mean share to them, none to the most in need.
  else if (lot < 2 * (1 - place) * era.route.dayShare[own]) {
    arrange(world, row, Service.dayServices, era.demand.dayHours * 60);
    reviewDays(world, row);
  } else {
    columns.service[row] = Service.homeCare;
    if (takesThirdParty(world, row, inCrisis, 0)) {
      columns.funding[row] = Funding.thirdParty;
      columns.budgetRatio[row] = finalBudget(world, row);
      events.add(week, EventKind["person.route"], key, Funding.thirdParty, EventCause["third-party budget"]);
    }
  }
  return columns.funding[row] === Funding.managedWithoutBudget ? 0 : rework(world, row);
}

/** Chance that somebody would take a direct payment, as things stand. */
export function chanceOfPayment(world: World, row: number, inCrisis: boolean): number {
  const { era, council, market, people } = world;
  const rate = council.directPaymentRate[people.columns.group[row]] / Math.max(market.meanPrice, 1);
  return chanceAt(world, row, inCrisis, rate, era.route.directPaymentPush + council.push - informationTerm(world, row));
}

/** The same at the opening's fee and price, and with nobody to push or to mislead: what the person is like, not the policy. */
const chanceByChoice = (world: World, row: number, inCrisis: boolean): number =>
  chanceAt(world, row, inCrisis, world.market.openingFee / world.market.openingPrice, 0);

/** A crisis halves what people can manage. */
function chanceAt({ era, people }: World, row: number, inCrisis: boolean, rate: number, push: number): number {
  const { group, capacity, need } = people.columns;
  const own = group[row];
  const able = inCrisis ? capacity[row] / 2 : capacity[row];
  return directPaymentChance(era, own, inCrisis, able, need[row] / newcomersNeed(era, own), rate, push);
}

/** What is taken from the odds where somebody finds information hard to get. */
export const informationTerm = (world: World, row: number): number =>
  findsItHard(world, row, unadvised(world)) ? world.era.information.paymentEffect : 0;

/** Whether somebody is offered a third party and accepts: the abler to say what they want, the likelier. */
export function takesThirdParty(world: World, row: number, inCrisis: boolean, draw: number): boolean {
  const { thirdPartyShare } = world.era.route;
  if (thirdPartyShare === 0) return false;
  const able = world.people.columns.capacity[row] / (inCrisis ? 2 : 1);
  return world.draws["assessment.thirdParty"].uniform(world.people.keys[row], draw) < thirdPartyShare * able;
}

/** First estimate of a budget over what the planned support costs: the same for a person whenever it is made. */
function indicativeError({ draws, era, people }: World, row: number): number {
  const spread = Math.max(era.assessment.indicativeBudgetError, 1e-9);
  return lognormal(draws["assessment.indicative"].uniform(people.keys[row]), medianOfMean(1, spread), spread);
}

/** The final budget over what the support costs: the indicative budget's error stays in it in part. */
export const finalBudget = (world: World, row: number): number =>
  1 + world.era.assessment.indicativeBudgetWeight * (indicativeError(world, row) - 1);

/** Staff hours that go into putting right an indicative budget that is far out. */
function rework(world: World, row: number): number {
  const hours = world.era.assessment.indicativeBudgetRework;
  return hours === 0 ? 0 : hours * Math.abs(log(indicativeError(world, row)));
}

/** Supported living and day services come in places of like size; a person's place varies by a tenth. */
function arrange(world: World, row: number, service: number, meanMinutes: number): void {
  const { people } = world;
  const { placeSpread } = world.era.demand;
  const u = world.draws["assessment.service"].uniform(people.keys[row], 1);
  people.columns.service[row] = service;
  const minutes = lognormal(u, medianOfMean(meanMinutes, placeSpread), placeSpread);
  people.columns.assessed[row] = inQuarterHours(minutes);
  setNeed(world, row, Math.max(minutes, 15));
  people.columns.placedNeed[row] = people.columns.need[row];
}

/** Draws of a person's services: the first is for what is arranged, the second for how much or many; then these. */
const SUPPORTED_DRAW = 2;
export const PURCHASE_DRAW = 3;

/** Supported living is for those who need most, as it was for the people who opened there: the same ranks, the same share. */
function chanceOfSupportedLiving(share: number, place: number, livingRanks: number): number {
  const ranks = Math.max(livingRanks, share);
  return place > 1 - ranks ? share / ranks : 0;
}

/** Share of a group's new holders who choose a community option: the more, the more of them directories list. */
export const communityShareOf = ({ directPayment }: Era, group: number): number =>
  directPayment.communityShare[group] * (directPayment.knownShare / directPayment.usualCoverage);

/** What a direct payment will be spent on. */
function takeDirectPayment(world: World, row: number): void {
  const { people, era } = world;
  const columns = people.columns;
  const key = people.keys[row];
  const own = columns.group[row];
  const { assistantShare } = era.directPayment;
  columns.funding[row] = Funding.directPayment;
  const u = world.draws["assessment.service"].uniform(key, PURCHASE_DRAW);
  columns.raised[row] = 0;
  columns.budgetRatio[row] = finalBudget(world, row);
  if (u < assistantShare[own]) {
    columns.service[row] = Service.assistant;
    columns.stage[row] = Stage.served;
    columns.assistantsWanted[row] = assistantsWanted(era, world.draws["assessment.service"].uniform(key, 1));
    return;
  }
  const community = u < assistantShare[own] + communityShareOf(era, own);
  columns.service[row] = community ? Service.community : Service.homeCare;
  if (community) columns.stage[row] = Stage.served;
}

/** Where a person stands among the eligible at the usual band: 0 least in need, 1 most. */
function placeAmongEligible(world: World, row: number): number {
  const { group, rank } = world.people.columns;
  const share = world.era.assessment.eligibleShare[group[row]];
  return share > 0 ? Math.min(1, Math.max(0, (rank[row] - (1 - share)) / share)) : 0;
}
