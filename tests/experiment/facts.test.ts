/** The sixteen facts are those that were fixed beforehand, and say truly what went into them. */
import { describe, expect, it } from "vitest";
import { FACTS, partIds, type Basis } from "../../src/experiment/facts/index.ts";
import { subjects, type Parameter } from "../../src/model/levers/index.ts";
import { measures } from "../../src/model/measures/index.ts";
import { partOf, seriesOf } from "../support/facts-series.ts";

/** The list as it was fixed before any run: target and tolerance of each part, in order; tolerances of "±" kind. */
const FIXED: Readonly<Record<string, readonly (readonly [target: number, tolerance: number])[]>> = {
  C01: [[25, 3]],
  C02: [[88, 4]],
  C03: [[13.7, 0.6]],
  C04: [[-5, 3]],
  C05: [
    [1613, 0.1 * 1613],
    [825, 0.1 * 825],
  ],
  C06: [[12.4, 1]],
  C07: [188, 289, 106, 253].map((target) => [target, 0.15 * target] as const),
  C08: [[92, 2]],
  C09: [
    [52, 8],
    [50, 10],
  ],
  // From 10 to 17 %; entries at least as many as exits.
  C10: [
    [13.5, 3.5],
    [1, 0],
  ],
  C11: [
    [11, 2.5],
    [4, 2.5],
  ],
  C12: [
    [34, 5],
    [66.7, 8],
  ],
  C13: [
    [65, 5],
    [2.3, 0.2],
  ],
  C14: [
    [11, 3],
    [6, 3],
    [20, 3],
  ],
  C15: [
    [19.1, 0.4],
    [77, 4],
    [65, 4],
  ],
  C16: [
    [790, 0.15 * 790],
    [1.85, 0.3],
    [18, 5],
  ],
};

const SOURCES: Readonly<Record<string, string>> = {
  C01: "E5-010, E8-005",
  C02: "E8-004",
  C03: "E2-008",
  C04: "E2-003, E2-004, E2-005, E2-006, E1-046",
  C05: "E5-010, E5-013",
  C06: "E5-013",
  C07: "E2-053",
  C08: "E3-014",
  C09: "E3-002, E3-013",
  C10: "E3-003, E3-001",
  C11: "E4-016",
  C12: "E4-008, E4-012",
  C13: "E2-035, E2-039, E7-010",
  C14: "E5-027",
  C15: "E5-034, E5-038, E5-042",
  C16: "E4-035, E4-038, E4-039",
};

/** A parameter that cites a source of the fact for something else than this fact. */
const FOR_SOMETHING_ELSE = new Set([
  // C05 counts people; the hours of the same source are C06.
  "C05 demand.homeCareHours",
  "C05 demand.crisisRecovery",
  // An inflow of job-seekers for all of care; C16 only counts who stays.
  "C16 labour.seekersFromOutside",
]);

describe("the facts", () => {
  it("are C01 to C16, with targets, tolerances and sources as they were fixed", () => {
    expect(FACTS.map(({ id }) => id)).toEqual(Object.keys(FIXED));
    for (const { id, parts, source } of FACTS) {
      expect(source, id).toBe(SOURCES[id]);
      expect(parts.length, id).toBe(FIXED[id].length);
      for (const [index, [target, tolerance]] of FIXED[id].entries()) {
        expect(parts[index].target, id).toBe(target);
        expect(parts[index].tolerance, id).toBeCloseTo(tolerance, 9);
      }
    }
  });

  it("name their parts apart, say what they measure, and are judged as the list says", () => {
    const all = FACTS.flatMap((fact) => partIds(fact));
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain("C01");
    expect(all.filter((id) => id.startsWith("C07"))).toEqual(["C07a", "C07b", "C07c", "C07d"]);
    for (const id of all) for (const text of [partOf(id).label, partOf(id).unit]) expect(text, id).toMatch(/\S/);
    const special = all.filter((id) => partOf(id).judgedBy !== "median" || partOf(id).rule !== "within");
    expect(special).toEqual(["C10a", "C10b"]);
    expect(partOf("C10b")).toMatchObject({ rule: "at least", judgedBy: "mean" });
    expect(all.filter((id) => partOf(id).isCount)).toEqual(["C05a", "C05b", "C09a", "C16a"]);
  });

  it("read only measures that there are", () => {
    const keys = new Set(measures.map(({ key }) => key));
    const asked = new Set<string>();
    const zeros = seriesOf({ zero: () => 0 });
    const weekly = new Proxy({}, { get: (_, key) => (asked.add(String(key)), zeros.weekly["zero"]) });
    for (const fact of FACTS) {
      for (const { figure } of fact.parts) if (figure.from === "measures") figure.of({ ...zeros, weekly });
    }
    expect(asked.size).toBeGreaterThan(10);
    expect([...asked].filter((key) => !keys.has(key))).toEqual([]);
  });
});

describe("what went in", () => {
  const rowOf = (path: string): Parameter | undefined => {
    const [subject, name] = path.split(".");
    return (subjects as Readonly<Record<string, Readonly<Record<string, Parameter>>>>)[subject]?.[name];
  };
  const paths = (basis: Basis | undefined): readonly string[] => basis?.parameters ?? [];

  it("is said in words, with parameters that there are", () => {
    for (const { id, input, fitting } of FACTS) {
      for (const basis of [input, fitting]) {
        if (basis === undefined) continue;
        expect(basis.how, id).toMatch(/^\S.*[^.]$/);
        expect(basis.parameters.filter((path) => rowOf(path) === undefined)).toEqual([]);
      }
    }
  });

  it("is all that rests on the same sources: policy apart, every parameter that cites one is named", () => {
    const unnamed = FACTS.flatMap(({ id, source, input, fitting }) => {
      const named = new Set([...paths(input), ...paths(fitting)]);
      return Object.entries<Readonly<Record<string, Parameter>>>(subjects).flatMap(([subject, rows]) =>
        Object.entries(rows)
          .filter(([, row]) => row.kind !== "policy" && source.split(", ").some((each) => row.evidence.includes(each)))
          .map(([name]) => `${subject}.${name}`)
          .filter((path) => !named.has(path) && !FOR_SOMETHING_ELSE.has(`${id} ${path}`)),
      );
    });
    expect(unnamed).toEqual([]);
  });

  it("names every parameter that says itself that it was fitted to a source of a fact", () => {
    const cited = FACTS.flatMap(({ source }) => source.split(", "));
    const named = new Set(FACTS.flatMap(({ input, fitting }) => [...paths(input), ...paths(fitting)]));
    const fitted = Object.entries<Readonly<Record<string, Parameter>>>(subjects).flatMap(([subject, rows]) =>
      Object.entries(rows)
        .filter(([, { evidence }]) => evidence.includes("fitted") && cited.some((id) => evidence.includes(id)))
        .map(([name]) => `${subject}.${name}`),
    );
    expect(fitted.length).toBeGreaterThan(2);
    expect(fitted.filter((path) => !named.has(path))).toEqual([]);
  });
});
