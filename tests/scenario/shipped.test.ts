/** Every scenario that is shipped says what it asks, resolves, and keeps the laws of every week in a small council. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { planSweep } from "../../src/experiment/sweeps/index.ts";
import { measures } from "../../src/model/measures/index.ts";
import { formatProblem, leaves, lookupAmong, resolveOrThrow, simulate } from "../../src/simulation/index.ts";
import { valueIn } from "../../src/testing/index.ts";
import { expectLaws } from "../support/laws-extremes.ts";
import { COUNCILS, SCENARIOS, SWEEPS } from "../support/shipped-files.ts";

const lookup = lookupAmong(SCENARIOS, COUNCILS);

describe("shipped scenarios", () => {
  it("are there for each question, and five councils", () => {
    expect(Object.keys(SCENARIOS).length).toBeGreaterThanOrEqual(27);
    expect(Object.keys(COUNCILS)).toHaveLength(5);
  });

  it.each(Object.entries(SCENARIOS))("%s asks a question with its source, and keeps the laws", (name, text) => {
    // An eightieth of the council: so few that a test can hold every week of ten years to every law.
    const set = name === "tiny" ? [] : ["size.scale=0.0125"];
    const { scenario, warnings } = resolveOrThrow({ entry: { name: `${name}.yaml`, text }, lookup, set });
    expect(scenario.name).toBe(name);
    expect(scenario.question).toMatch(/\?$/u);
    expect(scenario.source?.length).toBeGreaterThan(20);
    expect(warnings).toEqual([]);
    expectLaws(scenario, "1");
  });
});

describe("every mechanism without a known size", () => {
  it("is on, at the middle of its range: whatever is no policy, may be nothing and is nothing in the baseline", () => {
    const { scenario } = resolveOrThrow({
      entry: { name: "every-mechanism.yaml", text: SCENARIOS["every-mechanism"] },
      lookup,
    });
    const off = leaves.flatMap(({ path, kind, range, default: steps }) => {
      const mayBeNothing = (kind === "world" || kind === "behaviour") && Array.isArray(range) && range[0] === 0;
      return mayBeNothing && steps.every(({ value }) => value === 0) ? [[path, range[1] / 2]] : [];
    });
    expect(off.length).toBeGreaterThan(7);
    expect(off.map(([path]) => [path, valueIn(scenario, `${path}`, 0)])).toEqual(off);
  });
});

describe("a thin market", () => {
  it("stays one: a handful of agencies through the decade, which give the hours all the same", () => {
    const entry = { name: "thin-market.yaml", text: SCENARIOS["thin-market"] };
    const { weekly, yearly } = simulate(resolveOrThrow({ entry, lookup }).scenario, "1");
    expect(Math.min(...weekly["providers.trading"])).toBeGreaterThanOrEqual(3);
    expect(Math.max(...weekly["providers.trading"])).toBeLessThanOrEqual(12);
    const hours = yearly["hours.delivered"];
    for (const each of hours) expect(each / hours[0]).toBeGreaterThan(0.97);
    for (const each of yearly["unmet.hoursPercent"]) expect(each).toBeLessThan(10);
  }, 30_000);
});

describe("shipped sweeps", () => {
  const inGuide =
    /```yaml\n(.*?)```/su.exec(readFileSync(join(import.meta.dirname, "../../docs/sweeps.md"), "utf8"))?.[1] ?? "";

  it.each(Object.entries({ ...SWEEPS, "fees-and-rates": inGuide }))(
    "%s asks a question and has its arms",
    (name, text) => {
      const keys = measures.map(({ key }) => key);
      const planned = planSweep({ entry: { name: `${name}.yaml`, text }, lookup, measures: keys });
      if (!planned.ok) throw new Error(planned.problems.map(formatProblem).join("\n"));
      const { plan, warnings } = planned;
      expect(plan.name).toBe(name);
      expect(plan.question).toMatch(/\?$/u);
      expect(plan.source.length).toBeGreaterThan(15);
      expect(warnings).toEqual([]);
      expect(new Set(plan.arms.map(({ scenarioHash }) => scenarioHash)).size).toBe(plan.arms.length);
      const combinations = plan.axes.reduce((product, { values }) => product * values.length, 1);
      // Where arms are drawn, many worlds say more than many seeds of few; the reference comes last.
      expect(plan.arms.length).toBe(plan.sampling === undefined ? combinations : plan.sampling.rows.length + 1);
      const hasManyWorlds = plan.sampling !== undefined || plan.arms.length > 400;
      expect(plan.seeds.length).toBeGreaterThanOrEqual(name === "tiny" || hasManyWorlds ? 4 : 20);
    },
  );

  it("hold ten uncertainties or more, drawn inside the ranges of their levers, and each with and without the policy", () => {
    const text = SWEEPS["uncertainties"];
    const planned = planSweep({
      entry: { name: "uncertainties.yaml", text },
      lookup,
      measures: measures.map(({ key }) => key),
    });
    if (!planned.ok) throw new Error(planned.problems.map(formatProblem).join("\n"));
    const { axes, arms, sampling } = planned.plan;
    expect(axes.filter(({ kind }) => kind === "uncertainty").length).toBeGreaterThanOrEqual(10);
    expect(sampling?.crossed).toEqual(["fees"]);
    for (let row = 0; row < 256; row += 2) {
      const [held, usual] = [sampling?.rows[row + 1] ?? 0, sampling?.rows[row] ?? 0].map((arm) => arms[arm].settings);
      expect({ ...held, fees: usual["fees"] }).toEqual(usual);
    }
  });

  it("hold the living wage, the precept and the two rates, at least five by three by four by four", () => {
    const text = SWEEPS["living-wage-precept-rates"];
    const planned = planSweep({ entry: { name: "s.yaml", text }, lookup, measures: measures.map(({ key }) => key) });
    expect(planned.ok && planned.plan.axes.map(({ values }) => values.length)).toEqual([5, 3, 4, 4]);
  });
});
