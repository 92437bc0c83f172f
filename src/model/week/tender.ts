/**
 * Every few years the council tenders its framework. Agencies bid what an hour costs them at the volume they expect,
 * with a margin; discounts come out of density, volume and who is left out, not out of the rule.
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
  if (council.yearsSinceTender < era.framework.tenderYears) {
    fillPlaces(world, places);
    return;
  }
  council.yearsSinceTender = 0;
  const bidders = biddersByValue(world, places);
  const winners = bidders.slice(0, places);
  const { framework } = world.providers.columns;
  for (let index = 0; index < world.providers.liveCount; index++) framework[world.providers.live[index]] = 0;
  for (const bidder of winners) framework[bidder.row] = 1;
  if (winners.length > 0) {
    const { tenderFloor, tenderCeiling } = era.framework;
    const lowest = council.ruleFee * tenderFloor;
    council.ruleFee = Math.min(council.ruleFee * tenderCeiling, Math.max(lowest, dearestOf(winners)));
    council.fee = feeInForce(world);
  }
  events.add(world.week, EventKind["council.tender"], 0, winners.length);
}

/** Between tenders, places that agencies left are filled with the best value among the others. */
function fillPlaces(world: World, places: number): void {
  const { framework } = world.providers.columns;
  const bidders = biddersByValue(world, places);
  let free = places - bidders.filter(({ row }) => framework[row] === 1).length;
  for (const { row } of bidders) {
    if (free <= 0) return;
    if (framework[row] === 1) continue;
    framework[row] = 1;
    free -= 1;
  }
}

/** All members are paid one fee, and nobody signs for less than they bid: it is what the dearest of them asks. */
const dearestOf = (winners: readonly Bidder[]): number => Math.max(...winners.map(({ bid }) => bid));

interface Bidder {
  readonly row: number;
  readonly bid: number;
  readonly value: number;
}

/**
 * Trading agencies in order of price for quality, best first. Each bids what an hour costs it at the hours it expects:
 * an equal part of the framework's hours where that is more than it has, so fewer places mean lower bids. Bids are for
 * an hour that is paid, and so count what is paid and not given; the saving that a contract asks is not bid back.
 */
function biddersByValue(world: World, places: number): readonly Bidder[] {
  const { providers, era } = world;
  const { kind, booked, privateBooked, quality, giveShare } = providers.columns;
  let framework = 0;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (kind[row] === ProviderKind.agency) framework += (booked[row] - privateBooked[row]) / 60;
  }
  const expected = framework / Math.max(places, 1);
  const bidders: Bidder[] = [];
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (kind[row] !== ProviderKind.agency) continue;
    const hours = booked[row] / 60;
    const perGiven = fullCost(world, row, Math.max(hours, expected)) / (1 - era.framework.tenderMargin);
    const bid = (perGiven - savedByMonitoring(world)) / paidOverGiven(world.terms, giveShare[row]);
    bidders.push({ row, bid, value: bid * exp(-era.framework.qualityDiscount * quality[row]) });
  }
  const { keys } = providers;
  return bidders.sort((a, b) => a.value - b.value || keys[a.row] - keys[b.row]);
}
