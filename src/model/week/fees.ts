/** What the council pays this week: framework fee, prices of services, direct-payment rates. */
import { feeUplift, gapPassThrough, serviceCostGrowth, upliftOf, type CostGrowth } from "../rules/fee.ts";
import { paymentRate } from "../rules/payment-rate.ts";
import { ProviderKind } from "../world/codes.ts";
import { EventCause, EventKind } from "../world/events.ts";
import type { World } from "../world/world.ts";
import { marginOf } from "./labour.ts";

/** April's uplift of everything the council buys, by the fee rule. */
export function raiseFees(world: World, growth: CostGrowth, floorGrowth: number): void {
  const { council, era, events } = world;
  council.passThrough = gapPassThrough(era, council.feeGap);
  council.ruleFee *= 1 + feeUplift(era, council.feeGap, growth);
  council.careHomeIndex *= 1 + upliftOf(era, council.passThrough, growth, council.feeGap);
  council.fee = feeInForce(world);
  repriceServices(world, floorGrowth);
  events.add(world.week, EventKind["council.fee"], 0, council.fee, EventCause["fee restraint"]);
}

/** Supported living and day services: their own cost growth passed on alike, and losses beyond bearing made good. */
function repriceServices(world: World, floorGrowth: number): void {
  const { council, era, providers } = world;
  const { kind, price } = providers.columns;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (kind[row] <= ProviderKind.inHouse || kind[row] === ProviderKind.micro) continue;
    const day = kind[row] === ProviderKind.dayService;
    const growth = serviceCostGrowth(era, day, floorGrowth);
    price[row] *= 1 + upliftOf(era, council.passThrough, growth, council.feeGap);
    const margin = marginOf(world, row);
    if (margin < -era.framework.openBookLoss) price[row] *= 1 - margin + era.framework.openBookSurplus;
  }
}

/** The rule's fee, times the lever's extra change, not under the lever's floor. */
export function feeInForce(world: World): number {
  const { council, era } = world;
  return Math.max(council.ruleFee * era.framework.feeChange, era.framework.feeFloor * era.wages.floor);
}

/** Fee and direct-payment rates by the levers in force; what they rest on moves only in April. */
export function setRates(world: World): void {
  const { council, era } = world;
  council.fee = feeInForce(world);
  council.assistantRate = era.directPayment.assistantRate * council.floorAtApril;
  for (let group = 0; group < 4; group++) {
    const rate = paymentRate(era, group, council.fee, council.priceAtApril);
    council.directPaymentRate[group] = rate * council.rateRatio;
  }
}
