import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { armBasis, armFigure, armFigures, armPeriod, commonYears } from "../../src/experiment/arm-figures.ts";
import { isCompleteList, variedParameters } from "../../src/experiment/variants.ts";
import { lookupAmong, resolveOrThrow, type ResolvedScenario } from "../../src/simulation/index.ts";
import { smallCouncil } from "../support/laws-council.ts";
import { FEES, LUCK, sweepResults } from "../support/sweep-fixture.ts";

describe("the period of figures", () => {
  it("starts with the first year in which an arm differs and ends with the last whole one", () => {
    const results = sweepResults();
    expect(armPeriod(results)).toEqual({ from: 2, to: 3 });
    expect(armPeriod(results, [true, true, true, false])).toEqual({ from: 2, to: 2 });
    expect(armPeriod(results, [true, true, false, true])).toEqual({ from: 3, to: 3 });
  });

  it("does not start with the years in which worlds alone differ, and no policy within them", () => {
    const results = sweepResults({ axes: [FEES, LUCK] });
    const firstYears = (arm: number): number => results.yearly(arm, 0, "unmet.hoursPercent")?.[0] ?? Number.NaN;
    expect(new Set(results.arms.map(({ index }) => firstYears(index))).size).toBe(2);
    expect(armPeriod(results)).toEqual({ from: 2, to: 3 });
    // Worlds without any policy are held against nothing but each other.
    expect(armPeriod(sweepResults({ axes: [LUCK] }))).toEqual({ from: 0, to: 3 });
  });

  it("is everything where nothing differs, and the part years where no whole one holds the difference", () => {
    const results = sweepResults();
    const same = { ...results, yearly: (_: number, seed: number, key: string) => results.yearly(0, seed, key) };
    expect(armPeriod(same)).toEqual({ from: 0, to: 3 });
    expect(armPeriod(same, [true, true, true, false])).toEqual({ from: 0, to: 2 });
    const part = { from: 2, to: 3, isPart: true } as const;
    expect(armPeriod(results, [true, true, false, false])).toEqual(part);
    expect(armPeriod(results, [false, false, false, false])).toEqual(part);
    expect(armBasis(["a", "b", "c", "d"], "sum", part)).toBe("mean of parts of c to d");
    expect(armBasis(["a", "b", "c", "d"], "last", part)).toBe("in a part of d");
  });

  it("holds no part of a year against the whole of it", () => {
    const run = (weeks: number) => ({
      years: ["a", "b"],
      yearOfWeek: Array.from({ length: weeks }, (_, week) => (week < 52 ? 0 : 1)),
    });
    expect(commonYears([run(60), run(60)])).toEqual(["a", "b"]);
    expect(commonYears([run(60), run(104)])).toEqual(["a"]);
    // Thirty weeks of a year are not held against forty of it, for want of anything better either.
    expect(commonYears([run(30), { years: ["a"], yearOfWeek: new Uint8Array(40) }])).toEqual([]);
    expect(commonYears([run(52), { years: ["c"], yearOfWeek: new Uint8Array(52) }])).toEqual([]);
  });
});

describe("the figure of a run", () => {
  const period = { from: 1, to: 3 };

  it("is a sum's mean a year and a level's last value", () => {
    expect(armFigure([100, 4, 6, 11], "sum", period)).toBe(7);
    for (const rule of ["mean", "last", "most"] as const) expect(armFigure([100, 4, 6, 11], rule, period)).toBe(11);
    expect(armBasis(["a", "b", "c", "d"], "sum", period)).toBe("mean of b to d");
    expect(armBasis(["a", "b", "c", "d"], "last", period)).toBe("in d");
  });

  it("leaves years without a value out of a mean, and is not defined where there is none", () => {
    expect(armFigure([1, Number.NaN, 6, 12], "sum", period)).toBe(9);
    expect(armFigure([1, Number.NaN, Number.NaN, Number.NaN], "sum", period)).toBeNaN();
    expect(armFigure([1, 2, 3, Number.NaN], "mean", period)).toBeNaN();
    expect(armFigure(undefined, "sum", period)).toBeNaN();
  });

  it("is a hole where the cell failed", () => {
    const results = sweepResults({ failed: ["2 5"] });
    const figures = armFigures(results, { key: "unmet.hoursPercent", yearly: "mean" }, armPeriod(results));
    expect(
      figures.flatMap((row, arm) => row.flatMap((value, seed) => (Number.isNaN(value) ? [[arm, seed]] : []))),
    ).toEqual([[2, 4]]);
  });
});

describe("parameters that differ between arms", () => {
  const scenarioOf = (set: Readonly<Record<string, number | string>>): ResolvedScenario =>
    resolveOrThrow({ entry: { name: "small.yaml", text: smallCouncil({ set }) }, lookup: lookupAmong({}, {}) })
      .scenario;
  const arm = (set: Readonly<Record<string, number | string>>) => ({
    scenario: scenarioOf(set),
    origins: Object.fromEntries(Object.keys(set).map((path) => [path, "--set"])),
  });

  it("are listed with each value, who set it and where it holds, and are all that differs", () => {
    const arms = [arm({}), arm({ "wages.floor": 8 }), arm({ "wages.floor": 8, "framework.feePassThrough": 1 })];
    const varied = variedParameters(arms);
    expect(varied.map(({ path }) => path)).toEqual(["wages.floor", "framework.feePassThrough"]);
    expect(varied[0].variants.map(({ arms: where, origin }) => [where, origin])).toEqual([
      [[0], "default"],
      [[1, 2], "--set"],
    ]);
    expect(isCompleteList(arms, 0, varied)).toBe(true);
    expect(isCompleteList(arms, 0, varied.slice(1))).toBe(false);
    expect(isCompleteList(arms, 0, [])).toBe(false);
  });

  it("name the length of the run too", () => {
    const longer = { ...arm({}), scenario: { ...scenarioOf({}), weeks: 41 } };
    const varied = variedParameters([arm({}), longer]);
    expect(varied.map(({ path, variants }) => [path, variants.map(({ values }) => values[0].value)])).toEqual([
      ["weeks", [40, 41]],
    ]);
    expect(isCompleteList([arm({}), longer], 0, varied)).toBe(true);
  });

  it("are none where an arm is the reference with other words", () => {
    fc.assert(
      fc.property(fc.constantFrom(6.5, 7.2, 9), fc.constantFrom(0, 1), (floor, follow) => {
        const set = { "wages.floor": floor, "framework.feePassThrough": follow };
        const renamed = { ...arm(set), scenario: { ...scenarioOf(set), name: "other", title: "Other", seeds: ["9"] } };
        expect(variedParameters([arm(set), renamed])).toEqual([]);
        expect(isCompleteList([arm(set), renamed], 0, [])).toBe(true);
      }),
      { numRuns: 6 },
    );
  });
});
