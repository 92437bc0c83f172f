/** What a person brings along. Each trait has its own draw number, so that a new trait changes nobody's old ones. */
import { lognormal, normal, normalQuantile, normalShare } from "../../kernel/distributions.ts";
import { placeInRound, type Draws } from "../../kernel/index.ts";
import { exp, log } from "../../kernel/math.ts";
import type { Era } from "../levers/index.ts";
import { withinScale } from "../rules/quality-of-life.ts";
import { usualNeed } from "../rules/usual-need.ts";
import { Holder } from "./codes.ts";
import type { World } from "./world.ts";

const TRAIT = {
  zone: 0,
  carer: 1,
  capacity: 2,
  income: 3,
  savings: 4,
  means: 5,
  taste: 6,
  base: 7,
  finding: 8,
} as const;
/** Draw numbers from here on are free for whoever adds the person. */
export const FIRST_FREE_DRAW = 16;

/** Long before any week: no crisis and no assessment yet. */
const LONG_AGO = -100_000;

/** Sets the share of people in each zone: towns first, thin countryside last. */
export function setZoneShares(world: World): void {
  const { zoneShares } = world.market;
  const { zones, zoneThinning } = world.era.size;
  let sum = 0;
  for (let zone = 0; zone < zones; zone++) sum += zoneShares[zone] = exp(-zoneThinning * zone);
  for (let zone = 0; zone < zones; zone++) zoneShares[zone] /= sum;
}

function zoneOf(world: World, u: number): number {
  const { zoneShares } = world.market;
  const last = world.era.size.zones - 1;
  let reached = 0;
  for (let zone = 0; zone < last; zone++) {
    reached += zoneShares[zone];
    if (u < reached) return zone;
  }
  return last;
}

/** Weekly charge by the means test in force, pence: income above the protected minimum, tariff income from savings. */
export function assessedCharge(world: World, row: number): number {
  const { assessment } = world.era;
  const { group, income, savings } = world.people.columns;
  const middle = assessment.excessIncome[group[row]];
  const excess = (middle + assessment.excessIncomeSpread * income[row]) * world.market.priceIndex;
  const tariff = Math.max(0, savings[row] - assessment.lowerCapitalLimit) / assessment.capitalPerPound;
  return world.ledger.round(Math.max(0, assessment.chargeShare * (excess + tariff * 100)));
}

/** What a person and family could spend on more care, pence a week. */
export const meansOf = (world: World, row: number): number =>
  world.people.columns.meansRatio[row] * world.era.directPayment.familyIncome * world.market.priceIndex;

/** What family adds to a person's own income is drawn beside it: who has more income can mostly spend more. */
function meansRatio({ directPayment }: Era, income: number, u: number): number {
  const { meansSpread, meansByIncome } = directPayment;
  const beside = Math.sqrt(1 - meansByIncome * meansByIncome) * normalQuantile(u);
  return exp(meansSpread * (meansByIncome * income + beside));
}

/** Sets what everybody has: a place, accounts, what they bring along to quality of life. */
export function settle(world: World, row: number, group: number, draws: Draws): void {
  const { era, people } = world;
  const key = people.keys[row];
  const columns = people.columns;
  columns.group[row] = group;
  columns.zone[row] = zoneOf(world, draws.uniform(key, TRAIT.zone));
  columns.enteredWeek[row] = world.week;
  columns.turn[row] = placeInRound(key);
  columns.crisisWeek[row] = columns.reviewWeek[row] = LONG_AGO;
  columns.sessions[row] = era.outcomes.sessions[group];
  columns.finding[row] = draws.uniform(key, TRAIT.finding);
  columns.base[row] = normal(draws.uniform(key, TRAIT.base), era.outcomes.base, era.outcomes.baseSpread);
  columns.life[row] = withinScale(columns.base[row]);
  columns.openingLife[row] = -1;
  columns.continuity[row] = era.outcomes.openingContinuity;
  columns.account[row] = world.ledger.open(Holder.person);
  columns.budgetAccount[row] = world.ledger.open(Holder.person);
}

/** Sets what matters to those who stay: carers, means and taste. Returns savings, pence: no more than `most`, as drawn. */
export function giveTraits(world: World, row: number, group: number, draws: Draws, most = Infinity): number {
  const { era, people } = world;
  const key = people.keys[row];
  const columns = people.columns;
  const { assessment, directPayment } = era;
  settle(world, row, group, draws);
  columns.carer[row] = draws.uniform(key, TRAIT.carer);
  columns.income[row] = normalQuantile(draws.uniform(key, TRAIT.income));
  const { savingsMedian, savingsSpread } = assessment;
  const within = shareUpTo(most, savingsMedian, savingsSpread);
  const savings = lognormal(draws.uniform(key, TRAIT.savings) * within, savingsMedian, savingsSpread);
  columns.savings[row] = savings;
  columns.charge[row] = assessedCharge(world, row);
  columns.meansRatio[row] = meansRatio(era, columns.income[row], draws.uniform(key, TRAIT.means));
  columns.taste[row] = lognormal(draws.uniform(key, TRAIT.taste), directPayment.taste, directPayment.tasteSpread);
  return savings;
}

/** Share of a lognormal that is not above a limit. */
const shareUpTo = (limit: number, median: number, spread: number): number =>
  limit > 0 && limit < Infinity && median > 0 && spread > 0 ? normalShare(log(limit / median) / spread) : 1;

/** Sets how far somebody can manage, once the need is known: where it is of the mind, those who need more can manage less. */
export function giveCapacity(world: World, row: number, draws: Draws): void {
  const { era, people } = world;
  const { group, need, capacity } = people.columns;
  const own = group[row];
  const { outcomes, demand } = era;
  const usual = medianOfMean(usualNeed(era, own), demand.hoursSpread[own]);
  const mean = outcomes.capacity[own] + outcomes.capacityByNeed[own] * log(need[row] / usual);
  const drawn = normal(draws.uniform(people.keys[row], TRAIT.capacity), mean, outcomes.capacitySpread);
  capacity[row] = Math.min(1, Math.max(0, drawn));
}

/** Sets a person's need, minutes a week, and what follows from it. */
export function setNeed(world: World, row: number, minutes: number): void {
  const { columns } = world.people;
  columns.need[row] = minutes;
  columns.needTerm[row] = log(Math.max(minutes, 15) / 480);
}

/** Median of a lognormal with a given mean and spread. */
export const medianOfMean = (mean: number, sigma: number): number => mean * exp(-0.5 * sigma * sigma);

/** Care is agreed in quarter hours, at least one. */
export const inQuarterHours = (minutes: number): number => Math.max(15, Math.floor(minutes / 15 + 0.5) * 15);
