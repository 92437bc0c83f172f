/** Phase 7. Workers' time, less travel, becomes visits; where it is short, visits are missed. */
import { bernoulli, shareOfSlice } from "../../kernel/index.ts";
import { travelShare } from "../rules/cost.ts";
import { Employment, ProviderKind, Service, Stage } from "../world/codes.ts";
import { ownZoneHours } from "../world/founding-providers.ts";
import type { World } from "../world/world.ts";

export function delivery(world: World): void {
  setCapacity(world);
  deliverByProviders(world);
  shareAmongWorkers(world);
  deliverByAssistants(world);
}

/** Contact time of each provider's workers at usual hours, by its own travel. */
function setCapacity(world: World): void {
  const { providers, workers, market, era } = world;
  const books = providers.columns;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    books.capacity[row] = 0;
    if (books.kind[row] <= ProviderKind.inHouse) {
      books.travel[row] = travelShare(era, ownZoneHours(world, row), market.travelNorm);
    }
  }
  const { employment, provider, usual } = workers.columns;
  for (let index = 0; index < workers.liveCount; index++) {
    const row = workers.live[index];
    if (employment[row] === Employment.provider) books.capacity[provider[row]] += usual[row];
  }
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    books.capacity[row] = Math.floor((books.capacity[row] * era.labour.attendance) / (1 + books.travel[row]));
  }
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
  const { provider, bought, delivered } = people.columns;
  const { live, liveCount } = people;
  const { booked, delivered: given } = books;
  for (let index = 0; index < liveCount; index++) {
    const row = live[index];
    const own = provider[row];
    if (own < 0 || booked[own] > able[own]) continue;
    delivered[row] = bought[row];
    given[own] += bought[row];
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

/** What a provider gave is shared among its workers by their usual hours, whole minutes, nothing lost. */
function shareAmongWorkers(world: World): void {
  const { providers, workers, era } = world;
  const { delivered, travel, capacity, overtime } = providers.columns;
  const usualSum = world.scratch.floats("usualSum", providers.rows);
  const before = world.scratch.floats("usualBefore", providers.rows);
  const { employment, provider, usual, contact, paid } = workers.columns;
  for (let index = 0; index < workers.liveCount; index++) {
    const row = workers.live[index];
    if (employment[row] === Employment.provider) usualSum[provider[row]] += usual[row];
  }
  for (let index = 0; index < workers.liveCount; index++) {
    const row = workers.live[index];
    if (employment[row] !== Employment.provider) continue;
    const own = provider[row];
    const minutes = shareOfSlice(delivered[own], before[own], usual[row], usualSum[own]);
    before[own] += usual[row];
    contact[row] = minutes;
    const worked = minutes * (1 + era.wages.paidTravelShare * travel[own]);
    paid[row] = Math.floor(worked * (1 + era.wages.leaveShare) + 0.5);
  }
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    const extra = capacity[row] > 0 ? Math.max(0, delivered[row] / capacity[row] - 1) : 0;
    overtime[row] += (extra - overtime[row]) / 4;
  }
}

/** Assistants give what their employer wants, shared among those wanted; one who is away leaves a gap. */
function deliverByAssistants(world: World): void {
  const { workers, people, era } = world;
  const { stage, service, assessed, delivered, bought, assistantsWanted } = people.columns;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    if (stage[row] !== Stage.served) continue;
    if (service[row] === Service.assistant) delivered[row] = 0;
    else if (service[row] === Service.community) delivered[row] = bought[row];
  }
  const { employment, person, contact, paid } = workers.columns;
  const draws = world.draws["delivery.absence"];
  for (let index = 0; index < workers.liveCount; index++) {
    const row = workers.live[index];
    if (employment[row] !== Employment.person) continue;
    const employer = person[row];
    const away = bernoulli(draws.uniform(workers.keys[row]), era.directPayment.assistantAbsence);
    const share = Math.floor(assessed[employer] / Math.max(1, assistantsWanted[employer]));
    contact[row] = away ? 0 : share;
    paid[row] = contact[row];
    delivered[employer] += contact[row];
  }
}
