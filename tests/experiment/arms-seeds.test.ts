/** The seeds that arms need: each by its own rule, the reference as many as the arm that needs most. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ArmsLook, armsPrecision } from "../../src/experiment/arms-seeds.ts";
import { pairedPrecision, type PrecisionGoal } from "../../src/experiment/seeds-needed.ts";
import { normalQuantile, openDraws } from "../../src/kernel/index.ts";

type ValueOf = (arm: number, seed: number) => number;

/** Runs seeds by the rule, as the command does; gives the last look and how many seeds each arm was run for. */
function follow(
  arms: number,
  reference: number,
  valueOf: ValueOf,
  goal: PrecisionGoal,
): { look: ArmsLook; runs: number[] } {
  const values: number[][] = Array.from({ length: arms }, () => []);
  const counterparts = values.map(() => reference);
  let look = armsPrecision(values, counterparts, goal);
  while (look.state === "more") {
    for (const [arm, own] of values.entries()) {
      while (own.length < look.next[arm]) own.push(valueOf(arm, own.length + 1));
    }
    look = armsPrecision(values, counterparts, goal);
  }
  return { look, runs: values.map((own) => own.length) };
}

/** Normal noise of an arm's own beside what all share, so much of it by arm. */
function noise(name: string, spread: readonly number[]): ValueOf {
  const draws = openDraws(name, ["test.noise"])["test.noise"];
  return (arm, seed) =>
    arm + 5 * normalQuantile(draws.uniform(seed, 0)) + spread[arm] * normalQuantile(draws.uniform(seed, arm + 1));
}

describe("the seeds that arms need", () => {
  test("are what each pair alone needs: no arm waits for another, none is run further than it must", () => {
    const spread = [0, 0.2, 1, 2];
    const goal = { halfWidth: 0.5 };
    const valueOf = noise("arms", spread);
    const { look, runs } = follow(4, 0, valueOf, goal);
    expect(look.state).toBe("reached");
    for (const arm of [1, 2, 3]) {
      const alone = follow(2, 0, (place, seed) => valueOf(place * arm, seed), goal);
      expect(look.arms[arm]).toEqual(alone.look.arms[1]);
      expect(runs[arm]).toBe(alone.runs[1]);
    }
    // (1.96 · 2 / 0.5)² = 61; the arm with least noise needs no more than the least.
    expect(runs[1]).toBe(20);
    expect(runs[3]).toBeGreaterThan(40);
    expect(runs[3]).toBeLessThan(90);
    expect(runs[0]).toBe(Math.max(...runs));
    expect(look.arms[0]).toBeUndefined();
  });

  test("pair an arm's seeds with the same seeds of the reference, wherever that stands", () => {
    const values = [
      [1, 2, 4],
      [10, 20, 30, 40],
      [11, 22, 33, 44],
    ];
    const look = armsPrecision(values, [1, 1, 1], { halfWidth: 100, minimum: 3 });
    expect(look.arms[0]).toEqual(pairedPrecision([10, 20, 30], [1, 2, 4], { halfWidth: 100, minimum: 3 }));
    expect(look.arms[0]?.mean).toBeCloseTo((-9 - 18 - 26) / 3, 12);
    expect(look.arms[2]?.mean).toBe(2.5);
    expect(() => armsPrecision(values, [0, 0, 0], { halfWidth: 1 })).toThrow("arm 1 has 4 seeds, and arm 0 only 3");
  });

  test("pair an arm with its own counterpart, which goes along with those held against it and no further", () => {
    const few = (from: number): number[] => Array.from({ length: 20 }, (_, seed) => from + (seed % 2));
    const values = [few(0), few(3), few(0), Array.from({ length: 20 }, (_, seed) => seed * 9)];
    const look = armsPrecision(values, [0, 0, 2, 2], { halfWidth: 5 });
    expect(look.arms.map((each) => each?.mean)).toEqual([undefined, 3, undefined, 85]);
    expect(look.next).toEqual([20, 20, look.next[3], look.arms[3]?.next]);
    expect(look.next[2]).toBeGreaterThan(20);
  });

  test("are those of levels where no arm is held against another", () => {
    const look = armsPrecision(
      [
        [1, 2, 3],
        [7, 7, 7],
      ],
      [0, 1],
      { halfWidth: 9, minimum: 3 },
    );
    expect(look.arms.map((each) => each?.mean)).toEqual([2, 7]);
  });

  test("of one arm alone are those of its level", () => {
    const { look, runs } = follow(1, 0, () => 7, { halfWidth: 1 });
    expect(look.arms[0]).toMatchObject({ state: "reached", mean: 7, seeds: 20 });
    expect(runs).toEqual([20]);
  });

  test("end: narrow in every arm, or said to be too wide, and never more than the most allowed", () => {
    const spreads = fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(spreads, fc.double({ min: 0.1, max: 10, noNaN: true }), fc.nat(4), (spread, halfWidth, place) => {
        const reference = place % spread.length;
        const { look, runs } = follow(spread.length, reference, noise("ends", spread), {
          halfWidth,
          minimum: 3,
          maximum: 40,
        });
        const others = look.arms.filter((each) => each !== undefined);
        expect(others).toHaveLength(spread.length - 1);
        expect(Math.max(...runs)).toBeLessThanOrEqual(40);
        expect(look.state).toBe(others.every((each) => each.halfWidth <= halfWidth) ? "reached" : "limit");
        for (const each of others) expect(each.halfWidth <= halfWidth || each.runs === 40).toBe(true);
      }),
    );
  });
});
