/** Scenario discovery on made cases whose boxes are known. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latinHypercube, sobolSequence } from "../../src/experiment/designs/index.ts";
import { type Column, prim, type PrimOptions } from "../../src/experiment/sensitivity/index.ts";
import { binomialTail } from "../../src/experiment/sensitivity/prim-box.ts";
import { openDraws } from "../../src/kernel/index.ts";

const NAMES = ["growth", "turnover", "take-up", "inflation", "delay"];
const POINTS = sobolSequence({ points: 1024, dimensions: 5, scramble: "owen", seed: "prim" });
const COLUMNS: readonly Column[] = NAMES.map((name, axis) => ({ name, values: POINTS.map((row) => row[axis]) }));
const isInside = ([x, y]: readonly number[]): boolean => x > 0.6 && y < 0.4;

/** The limits by name. */
const limits = (columns: readonly Column[], isInteresting: readonly boolean[], options?: PrimOptions) =>
  Object.fromEntries(
    prim(columns, isInteresting, options).boxes[0].restrictions.map(({ limit }) => [limit.name, limit]),
  );

describe("scenario discovery", () => {
  test("finds a box that is there, and restricts nothing else", () => {
    const { boxes, interesting, rows } = prim(COLUMNS, POINTS.map(isInside));
    const [{ coverage, density, support, restrictions, isDense }] = boxes;
    expect({ isDense, rows }).toEqual({ isDense: true, rows: 1024 });
    expect(interesting / rows).toBeCloseTo(0.16, 2);
    expect(restrictions.map(({ limit }) => limit.name).sort((a, b) => (a < b ? -1 : 1))).toEqual([
      "growth",
      "turnover",
    ]);
    // A box as dense as was asked for may be a slice too large.
    expect(density).toBeGreaterThanOrEqual(0.8);
    expect(coverage).toBeGreaterThan(0.97);
    expect(support).toBeCloseTo((coverage * interesting) / density / rows, 12);
    for (const { quasiP, densityWithout, coverageWithout } of restrictions) {
      expect(quasiP).toBeLessThan(1e-10);
      expect(densityWithout).toBeLessThan(0.45);
      expect(coverageWithout).toBeGreaterThanOrEqual(coverage);
    }
  });

  test("finds its ends exactly where nothing but the box itself will do", () => {
    const found = limits(COLUMNS, POINTS.map(isInside), { density: 1 });
    const within = POINTS.filter(isInside);
    expect(found["growth"]).toMatchObject({ from: Math.min(...within.map(([x]) => x)) });
    expect(found["turnover"]).toMatchObject({ to: Math.max(...within.map(([, y]) => y)) });
    const [box] = prim(COLUMNS, POINTS.map(isInside), { density: 1 }).boxes;
    expect(box).toMatchObject({ coverage: 1, density: 1 });
  });

  test("reports no box that one on its path beats at no cost: of boxes that cover as much, the densest", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const rows = latinHypercube({ points: 256, dimensions: 5, seed: String(seed) });
      const columns = NAMES.map((name, axis) => ({ name, values: rows.map((row) => row[axis]) }));
      const [box] = prim(
        columns,
        rows.map(([x, y]) => x > 0.6 && y < 0.5),
      ).boxes;
      const better = box.path.filter(({ coverage, density }) => coverage >= box.coverage && density > box.density);
      expect([seed, better]).toEqual([seed, []]);
    }
  });

  test("still finds it among noise, and tells the restrictions that are not to be believed", () => {
    const draws = openDraws("noise", ["test.noise"])["test.noise"];
    const noisy = POINTS.map((row, place) => (draws.uniform(place) < 0.1 ? !isInside(row) : isInside(row)));
    const [box] = prim(COLUMNS, noisy, { density: 0.85 }).boxes;
    expect(box.density).toBeGreaterThanOrEqual(0.85);
    const believed = box.restrictions.filter(({ quasiP }) => quasiP < 0.001).map(({ limit }) => limit);
    const byName = Object.fromEntries(believed.map((limit) => [limit.name, limit]));
    expect(Object.keys(byName).sort((a, b) => (a < b ? -1 : 1))).toEqual(["growth", "turnover"]);
    expect((byName["growth"] as { from: number }).from).toBeCloseTo(0.6, 1);
    expect((byName["turnover"] as { to: number }).to).toBeCloseTo(0.4, 1);
  });

  test("finds alternatives and lists of few values", () => {
    const points = latinHypercube({ points: 600, dimensions: 3, seed: "lists" });
    const rule = points.map(([u]) => ["pass-through", "floor", "efficiency"][Math.floor(u * 3)]);
    const wage = points.map(([, u]) => [7.2, 7.7, 8.2, 8.7][Math.floor(u * 4)]);
    const other = points.map((row) => row[2]);
    const fails = rule.map((each, place) => each !== "floor" && wage[place] >= 8.2);
    const columns = [
      { name: "rule", values: rule },
      { name: "wage", values: wage },
      { name: "other", values: other },
    ];
    const found = limits(columns, fails, { density: 1 });
    expect(found).toEqual({
      rule: { name: "rule", kept: ["efficiency", "pass-through"] },
      wage: { name: "wage", from: 8.2, to: 8.7 },
    });
  });

  test("finds two boxes one after the other, and stops where nothing dense is left", () => {
    const far = ([x, y]: readonly number[]): boolean => x < 0.25 && y > 0.7;
    const found = prim(
      COLUMNS,
      POINTS.map((row) => isInside(row) || far(row)),
      { boxes: 4, density: 0.9 },
    );
    expect(found.boxes).toHaveLength(2);
    expect(found.together.coverage).toBeGreaterThan(0.95);
    expect(found.together.density).toBeGreaterThanOrEqual(0.9);
    expect(found.together.coverage).toBeCloseTo(found.boxes[0].coverage + found.boxes[1].coverage, 2);
  });

  test("in noise alone no box is dense, and it is said so", () => {
    const draws = openDraws("dice", ["test.noise"])["test.noise"];
    const [box] = prim(
      COLUMNS,
      POINTS.map((_, place) => draws.uniform(place) < 0.2),
      { boxes: 3 },
    ).boxes;
    expect(box.isDense).toBe(false);
    expect(box.density).toBeLessThan(0.6);
  });

  test("the path runs from everything to the densest, and every figure is a recount", () => {
    const choice = fc.record({
      axis: fc.constantFrom(0, 1, 2),
      edge: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
      slice: fc.constantFrom(0.05, 0.1, 0.3),
      support: fc.constantFrom(0.02, 0.1),
    });
    fc.assert(
      fc.property(choice, ({ axis, edge, slice, support }) => {
        const rows = POINTS.slice(0, 128);
        const columns = COLUMNS.slice(0, 3).map(({ name, values }) => ({ name, values: values.slice(0, 128) }));
        const marks = rows.map((row, place) => row[axis] > edge !== (place % 7 === 0));
        const [box] = prim(columns, marks, { slice, support }).boxes;
        const recount = rows.flatMap((row, place) =>
          box.restrictions.every(({ limit }) => {
            const value = row[NAMES.indexOf(limit.name)];
            return "from" in limit && value >= limit.from && value <= limit.to;
          })
            ? [place]
            : [],
        );
        expect(box.rows).toBe(recount.length);
        expect(box.interesting).toBe(recount.filter((place) => marks[place]).length);
        expect(box.path[0]).toMatchObject({ support: 1, coverage: 1, limits: [] });
        for (const [step, next] of box.path.slice(1).entries()) expect(next.rows).toBeLessThan(box.path[step].rows);
        expect(Math.min(...box.path.map((each) => each.rows))).toBeGreaterThanOrEqual(Math.ceil(support * 128));
      }),
    );
  });

  test("binomial tails are those of the tables", () => {
    expect(binomialTail(10, 8, 0.5)).toBeCloseTo(56 / 1024, 12);
    expect(binomialTail(5, 0, 0.3)).toBe(1);
    expect(binomialTail(5, 5, 0.1)).toBeCloseTo(1e-5, 15);
    expect(binomialTail(20_000, 10_000, 0.5)).toBeCloseTo(0.5 + 0.5 * 0.00564, 3);
    expect([binomialTail(3, 4, 0.5), binomialTail(3, 1, 0), binomialTail(3, 3, 1)]).toEqual([0, 0, 1]);
  });

  test("refuses what cannot be told apart, does not fit, or cannot be meant", () => {
    const column = { name: "a", values: [1, 2] };
    expect(() => prim([column], [true, true])).toThrow("every row of 2 is interesting");
    expect(() => prim([column], [false, false])).toThrow("no row of 2 is interesting");
    expect(() => prim([column], [true])).toThrow("values of a: 2 are given; there are 1 rows");
    expect(() => prim([], [])).toThrow("one axis or more");
    expect(() => prim([column], [true, false], { slice: 0 })).toThrow("slice 0: allowed is a share");
    expect(() => prim([column], [true, false], { boxes: 0 })).toThrow("boxes 0");
    expect(() => prim([{ name: "a", values: [1, Number.NaN] }], [true, false])).toThrow("NaN in row 1");
    const [still] = prim([{ name: "a", values: [3, 3] }], [true, false]).boxes;
    expect(still).toMatchObject({ isDense: false, coverage: 1, density: 0.5, restrictions: [] });
  });
});

test("of boxes that are dense enough, the one that covers most is taken, not the densest", () => {
  // All rows over 90 matter, and three in four of those over 50: 10 + 30.
  const values = Array.from({ length: 100 }, (_, row) => row + 1);
  const matters = values.map((value) => value > 90 || (value > 50 && value % 4 !== 0));
  expect(matters.filter(Boolean)).toHaveLength(40);
  const [box] = prim([{ name: "axis", values }], matters, { density: 0.7 }).boxes;
  expect([box.isDense, box.coverage]).toEqual([true, 1]);
  expect(box.density).toBeLessThanOrEqual(0.8);
});
