/** Every lever acts: one dated change of it moves the measure that it names first, by what was stated beforehand. */
import { describe, expect, test } from "vitest";
import { subjects, type Parameter } from "../../src/model/levers/index.ts";
import { leaves, simulate, type RunResult } from "../../src/simulation/index.ts";
import { hashScenario } from "../../src/simulation/scenario/canonical.ts";
import { effectOf, scenarioFrom, triedLevers, valueIn, withChange } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

const SEEDS = ["1", "2", "3", "4"];
const TRIED = triedLevers();

/** Many levers are tried on the same council: its latest runs are remembered, as many as some twenty trials take. */
const MOST_REMEMBERED = 160;
const remembered = new Map<string, RunResult>();
const run: typeof simulate = (scenario, seed, options) => {
  const key = JSON.stringify([hashScenario(scenario), seed, options]);
  const result = remembered.get(key) ?? simulate(scenario, seed, options);
  remembered.delete(key);
  remembered.set(key, result);
  for (const [oldest] of remembered) if (remembered.size > MOST_REMEMBERED) remembered.delete(oldest);
  return result;
};

/** Spreads that leave the mean where it is, and two limits of micro-providers that so few clients never reach. */
const UNSEEN = [
  "demand.placeSpread",
  "demand.shortTermSpread",
  "outcomes.baseSpread",
  "providers.microMost",
  "providers.microStartUp",
];

describe("levers", () => {
  test("all are tried but those of the founding and five that no measure shows, with effects that are not nothing", () => {
    const tried = new Set(TRIED.map(({ path }) => path));
    const untried = Object.entries(subjects).flatMap(([subject, rows]) =>
      Object.entries<Parameter>(rows)
        .filter(([name, { kind }]) => kind !== "size" && !tried.has(`${subject}.${name}`))
        .map(([name]) => `${subject}.${name}`),
    );
    expect(untried.sort()).toEqual(UNSEEN);
    expect(TRIED.filter(({ trial }) => !(trial.least > 0)).map(({ path }) => path)).toEqual([]);
  });

  test.each(TRIED.map((lever) => [lever.path, lever] as const))("%s moves its own measure first", (_, lever) => {
    const { measure, direction, trial } = lever;
    const effect = effectOf(lever, SEEDS, run) * direction;
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
