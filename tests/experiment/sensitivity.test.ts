/** Sensitivity: Morris and Sobol on functions whose answers are published, regressions, main effects, sweeps. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latinHypercube, morrisDesign, radialDesign } from "../../src/experiment/designs/index.ts";
import {
  elementaryEffects,
  mainEffect,
  morrisScreening,
  rankRegression,
  sobolIndices,
  sweepSample,
} from "../../src/experiment/sensitivity/index.ts";
import type { SweepResults } from "../../src/experiment/sweep-results.ts";
import { normalQuantile, openDraws } from "../../src/kernel/index.ts";

type Row = readonly number[];

/** Ishigami and Homma (1990), a = 7, b = 0.1, over three uniforms from -π to π. */
function ishigami(row: Row): number {
  const [x, y, z] = row.map((u) => Math.PI * (2 * u - 1));
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
}

/** Sobol's g-function with Saltelli's usual coefficients. */
const G = [0, 1, 4.5, 9, 99, 99, 99, 99];
const gFunction = (row: Row): number =>
  row.reduce((product, u, axis) => (product * (Math.abs(4 * u - 2) + G[axis])) / (1 + G[axis]), 1);

describe("Sobol indices", () => {
  test("of the Ishigami function are the published ones", () => {
    // Saltelli et al., Global Sensitivity Analysis: The Primer (2008), with a = 7, b = 0.1.
    const design = radialDesign({ base: 4096, dimensions: 3, seed: "ishigami" });
    const found = sobolIndices(design, design.points.map(ishigami), { seed: "1", resamples: 200 });
    expect(found.mean).toBeCloseTo(3.5, 1);
    expect(found.variance).toBeCloseTo(13.844, 0);
    const published = [
      [0.3139, 0.5576],
      [0.4424, 0.4424],
      [0, 0.2437],
    ];
    for (const { axis, first, total, firstInterval, totalInterval } of found.axes) {
      expect(Math.abs(first - published[axis][0])).toBeLessThan(0.02);
      expect(Math.abs(total - published[axis][1])).toBeLessThan(0.02);
      expect(firstInterval.low - 0.01).toBeLessThan(published[axis][0]);
      expect(firstInterval.high + 0.01).toBeGreaterThan(published[axis][0]);
      expect(totalInterval.low - 0.01).toBeLessThan(published[axis][1]);
      expect(totalInterval.high + 0.01).toBeGreaterThan(published[axis][1]);
    }
  });

  test("of the g-function are the analytic ones, and the published ones", () => {
    const partial = G.map((a) => 1 / 3 / (1 + a) ** 2);
    const variance = partial.reduce((product, part) => product * (1 + part), 1) - 1;
    const design = radialDesign({ base: 4096, dimensions: 8, seed: "g" });
    const { axes } = sobolIndices(design, design.points.map(gFunction), { seed: "1", resamples: 100 });
    for (const { axis, first, total } of axes) {
      expect(Math.abs(first - partial[axis] / variance)).toBeLessThan(0.015);
      const others = partial.reduce((product, part, each) => (each === axis ? product : product * (1 + part)), 1);
      expect(Math.abs(total - (partial[axis] * others) / variance)).toBeLessThan(0.015);
    }
    // Saltelli and Sobol (1995): S1 = 0.716, S2 = 0.179; T1 = 0.787, T2 = 0.242.
    expect(axes[0].first).toBeCloseTo(0.716, 1);
    expect(axes[1].first).toBeCloseTo(0.179, 1);
    expect(axes[0].total).toBeCloseTo(0.787, 1);
    expect(axes[1].total).toBeCloseTo(0.242, 1);
  });

  test("bootstrap intervals narrow with more base points and hold the truth nearly always", () => {
    let held = 0;
    for (let trial = 0; trial < 40; trial++) {
      const design = radialDesign({ base: 128, dimensions: 3, seed: `t${trial}` });
      const { axes } = sobolIndices(design, design.points.map(ishigami), { seed: "1", resamples: 200 });
      const { low, high } = axes[0].totalInterval;
      if (low <= 0.5576 && high >= 0.5576) held += 1;
    }
    expect(held).toBeGreaterThanOrEqual(34);
  });

  test("do not change when the output is moved and stretched", () => {
    const design = radialDesign({ base: 64, dimensions: 3, seed: "scale" });
    const outputs = design.points.map(ishigami);
    const usual = sobolIndices(design, outputs, { seed: "1", resamples: 40 });
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (more, times) => {
        const moved = sobolIndices(
          design,
          outputs.map((value) => more + times * value),
          { seed: "1", resamples: 40 },
        );
        for (const [axis, { first, total }] of moved.axes.entries()) {
          expect(first).toBeCloseTo(usual.axes[axis].first, 6);
          expect(total).toBeCloseTo(usual.axes[axis].total, 6);
        }
      }),
      { numRuns: 20 },
    );
  });

  test("leave out base points with a failed run; say nothing of an output that never varies; refuse what does not fit", () => {
    const design = radialDesign({ base: 64, dimensions: 2, seed: "1" });
    const outputs = design.points.map(([x]) => x);
    outputs[5] = Number.NaN;
    const found = sobolIndices(design, outputs, { seed: "1", resamples: 40 });
    expect(found.base).toBe(63);
    expect(found.axes[1].total).toBe(0);
    expect(found.axes[0].total).toBeCloseTo(1, 0);
    const still = sobolIndices(design, Array(256).fill(3), { seed: "1", resamples: 40 });
    expect(still.axes[0].first).toBeNaN();
    expect(still.axes[0].totalInterval.low).toBeNaN();
    expect(() => sobolIndices(design, [1, 2], { seed: "1" })).toThrow("2 are given; there are 256 rows");
    expect(() => sobolIndices(design, Array(256).fill(Number.NaN), { seed: "1" })).toThrow("0 base points have all");
  });
});

describe("Morris's screening", () => {
  test("of a linear function gives its coefficients, with no deviation", () => {
    const design = morrisDesign({ trajectories: 10, dimensions: 3, seed: "1" });
    const found = morrisScreening(
      design,
      design.points.map(([x, y]) => 3 * x - 2 * y),
      { seed: "1", resamples: 40 },
    );
    for (const [axis, mu] of [3, -2, 0].entries()) {
      expect(found[axis].mu).toBeCloseTo(mu, 10);
      expect(found[axis].muStar).toBeCloseTo(Math.abs(mu), 10);
      expect(found[axis].sigma).toBeCloseTo(0, 10);
      expect(found[axis].muInterval.high - found[axis].muInterval.low).toBeCloseTo(0, 10);
    }
  });

  test("of a product: the effect is the other factor, uniform on the grid's four levels", () => {
    const design = morrisDesign({ trajectories: 2000, dimensions: 2, seed: "1" });
    const [found] = morrisScreening(
      design,
      design.points.map(([x, y]) => x * y),
      { seed: "1", resamples: 100 },
    );
    // Mean 1/2, variance (1/4 + 1/36) / 2 = 5/36.
    expect(found.mu).toBeCloseTo(0.5, 1);
    expect(found.sigma).toBeCloseTo(Math.sqrt(5 / 36), 1);
    expect(found.muStarInterval.low).toBeLessThan(0.5);
    expect(found.muStarInterval.high).toBeGreaterThan(0.5);
  });

  test("sees what goes both ways: x² about the middle has mu 0 and mu* above", () => {
    const design = morrisDesign({ trajectories: 400, dimensions: 1, levels: 6, seed: "1" });
    const [found] = morrisScreening(
      design,
      design.points.map(([x]) => (x - 0.5) ** 2),
      { seed: "1", resamples: 40 },
    );
    // From 0, 1/5, 2/5 up by 3/5: effects -2/5, 0, 2/5.
    expect(Math.abs(found.mu)).toBeLessThan(0.05);
    expect(found.muStar).toBeCloseTo(4 / 15, 1);
  });

  test("orders the g-function's axes as their coefficients do", () => {
    const design = morrisDesign({ trajectories: 200, dimensions: 8, seed: "1" });
    const found = morrisScreening(design, design.points.map(gFunction), { seed: "1", resamples: 40 });
    const sizes = found.map(({ muStar }) => muStar);
    expect(sizes.slice(0, 4)).toEqual(sizes.slice(0, 4).sort((a, b) => b - a));
    expect(Math.min(...sizes.slice(0, 4))).toBeGreaterThan(5 * Math.max(...sizes.slice(4)));
  });

  test("divides by the step that was taken, and of a step that moved nothing it says nothing", () => {
    const design = morrisDesign({ trajectories: 20, dimensions: 2, seed: "1" });
    // The first axis stands at 0 or 1 only, the second not at all.
    const points = design.points.map(([x]) => [x < 0.5 ? 0 : 1, 0]);
    const outputs = points.map(([x], row) => 4 * x + design.points[row][1]);
    expect(elementaryEffects({ ...design, points }, outputs)[1]).toEqual(Array(20).fill(Number.NaN));
    const [first, second] = morrisScreening({ ...design, points }, outputs, { seed: "1", resamples: 40 });
    expect(first).toMatchObject({ steps: 20, mu: expect.closeTo(4, 9), sigma: expect.closeTo(0, 9) });
    expect(second).toMatchObject({ steps: 0, mu: Number.NaN, muStar: Number.NaN });
  });

  test("a failed run costs the steps that touch it; nothing known is said to be unknown", () => {
    const design = morrisDesign({ trajectories: 3, dimensions: 2, seed: "1" });
    const outputs = design.points.map(([x, y]) => x + y);
    outputs[1] = Number.NaN;
    expect(elementaryEffects(design, outputs).flat().filter(Number.isNaN)).toHaveLength(2);
    const found = morrisScreening(design, outputs, { seed: "1", resamples: 40 });
    expect(found.map(({ steps }) => steps)).toEqual([2, 2]);
    const none = morrisScreening(design, Array(9).fill(Number.NaN), { seed: "1", resamples: 40 });
    expect(none[0]).toMatchObject({ steps: 0, mu: Number.NaN, sigma: Number.NaN });
    expect(() => morrisScreening(design, [1], { seed: "1" })).toThrow("1 are given; there are 9 rows");
  });
});

describe("regressions and main effects", () => {
  const points = latinHypercube({ points: 200, dimensions: 3, seed: "rows" });
  const columns = [0, 1, 2].map((axis) => points.map((row) => row[axis]));

  test("a straight line is found whole: coefficients go as slopes, R² is 1", () => {
    const found = rankRegression(
      columns,
      points.map(([x, y]) => 3 * x - 4 * y),
      { seed: "1", resamples: 40 },
    );
    expect(found.r2).toBeCloseTo(1, 10);
    expect(found.axes[0].standardised).toBeCloseTo(0.6, 1);
    expect(found.axes[1].standardised).toBeCloseTo(-0.8, 1);
    expect(found.axes[2].standardised).toBeCloseTo(0, 10);
  });

  test("coefficients are those of a textbook case", () => {
    // y on x1 = 1 2 3 4 5, x2 = 2 1 4 3 5: r1y = 0.8, r2y = 1, r12 = 0.8 with y = x2, so beta = (0, 1).
    const found = rankRegression(
      [
        [1, 2, 3, 4, 5],
        [2, 1, 4, 3, 5],
      ],
      [2, 1, 4, 3, 5],
      { seed: "1", resamples: 40 },
    );
    expect(found.axes[0].spearman).toBeCloseTo(0.8, 12);
    expect(found.axes[0].standardised).toBeCloseTo(0, 10);
    expect(found.axes[1].ranked).toBeCloseTo(1, 10);
  });

  test("equal values share a rank: Spearman's correlation of 1 2 2 3 with 1 2 3 4 is 4.5 / √22.5", () => {
    const found = rankRegression([[1, 2, 2, 3]], [1, 2, 3, 4], { seed: "1", resamples: 40 });
    expect(found.axes[0].spearman).toBeCloseTo(4.5 / Math.sqrt(22.5), 12);
  });

  test("ranks see a curve that rises, and do not change when output or axis is bent without turning", () => {
    const output = points.map(([x]) => Math.exp(12 * x));
    const found = rankRegression(columns, output, { seed: "1", resamples: 40 });
    expect(found.axes[0].spearman).toBeCloseTo(1, 12);
    expect(found.rankR2).toBeCloseTo(1, 10);
    expect(found.r2).toBeLessThan(0.6);
    const bent = rankRegression(
      columns.map((column) => column.map((value) => value ** 3)),
      output.map(Math.sqrt),
      { seed: "1", resamples: 40 },
    );
    expect(bent.axes.map(({ ranked }) => ranked)).toEqual(found.axes.map(({ ranked }) => ranked));
  });

  test("what is never varied has no coefficient, and what moves together is refused", () => {
    const output = points.map(([x]) => x);
    const still = rankRegression([columns[0], columns[1].map(() => 7)], output, { seed: "1", resamples: 40 });
    expect(still.axes[0].standardised).toBeCloseTo(1, 10);
    expect(still.axes[1].standardised).toBeNaN();
    const twice = [columns[0], columns[0].map((value) => 2 * value)];
    expect(() => rankRegression(twice, output, { seed: "1" })).toThrow("two axes move together");
    expect(() => rankRegression(columns, [1], { seed: "1" })).toThrow("values of axis 0: 200 are given");
    expect(() => rankRegression([[1, 2]], [1, 2], { seed: "1" })).toThrow("needs 3 or more");
  });

  test("main effects: by value, by alternative, by groups of a sampled axis", () => {
    const exact = mainEffect(["a", "b", "a", "b"], [1, 3, 1, 3]);
    expect(exact.share).toBe(1);
    expect(exact.groups).toEqual([
      { from: "a", to: "a", rows: 2, mean: 1 },
      { from: "b", to: "b", rows: 2, mean: 3 },
    ]);
    expect(mainEffect([8, 7, 8, 7], [1, 2, 3, Number.NaN]).groups).toEqual([
      { from: 7, to: 7, rows: 1, mean: 2 },
      { from: 8, to: 8, rows: 2, mean: 2 },
    ]);
    // A hump, which no correlation sees.
    const hump = points.map(([x]) => (x - 0.5) ** 2);
    const sampled = mainEffect(columns[0], hump);
    expect(sampled.groups).toHaveLength(12);
    expect(sampled.share).toBeGreaterThan(0.9);
    expect(Math.abs(mainEffect(columns[1], hump).share)).toBeLessThan(0.1);
    // Means that are equal while outputs vary: less than luck would give, 1 − (4 / 2) ÷ (4 / 3), and not unknown.
    expect(mainEffect([7, 7, 8, 8], [1, 3, 1, 3]).share).toBeCloseTo(-0.5, 12);
    expect(mainEffect([1, 1], [2, 3]).share).toBeNaN();
    expect(mainEffect([1], [Number.NaN])).toEqual({ share: Number.NaN, luck: Number.NaN, groups: [] });
  });

  test("luck alone puts a share within what is said of it in nineteen cases of twenty", () => {
    const draws = openDraws("luck", ["test.noise"])["test.noise"];
    for (const [rows, groups] of [
      [8, 2],
      [24, 4],
      [128, 12],
    ]) {
      const axis = Array.from({ length: rows }, (_, row) => row % groups);
      const shares = Array.from({ length: 2000 }, (_, round) =>
        mainEffect(
          axis,
          axis.map((__, row) => normalQuantile(draws.uniform(row + 1, round))),
        ),
      );
      const within = shares.filter(({ share, luck }) => Math.abs(share) <= luck).length / shares.length;
      expect(within).toBeGreaterThan(0.92);
      expect(within).toBeLessThan(0.98);
    }
  });

  test("shares of the Ishigami function by main effects come near its first-order indices", () => {
    const rows = latinHypercube({ points: 4000, dimensions: 3, seed: "i" });
    const outputs = rows.map(ishigami);
    for (const [axis, share] of [0.3139, 0.4424, 0].entries()) {
      const found = mainEffect(
        rows.map((row) => row[axis]),
        outputs,
      ).share;
      expect(Math.abs(found - share)).toBeLessThan(0.06);
    }
  });
});

describe("samples from a sweep", () => {
  /** Fees 10 and 20 against growth 1 and 2; a seed adds its own luck, and one cell is missing. */
  const results: SweepResults = {
    name: "made",
    title: "Made",
    question: "",
    axes: [
      { name: "fee", label: "Fee", unit: "£", kind: "policy", values: [10, 20] },
      { name: "growth", label: "Growth", unit: "%", kind: "uncertainty", values: [1, 2] },
    ],
    arms: [
      [10, 1],
      [10, 2],
      [20, 1],
      [20, 2],
    ].map(([fee, growth], index) => ({
      index,
      label: `${fee}, ${growth}`,
      settings: { fee, growth },
      scenarioHash: "",
    })),
    reference: 0,
    seeds: ["1", "2"],
    years: ["2010-11", "2011-12"],
    measures: ["exits"],
    yearly: (arm, seed) => {
      if (arm === 3 && seed === 1) return undefined;
      const [fee, growth] = [arm < 2 ? 10 : 20, 1 + (arm % 2)];
      return [fee + 100 * seed, fee * growth + 100 * seed];
    },
    failures: [],
  };

  test("have one output an arm: a year, the mean of years, or the paired difference from the arm's like", () => {
    expect(sweepSample(results, { measure: "exits", year: "2011-12" })).toEqual({
      columns: [
        { name: "fee", values: [10, 10, 20, 20] },
        { name: "growth", values: [1, 2, 1, 2] },
      ],
      outputs: [60, 70, 70, 40],
    });
    expect(sweepSample(results, { measure: "exits" }).outputs).toEqual([60, 65, 70, 30]);
    // The missing cell takes its pair with it, not the whole arm.
    const against = sweepSample(results, { measure: "exits", year: "2011-12", against: { fee: 10 } });
    expect(against.outputs).toEqual([0, 0, 10, 20]);
    expect(sweepSample(results, { measure: "exits", against: { fee: 11 } }).outputs).toEqual(Array(4).fill(Number.NaN));
  });

  test("refuse what the sweep does not have", () => {
    expect(() => sweepSample(results, { measure: "exit" })).toThrow(
      'measure "exit" is not in this sweep; it has exits',
    );
    expect(() => sweepSample(results, { measure: "exits", year: "2012-13" })).toThrow('year "2012-13"');
    expect(() => sweepSample(results, { measure: "exits", against: { fees: 1 } })).toThrow('axis "fees"');
  });
});
