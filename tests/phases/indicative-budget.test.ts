/** The first estimate of a budget: it misses each plan, and all plans together not at all. */
import { expect, test } from "vitest";
import { finalBudget } from "../../src/model/week/route.ts";
import { lookupAmong, resolveOrThrow, start } from "../../src/simulation/index.ts";

test.each([0.25, 0.5, 1])("budgets that follow estimates with an error of %f come to what the plans cost", (error) => {
  const set = [`assessment.indicativeBudgetError=${error}`, "assessment.indicativeBudgetWeight=1"];
  const text = "format: 1\nname: estimates\nweeks: 1\nburnInWeeks: 0\n";
  const { scenario } = resolveOrThrow({ entry: { name: "estimates.yaml", text }, lookup: lookupAmong({}), set });
  const { world } = start(scenario, "1");
  const ratios = Array.from(world.people.live.subarray(0, world.people.liveCount), (row) => finalBudget(world, row));
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
  // Four standard errors of a lognormal's mean.
  expect(Math.abs(mean - 1)).toBeLessThan(4 * Math.sqrt((Math.exp(error * error) - 1) / ratios.length));
  expect(ratios.length).toBeGreaterThan(4000);
  expect(Math.min(...ratios)).toBeLessThan(1 - error / 2);
  expect(Math.max(...ratios)).toBeGreaterThan(1 + error);
});
