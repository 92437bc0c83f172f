/** How the council's April turns a budget gap into fees. */
import type { Era } from "../levers/index.ts";

/** How fast a cost grows, as the council reckons it: what the wage floor adds to it, and all together. */
export interface CostGrowth {
  readonly wages: number;
  readonly all: number;
}

const growthOf = (payShare: number, floorGrowth: number, inflation: number): CostGrowth => ({
  wages: payShare * floorGrowth,
  all: payShare * floorGrowth + (1 - payShare) * inflation,
});

/** The growth of an agency's unit cost. */
export const costGrowth = ({ prices }: Era, floorGrowth: number): CostGrowth =>
  growthOf(prices.payShare, floorGrowth, prices.inflation);

/** The growth of the cost of supported living or, where `day`, of day services. */
export const serviceCostGrowth = ({ prices }: Era, day: boolean, floorGrowth: number): CostGrowth =>
  growthOf(day ? prices.dayPayShare : prices.supportedLivingPayShare, floorGrowth, prices.inflation);

/** The share of cost growth that a council with this gap (over forecast net cost) passes on in what it buys. */
export const gapPassThrough = (era: Era, gap: number): number =>
  Math.min(era.framework.mostPassThrough, Math.max(0, 1 - era.framework.gapEffect * gap));

/** The same for the framework fee, where a lever may take the decision. */
export const feePassThrough = (era: Era, gap: number): number =>
  era.framework.feePassThrough >= 0 ? era.framework.feePassThrough : gapPassThrough(era, gap);

/**
 * April's uplift as a share: cost growth as far as it is passed on, less efficiency asked; not less than the part of the
 * wage floor's rise that the duty to sustain the market asks for, and never a cut.
 */
export function upliftOf(era: Era, pass: number, growth: CostGrowth, gap: number): number {
  const asked = gap > 0 ? era.framework.efficiency : 0;
  return Math.max(0, era.framework.leastWagePassThrough * growth.wages, pass * growth.all - asked);
}

/** The framework fee's uplift; the council's own rule, its efficiency and its duty count only where no lever decides. */
export function feeUplift(era: Era, gap: number, growth: CostGrowth): number {
  const { feePassThrough: decided } = era.framework;
  return decided >= 0 ? Math.max(0, decided * growth.all) : upliftOf(era, gapPassThrough(era, gap), growth, gap);
}
