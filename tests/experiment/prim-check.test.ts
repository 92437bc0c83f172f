/** Boxes tried on rows held out: a real one holds, one of noise does not, and rows that hang together stay together. */
import { describe, expect, test } from "vitest";
import { latinHypercube } from "../../src/experiment/designs/index.ts";
import { type BoxCheck, checkBox, type Column, prim } from "../../src/experiment/sensitivity/index.ts";
import { openDraws } from "../../src/kernel/index.ts";

interface Case {
  readonly points: readonly (readonly number[])[];
  readonly columns: readonly Column[];
  /** A number between 0 and 1 for each row. */
  readonly luck: readonly number[];
}

function caseOf(name: string, rows: number, axes: number): Case {
  const points = latinHypercube({ points: rows, dimensions: axes, seed: name });
  const columns = Array.from({ length: axes }, (_, axis) => ({
    name: `x${axis}`,
    values: points.map((row) => row[axis]),
  }));
  const draws = openDraws(name, ["test.noise"])["test.noise"];
  return { points, columns, luck: points.map((_, row) => draws.uniform(row)) };
}

const check = (columns: readonly Column[], marks: readonly boolean[], groups?: readonly string[]): BoxCheck => {
  const found = checkBox(columns, marks, { seed: "check", ...(groups === undefined ? {} : { groups }) });
  if (found === undefined) throw new Error("nothing to check");
  return found;
};

const isInside = ([x, y]: readonly number[]): boolean => x > 0.6 && y < 0.4;

describe("a box that is there", () => {
  const { points, columns, luck } = caseOf("box", 400, 5);

  test("holds on rows held out, nearly as dense as where it was found", () => {
    const found = check(columns, points.map(isInside));
    expect(found).toMatchObject({ holds: true, boxes: 25 });
    expect(found.chance).toBeLessThan(1e-10);
    expect(found.overall).toBeCloseTo(0.16, 1);
    expect(found.density).toBeGreaterThan(0.75);
    expect(found.coverage).toBeGreaterThan(0.85);
    expect(Math.abs(found.densityFound - found.density)).toBeLessThan(0.1);
    expect(found.densityInterval.low).toBeLessThan(found.density);
    expect(found.densityInterval.high).toBeGreaterThan(found.density);
    expect(found.coverageInterval.high).toBeLessThanOrEqual(1);
  });

  test("is bounded by its two axes again and again, and no other bound helps", () => {
    const { axes } = check(columns, points.map(isInside));
    expect(axes).toHaveLength(5);
    expect(
      axes
        .slice(0, 2)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["x0", "x1"]);
    for (const { again, chance } of axes.slice(0, 2)) {
      expect(again).toBe(1);
      expect(chance).toBeLessThan(1e-6);
    }
    for (const { chance } of axes.slice(2)) expect(chance).toBeGreaterThan(0.05);
  });

  test("holds among noise, less dense than the search believed", () => {
    const found = check(
      columns,
      points.map((row, place) => isInside(row) !== luck[place] < 0.1),
    );
    expect(found.holds).toBe(true);
    expect(found.density).toBeLessThan(found.densityFound);
    expect(found.axes[0].chance).toBeLessThan(0.05);
  });

  test("is checked the same way every time, and another way with another seed", () => {
    const marks = points.map((row, place) => isInside(row) !== luck[place] < 0.1);
    expect(checkBox(columns, marks, { seed: "one" })).toEqual(checkBox(columns, marks, { seed: "one" }));
    expect(checkBox(columns, marks, { seed: "one" })?.density).not.toBe(
      checkBox(columns, marks, { seed: "two" })?.density,
    );
  });

  test("may be one of alternatives", () => {
    const rule = points.map(([u]) => ["low", "middle", "high"][Math.floor(u * 3)]);
    const named = [{ name: "rule", values: rule }, ...columns.slice(1)];
    const found = check(
      named,
      rule.map((each) => each === "middle"),
    );
    expect(found).toMatchObject({ holds: true, density: 1, coverage: 1, densityFound: 1 });
    expect(found.axes[0]).toMatchObject({ name: "rule", again: 1 });
  });
});

describe("noise alone", () => {
  test("gives boxes that look telling where they were found, and do not hold", () => {
    let [telling, held] = [0, 0];
    for (let trial = 0; trial < 25; trial++) {
      const { columns, luck } = caseOf(`noise-${trial}`, 100, 6);
      const marks = luck.map((each) => each < 0.25);
      const found = check(columns, marks);
      if (found.holds) held += 1;
      if (prim(columns, marks).boxes[0].restrictions.some(({ quasiP }) => quasiP < 0.05)) telling += 1;
      // As dense as no box at all, more or less; where it was found it seemed far denser.
      expect(found.densityFound).toBeGreaterThan(0.5);
    }
    expect(telling).toBeGreaterThan(10);
    // One in twenty would be allowed.
    expect(held).toBeLessThanOrEqual(1);
  });

  test("is not taken for a box because a point is run with two policies: its rows are held out together", () => {
    const { luck } = caseOf("twins", 60, 1);
    const twice = <V>(values: readonly V[]): V[] => values.flatMap((value) => [value, value]);
    const marks = twice(luck).map((each) => each < 0.25);
    // Every place fails or not as chance will have it, under both policies: to know a place is to know its twin.
    const place = { name: "place", values: twice(luck.map((_, point) => `place ${point}`)) };
    const policy = { name: "policy", values: marks.map((_, row) => (row % 2 === 0 ? "none" : "some")) };
    expect(check([policy, place], marks)).toMatchObject({ holds: true });
    const groups = check([policy, place], marks, place.values);
    expect(groups.holds).toBe(false);
    expect(groups.chance).toBeGreaterThan(0.2);
  });

  test("is not more telling for being counted twice", () => {
    const { columns, luck } = caseOf("counted", 60, 3);
    const twice = <V>(values: readonly V[]): V[] => values.flatMap((value) => [value, value]);
    const marks = luck.map((each, row) => each < 0.15 || Number(columns[0].values[row]) > 0.8);
    const once = check(columns, marks);
    const doubled = check(
      columns.map(({ name, values }) => ({ name, values: twice(values) })),
      twice(marks),
      twice(marks.map((_, row) => `point ${row}`)),
    );
    expect(doubled.chance / once.chance).toBeGreaterThan(0.2);
    expect(doubled.chance / once.chance).toBeLessThan(5);
    // A search among twice as many rows cuts its slices elsewhere, and takes a slightly other box.
    expect(Math.abs(doubled.density - once.density)).toBeLessThan(0.1);
  });
});

describe("too few rows", () => {
  test("of either kind cannot be held back", () => {
    const { columns } = caseOf("few", 40, 2);
    const first = (count: number): boolean[] => columns[0].values.map((_, row) => row < count);
    expect(checkBox(columns, first(4), { seed: "few" })).toBeUndefined();
    expect(checkBox(columns, first(36), { seed: "few" })).toBeUndefined();
    expect(checkBox(columns, first(5), { seed: "few" })).toBeDefined();
  });
});
