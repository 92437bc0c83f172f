/** The levers of contracts, framework and agencies, each tried alone: one dated change does what its row says. */
import { describe, expect, it } from "vitest";
import { leaves, simulate, type Leaf } from "../../src/simulation/index.ts";
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
