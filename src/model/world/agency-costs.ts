/** What an hour costs one agency, and what it asks of individuals. Agencies run more or less leanly than the mean. */
import { avoidableCost, labourPerHour, overheadPerHour, unitCost } from "../rules/cost.ts";
import { privatePrice } from "../rules/price.ts";
import { setBuyerShares } from "./buyer-shares.ts";
import { ProviderKind } from "./codes.ts";
import { worthOfHour } from "./contract.ts";
import type { World } from "./world.ts";

/** Mileage and running costs of an hour, pence. */
export const agencyOverhead = (world: World, row: number): number =>
  overheadPerHour(world.era, world.market.priceIndex) * world.providers.columns.overheadRatio[row];

/** Pay, mileage and running costs of an hour, pence. */
function hourlyCost(world: World, row: number): number {
  const { wage, travel, workers, withheld } = world.providers.columns;
  return labourPerHour(world.era, wage[row], travel[row], workers[row], withheld[row]) + agencyOverhead(world, row);
}

/** The same with fixed costs and full drawings, spread over `hours`: those it has agreed to give unless told. */
export function fullCost(world: World, row: number, hours = world.providers.columns.booked[row] / 60): number {
  const { wage, travel, workers, overheadRatio, withheld } = world.providers.columns;
  const prices = world.market.priceIndex;
  return unitCost(world.era, prices, wage[row], travel[row], workers[row], hours, overheadRatio[row], withheld[row]);
}

/** What one more hour costs, pence. */
export function avoidableHour(world: World, row: number): number {
  const { wage, travel, workers, overheadRatio, withheld } = world.providers.columns;
  const prices = world.market.priceIndex;
  return avoidableCost(world.era, prices, wage[row], travel[row], workers[row], overheadRatio[row], withheld[row]);
}

/** What a micro-provider asks for an hour, pence: pay, running costs and a little more. */
export function microPrice(world: World, row: number): number {
  const { wage, travel, workers, withheld } = world.providers.columns;
  const pay = labourPerHour(world.era, wage[row], travel[row], workers[row], withheld[row]);
  return (
    (pay + world.era.prices.microOverheadPerHour * world.market.priceIndex) * (1 + world.era.providers.microMargin)
  );
}

/** What the council's hours bring less than they cost, over all hours that an agency gives, pence. */
function shortfallOfFee(world: World, row: number): number {
  const { booked, privateBooked } = world.providers.columns;
  if (booked[row] <= 0) return 0;
  const ofCouncil = 1 - privateBooked[row] / booked[row];
  return Math.max(0, fullCost(world, row) - worthOfHour(world, row)) * ofCouncil;
}

/** Every agency's private price from its own costs and its part of the market, and their mean by private hours. */
export function setPrivatePrices(world: World): void {
  const { providers, market, era } = world;
  const { kind, price, privateBooked, buyerShare } = providers.columns;
  setBuyerShares(world);
  let priced = 0;
  let minutes = 0;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (kind[row] !== ProviderKind.agency) continue;
    price[row] = privatePrice(era, hourlyCost(world, row), shortfallOfFee(world, row), buyerShare[row]);
    // A minute more, so that a market without private hours still has a mean.
    priced += price[row] * (privateBooked[row] + 1);
    minutes += privateBooked[row] + 1;
  }
  if (minutes > 0) market.meanPrice = priced / minutes;
}

/** Running costs that follow hours, pence per hour. */
export function runningCost(world: World, row: number): number {
  const { era, market, providers } = world;
  const kind = providers.columns.kind[row];
  if (kind === ProviderKind.agency) return agencyOverhead(world, row);
  const { supportedLivingOverheadPerHour, dayOverheadPerHour, microOverheadPerHour } = era.prices;
  if (kind === ProviderKind.micro) return microOverheadPerHour * market.priceIndex;
  const hourly = kind === ProviderKind.supportedLiving ? supportedLivingOverheadPerHour : dayOverheadPerHour;
  return hourly * market.priceIndex;
}

/** What the owner of a new agency puts in, pence, at today's prices. */
export const startUpCash = ({ era, market, ledger }: World): number =>
  ledger.round(era.providers.startUpCash * market.priceIndex);
