/** A provider at one moment: its book, its staff, its prices against its costs, and its cash. */
import { agencyOverhead, avoidableHour, fullCost } from "../../model/world/agency-costs.ts";
import { worthOfHour } from "../../model/world/contract.ts";
import { ProviderKind } from "../../model/world/codes.ts";
import { instalmentDue } from "../../model/world/loans.ts";
import { DUE_WEEKS } from "../../model/world/providers.ts";
import type { World } from "../../model/world/world.ts";
import { marginOf } from "../../model/week/labour.ts";
import type { Fact } from "./explanation.ts";
import { labourPerHour } from "../../model/rules/cost.ts";
import { fact } from "./teller.ts";

export interface ProviderState {
  readonly week: number;
  readonly kind: number;
  readonly clients: number;
  /** Minutes a week: agreed, of it bought by individuals, what staff could give, what was given. */
  readonly booked: number;
  readonly individual: number;
  readonly capacity: number;
  readonly delivered: number;
  readonly workers: number;
  readonly vacancy: number;
  readonly churn: number;
  /** Pence per hour. */
  readonly wage: number;
  readonly floor: number;
  /** What the council pays it, what individuals pay it, what an hour costs in full, and what one more hour costs. */
  readonly fee: number;
  readonly price: number;
  readonly fullCost: number;
  readonly avoidable: number;
  /** What the full cost of an hour is made of, pence; undefined where only the whole is known. */
  readonly parts: CostParts | undefined;
  /** Half-year mean of margin over revenue. */
  readonly margin: number;
  /** Pence a week, half-year means; cost with the owner's full drawings. */
  readonly revenue: number;
  readonly cost: number;
  /** Pence. */
  readonly cash: number;
  readonly limit: number;
  /** Owed by the council, pence. */
  readonly owed: number;
  /** What the owner would draw in full, pence a week; it is in the cost. */
  readonly drawings: number;
  /** On the owner's loan, pence a week. */
  readonly instalment: number;
  readonly framework: number;
}

/** Less than a worker's usual week: fixed costs spread over so few minutes say nothing of what an hour costs. */
const FEW_MINUTES = 20 * 60;

/** Whether there are hours enough for one to have a full cost. */
export const hasHours = ({ booked }: Pick<ProviderState, "booked">): boolean => booked >= FEW_MINUTES;

/** Pence of a contact hour. */
export interface CostParts {
  /** Pay and on-costs of the hour itself, and of travel. */
  readonly pay: number;
  readonly travel: number;
  /** Mileage and running costs that follow hours. */
  readonly running: number;
  /** Fixed costs and drawings over the hours agreed. */
  readonly fixed: number;
}

function costParts(world: World, row: number): CostParts {
  const { era } = world;
  const { wage, travel, workers, withheld } = world.providers.columns;
  const labour = labourPerHour(era, wage[row], travel[row], workers[row], withheld[row]);
  const pay = labourPerHour(era, wage[row], 0, workers[row], withheld[row]);
  const running = agencyOverhead(world, row);
  return { pay, travel: labour - pay, running, fixed: fullCost(world, row) - labour - running };
}

export function providerState(world: World, row: number): ProviderState {
  const { columns } = world.providers;
  const kind = columns.kind[row];
  const isAgency = kind === ProviderKind.agency;
  let owed = 0;
  for (let slot = 0; slot < DUE_WEEKS; slot++) owed += world.market.due[row * DUE_WEEKS + slot];
  // Others than agencies have no price list to work it out from: what their weeks cost, over the hours agreed.
  const hourly = (columns.costMean[row] * 60) / Math.max(columns.booked[row], 1);
  return {
    week: world.week,
    kind,
    clients: columns.clients[row],
    booked: columns.booked[row],
    individual: columns.privateBooked[row],
    capacity: columns.capacity[row],
    delivered: columns.delivered[row],
    workers: columns.workers[row],
    vacancy: columns.vacancy[row],
    churn: columns.churn[row],
    wage: columns.wage[row],
    floor: world.era.wages.floor,
    fee: isAgency ? worthOfHour(world, row) : columns.price[row],
    price: columns.price[row],
    fullCost: isAgency ? fullCost(world, row) : hourly,
    avoidable: isAgency ? avoidableHour(world, row) : hourly,
    parts: isAgency ? costParts(world, row) : undefined,
    margin: marginOf(world, row),
    revenue: columns.revenueMean[row],
    cost: columns.costMean[row],
    cash: world.ledger.balances[columns.account[row]],
    limit: -world.era.providers.overdraftWeeks * Math.max(columns.costMean[row], 1),
    owed,
    drawings: isAgency ? world.era.prices.drawingsPerWeek * world.market.priceIndex : 0,
    instalment: instalmentDue(world, row),
    framework: columns.framework[row],
  };
}

/** What an individual pays it, where it sells to individuals at all. */
const sells = ({ kind }: ProviderState): boolean => kind === ProviderKind.agency;

export function providerPortrait(world: World, row: number): Fact[] {
  const { columns } = world.providers;
  const now = providerState(world, row);
  const zones = zoneList(columns.zones[row], world.era.size.zones);
  const facts = [
    fact("kind", "what", KIND_WORDS[now.kind]),
    fact("zones", "serves", zones),
    fact("clients", "clients", now.clients, "people"),
    fact("booked", "agreed care", now.booked, "minutes per week"),
    fact("individual", "of which bought by individuals", now.booked > 0 ? now.individual / now.booked : 0, "share"),
    fact("workers", "care workers", now.workers, "workers"),
    fact("wage", "pays them", now.wage, "pence per hour"),
    fact("floor", "legal floor", now.floor, "pence per hour"),
    fact("fee", "the council pays it", now.fee, "pence per hour"),
  ];
  if (now.kind === ProviderKind.inHouse) return facts.slice(0, -1);
  if (sells(now)) {
    facts.push(
      fact("framework", "framework", now.framework === 1 ? "on it" : "not on it"),
      fact("price", "individuals pay", now.price, "pence per hour"),
      fact("buyerShare", "its part of what they buy near by", columns.buyerShare[row], "share"),
      fact("quality", "quality of care, against the mean", columns.quality[row], "standard deviations"),
      fact("overhead", "running costs, over the mean agency's", columns.overheadRatio[row], "times"),
    );
  }
  if (hasHours(now)) facts.push(fact("fullCost", "an hour costs it in full", now.fullCost, "pence per hour"));
  return [...facts, fact("cash", "cash", now.cash, "pence")];
}

const KIND_WORDS: Readonly<Record<number, string>> = {
  [ProviderKind.agency]: "a home care agency",
  [ProviderKind.inHouse]: "the council's own home care team",
  [ProviderKind.supportedLiving]: "a provider of supported living",
  [ProviderKind.dayService]: "a day service",
  [ProviderKind.micro]: "a micro-provider",
};

export function zoneList(bits: number, zones: number): string {
  const served = Array.from({ length: zones }, (_, zone) => zone).filter((zone) => (bits & (1 << zone)) !== 0);
  if (served.length === zones) return zones === 1 ? "the whole area" : `all ${zones} zones`;
  return `${served.length === 1 ? "zone" : "zones"} ${served.map((zone) => zone + 1).join(", ")}`;
}
