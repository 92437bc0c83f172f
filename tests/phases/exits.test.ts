/** Which agencies close and when others open, with effects so strong that the margin or the size alone decides. */
import { describe, expect, test } from "vitest";
import { providers as stock } from "../../src/model/week/providers.ts";
import { ProviderKind, ProviderStatus } from "../../src/model/world/codes.ts";
import { Purpose } from "../../src/model/world/accounts.ts";
import { changeEmployer } from "../../src/model/world/hiring.ts";
import type { World } from "../../src/model/world/world.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

type Providers = Partial<World["era"]["providers"]>;

/** Agencies with a margin of 3 % and thirty clients each, of which the usual one closes for certain. */
function council(changed: Providers): { readonly world: World; readonly rows: readonly number[] } {
  const run = start(scenarioFrom(smallCouncil({ burnInWeeks: 0 })), "1");
  for (let week = 0; week < 4; week++) run.step();
  const { world } = run;
  const { era, providers } = world;
  const still = { transferRate: 0, entryRate: 0, handBackShare: 0, youngWeeks: 104, emergencySupport: 0 };
  const closing = { closureCap: 1, closureBase: 1, closureSizeEffect: 0, closureMarginEffect: 0 };
  const bounds = { closingBestMargin: 1, closingWorstMargin: -1 };
  world.era = { ...era, providers: { ...era.providers, ...still, ...closing, ...bounds, ...changed } };
  world.week = 3;
  const { kind, clients, enteredWeek } = providers.columns;
  const rows = [...providers.live.subarray(0, providers.liveCount)].filter((row) => kind[row] === ProviderKind.agency);
  for (const row of rows) {
    clients[row] = 30;
    enteredWeek[row] = 0;
    earns(world, row, 0.03);
  }
  return { world, rows };
}

/** Gives an agency a margin over the half-year. */
function earns({ providers }: World, row: number, margin: number): void {
  providers.columns.revenueMean[row] = 100_000;
  providers.columns.costMean[row] = 100_000 * (1 - margin);
}

/** Which of the agencies trade on after their four-weekly stock-taking. */
function tradeOn({ world, rows }: ReturnType<typeof council>): readonly boolean[] {
  stock(world);
  return rows.map((row) => world.providers.columns.status[row] === ProviderStatus.trading);
}

describe("an owner closes", () => {
  test("at the lever's rate with a margin of 3 % and thirty clients, however much either counts", () => {
    expect(new Set(tradeOn(council({ closureMarginEffect: 1000, closureSizeEffect: 50 })))).toEqual(new Set([false]));
    expect(new Set(tradeOn(council({ closureMarginEffect: 1000, closureBase: 0 })))).toEqual(new Set([true]));
  });

  test("less readily the better the margin, as far as margins count", () => {
    const better = council({ closureMarginEffect: 1000 });
    earns(better.world, better.rows[0], 0.1);
    expect(tradeOn(better).slice(0, 2)).toEqual([true, false]);
    const clipped = council({ closureMarginEffect: 1000, closingBestMargin: 0.03 });
    earns(clipped.world, clipped.rows[0], 0.1);
    expect(tradeOn(clipped)[0]).toBe(false);
  });

  test("less readily the more clients there are", () => {
    const larger = council({ closureSizeEffect: 50 });
    larger.world.providers.columns.clients[larger.rows[0]] = 60;
    expect(tradeOn(larger).slice(0, 2)).toEqual([true, false]);
  });

  test("by the market's margin while the agency is young", () => {
    // All agencies together earn well under the usual, the young one well over it.
    const young = council({ closureMarginEffect: 1000, closureBase: 1e-9 });
    for (const row of young.rows) earns(young.world, row, -0.5);
    earns(young.world, young.rows[0], 0.1);
    young.world.providers.columns.enteredWeek[young.rows[0]] = 1;
    expect(tradeOn(young)[0]).toBe(false);
  });
});

describe("an agency whose cash is gone", () => {
  test("is wound up in good order where it is small, and fails where it is not", () => {
    const broke = council({ closureBase: 0, orderlyClients: 10 });
    const { ledger, accounts, providers } = broke.world;
    const { account, costMean, clients, status } = providers.columns;
    const [small, large, sound] = broke.rows;
    clients[small] = 9;
    clients[large] = 10;
    for (const row of [small, large]) {
      const sum = ledger.round(
        ledger.balances[account[row]] + broke.world.era.providers.overdraftWeeks * costMean[row],
      );
      ledger.transfer(account[row], accounts.economy, sum + 1, Purpose.overhead);
    }
    const { provider, continuity } = broke.world.people.columns;
    const clientsOf = (own: number): number[] =>
      [...broke.world.people.live.subarray(0, broke.world.people.liveCount)].filter((row) => provider[row] === own);
    const clientsBefore = [small, large, sound].map(clientsOf);
    expect(Math.min(...clientsBefore.map(({ length }) => length))).toBeGreaterThan(0);
    continuity.fill(1);
    stock(broke.world);
    expect([small, large, sound].map((row) => status[row])).toEqual([
      ProviderStatus.closed,
      ProviderStatus.failed,
      ProviderStatus.trading,
    ]);
    // One that stops in good order hands its people over; of the other's, others know less.
    const left = clientsBefore.map((rows) => [...new Set(rows.map((row) => continuity[row]))]);
    expect(left).toEqual([[0.5], [0.3], [1]]);
  });
});

describe("workers of an agency that closes", () => {
  /** What becomes of all agency workers, once they work for the first, which closes; by the row of the next employer. */
  function heirs(bookedOf: (index: number) => number): readonly number[] {
    const closing = council({ closureSizeEffect: 50, workersMove: 1 });
    const { world, rows } = closing;
    const { providers, workers } = world;
    const { clients, booked, zones } = providers.columns;
    for (const [index, row] of rows.entries()) {
      // Sixty clients keep the others open.
      if (index > 0) clients[row] = 60;
      booked[row] = bookedOf(index);
      zones[row] = 1;
    }
    const { provider } = workers.columns;
    const staff = [...workers.live.subarray(0, workers.liveCount)].filter((row) => rows.includes(provider[row]));
    for (const row of staff) if (provider[row] !== rows[0]) changeEmployer(world, row, rows[0]);
    stock(world);
    expect(providers.columns.status[rows[0]]).toBe(ProviderStatus.closed);
    return rows.map((row) => staff.filter((worker) => provider[worker] === row).length);
  }

  test("go on with those that give more hours, by lot: nine in ten to the one with nine tenths of them", () => {
    const [left, large, small, ...others] = heirs((index) => [100_000, 90_000, 10_000][index] ?? 0);
    expect(new Set([left, ...others])).toEqual(new Set([0]));
    expect(large + small).toBeGreaterThan(30);
    expect(large / (large + small)).toBeGreaterThan(0.8);
    expect(large / (large + small)).toBeLessThan(0.98);
  });

  test("go on with any of them alike where all are as large", () => {
    const [left, ...others] = heirs(() => 50_000);
    expect(left).toBe(0);
    const all = others.reduce((sum, count) => sum + count, 0);
    for (const count of others) expect(count / all).toBeGreaterThan(0.1);
  });
});

describe("agencies open", () => {
  /** How many come in four weeks to a market with room for fifty, by the margin of all agencies. */
  const opened = (margin: number): number => {
    const market = council({ closureBase: 0, entryRate: 0.5, entryMarginEffect: 1e6 });
    const { world, rows } = market;
    for (const row of rows) earns(world, row, margin);
    const minutes = rows.reduce((sum, row) => sum + world.providers.columns.booked[row], 0);
    const { era } = world;
    world.era = { ...era, providers: { ...era.providers, hoursPerAgency: minutes / 60 / 50 } };
    stock(world);
    return world.tally.entries;
  };

  test("where margins are over 5 %, no more than there is room for, and not where they are under", () => {
    expect(opened(0.049)).toBe(0);
    expect(opened(0.051)).toBeGreaterThan(25);
    expect(opened(0.051)).toBeLessThan(75);
  });

  test("with the cash of the lever at today's prices", () => {
    const { world, rows } = council({ closureBase: 0, entryRate: 0.5, entryMarginEffect: 0, hoursPerAgency: 10 });
    for (const row of rows) earns(world, row, 0.05);
    world.market.priceIndex = 1.25;
    stock(world);
    const { ledger, providers: table } = world;
    const fresh = [...table.live.subarray(0, table.liveCount)].filter(
      (row) => table.columns.kind[row] === ProviderKind.agency && !rows.includes(row),
    );
    expect(world.tally.entries).toBeGreaterThan(0);
    expect(new Set(fresh.map((row) => ledger.balances[table.columns.account[row]]))).toEqual(new Set([3_125_000]));
  });
});
