/** The Pareto set over several measures. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Direction, paretoSet } from "../../src/experiment/pareto.ts";

describe("the Pareto set", () => {
  test("a worked example: quality of life against spending", () => {
    const arms = [
      [60, 10],
      [62, 12],
      [61, 12],
      [59, 11],
      [62, 12],
      [70, Number.NaN],
    ];
    expect(paretoSet(arms, ["more", "less"])).toEqual([0, 1, 4]);
    expect(paretoSet(arms, ["more", "more"])).toEqual([1, 4]);
    expect(paretoSet(arms, ["less", "less"])).toEqual([0, 3]);
  });

  test("nobody in it is beaten by anybody, and everybody outside is beaten by one inside", () => {
    const directions = fc.array(fc.constantFrom("more", "less" as const), { minLength: 1, maxLength: 4 });
    const cases = directions.chain((ways) =>
      fc.tuple(
        fc.constant(ways),
        fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: ways.length, maxLength: ways.length }), {
          maxLength: 30,
        }),
      ),
    );
    const beats = (one: readonly number[], other: readonly number[], ways: readonly Direction[]): boolean => {
      const gains = ways.map((way, index) => (way === "more" ? 1 : -1) * (one[index] - other[index]));
      return gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0);
    };
    fc.assert(
      fc.property(cases, ([ways, rows]) => {
        const inside = paretoSet(rows, ways);
        for (const [place, row] of rows.entries()) {
          if (inside.includes(place)) expect(rows.some((other) => beats(other, row, ways))).toBe(false);
          else expect(inside.some((other) => beats(rows[other], row, ways))).toBe(true);
        }
      }),
    );
  });

  test("refuses rows that do not fit, and has nothing of nothing", () => {
    expect(paretoSet([], ["more"])).toEqual([]);
    expect(() => paretoSet([[1], [1, 2]], ["more"])).toThrow("row 1 has 2 values; there are 1 measures");
    expect(() => paretoSet([], [])).toThrow("one measure or more");
  });
});
