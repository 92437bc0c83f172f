import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quantile, spreadOf, verdictOf } from "../../src/report/statistics.ts";

const finite = fc.double({ noNaN: true, min: -1e15, max: 1e15 });

describe("quantiles", () => {
  test("are of type 7: the worked values of R's quantile()", () => {
    const oneToTen = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(quantile(oneToTen, 0.05)).toBeCloseTo(1.45, 12);
    expect(quantile(oneToTen, 0.25)).toBeCloseTo(3.25, 12);
    expect(quantile(oneToTen, 0.5)).toBe(5.5);
    expect(quantile(oneToTen, 0.95)).toBeCloseTo(9.55, 12);
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantile([7], 0.95)).toBe(7);
  });

  test("order numbers as numbers, not as text", () => {
    expect(spreadOf([10, 9, 100, 1, 2])?.median).toBe(9);
  });

  test("leave out what is not defined, and say over how many runs", () => {
    expect(spreadOf([Number.NaN, 3, undefined, Number.POSITIVE_INFINITY, 1])).toMatchObject({ runs: 2, median: 2 });
    expect(spreadOf([Number.NaN, undefined])).toBeUndefined();
    expect(spreadOf([])).toBeUndefined();
  });

  test("never leave the data and never cross", () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 40 }), (values) => {
        const spread = spreadOf(values);
        if (spread === undefined) return false;
        const ladder = [
          Math.min(...values),
          spread.low,
          spread.lowerQuartile,
          spread.median,
          spread.upperQuartile,
          spread.high,
          Math.max(...values),
        ];
        const slack = 1e-9 * Math.max(1, ...values.map(Math.abs));
        return ladder.every((value, index) => index === 0 || value >= ladder[index - 1] - slack);
      }),
    );
  });

  test("do not depend on the order of the runs", () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 20 }), (values) => {
        expect(spreadOf([...values].reverse())).toEqual(spreadOf(values));
      }),
    );
  });

  test("of equal values are that value exactly", () => {
    fc.assert(
      fc.property(finite, fc.integer({ min: 1, max: 30 }), (value, runs) => {
        const spread = spreadOf(Array.from({ length: runs }, () => value));
        expect(spread).toMatchObject({ low: value, median: value, high: value, mean: value, runs });
      }),
    );
  });
});

describe("a verdict", () => {
  const of = (values: readonly number[]): string => {
    const spread = spreadOf(values);
    return spread === undefined ? "" : verdictOf(spread);
  };

  test("follows the sign of the interval", () => {
    expect(of([1, 2, 3])).toBe("rose");
    expect(of([-1, -2, -3])).toBe("fell");
    expect(of([-1, 2, 3])).toBe("unclear");
    expect(of([0, 0, 0])).toBe("unchanged");
    expect(of([0, 0, 5])).toBe("unclear");
  });

  test("turns with the sign of the data", () => {
    const turned = { rose: "fell", fell: "rose", unclear: "unclear", unchanged: "unchanged" } as const;
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 20 }), (values) => {
        const spread = spreadOf(values);
        const mirrored = spreadOf(values.map((value) => -value));
        if (spread === undefined || mirrored === undefined) return false;
        // Interpolation may round the last bit differently; ends at zero within it say nothing.
        fc.pre(Math.abs(spread.low) > 1e-6 && Math.abs(spread.high) > 1e-6);
        return verdictOf(mirrored) === turned[verdictOf(spread)];
      }),
    );
  });
});
