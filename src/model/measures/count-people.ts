/** One walk over the people: who there is by stage, route and service, and what they need and get. */
import type { World } from "../world/world.ts";
import { countHolders } from "./holders.ts";
import { BY_GROUP, GROUP_SUMS, GROUPS } from "./by-group.ts";
import { ARRANGED_HOME_CARE, FUNDED, HOLDING, IS_FUNDED, ROUTES, SERVICES, STAGES, STOCKS } from "./stocks.ts";
import type { Counts } from "./sums.ts";

/** Somebody is short when less than this share of what is needed came. */
const ENOUGH = 0.9;

/** What is added up of everybody by stage, route and service: people, and minutes or people beside them. */
const PEOPLE = 0;
const NEEDED = 1;
/** Minutes that came, as far as they were needed; and all that came. */
const CAME = 2;
const GIVEN = 3;
const SHORT = 4;
const SUMS = 5;

/**
 * People are counted so many at a time, so that an engine compiles the count for its calls, not in the middle of its
 * first and longest loop, whose end it would then not know and have to compile again every week.
 */
const AT_A_TIME = 512;

/** Adds up everybody. */
export function countPeople(world: World, counts: Counts): void {
  const { people, scratch } = world;
  const holders = scratch.looseInts("countedHolders", people.liveCount + 1);
  const table = scratch.floats("countByService", STAGES * ROUTES * SERVICES * SUMS);
  let holding = 0;
  for (let from = 0; from < people.liveCount; from += AT_A_TIME) {
    const to = Math.min(people.liveCount, from + AT_A_TIME);
    holding = countSome(world, table, counts.groups, from, to, holders, holding);
  }
  countHolders(world, holders, holding, counts.paid);
  readTable(table, counts);
  const { group, assistants } = people.columns;
  for (let index = 0; index < holding; index++) {
    counts.holders[group[holders[index]]] += 1;
    if (assistants[holders[index]] > 0) counts.employers += 1;
  }
}

/**
 * Everybody is added where they stand, without a question asked: no processor could guess who belongs where.
 *
 * @param holders receives, from place `holding` on, who has a direct payment @returns the next free place in it
 */
function countSome(
  { people }: World,
  table: Float64Array,
  groups: Float64Array,
  from: number,
  to: number,
  holders: Int32Array,
  holding: number,
): number {
  const { live } = people;
  const { stage, funding, service, need, delivered, assessed, group } = people.columns;
  let next = holding;
  for (let index = from; index < to; index++) {
    const row = live[index];
    const place = (stage[row] * ROUTES + funding[row]) * SERVICES + service[row];
    const at = place * SUMS;
    const minutes = need[row];
    const given = delivered[row];
    table[at + PEOPLE] += 1;
    table[at + NEEDED] += minutes;
    table[at + CAME] += Math.min(given, minutes);
    table[at + GIVEN] += given;
    table[at + SHORT] += given < minutes * ENOUGH ? 1 : 0;
    const own = (IS_FUNDED[place] * GROUPS + group[row]) * GROUP_SUMS;
    groups[own + BY_GROUP.people] += 1;
    groups[own + BY_GROUP.needed] += minutes;
    groups[own + BY_GROUP.came] += Math.min(given, minutes);
    groups[own + BY_GROUP.given] += given;
    groups[own + BY_GROUP.assessed] += assessed[row];
    holders[next] = row;
    next += HOLDING[place];
  }
  return next;
}

/** What people make of each stock, read off the table by stage, route and service. */
function readTable(table: Float64Array, counts: Counts): void {
  for (const [name, cells] of STOCKS) counts[name] = over(table, cells, PEOPLE);
  counts.neededMinutes = over(table, FUNDED, NEEDED);
  counts.deliveredMinutes = over(table, FUNDED, CAME);
  counts.peopleShort = over(table, FUNDED, SHORT);
  counts.homeCareMinutes = over(table, ARRANGED_HOME_CARE, GIVEN);
  counts.budgeted += counts.directPayment;
  counts.funded += counts.directPayment;
}

function over(table: Float64Array, cells: Int32Array, what: number): number {
  let sum = 0;
  for (let index = 0; index < cells.length; index++) sum += table[cells[index] * SUMS + what];
  return sum;
}
