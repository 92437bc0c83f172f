import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bernoulli,
  binomial,
  categorical,
  exponential,
  lognormal,
  normal,
  normalQuantile,
  normalShare,
  poisson,
  roundStochastic,
  uniformBetween,
} from "../../src/kernel/distributions.ts";

/** Every uniform that a keyed draw can give: the middles of 2^32 equal steps. */
const uniform = fc.integer({ min: 0, max: 0xffffffff }).map((word) => (word + 0.5) / 4294967296);
const SMALLEST = 0.5 / 4294967296;
const LARGEST = 1 - SMALLEST;

/** Uniforms of 32 bits from a linear congruential generator: the same inputs for everyone, for ever. */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return ((state >>> 0) + 0.5) / 4294967296;
  };
}

/** The van der Corput sequence: the bits of the index in reverse, so that any 2^k of them are evenly spread. */
function vanDerCorput(index: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 32; bit++) reversed = (reversed << 1) | ((index >>> bit) & 1);
  return ((reversed >>> 0) + 0.5) / 4294967296;
}

describe("normalShare", () => {
  test("is the other way round of normalQuantile, to 10^-7", () => {
    fc.assert(
      fc.property(uniform, (u) => {
        expect(Math.abs(normalShare(normalQuantile(u)) - u)).toBeLessThan(1e-7);
      }),
    );
  });

  // To 10 digits by mpmath.
  test.each([
    [0, 0.5],
    [1, 0.8413447461],
    [-1.959963985, 0.025],
    [3, 0.998650102],
  ])("below %f is %f", (deviations, share) => {
    expect(Math.abs(normalShare(deviations) - share)).toBeLessThan(1e-7);
  });

  test("stays inside 0 and 1 however far out", () => {
    for (const far of [8, 40, 1e6]) {
      expect(normalShare(far)).toBeLessThanOrEqual(1);
      expect(normalShare(-far)).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("normalQuantile", () => {
  // To 40 digits by mpmath, at the very double written here.
  test.each([
    [0.975, 1.9599639845400538],
    [0.75, 0.6744897501960817],
    [0.6, 0.2533471031357997],
    [0.51, 0.025068908258711057],
    [0.500001, 2.5066282747057052e-6],
    [0.1, -1.2815515655446004],
    [0.075, -1.439531470938456],
    [0.0749, -1.4402382675279637],
    [0.925, 1.4395314709384561],
    [0.01, -2.326347874040841],
    [0.001, -3.0902323061678136],
    [1e-6, -4.753424308822899],
    [1e-10, -6.361340902404057],
    [1.3887943864964e-11, -6.657904643501104],
    [1e-12, -7.034483825301132],
    [1e-20, -9.262340089798407],
    [1e-100, -21.273453560965326],
    [1e-300, -37.0470962993612],
    [LARGEST, 6.3379577545537895],
  ])("of %f is %f", (u, expected) => {
    expect(Math.abs(normalQuantile(u) / expected - 1)).toBeLessThanOrEqual(1e-15);
  });

  test("is 0 at the middle and odd about it", () => {
    expect(normalQuantile(0.5)).toBe(0);
    fc.assert(
      fc.property(uniform, (u) => {
        expect(normalQuantile(1 - u) + normalQuantile(u)).toBe(0);
      }),
    );
  });

  test.each([0, 1, -0.1, 1.1, NaN])("refuses %f", (u) => {
    expect(() => normalQuantile(u)).toThrow(RangeError);
  });

  test("rises across the seams of its three formulas", () => {
    for (const seam of [0.075, 0.925, 1.3887943864964021e-11]) {
      const step = seam < 0.01 ? seam * 1e-8 : 1 / 4294967296;
      for (let offset = -500; offset < 500; offset++) {
        expect(normalQuantile(seam + (offset + 1) * step)).toBeGreaterThan(normalQuantile(seam + offset * step));
      }
    }
  });
});

describe("poisson", () => {
  // [count, mean, probability of at most count], to 40 digits by mpmath.
  test.each([
    [0, 0.5, 0.6065306597126334],
    [5, 12, 0.02034102941692837],
    [12, 12, 0.5759652485730647],
    [25, 12, 0.9996922448694572],
    [180, 200, 0.0822289048366097],
    [250, 200, 0.9997153785997116],
    [480, 500, 0.19206157928099474],
    [560, 500, 0.9961042116200846],
    [960, 1000, 0.10525672066446425],
    [1100, 1000, 0.9991323590365564],
    [19900, 20000, 0.2410352471680328],
    [20400, 20000, 0.9976268310906349],
  ])("gives at most %d of %f with probability %f", (count, mean, probability) => {
    const error = mean > 500 ? 1e-11 : 1e-13;
    expect(poisson(probability - error, mean)).toBe(count);
    expect(poisson(probability + error, mean)).toBe(count + 1);
  });

  test("turns at every cumulative probability, summed here from the top down", () => {
    for (const mean of [0.01, 1, 12, 87.5]) {
      const terms = [Math.exp(-mean)];
      for (let count = 1; count < 300; count++) terms.push((terms[count - 1] * mean) / count);
      let above = 0;
      for (let count = 299; count > 0; count--) {
        above += terms[count];
        if (above < 1e-9 || above > 1 - 1e-9) continue;
        expect(poisson(1 - above - 1e-13, mean)).toBe(count - 1);
        expect(poisson(1 - above + 1e-13, mean)).toBe(count);
      }
    }
  });

  test("has no jump where the search starts elsewhere", () => {
    for (const u of [SMALLEST, 1e-6, 0.01, 0.3, 0.5, 0.9, 0.999, LARGEST]) {
      const jump = poisson(u, 500.0000001) - poisson(u, 500);
      expect(jump === 0 || jump === 1).toBe(true);
    }
  });

  test("ends at the edges", () => {
    expect(poisson(0.999, 0)).toBe(0);
    expect(poisson(1 - 2 ** -53, 12)).toBeLessThan(60);
    expect(poisson(1 - 2 ** -53, 1_000_000)).toBeLessThan(1_010_000);
    expect(poisson(2 ** -53, 1_000_000)).toBeGreaterThan(990_000);
    for (const mean of [-1, 1_000_001, NaN, Infinity]) expect(() => poisson(0.5, mean)).toThrow(RangeError);
  });
});

describe("binomial", () => {
  // [successes, trials, probability, probability of at most so many], to 40 digits by mpmath.
  test.each([
    [0, 10, 0.1, 0.3486784401],
    [3, 10, 0.3, 0.6496107184000001],
    [8, 10, 0.9, 0.2639010708999999],
    [20, 40, 0.5, 0.5626853438097896],
    [450, 1000, 0.45, 0.5130981984668275],
    [500, 1000, 0.5, 0.5126125090891804],
    [980, 1000, 0.99, 0.003288359787727498],
    [900, 10000, 0.1, 0.00038516113807243307],
    [1100, 10000, 0.1, 0.999527709227656],
    [4900, 10000, 0.5, 0.023292763852473693],
    [9100, 10000, 0.9, 0.9996601426821334],
    [95, 1_000_000_000, 1e-7, 0.3311917250321993],
  ])("gives at most %d of %d at %f with probability %f", (successes, trials, p, probability) => {
    const error = trials * Math.min(p, 1 - p) > 500 ? 1e-11 : 1e-13;
    expect(binomial(probability - error, trials, p)).toBe(successes);
    expect(binomial(probability + error, trials, p)).toBe(successes + 1);
  });

  test("keeps within its trials, and is certain where p is 0 or 1", () => {
    fc.assert(
      fc.property(uniform, fc.nat(300), fc.double({ min: 0, max: 1, noNaN: true }), (u, trials, p) => {
        const successes = binomial(u, trials, p);
        expect(Number.isInteger(successes) && successes >= 0 && successes <= trials).toBe(true);
        expect(binomial(u, trials, 0)).toBe(0);
        expect(binomial(u, trials, 1)).toBe(trials);
      }),
    );
  });

  test.each([
    [-1, 0.5],
    [1.5, 0.5],
    [NaN, 0.5],
    [Infinity, 0.5],
    [10, -0.1],
    [10, 1.1],
    [10, NaN],
    [3_000_000, 0.5],
  ])("refuses n = %f, p = %f", (n, p) => {
    expect(() => binomial(0.5, n, p)).toThrow(RangeError);
  });
});

describe("categorical", () => {
  const weights = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true })), {
    minLength: 1,
    maxLength: 12,
  });

  test("never picks a weight of 0", () => {
    fc.assert(
      fc.property(fc.oneof(uniform, fc.constantFrom(SMALLEST, LARGEST, 2 ** -53, 1 - 2 ** -53)), weights, (u, list) => {
        fc.pre(list.some((weight) => weight > 0));
        expect(list[categorical(u, list)]).toBeGreaterThan(0);
        expect(categorical(u, Float64Array.from(list))).toBe(categorical(u, list));
      }),
    );
  });

  test("turns where the weights say", () => {
    const list = [0, 1, 0, 2, 1, 0];
    expect([0.001, 0.249, 0.251, 0.749, 0.751, 0.999].map((u) => categorical(u, list))).toEqual([1, 1, 3, 3, 4, 4]);
    expect([0.001, 0.332, 0.334, 0.999].map((u) => categorical(u, list, 4))).toEqual([1, 1, 3, 3]);
  });

  test.each([[[]], [[0, 0]], [[NaN, 1]], [[Infinity, 1]], [[-1, 0.5]]])("refuses %j", (list: number[]) => {
    expect(() => categorical(0.5, list)).toThrow(RangeError);
  });
});

describe("roundStochastic", () => {
  test("leaves whole numbers and chooses between neighbours", () => {
    fc.assert(
      fc.property(uniform, fc.integer(), (u, whole) => {
        expect(roundStochastic(u, whole)).toBe(whole);
        expect([whole, whole + 1]).toContain(roundStochastic(u, whole + 0.3));
      }),
    );
    expect([0.74, 0.76].map((u) => roundStochastic(u, -2.75))).toEqual([-3, -2]);
    expect([0.74, 0.76].map((u) => roundStochastic(u, 2.25))).toEqual([2, 3]);
  });
});

test("certain things are certain", () => {
  fc.assert(
    fc.property(uniform, fc.double({ min: -1e6, max: 1e6, noNaN: true }), (u, x) => {
      expect(bernoulli(u, 0)).toBe(false);
      expect(bernoulli(u, 1)).toBe(true);
      expect(normal(u, x, 0)).toBe(x + 0);
      expect(lognormal(u, 20, 0)).toBe(20);
      expect(uniformBetween(u, x, x)).toBe(x + 0);
      expect(Object.is(exponential(u, 0), 0)).toBe(true);
    }),
  );
});

/** One of each, with the mean and standard deviation that theory gives it. */
const EXAMPLES: readonly {
  readonly name: string;
  readonly draw: (u: number) => number;
  readonly mean: number;
  readonly deviation: number;
}[] = [
  { name: "normalQuantile", draw: normalQuantile, mean: 0, deviation: 1 },
  { name: "normal", draw: (u) => normal(u, 40, 6), mean: 40, deviation: 6 },
  {
    name: "lognormal",
    draw: (u) => lognormal(u, 20, 0.5),
    mean: 20 * Math.exp(0.125),
    deviation: 20 * Math.exp(0.125) * Math.sqrt(Math.expm1(0.25)),
  },
  { name: "exponential", draw: (u) => exponential(u, 26), mean: 26, deviation: 26 },
  { name: "uniformBetween", draw: (u) => uniformBetween(u, -3, 9), mean: 3, deviation: 12 / Math.sqrt(12) },
  { name: "poisson, rare", draw: (u) => poisson(u, 0.03), mean: 0.03, deviation: Math.sqrt(0.03) },
  { name: "poisson", draw: (u) => poisson(u, 12), mean: 12, deviation: Math.sqrt(12) },
  { name: "poisson, large", draw: (u) => poisson(u, 900.5), mean: 900.5, deviation: Math.sqrt(900.5) },
  { name: "binomial", draw: (u) => binomial(u, 40, 0.3), mean: 12, deviation: Math.sqrt(8.4) },
  { name: "binomial, reflected", draw: (u) => binomial(u, 40, 0.8), mean: 32, deviation: Math.sqrt(6.4) },
  { name: "binomial, large", draw: (u) => binomial(u, 3000, 0.4), mean: 1200, deviation: Math.sqrt(720) },
  { name: "categorical", draw: (u) => categorical(u, [1, 2, 0, 1]), mean: 1.25, deviation: Math.sqrt(1.1875) },
  { name: "roundStochastic", draw: (u) => roundStochastic(u, 7.3), mean: 7.3, deviation: Math.sqrt(0.21) },
  { name: "bernoulli", draw: (u) => Number(bernoulli(u, 0.2)), mean: 0.2, deviation: 0.4 },
];

describe.each(EXAMPLES)("$name", ({ name, draw, mean, deviation }) => {
  test("never falls as u rises", () => {
    const direction = name === "bernoulli" ? -1 : 1;
    fc.assert(
      fc.property(uniform, uniform, (one, other) => {
        const rise = draw(Math.max(one, other)) - draw(Math.min(one, other));
        expect(rise * direction).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("has the mean that theory gives it", () => {
    const draws = 8192;
    let sum = 0;
    for (let index = 0; index < draws; index++) sum += draw(vanDerCorput(index));
    expect(Math.abs(sum / draws - mean)).toBeLessThanOrEqual((4 * deviation) / Math.sqrt(draws));
  });
});

test("the bits are those first published: to compare between engines and machines", () => {
  const digest = (draw: (u: number) => number): string => {
    const next = uniforms(20100405);
    const values = Float64Array.from({ length: 200_000 }, () => draw(next()));
    return createHash("sha256").update(new Uint8Array(values.buffer)).digest("hex").slice(0, 16);
  };
  expect(Object.fromEntries(EXAMPLES.map(({ name, draw }) => [name, digest(draw)]))).toEqual({
    bernoulli: "316612c8cd6fc0e2",
    binomial: "b1b69a9168b05091",
    "binomial, large": "29a6904e6279d961",
    "binomial, reflected": "ffa1d1cb112fb2f9",
    categorical: "b5bce5c1279442fc",
    exponential: "659ecdcc50cf38fc",
    lognormal: "4e9bf6d8c4b1f82f",
    normal: "4f5804dfff856db4",
    normalQuantile: "2878a68bf0ab5f7f",
    poisson: "97bc9238fa198788",
    "poisson, large": "bae5e844aa373c23",
    "poisson, rare": "25d2671c18082acf",
    roundStochastic: "0aa3e8dd3ab91199",
    uniformBetween: "22c7454fc8b298e0",
  });
});
