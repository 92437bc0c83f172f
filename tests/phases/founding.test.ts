/** The founding: other seeds find other people, and the same seed the same. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lookupAmong, resolveOrThrow, start } from "../../src/simulation/index.ts";

const text = readFileSync(new URL("../../scenarios/baseline.yaml", import.meta.url), "utf8");
const { scenario } = resolveOrThrow({
  entry: { name: "baseline.yaml", text },
  lookup: lookupAmong({}, {}),
  set: ["size.scale=0.02"],
});

function foundersOf(seed: string) {
  const { people, providers, workers } = start(scenario, seed).world;
  return {
    taste: [...people.columns.taste.subarray(0, people.rows)],
    need: [...people.columns.need.subarray(0, people.rows)],
    wage: [...providers.columns.wage.subarray(0, providers.rows)],
    usual: [...workers.columns.usual.subarray(0, workers.rows)],
  };
}

describe("founding", () => {
  test("differs between seeds in people, providers and workers", () => {
    const [one, two] = [foundersOf("1"), foundersOf("2")];
    for (const kind of ["taste", "need", "wage", "usual"] as const) expect(one[kind]).not.toEqual(two[kind]);
  });

  test("is the same for the same seed", () => {
    expect(foundersOf("zebra")).toEqual(foundersOf("zebra"));
  });
});
