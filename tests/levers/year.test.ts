/**
 * Levers of the council's year, tried one by one: in a small council, everything else held still unless the lever's row
 * lists it, one dated change moves the first measure by no less than the row says beforehand.
 */
import { describe, expect, it } from "vitest";
import { leaves, simulate, type Leaf, type RunResult } from "../../src/simulation/index.ts";
import { scenarioFrom, valueIn, withChange } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

const SEEDS = ["1", "2", "3", "4"];
const WEEK = 8;

const tried = leaves.filter(({ path, firstOrder }) => /^(council|careHomes)\./.test(path) && firstOrder?.trial);

/** The measure's mean over the weeks after the change; weeks without a figure do not count. */
function meanAfter({ weekly }: RunResult, measure: string): number {
  const values = [...weekly[measure].subarray(WEEK)].filter((value) => !Number.isNaN(value));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** By how much the change moves the measure the way the row says, on average over the seeds. */
function effectOf({ path, firstOrder }: Leaf): number {
  const { measure, sign, trial } = firstOrder ?? {};
  if (measure === undefined || sign === undefined || trial === undefined) throw new Error(`${path} has no trial`);
  const before = scenarioFrom(smallCouncil({ weeks: 60, set: trial.given ?? {} }));
  const after = withChange(before, WEEK, { [path]: trial.to });
  const was = valueIn(before, path, WEEK);
  const way = typeof was === "number" && Number(trial.to) < was ? -sign : sign;
  const free = new Set<string>(trial.free);
  const frozen = { prices: !free.has("prices"), matching: !free.has("matching") };
  const moved = SEEDS.map((seed) => {
    const [left, right] = [before, after].map((each) => simulate(each, seed, { frozen }));
    return meanAfter(right, measure) - meanAfter(left, measure);
  });
  return (way * moved.reduce((sum, each) => sum + each, 0)) / SEEDS.length;
}

describe("levers of the council's year", () => {
  it("have trials wherever a direction is not in doubt", () => {
    expect(tried.length).toBeGreaterThan(28);
  });

  it.each(tried.map((leaf) => [leaf.path, leaf] as const))("%s moves its first measure as declared", (_, leaf) => {
    expect(effectOf(leaf)).toBeGreaterThanOrEqual(leaf.firstOrder?.trial?.least ?? Infinity);
  });
});
