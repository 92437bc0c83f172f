/** What everybody in the market can see, and what falls between the agents. */
import { UNSET } from "../../kernel/index.ts";
import { PROVIDER_KINDS } from "./codes.ts";
import { DUE_WEEKS } from "./providers.ts";

export const MAX_ZONES = 8;

export interface MarketState {
  /** General prices over those of the start. */
  priceIndex: number;
  /** Legal wage floor in force last week, pence. */
  floor: number;
  /** Mean pay of agency care workers, pence per hour, weighted by workers. */
  meanWage: number;
  /** Pay outside care, pence per hour. */
  outsideWage: number;
  /** Care pay over outside pay at the founding: what new job-seekers are measured against. */
  openingWageRatio: number;
  /** Mean private price, pence per hour, weighted by private hours; and at the founding. */
  meanPrice: number;
  openingPrice: number;
  /** The framework fee at the founding, pence. */
  openingFee: number;
  /** Agencies on the framework at the founding. */
  openingMembers: number;
  /** Minutes a week that community options could give at the founding, and those that people have agreed with them. */
  communityRoom: number;
  communityMinutes: number;
  /** Mean agency margin over price, smoothed. */
  meanMargin: number;
  /** Margin and staff strain at the opening by kind of provider, weighted by clients: quality moves against these. */
  readonly usualMargin: Float64Array;
  readonly usualStrain: Float64Array;
  /** Makes mean travel of the founding the default. */
  travelNorm: number;
  /** Invoices the council owes, by provider row and week modulo DUE_WEEKS, pence; grows with the providers. */
  due: Float64Array;
  /** Invoices of providers that have left, which their banks took over, by week modulo DUE_WEEKS, pence. */
  readonly dueToBanks: Float64Array;
  /** Agency minutes booked, by provider row and zone; grows with the providers. */
  zoneMinutes: Float64Array;
  /** How many times as many people come as when recording began, by group. */
  readonly comersRatio: Float64Array;
  /** Share of people in each zone. */
  readonly zoneShares: Float64Array;
  /** Minutes that families have added to packages of the council. */
  extraMinutes: number;
  /** Minutes that individuals wait to buy from agencies, by zone; not of those who have yet to find out where. */
  readonly privateWaiting: Float64Array;
  /** Agencies with room for a usual package, by zone: on the framework, whom holders can afford (by group too), and all. */
  readonly frameworkChoice: Float64Array;
  readonly affordableChoice: Float64Array;
  readonly openChoice: Float64Array;
  /** Providers that trade, by kind. */
  readonly servicesOfKind: Float64Array;
  /** By zone, minutes a week that buyers looked for this week with agencies none of which had the time. */
  readonly turnedAway: Float64Array;
}

export const emptyMarket = (providers: number): MarketState => ({
  priceIndex: UNSET,
  floor: UNSET,
  meanWage: UNSET,
  outsideWage: UNSET,
  openingWageRatio: UNSET,
  meanPrice: UNSET,
  openingPrice: UNSET,
  openingFee: UNSET,
  openingMembers: UNSET,
  communityRoom: UNSET,
  communityMinutes: UNSET,
  meanMargin: UNSET,
  usualMargin: new Float64Array(PROVIDER_KINDS),
  usualStrain: new Float64Array(PROVIDER_KINDS),
  travelNorm: UNSET,
  due: new Float64Array(providers * DUE_WEEKS),
  dueToBanks: new Float64Array(DUE_WEEKS),
  zoneMinutes: new Float64Array(providers * MAX_ZONES),
  comersRatio: new Float64Array(4).fill(1),
  zoneShares: new Float64Array(MAX_ZONES),
  extraMinutes: 0,
  privateWaiting: new Float64Array(MAX_ZONES),
  frameworkChoice: new Float64Array(MAX_ZONES),
  affordableChoice: new Float64Array(MAX_ZONES * 4),
  openChoice: new Float64Array(MAX_ZONES),
  servicesOfKind: new Float64Array(PROVIDER_KINDS),
  turnedAway: new Float64Array(MAX_ZONES),
});

/** Makes room for `providers` rows in the arrays that go by provider. */
export function fitMarket(market: MarketState, providers: number): void {
  if (market.due.length >= providers * DUE_WEEKS) return;
  const due = new Float64Array(providers * 2 * DUE_WEEKS);
  due.set(market.due);
  market.due = due;
  const zoneMinutes = new Float64Array(providers * 2 * MAX_ZONES);
  zoneMinutes.set(market.zoneMinutes);
  market.zoneMinutes = zoneMinutes;
}
