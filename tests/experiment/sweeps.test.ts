/** A sweep file becomes arms: what it says is what is run, and what makes no sense is said where it stands. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Planned,
  planSweep,
  scenarioOf,
  sweepJsonSchema,
  type SweepPlan,
} from "../../src/experiment/sweeps/index.ts";
import { stepsOf } from "../../src/experiment/sweeps/value.ts";
import {
  exitCodeOf,
  formatProblem,
  hashScenario,
  lookupAmong,
  resolveOrThrow,
} from "../../src/simulation/scenario/index.ts";
import { REGISTRY } from "../../src/simulation/scenario/registry.ts";

const BASE = "format: 1\nname: base\nseeds: 1-3\nweeks: 520\n";
const OTHER = "format: 1\nname: other\nextends: base\nset: { framework.providers: 5 }\n";
const TOWN = "format: 1\nname: town\nset: { size.scale: 0.1 }\n";
const lookup = lookupAmong({ base: BASE, baseline: BASE, other: OTHER }, { town: TOWN });

const planOf = (text: string, seeds?: string): Planned =>
  planSweep({
    entry: { name: "s.yaml", text },
    lookup,
    measures: ["providers.failures"],
    ...(seeds === undefined ? {} : { seeds }),
  });

function planned(text: string): SweepPlan {
  const found = planOf(text);
  if (!found.ok) throw new Error(found.problems.map(formatProblem).join("\n"));
  return found.plan;
}

function problems(text: string): { readonly code: number; readonly lines: string[] } {
  const found = planOf(text);
  return found.ok
    ? { code: 0, lines: [] }
    : { code: exitCodeOf(found.problems), lines: found.problems.map(formatProblem) };
}

const sweep = (axes: string, more = ""): string => `format: 1\nname: s\nscenario: base\n${more}axes:\n${axes}\n`;

const PRECEPT = "  - { name: precept, lever: council.precept, from: 2016-04-01, values: [0, 0.02] }";
const RATE = "  - { name: rate, lever: directPayment.rateShare, values: [0.8, 0.9, 1] }";

describe("arms", () => {
  it("of a grid are every combination, the last axis turning fastest, each what --set would make of it", () => {
    const { arms, axes, years, seeds } = planned(sweep(`${PRECEPT}\n${RATE}`));
    expect(arms.map(({ settings }) => [settings["precept"], settings["rate"]])).toEqual([
      [0, 0.8],
      [0, 0.9],
      [0, 1],
      [0.02, 0.8],
      [0.02, 0.9],
      [0.02, 1],
    ]);
    for (const { settings, scenarioHash } of arms) {
      const set = [`council.precept@2016-04-01=${settings["precept"]}`, `directPayment.rateShare=${settings["rate"]}`];
      expect(scenarioHash).toBe(resolveOrThrow({ entry: { name: "base.yaml", text: BASE }, lookup, set }).hash);
    }
    expect(axes.map(({ kind, unit }) => [kind, unit])).toEqual([
      ["policy", "share of council tax added that April"],
      ["policy", "share of the fee or price"],
    ]);
    expect([years[0], years.length, seeds]).toEqual(["2010-11", 10, ["1", "2", "3"]]);
  });

  it("can be made again from the reference arm and their own changes alone", () => {
    const plan = planned(sweep(`${PRECEPT}\n${RATE}`, "reference: { rate: 0.9 }\n"));
    expect(plan.arms[plan.reference].settings).toEqual({ precept: 0, rate: 0.9 });
    expect(plan.arms[plan.reference].changes).toEqual({});
    for (const arm of plan.arms) expect(hashScenario(scenarioOf(plan, arm))).toBe(arm.scenarioHash);
  });

  it("of zipped axes go side by side, of one at a time out from the reference", () => {
    const two = "  - { name: rate, lever: directPayment.rateShare, values: [0.8, 1] }";
    const zip = planned(sweep(`${PRECEPT}\n${two}`, "design: zip\n"));
    expect(zip.arms.map(({ settings }) => Object.values(settings))).toEqual([
      [0, 0.8],
      [0.02, 1],
    ]);
    const single = planned(sweep(`${PRECEPT}\n${RATE}`, "design: one-at-a-time\nreference: { rate: 1 }\n"));
    expect(single.arms.map(({ settings }) => Object.values(settings))).toEqual([
      [0, 1],
      [0.02, 1],
      [0, 0.8],
      [0, 0.9],
    ]);
    expect(single.reference).toBe(0);
  });

  it("may be whole scenarios, councils and alternatives of several dates", () => {
    const alternatives =
      "  - name: wage\n    alternatives:\n      - { name: as it was }\n      - name: more\n        changes:\n" +
      "          - { from: 2016-04-01, set: { wages.floor: 8 } }\n          - { from: 2017-04-01, set: { wages.floor: 9 } }";
    const councils = "  - { name: place, councils: [town] }";
    const { arms, axes } = planned(
      sweep(`  - { name: policy, scenarios: [base, other] }\n${councils}\n${alternatives}`),
    );
    expect(arms.map(({ settings }) => Object.values(settings))).toEqual([
      ["base", "town", "as it was"],
      ["base", "town", "more"],
      ["other", "town", "as it was"],
      ["other", "town", "more"],
    ]);
    expect(axes.map(({ kind }) => kind)).toEqual(["policy", "uncertainty", "policy"]);
    expect(arms[3].changes["framework.providers"]).toEqual([{ from: "", value: 5 }]);
    expect(arms[3].changes["wages.floor"].slice(-2)).toEqual([
      { from: "2016-04-01", value: 8 },
      { from: "2017-04-01", value: 9 },
    ]);
  });

  it("that stand there twice are one, with a note; different ones that are one scenario are kept and noted", () => {
    const twice = planOf(sweep("  - { name: rate, lever: directPayment.rateShare, values: [1, 1, 0.9] }"));
    expect(twice.ok && twice.plan.arms).toHaveLength(2);
    expect(twice.ok && twice.warnings.map(({ message }) => message)).toEqual([
      "1 of its values stand there more than once and are merged",
    ]);
    const equal = planOf(sweep("  - name: a\n    alternatives: [{ name: one }, { name: two }]"));
    expect(equal.ok && equal.plan.arms).toHaveLength(2);
    expect(equal.ok && equal.warnings.map(({ message }) => message)).toEqual([
      "2 arms are 1 different scenarios: equal ones run once; a changes nothing in any arm, whatever its value",
    ]);
  });

  it("of one name that set different things are an error; of one name that are the same are one", () => {
    const named = (...items: readonly string[]) => sweep(`  - { name: a, alternatives: [${items.join(", ")}] }`);
    const wage = (name: string, floor: number): string => `{ name: ${name}, set: { wages.floor: ${floor} } }`;
    const says = (column: string, name: string): string =>
      `s.yaml:5:${column} error axes.0.alternatives.1: is called "${name}", as another alternative that sets something else`;
    expect(problems(named(wage("more", 8), wage("more", 9))).lines.join()).toContain(says("72", "more"));
    expect(problems(named(wage("1", 8), wage('"1"', 9))).lines.join()).toContain(says("69", "1"));
    const later = "{ name: more, changes: [{ from: 2016-04-01, set: { wages.floor: 8 } }] }";
    expect(problems(named(wage("more", 8), later)).code).toBe(2);
    for (const names of [
      ["more", "more"],
      ["1", '"1"'],
    ]) {
      const same = planOf(named("{ name: none }", ...names.map((name) => wage(name, 8))));
      expect(same.ok && same.plan.arms.map(({ label }) => label)).toEqual(["a none", `a ${names[0]}`]);
      expect(same.ok && same.warnings.map(({ message }) => message)).toEqual([
        "1 of its values stand there more than once and are merged",
      ]);
    }
  });

  it("are called by the lever's own name, of one group's only where only that group is set", () => {
    const labelOf = (levers: string): string =>
      planned(sweep(`  - { name: r, ${levers}, values: [0.8, 1] }`)).axes[0].label;
    const all = labelOf("lever: directPayment.rateShare");
    expect(labelOf("lever: directPayment.rateShare.older")).toBe(`${all}: older`);
    expect(all).not.toMatch(/older|physical/);
    const each = ["physical", "older", "mental", "learning"].map((group) => `directPayment.rateShare.${group}`);
    expect(labelOf(`levers: [${each.join(", ")}]`)).toBe(all);
    expect(labelOf(`levers: [${each.slice(0, 2).join(", ")}]`)).toBe(`${all}: physical`);
  });

  it("say in words what stands for no number of its own", () => {
    const textsOf = (lever: string): readonly string[] =>
      planned(sweep(`  - { name: r, label: it, lever: ${lever}, values: [-1, 0.5] }`)).arms.map(({ label }) => label);
    const unset = REGISTRY.leaves.filter(({ unit }) => unit.includes("or -1 for"));
    expect(unset.length).toBeGreaterThan(1);
    const found = unset.flatMap(({ path }) => textsOf(path));
    expect(new Set(found)).toEqual(new Set(["it the council's rule", "it the council's path", "it 50%"]));
  });

  it("show of a value that was drawn as many digits as tell it apart, and are the same arms as ever", () => {
    const ranges = [
      "  - { name: share, label: share, lever: providers.crossSubsidy, range: { from: 0, to: 0.5 } }",
      "  - { name: rate, label: rate, lever: providers.entryRate, range: { from: 0.007, to: 0.016 } }",
    ].join("\n");
    const { arms, axes } = planned(sweep(ranges, "design: latin-hypercube\npoints: 64\n"));
    const drawn = arms.filter(({ label }) => !label.includes("as it is"));
    expect(drawn.length).toBeGreaterThan(60);
    for (const { label, settings, scenarioHash } of drawn) {
      expect(label).toMatch(/^share \d+(\.\d{1,2})?%, rate 0\.\d{1,6}$/);
      const [share, rate] = (/share ([\d.]+)%, rate ([\d.]+)/.exec(label) ?? []).slice(1).map(Number);
      expect(Math.abs(share / 100 - Number(settings["share"]))).toBeLessThan(0.5 / 1000);
      expect(Math.abs(rate - Number(settings["rate"]))).toBeLessThan(0.009 / 1000);
      // The value itself has all its digits.
      const set = [`providers.crossSubsidy=${settings["share"]}`, `providers.entryRate=${settings["rate"]}`];
      expect(scenarioHash).toBe(resolveOrThrow({ entry: { name: "base.yaml", text: BASE }, lookup, set }).hash);
    }
    expect(new Set(drawn.map(({ label }) => label)).size).toBe(drawn.length);
    expect(axes[0].values.some((value) => String(value).length > 10)).toBe(true);
    const thirds = planned(
      sweep("  - { name: r, label: it, lever: providers.crossSubsidy, range: { from: 0, to: 1, steps: 4 } }"),
    );
    expect(thirds.arms.map(({ label }) => label)).toEqual(["it 0%", "it 33.3%", "it 66.7%", "it 100%"]);
  });

  it("have the seeds of the command line, else of the sweep, else of the scenario", () => {
    const text = sweep(PRECEPT, "seeds: [7, x]\n");
    expect(planned(text).seeds).toEqual(["7", "x"]);
    const typed = planOf(text, "4-5");
    expect(typed.ok && typed.plan.seeds).toEqual(["4", "5"]);
  });
});

describe("the JSON Schema of sweeps", () => {
  it("is the one that is shipped, describes every key, and knows levers wherever they are set", () => {
    const schema = sweepJsonSchema();
    const shipped = readFileSync(new URL("../../scenarios/sweeps/schema.json", import.meta.url), "utf8");
    expect(JSON.parse(shipped)).toEqual(JSON.parse(JSON.stringify(schema)));
    const properties = schema["properties"] as Record<string, { description?: string }>;
    for (const [key, { description }] of Object.entries(properties)) expect(description, key).toMatch(/\.$/);
    expect(shipped.match(/"\.\.\/schema\.json#\/definitions\/levers"/g)).toHaveLength(4);
  });
});

describe("values at equal distances", () => {
  it("hold both ends exactly once, and decimal numbers as people write them", () => {
    expect(stepsOf(0.1, 0.3, 3)).toEqual([0.1, 0.2, 0.3]);
    expect(stepsOf(0, 1, 11)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 2, max: 500 }),
        (low, width, steps) => {
          const [from, to] = [low / 100, (low + width) / 100];
          const values = stepsOf(from, to, steps);
          expect([values.length, values[0], values.at(-1)]).toEqual([steps, from, to]);
          expect(values.filter((value) => value === to)).toHaveLength(1);
          expect([...values].sort((a, b) => a - b)).toEqual(values);
        },
      ),
    );
  });
});

describe("a sampled design", () => {
  const AXES = [
    "  - { name: rate, lever: directPayment.rateShare, range: { from: 0.8, to: 1.2 } }",
    "  - { name: lots, lever: framework.lotsPerZone, from: 2013-04-01, range: { from: 1, to: 60 } }",
    "  - { name: rule, lever: directPayment.rateRule, values: [fixed, share of framework fee] }",
  ].join("\n");

  it("draws as many arms as points, one in every slice of an axis, and has the scenario as it is for reference", () => {
    const plan = planned(sweep(AXES, "design: latin-hypercube\npoints: 16\nreference: { rule: fixed }\n"));
    expect(plan.arms).toHaveLength(17);
    expect(plan.reference).toBe(16);
    expect(plan.arms[16].settings).toEqual({ rate: 1, lots: 100, rule: "fixed" });
    const drawn = plan.arms.slice(0, 16).map(({ settings }) => settings);
    const slices = drawn.map(({ rate }) => Math.floor(((Number(rate) - 0.8) / 0.4) * 16));
    expect([...slices].sort((a, b) => a - b)).toEqual(slices.map((_, index) => index));
    for (const { lots } of drawn) expect(Number.isInteger(lots)).toBe(true);
    expect(drawn.filter(({ rule }) => rule === "fixed")).toHaveLength(8);
    expect(plan.axes[0].values).toEqual([...plan.axes[0].values].sort((a, b) => Number(a) - Number(b)));
    for (const arm of plan.arms) expect(hashScenario(scenarioOf(plan, arm))).toBe(arm.scenarioHash);
  });

  it("is the same for the same design seed, and another for another", () => {
    for (const design of ["latin-hypercube", "sobol"]) {
      const of = (seed: string): unknown =>
        planned(sweep(AXES, `design: ${design}\npoints: 8\ndesignSeed: ${seed}\n`)).arms.map(
          ({ settings }) => settings,
        );
      expect(of("7")).toEqual(of('"7"'));
      expect(of("7")).not.toEqual(of("8"));
    }
  });

  it("draws every whole number of a range as often as any other, both ends included, upwards and downwards", () => {
    for (const [from, to] of [
      [1, 4],
      [4, 1],
      [7, 8],
    ]) {
      const count = Math.abs(to - from) + 1;
      const axis = `  - { name: lots, lever: framework.lotsPerZone, range: { from: ${from}, to: ${to} } }`;
      const { arms, sampling } = planned(sweep(axis, `design: latin-hypercube\npoints: ${count * 5}\n`));
      const drawn = (sampling?.rows ?? []).map((arm) => Number(arms[arm].settings["lots"]));
      for (let value = Math.min(from, to); value <= Math.max(from, to); value++) {
        expect(drawn.filter((each) => each === value)).toHaveLength(5);
      }
      expect(drawn).toHaveLength(count * 5);
    }
  });

  it("takes for its reference whatever the lever allows, in the range or outside it", () => {
    const of = (reference: string): SweepPlan =>
      planned(sweep(AXES, `design: latin-hypercube\npoints: 4\nreference: { ${reference} }\n`));
    const { arms, reference, sampling } = of("rate: 0.5, lots: 70");
    expect(arms[reference].settings).toMatchObject({ rate: 0.5, lots: 70 });
    expect(sampling?.ranges).toEqual({ rate: { from: 0.8, to: 1.2 }, lots: { from: 1, to: 60 } });
  });

  it.each([
    [
      "too high",
      "rate: 80",
      "reference.rate.directPayment.rateShare: is too high; found 80",
      "write 0.8 if 80% is meant",
    ],
    ["too low", "rate: -1", "reference.rate.directPayment.rateShare: is too low; found -1", "0 to 3"],
    ["no whole number", "lots: 1.5", "reference.lots.framework.lotsPerZone: must be a whole number; found 1.5", ""],
    ["a text", "rate: one", 'reference.rate: must be a number; found "one"', "leave the axis out"],
    ["the word for a lever's own value", "rate: default", "reference.rate: must be a number", ""],
  ])("refuses a reference that is %s where it stands, once", (_, reference, message, advice) => {
    const text = sweep(AXES, `design: latin-hypercube\npoints: 4\nreference: { ${reference} }\n`);
    const { code, lines } = problems(text);
    expect(code).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("s.yaml:6:");
    expect(lines[0]).toContain(message);
    expect(lines[0]).toContain(advice);
  });

  it("needs a number of points, and a seed that is one", () => {
    expect(problems(sweep(AXES, "design: sobol\n")).lines.join()).toContain("say how many arms the sobol design draws");
    expect(problems(sweep(AXES, "design: sobol\npoints: 8\ndesignSeed: a b\n")).lines.join()).toContain(
      "is not a seed",
    );
    const huge = problems(sweep(AXES, "design: sobol\npoints: 900000\n"));
    expect(huge.code).toBe(3);
  });
});

describe("a design for sensitivity", () => {
  const AXES = [
    "  - { name: rate, lever: directPayment.rateShare, range: { from: 0.8, to: 1.2 } }",
    "  - { name: lots, lever: framework.lotsPerZone, from: 2013-04-01, range: { from: 1, to: 61 } }",
    "  - { name: rule, lever: directPayment.rateRule, values: [fixed, share of framework fee] }",
  ].join("\n");
  const settingsOf = (plan: SweepPlan): readonly Readonly<Record<string, number | string>>[] =>
    (plan.sampling?.rows ?? []).map((arm) => plan.arms[arm].settings);

  it("of Morris moves one axis a step, on a grid, and says which arm each step is, those met twice included", () => {
    const plan = planned(sweep(AXES, "design: morris\ntrajectories: 40\ndesignSeed: m\n"));
    const rows = settingsOf(plan);
    expect(rows).toHaveLength(40 * 4);
    expect(plan.sampling).toMatchObject({ design: "morris", seed: "m", trajectories: 40, crossed: [] });
    for (let row = 0; row < rows.length; row++) {
      expect([0.8, 1.2, 0.933333333333, 1.06666666667]).toContain(rows[row]["rate"]);
      expect([1, 21, 41, 61]).toContain(rows[row]["lots"]);
      if (row % 4 === 0) continue;
      const moved = Object.keys(rows[row]).filter((axis) => rows[row][axis] !== rows[row - 1][axis]);
      expect(moved).toHaveLength(1);
    }
    // 32 different rows at most, and the reference: forty trajectories meet each other.
    expect(plan.arms.length).toBeLessThanOrEqual(33);
  });

  it("of Saltelli has for each base point its two points and one mixed point for each axis", () => {
    const plan = planned(sweep(AXES, "design: radial\ntrajectories: 8\n"));
    const rows = settingsOf(plan);
    expect(rows).toHaveLength(8 * 5);
    for (let base = 0; base < rows.length; base += 5) {
      const [a, ...mixed] = rows.slice(base, base + 4);
      const b = rows[base + 4];
      for (const [axis, name] of ["rate", "lots", "rule"].entries()) {
        expect(mixed[axis]).toEqual({ ...a, [name]: b[name] });
      }
    }
  });

  it("runs every point with each combination of crossed axes, side by side", () => {
    const crossed = `${AXES}\n${PRECEPT.replace("values", "crossed: true, values")}`;
    const plan = planned(sweep(crossed, "design: latin-hypercube\npoints: 10\n"));
    expect(plan.arms).toHaveLength(21);
    expect(plan.sampling).toMatchObject({ axes: ["rate", "lots", "rule"], crossed: ["precept"] });
    const rows = settingsOf(plan);
    for (let row = 0; row < 20; row += 2) {
      expect(rows[row]["precept"]).toBe(0);
      expect(rows[row + 1]).toEqual({ ...rows[row], precept: 0.02 });
    }
    const alone = planned(sweep(AXES, "design: latin-hypercube\npoints: 10\n"));
    expect(rows.filter((_, row) => row % 2 === 0).map(({ rate }) => rate)).toEqual(
      settingsOf(alone).map(({ rate }) => rate),
    );
  });

  it.each([
    ["no trajectories", AXES, "design: morris\n", "say how many trajectories the morris design draws"],
    ["points for trajectories", AXES, "design: radial\npoints: 8\ntrajectories: 8\n", "write trajectories"],
    [
      "trajectories for points",
      AXES,
      "design: sobol\npoints: 8\ntrajectories: 8\n",
      "goes with morris and radial only",
    ],
    ["trajectories of a grid", PRECEPT, "trajectories: 8\n", "delete it"],
    ["a crossed axis of a grid", PRECEPT.replace("values", "crossed: true, values"), "", "grid crosses every axis"],
    [
      "a crossed axis without values",
      `${PRECEPT}\n${AXES.split("\n")[0].replace("range", "crossed: true, range")}`,
      "design: morris\ntrajectories: 4\n",
      "has no values to count, and is crossed",
    ],
    [
      "nothing to draw",
      PRECEPT.replace("values", "crossed: true, values"),
      "design: morris\ntrajectories: 4\n",
      "nothing is left for morris to draw",
    ],
    ["a crossed that is neither", PRECEPT.replace("values", "crossed: yes, values"), "", "must be true or false"],
  ])("says where it stands that there is %s", (_, axes, more, message) => {
    const { code, lines } = problems(sweep(axes, more));
    expect(code).toBe(2);
    expect(lines.join("\n")).toContain(message);
  });

  it("of too many arms is refused, those of crossed axes counted", () => {
    const crossed = `${AXES}\n${PRECEPT.replace("values", "crossed: true, values")}`;
    const { code, lines } = problems(sweep(crossed, "design: radial\ntrajectories: 30000\n"));
    expect(code).toBe(3);
    expect(lines.join()).toContain("300,000 arms with their seeds are 6,000,000 runs");
  });
});

describe("a sweep that asks for too much", () => {
  it("of 10^10 runs is refused with the count, before anything is made", () => {
    const axes = Array.from(
      { length: 10 },
      (_, index) => `  - { name: a${index}, lever: wages.floor, values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }`,
    );
    const { code, lines } = problems(sweep(axes.join("\n")));
    expect(code).toBe(3);
    expect(lines).toEqual([expect.stringContaining("10,000,000,000 arms with their seeds are 200,000,000,000 runs")]);
    const steps = "lever: wages.floor, range: { from: 1, to: 2, steps: 100000 } }";
    expect(problems(sweep(`  - { name: a, ${steps}\n  - { name: b, ${steps}`)).code).toBe(3);
  });
});

describe("what makes no sense", () => {
  it.each([
    ["no axis", "format: 1\nname: s\naxes: []\n", "s.yaml:3:7 error axes: holds no axis"],
    [
      "an empty list of values",
      sweep("  - { name: a, lever: wages.floor, values: [] }"),
      "axes.0.values: holds no value",
    ],
    ["an unknown lever", sweep("  - { name: a, lever: wages.flor, values: [1] }"), 'did you mean "wages.floor"?'],
    ["a value out of range", sweep("  - { name: a, lever: council.precept, values: [2] }"), "is too high; found 2"],
    [
      "a unit in a value",
      sweep("  - { name: a, lever: wages.floor, values: [£7] }"),
      "write 7, without the currency sign",
    ],
    ["an unknown key", sweep("  - { name: a, levr: wages.floor, values: [1] }"), 'did you mean "lever"?'],
    ["nothing that differs", sweep("  - { name: a, values: [1] }"), "says nothing that could differ"],
    [
      "two ways at once",
      sweep("  - { name: a, lever: wages.floor, values: [1], councils: [town] }"),
      "says it in two ways",
    ],
    ["one name twice", sweep(`${PRECEPT}\n  - { name: precept, councils: [town] }`), "decides the name precept"],
    ["one lever twice", sweep(`${RATE}\n${RATE.replace("rate,", "more,")}`), "decides directPayment.rateShare.older"],
    [
      "an unknown scenario",
      sweep(PRECEPT).replace("scenario: base", "scenario: bse"),
      "error scenario: there is no scenario",
    ],
    ["a date outside the run", sweep(PRECEPT.replace("2016", "2026")), "is outside the run; found 2026-04-01"],
    ["an unknown design", sweep(PRECEPT, "design: gird\n"), "allowed: grid, zip, one-at-a-time"],
    ["zipped axes of two lengths", sweep(`${PRECEPT}\n${RATE}`, "design: zip\n"), "precept 2, rate 3"],
    ["a reference that is no axis", sweep(PRECEPT, "reference: { precpt: 0 }\n"), 'did you mean "precept"?'],
    ["a reference that is no value", sweep(PRECEPT, "reference: { precept: 1 }\n"), "is not a value of this axis"],
    ["an unknown measure", sweep(PRECEPT, "measures: [providers.failure]\n"), 'did you mean "providers.failures"?'],
    [
      "a range without steps in a grid",
      sweep("  - { name: a, lever: wages.floor, range: { from: 1, to: 2 } }"),
      "no values to count",
    ],
    ["a name that tables use", sweep("  - { name: seed, councils: [town] }"), "tables of a sweep keep for themselves"],
    ["a newer format", "format: 2\nname: s\n", "is newer than this version"],
    ["anchors", sweep("  - &a { name: a }"), "anchors and aliases are not allowed"],
    ["nothing", "", "the file is empty"],
  ])("is said where it stands: %s", (_, text, message) => {
    const { code, lines } = problems(text);
    expect(code).toBeGreaterThanOrEqual(2);
    expect(lines.join("\n")).toContain(message);
  });

  it("of a lever's name is said once for all values of the axis, where it stands and with what may be meant", () => {
    const flor = 'axes.0.lever.wages.flor: is not a lever; found "wages.flor"; did you mean "wages.floor"?';
    for (const values of ["values: [1, 2, 3]", "range: { from: 1, to: 2, steps: 5 }"]) {
      const { lines } = problems(sweep(`  - { name: a, lever: wages.flor, ${values} }`));
      expect(lines).toEqual([`s.yaml:5:23 error ${flor}`]);
    }
    const subject = problems(sweep("  - { name: a, lever: wages, values: [1, 2, 3] }")).lines;
    expect(subject).toHaveLength(1);
    expect(subject[0]).toContain("axes.0.lever.wages: is a subject, not a lever; allowed: levers such as wages.");
    // Of several levers each is told; a wrong value still for each value.
    const several = problems(sweep("  - { name: a, levers: [wages.flor, council.prcept], values: [1, 2] }")).lines;
    expect(several).toHaveLength(2);
    expect(problems(sweep("  - { name: a, lever: council.precept, values: [2, 3] }")).lines).toHaveLength(2);
  });

  it("in the file and in the files that it names is said all at once, each once", () => {
    const axes = "  - { name: a, scenarios: [other, gone] }\n  - { name: b, councils: [town, lost] }\n";
    const { lines } = problems(`format: 1\ntitel: x\nscenario: nobase\ncouncil: nocouncil\nseeds: 3-1\naxes:\n${axes}`);
    const said = ["nobase", "nocouncil", "gone", "lost", "titel", "3-1"];
    for (const word of said) {
      expect([word, lines.filter((line) => line.includes(`"${word}"`)).length]).toEqual([word, 1]);
    }
    expect(lines).toHaveLength(said.length);
  });

  it("is a number alone for several seeds: it is one, and the file is warned; a count is that many", () => {
    const plan = (seeds: string) =>
      planOf(
        `format: 1\nscenario: base\nseeds: ${seeds}\naxes:\n  - { name: r, lever: directPayment.rateShare, values: [0.8, 1] }\n`,
      );
    const one = plan("5");
    expect(one.ok && [one.plan.seeds, one.warnings.map(({ path }) => path)]).toEqual([["5"], ["seeds"]]);
    const count = plan("{ count: 3 }");
    expect(count.ok && [count.plan.seeds, count.warnings]).toEqual([["1", "2", "3"], []]);
    for (const bad of ["{ count: 0 }", "{ count: 1.5 }", "{ cont: 3 }", "{}"]) expect(plan(bad).ok).toBe(false);
    const many = problems(
      `format: 1\nscenario: base\nseeds: { count: 20000 }\naxes:\n  - { name: r, lever: directPayment.rateShare, values: [0.8, 1] }\n`,
    );
    expect(many.code).toBe(3);
  });

  it("never throws, whatever is cut out of a sweep", () => {
    const text = sweep(`${PRECEPT}\n${RATE}`, "reference: { rate: 1 }\nmeasures: [providers.failures]\nseeds: 1-2\n");
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), (from, length) => {
        expect(() => planOf(text.slice(0, from) + text.slice(from + length))).not.toThrow();
      }),
    );
  });
});
