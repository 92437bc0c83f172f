/** Who gains and who loses: on a table of people made by hand, and on small councils. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  columnsFor,
  GAIN_MEASURES,
  type GainMeasure,
  LEAST,
  leastOf,
  measuresOf,
  PARTS,
} from "../../src/experiment/gain-measures.ts";
import { BREAKDOWNS, type GainRow, gainsOf, gatherGains, type PeopleOfRun } from "../../src/experiment/gains.ts";
import { simulate } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

interface Person {
  readonly person: number;
  readonly life: number;
  readonly group?: number;
  readonly fifth?: number;
  readonly zone?: number;
  readonly funding?: number;
  readonly entered?: number;
  readonly left?: number;
  readonly assessed?: number;
  readonly need?: number;
  readonly bought?: number;
  readonly charge?: number;
  readonly topUp?: number;
}

const USUAL = {
  group: 0,
  fifth: 1,
  zone: 0,
  funding: 5,
  entered: 0,
  left: 1_000_000,
  assessed: 600,
  need: 600,
  bought: 600,
  charge: 0,
  topUp: 0,
};

/** A run of 50 weeks with these people; quality of life in points. */
function runOf(people: readonly Person[], seed = "1"): PeopleOfRun {
  const rows = people.map((each) => ({ ...USUAL, ...each, life: Math.round(each.life * 100) }));
  const names = ["person", "life", ...Object.keys(USUAL)] as (keyof (typeof rows)[number])[];
  const columns = names.map((name) => ({
    name,
    unit: "",
    sentence: "",
    values: Int32Array.from(rows, (row) => row[name]),
  }));
  return { seed, weeks: 50, people: columns };
}

const rowsBy = (rows: readonly GainRow[], by: GainRow["by"]) => rows.filter((row) => row.by === by);

describe("who gains and who loses, by hand", () => {
  /** Twelve people; of the poorest six everybody loses two points, of the richest six everybody gains one. */
  const before = Array.from({ length: 12 }, (_, index) => ({
    person: index + 1,
    life: 15,
    fifth: index < 6 ? 1 : 5,
    zone: index % 2,
  }));
  const after = before.map((each) => ({ ...each, life: each.fifth === 1 ? 13 : 16 }));

  test("a mean hides a loss that the fifths show", () => {
    const twice = [1, 2].map((seed) => ({ first: runOf(before, String(seed)), second: runOf(after, String(seed)) }));
    const { rows, unit, seeds } = gainsOf(twice, "life");
    expect({ unit, seeds }).toEqual({ unit: "points", seeds: 2 });
    const [everybody] = rowsBy(rows, "everybody");
    expect(everybody).toMatchObject({
      people: 24,
      mean: -0.5,
      low: -0.5,
      high: -0.5,
      higher: 0.5,
      lower: 0.5,
      same: 0,
    });
    expect(everybody.quantiles).toEqual([-2, -2, -0.5, 1, 1]);
    expect(rowsBy(rows, "fifth").map(({ label, mean, lower, people }) => ({ label, mean, lower, people }))).toEqual([
      { label: "poorest fifth of incomes within the group", mean: -2, lower: 1, people: 12 },
      { label: "richest fifth of incomes within the group", mean: 1, lower: 0, people: 12 },
    ]);
    expect(rowsBy(rows, "zone").map(({ label, mean }) => ({ label, mean }))).toEqual([
      { label: "zone 1", mean: -0.5 },
      { label: "zone 2", mean: -0.5 },
    ]);
    expect(rowsBy(rows, "route").map(({ label }) => label)).toEqual(["a direct payment"]);
    expect(rowsBy(rows, "group").map(({ label }) => label)).toHaveLength(1);
  });

  test("nothing is said of fewer than ten people, and of few in a run it is said that it is luck", () => {
    const once = gainsOf([{ first: runOf(before), second: runOf(after) }], "life").rows;
    const [everybody] = rowsBy(once, "everybody");
    expect(everybody).toMatchObject({ isWithheld: false, warning: "", people: 12 });
    for (const row of rowsBy(once, "fifth")) {
      expect(row).toMatchObject({ isWithheld: true, people: 6, warning: "fewer than 10 people: figures withheld" });
      expect([row.mean, row.lower, ...row.quantiles].every(Number.isNaN)).toBe(true);
    }
    const twice = [1, 2].map((seed) => ({ first: runOf(before, String(seed)), second: runOf(after, String(seed)) }));
    const few = rowsBy(gainsOf(twice, "life").rows, "fifth");
    expect(few.map(({ warning }) => warning)).toEqual(
      Array(2).fill("fewer than 10 people a run: much of this is luck"),
    );
  });

  test("people whom one run has alone are counted and not compared; the first run says which kind somebody is", () => {
    const first = before.concat({ person: 90, life: 3, fifth: 5, zone: 0 });
    const second = after
      .map((each) => ({ ...each, funding: 3 }))
      .concat({ person: 91, life: 24, fifth: 1, zone: 0, funding: 3 });
    const { rows } = gainsOf([{ first: runOf(first), second: runOf(second) }], "life");
    expect(rowsBy(rows, "everybody")[0]).toMatchObject({ people: 12, onlyFirst: 1, onlySecond: 1, mean: -0.5 });
    expect(rowsBy(rows, "route").map(({ label, people, onlySecond }) => ({ label, people, onlySecond }))).toEqual([
      { label: "a personal budget that the council manages", people: 0, onlySecond: 1 },
      { label: "a direct payment", people: 12, onlySecond: 0 },
    ]);
  });

  test("who differs by less than the least that counts is unchanged, in the mean all the same", () => {
    const at = (difference: number) => before.map((each) => ({ ...each, life: each.life + difference }));
    const counted = (difference: number) => {
      const { rows, least } = gainsOf([{ first: runOf(before), second: runOf(at(difference)) }], "life");
      const { higher, lower, unchanged, same, mean } = rows[0];
      return { least, higher, lower, unchanged, same, mean };
    };
    expect(counted(0.04)).toEqual({ least: 0.05, higher: 0, lower: 0, unchanged: 1, same: 0, mean: 0.04 });
    expect(counted(-0.04)).toEqual({ least: 0.05, higher: 0, lower: 0, unchanged: 1, same: 0, mean: -0.04 });
    expect(counted(0.05)).toMatchObject({ higher: 1, lower: 0, unchanged: 0, mean: 0.05 });
    expect(counted(-0.05)).toMatchObject({ higher: 0, lower: 1, unchanged: 0, mean: -0.05 });
    expect(counted(0)).toMatchObject({ higher: 0, lower: 0, unchanged: 1, same: 1, mean: 0 });
  });

  test("what counts is more than one unit of the table, unless a unit is a whole week, and is said in words", () => {
    for (const measure of Object.keys(GAIN_MEASURES) as GainMeasure[]) {
      const { parts, text, reason } = LEAST[measure];
      expect(parts).toBeGreaterThanOrEqual(measure === "weeks" ? 1 : 2);
      expect(leastOf(measure)).toBe(parts / PARTS[measure]);
      expect(text).toMatch(/week|0\.05 points/);
      expect(reason).not.toBe("");
    }
  });

  test("hours and weeks: who is still there at the end counts to the end", () => {
    const more = before.map((each) => ({ ...each, assessed: 660, left: each.person === 1 ? 40 : 1_000_000 }));
    const pair = { first: runOf(before), second: runOf(more) };
    expect(gainsOf([pair], "support").rows[0].mean).toBe(1);
    expect(gainsOf([pair], "weeks").rows[0]).toMatchObject({ mean: -10 / 12, lower: 1 / 12, same: 11 / 12 });
  });

  test("hours short of need are never fewer than none, and money is in pounds", () => {
    const costly = before.map((each) => ({ ...each, need: 660, bought: 480, charge: 1_250, topUp: 305 }));
    const rich = before.map((each) => ({ ...each, bought: 900, charge: 1_000 }));
    const mean = (second: readonly Person[], measure: "short" | "topUp" | "charge"): number =>
      gainsOf([{ first: runOf(before), second: runOf(second) }], measure).rows[0].mean;
    expect([mean(costly, "short"), mean(costly, "topUp"), mean(costly, "charge")]).toEqual([3, 3.05, 12.5]);
    expect([mean(rich, "short"), mean(rich, "topUp"), mean(rich, "charge")]).toEqual([0, 0, 10]);
  });

  test("several measures at once say what each says alone", () => {
    const pair = { first: runOf(before), second: runOf(after.map((each) => ({ ...each, bought: 500, topUp: 90 }))) };
    const gathering = gatherGains(["topUp", "life", "short"]);
    gathering.add(pair);
    expect(gathering.finish()).toEqual((["topUp", "life", "short"] as const).map((each) => gainsOf([pair], each)));
  });

  test("tables that lack a column answer the other measures", () => {
    const all = runOf(before).people.map(({ name }) => name);
    expect(measuresOf(all)).toEqual(Object.keys(GAIN_MEASURES));
    expect(measuresOf(all.filter((name) => name !== "bought" && name !== "topUp"))).toEqual([
      "life",
      "charge",
      "support",
      "weeks",
    ]);
    for (const measure of measuresOf(all)) expect(measuresOf(columnsFor([measure]))).toContain(measure);
  });

  test("changing sides changes signs, and storage order does not matter", () => {
    const people = fc.uniqueArray(
      fc.record({
        person: fc.integer({ min: 1, max: 40 }),
        life: fc.integer({ min: 0, max: 24 }),
        fifth: fc.integer({ min: 1, max: 5 }),
      }),
      { selector: ({ person }) => person, minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(people, people, (one, other) => {
        const kinds = new Map([...other, ...one].map(({ person, fifth }) => [person, fifth]));
        const [first, second] = [one, other].map((all) =>
          all.map((each) => ({ ...each, fifth: kinds.get(each.person) ?? 1 })),
        );
        const there = gainsOf([{ first: runOf(first), second: runOf(second) }], "life").rows;
        const back = gainsOf([{ first: runOf(second), second: runOf([...first].reverse()) }], "life").rows;
        for (const row of there) {
          const its = back.find(({ by, label }) => by === row.by && label === row.label);
          expect(its).toMatchObject({ people: row.people, onlyFirst: row.onlySecond, onlySecond: row.onlyFirst });
          if (row.isWithheld) continue;
          expect(its?.mean).toBeCloseTo(-row.mean, 9);
          expect(its?.higher).toBe(row.lower);
          expect(its?.quantiles[0]).toBeCloseTo(-row.quantiles[4], 9);
        }
      }),
    );
  });

  test("who had left before anything differed is in no figure, who left in that week is", () => {
    const gone = (people: typeof before) =>
      people.map((each, row) => ({ ...each, left: row < 2 ? 19 : row === 2 ? 20 : 1_000_000, zone: row < 2 ? 5 : 0 }));
    // The two who had left are the same in both runs, as nothing differed while they were there.
    const second = gone(after).map((each, row) => (row < 2 ? { ...each, life: before[row].life } : each));
    const pair = { first: runOf(gone(before)), second: runOf(second) };
    const found = gainsOf([{ ...pair, since: 20 }], "life");
    expect(found.leftBefore).toBe(2);
    expect(found.rows[0]).toMatchObject({ by: "everybody", people: 10, lower: 0.4, higher: 0.6, same: 0 });
    // Nothing stands of a group in which all had left.
    expect(rowsBy(found.rows, "zone").map(({ label }) => label)).toEqual(["zone 1"]);
    const all = gainsOf([pair], "life");
    expect(all.leftBefore).toBe(0);
    expect(all.rows[0]).toMatchObject({ people: 12, lower: 4 / 12, higher: 0.5, same: 2 / 12 });
    expect(gainsOf([{ ...pair, since: 40 }], "life").rows[0].people).toBe(9);
  });

  test("of nobody who could be reached everybody is withheld, and nothing else is said", () => {
    const gone = before.map((each) => ({ ...each, left: 3 }));
    const { rows, leftBefore } = gainsOf([{ first: runOf(gone), second: runOf(gone), since: 10 }], "life");
    expect(leftBefore).toBe(12);
    expect(rows.map(({ by, people, isWithheld }) => [by, people, isWithheld])).toEqual([["everybody", 0, true]]);
  });

  test("refuses nothing, other seeds, other lengths, and tables that lack a column", () => {
    const longer = { ...runOf(after), weeks: 51 };
    expect(() => gainsOf([{ first: runOf(before), second: longer }], "life")).toThrow("50 and 51 weeks");
    expect(() => gainsOf([], "life")).toThrow("one pair of runs or more");
    expect(() => gainsOf([{ first: runOf(before, "1"), second: runOf(after, "2") }], "life")).toThrow("seeds 1 and 2");
    const bare = { ...runOf(before), people: runOf(before).people.filter(({ name }) => name !== "fifth") };
    expect(() => gainsOf([{ first: bare, second: bare }], "life")).toThrow('have no column "fifth"');
  });
});

describe("who gains and who loses, in small councils", () => {
  const council = (passThrough: number) =>
    scenarioFrom(
      smallCouncil({
        weeks: 60,
        changes: [
          {
            from: "2015-04-06",
            set: { "framework.feePassThrough": passThrough, "directPayment.rateShare": passThrough },
          },
        ],
      }),
    );

  test("identical policies give exactly zero everywhere", () => {
    const run = simulate(council(1), "1");
    for (const measure of measuresOf(run.people.map(({ name }) => name))) {
      const { rows } = gainsOf([{ first: run, second: simulate(council(1), "1") }], measure);
      expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(BREAKDOWNS));
      for (const row of rows) {
        expect(row).toMatchObject({ onlyFirst: 0, onlySecond: 0 });
        if (row.isWithheld) continue;
        expect(row).toMatchObject({ mean: 0, higher: 0, lower: 0, unchanged: 1, same: 1, quantiles: [0, 0, 0, 0, 0] });
      }
      expect(rows.filter(({ isWithheld }) => !isWithheld).length).toBeGreaterThan(8);
    }
  });

  test("what a person lacks and pays is what the week left, for who stays and for who leaves", () => {
    const run = simulate(council(1), "1");
    const column = (name: string): ArrayLike<number> => run.people.find((each) => each.name === name)?.values ?? [];
    const [left, need, bought, charge, topUp] = ["left", "need", "bought", "charge", "topUp"].map(column);
    const rows = Array.from(left, (week, row) => ({ isGone: week < run.weeks, row }));
    for (const isGone of [true, false]) {
      const own = rows.filter((each) => each.isGone === isGone).map(({ row }) => row);
      expect(own.length).toBeGreaterThan(10);
      // Who leaves had care to the last: it is noted before it ends.
      const served = own.filter((row) => bought[row] > 0).length;
      expect(served / own.length).toBeGreaterThan(0.5);
      for (const row of own) {
        for (const value of [need[row], bought[row], charge[row], topUp[row]]) {
          expect(Number.isInteger(value) && value >= 0).toBe(true);
        }
      }
    }
    expect(Array.from(topUp).some((pence) => pence > 0)).toBe(true);
    expect(Array.from(charge).some((pence) => pence > 0)).toBe(true);
  });

  test("every person is in one row of each breakdown, once, and another policy reaches some", () => {
    const seeds = ["1", "2"];
    const pairs = seeds.map((seed) => ({ first: simulate(council(1), seed), second: simulate(council(0.5), seed) }));
    for (const { first } of pairs) {
      const keys = first.people[0].values;
      expect(new Set(keys).size).toBe(keys.length);
    }
    const { rows } = gainsOf(pairs, "life");
    const [everybody] = rowsBy(rows, "everybody");
    const inFirst = pairs.reduce((sum, { first }) => sum + first.people[0].values.length, 0);
    expect(everybody.people + everybody.onlyFirst).toBe(inFirst);
    for (const by of BREAKDOWNS) {
      expect(rowsBy(rows, by).reduce((sum, { people }) => sum + people, 0)).toBe(everybody.people);
    }
    expect(everybody.higher + everybody.lower + everybody.unchanged).toBeCloseTo(1, 12);
    expect(everybody.same).toBeLessThanOrEqual(everybody.unchanged);
    expect(everybody.lower).toBeGreaterThan(0);
    expect(everybody.low).toBeLessThan(everybody.mean);
    const fifths = rowsBy(rows, "fifth").map(({ people }) => people / everybody.people);
    expect(fifths).toHaveLength(5);
    for (const share of fifths) expect(Math.abs(share - 0.2)).toBeLessThan(0.12);
  });
});
