/** Every declared number says where it comes from, and what it names exists. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { endsOf, rangeText, reasonOf, subjects, type Parameter } from "../../src/model/levers/index.ts";
import { evidenceOf, idsIn } from "../../src/report/evidence/index.ts";
import { leaves, measures, PHASES } from "../../src/simulation/index.ts";

const keys = measures.map(({ key }) => key);

describe("the registry of parameters", () => {
  test("gives each an evidence id or says that it is an assumption", () => {
    const bare = leaves.filter(({ evidence }) => !/\bE\d-\d{3}\b/.test(evidence) && !evidence.includes("assumption"));
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  /** What is no number to be wrong about: how large a council is simulated. */
  const NO_RANGE = new Set(["size.scale"]);

  test("gives each number that is judged a range, with the number inside", () => {
    const isJudged = ({ type, evidence, path }: (typeof leaves)[number]): boolean =>
      type === "number" && evidence.includes("assumption") && !NO_RANGE.has(path);
    expect(leaves.filter((leaf) => isJudged(leaf) && leaf.range === undefined).map(({ path }) => path)).toEqual([]);
    let inside = 0;
    for (const leaf of leaves) {
      if (leaf.range === undefined || leaf.type !== "number") continue;
      for (const { value } of leaf.default) {
        const [least, most] = endsOf(leaf.range, value, leaf);
        expect([leaf.path, least <= value && value <= most]).toEqual([leaf.path, true]);
        expect([leaf.path, leaf.min <= least && most <= leaf.max]).toEqual([leaf.path, true]);
        inside += 1;
      }
    }
    expect(inside).toBeGreaterThan(300);
    expect(leaves.filter(({ type, range }) => type === "choice" && range !== undefined)).toEqual([]);
  });

  test("gives a range to how agents respond, and to what nothing but a recollection holds up", () => {
    /** The best rating of what a text names: D where it names nothing. */
    const best = (text: string): string =>
      ["D", ...idsIn(text).map((id) => evidenceOf(id)?.confidence ?? "D")].sort().at(0) ?? "D";
    const open = leaves.filter(
      ({ kind, type, evidence, range }) =>
        type === "number" && range === undefined && (kind === "behaviour" || best(evidence) === "C"),
    );
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  test("takes least and most where one value is all there is, and a distance where there are many", () => {
    const rows = Object.values(subjects).flatMap((each) => Object.values<Parameter>(each));
    const many = rows.filter(({ type, default: steps }) => type === "group" || steps.length > 1);
    const differ = many.filter(
      ({ default: steps }) =>
        new Set(steps.flatMap(({ value }) => (typeof value === "object" ? value : [value]))).size > 1,
    );
    expect(differ.filter(({ range }) => Array.isArray(range)).map(({ label }) => label)).toEqual([]);
  });

  test("says a range in words, and finds its ends", () => {
    const bounds = { min: 0, max: 1, integer: false };
    expect([rangeText([0.1, 0.3]), rangeText({ by: 0.1 }), rangeText({ percent: 20 })]).toEqual([
      "0.1–0.3",
      "± 0.1",
      "± 20 %",
    ]);
    expect(endsOf([0.1, 0.3], 0.2, bounds)).toEqual([0.1, 0.3]);
    expect(endsOf({ by: 0.1 }, 0.2, bounds)).toEqual([0.1, 0.3]);
    expect(endsOf({ by: 0.1 }, 0.95, bounds)).toEqual([0.85, 1]);
    expect(endsOf({ percent: 20 }, 0.5, bounds)).toEqual([0.4, 0.6]);
    expect(endsOf({ percent: 20 }, -0.5, { ...bounds, min: -1 })).toEqual([-0.6, -0.4]);
    expect(endsOf({ percent: 25 }, 46, { min: 0, max: 100, integer: true })).toEqual([35, 58]);
    expect(reasonOf({ evidence: "E1-001; size an assumption", range: [1, 2] })).toBe(
      "E1-001; size an assumption; range 1–2",
    );
    expect(reasonOf({ evidence: "E1-001" })).toBe("E1-001");
  });

  test("holds no number that the model does not read", () => {
    const model = new URL("../../src/model/", import.meta.url);
    const files = readdirSync(model, { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".ts") && !file.startsWith("levers"),
    );
    const words = new Set(files.flatMap((file) => readFileSync(new URL(file, model), "utf8").match(/\w+/gu) ?? []));
    const names = Object.values(subjects).flatMap((each) => Object.keys(each));
    expect(names.filter((name) => !words.has(name))).toEqual([]);
  });

  test("gives each a unit, a label and a sentence, and paths once", () => {
    for (const { path, unit, label, sentence } of leaves) {
      expect([path, unit.length > 0, label.length > 0, sentence.endsWith(".")]).toEqual([path, true, true, true]);
    }
    expect(new Set(leaves.map(({ path }) => path)).size).toBe(leaves.length);
  });

  test("names as first-order measures only what is measured", () => {
    const named = leaves.flatMap(({ firstOrder }) => (firstOrder === undefined ? [] : [firstOrder.measure]));
    expect(named.filter((measure) => !keys.includes(measure))).toEqual([]);
    expect(named.length).toBeGreaterThan(40);
  });
});

describe("the catalogue of measures", () => {
  test("has each key once, and each phase moves one of them", () => {
    expect(new Set(keys).size).toBe(keys.length);
    expect(PHASES.map(({ moves }) => moves).filter((measure) => !keys.includes(measure))).toEqual([]);
  });
});
