/** What a sweep's measure hangs on, found from the sweep's results as a reader asks for it: published functions come out. */
import { describe, expect, it } from "vitest";
import {
  conditionOf,
  type Finding,
  type Sampling,
  type SweepResults,
  studyOf,
  type StudyChoice,
} from "../../src/experiment/index.ts";
import { type PlanInput, planSweep } from "../../src/experiment/sweeps/index.ts";
import { lookupAmong } from "../../src/simulation/scenario/index.ts";

type Settings = Readonly<Record<string, number | string>>;

const lookup = lookupAmong({ base: "format: 1\nname: base\nseeds: 1-3\n" });

/** A sweep planned from its file, whose runs give what a function makes of the settings, a seed and a year. */
function sweepOf(
  axes: readonly string[],
  more: string,
  figure: (settings: Settings, seed: number, year: number) => number,
): SweepResults {
  const text = `format: 1\nname: s\nscenario: base\n${more}\naxes:\n${axes.map((axis) => `  - ${axis}`).join("\n")}\n`;
  const input: PlanInput = { entry: { name: "s.yaml", text }, lookup, measures: ["m"] };
  const found = planSweep(input);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  const { plan } = found;
  return {
    ...plan,
    years: ["2010-11", "2011-12"],
    measures: ["m"],
    yearly: (arm, seed) => [0, 1].map((year) => figure(plan.arms[arm].settings, seed, year)),
    failures: [],
  };
}

/** Three axes from 0 to 1, whatever lever they stand on. */
const UNIT = ["a", "b", "c"].map(
  (name, place) =>
    `{ name: ${name}, lever: ${["directPayment.rateShare", "council.preceptUse", "wages.paidTravelShare"][place]}, range: { from: 0, to: 1 } }`,
);
const POLICY = "{ name: policy, crossed: true, alternatives: [{ name: usual }, { name: other }] }";

/** Ishigami's function on the cube, a = 7 and b = 0.1. */
function ishigami({ a, b, c }: Settings): number {
  const [x, y, z] = [a, b, c].map((place) => Math.PI * (2 * Number(place) - 1));
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
}

const ask = (results: SweepResults, choice: Partial<StudyChoice> = {}) =>
  studyOf(results, { measure: "m", method: "auto", ...choice });

/** The finding, which must be by this method. */
function by<M extends Finding["method"]>(method: M, finding: Finding): Extract<Finding, { method: M }> {
  expect(finding.method).toBe(method);
  return finding as Extract<Finding, { method: M }>;
}

describe("Sobol indices of a sweep", () => {
  const radial = "design: radial\ntrajectories: 512\nseeds: 1";

  it("of Ishigami's function are the published ones, most telling first, and their intervals hold them", () => {
    const { axes } = by("sobol", ask(sweepOf(UNIT, radial, ishigami)).finding);
    const published: Readonly<Record<string, readonly [number, number]>> = {
      a: [0.3139, 0.5576],
      b: [0.4424, 0.4424],
      c: [0, 0.2437],
    };
    expect(axes.map(({ name }) => name)).toEqual(["a", "b", "c"]);
    for (const { name, first, total, totalInterval } of axes) {
      expect(Math.abs(first - published[name][0])).toBeLessThan(0.05);
      expect(Math.abs(total - published[name][1])).toBeLessThan(0.05);
      expect(totalInterval.low).toBeLessThanOrEqual(published[name][1] + 0.02);
      expect(totalInterval.high).toBeGreaterThanOrEqual(published[name][1] - 0.02);
    }
  });

  it("of one policy, or of its difference from another, are those of what that policy does", () => {
    const figure = (settings: Settings, seed: number): number =>
      100 * seed + ishigami(settings) * (settings["policy"] === "usual" ? 1 : 0) + 5 * Number(settings["c"]);
    const results = sweepOf([POLICY, ...UNIT], radial.replace("512", "64").replace("seeds: 1", "seeds: 1-2"), figure);
    expect(() => ask(results)).toThrow(/2 combinations of policy, and 2 of them are wanted.*--with/);
    const other = by("sobol", ask(results, { having: { policy: "other" } }).finding).axes;
    expect(other.map(({ name, total }) => [name, Math.round(total * 100)])).toEqual([
      ["c", expect.closeTo(100, -1)],
      ["a", 0],
      ["b", 0],
    ]);
    const difference = by("sobol", ask(results, { against: { policy: "usual" } }).finding).axes;
    expect(difference.map(({ name }) => name)).toEqual(["a", "b", "c"]);
    expect(() => ask(results, { having: { a: results.arms[0].settings["a"] } })).toThrow(/"a" was drawn/);
  });

  it("are refused where the sweep was not drawn for them, with what would do", () => {
    const grid = sweepOf([POLICY.replace("crossed: true, ", "")], "seeds: 1", () => 1);
    expect(() => ask(grid, { method: "sobol" })).toThrow(/need a sweep with design: radial.*no such sample/);
    const latin = sweepOf(UNIT, "design: latin-hypercube\npoints: 9\nseeds: 1", ishigami);
    expect(() => ask(latin, { method: "morris" })).toThrow(/design: morris.*this one is latin-hypercube; regression/);
  });
});

describe("Morris's screening of a sweep", () => {
  const morris = "design: morris\ntrajectories: 12\nseeds: 1-2";

  it("finds slopes exactly where the measure is a plane, arms that trajectories share and whole units included", () => {
    const axes = [
      ...UNIT,
      "{ name: lots, lever: framework.lotsPerZone, from: 2013-04-01, range: { from: 1, to: 61 } }",
    ];
    const figure = ({ a, b, lots }: Settings, seed: number, year: number): number =>
      3 * Number(a) - 2 * Number(b) + Number(lots) / 6 + 10 * seed + year;
    const found = by("morris", ask(sweepOf(axes, morris, figure)).finding);
    expect(found.axes.map(({ name }) => name)).toEqual(["lots", "a", "b", "c"]);
    for (const [place, mu] of [10, 3, -2, 0].entries()) {
      expect(found.axes[place].mu).toBeCloseTo(mu, 6);
      expect(found.axes[place].muStar).toBeCloseTo(Math.abs(mu), 6);
      expect(found.axes[place].sigma).toBeCloseTo(0, 6);
    }
  });

  it("finds the same slope for the whole length of an axis, however few places it can stand at", () => {
    const lists = [2, 3, 4, 5, 7].map((count, place) => {
      const values = Array.from({ length: count }, (_, index) => index / (count - 1));
      const lever = ["directPayment.rateShare", "council.preceptUse", "wages.paidTravelShare"][place];
      const names = values.map((_, index) => `{ name: ${index} }`).join(", ");
      return lever === undefined
        ? `{ name: n${count}, alternatives: [${names}] }`
        : `{ name: n${count}, lever: ${lever}, values: [${values.join(", ")}] }`;
    });
    const lots = "{ name: lots, lever: framework.lotsPerZone, range: { from: 10, to: 12 } }";
    const steps = "{ name: steps, lever: providers.crossSubsidy, range: { from: 0, to: 0.5, steps: 3 } }";
    const figure = (settings: Settings): number =>
      Number(settings["n2"]) +
      Number(settings["n3"]) +
      Number(settings["n4"]) +
      Number(settings["n5"]) / 4 +
      Number(settings["n7"]) / 6 +
      (Number(settings["lots"]) - 10) / 2 +
      2 * Number(settings["steps"]);
    for (const trajectories of [1, 30]) {
      const design = `design: morris\ntrajectories: ${trajectories}\nseeds: 1`;
      const { axes } = by("morris", ask(sweepOf([...lists, lots, steps], design, figure)).finding);
      expect(axes).toHaveLength(7);
      for (const { name, mu, muStar, sigma } of axes) {
        expect([name, mu, muStar]).toEqual([name, expect.closeTo(1, 9), expect.closeTo(1, 9)]);
        if (trajectories > 1) expect(sigma).toBeCloseTo(0, 9);
      }
    }
  });

  it("leaves out steps whose run is not there, and says how many arms have a figure", () => {
    const results = sweepOf(UNIT, morris, ({ a }) => Number(a));
    const gone = results.sampling?.rows[0] ?? 0;
    const holed = {
      ...results,
      yearly: (arm: number, seed: number) => (arm === gone ? undefined : results.yearly(arm, seed, "m")),
    };
    const { known, arms, finding } = ask(holed);
    expect(known).toBe(arms - 1);
    expect(by("morris", finding).axes[0]).toMatchObject({ name: "a", mu: expect.closeTo(1, 9) });
  });
});

describe("a regression of a sweep", () => {
  it("takes alternatives one by one against the usual one, and leaves the reference arm of a drawn sweep out", () => {
    const axes = [...UNIT, "{ name: rule, alternatives: [{ name: usual }, { name: other }, { name: third }] }"];
    const figure = ({ a, rule }: Settings): number => Number(a) + (rule === "third" ? 5 : 0);
    const study = ask(sweepOf(axes, "design: sobol\npoints: 64\nseeds: 1", figure));
    expect(study.arms).toBe(64);
    const { axes: found, rankR2 } = by("regression", study.finding);
    expect(found.map(({ name }) => name).sort()).toEqual(["a", "b", "c", "rule = other", "rule = third"]);
    expect(found[0].name).toBe("rule = third");
    expect(found[0].share).toBeGreaterThan(0.8);
    expect(rankR2).toBeGreaterThan(0.8);
  });

  it("of one year is of that year; a measure or year that is not there is named", () => {
    const results = sweepOf(UNIT, "design: sobol\npoints: 32\nseeds: 1", ({ a, b }, _, year) =>
      Number(year === 0 ? a : b),
    );
    const first = (year: string): string => by("regression", ask(results, { year }).finding).axes[0].name;
    expect([first("2010-11"), first("2011-12")]).toEqual(["a", "b"]);
    expect(() => ask(results, { year: "2012-13" })).toThrow(/year "2012-13" is not in this sweep/);
    expect(() => ask(results, { having: { a: 7 } })).toThrow("no arm of this sweep has these settings");
  });
});

describe("where a policy fails", () => {
  const latin = "design: latin-hypercube\npoints: 200\nseeds: 1-2";
  /** The other policy fails where a is high and b low; the usual one never. */
  const figure = ({ a, b, policy }: Settings, seed: number): number =>
    50 * seed + (policy === "other" && Number(a) > 0.6 && Number(b) < 0.5 ? 10 : 0);
  const results = sweepOf([POLICY, ...UNIT], latin, figure);

  it("is the box that was put there, found from differences between policies", () => {
    const condition = { ...conditionOf("> 5"), measure: "m" };
    const study = ask(results, { condition, against: { policy: "usual" } });
    expect(study.arms).toBe(200);
    const [box] = by("prim", study.finding).discovery.boxes;
    expect(box.restrictions.map(({ limit }) => limit.name).sort()).toEqual(["a", "b"]);
    expect(box.density).toBeGreaterThanOrEqual(0.8);
    expect(box.coverage).toBeGreaterThan(0.9);
    const limits = Object.fromEntries(box.restrictions.map(({ limit }) => [limit.name, limit]));
    expect(limits["a"]).toMatchObject({ from: expect.closeTo(0.6, 0.7) });
    expect(limits["b"]).toMatchObject({ to: expect.closeTo(0.5, 0.7) });
  });

  it("is found with the policy as one of the axes where none is held", () => {
    const condition = { ...conditionOf("m > 30"), measure: "m" };
    const [box] = by("prim", ask(results, { condition }).finding).discovery.boxes;
    expect(box.restrictions.map(({ limit }) => limit)).toContainEqual({ name: "policy", kept: ["other"] });
  });

  it("needs a condition that holds in some arms and not in others, and says what values there are", () => {
    const condition = { ...conditionOf("> 500"), measure: "m" };
    expect(() => ask(results, { condition })).toThrow(/holds in none of 400 arms.*values go from 25 over 25 .* to 35/);
    expect(() => ask(results, { method: "prim" })).toThrow(/needs to know when the policy fails/);
    expect(() => ask(results, { method: "regression", condition })).toThrow(/goes with prim/);
    expect(() => ask(results, { against: { a: 0.5 } })).toThrow(/no arm has its like with a=0.5 to compare with/);
  });

  it.each([
    ["unmet.hoursPercent > 20", { measure: "unmet.hoursPercent", operator: ">", bound: 20 }],
    ["<=-.5", { measure: "", operator: "<=", bound: -0.5 }],
    [" a.b >= 1e-3 ", { measure: "a.b", operator: ">=", bound: 0.001 }],
  ])("is asked as %s", (text, condition) => {
    expect(conditionOf(text)).toEqual(condition);
  });

  it.each(["", "m", "m > ", "m = 2", "> 2 %", "m > 1 > 2", "m > x"])("is not asked as %j", (text) => {
    expect(() => conditionOf(text)).toThrow(/is not a condition/);
  });
});

describe("a design that was kept", () => {
  it("and does not fit what this version draws is refused", () => {
    const results = sweepOf(UNIT, "design: morris\ntrajectories: 4\nseeds: 1", ishigami);
    const sampling = { ...results.sampling, trajectories: 5 } as Sampling;
    expect(() => ask({ ...results, sampling })).toThrow(/16 rows, which are no 20 points/);
  });
});
