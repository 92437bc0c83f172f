/** How the council's April turns a budget gap into fees. */
import type { Era } from "../levers/index.ts";

/** How fast an agency's unit cost grows, as the council reckons it. */
export const costGrowth = ({ prices }: Era, floorGrowth: number): number =>
  prices.payShare * floorGrowth + (1 - prices.payShare) * prices.inflation;

/** How fast the cost of supported living (or, where `day`, of day services) grows. */
export function serviceCostGrowth({ prices }: Era, day: boolean, floorGrowth: number): number {
  const wages = day ? prices.dayPayShare : prices.supportedLivingPayShare;
  return wages * floorGrowth + (1 - wages) * prices.inflation;
}

/** The share of cost growth that a council with this gap (over net budget) passes on in what it buys. */
export const gapPassThrough = (era: Era, gap: number): number =>
  Math.min(era.framework.mostPassThrough, Math.max(0, 1 - era.framework.gapEffect * gap));

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
