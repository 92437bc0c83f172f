/** Every lever acts: one dated change of it moves the measure that it names first, by what was stated beforehand. */
import { describe, expect, test } from "vitest";
import { leaves, simulate } from "../../src/simulation/index.ts";
import { effectOf, scenarioFrom, triedLevers, valueIn, withChange } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

const SEEDS = ["1", "2", "3", "4"];
const TRIED = triedLevers();

describe("levers", () => {
  test("at least sixty are tried, with effects that are not nothing", () => {
    expect(TRIED.length).toBeGreaterThanOrEqual(60);
    expect(TRIED.filter(({ trial }) => !(trial.least > 0)).map(({ path }) => path)).toEqual([]);
  });

  test.each(TRIED.map((lever) => [lever.path, lever] as const))("%s moves its own measure first", (_, lever) => {
    const { measure, direction, trial } = lever;
    const effect = effectOf(lever, SEEDS) * direction;
    expect(effect, `${measure} on a change to ${trial.to}`).toBeGreaterThanOrEqual(trial.least);
  });

  test("set to what they are anyway from some week on, all of them together change nothing", () => {
    const plain = scenarioFrom(smallCouncil({ start: "2015-01-05", weeks: 12 }));
    const inForce = Object.fromEntries(leaves.map(({ path }) => [path, valueIn(plain, path, 8)]));
    const again = withChange(plain, 8, inForce);
    expect(Object.values(again.values).every((steps) => steps.some(({ from }) => from !== ""))).toBe(true);
    expect(simulate(again, "1").digest).toBe(simulate(plain, "1").digest);
  });
});
