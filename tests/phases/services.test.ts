/** Supported living and day services: the council has them opened, and none takes on more than its cash can carry. */
import { describe, expect, test } from "vitest";
import { money } from "../../src/model/week/money.ts";
import { Purpose } from "../../src/model/world/accounts.ts";
import { ProviderKind, Service, Stage } from "../../src/model/world/codes.ts";
import type { World } from "../../src/model/world/world.ts";
import { start, type Run, type RunOptions } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

type Settings = Readonly<Record<string, number>>;

/** A council in which all managed newcomers want a day service. */
const council = (set: Settings = {}, options: RunOptions = {}): Run => {
  const text = smallCouncil({ set: { "route.dayShare": 1, ...set }, weeks: 60, burnInWeeks: 0 });
  return start(scenarioFrom(text), "1", options);
};

const servicesOf = ({ providers }: World): readonly number[] =>
  [...providers.live.subarray(0, providers.liveCount)].filter(
    (row) => providers.columns.kind[row] === ProviderKind.dayService,
  );

/** People with a place in a day service, and people who wait for one. */
function placesOf({ people }: World): { readonly served: readonly number[]; readonly waiting: readonly number[] } {
  const { stage, service } = people.columns;
  const rows = [...people.live.subarray(0, people.liveCount)].filter((row) => service[row] === Service.dayServices);
  const isServed = (row: number): boolean => stage[row] === Stage.served;
  return { served: rows.filter(isServed), waiting: rows.filter((row) => !isServed(row)) };
}

const openedIn = (run: Run): number =>
  run.finish().weekly["providers.servicesOpened"].reduce((sum, opened) => sum + opened, 0);

describe("a day service that nobody offers", () => {
  const none = { "size.dayServices": 0, "size.dayProviders": 0 };

  test("is opened at the council's asking once somebody waits, at cost and the agreed surplus, and serves them", () => {
    const run = council(none);
    expect(servicesOf(run.world)).toEqual([]);
    for (let week = 0; week < 24; week++) run.step();
    const [row] = servicesOf(run.world);
    const opening = council().world;
    const usual = opening.providers.columns.price[servicesOf(opening)[0]];
    // As dear as those of other councils, but for the pay of its own workers.
    expect(Math.abs(run.world.providers.columns.price[row] / usual - 1)).toBeLessThan(0.1);
    expect(placesOf(run.world).served.length).toBeGreaterThan(0);
    expect(openedIn(run)).toBeGreaterThan(0);
  });

  test("is opened beside others only where as many wait as the lever says", () => {
    // A twentieth of the services for all newcomers: the rest wait, unless more are opened.
    const few = { "size.dayProviders": 0, "labour.flexibleHours": 0, "labour.seekersFromOutside": 0 };
    expect(openedIn(council({ ...few, "framework.newServiceShare": 100 }))).toBe(0);
    expect(openedIn(council({ ...few, "framework.newServiceShare": 0 }))).toBeGreaterThan(0);
  });
});

describe("the council's own team", () => {
  test("costs what the lever says for an hour, at the prices of the day", () => {
    const run = council({ "route.dayShare": 0 });
    for (let week = 0; week < 8; week++) run.step();
    const { world } = run;
    const { people, providers, era, market } = world;
    const [team] = [...providers.live.subarray(0, providers.liveCount)].filter(
      (row) => providers.columns.kind[row] === ProviderKind.inHouse,
    );
    const clients = [...people.live.subarray(0, people.liveCount)].filter(
      (row) => people.columns.provider[row] === team && people.columns.delivered[row] > 0,
    );
    expect(clients.length).toBeGreaterThan(1);
    // Prices a quarter above those of the opening.
    market.priceIndex = 1.25;
    money(world);
    const pence = clients.map((row) =>
      Math.round((people.columns.delivered[row] * era.framework.inHouseCost * 1.25) / 60),
    );
    expect(providers.columns.cost[team]).toBe(pence.reduce((sum, each) => sum + each, 0));
  });
});

describe("a day service that is overdrawn", () => {
  /** Takes all cash, and £1,000, from every day service just before people are placed. */
  const withoutCash: RunOptions["phases"] = (phases) =>
    phases.map((phase) => ({
      ...phase,
      run: (world: World): void => {
        if (phase.name === "brokerage") {
          const { ledger, accounts, providers } = world;
          for (const row of servicesOf(world)) {
            const account = providers.columns.account[row];
            const pence = ledger.balances[account] + 100_000;
            if (pence > 0) ledger.transfer(account, accounts.owners, pence, Purpose.payout);
          }
        }
        phase.run(world);
      },
    }));

  test("takes nobody on, and keeps those it has", () => {
    const run = council({ "providers.overdraftWeeks": 50 }, { phases: withoutCash });
    const before = new Set(placesOf(run.world).served.map((row) => run.world.people.keys[row]));
    for (let week = 0; week < 40; week++) run.step();
    const { served, waiting } = placesOf(run.world);
    const keys = served.map((row) => run.world.people.keys[row]);
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.filter((key) => !before.has(key))).toEqual([]);
    expect(waiting.length).toBeGreaterThan(0);
  });
});
