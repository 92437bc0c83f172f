/** Part of phase 9. New agencies open where margins are good, and where people look for one and nobody gives care. */
import { drawLots, exp, laterKey, poisson } from "../../kernel/index.ts";
import { Purpose } from "../world/accounts.ts";
import { startUpCash } from "../world/agency-costs.ts";
import { isBuyer, ProviderCause, ProviderKind, Service, Stage } from "../world/codes.ts";
import { EventCause, EventKind } from "../world/events.ts";
import { addProvider, setReach } from "../world/founding-providers.ts";
import type { World } from "../world/world.ts";
import { bringWorkers } from "./first-workers.ts";
import { musterOf } from "./muster.ts";
import { place } from "./stock.ts";

/** The margin at which the lever says how often an agency opens: an origin by definition of its unit. */
const ENTRY_MARGIN = 0.05;

/**
 * New agencies open where margins are good; each brings clients along who knew its people. Nobody looks in vain where
 * nobody gives care: one opens where no agency is left, and a zone that none serves is taken on by the largest.
 */
export function enter(world: World): void {
  const { providers: table, market, era } = world;
  const { kind, booked, zones } = table.columns;
  let largest = -1;
  let minutes = 0;
  let served = 0;
  for (let index = 0; index < table.liveCount; index++) {
    const row = table.live[index];
    if (kind[row] !== ProviderKind.agency) continue;
    if (largest < 0 || booked[row] > booked[largest]) largest = row;
    minutes += booked[row];
    served |= zones[row];
  }
  const unserved = zonesOfSeekers(world) & ~served;
  const room = minutes / 60 / era.providers.hoursPerAgency;
  const pull = exp(era.providers.entryMarginEffect * (market.meanMargin - ENTRY_MARGIN));
  // However good the margins, no more come in four weeks than there is a market for.
  let count = poisson(world.draws["providers.entry"].uniform(0), Math.min(1, era.providers.entryRate * pull) * room);
  if (largest >= 0) zones[largest] |= unserved;
  else count = unserved > 0 && era.providers.entryRate > 0 ? 1 : 0;
  if (count === 0) return;
  const buyers = buyersInCare(world);
  const cause = EventCause[largest >= 0 ? "margins" : "no agency was left"];
  for (let index = 0; index < count; index++) {
    openAgency(world, laterKey(world.week, ProviderCause.entrant, index), buyers, cause);
  }
}

/** Zones, one bit each, in which somebody looks for an agency, whoever is to arrange or to pay for it. */
function zonesOfSeekers(world: World): number {
  const { stage, service, zone } = world.people.columns;
  const { waiting, waitingCount } = musterOf(world);
  let zones = 0;
  for (let index = 0; index < waitingCount; index++) {
    const row = waiting[index];
    if (stage[row] === Stage.seeking && service[row] === Service.homeCare) zones |= 1 << zone[row];
  }
  return zones;
}

/** People whom a provider serves and who, or whose holder of the budget, could take their custom elsewhere. */
function buyersInCare({ people }: World): readonly number[] {
  const { provider, funding, service, stage } = people.columns;
  const buyers: number[] = [];
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    if (stage[row] !== Stage.served || provider[row] < 0) continue;
    if (isBuyer(funding[row], service[row])) buyers.push(row);
  }
  return buyers;
}

function openAgency(world: World, key: number, buyers: readonly number[], cause: number): void {
  const { providers: table, ledger, accounts, era, events, tally, week, market } = world;
  const row = addProvider(world, key, ProviderKind.agency);
  setReach(world, row, era.providers.firstClients);
  const columns = table.columns;
  columns.price[row] = market.meanPrice;
  ledger.transfer(accounts.owners, columns.account[row], startUpCash(world), Purpose.ownerCapital);
  const moved = bringClients(world, row, buyers);
  bringWorkers(world, row, columns.booked[row]);
  tally.entries += 1;
  events.add(week, EventKind["provider.entered"], key, moved, cause);
}

/** Buyers in the home zone who follow somebody they know, by lot; nobody who has just followed another newcomer. */
function bringClients(world: World, row: number, buyers: readonly number[]): number {
  const { people, providers: table } = world;
  const { zone, bought, provider } = people.columns;
  const draws = world.draws["providers.entry"];
  const { homeZone, enteredWeek } = table.columns;
  const zoneOf = homeZone[row];
  const candidates = world.scratch.looseInts("entrantCandidates", buyers.length);
  const lot = world.scratch.looseFloats("entrantLot", people.rows);
  let count = 0;
  for (const person of buyers) {
    if (zone[person] !== zoneOf || enteredWeek[provider[person]] === world.week) continue;
    candidates[count++] = person;
    lot[person] = draws.bits(people.keys[person], 1 + (table.keys[row] & 0xff));
  }
  const chosen = drawLots(candidates, count, world.era.providers.firstClients, lot, people.keys);
  for (let index = 0; index < chosen; index++) place(world, candidates[index], row, bought[candidates[index]]);
  return chosen;
}
