/** Who serves whom: clients, booked minutes and where they live are kept up to date with every change. */
import { ProviderKind, Stage } from "../world/codes.ts";
import { freeBank } from "../world/bank.ts";
import { book, unbook } from "../world/books.ts";
import type { World } from "../world/world.ts";

/** Gives a person to a provider, at no special price and by nobody's choice; the person's minutes are `minutes` a week. */
export function place(world: World, row: number, provider: number, minutes: number): void {
  const columns = world.people.columns;
  if (columns.provider[row] >= 0) columns.continuity[row] *= world.era.outcomes.continuityAfterChange;
  if (columns.banked[row] > 0 && columns.provider[row] !== provider) freeBank(world, row);
  unbook(world, row);
  columns.provider[row] = provider;
  columns.stage[row] = Stage.served;
  columns.noticeWeek[row] = 0;
  columns.offered[row] = 0;
  columns.spot[row] = 0;
  columns.rate[row] = 0;
  columns.bought[row] = minutes;
  book(world, row);
}

/** Changes the minutes a week of somebody in care, with whoever gives it. */
export function rebook(world: World, row: number, minutes: number): void {
  unbook(world, row);
  world.people.columns.bought[row] = minutes;
  book(world, row);
}

/** Minutes a provider could still give at its workers' usual hours, services other than home care with hours stretched. */
export function freeMinutes(world: World, provider: number): number {
  const { capacity, booked, spared, kind } = world.providers.columns;
  const visits = kind[provider] === ProviderKind.agency || kind[provider] === ProviderKind.micro;
  const stretch = visits ? 1 : 1 + world.era.labour.flexibleHours;
  return capacity[provider] * stretch - booked[provider] + spared[provider];
}
