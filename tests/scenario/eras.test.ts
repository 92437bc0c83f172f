/** Weeks and the parameters in force: each value from the first Monday on or after its date, and never before. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysFromIso, isoFromDays, mondayOnOrAfter } from "../../src/kernel/calendar.ts";
import { GROUPS, leaves, subjects, toEngineUnit } from "../../src/model/levers/index.ts";
import { compileEras, compileErasOf, type Eras } from "../../src/simulation/eras.ts";
import { lookupAmong, resolveOrThrow, type ResolvedScenario } from "../../src/simulation/scenario/index.ts";
import { fileOf, layer, PLAIN } from "../support/scenario-arbitrary.ts";
import { START } from "../support/scenario-message.ts";
import { testLeaves, testSubjects } from "../support/scenario-registry.ts";
import { resolved } from "../support/scenario-resolve.ts";

interface TestEra {
  readonly [subject: string]: { readonly [name: string]: number | string | Float64Array };
}

const compile = (text: string): Eras<TestEra> => compileErasOf<TestEra>(testSubjects, resolved(text).scenario);

const SHORT = `${START}weeks: 10\nburnInWeeks: 3\n`;

describe("eras", () => {
  it("begin on the first Monday on or after a change, counted from the first week of burn-in", () => {
    const { eras, eraOfWeek } = compile(
      `${SHORT}set: { wages.floor: 1 }
changes:
  - { from: 2010-04-19, set: { wages.floor: 2 } }
  - { from: 2010-05-04, set: { wages.floor: 3 } }
  - { from: 2010-05-10, set: { framework.providers: 7 } }
`,
    );
    expect([...eraOfWeek]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2]);
    expect(eras.map((era) => [era["wages"]["floor"], era["framework"]["providers"]].join(" "))).toEqual([
      "100 12",
      "200 12",
      "300 7",
    ]);
  });

  it("give burn-in what is in force on the start date", () => {
    const { eras, eraOfWeek } = compile(`${SHORT}changes: [{ from: 2010-04-05, set: { wages.floor: 9 } }]\n`);
    expect(eras).toHaveLength(1);
    expect(eras[0]["wages"]["floor"]).toBe(900);
    expect([...eraOfWeek]).toEqual(Array.from({ length: 13 }, () => 0));
  });

  it("let the later of two changes in one week win", () => {
    const { eras } = compile(
      `${SHORT}set: { wages.floor: 1 }\nchanges: [{ from: 2010-04-15, set: { wages.floor: 3 } }, { from: 2010-04-13, set: { wages.floor: 2 } }]\n`,
    );
    expect(eras.map((era) => era["wages"]["floor"])).toEqual([100, 300]);
  });

  it("hold by-group levers as arrays of four, in the order of the groups", () => {
    const { eras } = compile(`${SHORT}changes: [{ from: 2010-04-19, set: { budgets.rate.learning: 30 } }]\n`);
    expect(eras.map((era) => era["budgets"]["rate"])).toEqual([
      Float64Array.of(900, 1000, 1100, 1200),
      Float64Array.of(900, 1000, 3000, 1200),
    ]);
  });

  it("count money in pence, whatever a reader writes it in", () => {
    const { eras } = compile(`${SHORT}set: { wages.floor: 7.205, framework.change: 0.5 }\n`);
    expect([eras[0]["wages"]["floor"], eras[0]["framework"]["change"]]).toEqual([720.5, 0.5]);
  });

  it("are frozen and of one shape", () => {
    const { eras } = compile(`${SHORT}changes: [{ from: 2010-04-19, set: { wages.floor: 2 } }]\n`);
    const shapes = eras.map((era) => Object.entries(era).map(([subject, rows]) => [subject, Object.keys(rows)]));
    expect(shapes[1]).toEqual(shapes[0]);
    for (const era of eras) {
      expect(Object.isFrozen(era)).toBe(true);
      expect(Object.values(era).every((rows) => Object.isFrozen(rows))).toBe(true);
    }
  });

  it("say what is missing rather than run without it", () => {
    const { scenario } = resolved(START);
    const broken: ResolvedScenario = { ...scenario, values: { ...scenario.values, "wages.floor": [] } };
    expect(() => compileErasOf(testSubjects, broken)).toThrow("the scenario says nothing about wages.floor");
  });

  it("give every week what the resolved path says", () => {
    let changes = 0;
    fc.assert(
      fc.property(layer, fc.nat(60), (model, burnInWeeks) => {
        const { scenario } = resolved(fileOf(model, PLAIN, { burnInWeeks: String(burnInWeeks) }));
        const { eras, eraOfWeek } = compileErasOf<TestEra>(testSubjects, scenario);
        expect(eraOfWeek).toHaveLength(burnInWeeks + scenario.weeks);
        changes += eras.length - 1;
        const start = daysFromIso(scenario.start);
        for (let week = 0; week < eraOfWeek.length; week += 7) {
          const monday = start + 7 * Math.max(0, week - burnInWeeks);
          for (const { path, unit } of testLeaves) {
            const steps = scenario.values[path].filter(
              ({ from }) => from === "" || mondayOnOrAfter(daysFromIso(from)) <= monday,
            );
            const said = steps.at(-1)?.value;
            const expected = typeof said === "number" ? toEngineUnit(unit, said) : said;
            expect(valueIn(eras[eraOfWeek[week]], path), `${path} on ${isoFromDays(monday)}`).toBe(expected);
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(changes).toBeGreaterThan(25);
  });
});

function valueIn(era: TestEra, path: string): number | string {
  const [subject, name, group] = path.split(".");
  const value = era[subject][name];
  return value instanceof Float64Array ? value[GROUPS.indexOf(group as (typeof GROUPS)[number])] : value;
}

describe("the model's own registry", () => {
  const { scenario } = resolveOrThrow({ entry: { name: "test.yaml", text: START }, lookup: lookupAmong({}) });

  it("resolves to a value for every leaf", () => {
    expect(Object.keys(scenario.values)).toEqual(leaves.map((leaf) => leaf.path));
    for (const { path } of leaves) expect(scenario.values[path].length, path).toBeGreaterThan(0);
  });

  it("dates its defaults in order, and has no choice of the name that means the default", () => {
    for (const leaf of leaves) {
      const days = leaf.default.map(({ from }) => (from === "" ? -Infinity : daysFromIso(from)));
      expect(days, leaf.path).toEqual([...new Set(days)].sort((left, right) => left - right));
      expect(days.some(Number.isNaN), leaf.path).toBe(false);
      expect(leaf.type === "choice" && leaf.choices.includes("default"), leaf.path).toBe(false);
    }
  });

  it("compiles to eras that hold every parameter", () => {
    const { eras, eraOfWeek } = compileEras(scenario);
    expect(eraOfWeek).toHaveLength(626);
    expect(eraOfWeek.at(-1)).toBe(eras.length - 1);
    for (const [subject, rows] of Object.entries(subjects)) {
      expect(Object.keys(eras[0][subject as keyof typeof subjects])).toEqual(Object.keys(rows));
    }
  });

  it("holds each default within its own range", () => {
    for (const leaf of leaves) {
      for (const { value } of scenario.values[leaf.path]) {
        const isRight =
          leaf.type === "choice"
            ? leaf.choices.includes(String(value))
            : Number(value) >= leaf.min && Number(value) <= leaf.max && (!leaf.integer || Number.isInteger(value));
        expect(isRight, `${leaf.path} = ${value}`).toBe(true);
      }
    }
  });
});
