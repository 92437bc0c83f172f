import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundHalfUp, shareByLargestRemainder, shareOfSlice } from "../../src/kernel/shares.ts";

function shared(total: number, weights: readonly number[]): readonly number[] {
  const out = new Float64Array(weights.length);
  shareByLargestRemainder(total, weights, weights.length, out);
  return Array.from(out);
}
const sumOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);
const wholes = fc.integer({ min: 0, max: 10_000_000 });
const weightsOf = (weight: fc.Arbitrary<number>) => fc.array(weight, { minLength: 1, maxLength: 12 });

describe("roundHalfUp", () => {
  test.each([
    [0.5, 1],
    [1.5, 2],
    [2.5, 3],
    [-0.5, 0],
    [-1.5, -1],
    [2.4999, 2],
    [-2.5001, -3],
    [7, 7],
  ])("%f is %i", (value, rounded) => {
    expect(roundHalfUp(value) + 0).toBe(rounded);
  });

  test("is whole, within half a unit, and never falls", () => {
    const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(amount, amount, fc.constantFrom(1, 2, 4, 1024), (left, right, unit) => {
        const rounded = roundHalfUp(left, unit);
        expect(Number.isInteger(rounded / unit)).toBe(true);
        expect(rounded - left).toBeLessThanOrEqual(unit / 2 + 1e-6);
        expect(left - rounded).toBeLessThan(unit / 2 + 1e-6);
        expect(Math.sign(roundHalfUp(Math.max(left, right), unit) - roundHalfUp(Math.min(left, right), unit))).not.toBe(
          -1,
        );
      }),
    );
  });

  test("scaled by a power of two with its unit, it scales", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.constantFrom(2, 16, 4096), (value, power) => {
        expect(roundHalfUp(value * power, power)).toBe(roundHalfUp(value) * power);
      }),
    );
  });
});

describe("shareByLargestRemainder", () => {
  test.each([
    [10, [1, 1, 1], [4, 3, 3]],
    [2, [1, 1, 1], [1, 1, 0]],
    [100, [0, 3, 0, 1], [0, 75, 0, 25]],
    [7, [1, 2, 4], [1, 2, 4]],
    [5, [2, 3, 3], [1, 2, 2]],
    [1, [1, 2], [0, 1]],
    [0, [1, 2], [0, 0]],
    [5, [0, 0], [0, 0]],
    [3, [0, 0.1, 0], [0, 3, 0]],
  ])("%i over %j is %j", (total, weights, expected) => {
    expect(shared(total, weights)).toEqual(expected);
  });

  test("adds up to the whole, and no share is a unit or more off its exact one", () => {
    const weight = fc.oneof(
      fc.constant(0),
      fc.integer({ min: 1, max: 100_000 }),
      fc.double({ min: 0.001, max: 1000, noNaN: true }),
    );
    fc.assert(
      fc.property(wholes, weightsOf(weight), (total, weights) => {
        const shares = shared(total, weights);
        const sum = sumOf(weights);
        expect(sumOf(shares)).toBe(sum > 0 ? total : 0);
        shares.forEach((share, index) => {
          expect(Number.isInteger(share) && share >= 0).toBe(true);
          if (weights[index] === 0) expect(share).toBe(0);
          else expect(Math.abs(share - (total * weights[index]) / sum)).toBeLessThan(1 + 1e-6);
        });
      }),
    );
  });

  test("more weight is never less share, and of equal weights the first gets the odd one", () => {
    fc.assert(
      fc.property(wholes, weightsOf(fc.integer({ min: 0, max: 50 })), (total, weights) => {
        const shares = shared(total, weights);
        weights.forEach((weight, index) => {
          weights.slice(index + 1).forEach((other, ahead) => {
            const later = shares[index + 1 + ahead];
            if (weight > other) expect(shares[index]).toBeGreaterThanOrEqual(later);
            if (weight === other) expect([0, 1]).toContain(shares[index] - later);
          });
        });
      }),
    );
  });

  test("writes only as many as it is told, of the weights that it is told", () => {
    const out = Int32Array.of(9, 9, 9);
    shareByLargestRemainder(4, [1, 1, 100], 2, out);
    expect(Array.from(out)).toEqual([2, 2, 9]);
  });
});

describe("shareOfSlice", () => {
  test("a share is that of the slice: 5,040 minutes over three workers of 2,100", () => {
    expect([0, 2100, 4200].map((before) => shareOfSlice(5040, before, 2100, 6300))).toEqual([1680, 1680, 1680]);
  });

  test("neighbouring slices add up however the whole is cut", () => {
    fc.assert(
      fc.property(wholes, weightsOf(fc.integer({ min: 0, max: 20_000 })), (total, weights) => {
        const sum = sumOf(weights);
        if (sum === 0) return;
        let before = 0;
        const shares = weights.map((weight) => {
          const share = shareOfSlice(total, before, weight, sum);
          before += weight;
          return share;
        });
        expect(sumOf(shares)).toBe(total);
        shares.forEach((share, index) => {
          expect(Math.abs(share - (total * weights[index]) / sum)).toBeLessThan(1);
        });
        const cut = weights.length >> 1;
        const first = sumOf(weights.slice(0, cut));
        expect(shareOfSlice(total, 0, first, sum)).toBe(sumOf(shares.slice(0, cut)));
        expect(shareOfSlice(total, first, sum - first, sum)).toBe(sumOf(shares.slice(cut)));
      }),
    );
  });
});
