/** One walk over people, workers and providers: the sums that the measures of a week are made of. */
import { Employment, Funding, isFunded, ProviderKind, Service, Stage } from "../world/codes.ts";
import type { World } from "../world/world.ts";
import { clearHolderCounts, countHolders, emptyHolderCounts, type HolderCounts } from "./holders.ts";
import { ROUTES, SERVICES, STAGES, STOCKS } from "./stocks.ts";
import { countLives, emptyLives, type Lives } from "./lives.ts";

/** Cells of the fixed composition: group × (needs under ten hours, ten or more). */
export const CELLS = 8;
const HIGH_NEED = 600;

export interface Counts {
  funded: number;
  homeCare: number;
  directPayment: number;
  supportedLiving: number;
  dayServices: number;
  communityOptions: number;
  selfFunded: number;
  shortTerm: number;
  awaitingAssessment: number;
  awaitingCare: number;
  budgeted: number;
  thirdParty: number;
  neededMinutes: number;
  deliveredMinutes: number;
  homeCareMinutes: number;
  peopleShort: number;
  lifeOfHolders: number;
  continuity: number;
  /** Of people who were paid a direct payment this week. */
  readonly paid: HolderCounts;
  /** How people fare, over four weeks of turns. */
  readonly lives: Lives;
  readonly served: Float64Array;
  readonly holders: Float64Array;
  readonly life: Float64Array;
  /** People and sum of quality of life by cell. */
  readonly cellPeople: Float64Array;
  readonly cellLife: Float64Array;
  careWorkers: number;
  assistants: number;
  checkedAssistants: number;
  employers: number;
  seekers: number;
  agencies: number;
  members: number;
  agencyMinutes: number;
  agencySquares: number;
  smallAgencies: number;
  wagePounds: number;
  posts: number;
  openPosts: number;
  revenue: number;
  cost: number;
  cash: number;
  weeklyCost: number;
  micros: number;
  microClients: number;
  microPounds: number;
  agencyClients: number;
  /** Sums over agencies' clients: quality, and clients of agencies whose quality is poor. */
  quality: number;
  poorClients: number;
  /** Minutes of travel of agencies, the part that is paid, and workers without guaranteed hours. */
  travelMinutes: number;
  travelPaid: number;
  zeroHoursWorkers: number;
  usualMinutes: number;
  attendedMinutes: number;
}

export const emptyCounts = (): Counts => ({
  funded: 0,
  homeCare: 0,
  directPayment: 0,
  supportedLiving: 0,
  dayServices: 0,
  communityOptions: 0,
  selfFunded: 0,
  shortTerm: 0,
  awaitingAssessment: 0,
  awaitingCare: 0,
  budgeted: 0,
  thirdParty: 0,
  neededMinutes: 0,
  deliveredMinutes: 0,
  homeCareMinutes: 0,
  peopleShort: 0,
  lifeOfHolders: 0,
  continuity: 0,
  paid: emptyHolderCounts(),
  lives: emptyLives(),
  served: new Float64Array(4),
  holders: new Float64Array(4),
  life: new Float64Array(4),
  cellPeople: new Float64Array(CELLS),
  cellLife: new Float64Array(CELLS),
  careWorkers: 0,
  assistants: 0,
  checkedAssistants: 0,
  employers: 0,
  seekers: 0,
  agencies: 0,
  members: 0,
  agencyMinutes: 0,
  agencySquares: 0,
  smallAgencies: 0,
  wagePounds: 0,
  posts: 0,
  openPosts: 0,
  revenue: 0,
  cost: 0,
  cash: 0,
  weeklyCost: 0,
  micros: 0,
  microClients: 0,
  microPounds: 0,
  agencyClients: 0,
  quality: 0,
  poorClients: 0,
  travelMinutes: 0,
  travelPaid: 0,
  zeroHoursWorkers: 0,
  usualMinutes: 0,
  attendedMinutes: 0,
});

/** Fills `counts` from the world as it stands after the week. */
export function count(world: World, counts: Counts): void {
  Object.assign(counts, ZERO);
  for (const values of [counts.served, counts.holders, counts.life, counts.cellPeople, counts.cellLife]) {
    values.fill(0);
  }
  clearHolderCounts(counts.paid);
  countPeople(world, counts);
  countLives(world, counts.lives);
  countWorkers(world, counts);
  countProviders(world, counts);
}

const ZERO: Readonly<Partial<Counts>> = Object.freeze(
  Object.fromEntries(Object.entries(emptyCounts()).filter(([, value]) => value === 0)),
);

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
const SERVED = marks((stage, route) => stage === Stage.served && isFunded(route));
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

function countPeople(world: World, counts: Counts): void {
  const { people, scratch } = world;
  const paidRows = scratch.looseInts("holdersPaid", people.liveCount + 1);
  const table = scratch.ints("countByService", STAGES * ROUTES * SERVICES);
  let paid = 0;
  for (let from = 0; from < people.liveCount; from += AT_A_TIME) {
    paid = countSome(world, counts, table, from, Math.min(people.liveCount, from + AT_A_TIME), paidRows, paid);
  }
  countHolders(world, paidRows, paid, counts.paid);
  for (let cell = 0; cell < CELLS; cell++) {
    counts.served[cell >> 1] += counts.cellPeople[cell];
    counts.life[cell >> 1] += counts.cellLife[cell];
  }
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
  const { stage, funding, service, group, need, delivered, life, assistants, continuity } = columns;
  const { holders, cellPeople, cellLife } = counts;
  let next = paid;
  let needed = 0;
  let came = 0;
  let lifeOfHolders = 0;
  let homeCareMinutes = 0;
  let short = 0;
  let employers = 0;
  let steady = 0;
  for (let index = from; index < to; index++) {
    const row = live[index];
    const at = (stage[row] * ROUTES + funding[row]) * SERVICES + service[row];
    const minutes = need[row];
    const given = delivered[row];
    const fares = life[row];
    const funded = FUNDED[at];
    const served = SERVED[at];
    const holding = HOLDING[at];
    table[at] += 1;
    needed += funded * minutes;
    came += funded * Math.min(given, minutes);
    short += given < minutes * ENOUGH ? funded : 0;
    holders[group[row]] += holding;
    lifeOfHolders += holding * fares;
    employers += assistants[row] > 0 ? holding : 0;
    homeCareMinutes += ARRANGED_HOME_CARE[at] * given;
    const cell = group[row] * 2 + (minutes >= HIGH_NEED ? 1 : 0);
    cellPeople[cell] += served;
    cellLife[cell] += served * fares;
    steady += served * continuity[row];
    paidRows[next] = row;
    next += PAID[at];
  }
  counts.neededMinutes += needed;
  counts.deliveredMinutes += came;
  counts.lifeOfHolders += lifeOfHolders;
  counts.homeCareMinutes += homeCareMinutes;
  counts.peopleShort += short;
  counts.employers += employers;
  counts.continuity += steady;
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
/** Somebody is short when less than this share of what is needed came. */
const ENOUGH = 0.9;

function countWorkers(world: World, counts: Counts): void {
  const { workers } = world;
  const { employment, checked } = workers.columns;
  const { live, liveCount } = workers;
  let seekers = 0;
  let assistants = 0;
  let checkedAssistants = 0;
  for (let index = 0; index < liveCount; index++) {
    const kind = employment[live[index]];
    if (kind === Employment.seeking) seekers += 1;
    else if (kind === Employment.person) {
      assistants += 1;
      checkedAssistants += checked[live[index]];
    }
  }
  counts.seekers = seekers;
  counts.assistants = assistants;
  counts.checkedAssistants = checkedAssistants;
}

function countProviders(world: World, counts: Counts): void {
  const { providers, ledger } = world;
  const columns = providers.columns;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (columns.kind[row] === ProviderKind.micro) {
      counts.micros += 1;
      counts.microClients += columns.clients[row];
      counts.microPounds += columns.price[row] / 100;
    }
    if (columns.kind[row] !== ProviderKind.agency) continue;
    counts.agencies += 1;
    counts.careWorkers += columns.workers[row];
    counts.wagePounds += (columns.workers[row] * columns.wage[row]) / 100;
    counts.members += columns.framework[row];
    counts.agencyMinutes += columns.booked[row];
    counts.agencySquares += columns.booked[row] * columns.booked[row];
    if (columns.clients[row] < SMALL_CLIENTS) counts.smallAgencies += 1;
    counts.posts += columns.posts[row];
    counts.openPosts += Math.max(0, columns.posts[row] - columns.workers[row]);
    counts.revenue += columns.revenueMean[row];
    counts.cost += columns.costMean[row];
    counts.cash += ledger.balances[columns.account[row]];
    counts.weeklyCost += columns.costMean[row];
    countCare(world, counts, row);
  }
}

/** How good an agency's care is, and on what terms its workers give it. */
function countCare({ providers, era }: World, counts: Counts, row: number): void {
  const { clients, quality, delivered, travel, withheld, workers, zeroHours, usualMinutes, capacity } =
    providers.columns;
  counts.agencyClients += clients[row];
  counts.quality += clients[row] * quality[row];
  if (quality[row] < POOR_QUALITY) counts.poorClients += clients[row];
  const minutes = delivered[row] * travel[row];
  counts.travelMinutes += minutes;
  counts.travelPaid += minutes * era.wages.paidTravelShare * (1 - withheld[row]);
  counts.usualMinutes += usualMinutes[row];
  counts.attendedMinutes += capacity[row] * (1 + travel[row]);
  counts.zeroHoursWorkers += workers[row] * zeroHours[row];
}
/** A sixth of agencies are this far below the mean by their own bent, as many as are rated below Good (E3-009). */
const POOR_QUALITY = -1;
const SMALL_CLIENTS = 30;
