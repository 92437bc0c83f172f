/** A run watched for the facts: its looks at the world agree with its measures, and change nothing. */
import { beforeAll, describe, expect, it } from "vitest";
import {
  FACTS,
  partIds,
  watch,
  weeksWatched,
  type Fact,
  type Figures,
  type Share,
} from "../../src/experiment/facts/index.ts";
import { meanOver, financialYear, weeksOf } from "../../src/experiment/facts/window.ts";
import { medianPremium } from "../../src/experiment/facts/workforce.ts";
import { ProviderKind } from "../../src/model/world/codes.ts";
import type { World } from "../../src/model/world/world.ts";
import { simulate, start, type ResolvedScenario, type RunResult } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { factOf, partOf } from "../support/facts-series.ts";

const SCALE = 0.1;
/** The decade of a tenth of the mean council. */
const scenario: ResolvedScenario = scenarioFrom(
  JSON.stringify({ format: 1, name: "tenth", set: { "size.scale": SCALE } }),
);
const seed = "1";

describe("a watched run", () => {
  let run: RunResult;
  let figures: Figures;
  beforeAll(() => {
    run = simulate(scenario, seed);
    figures = watch(FACTS, scenario, seed).finish();
  });

  it("gives a number for every part of every fact", () => {
    expect(Object.keys(figures)).toEqual(FACTS.flatMap((fact) => partIds(fact)));
    expect(Object.entries(figures).filter(([, value]) => !Number.isFinite(value))).toEqual([]);
  });

  it("stops after the last week that a fact speaks of, and gives what the whole run gives", () => {
    expect(weeksWatched(FACTS, scenario)).toBeLessThan(scenario.weeks);
    const watched = watch(FACTS, scenario, seed);
    watched.finish();
    expect(watched.run.recorded).toBe(weeksWatched(FACTS, scenario));
    for (const fact of FACTS) {
      for (const [index, { figure, isCount }] of fact.parts.entries()) {
        if (figure.from !== "measures") continue;
        expect(figures[partIds(fact)[index]]).toBe(figure.of(run) / (isCount ? SCALE : 1));
      }
    }
  });

  it("takes the same course as one that nobody watches", () => {
    const watched = watch(FACTS, scenario, seed);
    watched.finish();
    // The digest of its last week takes in all agents, as a run's last week does.
    const shared = weeksWatched(FACTS, scenario) - 1;
    const { weekDigests } = watched.run.finish();
    expect(weekDigests.slice(0, shared)).toEqual(run.weekDigests.slice(0, shared));
  });

  it("pays holders, group by group, what the measure of all of them says", () => {
    const year = financialYear(2013);
    const look = sumOfLooks("C07");
    const facts = [look, { ...look, of: (world: World): Share => [look.of(world)[1], 1] }].map(
      (figure, index): Fact => ({ ...factOf("C07"), id: `C0${index}`, parts: [{ ...partOf("C07a"), figure }] }),
    );
    const { C00: paid, C01: served } = watch(facts, scenario, seed).finish();
    const all = meanOver(run, "directPayments.meanWeekly", year) * meanOver(run, "people.directPayment", year);
    // The measure divides by holders who look for an agency too, and leaves out charges that are in arrears.
    expect(served / meanOver(run, "people.directPayment", year)).toBeLessThan(1);
    expect((paid * served) / all).toBeGreaterThan(1);
    expect((paid * served) / all).toBeLessThan(1.01);
  });

  it("charges people what the ledger says they paid, over what their care costs", () => {
    const year = financialYear(2014);
    const paid = meanOver(run, "council.charges", year) / meanOver(run, "council.communitySpend", year);
    // The measure's spending holds short-term help too, for which nobody pays: a tenth or so.
    expect(figures["C14a"] / (100 * paid)).toBeGreaterThan(1);
    expect(figures["C14a"] / (100 * paid)).toBeLessThan(1.2);
    expect(figures["C14b"]).toBeLessThan(figures["C14a"]);
    expect(figures["C14a"]).toBeLessThan(figures["C14c"]);
  });

  it("has a published minimum price that lies over the cost as it is, and shares that are shares", () => {
    const year = financialYear(2016);
    const cost = meanOver(run, "prices.unitCost", year) / meanOver(run, "wages.floor", year);
    expect(figures["C13b"] / cost).toBeGreaterThan(1.03);
    expect(figures["C13b"] / cost).toBeLessThan(1.2);
    for (const id of ["C08", "C13a", "C14a", "C12b"]) {
      expect(figures[id], id).toBeGreaterThan(0);
      expect(figures[id], id).toBeLessThan(100);
    }
  });

  it("says nothing of years that it does not reach", () => {
    const short = { ...scenario, weeks: 140 };
    const found = watch(FACTS, short, seed).finish();
    // Up to early December 2012: only September 2012 is there, and the first years of the fee are not enough.
    expect(Object.entries(found).filter(([, value]) => !Number.isNaN(value))).toEqual([["C11a", figures["C11a"]]]);
    expect(weeksWatched(FACTS, { ...scenario, start: "2019-01-07" })).toBe(1);
  });
});

/** All groups of a fact's looks together. */
function sumOfLooks(id: string) {
  const { parts } = factOf(id);
  const [{ figure }] = parts;
  if (figure.from !== "world") throw new Error(`${id} reads measures`);
  return {
    ...figure,
    of: (world: World): Share => {
      const shares = parts.map((each) => (each.figure.from === "world" ? each.figure.of(world) : ([0, 0] as const)));
      return [shares.reduce((sum, [one]) => sum + one, 0), shares.reduce((sum, [, other]) => sum + other, 0)];
    },
  };
}

describe("looks at a world", () => {
  const agenciesOf = (world: World): number[] =>
    Array.from(world.providers.live.subarray(0, world.providers.liveCount)).filter(
      (row) => world.providers.columns.kind[row] === ProviderKind.agency,
    );

  it("find the pay of the middle worker, not of the middle agency", () => {
    const { world } = start(scenario, seed);
    const { wage, workers } = world.providers.columns;
    const [first, second, ...others] = agenciesOf(world);
    for (const row of others) workers[row] = 0;
    const floor = world.era.wages.floor;
    [wage[first], workers[first]] = [floor * 1.1, 3];
    [wage[second], workers[second]] = [floor * 1.3, 4];
    expect(medianPremium(world)[0]).toBeCloseTo(30, 10);
    workers[first] = 5;
    expect(medianPremium(world)[0]).toBeCloseTo(10, 10);
    for (const row of [first, second]) workers[row] = 0;
    expect(medianPremium(world)).toEqual([0, 0]);
  });

  it("happen in the weeks that were asked for, and sum up before they divide", () => {
    const seen: number[] = [];
    const window = { from: "2010-05-01", before: "2010-07-01" };
    const fact: Fact = {
      ...factOf("C07"),
      parts: [
        {
          ...partOf("C07a"),
          figure: {
            from: "world",
            window,
            every: 4,
            of: (world: World): Share => {
              seen.push(world.week - scenario.burnInWeeks);
              return seen.length === 1 ? [1, 1] : [0, 3];
            },
          },
        },
      ],
    };
    const found = watch([fact], scenario, seed).finish();
    const { mondays } = simulate({ ...scenario, weeks: 20 }, seed);
    const [first = 0, end = 0] = weeksOf(mondays, window) ?? [];
    expect([mondays[first], mondays[end]]).toEqual(["2010-05-03", "2010-07-05"]);
    expect(seen).toEqual([first, first + 4, first + 8]);
    expect(found["C07"]).toBe(1 / 7);
  });
});
