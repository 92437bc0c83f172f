import { createHash } from "node:crypto";
import exponential from "@stdlib/math-base-special-exp";
import naturalLogarithm from "@stdlib/math-base-special-ln";
import power from "@stdlib/math-base-special-pow";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exp, log, log1p, logistic, pow } from "../../src/kernel/math.ts";

const EPSILON = 2 ** -52;

/** Uniforms of 32 bits from a linear congruential generator: the same inputs for everyone, for ever. */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return ((state >>> 0) + 0.5) / 4294967296;
  };
}

/** Positive doubles of every size, the subnormal included: their bits are drawn, not their values. */
function positiveDoubles(seed: number): () => number {
  const next = uniforms(seed);
  const view = new DataView(new ArrayBuffer(8));
  return () => {
    view.setUint32(0, Math.floor(next() * 0x7ff00000));
    view.setUint32(4, Math.floor(next() * 4294967296));
    return view.getFloat64(0);
  };
}

/** How many of `count` inputs give other bits in `ours` than in `theirs`, with the first of them. */
function differences(
  count: number,
  input: () => number,
  ours: (x: number) => number,
  theirs: (x: number) => number,
): { different: number; first?: number } {
  let different = 0;
  let first: number | undefined;
  for (let index = 0; index < count; index++) {
    const x = input();
    if (Object.is(ours(x), theirs(x))) continue;
    different++;
    first ??= x;
  }
  return first === undefined ? { different } : { different, first };
}

const SAME = { different: 0 };

describe("exp", () => {
  const next = uniforms(1);

  test("has the bits of fdlibm on a million inputs", () => {
    // Not below -744.7: there the oracle gives 0 for results that round to the smallest double.
    expect(differences(400_000, () => next() * 1456 - 744, exp, exponential)).toEqual(SAME);
    expect(differences(400_000, () => next() * 8 - 4, exp, exponential)).toEqual(SAME);
    const tiny = positiveDoubles(2);
    expect(differences(200_000, () => (next() < 0.5 ? -1 : 1) * tiny(), exp, exponential)).toEqual(SAME);
  });

  test("has the bits of fdlibm where the power of two changes", () => {
    const view = new DataView(new ArrayBuffer(8));
    let index = 0;
    // The 41 doubles about each (n + 1/2) ln 2, where a different rounding rule would choose the other n.
    const nearHalves = (): number => {
      view.setFloat64(0, (Math.floor(index / 41) - 1073.5) * Math.LN2);
      view.setBigInt64(0, view.getBigInt64(0) + BigInt((index % 41) - 20));
      index++;
      return view.getFloat64(0);
    };
    expect(differences(41 * 2100, nearHalves, exp, exponential)).toEqual(SAME);
  });

  test.each([
    [1, Math.E],
    [-1, 0.36787944117144233],
    [0.5, 1.6487212707001282],
    [-10, 4.5399929762484854e-5],
    [700, 1.0142320547350045e304],
    [-700, 9.85967654375977e-305],
    [709.782712893384, 1.7976931348622732e308],
    [-708.5, 2.006132305331306e-308],
  ])("exp(%f) is %f to the last bit but one", (x, expected) => {
    expect(Math.abs(exp(x) / expected - 1)).toBeLessThanOrEqual(EPSILON);
  });

  test.each([
    [0, 1],
    [-0, 1],
    [1e-300, 1],
    [Infinity, Infinity],
    [-Infinity, 0],
    [NaN, NaN],
    [709.782712893384, 1.7976931348622732e308],
    [709.7827128933841, Infinity],
    [-740, 4.2e-322],
    [-745, 5e-324],
    [-745.1332191019411, 5e-324],
    [-745.1332191019412, 0],
  ])("exp(%f) is exactly %f", (x, expected) => {
    expect(exp(x)).toBe(expected);
  });
});

describe("log", () => {
  test("has the bits of fdlibm on a million inputs", () => {
    const next = uniforms(3);
    expect(differences(500_000, positiveDoubles(4), log, naturalLogarithm)).toEqual(SAME);
    expect(differences(400_000, () => next() * 2, log, naturalLogarithm)).toEqual(SAME);
    expect(differences(100_000, () => 1 + (next() - 0.5) * 4e-6, log, naturalLogarithm)).toEqual(SAME);
  });

  test("has the bits of fdlibm at every power of two and beside it", () => {
    let index = -1074 * 3;
    const powers = (): number => {
      const base = 2 ** Math.floor(index / 3);
      return base * (1 + ((index++ % 3) * EPSILON) / 2);
    };
    expect(differences(2098 * 3, powers, log, naturalLogarithm)).toEqual(SAME);
  });

  test.each([
    [2, Math.LN2],
    [10, Math.LN10],
    [0.1, -2.3025850929940455],
    [1e-300, -690.7755278982137],
    [1.7976931348623157e308, 709.782712893384],
    [5e-324, -744.4400719213812],
    [0.9999999, -1.0000000494736474e-7],
    [1.5, 0.4054651081081644],
  ])("log(%f) is %f to the last bit but one", (x, expected) => {
    expect(Math.abs(log(x) / expected - 1)).toBeLessThanOrEqual(EPSILON);
  });

  test.each([
    [1, 0],
    [0, -Infinity],
    [-0, -Infinity],
    [-1, NaN],
    [-5e-324, NaN],
    [-Infinity, NaN],
    [Infinity, Infinity],
    [NaN, NaN],
  ])("log(%f) is exactly %f", (x, expected) => {
    expect(log(x)).toBe(expected);
  });

  test("exp undoes it", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(exp(log(x)) / x - 1)).toBeLessThanOrEqual((1 + 1.5 * Math.abs(log(x))) * EPSILON);
      }),
    );
  });
});

describe("log1p", () => {
  test.each([
    [0, 0],
    [-0, -0],
    [1e-20, 1e-20],
    [5e-324, 5e-324],
    [-1, -Infinity],
    [-1.5, NaN],
    [Infinity, Infinity],
    [NaN, NaN],
    [1, Math.LN2],
    [-0.5, -Math.LN2],
  ])("log1p(%f) is exactly %f", (x, expected) => {
    expect(log1p(x)).toBe(expected);
  });

  test("agrees with its series for small x", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e-4, max: 1e-4, noNaN: true }), (x) => {
        const series = x * (1 + x * (-1 / 2 + x * (1 / 3 + x * (-1 / 4))));
        expect(Math.abs(log1p(x) - series)).toBeLessThanOrEqual(3 * EPSILON * Math.abs(x));
      }),
    );
  });
});

describe("pow", () => {
  test("keeps its error bound against an oracle that errs by less than a unit in the last place", () => {
    const next = uniforms(5);
    let worst = 0;
    for (let index = 0; index < 250_000; index++) {
      const x = next() < 0.5 ? next() * 3 : exp(next() * 200 - 100);
      const y = next() < 0.5 ? next() * 6 - 3 : next() * 0.2 - 0.1;
      const oracle = power(x, y);
      worst = Math.max(worst, Math.abs(pow(x, y) / oracle - 1) / ((2 + 1.5 * Math.abs(y * log(x))) * EPSILON));
    }
    expect(worst).toBeGreaterThan(0);
    expect(worst).toBeLessThanOrEqual(1);
  });

  test("is exact where it says so", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true }), (x) => {
        expect(pow(x, 0)).toBe(1);
        expect(pow(x, 1)).toBe(x);
        expect(pow(x, 2)).toBe(x * x);
        expect(pow(x, 0.5)).toBe(Math.sqrt(x));
        expect(pow(1, x)).toBe(x === Infinity ? NaN : 1);
      }),
    );
  });

  test.each([
    [0, 3, 0],
    [0, 0.5, 0],
    [0, -1, Infinity],
    [0, 0, 1],
    [NaN, 0, 1],
    [NaN, 1, NaN],
    [2, NaN, NaN],
    [Infinity, 1.5, Infinity],
    [Infinity, -1.5, 0],
    [0.5, Infinity, 0],
    [2, Infinity, Infinity],
    [2, -Infinity, 0],
    [10, 400, Infinity],
    [10, -400, 0],
    [-2, 2, 4],
    [-2, 1, -2],
    [-2, 3, NaN],
    [-2, 0.5, NaN],
  ])("pow(%f, %f) is exactly %f", (x, y, expected) => {
    expect(pow(x, y)).toBe(expected);
  });
});

describe("logistic", () => {
  test.each([
    [0, 0.5],
    [-Infinity, 0],
    [Infinity, 1],
    [37, 1],
    [-710, 0],
    [NaN, NaN],
  ])("logistic(%f) is exactly %f", (x, expected) => {
    expect(logistic(x)).toBe(expected);
  });

  test("is undone by the log odds, and symmetric", () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
        expect(logistic(x) + logistic(-x)).toBeCloseTo(1, 15);
        const chance = logistic(x);
        // The odds of a chance near 1 are known no better than its distance from 1.
        expect(Math.abs(log(chance / (1 - chance)) - x)).toBeLessThanOrEqual((8 * EPSILON) / (1 - chance));
      }),
    );
  });
});

test("the bits are those first published: to compare between engines and machines", () => {
  const digest = (x: (u: number) => number, f: (x: number) => number): string => {
    const next = uniforms(20100405);
    const values = Float64Array.from({ length: 200_000 }, () => f(x(next())));
    return createHash("sha256").update(new Uint8Array(values.buffer)).digest("hex").slice(0, 16);
  };
  expect({
    exp: digest((u) => u * 1400 - 700, exp),
    log: digest((u) => u * 100, log),
    log1p: digest((u) => u * 3 - 1, log1p),
    pow: digest(
      (u) => u * 3,
      (x) => pow(x, 1.7 - x),
    ),
    logistic: digest((u) => u * 60 - 30, logistic),
  }).toEqual({
    exp: "3162fb80195acd91",
    log: "99022d26b81eb789",
    log1p: "513a6addc48eca07",
    pow: "6090b1a714887ae5",
    logistic: "94f6333d228abe30",
  });
});
