/**
 * Nobody opens a supported-living or day service unasked: there is one buyer. Where people wait for a place, the council
 * finds somebody to open another, at an open-book price. Otherwise a service that stopped would be gone for good.
 */
import { laterKey } from "../../kernel/index.ts";
import { labourPerHour } from "../rules/cost.ts";
import { Purpose } from "../world/accounts.ts";
import { runningCost } from "../world/agency-costs.ts";
import { ProviderCause, ProviderKind, Service, Stage } from "../world/codes.ts";
import { EventCause, EventKind } from "../world/events.ts";
import { addProvider } from "../world/founding-providers.ts";
import type { World } from "../world/world.ts";
import { bringWorkers } from "./first-workers.ts";
import { musterOf } from "./muster.ts";

/** Looks every four weeks at who waits for a place of either kind. */
export function commissionServices(world: World): void {
  const { supportedLiving, supportedLivingProviders, dayServices, dayProviders } = world.era.size;
  const { supportedLiving: living, dayService } = ProviderKind;
  commission(world, living, Service.supportedLiving, usualClients(supportedLiving, supportedLivingProviders));
  commission(world, dayService, Service.dayServices, usualClients(dayServices, dayProviders));
}

/** People of one provider of the kind at the founding. */
const usualClients = (people: Float64Array, services: number): number =>
  Math.max(LEAST_CLIENTS, people.reduce((sum, group) => sum + group, 0) / Math.max(services, 1));

/** A definition: nobody opens a service for fewer. */
const LEAST_CLIENTS = 10;

function commission(world: World, kind: number, service: number, usual: number): void {
  const { people, era } = world;
  const columns = people.columns;
  const { waiting, waitingCount } = musterOf(world);
  let waiters = 0;
  let minutes = 0;
  for (let index = 0; index < waitingCount; index++) {
    const row = waiting[index];
    if (columns.stage[row] !== Stage.seeking || columns.service[row] !== service) continue;
    waiters += 1;
    minutes += columns.assessed[row];
  }
  if (waiters === 0 || (waiters < era.framework.newServiceShare * usual && isOffered(world, kind))) return;
  const services = Math.min(MOST_OPENINGS, Math.ceil(waiters / usual));
  const first = minutes / services;
  const planned = Math.max(first, (usual * minutes) / waiters);
  for (let index = 0; index < services; index++) {
    open(world, laterKey(world.week, ProviderCause.service, kind * MOST_OPENINGS + index), kind, first, planned);
  }
}

/** Of one kind in four weeks; this only keeps the ordinals of keys in bounds. */
const MOST_OPENINGS = 200;

/** Whether anybody gives care of this kind. */
function isOffered({ providers }: World, kind: number): boolean {
  for (let index = 0; index < providers.liveCount; index++) {
    if (providers.columns.kind[providers.live[index]] === kind) return true;
  }
  return false;
}

/**
 * Its workers come from those who look for a job, enough for who waits; its owner brings the cash for the weeks until the
 * council pays, at the minutes planned for.
 */
function open(world: World, key: number, kind: number, first: number, planned: number): void {
  const { providers, era, ledger, accounts, events, tally, week } = world;
  const row = addProvider(world, key, kind);
  const { price, wage, travel, account } = providers.columns;
  bringWorkers(world, row, first);
  const { workers, withheld } = providers.columns;
  const cost = labourPerHour(era, wage[row], travel[row], workers[row], withheld[row]) + runningCost(world, row);
  price[row] = cost * (1 + era.framework.openBookSurplus);
  const cash = ledger.round(((cost * planned) / 60) * era.framework.newServiceCash);
  ledger.transfer(accounts.owners, account[row], cash, Purpose.ownerCapital);
  tally.servicesOpened += 1;
  events.add(week, EventKind["provider.commissioned"], key, price[row], EventCause["people waited for a place"]);
}
