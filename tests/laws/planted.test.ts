/** Every law catches the bugs planted for it: a law that has never failed has shown nothing. */
import { describe, expect, it } from "vitest";
import { cases, directionalLaws, metamorphicLaws, plantedBugs, weeklyLaws } from "../../src/testing/index.ts";
import { catches } from "../support/laws-assert.ts";

const LAWS = [...weeklyLaws, ...metamorphicLaws, ...directionalLaws];
const CASES = 100;

describe("planted bugs", () => {
  it("are there for every law of whole runs", () => {
    const planted = new Set(plantedBugs().map(({ law }) => law));
    expect(LAWS.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([]);
  });

  it.each(plantedBugs().map((bug) => [`${bug.law}: ${bug.name}`, bug] as const))("are caught: %s", (_, bug) => {
    const law = LAWS.find(({ id }) => id === bug.law);
    expect(law).toBeDefined();
    if (law !== undefined) expect(catches(law, bug, cases({ mostScale: 0.02, under: bug.under }), CASES)).toBe(true);
  });
});
