/** Who serves whom, counted afresh: clients, booked minutes and density of every provider. */
import { ProviderKind, Stage } from "../world/codes.ts";
import { MAX_ZONES } from "../world/market.ts";
import type { World } from "../world/world.ts";
import { isBuyer } from "./leaving.ts";

/** One pass over people; every later phase of the week keeps the counts up to date. */
export function takeStock(world: World): void {
  const { people, providers, market } = world;
  const books = providers.columns;
  market.zoneMinutes.fill(0);
  market.privateWaiting.fill(0);
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    books.clients[row] = 0;
    books.booked[row] = 0;
    books.privateBooked[row] = 0;
  }
  const { stage, provider, bought, zone, funding, service, assessed } = people.columns;
  const { zoneMinutes, privateWaiting } = market;
  const { clients, booked, privateBooked } = books;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    const own = provider[row];
    if (own >= 0) {
      clients[own] += 1;
      booked[own] += bought[row];
      zoneMinutes[own * MAX_ZONES + zone[row]] += bought[row];
      if (isBuyer(funding[row], service[row])) privateBooked[own] += bought[row];
    } else if (stage[row] === Stage.seeking && isBuyer(funding[row], service[row])) {
      privateWaiting[zone[row]] += assessed[row];
    }
  }
}

/** Gives a person to a provider; the person's minutes are `minutes` a week. */
export function place(world: World, row: number, provider: number, minutes: number): void {
  const columns = world.people.columns;
  const books = world.providers.columns;
  release(world, row);
  columns.provider[row] = provider;
  columns.stage[row] = Stage.served;
  columns.noticeWeek[row] = 0;
  columns.bought[row] = minutes;
  books.clients[provider] += 1;
  books.booked[provider] += minutes;
  world.market.zoneMinutes[provider * MAX_ZONES + columns.zone[row]] += minutes;
  if (isBuyer(columns.funding[row], columns.service[row])) books.privateBooked[provider] += minutes;
}

/** Takes a person off the present provider's book, if there is one. */
function release(world: World, row: number): void {
  const columns = world.people.columns;
  const books = world.providers.columns;
  const own = columns.provider[row];
  if (own < 0) return;
  books.clients[own] -= 1;
  books.booked[own] -= columns.bought[row];
  world.market.zoneMinutes[own * MAX_ZONES + columns.zone[row]] -= columns.bought[row];
  if (isBuyer(columns.funding[row], columns.service[row])) books.privateBooked[own] -= columns.bought[row];
  columns.continuity[row] *= 0.5;
}

/** Minutes a provider could still give at its workers' usual hours, services other than agencies with hours stretched. */
export function freeMinutes(world: World, provider: number): number {
  const { capacity, booked, kind } = world.providers.columns;
  const stretch = kind[provider] === ProviderKind.agency ? 1 : 1 + world.era.labour.flexibleHours;
  return capacity[provider] * stretch - booked[provider];
}
