/** What agencies ask of individuals, and what they accept from the council. */
import type { Era } from "../levers/index.ts";

/** Nobody raises prices without end: an agency that has more of the market than this prices as if it had so much. */
const MOST_SHARE = 0.8;

/**
 * The elasticity that a seller with a share of the market sees: buyers who spend what they have change sellers by
 * `priceElasticity`, but whoever sells everything sees the elasticity of the whole, which is 1 (Atkeson and Burstein 2008).
 */
function ownElasticity({ providers }: Era, share: number): number {
  return 1 + (providers.priceElasticity - 1) * (1 - providers.marketPower * Math.min(share, MOST_SHARE));
}

/**
 * The private price: a mark-up on what an hour costs, higher for one of few, and part of what the framework fee falls
 * short of it, pence.
 *
 * @param shortfall of the framework fee under the full cost of an hour, spread over all hours that the agency gives
 * @param share what the agency gives of all that individuals buy where it works
 */
export function privatePrice(era: Era, hourlyCost: number, shortfall: number, share: number): number {
  const markedUp = hourlyCost / (1 - 1 / ownElasticity(era, share));
  const passed = Math.min(era.providers.crossSubsidy * shortfall, era.providers.crossSubsidyCap * markedUp);
  return markedUp + passed;
}

/**
 * The least price at which one more package is worth taking, pence per hour: avoidable cost, and the shadow value of
 * the worker-hours, which is what private work actually waiting in the zone would earn.
 */
export function reservePrice(
  era: Era,
  avoidable: number,
  ownPrice: number,
  privateWaitingMinutes: number,
  freeMinutes: number,
): number {
  const privateMargin = Math.max(0, ownPrice - avoidable);
  const scarcity = Math.min(1, privateWaitingMinutes / Math.max(freeMinutes, 60));
  return avoidable + era.providers.scarcityWeight * privateMargin * scarcity;
}
