/** What agencies ask of individuals, and what they accept from the council. */
import type { Era } from "../levers/index.ts";

/**
 * The private price: a mark-up on what an hour costs, and part of what the framework fee falls short of it, pence.
 */
export function privatePrice(era: Era, hourlyCost: number, fullCost: number, fee: number): number {
  const markedUp = hourlyCost / (1 - 1 / era.providers.priceElasticity);
  const shortfall = Math.max(0, fullCost - fee);
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
