/** How the council's April turns a budget gap into fees. */
import type { Era } from "../levers/index.ts";

/** Shares of an agency's unit cost that follow the wage floor and general prices (E7-010). */
const WAGE_SHARE = 0.65;
const PRICE_SHARE = 0.35;
/** A council with money to spare lets fees catch up, but no faster than half as fast again as cost. */
const MOST_PASS_THROUGH = 1.5;

/** The same for supported living and for day services: pay over price at the start (assumption ± 0.1). */
const SUPPORTED_LIVING_WAGE_SHARE = 0.6;
const DAY_WAGE_SHARE = 0.2;

/** How fast an agency's unit cost grows, as the council reckons it. */
export const costGrowth = (floorGrowth: number, inflation: number): number =>
  WAGE_SHARE * floorGrowth + PRICE_SHARE * inflation;

/** How fast the cost of supported living (or, where `day`, of day services) grows. */
export function serviceCostGrowth(day: boolean, floorGrowth: number, inflation: number): number {
  const wages = day ? DAY_WAGE_SHARE : SUPPORTED_LIVING_WAGE_SHARE;
  return wages * floorGrowth + (1 - wages) * inflation;
}

/** The share of cost growth that a council with this gap (over net budget) passes on in what it buys. */
export const gapPassThrough = (era: Era, gap: number): number =>
  Math.min(MOST_PASS_THROUGH, Math.max(0, 1 - era.framework.gapEffect * gap));

/** The same for the framework fee, where a lever may take the decision. */
export const feePassThrough = (era: Era, gap: number): number =>
  era.framework.feePassThrough >= 0 ? era.framework.feePassThrough : gapPassThrough(era, gap);

/** April's uplift as a share: cost growth as far as it is passed on, less efficiency asked; never a cut. */
export function upliftOf(era: Era, pass: number, growth: number, gap: number): number {
  const asked = gap > 0 ? era.framework.efficiency : 0;
  return Math.max(0, pass * growth - asked);
}

/** The framework fee's uplift; efficiency is asked only where the council's own rule decides. */
export function feeUplift(era: Era, gap: number, growth: number): number {
  const pass = feePassThrough(era, gap);
  return era.framework.feePassThrough >= 0 ? Math.max(0, pass * growth) : upliftOf(era, pass, growth, gap);
}
