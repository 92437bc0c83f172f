/** Phase 7. Workers' time, less travel, becomes visits; where it is short, visits are missed. */
import { bernoulli, shareOfSlice } from "../../kernel/index.ts";
import { travelShare } from "../rules/cost.ts";
import { Employment, ProviderKind, Service } from "../world/codes.ts";
import { ownZoneHours } from "../world/founding-providers.ts";
import type { World } from "../world/world.ts";

export function delivery(world: World): void {
  const usualMinutes = setCapacity(world);
  deliverByProviders(world);
  giveTime(world, usualMinutes);
  noteOvertime(world);
}

/** Contact time of each provider's workers at usual hours, by its own travel; returns their usual paid minutes. */
function setCapacity(world: World): Float64Array {
  const { providers, workers, market, era } = world;
  const { capacity, travel, kind } = providers.columns;
  const usualMinutes = world.scratch.floats("usualMinutes", providers.rows);
  const { employment, provider, usual } = workers.columns;
  const { live, liveCount } = workers;
  for (let index = 0; index < liveCount; index++) {
    const row = live[index];
    if (employment[row] === Employment.provider) usualMinutes[provider[row]] += usual[row];
  }
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (kind[row] <= ProviderKind.inHouse) {
      travel[row] = travelShare(era, ownZoneHours(world, row), market.travelNorm);
    }
    capacity[row] = Math.floor((usualMinutes[row] * era.labour.attendance) / (1 + travel[row]));
  }
  return usualMinutes;
}

/** Length of the visits that are missed one by one when time is short, minutes (assumption 15–45). */
const VISIT = 30;

/**
 * Each provider gives what was agreed while time lasts, hours stretched. When it does not, visits are missed evenly
 * through the book from a start settled by lot: systematic sampling, so no client is first in line.
 */
function deliverByProviders(world: World): void {
  const { providers, people, era } = world;
  const books = providers.columns;
  const able = world.scratch.floats("minutesAble", providers.rows);
  let anyShort = false;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    able[row] = Math.floor(books.capacity[row] * (1 + era.labour.flexibleHours));
    if (books.booked[row] > able[row]) anyShort = true;
    books.delivered[row] = 0;
  }
  const { provider, bought, delivered, service } = people.columns;
  const { live, liveCount } = people;
  const { booked, delivered: given } = books;
  for (let index = 0; index < liveCount; index++) {
    const row = live[index];
    const own = provider[row];
    if (own < 0) {
      // Community options have room for all; assistants add what they give later.
      delivered[row] = service[row] === Service.community ? bought[row] : 0;
    } else if (booked[own] <= able[own]) {
      delivered[row] = bought[row];
      given[own] += bought[row];
    }
  }
  if (anyShort) missVisits(world, able);
}

/** Gives what can be given by providers whose time is short; `able` minutes each. */
function missVisits(world: World, able: Float64Array): void {
  const { providers, people } = world;
  const { booked, delivered: given } = providers.columns;
  const { provider, bought, delivered } = people.columns;
  const visits = world.scratch.floats("visits", providers.rows);
  const walked = world.scratch.floats("visitsWalked", providers.rows);
  const kept = world.scratch.floats("visitsKept", providers.rows);
  const left = world.scratch.floats("minutesLeft", providers.rows);
  const { live, liveCount } = people;
  for (let index = 0; index < liveCount; index++) {
    const row = live[index];
    const own = provider[row];
    if (own >= 0 && booked[own] > able[own]) visits[own] += Math.ceil(bought[row] / VISIT);
  }
  const draws = world.draws["delivery.missed"];
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (booked[row] <= able[row]) continue;
    kept[row] = Math.floor((visits[row] * able[row]) / booked[row]);
    walked[row] = Math.floor(draws.uniform(providers.keys[row]) * visits[row]);
    left[row] = able[row];
  }
  for (let index = 0; index < liveCount; index++) {
    const row = live[index];
    const own = provider[row];
    if (own < 0 || booked[own] <= able[own]) continue;
    const mine = Math.ceil(bought[row] / VISIT);
    const came = shareOfSlice(kept[own], walked[own], mine, visits[own]);
    walked[own] += mine;
    const minutes = mine > 0 ? Math.floor((bought[row] * Math.min(came, mine)) / mine) : 0;
    delivered[row] = Math.min(minutes, left[own]);
    left[own] -= delivered[row];
    given[own] += delivered[row];
  }
}

/**
 * What a provider gave is shared among its workers by their usual hours, whole minutes, nothing lost. Assistants give
 * what their employer wants, shared among those wanted; one who is away leaves a gap.
 */
function giveTime(world: World, usualMinutes: Float64Array): void {
  const { providers, workers, people, era } = world;
  const { delivered, travel } = providers.columns;
  const { bought, assistantsWanted, delivered: came } = people.columns;
  const before = world.scratch.floats("usualBefore", providers.rows);
  const reached = world.scratch.floats("contactReached", providers.rows);
  const { employment, provider, person, usual, contact, paid } = workers.columns;
  const { paidTravelShare, leaveShare } = era.wages;
  const absence = world.draws["delivery.absence"];
  const { live, liveCount } = workers;
  for (let index = 0; index < liveCount; index++) {
    const row = live[index];
    if (employment[row] === Employment.provider) {
      const own = provider[row];
      before[own] += usual[row];
      const upTo = Math.floor((delivered[own] * before[own]) / usualMinutes[own]);
      contact[row] = upTo - reached[own];
      reached[own] = upTo;
      paid[row] = Math.floor(contact[row] * (1 + paidTravelShare * travel[own]) * (1 + leaveShare) + 0.5);
    } else if (employment[row] === Employment.person) {
      const employer = person[row];
      const away = bernoulli(absence.uniform(workers.keys[row]), era.directPayment.assistantAbsence);
      contact[row] = away ? 0 : Math.floor(bought[employer] / Math.max(1, assistantsWanted[employer]));
      paid[row] = contact[row];
      came[employer] += contact[row];
    }
  }
}

/** Weeks over which overtime is smoothed, as the share that one week counts. */
const TWO_MONTHS = 1 / 4;

/** Time beyond usual hours, which wears workers out. */
function noteOvertime(world: World): void {
  const { providers } = world;
  const { delivered, capacity, overtime } = providers.columns;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    const extra = capacity[row] > 0 ? Math.max(0, delivered[row] / capacity[row] - 1) : 0;
    overtime[row] += (extra - overtime[row]) * TWO_MONTHS;
  }
}
