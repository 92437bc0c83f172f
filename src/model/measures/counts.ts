/** One walk over people, workers and providers: the sums that the measures of a week are made of. */
import { Employment, Funding, ProviderKind, Service, Stage } from "../world/codes.ts";
import type { World } from "../world/world.ts";

/** Cells of the fixed composition: group × (needs under ten hours, ten or more). */
export const CELLS = 8;
const HIGH_NEED = 600;

export interface Counts {
  funded: number;
  homeCare: number;
  directPayment: number;
  supportedLiving: number;
  dayServices: number;
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
  readonly served: Float64Array;
  readonly holders: Float64Array;
  readonly life: Float64Array;
  /** People and sum of quality of life by cell. */
  readonly cellPeople: Float64Array;
  readonly cellLife: Float64Array;
  careWorkers: number;
  assistants: number;
  employers: number;
  seekers: number;
  agencies: number;
  members: number;
  agencyMinutes: number;
  agencySquares: number;
  smallAgencies: number;
  wagePounds: number;
  wageWorkers: number;
  posts: number;
  openPosts: number;
  revenue: number;
  cost: number;
  cash: number;
  weeklyCost: number;
}

export const emptyCounts = (): Counts => ({
  funded: 0,
  homeCare: 0,
  directPayment: 0,
  supportedLiving: 0,
  dayServices: 0,
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
  served: new Float64Array(4),
  holders: new Float64Array(4),
  life: new Float64Array(4),
  cellPeople: new Float64Array(CELLS),
  cellLife: new Float64Array(CELLS),
  careWorkers: 0,
  assistants: 0,
  employers: 0,
  seekers: 0,
  agencies: 0,
  members: 0,
  agencyMinutes: 0,
  agencySquares: 0,
  smallAgencies: 0,
  wagePounds: 0,
  wageWorkers: 0,
  posts: 0,
  openPosts: 0,
  revenue: 0,
  cost: 0,
  cash: 0,
  weeklyCost: 0,
});

/** Fills `counts` from the world as it stands after the week. */
export function count(world: World, counts: Counts): void {
  Object.assign(counts, ZERO);
  for (const values of [counts.served, counts.holders, counts.life, counts.cellPeople, counts.cellLife]) {
    values.fill(0);
  }
  countPeople(world, counts);
  countWorkers(world, counts);
  countProviders(world, counts);
}

const ZERO: Readonly<Partial<Counts>> = Object.freeze(
  Object.fromEntries(Object.entries(emptyCounts()).filter(([, value]) => value === 0)),
);

function countPeople(world: World, counts: Counts): void {
  const { people } = world;
  const { stage, funding, service, group, need, delivered, life, assistants } = people.columns;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    const route = funding[row];
    if (stage[row] === Stage.assessment) {
      counts.awaitingAssessment += 1;
      continue;
    }
    if (stage[row] === Stage.gone) continue;
    if (stage[row] === Stage.seeking) counts.awaitingCare += 1;
    if (route === Funding.shortTerm) {
      counts.shortTerm += 1;
      continue;
    }
    if (route === Funding.selfFunded) {
      counts.selfFunded += 1;
      continue;
    }
    counts.funded += 1;
    const own = group[row];
    counts.neededMinutes += need[row];
    counts.deliveredMinutes += Math.min(delivered[row], need[row]);
    if (delivered[row] < need[row] * ENOUGH) counts.peopleShort += 1;
    if (route === Funding.directPayment) {
      counts.directPayment += 1;
      counts.holders[own] += 1;
      counts.lifeOfHolders += life[row];
      if (assistants[row] > 0) counts.employers += 1;
    } else if (service[row] === Service.homeCare) {
      counts.homeCare += 1;
      counts.homeCareMinutes += delivered[row];
    } else if (service[row] === Service.supportedLiving) counts.supportedLiving += 1;
    else counts.dayServices += 1;
    if (route === Funding.managedBudget || route === Funding.directPayment) counts.budgeted += 1;
    if (route === Funding.thirdParty) counts.thirdParty += 1;
    if (stage[row] !== Stage.served) continue;
    counts.served[own] += 1;
    counts.life[own] += life[row];
    const cell = own * 2 + (need[row] >= HIGH_NEED ? 1 : 0);
    counts.cellPeople[cell] += 1;
    counts.cellLife[cell] += life[row];
  }
}
/** Somebody is short when less than this share of what is needed came. */
const ENOUGH = 0.9;

function countWorkers(world: World, counts: Counts): void {
  const { workers, providers } = world;
  const { employment, provider } = workers.columns;
  const { kind, wage } = providers.columns;
  for (let index = 0; index < workers.liveCount; index++) {
    const row = workers.live[index];
    if (employment[row] === Employment.seeking) counts.seekers += 1;
    else if (employment[row] === Employment.person) counts.assistants += 1;
    else if (employment[row] === Employment.provider && kind[provider[row]] === ProviderKind.agency) {
      counts.careWorkers += 1;
      counts.wagePounds += wage[provider[row]] / 100;
      counts.wageWorkers += 1;
    }
  }
}

function countProviders(world: World, counts: Counts): void {
  const { providers, ledger } = world;
  const columns = providers.columns;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (columns.kind[row] !== ProviderKind.agency) continue;
    counts.agencies += 1;
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
  }
}
const SMALL_CLIENTS = 30;
