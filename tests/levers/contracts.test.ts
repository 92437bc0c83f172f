/** The levers of contracts, framework and agencies, each tried alone: one dated change does what its row says. */
import { describe, expect, it } from "vitest";
import { leaves, simulate, start, type Leaf } from "../../src/simulation/index.ts";
import { mondayOf, scenarioFrom, valueIn, withChange } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

const SEEDS = ["1", "2", "3"];
/** The change comes in this recorded week; what follows it is a year. */
const CHANGED = 8;

const TRIED = leaves.filter(
  ({ path, firstOrder }) =>
    /^(framework\.|providers\.|labour\.churnByAgencies)/.test(path) && firstOrder?.trial !== undefined,
);

/** Mean of a measure over the weeks after the change, those left out in which there is nothing to measure. */
function meanAfter(series: Float64Array): number {
  const after = series.slice(CHANGED).filter((value) => !Number.isNaN(value));
  return after.reduce((sum, value) => sum + value, 0) / after.length;
}

/** How far the change moves the measure, mean over seeds; in the direction that the row says where it is positive. */
function effect({ path, firstOrder }: Leaf): number {
  if (firstOrder?.trial === undefined) throw new RangeError(`${path} says not how it is tried`);
  const { measure, sign, trial } = firstOrder;
  const base = scenarioFrom(smallCouncil({ weeks: CHANGED + 52, set: trial.given ?? {} }));
  const from = valueIn(base, path, CHANGED);
  expect(trial.to, `${path} is ${from} in any case from ${mondayOf(base, CHANGED)}`).not.toBe(from);
  const changed = withChange(base, CHANGED, { [path]: trial.to });
  const falls = typeof trial.to === "number" && trial.to < Number(from);
  const frozen = {
    prices: trial.free?.includes("prices") !== true,
    matching: trial.free?.includes("matching") !== true,
  };
  const moved = SEEDS.map((seed) => {
    const [before, after] = [base, changed].map((each) => simulate(each, seed, { frozen }).weekly[measure]);
    return meanAfter(after) - meanAfter(before);
  });
  return (moved.reduce((sum, each) => sum + each, 0) / SEEDS.length) * sign * (falls ? -1 : 1);
}

describe("first-order effects", () => {
  it.each(TRIED.map((leaf) => [leaf.path, leaf] as const))("%s", (_, leaf) => {
    expect(effect(leaf)).toBeGreaterThanOrEqual(leaf.firstOrder?.trial?.least ?? Infinity);
  });
});

/** Sum of a measure over a run of a year, over seeds. */
const sumOver = (set: Readonly<Record<string, number | string>>, measure: string): number =>
  SEEDS.map((seed) => simulate(scenarioFrom(smallCouncil({ weeks: 52, set })), seed).weekly[measure])
    .flatMap((series) => [...series])
    .reduce((sum, value) => sum + value, 0);

describe("an outcomes-based contract", () => {
  it("that asks for more than agencies can bear is refused more often, handed back more, and bought round", () => {
    const bearable = {
      "framework.contractForm": "outcomes-based",
      "framework.targetSaving": 0,
      "framework.openingFee": 12.5,
    };
    const unbearable = { ...bearable, "framework.targetSaving": 0.3 };
    for (const measure of ["providers.refusals", "providers.handBacks", "framework.paidNotGivenHours"]) {
      expect(sumOver(unbearable, measure), measure).toBeGreaterThan(sumOver(bearable, measure) + 5);
    }
  });
});

describe("lots", () => {
  it("are held by as many members as a zone has lots, those with most hours there", () => {
    const set = { "framework.lotsPerZone": 2, "framework.providers": 160, "size.agencies": 300 };
    const run = start(scenarioFrom(smallCouncil({ weeks: 1, burnInWeeks: 0, set })), "1");
    const { providers, market } = run.world;
    const { zones, framework, lots } = providers.columns;
    const members = [...providers.live.subarray(0, providers.liveCount)].filter((row) => framework[row] === 1);
    const minutes = (row: number, zone: number): number => market.zoneMinutes[row * 8 + zone];
    const before = [0, 1].map((zone) =>
      members
        .filter((row) => (zones[row] & (1 << zone)) > 0)
        .sort((a, b) => minutes(b, zone) - minutes(a, zone))
        .slice(0, 2),
    );
    run.step();
    for (const zone of [0, 1]) {
      const holders = members.filter((row) => (lots[row] & (1 << zone)) > 0);
      expect(holders.sort((a, b) => a - b)).toEqual(before[zone].sort((a, b) => a - b));
    }
  });
});

describe("choice", () => {
  it("is real where the person chose among willing agencies, and then counts for control", () => {
    const set = { "framework.choiceShare": 1, "framework.providers": 160 };
    const run = start(scenarioFrom(smallCouncil({ weeks: 20, burnInWeeks: 0, set })), "1");
    while (!run.done) run.step();
    const { people, events } = run.world;
    const chose = [...people.live.subarray(0, people.liveCount)].filter((row) => people.columns.offered[row] > 0);
    expect(chose.length).toBeGreaterThan(5);
    expect(Math.max(...chose.map((row) => people.columns.offered[row]))).toBeLessThanOrEqual(3);
    expect(events.count).toBeGreaterThan(chose.length);
  });
});
