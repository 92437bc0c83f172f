/**
 * Each April the council sets its taxes, forecasts what its care will cost, counts what it will have, and closes the gap
 * in the order of its savings plan.
 */
import { financialYearLabel, financialYearOf, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { costGrowth } from "../rules/fee.ts";
import { preceptAsked, preceptRaised } from "../rules/precept.ts";
import { SAVINGS_MEASURES } from "../rules/savings.ts";
import { EventKind } from "../world/events.ts";
import { setWeeklyRevenue, weeklyRevenue } from "../world/revenue.ts";
import { warn, type World } from "../world/world.ts";
import { settleFund } from "./better-care.ts";
import { setRates } from "./fees.ts";
import { awardLots } from "./lots.ts";
import { growthOfFunded } from "./demography.ts";
import { closeGap } from "./savings.ts";
import { tender } from "./tender.ts";

export function setTheYear(world: World): void {
  const { council, market, era } = world;
  const floorGrowth = council.floorAtApril > 0 ? era.wages.floor / council.floorAtApril - 1 : 0;
  council.floorAtApril = era.wages.floor;
  market.priceIndex *= 1 + era.prices.inflation;
  setTaxes(world);
  const fund = settleFund(world);
  council.gapGrant = 0;
  setWeeklyRevenue(world);
  // What has been read more strictly than the law allows is read by the law again.
  council.eligibility = Math.max(council.eligibility, era.council.eligibilityFloor);
  const growth = costGrowth(era, floorGrowth);
  carryOverspend(world);
  forecastGap(world, growth.all, fund);
  closeGap(world, growth, floorGrowth);
  if (!world.frozen.matching && !world.frozen.prices) {
    tender(world);
    awardLots(world);
  }
  council.priceAtApril = market.meanPrice;
  if (!world.frozen.prices) setRates(world);
  world.events.add(world.week, EventKind["council.directPaymentRate"], 0, council.directPaymentRate[0]);
}

/** What is asked for, by which lever and in which year, and what is left of the limits. */
function overLimit({ era, timetable, week }: World, raised: number): string {
  const year = financialYearLabel(financialYearOf(timetable.startDay + 7 * (week - timetable.burnInWeeks)));
  const lever = era.council.preceptUse >= 0 ? "council.preceptUse" : "council.precept";
  const limits =
    raised < era.council.preceptLimit ? "council.preceptTotal, less what was raised before" : "council.preceptLimit";
  const [asked, allowed] = [preceptAsked(era), raised].map((share) => `${Number((100 * share).toFixed(4))}%`);
  return `The precept asked for in ${year}, ${asked} (${lever}), is over what the law allows then and was held at it: ${allowed} (${limits})`;
}

/** The precept is a share of last year's whole tax, stays in the tax, and is kept for adult social care. */
function setTaxes(world: World): void {
  const { council, era, events } = world;
  if (era.council.preceptTotal !== council.preceptTotal) {
    council.preceptTotal = era.council.preceptTotal;
    council.preceptInTotal = 0;
  }
  const raised = preceptRaised(era, council.preceptInTotal);
  if (raised < preceptAsked(era)) warn(world, overLimit(world, raised));
  council.preceptInTotal += raised;
  const before = council.bandDCore + council.bandDPrecept;
  council.bandDCore += before * era.council.coreRise;
  council.bandDPrecept += before * raised;
  council.taxBaseIndex *= 1 + era.council.taxBaseGrowth;
  events.add(world.week, EventKind["council.precept"], 0, raised);
}

/** Of last year's overspend a part is to be made good, beside what is left of earlier ones. */
function carryOverspend({ council, era, ledger }: World): void {
  council.toMakeGood += ledger.round(council.overspent * era.council.overspendMadeGood);
  council.overspent = 0;
}

/**
 * The gap is next year's net cost at today's policy, with what is to be made good, less next year's revenue, over that
 * net cost. Of joint money with the NHS only what can be counted on (`fund`, pence a week) is revenue.
 *
 * Cost starts from what is spent now, so what last year's plan has delivered is in it, and what it has not delivered is
 * to be found again. What is still to come of last April's measures counts only as far as the council counts on it.
 */
function forecastGap(world: World, growth: number, fund: number): void {
  const { council, era, events } = world;
  const demography = growthOfFunded(world);
  const { careShareOfSpend } = era.council;
  const pressure = careShareOfSpend * (growth + demography) + (1 - careShareOfSpend) * era.prices.inflation;
  const charges = council.chargesMean * (1 + era.prices.inflation);
  const owed = council.toMakeGood / WEEKS_PER_YEAR;
  const net = council.grossMean * (1 + pressure) - charges - era.council.fullYearShare * phasedIn(world) + owed;
  const joint = council.weeklyBetterCare - fund;
  fundGap(world, net - (weeklyRevenue(council) - joint));
  const revenue = weeklyRevenue(council) - joint;
  council.netBudget = revenue;
  council.forecastCost = net;
  council.gap = net > 0 ? (net - revenue) / net : 0;
  events.add(world.week, EventKind["council.gap"], 0, council.gap);
}

/** Adds to the year's grant what the government makes good of what the forecast lacks, pence a week: to the last of them. */
function fundGap(world: World, lacking: number): void {
  const { council, era, ledger } = world;
  council.gapGrant = Math.ceil((Math.max(0, lacking) * era.council.gapFunded) / ledger.unit) * ledger.unit;
  setWeeklyRevenue(world);
}

/** What was expected of last April's measures that people feel one by one, pence a week. */
function phasedIn({ council }: World): number {
  let sum = 0;
  for (let index = 0; index < SAVINGS_MEASURES.length; index++) {
    if (SAVINGS_MEASURES[index].phased) sum += council.expected[index];
  }
  return sum;
}
