/** Every declared number says where it comes from, and what it names exists. */
import { describe, expect, test } from "vitest";
import { leaves, measures, PHASES } from "../../src/simulation/index.ts";

const keys = measures.map(({ key }) => key);

describe("the registry of parameters", () => {
  test("gives each an evidence id or says that it is an assumption", () => {
    const bare = leaves.filter(({ evidence }) => !/\bE\d-\d{3}\b/.test(evidence) && !evidence.includes("assumption"));
    expect(bare.map(({ path }) => path)).toEqual([]);
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
