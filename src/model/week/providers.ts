/** Phase 9. Every four weeks providers take stock: price, hand back, close, pass on, fail; new ones open. */
import { exp, log, pow } from "../../kernel/index.ts";
import { Purpose } from "../world/accounts.ts";
import { setPrivatePrices } from "../world/agency-costs.ts";
import { Employment, ProviderKind, ProviderStatus } from "../world/codes.ts";
import { EventCause, EventKind } from "../world/events.ts";
import { musterOf } from "./muster.ts";
import { DECISION_WEEKS } from "../world/providers.ts";
import { setReach } from "../world/founding-providers.ts";
import { changeEmployer, leaveJob } from "../world/hiring.ts";
import { owedOnLoan, takeLoan } from "../world/loans.ts";
import type { World } from "../world/world.ts";
import { commissionServices } from "./commission.ts";
import { enter } from "./entry.ts";
import { giveWay } from "./giving-way.ts";
import { handBack } from "./hand-back.ts";
import { marginOf } from "./labour.ts";
import { loseProvider, settleProvider } from "./leaving.ts";
import { microStops, openMicros, priceMicros } from "./micro.ts";
import { settleTime } from "./trimming.ts";

export function providers(world: World): void {
  endNotices(world);
  clearWeek(world);
  if (world.week % DECISION_WEEKS !== DECISION_WEEKS - 1) return;
  meanMargin(world);
  settleTime(world);
  if (!world.frozen.prices && world.week % 12 === 11) {
    setPrivatePrices(world);
    priceMicros(world);
  }
  if (!world.frozen.matching && world.week % 12 === 11) spread(world);
  giveWay(world);
  exits(world);
  if (world.frozen.matching) return;
  handBack(world);
  enter(world);
  commissionServices(world);
  openMicros(world);
}

/** Packages whose notice has run out and that nobody took over. */
function endNotices(world: World): void {
  const { people, week } = world;
  const { noticeWeek } = people.columns;
  const { waiting, waitingCount } = musterOf(world);
  for (let index = 0; index < waitingCount; index++) {
    const row = waiting[index];
    if (noticeWeek[row] > 0 && week >= noticeWeek[row]) loseProvider(world, row);
  }
}

/** This week's revenue starts again at nothing. */
function clearWeek(world: World): void {
  const { providers: table } = world;
  for (let index = 0; index < table.liveCount; index++) table.columns.revenue[table.live[index]] = 0;
}

/** Margin of all agencies together, half-year means. */
function meanMargin(world: World): void {
  const { providers: table, market } = world;
  const { kind, revenueMean, costMean } = table.columns;
  let revenue = 0;
  let cost = 0;
  for (let index = 0; index < table.liveCount; index++) {
    const row = table.live[index];
    if (kind[row] !== ProviderKind.agency) continue;
    revenue += revenueMean[row];
    cost += costMean[row];
  }
  market.meanMargin = revenue > 0 ? 1 - cost / revenue : 0;
}

/** An agency that grows comes to serve more zones; it does not withdraw from one. */
function spread(world: World): void {
  const { providers: table } = world;
  const { kind, clients, zones } = table.columns;
  for (let index = 0; index < table.liveCount; index++) {
    const row = table.live[index];
    if (kind[row] !== ProviderKind.agency) continue;
    const before = zones[row];
    setReach(world, row, clients[row]);
    zones[row] |= before;
  }
}

/** The agency for which the lever says how often owners stop: an origin by definition of its unit. */
const USUAL_MARGIN = 0.03;
const USUAL_CLIENTS = 30;

/**
 * Failure first; else the owner may close in good order or sell. One draw settles the rivals. Margins are clipped before
 * they move closures, and young agencies are given the market's.
 */
function exits(world: World): void {
  const { providers: table, era, ledger, market, week } = world;
  const { kind, clients, account, costMean, enteredWeek, status } = table.columns;
  const gone = world.scratch.bytes("providersGone", table.rows);
  const { closingBestMargin, closingWorstMargin, closureCap } = era.providers;
  let any = false;
  for (let index = 0; index < table.liveCount; index++) {
    const row = table.live[index];
    if (kind[row] === ProviderKind.inHouse) continue;
    const limit = -era.providers.overdraftWeeks * Math.max(costMean[row], 1);
    const broke = ledger.balances[account[row]] < limit;
    const agency = kind[row] === ProviderKind.agency;
    const micro = kind[row] === ProviderKind.micro;
    if (broke) {
      const orderly = micro || (agency && clients[row] < era.providers.orderlyClients);
      leaveMarket(world, row, orderly ? EventCause["cash gone, wound up"] : EventCause.insolvency);
    } else if (agency && !world.frozen.matching) {
      const age = week - enteredWeek[row];
      const young = enteredWeek[row] > 0 && age < era.providers.youngWeeks;
      const margin = young ? market.meanMargin : marginOf(world, row);
      const clipped = Math.min(closingBestMargin, Math.max(closingWorstMargin, margin));
      const size = pow(USUAL_CLIENTS / Math.max(clients[row], 1), era.providers.closureSizeEffect);
      const effect = exp(-era.providers.closureMarginEffect * (clipped - USUAL_MARGIN));
      const closing = Math.min(closureCap, era.providers.closureBase * size * effect);
      const u = world.draws["providers.closure"].uniform(table.keys[row]);
      if (u < closing) leaveMarket(world, row, EventCause["owner's reasons"]);
      else if (u < closing + era.providers.transferRate) passOn(world, row);
    } else if (micro && !world.frozen.matching && microStops(world, row)) {
      leaveMarket(world, row, EventCause["owner's reasons"]);
    } else if (!agency && !micro && isDeserted(world, row)) {
      leaveMarket(world, row, EventCause["nobody on its books"]);
    }
    if (status[row] === ProviderStatus.trading) continue;
    gone[row] = 1;
    any = true;
  }
  if (any) table.sweep(gone);
}

/** Whether a service that is past its first time has neither people nor staff. */
function isDeserted({ providers: table, era, week }: World, row: number): boolean {
  const { clients, workers, enteredWeek } = table.columns;
  return clients[row] + workers[row] === 0 && week - enteredWeek[row] >= era.providers.youngWeeks;
}

/** A sale or re-registration: the register shows one leaving and one entering; people and staff stay. */
function passOn(world: World, row: number): void {
  const { providers: table, events, tally, week, ledger, accounts } = world;
  tally.transfers += 1;
  const owed = owedOnLoan(world, row);
  ledger.transfer(accounts.banks, accounts.owners, takeLoan(world, row), Purpose.purchase);
  ledger.transfer(accounts.owners, accounts.banks, owed, Purpose.loanRepaid);
  const { clients } = table.columns;
  events.add(week, EventKind["provider.transferred"], table.keys[row], clients[row], EventCause.sale);
}

/** A provider stops: people look for another, most workers go on with one near by, accounts are settled. */
function leaveMarket(world: World, row: number, cause: number): void {
  const { providers: table, people, workers, era, events, tally, week } = world;
  const failed = cause === EventCause.insolvency;
  const micro = table.columns.kind[row] === ProviderKind.micro;
  const closed = micro ? EventKind["provider.microClosed"] : EventKind["provider.closed"];
  const kind = failed ? EventKind["provider.failed"] : closed;
  events.add(week, kind, table.keys[row], table.columns.clients[row], cause);
  tally.largestExit = Math.max(tally.largestExit, table.columns.clients[row]);
  if (failed) tally.failures += 1;
  else if (micro) tally.microClosed += 1;
  else tally.closures += 1;
  if (!micro && cause === EventCause["cash gone, wound up"]) tally.woundUp += 1;
  table.columns.status[row] = failed ? ProviderStatus.failed : ProviderStatus.closed;
  const heirs = heirsOf(world, row);
  const { provider } = people.columns;
  for (let index = 0; index < people.liveCount; index++) {
    if (provider[people.live[index]] === row) loseProvider(world, people.live[index], !failed);
  }
  const { provider: employer } = workers.columns;
  const draws = world.draws["providers.workers"];
  for (let index = 0; index < workers.liveCount; index++) {
    const worker = workers.live[index];
    if (employer[worker] !== row) continue;
    if (heirs.length === 0 || draws.uniform(workers.keys[worker]) >= era.providers.workersMove) {
      leaveJob(world, worker, Employment.seeking);
      continue;
    }
    changeEmployer(world, worker, heirByLot(world, workers.keys[worker], heirs));
    workers.columns.contact[worker] = 0;
    workers.columns.paid[worker] = 0;
  }
  settleProvider(world, row);
  table.columns.framework[row] = 0;
  table.columns.capacity[row] = 0;
}

/** Trading providers of the same kind that share a zone with the one that leaves. */
function heirsOf(world: World, row: number): readonly number[] {
  const { providers: table } = world;
  const { kind, zones, status } = table.columns;
  return Array.from(table.live.subarray(0, table.liveCount)).filter(
    (other) =>
      other !== row &&
      kind[other] === kind[row] &&
      status[other] === ProviderStatus.trading &&
      (zones[other] & zones[row]) !== 0,
  );
}

/** One of the heirs, the larger the likelier: each pair of worker and heir has a lot of its own. */
function heirByLot(world: World, worker: number, heirs: readonly number[]): number {
  const { keys, columns } = world.providers;
  const draws = world.draws["providers.workers"];
  let best = heirs[0];
  let bestTime = Infinity;
  for (const heir of heirs) {
    const time = -log(draws.uniform(worker, FIRST_HEIR_DRAW + keys[heir])) / (columns.booked[heir] + 1);
    if (time >= bestTime) continue;
    best = heir;
    bestTime = time;
  }
  return best;
}
const FIRST_HEIR_DRAW = 16;
