import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairedOf, studentQuantile } from "../../src/experiment/paired.ts";

describe("paired arms", () => {
  test("a worked example: differences 1, 2, 3, 6", () => {
    // Mean 3, deviations −2 −1 0 3, variance 14/3, error √(14/12); t of three degrees 3.182.
    const found = pairedOf([10, 20, 30, 40], [11, 22, 33, 46]);
    expect(found).toMatchObject({ seeds: 4, mean: 3, median: 2.5, higher: 1, lower: 0 });
    expect(found?.error).toBeCloseTo(Math.sqrt(14 / 12), 12);
    expect(found?.low).toBeCloseTo(3 - 3.182 * Math.sqrt(14 / 12), 9);
    // Variance of 10 … 40 is 500/3, of 11, 22, 33, 46 it is 674/3.
    expect(found?.varianceReduction).toBeCloseTo((500 / 3 + 674 / 3) / (14 / 3), 9);
  });

  test("the same arm twice differs by nothing, with no interval to speak of", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 }), (values) => {
        expect(pairedOf(values, values)).toMatchObject({ mean: 0, median: 0, low: 0, high: 0, higher: 0, lower: 0 });
        expect(pairedOf(values, values)?.varianceReduction).toBeNaN();
      }),
    );
  });

  test("changing sides changes signs", () => {
    const numbers = fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })), {
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(numbers, (pairs) => {
        const [first, second] = [pairs.map(([left]) => left), pairs.map(([, right]) => right)];
        const [there, back] = [pairedOf(first, second), pairedOf(second, first)];
        expect(there?.mean).toBeCloseTo(-(back?.mean ?? Number.NaN), 9);
        expect(there?.low).toBeCloseTo(-(back?.high ?? Number.NaN), 9);
        expect(there?.higher).toBe(back?.lower);
      }),
    );
  });

  test("seeds without a value in one arm are left out; none at all gives nothing; odd lengths are refused", () => {
    expect(pairedOf([1, Number.NaN, 3], [2, 5, Number.NaN])?.seeds).toBe(1);
    expect(pairedOf([Number.NaN], [1])).toBeUndefined();
    expect(() => pairedOf([1], [1, 2])).toThrow("1 values against 2");
  });

  test("Student's t agrees with tables", () => {
    expect(studentQuantile(0)).toBeNaN();
    for (const [degrees, value] of [
      [1, 12.706],
      [9, 2.262],
      [11, 2.201],
      [19, 2.093],
      [29, 2.045],
      [99, 1.984],
    ]) {
      expect(studentQuantile(degrees)).toBeCloseTo(value, 3);
    }
    // All of Fisher's terms count in the fifth digit: tables of more digits than most.
    expect(studentQuantile(19)).toBeCloseTo(2.09302, 4);
    expect(studentQuantile(29)).toBeCloseTo(2.04523, 5);
  });
});

describe("what rounding leaves", () => {
  test("of two sums of the same parts is no difference", () => {
    const paired = pairedOf([0.1 + 0.2, 5], [0.3, 5]);
    expect(paired).toMatchObject({ mean: 0, low: 0, high: 0, higher: 0, lower: 0 });
    expect(pairedOf([1e-19, 1e-19], [1e-19 + 2.1e-35, 1e-19])).toMatchObject({ mean: 0, higher: 0, lower: 0 });
  });

  test("of differences that cancel, or are all the same, is neither a mean nor a spread", () => {
    expect(pairedOf([0, 0, 0], [0.1, 0.2, -(0.1 + 0.2)])?.mean).toBe(0);
    const same = pairedOf([1, 2, 3], [1.1, 2.1, 3.1]);
    expect(same?.low).toBe(same?.high);
    expect(same?.varianceReduction).toBeNaN();
  });

  test("is not what is small beside other measures", () => {
    expect(pairedOf([1e-19, 1e-19], [2e-19, 2e-19])?.mean).toBe(1e-19);
    expect(pairedOf([1e6, 1e6], [1e6 + 1e-4, 1e6])?.higher).toBe(0.5);
  });
});
