/** The opening providers: agencies unequal in size, the council's own team, supported living, day services. */
import { lognormal, normal, normalQuantile, uniformBetween } from "../../kernel/distributions.ts";
import { travelShare } from "../rules/cost.ts";
import { paymentRate } from "../rules/payment-rate.ts";
import { setPrivatePrices } from "./agency-costs.ts";
import { Holder, ProviderKind, ProviderStatus } from "./codes.ts";
import { fitMarket, MAX_ZONES } from "./market.ts";
import type { World } from "./world.ts";

const DRAW = { size: 0, zone: 1, wage: 2, premium: 3, zeroHours: 4, quality: 5, direction: 6, overhead: 7 } as const;
/** Lots in all zones that there can be. */
export const EVERY_ZONE = 255;

/** A provider with its own pay, quality and place; agencies also get a size that clients are drawn by. */
export function addProvider(world: World, key: number, kind: number): number {
  const { providers, era } = world;
  const draws = world.draws["founding.provider"];
  const row = providers.add(key);
  fitMarket(world.market, providers.rows);
  const columns = providers.columns;
  columns.kind[row] = kind;
  columns.status[row] = ProviderStatus.trading;
  columns.enteredWeek[row] = world.week;
  columns.account[row] = world.ledger.open(Holder.provider);
  columns.homeZone[row] = Math.floor(draws.uniform(key, DRAW.zone) * era.size.zones);
  columns.zones[row] = (1 << era.size.zones) - 1;
  columns.lots[row] = EVERY_ZONE;
  columns.giveShare[row] = 1;
  columns.premium[row] = uniformBetween(draws.uniform(key, DRAW.premium), 0, era.labour.premiumOverFloor);
  const spread = normal(draws.uniform(key, DRAW.wage), 1, era.labour.openingWageSpread);
  columns.wage[row] = Math.max(world.market.meanWage * spread, era.wages.floor * (1 + columns.premium[row]));
  const lean = normal(draws.uniform(key, DRAW.overhead), 1, era.prices.overheadSpread);
  columns.overheadRatio[row] = kind === ProviderKind.agency ? Math.max(era.prices.leanest, lean) : 1;
  columns.zeroHours[row] = zeroHoursBent(world, row);
  columns.quality[row] = qualityBent(world, row);
  columns.travel[row] = kind === ProviderKind.agency || kind === ProviderKind.inHouse ? era.labour.travelShare : 0;
  return row;
}

/**
 * The quality a provider tends to by itself, standard deviations: its own for good. Where people and brokers have long
 * chosen by it, those that opened large are the better.
 */
export function qualityBent({ draws, providers, era }: World, row: number): number {
  const own = draws["founding.provider"];
  const key = providers.keys[row];
  const { agencyQuality } = era.size;
  const chance = normal(own.uniform(key, DRAW.quality), 0, Math.sqrt(1 - agencyQuality * agencyQuality));
  return chance + agencyQuality * normalQuantile(own.uniform(key, DRAW.size));
}

/** The share of its workers whom a provider by itself would leave without guaranteed hours. */
export const zeroHoursBent = ({ draws, providers, era }: World, row: number): number =>
  era.labour.zeroHoursLeast +
  era.labour.zeroHoursSpan * draws["founding.provider"].uniform(providers.keys[row], DRAW.zeroHours);

/** An agency serves its home zone and, the larger it is, more of the neighbouring ones. */
export function setReach(world: World, row: number, clients: number): void {
  const { providers, era } = world;
  const columns = providers.columns;
  const zones = era.size.zones;
  const reach = 1 + Math.floor(((zones - 1) * clients) / (clients + era.providers.halfReachClients) + 0.5);
  const direction = world.draws["founding.provider"].uniform(providers.keys[row], DRAW.direction) < 0.5 ? 1 : zones - 1;
  let bits = 0;
  for (let step = 0; step < reach; step++) bits |= 1 << ((columns.homeZone[row] + step * direction) % zones);
  columns.zones[row] = bits;
}

/** Opens all providers. Keys number them from one; the in-house team comes first. */
export function foundProviders(world: World, keyOf: (ordinal: number) => number): void {
  const { era, providers } = world;
  const { size } = era;
  const draws = world.draws["founding.provider"];
  const count = (number: number): number => Math.floor(number * size.scale + 0.5);
  let ordinal = 0;
  addProvider(world, keyOf(ordinal++), ProviderKind.inHouse);
  const agencies = count(size.agencies);
  for (let index = 0; index < agencies; index++) {
    const row = addProvider(world, keyOf(ordinal++), ProviderKind.agency);
    const clients = lognormal(draws.uniform(providers.keys[row], DRAW.size), size.medianClients, size.agencySpread);
    providers.columns.sizeWeight[row] = clients;
    setReach(world, row, clients);
  }
  const others = [
    [
      ProviderKind.supportedLiving,
      size.supportedLivingProviders,
      size.supportedLiving,
      era.framework.supportedLivingPrice,
    ],
    [ProviderKind.dayService, size.dayProviders, size.dayServices, era.framework.dayPrice],
  ] as const;
  for (const [kind, number, peopleByGroup, price] of others) {
    const needed = peopleByGroup.reduce((sum, people) => sum + people, 0) * size.scale >= 0.5;
    const providersOfKind = needed ? Math.max(1, count(number)) : count(number);
    for (let index = 0; index < providersOfKind; index++) {
      const row = addProvider(world, keyOf(ordinal++), kind);
      providers.columns.price[row] = price;
    }
  }
  listFramework(world, count(era.framework.providers));
}

/** The council opens with its framework: the largest agencies, whatever their order. */
function listFramework(world: World, members: number): void {
  const { providers } = world;
  const { kind, sizeWeight, framework } = providers.columns;
  const agencies = Array.from(providers.live.subarray(0, providers.liveCount)).filter(
    (row) => kind[row] === ProviderKind.agency,
  );
  agencies.sort((a, b) => sizeWeight[b] - sizeWeight[a] || providers.keys[a] - providers.keys[b]);
  for (const row of agencies.slice(0, members)) framework[row] = 1;
}

/** Agencies on the framework. */
export function membersOf({ providers }: World): number {
  const { kind, framework } = providers.columns;
  let members = 0;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (kind[row] === ProviderKind.agency) members += framework[row];
  }
  return members;
}

/** Sets the travel norm so that the opening mean is the default, then every agency's travel from its own density. */
export function meanTravel(world: World): void {
  const { providers, market, era } = world;
  const columns = providers.columns;
  let weighted = 0;
  let booked = 0;
  for (let pass = 0; pass < 2; pass++) {
    for (let index = 0; index < providers.liveCount; index++) {
      const row = providers.live[index];
      if (columns.kind[row] > ProviderKind.inHouse) continue;
      columns.travel[row] = travelShare(era, ownZoneHours(world, row), market.travelNorm);
      if (pass > 0) continue;
      weighted += columns.travel[row] * columns.booked[row];
      booked += columns.booked[row];
    }
    if (pass === 0 && weighted > 0) market.travelNorm = (era.labour.travelShare * booked) / weighted;
  }
}

/** Own hours in a zone, weighted by the hours themselves: the density a carer on the round meets. */
export function ownZoneHours(world: World, row: number): number {
  const { zoneMinutes } = world.market;
  let sum = 0;
  let squares = 0;
  for (let zone = 0; zone < MAX_ZONES; zone++) {
    const minutes = zoneMinutes[row * MAX_ZONES + zone];
    sum += minutes;
    squares += minutes * minutes;
  }
  return sum > 0 ? squares / sum / 60 : 0;
}

/** Opening private prices and direct-payment rates; later prices are compared with these. */
export function priceProviders(world: World): void {
  const { market, council } = world;
  market.meanPrice = council.fee;
  setPrivatePrices(world);
  market.openingPrice = market.meanPrice;
  council.priceAtApril = market.meanPrice;
  for (let group = 0; group < 4; group++) {
    council.directPaymentRate[group] = paymentRate(world.era, group, council.fee, market.meanPrice);
  }
}
