/** What each provider has agreed to give, and to whom: kept true by `book` and `unbook` round every change. */
import { isBuyer } from "./codes.ts";
import { MAX_ZONES } from "./market.ts";
import type { World } from "./world.ts";

/** Enters a person's minutes in the book of the person's provider, if there is one. */
export const book = (world: World, row: number): void => enter(world, row, 1);

/** Takes them out again, before provider, minutes, route or service change. */
export const unbook = (world: World, row: number): void => enter(world, row, -1);

function enter(world: World, row: number, sign: number): void {
  const { provider, bought, zone, funding, service } = world.people.columns;
  const own = provider[row];
  if (own < 0) return;
  const { clients, booked, privateBooked } = world.providers.columns;
  const minutes = sign * bought[row];
  clients[own] += sign;
  booked[own] += minutes;
  if (isBuyer(funding[row], service[row])) privateBooked[own] += minutes;
  world.market.zoneMinutes[own * MAX_ZONES + zone[row]] += minutes;
}
