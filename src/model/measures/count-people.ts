/** One walk over the people: who there is by stage, route and service, and what they need and get. */
import { Funding, isFunded, Service, Stage } from "../world/codes.ts";
import type { World } from "../world/world.ts";
import { countHolders } from "./holders.ts";
import { ROUTES, SERVICES, STAGES, STOCKS } from "./stocks.ts";
import type { Counts } from "./sums.ts";

/** Somebody is short when less than this share of what is needed came. */
const ENOUGH = 0.9;

/** By place in the table of everybody: 1 for those whom a sum takes in, 0 for all others. */
const marks = (holds: (stage: number, route: number, service: number) => boolean): ArrayLike<number> => {
  const table = new Float64Array(STAGES * ROUTES * SERVICES);
  for (let at = 0; at < table.length; at++) {
    const route = Math.floor(at / SERVICES) % ROUTES;
    table[at] = holds(Math.floor(at / (SERVICES * ROUTES)), route, at % SERVICES) ? 1 : 0;
  }
  return table;
};
const isIn = (stage: number, route: number): boolean => stage !== Stage.gone && isFunded(route);
const FUNDED = marks(isIn);
const HOLDING = marks((stage, route) => isIn(stage, route) && route === Funding.directPayment);
const PAID: ArrayLike<number> = Uint8Array.from(
  marks((stage, route) => stage === Stage.served && route === Funding.directPayment),
);
const ARRANGED_HOME_CARE = marks(
  (stage, route, service) =>
    isIn(stage, route) &&
    service === Service.homeCare &&
    route !== Funding.directPayment &&
    route !== Funding.thirdParty,
);

/**
 * People are counted so many at a time, so that an engine compiles the count for its calls, not in the middle of its
 * first and longest loop, whose end it would then not know and have to compile again every week.
 */
const AT_A_TIME = 512;

/** Adds up everybody. */
export function countPeople(world: World, counts: Counts): void {
  const { people, scratch } = world;
  const paidRows = scratch.looseInts("holdersPaid", people.liveCount + 1);
  const table = scratch.ints("countByService", STAGES * ROUTES * SERVICES);
  let paid = 0;
  for (let from = 0; from < people.liveCount; from += AT_A_TIME) {
    paid = countSome(world, counts, table, from, Math.min(people.liveCount, from + AT_A_TIME), paidRows, paid);
  }
  countHolders(world, paidRows, paid, counts.paid);
  countByService(table, counts);
}

/**
 * Everybody is added everywhere, times a mark of 0 or 1: no processor could guess who belongs where.
 *
 * @param paidRows receives, from place `paid` on, who is paid a direct payment @returns the next free place in it
 */
function countSome(
  world: World,
  counts: Counts,
  table: Int32Array,
  from: number,
  to: number,
  paidRows: Int32Array,
  paid: number,
): number {
  const { live, columns } = world.people;
  const { stage, funding, service, group, need, delivered, assistants } = columns;
  const { holders } = counts;
  let next = paid;
  let needed = 0;
  let came = 0;
  let homeCareMinutes = 0;
  let short = 0;
  let employers = 0;
  for (let index = from; index < to; index++) {
    const row = live[index];
    const at = (stage[row] * ROUTES + funding[row]) * SERVICES + service[row];
    const minutes = need[row];
    const given = delivered[row];
    const funded = FUNDED[at];
    const holding = HOLDING[at];
    table[at] += 1;
    needed += funded * minutes;
    came += funded * Math.min(given, minutes);
    short += given < minutes * ENOUGH ? funded : 0;
    holders[group[row]] += holding;
    employers += assistants[row] > 0 ? holding : 0;
    homeCareMinutes += ARRANGED_HOME_CARE[at] * given;
    paidRows[next] = row;
    next += PAID[at];
  }
  counts.neededMinutes += needed;
  counts.deliveredMinutes += came;
  counts.homeCareMinutes += homeCareMinutes;
  counts.peopleShort += short;
  counts.employers += employers;
  return next;
}

/** People by stage, route and service, read off the table of all three. */
function countByService(table: Int32Array, counts: Counts): void {
  for (const [name, cells] of STOCKS) {
    let sum = 0;
    for (let index = 0; index < cells.length; index++) sum += table[cells[index]];
    counts[name] = sum;
  }
  counts.budgeted += counts.directPayment;
  counts.funded += counts.directPayment;
}
