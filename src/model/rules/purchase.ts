/** How many hours somebody buys with a budget, and what they add to it. */
import { pow } from "../../kernel/math.ts";
import type { Era } from "../levers/index.ts";

export interface Purchase {
  /** Minutes a week. */
  minutes: number;
  /** Pence a week beyond the budget. */
  topUp: number;
}

/**
 * A holder of a direct payment faces a kinked budget: up to the budget hours are free, beyond it each costs the full
 * price. What the last assessed hours are worth decides between topping up and making do.
 *
 * @param assessed minutes a week @param budget pence a week, charge included @param price pence an hour
 * @param usualPrice what an hour cost at the start, in today's money, pence @param taste as in the table of people
 * @param means what person and family could spend on more care, pence a week @param usualMeans the same of the usual family
 * @param out reused to avoid allocation
 */
export function buyWithBudget(
  era: Era,
  assessed: number,
  budget: number,
  price: number,
  usualPrice: number,
  taste: number,
  means: number,
  usualMeans: number,
  out: Purchase,
): void {
  const affordable = price > 0 ? (budget * 60) / price : assessed;
  if (affordable >= assessed) {
    out.minutes = assessed;
    out.topUp = 0;
    return;
  }
  const { hoursElasticity, topUpLimit } = era.directPayment;
  const worth = worthOfLast(era, usualPrice, taste, means, usualMeans);
  const desired = Math.min(assessed, assessed * pow(worth / price, hoursElasticity));
  const limit = Math.max(0, means) * topUpLimit;
  const extra = Math.max(0, Math.min(limit, ((desired - affordable) * price) / 60));
  out.minutes = Math.floor(affordable + (extra * 60) / price);
  out.topUp = extra;
}

/** What the last assessed hour is worth to a person and the family, pence: by taste, and by means against the usual ones. */
export function worthOfLast(
  { directPayment }: Era,
  usualPrice: number,
  taste: number,
  means: number,
  usualMeans: number,
): number {
  const income = usualMeans > 0 ? pow(Math.max(0, means) / usualMeans, directPayment.incomeElasticity) : 0;
  return taste * usualPrice * income;
}

/** Somebody who commissions for another buys what the budget pays for, and no more: minutes a week. */
export const buyWithinBudget = (assessed: number, budget: number, price: number): number =>
  price > 0 ? Math.min(assessed, Math.floor((Math.max(0, budget) * 60) / price)) : assessed;

/** A self-funder buys fewer hours the dearer they are. */
export function buyWithOwnMoney(era: Era, wanted: number, price: number, usualPrice: number): number {
  if (price <= usualPrice || price <= 0) return wanted;
  return Math.floor(wanted * pow(usualPrice / price, era.demand.selfFundedElasticity));
}
