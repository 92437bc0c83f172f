/** Designs: every combination, side by side, one at a time, Latin hypercubes, trajectories, radial points, and axes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fullGrid,
  latinHypercube,
  morrisDesign,
  nearestApart,
  oneAtATime,
  radialDesign,
  valueAt,
  valuesAt,
  zipped,
} from "../../src/experiment/designs/index.ts";

const seeds = fc.integer({ min: 1, max: 9999 }).map(String);
const small = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });

describe("designs over named values", () => {
  test("a grid of 2 × 3, the last axis fastest", () => {
    expect(fullGrid([2, 3])).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
  });

  test("a grid has every combination once", () => {
    fc.assert(
      fc.property(fc.array(small(4), { minLength: 1, maxLength: 5 }), (counts) => {
        const rows = fullGrid(counts);
        expect(rows).toHaveLength(counts.reduce((product, count) => product * count, 1));
        expect(new Set(rows.map((row) => row.join())).size).toBe(rows.length);
        expect(rows.every((row) => row.every((place, axis) => place >= 0 && place < counts[axis]))).toBe(true);
      }),
    );
  });

  test("side by side, and one at a time", () => {
    expect(zipped([2, 2])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(oneAtATime([3, 2], [1, 0])).toEqual([
      [1, 0],
      [0, 0],
      [2, 0],
      [1, 1],
    ]);
  });

  test("one at a time, every arm but the first differs from the reference in one axis", () => {
    const axes = fc.array(small(5), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(axes, fc.nat(), (counts, luck) => {
        const reference = counts.map((count) => luck % count);
        const [first, ...others] = oneAtATime(counts, reference);
        expect(first).toEqual(reference);
        expect(others).toHaveLength(counts.reduce((sum, count) => sum + count - 1, 0));
        for (const row of others) expect(row.filter((place, axis) => place !== reference[axis])).toHaveLength(1);
      }),
    );
  });

  test("what cannot be meant is refused", () => {
    expect(() => fullGrid([])).toThrow("one axis or more");
    expect(() => fullGrid([2, 0])).toThrow("number of values of axis 1: 0 is given");
    expect(() => fullGrid(Array.from({ length: 20 }, () => 10))).toThrow("sample it instead");
    // Four million arms are not too many, but their 22 places each are.
    expect(() => fullGrid(Array.from({ length: 22 }, () => 2))).toThrow("4194304 arms: too many");
    expect(() => zipped([2, 3])).toThrow("equally many values; these have 2, 3");
    expect(() => oneAtATime([2, 2], [0])).toThrow("names 1 places; there are 2 axes");
    expect(() => oneAtATime([2], [2])).toThrow("reference of axis 0: 2");
  });
});

describe("Latin hypercubes", () => {
  test("have one point in each slice of each dimension, whatever the numbers", () => {
    const options = fc.record({ points: small(60), dimensions: small(12), seed: seeds, centred: fc.boolean() });
    fc.assert(
      fc.property(options, (asked) => {
        const points = latinHypercube(asked);
        for (let axis = 0; axis < asked.dimensions; axis++) {
          const found = points.map((row) => Math.floor(row[axis] * asked.points)).sort((a, b) => a - b);
          expect(found).toEqual(Array.from({ length: asked.points }, (_, slice) => slice));
        }
        expect(latinHypercube(asked)).toEqual(points);
      }),
    );
  });

  test("another seed gives another one, and dimensions are not in step", () => {
    const [one, other] = ["1", "11"].map((seed) => latinHypercube({ points: 200, dimensions: 8, seed }));
    expect(one).not.toEqual(other);
    for (let axis = 1; axis < 8; axis++) {
      const product = one.reduce((sum, row) => sum + (row[axis] - 0.5) * (row[axis - 1] - 0.5), 0) / 200;
      // Correlation of independent uniforms: 12 times the mean product, error 1 / √200.
      expect(Math.abs(12 * product)).toBeLessThan(3.5 / Math.sqrt(200));
    }
  });

  test("the best of many candidates keeps its points further apart", () => {
    const asked = { points: 20, dimensions: 3, seed: "apart" };
    const [plain, best] = [latinHypercube(asked), latinHypercube({ ...asked, candidates: 50 })];
    expect(nearestApart(best)).toBeGreaterThan(2 * nearestApart(plain));
    expect(best.map((row) => Math.floor(row[1] * 20)).sort((a, b) => a - b)).toEqual(plain.map((_, slice) => slice));
  });

  test("refuse what cannot be meant", () => {
    expect(() => latinHypercube({ points: 0, dimensions: 2, seed: "1" })).toThrow("points: 0 is given");
    expect(() => latinHypercube({ points: 5, dimensions: -1, seed: "1" })).toThrow("dimensions: -1 is given");
    expect(() => latinHypercube({ points: 5, dimensions: 1, seed: "a b" })).toThrow('seed "a b"');
    expect(() => latinHypercube({ points: 5, dimensions: 1, seed: "1", candidates: 0 })).toThrow("candidates: 0");
  });
});

describe("Morris's trajectories", () => {
  test("move each axis once, by delta, on the grid", () => {
    const asked = fc.record({
      trajectories: small(8),
      dimensions: small(9),
      levels: fc.constantFrom(2, 4, 6, 10),
      seed: seeds,
    });
    fc.assert(
      fc.property(asked, (options) => {
        const { points, moved, delta } = morrisDesign(options);
        const { levels, dimensions } = options;
        expect(delta).toBeCloseTo(levels / (2 * (levels - 1)), 15);
        for (const [trajectory, order] of moved.entries()) {
          expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: dimensions }, (_, axis) => axis));
          for (const [step, axis] of order.entries()) {
            const [before, after] = [0, 1].map((more) => points[trajectory * (dimensions + 1) + step + more]);
            expect(Math.abs(after[axis] - before[axis])).toBeCloseTo(delta, 12);
            expect(after.filter((value, each) => value !== before[each])).toHaveLength(1);
          }
        }
        for (const value of points.flat()) {
          expect(value * (levels - 1)).toBeCloseTo(Math.round(value * (levels - 1)), 12);
          expect(value >= 0 && value <= 1).toBe(true);
        }
      }),
    );
  });

  test("meet every level equally often", () => {
    const { points } = morrisDesign({ trajectories: 2000, dimensions: 3, levels: 4, seed: "levels" });
    for (const level of [0, 1, 2, 3]) {
      const share = points.filter((row) => Math.round(row[0] * 3) === level).length / points.length;
      expect(Math.abs(share - 0.25)).toBeLessThan(0.02);
    }
  });

  test("refuse an odd grid and no trajectories", () => {
    expect(() => morrisDesign({ trajectories: 4, dimensions: 2, levels: 5, seed: "1" })).toThrow("half of them: 2.5");
    expect(() => morrisDesign({ trajectories: 0, dimensions: 2, seed: "1" })).toThrow("trajectories: 0");
  });
});

describe("the radial design", () => {
  test("is A, A with one axis from B, and B", () => {
    fc.assert(
      fc.property(small(16), small(10), seeds, (base, dimensions, seed) => {
        const { points } = radialDesign({ base, dimensions, seed });
        expect(points).toHaveLength(base * (dimensions + 2));
        for (let group = 0; group < base; group++) {
          const at = group * (dimensions + 2);
          const [a, b] = [points[at], points[at + dimensions + 1]];
          for (let axis = 0; axis < dimensions; axis++) {
            expect(points[at + 1 + axis]).toEqual(a.map((value, each) => (each === axis ? b[axis] : value)));
          }
        }
      }),
    );
  });

  test("more base points are added at the end", () => {
    const [few, many] = [4, 16].map((base) => radialDesign({ base, dimensions: 3, seed: "1" }).points);
    expect(many.slice(0, few.length)).toEqual(few);
  });

  test("refuses more axes than the sequence has dimensions for", () => {
    expect(() => radialDesign({ base: 4, dimensions: 65, seed: "1" })).toThrow("at most 64; screen them first");
  });
});

describe("from places to values", () => {
  test("ranges, steps, log scales, lists and choices", () => {
    const range = { low: 2, high: 6 };
    expect([0, 0.25, 1].map((place) => valueAt(range, place))).toEqual([2, 3, 6]);
    expect(valueAt({ low: 1, high: 100, scale: "log" }, 0.5)).toBeCloseTo(10, 12);
    const steps = { low: 0.1, high: 0.5, step: 0.1 };
    expect([0, 0.2, 0.45, 0.7, 1].map((place) => valueAt(steps, place))).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
    expect([0, 0.3, 0.34, 1].map((place) => valueAt({ values: ["a", "b", "c"] }, place))).toEqual(["a", "a", "b", "c"]);
  });

  test("rise with the place and stay in the range", () => {
    const range = fc
      .tuple(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }))
      .map(([low, more]) => ({ low, high: low + more }));
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(range, place, place, fc.constantFrom("linear", "log" as const), (ends, one, other, scale) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)].map(
          (each) => valueAt({ ...ends, scale }, each) as number,
        );
        expect(first).toBeGreaterThanOrEqual(ends.low);
        expect(second).toBeLessThanOrEqual(ends.high);
        expect(second - first).toBeGreaterThanOrEqual(-1e-9 * ends.high);
      }),
    );
  });

  test("a Latin hypercube of as many points as there are alternatives has each alternative once", () => {
    const points = latinHypercube({ points: 4, dimensions: 1, seed: "7" });
    const values = valuesAt([{ values: ["north", "east", "south", "west"] }], points);
    expect(new Set(values.flat())).toEqual(new Set(["east", "north", "south", "west"]));
  });

  test("what cannot be meant is refused", () => {
    expect(() => valueAt({ low: 3, high: 3 }, 0)).toThrow("the lower end must be below the upper");
    expect(() => valueAt({ low: 0, high: 3, scale: "log" }, 0)).toThrow("a lower end above 0");
    expect(() => valueAt({ low: 0, high: Infinity }, 0)).toThrow("both ends must be numbers");
    expect(() => valueAt({ low: 0, high: 1, step: 2 }, 0)).toThrow("step 2");
    expect(() => valueAt({ low: 1, high: 2, step: 0.5, scale: "log" }, 0)).toThrow("log scale");
    expect(() => valueAt({ values: [] }, 0)).toThrow("a list of no values");
    expect(() => valueAt({ low: 0, high: 1 }, 1.01)).toThrow("place 1.01");
    expect(() => valuesAt([{ low: 0, high: 1 }], [[0, 1]])).toThrow("a point has 2 dimensions; there are 1 axes");
  });
});
