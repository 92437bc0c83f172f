/**
 * Each April the council forecasts what its care will cost, counts what it will have, and closes the gap in order:
 * first by what it does not add to fees, then by its savings plan, last from reserves.
 */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { costGrowth } from "../rules/fee.ts";
import { SAVINGS_PLAN, type SavingsMeasure } from "../rules/savings.ts";
import { EventCause, EventKind } from "../world/events.ts";
import type { World } from "../world/world.ts";
import { setWeeklyRevenue, weeklyRevenue } from "../world/revenue.ts";
import { raiseFees, setRates } from "./fees.ts";
import { tender } from "./tender.ts";

/** Half of what a direct payment costs less than a managed package is what the plan expects of one more (NAO 13). */
const EXPECTED_PER_PUSH = 0.01;
/** What the plan expects of reviews that recognise one unit less of grown need, over community spending. */
const EXPECTED_PER_RECOGNITION = 0.03;

export function setTheYear(world: World): void {
  const { council, market, era } = world;
  const floorGrowth = council.floorAtApril > 0 ? era.wages.floor / council.floorAtApril - 1 : 0;
  council.floorAtApril = era.wages.floor;
  market.priceIndex *= 1 + era.prices.inflation;
  followPrices(world, 1 + era.prices.inflation);
  setTaxes(world);
  setWeeklyRevenue(world);
  world.providers.columns.insurance.fill(0);
  const growth = costGrowth(floorGrowth, era.prices.inflation);
  forecastGap(world, growth);
  if (!world.frozen.prices) raiseFees(world, growth, floorGrowth);
  closeGap(world, growth);
  if (!world.frozen.matching && !world.frozen.prices) tender(world);
  council.priceAtApril = market.meanPrice;
  if (!world.frozen.prices) setRates(world);
  world.events.add(world.week, EventKind["council.directPaymentRate"], 0, council.directPaymentRate[0]);
}

/** Incomes, charges and families' means follow general prices. */
function followPrices(world: World, ratio: number): void {
  const { people, ledger } = world;
  const { charge, means } = people.columns;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    charge[row] = ledger.round(charge[row] * ratio);
    means[row] *= ratio;
  }
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

/** Takes the measures of the plan in order until the gap that fee restraint left is closed. */
function closeGap(world: World, growth: number): void {
  const { council, events } = world;
  const net = council.grossMean - council.chargesMean;
  const spared = Math.max(0, growth * (1 - council.passThrough)) * CARE_SHARE_OF_SPEND * council.grossMean;
  let left = council.gap * net - spared;
  if (left <= 0) {
    giveBack(world, -left);
    return;
  }
  for (const measure of SAVINGS_PLAN) {
    if (left <= 0) break;
    const saved = take(world, measure, left);
    left -= saved;
    const yearly = world.ledger.round(saved * WEEKS_PER_YEAR);
    events.add(world.week, EventKind["council.measure"], 0, yearly, EventCause[measure.cause]);
  }
  if (left > 0) {
    const yearly = world.ledger.round(left * WEEKS_PER_YEAR);
    events.add(world.week, EventKind["council.measure"], 0, yearly, EventCause.reserves);
  }
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
  const { council, era } = world;
  if (cause === "other spending") return otherSpend(world);
  if (cause === "assessment posts") return staffSpend(world);
  if (cause === "review tightness") return council.communityMean * EXPECTED_PER_RECOGNITION;
  if (cause === "eligibility") return council.communityMean / 4;
  return (council.communityMean * EXPECTED_PER_PUSH) / era.council.pushSteps;
}

/** What a surplus undoes first: half of it goes back into recognition, eligibility and other spending. */
function giveBack(world: World, surplus: number): void {
  const { council, era } = world;
  council.recognition = Math.min(1, council.recognition + era.council.reviewCutCap);
  council.eligibility = Math.min(1, council.eligibility * (1 + era.council.eligibilityCutCap));
  const other = otherSpend(world);
  if (other > 0) council.otherRatio *= 1 + Math.min(era.council.otherCutCap, surplus / 2 / other);
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
