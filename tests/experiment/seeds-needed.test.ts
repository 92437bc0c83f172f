/** How many seeds are enough: the rule, its coverage on known noise, and what it says of what cannot be. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairedPrecision, precisionOf, type Precision } from "../../src/experiment/seeds-needed.ts";
import { normalQuantile, openDraws } from "../../src/kernel/index.ts";

/** Runs seeds by the rule, as a command would. */
function follow(valueOf: (seed: number) => number, goal: Parameters<typeof precisionOf>[1]): Precision {
  const values: number[] = [];
  let found = precisionOf(values, goal);
  while (found.state === "more") {
    while (values.length < found.next) values.push(valueOf(values.length + 1));
    found = precisionOf(values, goal);
  }
  return found;
}

/** Of 1,500 trials with normal noise of mean 0, the share whose interval holds 0, and the mean number of seeds. */
function coverage(minimum: number, halfWidth: number): { held: number; seeds: number } {
  const draws = openDraws("peeking", ["test.noise"])["test.noise"];
  let [held, seeds] = [0, 0];
  for (let trial = 0; trial < 1500; trial++) {
    draws.at(trial);
    const found = follow((seed) => normalQuantile(draws.uniform(seed)), { halfWidth, minimum });
    if (found.low <= 0 && found.high >= 0) held += 1;
    seeds += found.seeds;
  }
  return { held: held / 1500, seeds: seeds / 1500 };
}

describe("how many seeds", () => {
  test("an interval is that of Student, and the seeds still to come are worked out from its spread", () => {
    // Values 1 to 4: mean 2.5, variance 5/3, half-width 3.182 · √(5/12).
    const found = precisionOf([1, 2, 3, 4], { halfWidth: 1, minimum: 3 });
    expect(found).toMatchObject({ state: "more", runs: 4, seeds: 4, mean: 2.5, isConstant: false });
    expect(found.halfWidth).toBeCloseTo(3.182 * Math.sqrt(5 / 12), 9);
    // With nine seeds 2.306 · √(5/27) = 0.992; with eight 2.365 · √(5/24) = 1.079.
    expect(found.expected).toBe(9);
    expect(found.next).toBe(8);
    expect(precisionOf([1, 2, 3, 4], { halfWidth: 2.1, minimum: 3 }).state).toBe("reached");
    expect(precisionOf([1, 2, 3, 4], { halfWidth: 1, minimum: 3, maximum: 4 }).state).toBe("limit");
  });

  test("a few seeds that happen to agree are not enough", () => {
    expect(precisionOf([7, 7, 7], { halfWidth: 1 })).toMatchObject({ state: "more", halfWidth: 0, next: 20 });
    expect(precisionOf([], { halfWidth: 1 })).toMatchObject({ state: "more", runs: 0, next: 20 });
  });

  test("what is reached is as narrow as was asked, and holds the truth as often as is written", () => {
    // Fixed numbers of seeds hold it 95 times in 100; the error of 1,500 trials is 0.6 points.
    for (const [minimum, halfWidth, least] of [
      [20, 0.3, 0.925],
      [10, 0.3, 0.915],
      [3, 0.5, 0.88],
    ]) {
      expect(coverage(minimum, halfWidth).held).toBeGreaterThan(least);
    }
    expect(coverage(3, 0.5).held).toBeLessThan(coverage(20, 0.5).held);
  });

  test("takes about as many seeds as one who knew the spread would: (1.96 / 0.3)²", () => {
    const { seeds } = coverage(20, 0.3);
    expect(seeds).toBeGreaterThan(40);
    expect(seeds).toBeLessThan(50);
  });

  test("always ends, is as narrow as asked or says that it is not, and never runs more than allowed", () => {
    const goal = fc.record({
      halfWidth: fc.double({ min: 0.01, max: 100, noNaN: true }),
      minimum: fc.integer({ min: 3, max: 30 }),
      maximum: fc.integer({ min: 30, max: 90 }),
    });
    const draws = openDraws("ends", ["test.noise"])["test.noise"];
    const numbers = fc.tuple(fc.nat({ max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(goal, numbers, (asked, [week, undefinedShare]) => {
        draws.at(week);
        const found = follow(
          (seed) => (draws.uniform(seed, 1) < undefinedShare ? Number.NaN : normalQuantile(draws.uniform(seed))),
          asked,
        );
        expect(found.runs).toBeLessThanOrEqual(asked.maximum);
        if (found.state === "reached") {
          expect(found.halfWidth).toBeLessThanOrEqual(asked.halfWidth);
          expect(found.seeds).toBeGreaterThanOrEqual(asked.minimum);
        } else expect(found.runs).toBe(asked.maximum);
      }),
    );
  });

  test("two arms: seeds that share their luck need fewer", () => {
    const draws = openDraws("pairs", ["test.noise"])["test.noise"];
    const first = Array.from({ length: 40 }, (_, seed) => normalQuantile(draws.uniform(seed)));
    const second = first.map((value, seed) => value + 1 + 0.1 * normalQuantile(draws.uniform(seed, 1)));
    const goal = { halfWidth: 0.1, minimum: 10 };
    expect(pairedPrecision(first, second, goal).state).toBe("reached");
    expect(pairedPrecision(first, second, goal).mean).toBeCloseTo(1, 1);
    expect(precisionOf(second, goal).expected).toBeGreaterThan(200);
    expect(pairedPrecision([1, Number.NaN], [2, 2], goal)).toMatchObject({ runs: 2, seeds: 1, state: "more" });
  });

  test("values that never differ are narrow, and it is said that nothing has varied", () => {
    const found = follow(() => 7, { halfWidth: 0.001 });
    expect(found).toMatchObject({ state: "reached", seeds: 20, halfWidth: 0, isConstant: true, low: 7, high: 7 });
    // 20 times 7.2 is not 144 to the last bit, and a wage floor is the same all the same.
    for (const value of [7.2, 0.1, -99.7]) {
      const same = precisionOf(Array<number>(20).fill(value), { halfWidth: 1 });
      expect(same).toMatchObject({ halfWidth: 0, isConstant: true, expected: 20 });
    }
    const apart = pairedPrecision([1, 2.7, 5.3], [1.1, 2.8, 5.4], { halfWidth: 1, minimum: 3 });
    expect(apart).toMatchObject({ halfWidth: 0, isConstant: true });
  });

  test("a measure that is never defined ends at the limit", () => {
    const found = follow(() => Number.NaN, { halfWidth: 1, maximum: 50 });
    expect(found).toMatchObject({ state: "limit", runs: 50, seeds: 0 });
    expect(found.mean).toBeNaN();
  });

  test("refuses a goal that cannot be meant", () => {
    expect(() => precisionOf([], { halfWidth: 0 })).toThrow("half-width 0: allowed is a number above 0");
    expect(() => precisionOf([], { halfWidth: Number.NaN })).toThrow("half-width NaN");
    expect(() => precisionOf([], { halfWidth: 1, minimum: 2 })).toThrow("minimum 2");
    expect(() => precisionOf([], { halfWidth: 1, minimum: 30, maximum: 20 })).toThrow("maximum 20");
  });
});
