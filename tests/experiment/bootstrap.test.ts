/** Bootstrap intervals: of known statistics, of the variance-reduction factor, of the median difference. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bootstrapInterval, bootstrapIntervals, normalShare } from "../../src/experiment/bootstrap.ts";
import { pairedIntervals } from "../../src/experiment/paired-intervals.ts";
import { meanOf, pairedOf } from "../../src/experiment/paired.ts";
import { type Draws, normalQuantile, openDraws } from "../../src/kernel/index.ts";

const noise = (): Draws => openDraws("noise", ["test.noise"])["test.noise"];
const seeds = fc.integer({ min: 1, max: 9999 }).map(String);

describe("the bootstrap", () => {
  test("the interval of a mean is that of the central limit", () => {
    const draws = noise();
    const values = Array.from({ length: 200 }, (_, place) => 5 + normalQuantile(draws.uniform(place)));
    const mean = meanOf(values);
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 200);
    for (const method of ["bca", "percentile"] as const) {
      const of = (chosen: Int32Array): number => meanOf(Array.from(chosen, (place) => values[place]));
      const { low, high } = bootstrapInterval(200, of, { seed: "1", method });
      expect(low).toBeCloseTo(mean - (1.96 * deviation) / Math.sqrt(200), 1);
      expect(high).toBeCloseTo(mean + (1.96 * deviation) / Math.sqrt(200), 1);
    }
  });

  test("of the variance of a published sample agrees with SciPy's, corrected and not", () => {
    // Efron and Tibshirani (1993), table 14.1, spatial test A: variance 171.5. SciPy 1.17 with 400,000 resamples; its
    // corrected 90 % interval, 115.5 to 261.1, agrees with theirs, 115.8 to 259.6.
    const values = [
      48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41,
    ];
    const variance = (chosen: Int32Array): number => {
      const own = Array.from(chosen, (place) => values[place]);
      const mean = meanOf(own);
      return own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length;
    };
    const [plain, corrected] = (["percentile", "bca"] as const).map((method) =>
      bootstrapInterval(26, variance, { seed: "1", method, resamples: 10_000 }),
    );
    expect(Math.abs(plain.low - 86.35)).toBeLessThan(3);
    expect(Math.abs(plain.high - 249.71)).toBeLessThan(3);
    expect(Math.abs(corrected.low - 105.51)).toBeLessThan(4);
    expect(Math.abs(corrected.high - 279.29)).toBeLessThan(6);
  });

  test("is a function of sample and seed, and moves and stretches with the sample", () => {
    const numbers = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 3, maxLength: 25 });
    fc.assert(
      fc.property(numbers, seeds, fc.integer({ min: -64, max: 64 }), (values, seed, more) => {
        const of =
          (shift: number) =>
          (chosen: Int32Array): readonly number[] => [
            Array.from(chosen, (place) => values[place] + shift).reduce((sum, value) => sum + value, 0),
          ];
        const options = { seed, resamples: 100, method: "percentile" } as const;
        const [once] = bootstrapIntervals(values.length, of(0), options);
        expect(bootstrapIntervals(values.length, of(0), options)).toEqual([once]);
        const [moved] = bootstrapIntervals(values.length, of(more), options);
        expect(moved.low).toBe(once.low + more * values.length);
        expect(moved.high).toBe(once.high + more * values.length);
        expect(once.low).toBeLessThanOrEqual(once.high);
      }),
    );
  });

  test("an even spread of samples finds the truth about 95 times in 100", () => {
    const draws = noise();
    let held = 0;
    for (let sample = 0; sample < 400; sample++) {
      draws.at(sample);
      const values = Array.from({ length: 40 }, (_, place) => normalQuantile(draws.uniform(place)));
      const of = (chosen: Int32Array): number => meanOf(Array.from(chosen, (place) => values[place]));
      const { low, high } = bootstrapInterval(40, of, { seed: String(sample + 1), resamples: 200 });
      if (low <= 0 && high >= 0) held += 1;
    }
    // The binomial error of 400 samples is 1.1 points; the bootstrap itself loses one or two.
    expect(held / 400).toBeGreaterThan(0.9);
    expect(held / 400).toBeLessThan(0.985);
  });

  test("without enough to say anything it says nothing; equal values have no width", () => {
    const none = { low: Number.NaN, high: Number.NaN };
    expect(bootstrapInterval(1, () => 3, { seed: "1" })).toEqual(none);
    expect(bootstrapInterval(5, () => Number.NaN, { seed: "1" })).toEqual(none);
    expect(bootstrapInterval(5, () => 3, { seed: "1" })).toEqual({ low: 3, high: 3 });
    expect(() => bootstrapInterval(0, () => 3, { seed: "1" })).toThrow("a bootstrap of 0 items");
    expect(() => bootstrapInterval(5, () => 3, { seed: "1", resamples: 39 })).toThrow("need 40 or more");
    expect(() => bootstrapInterval(5, () => 3, { seed: "" })).toThrow('seed ""');
  });

  test("the normal distribution's shares are those of the tables, and undo its quantiles", () => {
    expect(normalShare(0)).toBe(0.5);
    expect(normalShare(1)).toBeCloseTo(0.8413447460685429, 14);
    expect(normalShare(-1.959963984540054)).toBeCloseTo(0.025, 14);
    expect(normalShare(9)).toBe(1);
    expect(normalShare(-9)).toBe(0);
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (share) => {
        expect(normalShare(normalQuantile(share))).toBeCloseTo(share, 12);
      }),
    );
  });
});

describe("intervals of paired arms", () => {
  /** Two arms whose values correlate by 0.9: the factor is 2 / (2 (1 - 0.9)) = 10, the median difference 1. */
  function arms(sample: number, count: number): { first: number[]; second: number[] } {
    const draws = noise().at(sample);
    const [shared, own] = [1, 2].map((n) =>
      Array.from({ length: count }, (_, place) => normalQuantile(draws.uniform(place, n))),
    );
    return { first: shared, second: shared.map((value, place) => 1 + 0.9 * value + Math.sqrt(0.19) * own[place]) };
  }

  test("hold the true factor and the true median nearly 95 times in 100", () => {
    let [factors, medians] = [0, 0];
    for (let sample = 0; sample < 200; sample++) {
      const { first, second } = arms(sample, 40);
      const { varianceReduction, median } = pairedIntervals(first, second, { seed: "1", resamples: 300 });
      if (varianceReduction.low <= 10 && varianceReduction.high >= 10) factors += 1;
      if (median.low <= 1 && median.high >= 1) medians += 1;
    }
    expect(factors / 200).toBeGreaterThan(0.88);
    expect(medians / 200).toBeGreaterThan(0.89);
  });

  test("the factor counts the spread of both arms", () => {
    const { first, second } = arms(8, 200);
    const wider = second.map((value) => 3 * value);
    // (1 + 9) / (1 + 9 - 2 · 0.9 · 3): about 2.2; with the first arm's spread alone it would be 0.4.
    const { low, high } = pairedIntervals(first, wider, { seed: "1", resamples: 400 }).varianceReduction;
    expect(low).toBeGreaterThan(1.7);
    expect(low).toBeLessThan(10 / 4.6);
    expect(high).toBeGreaterThan(10 / 4.6);
    expect(high).toBeLessThan(2.7);
  });

  test("stand round the estimates, and leave out seeds without a value", () => {
    const { first, second } = arms(7, 100);
    const found = pairedIntervals(first, second, { seed: "1" });
    const paired = pairedOf(first, second);
    expect(found.varianceReduction.low).toBeLessThan(paired?.varianceReduction ?? Number.NaN);
    expect(found.varianceReduction.high).toBeGreaterThan(paired?.varianceReduction ?? Number.NaN);
    expect(pairedIntervals([...first, Number.NaN], [...second, 3], { seed: "1" })).toEqual(found);
  });

  test("identical arms differ by exactly nothing and have no factor", () => {
    const { first } = arms(1, 20);
    const { median, varianceReduction } = pairedIntervals(first, first, { seed: "1" });
    expect(median).toEqual({ low: 0, high: 0 });
    expect(varianceReduction.low).toBeNaN();
    expect(pairedIntervals([1], [2], { seed: "1" }).median.low).toBeNaN();
    expect(() => pairedIntervals([1], [], { seed: "1" })).toThrow("1 values against 0");
  });
});
