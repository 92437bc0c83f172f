/** Every scenario that is shipped says what it asks, resolves, and keeps the laws of every week in a small council. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lookupAmong, resolveOrThrow } from "../../src/simulation/index.ts";
import { expectLaws } from "../support/laws-extremes.ts";

const FOLDER = join(import.meta.dirname, "../../scenarios");
const textsIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => [name.replace(".yaml", ""), readFileSync(join(folder, name), "utf8")]),
  );

const scenarios = textsIn(FOLDER);
const councils = textsIn(join(FOLDER, "councils"));
const lookup = lookupAmong(scenarios, councils);

describe("shipped scenarios", () => {
  it("are there for each question, and five councils", () => {
    expect(Object.keys(scenarios).length).toBeGreaterThanOrEqual(27);
    expect(Object.keys(councils)).toHaveLength(5);
  });

  it.each(Object.entries(scenarios))("%s asks a question with its source, and keeps the laws", (name, text) => {
    // A fiftieth of the council: so few that a test can hold every week of ten years to every law.
    const set = name === "tiny" ? [] : ["size.scale=0.02"];
    const { scenario, warnings } = resolveOrThrow({ entry: { name: `${name}.yaml`, text }, lookup, set });
    expect(scenario.name).toBe(name);
    expect(scenario.question).toMatch(/\?$/u);
    expect(scenario.source?.length).toBeGreaterThan(20);
    expect(warnings).toEqual([]);
    expectLaws(scenario, "1");
  });
});
