/**
 * Each April the council forecasts what its care will cost, counts what it will have, and closes the gap in order:
 * first by what it does not add to fees, then by its savings plan, last from reserves.
 */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { costGrowth, feeUplift, upliftOf } from "../rules/fee.ts";
import { SAVINGS_PLAN, type SavingsMeasure } from "../rules/savings.ts";
import { EventCause, EventKind } from "../world/events.ts";
import type { World } from "../world/world.ts";
import { setWeeklyRevenue, weeklyRevenue } from "../world/revenue.ts";
import { raiseFees, setRates } from "./fees.ts";
import { awardLots } from "./lots.ts";
import { tender } from "./tender.ts";

/** What the plan expects of pressing direct payments by one unit of log-odds, over community spending (assumption 0–0.2). */
const EXPECTED_PER_PUSH = 0.12;
/** The same of reviews that recognise one unit less of grown need (assumption 0.01–0.05). */
const EXPECTED_PER_RECOGNITION = 0.03;
/** The same of finding one unit fewer eligible, who are the least in need (assumption 0.15–0.4). */
const EXPECTED_PER_ELIGIBILITY = 0.25;

export function setTheYear(world: World): void {
  const { council, market, era } = world;
  const floorGrowth = council.floorAtApril > 0 ? era.wages.floor / council.floorAtApril - 1 : 0;
  council.floorAtApril = era.wages.floor;
  market.priceIndex *= 1 + era.prices.inflation;
  setTaxes(world);
  setWeeklyRevenue(world);
  world.providers.columns.insurance.fill(0);
  const growth = costGrowth(floorGrowth, era.prices.inflation);
  forecastGap(world, growth);
  if (!world.frozen.prices) raiseFees(world, growth, floorGrowth);
  closeGap(world, growth);
  if (!world.frozen.matching && !world.frozen.prices) {
    tender(world);
    awardLots(world);
  }
  council.priceAtApril = market.meanPrice;
  if (!world.frozen.prices) setRates(world);
  world.events.add(world.week, EventKind["council.directPaymentRate"], 0, council.directPaymentRate[0]);
}

/** The precept is a share of last year's whole tax, stays in the tax, and is kept for adult social care. */
function setTaxes(world: World): void {
  const { council, era, events } = world;
  const before = council.bandDCore + council.bandDPrecept;
  council.bandDCore += before * era.council.coreRise;
  council.bandDPrecept += before * era.council.precept;
  council.taxBaseIndex *= 1 + era.council.taxBaseGrowth;
  events.add(world.week, EventKind["council.precept"], 0, era.council.precept);
}

/** Share of gross spending that follows the cost of care rather than general prices (86 of £112m: opening stocks). */
const CARE_SHARE_OF_SPEND = 0.77;

/** The gap is next year's net cost at today's policy less next year's revenue, over that net cost. */
function forecastGap(world: World, growth: number): void {
  const { council, era, events } = world;
  const demography = era.demand.growthPerYear[0];
  const pressure = CARE_SHARE_OF_SPEND * (growth + demography) + (1 - CARE_SHARE_OF_SPEND) * era.prices.inflation;
  const charges = council.chargesMean * (1 + era.prices.inflation);
  const net = council.grossMean * (1 + pressure) - charges;
  const revenue = weeklyRevenue(council);
  council.netBudget = revenue;
  council.gap = net > 0 ? (net - revenue) / net : 0;
  events.add(world.week, EventKind["council.gap"], 0, council.gap);
}

/**
 * Takes the measures of the plan in order until what fee restraint and reserves leave of the gap is closed. Reserves
 * above their minimum may carry a third of themselves in a year.
 */
function closeGap(world: World, growth: number): void {
  const { council, ledger, accounts, era } = world;
  const net = council.grossMean - council.chargesMean;
  let left = council.gap * net - sparedByFees(world, growth);
  if (left <= 0) {
    giveBack(world, -left / 2);
    return;
  }
  const least = era.council.minimumReserves * council.netBudget * WEEKS_PER_YEAR;
  const spare = Math.max(0, ledger.balances[accounts.reserves] - least);
  const carried = Math.min(left, spare / (RESERVE_YEARS * WEEKS_PER_YEAR));
  noteMeasure(world, carried, "reserves");
  left -= carried;
  for (const measure of SAVINGS_PLAN) {
    if (left <= 0) break;
    const saved = take(world, measure, left);
    left -= saved;
    noteMeasure(world, saved, measure.cause);
  }
}
/** Years over which reserves above their minimum are spread (assumption 2–5). */
const RESERVE_YEARS = 3;

/** What fees and prices that do not follow cost growth save against the forecast, pence a week. */
function sparedByFees(world: World, growth: number): number {
  const { council, era } = world;
  const services = upliftOf(era, council.passThrough, growth, council.gap);
  const homeCare = feeUplift(era, council.gap, growth);
  const share = HOME_CARE_SHARE_OF_CARE;
  const given = share * homeCare + (1 - share) * services;
  return (growth - given) * CARE_SHARE_OF_SPEND * council.grossMean;
}
/** Spending that follows the framework fee, of all that follows the cost of care (£23m of £86m at the start). */
const HOME_CARE_SHARE_OF_CARE = 0.27;

function noteMeasure(world: World, weekly: number, cause: SavingsMeasure["cause"] | "reserves"): void {
  if (weekly <= 0) return;
  const yearly = world.ledger.round(weekly * WEEKS_PER_YEAR);
  world.events.add(world.week, EventKind["council.measure"], 0, yearly, EventCause[cause]);
}

/** Takes as much of one measure as the gap needs and its cap allows; returns what is expected of it, pence a week. */
function take(world: World, measure: SavingsMeasure, left: number): number {
  const { council, era } = world;
  const cap = measure.cap(era);
  const perUnit = expectedPerUnit(world, measure.cause);
  if (perUnit <= 0 || cap <= 0) return 0;
  const units = Math.min(cap, left / perUnit);
  if (measure.cause === "other spending") council.otherRatio *= 1 - units;
  else if (measure.cause === "assessment posts") council.staffRatio *= 1 - units;
  else if (measure.cause === "review tightness") council.recognition = Math.max(0, council.recognition - units);
  else if (measure.cause === "eligibility") council.eligibility *= 1 - units;
  else council.push += units;
  return units * perUnit;
}

/** The finance estimate of one unit of a measure, pence a week. */
function expectedPerUnit(world: World, cause: SavingsMeasure["cause"]): number {
  const { council } = world;
  if (cause === "other spending") return otherSpend(world);
  if (cause === "assessment posts") return staffSpend(world);
  if (cause === "review tightness") return council.communityMean * EXPECTED_PER_RECOGNITION;
  if (cause === "eligibility") return council.communityMean * EXPECTED_PER_ELIGIBILITY;
  return council.communityMean * EXPECTED_PER_PUSH;
}

/** What can be spent of a surplus goes into undoing the plan, last measure first, at the plan's own prices. */
function giveBack(world: World, surplus: number): void {
  let left = surplus;
  for (const measure of [...SAVINGS_PLAN].reverse()) {
    if (left <= 0) return;
    left -= undo(world, measure, left);
  }
}

/** Undoes as much of one measure as money and its cap allow; returns what that costs, pence a week. */
function undo(world: World, measure: SavingsMeasure, left: number): number {
  const { council, era } = world;
  const perUnit = expectedPerUnit(world, measure.cause);
  if (perUnit <= 0) return 0;
  const units = Math.min(measure.cap(era), left / perUnit, takenOf(world, measure.cause));
  if (measure.cause === "other spending") council.otherRatio += units;
  else if (measure.cause === "assessment posts") council.staffRatio += units;
  else if (measure.cause === "review tightness") council.recognition += units;
  else if (measure.cause === "eligibility") council.eligibility += units;
  else council.push -= units;
  return units * perUnit;
}

/** How much of a measure is in force. */
function takenOf({ council }: World, cause: SavingsMeasure["cause"]): number {
  if (cause === "other spending") return 1 - council.otherRatio;
  if (cause === "assessment posts") return 1 - council.staffRatio;
  if (cause === "review tightness") return 1 - council.recognition;
  return cause === "eligibility" ? 1 - council.eligibility : council.push;
}

/** Assessment posts in work. */
export const staffInPost = (world: World): number =>
  world.era.assessment.staff * world.era.size.scale * world.council.staffRatio;

/** What assessment posts cost, pence a week. */
export const staffSpend = (world: World): number =>
  (staffInPost(world) * world.era.council.staffCost * world.market.priceIndex) / WEEKS_PER_YEAR;

/** What the rest of the account costs, pence a week. */
export const otherSpend = (world: World): number =>
  (world.era.council.otherSpend * world.era.size.scale * world.council.otherRatio * world.market.priceIndex) /
  WEEKS_PER_YEAR;
