/** The law of providers' books: what is kept up with every change is what a fresh count gives. */
import { isBuyer } from "../../model/world/codes.ts";
import { MAX_ZONES } from "../../model/world/market.ts";
import type { World } from "../../model/world/world.ts";
import { weeklyLaw } from "../weekly.ts";

interface Book {
  clients: number;
  booked: number;
  privateBooked: number;
  usualMinutes: number;
  readonly byZone: number[];
}

/** Everybody's minutes, counted afresh by row of the provider. */
function recount({ people, workers, providers }: World): readonly Book[] {
  const books = Array.from({ length: providers.rows }, (): Book => {
    return { clients: 0, booked: 0, privateBooked: 0, usualMinutes: 0, byZone: Array(MAX_ZONES).fill(0) };
  });
  const { provider, bought, zone, funding, service } = people.columns;
  for (const row of people.live.subarray(0, people.liveCount)) {
    if (provider[row] < 0) continue;
    const book = books[provider[row]];
    book.clients += 1;
    book.booked += bought[row];
    book.byZone[zone[row]] += bought[row];
    if (isBuyer(funding[row], service[row])) book.privateBooked += bought[row];
  }
  const { provider: employer, usual } = workers.columns;
  for (const row of workers.live.subarray(0, workers.liveCount)) {
    if (employer[row] >= 0) books[employer[row]].usualMinutes += usual[row];
  }
  return books;
}

export const E17 = weeklyLaw(
  "E17",
  "A provider's book is the sum of its clients' minutes, in all, by zone and of those who buy for themselves, and its " +
    "time is the sum of its workers' usual hours.",
  ["books", "books with private clients"],
  (notes) => ({
    week: (world) => {
      const { providers, market, week } = world;
      const { clients, booked, privateBooked, usualMinutes } = providers.columns;
      for (const [row, book] of recount(world).entries()) {
        const byZone = Array.from(market.zoneMinutes.subarray(row * MAX_ZONES, (row + 1) * MAX_ZONES));
        const says = [clients[row], booked[row], privateBooked[row], usualMinutes[row], ...byZone];
        const is = [book.clients, book.booked, book.privateBooked, book.usualMinutes, ...book.byZone];
        notes.unless(
          says.every((value, index) => value === is[index]),
          () => `week ${week}: the book of provider ${providers.keys[row]} says ${says.join(" ")}, not ${is.join(" ")}`,
        );
        if (book.clients > 0) notes.seen("books");
        if (book.privateBooked > 0) notes.seen("books with private clients");
      }
    },
  }),
);
