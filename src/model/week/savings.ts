/**
 * What the council expects of each measure of its plan, and what taking or undoing one changes.
 *
 * Most of it bites later: people are reviewed, come and go under what was decided in April.
 */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { priceShare } from "../rules/contract.ts";
import { feeUplift, upliftOf, type CostGrowth } from "../rules/fee.ts";
import {
  carriedByReserves,
  placeOf,
  planOf,
  putAside,
  SAVINGS_MEASURES,
  type SavingsCause,
  type SavingsMeasure,
} from "../rules/savings.ts";
import { Funding, Service, Stage } from "../world/codes.ts";
import { EventCause, EventKind } from "../world/events.ts";
import { underContract } from "../world/contract.ts";
import type { CouncilState } from "../world/council.ts";
import { otherSpend, staffSpend } from "../world/spending.ts";
import { setTerms, type World } from "../world/world.ts";
import { budgetOf } from "./choice.ts";
import { raiseFees } from "./fees.ts";

/** Takes the measures of the plan in its order until nothing is left of the gap; with money to spare, undoes some. */
export function closeGap(world: World, growth: CostGrowth, floorGrowth: number): void {
  const { council } = world;
  council.steps.fill(0);
  council.expected.fill(0);
  if (world.frozen.plan !== undefined) {
    followPlan(world, growth, floorGrowth);
    return;
  }
  const { reserves, least } = reservesOf(world);
  const aside = putAside(world.era, reserves, least) / WEEKS_PER_YEAR;
  const { gap, forecastCost } = council;
  let left = gap * forecastCost + aside;
  let taken = 0;
  for (const measure of planOf(world.era)) {
    if (measure.cause === "fee restraint") {
      // A fee lasts: what is owed once is no reason to hold it down.
      const owed = council.toMakeGood / WEEKS_PER_YEAR;
      council.feeGap = forecastCost > 0 ? gap + (aside - taken - owed) / forecastCost : gap;
      left -= restrainFees(world, growth, floorGrowth);
    } else if (left > 0) {
      const saved = measure.cause === "reserves" ? carry(world, left) : take(world, measure, left);
      left -= saved;
      taken += saved;
      noteMeasure(world, saved, measure.cause);
    }
  }
  if (left < 0 && taken === 0) giveBack(world, -left / 2);
}

/** Every price follows the rule; what it does not add is spared. */
function restrainFees(world: World, growth: CostGrowth, floorGrowth: number): number {
  const before = overRule(world.council);
  if (!world.frozen.prices) raiseFees(world, growth, floorGrowth);
  // What cost nothing before, costs nothing more by decree.
  const decreed = before > 0 ? overRule(world.council) / before : 1;
  const spared = sparedByFees(world, growth, decreed);
  noteMeasure(world, spared, "fee restraint");
  return spared;
}

/** The fee over the rule's, which a floor or a change by decree lifts or lowers; 1 where the rule gives none. */
const overRule = ({ fee, ruleFee }: CouncilState): number => (ruleFee > 0 ? fee / ruleFee : 1);

/**
 * What fees and prices that do not follow cost growth save against the forecast, pence a week: less than nothing where a
 * floor under the fee, or a change by decree, makes it `decreed` times what the rule alone would have.
 */
function sparedByFees(world: World, growth: CostGrowth, decreed: number): number {
  const { council, era } = world;
  const services = upliftOf(era, council.passThrough, growth, council.feeGap);
  const uplift = feeUplift(era, council.feeGap, growth);
  const homeCare = uplift + (1 + uplift) * (decreed - 1);
  const { careShareOfSpend, homeCareShareOfCare: share } = era.council;
  const given = share * homeCare + (1 - share) * services;
  return (growth.all - given) * careShareOfSpend * council.grossMean;
}

/** Reserves, and the least that the council plans to keep, pence. */
function reservesOf({ ledger, accounts, council, era }: World): { readonly reserves: number; readonly least: number } {
  const least = era.council.minimumReserves * council.netBudget * WEEKS_PER_YEAR;
  return { reserves: ledger.balances[accounts.reserves], least };
}

function carry(world: World, left: number): number {
  const { reserves, least } = reservesOf(world);
  return Math.min(left, carriedByReserves(world.era, reserves, least) / WEEKS_PER_YEAR);
}

/** A measure that is taken is an event; one that is undone is remembered as less than nothing expected. */
function noteMeasure(world: World, weekly: number, cause: SavingsCause): void {
  // Nothing undone is nothing, not minus nothing.
  world.council.expected[placeOf(cause)] = weekly + 0;
  if (weekly <= 0) return;
  const yearly = world.ledger.round(weekly * WEEKS_PER_YEAR);
  world.events.add(world.week, EventKind["council.measure"], 0, yearly, EventCause[cause]);
}

/** Takes as much of one measure as the gap needs and its cap allows; returns what is expected of it, pence a week. */
function take(world: World, measure: SavingsMeasure, left: number): number {
  const most = Math.min(measure.cap(world.era), roomFor(world, measure.cause));
  if (!(most > 0)) return 0;
  const perUnit = expectedPerUnit(world, measure.cause);
  if (perUnit <= 0) return 0;
  const units = Math.min(most, left / perUnit);
  step(world, measure.cause, units);
  return units * perUnit;
}

/** What can be spent of a surplus goes into undoing the plan, last measure first, at the plan's own prices. */
function giveBack(world: World, surplus: number): void {
  const { council } = world;
  let left = surplus;
  for (const measure of [...planOf(world.era)].reverse()) {
    if (left <= 0) return;
    const most = Math.min(measure.cap(world.era), takenOf(world, measure.cause));
    if (!(most > 0)) continue;
    const perUnit = expectedPerUnit(world, measure.cause) / ratioOf(council, measure.cause);
    if (!(perUnit > 0)) continue;
    const units = Math.min(most, left / perUnit);
    step(world, measure.cause, -units);
    noteMeasure(world, -units * perUnit, measure.cause);
    left -= units * perUnit;
  }
}

/** A plan that somebody else decided is carried out as it stands, whatever the gap. */
function followPlan(world: World, growth: CostGrowth, floorGrowth: number): void {
  const { council } = world;
  const planned = world.frozen.plan?.find(({ week }) => week === world.week);
  council.feeGap = planned?.feeGap ?? 0;
  restrainFees(world, growth, floorGrowth);
  for (const [index, { cause }] of SAVINGS_MEASURES.entries()) {
    const units = planned?.steps[index] ?? 0;
    if (units === 0) continue;
    const perUnit = expectedPerUnit(world, cause);
    step(world, cause, units);
    noteMeasure(world, units * perUnit, cause);
  }
}

/** How far a measure can still go, in its own unit. */
function roomFor({ council, era, frozen }: World, cause: SavingsCause): number {
  const { clawBackWeeks } = era.directPayment;
  if (cause === "eligibility") return 1 - era.council.eligibilityFloor / Math.max(council.eligibility, 1e-9);
  // Of nothing that is recognised nothing can be cut.
  if (cause === "review tightness") return council.recognition;
  if (cause === "faster claw-back") return clawBackWeeks - council.clawBackCut - era.council.leastWeeksKept;
  if (cause === "framework consolidation") return council.yearsSinceTender + 1 >= era.framework.tenderYears ? 1 : 0;
  // A fixed sum is a price; and no plan undoes what people direct.
  if (cause === "outcomes-based contracts") {
    return frozen.prices || era.framework.contractForm === "user-directed" ? 0 : 1;
  }
  return Infinity;
}

/** The finance estimate of one unit of a measure, pence a week. */
function expectedPerUnit(world: World, cause: SavingsCause): number {
  const { council } = world;
  const expects = world.era.council;
  switch (cause) {
    case "other spending":
      return otherSpend(world);
    case "assessment posts":
      return staffSpend(world);
    case "review tightness":
      return council.communityMean * expects.expectedOfRecognition;
    case "eligibility":
      return council.communityMean * expects.expectedOfEligibility;
    case "direct-payment push":
      return council.communityMean * expects.expectedOfPush;
    case "direct-payment rate":
      return directPaymentBudgets(world, false);
    case "framework consolidation":
      return council.grossMean * expects.careShareOfSpend * expects.homeCareShareOfCare * expects.expectedOfPlaces;
    case "outcomes-based contracts":
      return contractSpending(world);
    case "voluntary substitution":
      return dayServiceSpending(world);
    case "faster claw-back":
      return (directPaymentBudgets(world, true) * expects.expectedOfWeekKept) / WEEKS_PER_YEAR;
    default:
      return 0;
  }
}

/** What holders' budgets come to, pence a week; those of employers of assistants follow another rate. */
function directPaymentBudgets(world: World, assistants: boolean): number {
  const { people } = world;
  const { funding, service, stage } = people.columns;
  let sum = 0;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    if (funding[row] !== Funding.directPayment || stage[row] !== Stage.served) continue;
    if (assistants || service[row] !== Service.assistant) sum += budgetOf(world, row);
  }
  return sum;
}

/** What agencies are paid for packages under contract, pence a week, at what the contract pays for an agreed hour. */
function contractSpending(world: World): number {
  const { people, council, terms } = world;
  const { bought, extra } = people.columns;
  let minutes = 0;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    if (underContract(world, row)) minutes += bought[row] - extra[row];
  }
  return (minutes / 60) * council.fee * priceShare(terms);
}

/** What places in day services cost the council, pence a week. */
function dayServiceSpending({ people, providers }: World): number {
  const { bought, service, provider } = people.columns;
  let sum = 0;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    if (service[row] !== Service.dayServices || provider[row] < 0) continue;
    sum += (bought[row] / 60) * providers.columns.price[provider[row]];
  }
  return sum;
}

/** A step of so many units; less than nothing undoes. */
function step(world: World, cause: SavingsCause, units: number): void {
  const { council } = world;
  council.steps[placeOf(cause)] = units;
  if (cause === "other spending") council.otherRatio = stepped(council.otherRatio, units);
  else if (cause === "assessment posts") council.staffRatio = stepped(council.staffRatio, units);
  else if (cause === "direct-payment rate") council.rateRatio = stepped(council.rateRatio, units);
  else if (cause === "framework consolidation") council.placesRatio = stepped(council.placesRatio, units);
  else if (cause === "eligibility") council.eligibility = stepped(council.eligibility, units);
  else if (cause === "review tightness") council.recognition = Math.max(0, council.recognition - units);
  else if (cause === "faster claw-back") council.clawBackCut += units;
  else if (cause === "direct-payment push") council.push += units;
  else if (cause === "voluntary substitution") council.daysRatio = stepped(council.daysRatio, units);
  else if (cause === "outcomes-based contracts") {
    council.sumRatio = stepped(council.sumRatio, units);
    setTerms(world);
  }
}

/** A cut is a share of what there is; undoing gives back so much of what there was. */
const stepped = (ratio: number, units: number): number => (units > 0 ? ratio * (1 - units) : ratio - units);

/** How much of a measure is in force. */
function takenOf({ council }: World, cause: SavingsCause): number {
  if (cause === "review tightness") return 1 - council.recognition;
  if (cause === "faster claw-back") return council.clawBackCut;
  if (cause === "direct-payment push") return council.push;
  return 1 - ratioOf(council, cause);
}

/** What measures that cut a share have left of what there was; 1 for all others. */
function ratioOf(council: CouncilState, cause: SavingsCause): number {
  switch (cause) {
    case "other spending":
      return council.otherRatio;
    case "assessment posts":
      return council.staffRatio;
    case "direct-payment rate":
      return council.rateRatio;
    case "framework consolidation":
      return council.placesRatio;
    case "outcomes-based contracts":
      return council.sumRatio;
    case "voluntary substitution":
      return council.daysRatio;
    case "eligibility":
      return council.eligibility;
    default:
      return 1;
  }
}
