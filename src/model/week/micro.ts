/**
 * Micro-providers: somebody alone, later up to five, who serves people who pay directly in one zone. They open where the
 * council helps people set up, charge little more than an hour costs, and stop when nobody is left to work.
 */
import { laterKey, poisson, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { Purpose } from "../world/accounts.ts";
import { microPrice } from "../world/agency-costs.ts";
import { Employment, ProviderCause, ProviderKind } from "../world/codes.ts";
import { EventCause, EventKind } from "../world/events.ts";
import { addProvider } from "../world/founding-providers.ts";
import { assistantWage } from "../world/founding-workers.ts";
import { joinProvider } from "../world/hiring.ts";
import { DECISION_WEEKS } from "../world/providers.ts";
import type { World } from "../world/world.ts";

/** More than one opening a worker is never wanted; this only keeps the ordinals of keys in bounds. */
const MOST_OPENINGS = 1000;

/** As many people set up as the council's support pays for, where somebody looks for work. */
export function openMicros(world: World): void {
  const { era, market, week } = world;
  const { microSupport, microCost } = era.providers;
  if (microSupport === 0) return;
  const support = (microSupport * era.size.scale * DECISION_WEEKS) / WEEKS_PER_YEAR;
  const mean = Math.min(MOST_OPENINGS / 2, support / (microCost * market.priceIndex));
  const wanted = Math.min(MOST_OPENINGS, poisson(world.draws["providers.micro"].uniform(0), mean));
  const founders = jobSeekers(world, wanted);
  for (let index = 0; index < founders.length; index++) {
    open(world, laterKey(week, ProviderCause.micro, index), founders[index]);
  }
}

/** So many of those who look for a care job, by lot. */
function jobSeekers(world: World, wanted: number): readonly number[] {
  const { workers } = world;
  const draws = world.draws["providers.micro"];
  const seeking: number[] = [];
  if (wanted === 0) return seeking;
  for (let index = 0; index < workers.liveCount; index++) {
    const row = workers.live[index];
    if (workers.columns.employment[row] === Employment.seeking) seeking.push(row);
  }
  const lot = (row: number): number => draws.bits(workers.keys[row], 1);
  return seeking.sort((a, b) => lot(a) - lot(b) || workers.keys[a] - workers.keys[b]).slice(0, wanted);
}

function open(world: World, key: number, founder: number): void {
  const { providers, workers, ledger, accounts, market, era, events, tally, week } = world;
  const row = addProvider(world, key, ProviderKind.micro);
  const columns = providers.columns;
  columns.homeZone[row] = workers.columns.zone[founder];
  columns.zones[row] = 1 << columns.homeZone[row];
  columns.travel[row] = era.providers.microTravel;
  columns.wage[row] = Math.max(columns.wage[row], assistantWage(world));
  columns.price[row] = microPrice(world, row);
  const capital = ledger.round(era.providers.microStartUp * market.priceIndex);
  ledger.transfer(accounts.owners, columns.account[row], capital, Purpose.ownerCapital);
  joinProvider(world, founder, row);
  tally.microOpened += 1;
  events.add(week, EventKind["provider.microOpened"], key, columns.price[row], EventCause["council's support"]);
}

/** Each quarter they pay themselves what assistants earn, where that is more, and charge what an hour then costs. */
export function priceMicros(world: World): void {
  const { providers } = world;
  const { kind, wage, price } = providers.columns;
  const least = assistantWage(world);
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (kind[row] !== ProviderKind.micro) continue;
    wage[row] = Math.max(wage[row], least);
    price[row] = microPrice(world, row);
  }
}

/** Whether a micro-provider stops: nobody is left to work in it, or they have had enough. */
export function microStops(world: World, row: number): boolean {
  const { providers, era } = world;
  if (providers.columns.workers[row] === 0) return true;
  return world.draws["providers.closure"].uniform(providers.keys[row]) < era.providers.microClosure;
}
