/** Phase 7. Workers' time, less travel, becomes visits; where it is short, visits are missed. */
import { bernoulli, shareOfSlice } from "../../kernel/index.ts";
import { paidPerContact, travelShare } from "../rules/cost.ts";
import { TWO_MONTHS } from "../rules/smoothing.ts";
import { Employment, ProviderKind, Service } from "../world/codes.ts";
import { ownZoneHours } from "../world/founding-providers.ts";
import type { World } from "../world/world.ts";
import { planVisits, settleVisits, type Plan } from "./visits.ts";

export function delivery(world: World): void {
  setCapacity(world);
  const plan = planVisits(world);
  deliverByProviders(world, plan);
  if (plan !== undefined) settleVisits(world, plan);
  giveTime(world);
  noteOvertime(world);
}

/** Contact time of each provider's workers at usual hours, by its own travel. */
function setCapacity(world: World): void {
  const { providers, market, era } = world;
  const { capacity, travel, kind, usualMinutes, overtime } = providers.columns;
  const { attendance, strainSickness } = era.labour;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (kind[row] <= ProviderKind.inHouse) {
      travel[row] = travelShare(era, ownZoneHours(world, row), market.travelNorm);
    }
    const present = attendance * (1 - strainSickness * Math.min(1, overtime[row]));
    capacity[row] = Math.floor((usualMinutes[row] * present) / (1 + travel[row]));
  }
}

/**
 * Each provider gives what was agreed while time lasts, hours stretched. When it does not, visits are missed evenly
 * through the book from a start settled by lot: systematic sampling, so no client is first in line.
 */
function deliverByProviders(world: World, plan: Plan | undefined): void {
  const { providers, people, era } = world;
  const books = providers.columns;
  const load = plan?.load ?? books.booked;
  const visits = plan?.minutes ?? people.columns.bought;
  const able = world.scratch.floats("minutesAble", providers.rows);
  const short = world.scratch.bytes("providersShort", providers.rows);
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    able[row] = Math.floor(books.capacity[row] * (1 + era.labour.flexibleHours));
    short[row] = load[row] > able[row] ? 1 : 0;
    books.delivered[row] = short[row] === 1 ? 0 : load[row];
  }
  const { provider, delivered, service } = people.columns;
  const { live, liveCount } = people;
  const clients = world.scratch.looseInts("clientsOfShort", liveCount);
  let count = 0;
  let community = 0;
  for (let index = 0; index < liveCount; index++) {
    const row = live[index];
    const own = provider[row];
    // Community options give what they have agreed to; assistants add what they give later.
    delivered[row] = own >= 0 || service[row] === Service.community ? visits[row] : 0;
    if (service[row] === Service.community) community += people.columns.bought[row];
    if (own >= 0 && short[own] === 1) clients[count++] = row;
  }
  world.market.communityMinutes = community;
  if (count > 0) missVisits(world, { minutes: visits, load }, able, clients, count);
}

/** Gives the first `count` of `clients` what their providers, whose time is short, can give: `able` minutes each. */
function missVisits(world: World, plan: Plan, able: Float64Array, clients: Int32Array, count: number): void {
  const { providers, people } = world;
  const { missedVisit } = world.era.labour;
  const { delivered: given } = providers.columns;
  const { provider, delivered } = people.columns;
  const { minutes: agreed, load } = plan;
  const visits = world.scratch.floats("visits", providers.rows);
  const walked = world.scratch.floats("visitsWalked", providers.rows);
  const kept = world.scratch.floats("visitsKept", providers.rows);
  const left = world.scratch.floats("minutesLeft", providers.rows);
  for (let index = 0; index < count; index++) {
    const row = clients[index];
    visits[provider[row]] += Math.ceil(agreed[row] / missedVisit);
  }
  const draws = world.draws["delivery.missed"];
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (load[row] <= able[row]) continue;
    kept[row] = Math.floor((visits[row] * able[row]) / load[row]);
    walked[row] = Math.floor(draws.uniform(providers.keys[row]) * visits[row]);
    left[row] = able[row];
  }
  for (let index = 0; index < count; index++) {
    const row = clients[index];
    const own = provider[row];
    const mine = Math.ceil(agreed[row] / missedVisit);
    const came = shareOfSlice(kept[own], walked[own], mine, visits[own]);
    walked[own] += mine;
    const minutes = mine > 0 ? Math.floor((agreed[row] * Math.min(came, mine)) / mine) : 0;
    delivered[row] = Math.min(minutes, left[own]);
    left[own] -= delivered[row];
    given[own] += delivered[row];
  }
}

/**
 * What a provider gave is shared among its workers by their usual hours, whole minutes, nothing lost. Assistants give
 * what their employer wants, shared among those wanted; one who is away leaves a gap.
 */
function giveTime(world: World): void {
  const { providers, workers, people, era } = world;
  const { delivered, travel, usualMinutes, withheld } = providers.columns;
  const { bought, assistantsWanted, delivered: came } = people.columns;
  const before = world.scratch.floats("usualBefore", providers.rows);
  const reached = world.scratch.floats("contactReached", providers.rows);
  const { employment, provider, person, usual, contact, paid, relief } = workers.columns;
  const { absenceCover } = era.directPayment;
  const absence = world.draws["delivery.absence"];
  const paidRatio = world.scratch.floats("paidPerContact", providers.rows);
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    paidRatio[row] = paidPerContact(era, travel[row], withheld[row]);
  }
  const { live, liveCount } = workers;
  for (let index = 0; index < liveCount; index++) {
    const row = live[index];
    if (employment[row] === Employment.provider) {
      const own = provider[row];
      before[own] += usual[row];
      const upTo = Math.floor((delivered[own] * before[own]) / usualMinutes[own]);
      contact[row] = upTo - reached[own];
      reached[own] = upTo;
      paid[row] = Math.floor(contact[row] * paidRatio[own] + 0.5);
    } else if (employment[row] === Employment.person) {
      const employer = person[row];
      const away = bernoulli(absence.uniform(workers.keys[row]), era.directPayment.assistantAbsence);
      const share = Math.floor(bought[employer] / Math.max(1, assistantsWanted[employer]));
      contact[row] = away ? 0 : share;
      paid[row] = contact[row];
      came[employer] += contact[row];
      relief[row] = away && absenceCover > 0 ? sendRelief(world, row, employer, share) : 0;
    }
  }
}

/** In place of an assistant who is away the support service may send somebody; returns the minutes that came. */
function sendRelief(world: World, worker: number, employer: number, minutes: number): number {
  const { workers, people, draws, era, tally } = world;
  if (draws["delivery.relief"].uniform(workers.keys[worker]) >= era.directPayment.absenceCover) return 0;
  people.columns.delivered[employer] += minutes;
  tally.reliefMinutes += minutes;
  return minutes;
}

/** Time beyond usual hours, which wears workers out; smoothed over two months. */
function noteOvertime(world: World): void {
  const { providers } = world;
  const { delivered, capacity, overtime } = providers.columns;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    const extra = capacity[row] > 0 ? Math.max(0, delivered[row] / capacity[row] - 1) : 0;
    overtime[row] += (extra - overtime[row]) * TWO_MONTHS;
  }
}
