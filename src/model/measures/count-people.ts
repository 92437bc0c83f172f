/** One walk over the people: who there is by stage, route and service, and what they need and get. */
import { minutesForNeed } from "../world/use-of-time.ts";
import type { World } from "../world/world.ts";
import { countHolders } from "./holders.ts";
import { BY_GROUP, GROUP_SUMS, GROUPS } from "./by-group.ts";
import {
  ARRANGED_HOME_CARE,
  FUNDED,
  HELPED_FOR_A_TIME,
  HOLDERS,
  HOLDING,
  ROUTES,
  SERVICES,
  STAGES,
  STOCKS,
} from "./stocks.ts";
import type { Counts } from "./sums.ts";

/** Somebody is short when less than this share of what is needed came. */
const ENOUGH = 0.9;

/** What is added up of everybody by stage, route, service and group: what is of each group, and people who are short. */
const SHORT = GROUP_SUMS;
const SUMS = GROUP_SUMS + 1;

/**
 * People are counted so many at a time, so that an engine compiles the count for its calls, not in the middle of its
 * first and longest loop, whose end it would then not know and have to compile again every week.
 */
const AT_A_TIME = 512;

/** Adds up everybody. */
export function countPeople(world: World, counts: Counts): void {
  const { people, scratch } = world;
  const holders = scratch.looseInts("countedHolders", people.liveCount + 1);
  const table = scratch.floats("countByService", STAGES * ROUTES * SERVICES * GROUPS * SUMS);
  let holding = 0;
  for (let from = 0; from < people.liveCount; from += AT_A_TIME) {
    const to = Math.min(people.liveCount, from + AT_A_TIME);
    holding = countSome(world, table, from, to, holders, holding);
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
  { people, council }: World,
  table: Float64Array,
  from: number,
  to: number,
  holders: Int32Array,
  holding: number,
): number {
  const { live } = people;
  const { stage, funding, service, need, delivered, assessed, group } = people.columns;
  // Without terms that leave time over nothing has come out of a bank: a question with one answer for all.
  const banks = council.specialTerms === 1;
  let next = holding;
  for (let index = from; index < to; index++) {
    const row = live[index];
    const place = (stage[row] * ROUTES + funding[row]) * SERVICES + service[row];
    const at = (place * GROUPS + group[row]) * SUMS;
    const minutes = need[row];
    const given = delivered[row];
    const came = banks ? minutesForNeed(people, row) : given;
    table[at + BY_GROUP.people] += 1;
    table[at + BY_GROUP.needed] += minutes;
    table[at + BY_GROUP.came] += Math.min(came, minutes);
    table[at + BY_GROUP.given] += given;
    table[at + BY_GROUP.assessed] += assessed[row];
    table[at + SHORT] += came < minutes * ENOUGH ? 1 : 0;
    holders[next] = row;
    next += HOLDING[place];
  }
  return next;
}

/** What people make of each stock and of each group, read off the table. */
function readTable(table: Float64Array, counts: Counts): void {
  for (const [name, cells] of STOCKS) counts[name] = over(table, cells, BY_GROUP.people);
  counts.neededMinutes = over(table, FUNDED, BY_GROUP.needed);
  counts.deliveredMinutes = over(table, FUNDED, BY_GROUP.came);
  counts.neededByHolders = over(table, HOLDERS, BY_GROUP.needed);
  counts.deliveredToHolders = over(table, HOLDERS, BY_GROUP.came);
  counts.shortTermMinutes = over(table, HELPED_FOR_A_TIME, BY_GROUP.given);
  counts.peopleShort = over(table, FUNDED, SHORT);
  counts.homeCareMinutes = over(table, ARRANGED_HOME_CARE, BY_GROUP.given);
  counts.budgeted += counts.directPayment;
  counts.funded += counts.directPayment;
  for (let group = 0; group < GROUPS; group++) {
    for (let what = 0; what < GROUP_SUMS; what++) {
      counts.groups[group * GROUP_SUMS + what] = inGroup(table, FUNDED, group, what);
    }
  }
}

/** A sum over those of a group who stand at any of the places. */
function inGroup(table: Float64Array, places: Int32Array, group: number, what: number): number {
  let sum = 0;
  for (let index = 0; index < places.length; index++) sum += table[(places[index] * GROUPS + group) * SUMS + what];
  return sum;
}

function over(table: Float64Array, places: Int32Array, what: number): number {
  let sum = 0;
  for (let group = 0; group < GROUPS; group++) sum += inGroup(table, places, group, what);
  return sum;
}
