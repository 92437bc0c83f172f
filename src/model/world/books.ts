/** What each provider has agreed to give, and to whom: kept true by `book` and `unbook` round every change. */
import { isBuyer } from "./codes.ts";
import { MAX_ZONES } from "./market.ts";
import type { World } from "./world.ts";

/** Enters a person's minutes in the book of the person's provider, if there is one. */
export const book = (world: World, row: number): void => enter(world, row, 1);

/** Takes them out again, before provider, minutes, route or service change. */
export function unbook(world: World, row: number): void {
  enter(world, row, -1);
  if (world.people.columns.extra[row] > 0) endExtra(world, row);
}

/** Nobody comes to a person any more, who is in no book by now; nothing of what came this week counts. */
export function nobodyComes({ people: { columns } }: World, row: number): void {
  columns.provider[row] = -1;
  columns.bought[row] = 0;
  columns.delivered[row] = 0;
  columns.fromBank[row] = 0;
  columns.fromPool[row] = 0;
  columns.bankedAtTurn[row] = 0;
}

/** What a family adds to a package of the council ends with the package, and whenever the package changes. */
function endExtra(world: World, row: number): void {
  const { extra, bought, topUp } = world.people.columns;
  world.market.extraMinutes -= extra[row];
  bought[row] -= extra[row];
  extra[row] = 0;
  topUp[row] = 0;
}

/** Sets what a family adds to the package that the council has agreed, minutes a week. */
export function bookExtra(world: World, row: number, minutes: number): void {
  const { extra, bought } = world.people.columns;
  unbook(world, row);
  extra[row] = minutes;
  bought[row] += minutes;
  world.market.extraMinutes += minutes;
  enter(world, row, 1);
}

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
