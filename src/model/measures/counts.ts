/** One walk over people, workers and providers: the sums that the measures of a week are made of. */
import { Employment, Funding, ProviderKind, Service, Stage } from "../world/codes.ts";
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

/** By route: 1 where the council funds long-term care. */
const FUNDED: readonly number[] = Array.from(Object.values(Funding), (route) =>
  route >= Funding.managedWithoutBudget && route <= Funding.directPayment ? 1 : 0,
);

function countPeople(world: World, counts: Counts): void {
  const { people } = world;
  const { stage, funding, service, group, need, delivered, life, assistants, continuity } = people.columns;
  const { holders, cellPeople, cellLife } = counts;
  const paidRows = world.scratch.looseInts("holdersPaid", people.liveCount);
  let paidCount = 0;
  const table = world.scratch.ints("countByService", STAGES * ROUTES * SERVICES);
  const { live, liveCount } = people;
  let [needed, came, lifeOfHolders, homeCareMinutes] = [0, 0, 0, 0];
  let [short, employers, steady] = [0, 0, 0];
  for (let index = 0; index < liveCount; index++) {
    const row = live[index];
    const where = stage[row];
    const route = funding[row];
    const kind = service[row];
    table[(where * ROUTES + route) * SERVICES + kind] += 1;
    if (FUNDED[route] === 0 || where === Stage.gone) continue;
    const minutes = need[row];
    const given = delivered[row];
    needed += minutes;
    came += given < minutes ? given : minutes;
    if (given < minutes * ENOUGH) short += 1;
    if (route === Funding.directPayment) {
      holders[group[row]] += 1;
      lifeOfHolders += life[row];
      if (assistants[row] > 0) employers += 1;
      paidRows[paidCount] = row;
      paidCount += where === Stage.served ? 1 : 0;
    } else if (kind === Service.homeCare && route !== Funding.thirdParty) homeCareMinutes += given;
    if (where !== Stage.served) continue;
    const cell = group[row] * 2 + (minutes >= HIGH_NEED ? 1 : 0);
    cellPeople[cell] += 1;
    cellLife[cell] += life[row];
    steady += continuity[row];
  }
  countHolders(world, paidRows, paidCount, counts.paid);
  for (let cell = 0; cell < CELLS; cell++) {
    counts.served[cell >> 1] += cellPeople[cell];
    counts.life[cell >> 1] += cellLife[cell];
  }
  Object.assign(counts, { neededMinutes: needed, deliveredMinutes: came, lifeOfHolders, homeCareMinutes });
  Object.assign(counts, { peopleShort: short, employers, continuity: steady });
  countByService(table, counts);
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
