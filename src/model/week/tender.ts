/**
 * Every few years the council tenders its framework. Agencies bid what an hour costs them at the volume they expect,
 * with a margin, and all members are paid what clears the market; discounts come out of density, volume and who is left
 * out, not out of the rule.
 */
import { exp } from "../../kernel/math.ts";
import { paidOverGiven } from "../rules/contract.ts";
import { fullCost } from "../world/agency-costs.ts";
import { ProviderKind } from "../world/codes.ts";
import { savedByMonitoring } from "../world/contract.ts";
import { EventKind } from "../world/events.ts";
import type { World } from "../world/world.ts";
import { feeInForce } from "./fees.ts";

export function tender(world: World): void {
  const { council, era, events } = world;
  council.yearsSinceTender += 1;
  const places = Math.floor(era.framework.providers * era.size.scale * council.placesRatio + 0.5);
  const wanted = frameworkHours(world);
  const bidders = biddersByValue(world, wanted / Math.max(places, 1));
  if (council.yearsSinceTender < era.framework.tenderYears) {
    fillPlaces(world, bidders, places);
    return;
  }
  council.yearsSinceTender = 0;
  const members = bidders.slice(0, places);
  const { framework } = world.providers.columns;
  for (let index = 0; index < world.providers.liveCount; index++) framework[world.providers.live[index]] = 0;
  for (const { row } of members) framework[row] = 1;
  if (members.length > 0) {
    const { tenderFloor, tenderCeiling } = era.framework;
    const lowest = council.ruleFee * tenderFloor;
    council.ruleFee = Math.min(council.ruleFee * tenderCeiling, Math.max(lowest, clearingFee(members, wanted)));
    council.fee = feeInForce(world);
  }
  events.add(world.week, EventKind["council.tender"], 0, members.length);
}

/** Between tenders, places that agencies left are filled with the best value among the others. */
function fillPlaces({ providers }: World, bidders: readonly Bidder[], places: number): void {
  const { framework } = providers.columns;
  let free = places - bidders.filter(({ row }) => framework[row] === 1).length;
  for (const { row } of bidders) {
    if (free <= 0) return;
    if (framework[row] === 1) continue;
    framework[row] = 1;
    free -= 1;
  }
}

/**
 * One fee for all members: the least at which those who bid no more offer all the hours that are wanted, or what the
 * dearest bids where all together offer fewer. Whoever bid more has a place too, and declines what does not pay.
 */
function clearingFee(members: readonly Bidder[], wanted: number): number {
  const cheapestFirst = members.slice().sort((a, b) => a.bid - b.bid);
  let offered = 0;
  for (const { bid, hours } of cheapestFirst) {
    offered += hours;
    if (offered >= wanted) return bid;
  }
  return cheapestFirst[cheapestFirst.length - 1].bid;
}

interface Bidder {
  readonly row: number;
  /** Pence for an hour that is paid. */
  readonly bid: number;
  /** Hours a week on the framework that it offers at that. */
  readonly hours: number;
  /** The bid, lower by quality. */
  readonly value: number;
}

/** Hours a week that agencies give under the framework. */
function frameworkHours({ providers }: World): number {
  const { kind, booked, privateBooked } = providers.columns;
  let minutes = 0;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (kind[row] === ProviderKind.agency) minutes += booked[row] - privateBooked[row];
  }
  return minutes / 60;
}

/**
 * Trading agencies in order of price for quality, best first. Each bids what an hour costs it at the hours it expects:
 * an equal part of the framework's hours where that is more than it has, so fewer places mean lower bids. Bids are for
 * an hour that is paid, and so count what is paid and not given; the saving that a contract asks is not bid back.
 *
 * @param part hours a week of an equal part
 */
function biddersByValue(world: World, part: number): readonly Bidder[] {
  const { providers, era } = world;
  const { kind, booked, privateBooked, quality, giveShare } = providers.columns;
  const bidders: Bidder[] = [];
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (kind[row] !== ProviderKind.agency) continue;
    const perGiven = fullCost(world, row, Math.max(booked[row] / 60, part)) / (1 - era.framework.tenderMargin);
    const bid = (perGiven - savedByMonitoring(world)) / paidOverGiven(world.terms, giveShare[row]);
    const hours = Math.max((booked[row] - privateBooked[row]) / 60, part);
    bidders.push({ row, bid, hours, value: bid * exp(-era.framework.qualityDiscount * quality[row]) });
  }
  const { keys } = providers;
  return bidders.sort((a, b) => a.value - b.value || keys[a.row] - keys[b.row]);
}
