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

/** The share of cost growth that fees follow: a lever, or what the gap (over net budget) leaves. */
export function passThrough(era: Era, gap: number): number {
  if (era.framework.feePassThrough >= 0) return era.framework.feePassThrough;
  return Math.min(MOST_PASS_THROUGH, Math.max(0, 1 - era.framework.gapEffect * gap));
}

/** April's uplift of fees as a share; never a cut within a contract. */
export function feeUplift(era: Era, pass: number, growth: number, gap: number): number {
  const asked = gap > 0 && era.framework.feePassThrough < 0 ? era.framework.efficiency : 0;
  return Math.max(0, pass * growth - asked);
}
