/** Walks over people, workers and providers, once a week: fills the sums that measures are made of. */
import { Employment, ProviderKind } from "../world/codes.ts";
import type { World } from "../world/world.ts";
import { countPeople } from "./count-people.ts";
import { clearHolderCounts } from "./holders.ts";
import { countLives } from "./lives.ts";
import { emptyCounts, type Counts } from "./sums.ts";

/** Fills `counts` from the world as it stands after the week. */
export function count(world: World, counts: Counts): void {
  Object.assign(counts, ZERO);
  counts.holders.fill(0);
  clearHolderCounts(counts.paid);
  countPeople(world, counts);
  countLives(world, counts.lives);
  countWorkers(world, counts);
  countProviders(world, counts);
}

const ZERO: Readonly<Partial<Counts>> = Object.freeze(
  Object.fromEntries(Object.entries(emptyCounts()).filter(([, value]) => value === 0)),
);

function countWorkers(world: World, counts: Counts): void {
  const { workers, week } = world;
  const { employment, checked, startedWeek } = workers.columns;
  const { live, liveCount } = workers;
  let seekers = 0;
  let assistants = 0;
  let checkedAssistants = 0;
  let employed = 0;
  let tenure = 0;
  for (let index = 0; index < liveCount; index++) {
    const kind = employment[live[index]];
    if (kind === Employment.provider) {
      employed += 1;
      tenure += week - startedWeek[live[index]];
    } else if (kind === Employment.seeking) seekers += 1;
    else if (kind === Employment.person) {
      assistants += 1;
      checkedAssistants += checked[live[index]];
    }
  }
  counts.seekers = seekers;
  counts.assistants = assistants;
  counts.checkedAssistants = checkedAssistants;
  counts.employed = employed;
  counts.tenureWeeks = tenure;
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
