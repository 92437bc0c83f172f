/** The Sobol sequence: published points, balance, evenness. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Points, SOBOL_DIMENSIONS, sobolSequence } from "../../src/experiment/designs/index.ts";

/** A sequence of luck that shares nothing with the kernel: Park and Miller's. */
function luck(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** How many points lie in each of so many equal slices of a dimension. */
function slices(points: Points, axis: number, count: number): number[] {
  const found = Array.from({ length: count }, () => 0);
  for (const row of points) found[Math.floor(row[axis] * count)] += 1;
  return found;
}

const meanOver = (points: Points, of: (row: readonly number[]) => number): number =>
  points.reduce((sum, row) => sum + of(row), 0) / points.length;

describe("the Sobol sequence", () => {
  // The output of Joe and Kuo's own program for new-joe-kuo-6.21201; SciPy 1.17 gives the same.
  const PUBLISHED = [
    [0, 0, 0, 0, 0],
    [0.5, 0.5, 0.5, 0.5, 0.5],
    [0.75, 0.25, 0.25, 0.25, 0.75],
    [0.25, 0.75, 0.75, 0.75, 0.25],
    [0.375, 0.375, 0.625, 0.875, 0.375],
    [0.875, 0.875, 0.125, 0.375, 0.875],
    [0.625, 0.125, 0.875, 0.625, 0.625],
    [0.125, 0.625, 0.375, 0.125, 0.125],
    [0.1875, 0.3125, 0.9375, 0.4375, 0.5625],
    [0.6875, 0.8125, 0.4375, 0.9375, 0.0625],
    [0.9375, 0.0625, 0.6875, 0.1875, 0.3125],
    [0.4375, 0.5625, 0.1875, 0.6875, 0.8125],
    [0.3125, 0.1875, 0.3125, 0.5625, 0.9375],
    [0.8125, 0.6875, 0.8125, 0.0625, 0.4375],
    [0.5625, 0.4375, 0.0625, 0.8125, 0.1875],
    [0.0625, 0.9375, 0.5625, 0.3125, 0.6875],
  ];

  test("has the published first sixteen points", () => {
    expect(sobolSequence({ points: 16, dimensions: 5 })).toEqual(PUBLISHED);
  });

  test("agrees with SciPy 1.17 in all 128 dimensions over 1,024 points", () => {
    const points = sobolSequence({ points: 1024, dimensions: 128 });
    expect([0, 1, 10, 63, 127].map((axis) => points[1023][axis])).toEqual([
      0.0009765625, 0.7529296875, 0.6787109375, 0.0400390625, 0.7001953125,
    ]);
    expect([5, 20, 50, 100, 127].map((axis) => points[517][axis])).toEqual([
      0.1904296875, 0.8291015625, 0.2490234375, 0.3330078125, 0.0693359375,
    ]);
    // A running remainder over all words, worked out from SciPy's points in the same way.
    let remainder = 0n;
    for (const row of points) {
      for (const value of row) remainder = (remainder * 31n + BigInt(value * 2 ** 32)) % 4294967291n;
    }
    expect(remainder).toBe(2069531264n);
  });

  test("is in balance at every power of two, scrambled or not", () => {
    const power = fc.integer({ min: 0, max: 8 });
    const scramble = fc.constantFrom("none", "shift", "owen" as const);
    fc.assert(
      fc.property(power, scramble, fc.integer({ min: 1, max: 999 }), (bits, how, seed) => {
        const count = 2 ** bits;
        const points = sobolSequence({ points: count, dimensions: 20, scramble: how, seed: String(seed) });
        for (let axis = 0; axis < 20; axis++) {
          expect(new Set(slices(points, axis, count))).toEqual(new Set([1]));
        }
      }),
      { numRuns: 30 },
    );
  });

  test("has one point in every elementary box of the first two dimensions", () => {
    const points = sobolSequence({ points: 256, dimensions: 2, scramble: "owen", seed: "boxes" });
    for (let wide = 0; wide <= 8; wide++) {
      const columns = 2 ** wide;
      const rows = 256 / columns;
      const boxes = points.map(([x, y]) => Math.floor(x * columns) * rows + Math.floor(y * rows));
      expect(new Set(boxes).size).toBe(256);
    }
  });

  test("goes on where it is told to, and a scrambled one too", () => {
    for (const scramble of ["none", "shift", "owen"] as const) {
      const whole = sobolSequence({ points: 96, dimensions: 7, scramble, seed: "s" });
      const rest = sobolSequence({ points: 32, dimensions: 7, skip: 64, scramble, seed: "s" });
      expect(rest).toEqual(whole.slice(64));
    }
  });

  test("beats luck at a known integral, and scrambling makes it better still", () => {
    // The product of 1 + (x - 1/2) / 2 over six dimensions has the mean 1.
    const of = (row: readonly number[]): number => row.reduce((product, x) => product * (1 + (x - 0.5) / 2), 1);
    const size = { points: 1024, dimensions: 6 };
    const rootMean = (errors: readonly number[]): number =>
      Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length);
    const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
    const random = rootMean(
      seeds.map((seed) => {
        const next = luck(seed * 7919);
        const points = Array.from({ length: 1024 }, () => Array.from({ length: 6 }, next));
        return meanOver(points, of) - 1;
      }),
    );
    const scrambled = rootMean(
      seeds.map((seed) => meanOver(sobolSequence({ ...size, scramble: "owen", seed: String(seed) }), of) - 1),
    );
    const shifted = rootMean(
      seeds.map((seed) => meanOver(sobolSequence({ ...size, scramble: "shift", seed: String(seed) }), of) - 1),
    );
    expect(Math.abs(meanOver(sobolSequence(size), of) - 1)).toBeLessThan(random / 5);
    expect(shifted).toBeLessThan(random / 10);
    expect(scrambled).toBeLessThan(random / 50);
  });

  test("a scrambled point is uniform: over many seeds the first point has mean 1/2 and variance 1/12", () => {
    for (const scramble of ["shift", "owen"] as const) {
      const firsts = Array.from(
        { length: 2000 },
        (_, seed) => sobolSequence({ points: 1, dimensions: 3, scramble, seed: `u${seed}` })[0][2],
      );
      const mean = firsts.reduce((sum, x) => sum + x, 0) / firsts.length;
      const variance = firsts.reduce((sum, x) => sum + (x - mean) ** 2, 0) / firsts.length;
      // Three standard errors: √(1/12/2000) = 0.0065, and of the variance √(1/180/2000) = 0.0017.
      expect(Math.abs(mean - 0.5)).toBeLessThan(0.0195);
      expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.005);
    }
  });

  test("refuses what cannot be meant, with what is allowed", () => {
    expect(SOBOL_DIMENSIONS).toBe(128);
    expect(() => sobolSequence({ points: 4, dimensions: 129 })).toThrow("allowed is a whole number from 1 to 128");
    expect(() => sobolSequence({ points: 0, dimensions: 1 })).toThrow("points: 0 is given");
    expect(() => sobolSequence({ points: 1.5, dimensions: 1 })).toThrow("points: 1.5 is given");
    expect(() => sobolSequence({ points: Number.NaN, dimensions: 1 })).toThrow("points: NaN is given");
    expect(() => sobolSequence({ points: 4, dimensions: 1, skip: -1 })).toThrow("points to skip: -1");
    expect(() => sobolSequence({ points: 4, dimensions: 1, scramble: "owen" })).toThrow('seed "": a seed is');
    expect(() => sobolSequence({ points: 1_000_000, dimensions: 128 })).toThrow("ask for fewer points");
  });
});
