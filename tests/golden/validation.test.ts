/** docs/validation.md shows what the kept results give, and says so of no others. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FACTS, judge, partIds } from "../../src/experiment/facts/index.ts";
import { madeBy, withFacts, withRuns } from "../../src/report/documents/validation.ts";
import { onTarget } from "../support/facts-series.ts";
import { DECADE, keptGolden } from "./golden.ts";
import { VALIDATION_FILE } from "./validation.ts";

const EMPTY = "a\n<!-- facts --><!-- /facts -->\nb\n<!-- runs --><!-- /runs -->\nc\n";

test("docs/validation.md holds figures of the results that are kept (npm run golden)", () => {
  const page = readFileSync(VALIDATION_FILE, "utf8");
  expect(page).toContain(madeBy(keptGolden().digests[DECADE]));
  for (const id of FACTS.flatMap((fact) => partIds(fact))) expect(page).toContain(`\n| ${id} | `);
});

describe("the table of runs", () => {
  const pageOf = (changes = {}): string => withRuns(EMPTY, judge(FACTS, [onTarget(changes)]), "ab");

  test("says how many facts pass, which fail and why", () => {
    expect(pageOf()).toContain("\n16 of 16 facts inside tolerance, over 1 run. The baseline's seed 1 had digest `ab`.\n");
    expect(pageOf()).not.toContain("outside");
    const failing = pageOf({ C06: 99 });
    expect(failing).toContain("\n15 of 16 facts inside tolerance");
    expect(failing).toMatch(/\n\| C06 \| .* \| outside \|\n/);
    expect(failing).toMatch(/\n- \*\*C06\*\*, hours delivered a week, 2014-15: \S/);
  });

  test("replaces itself and nothing else", () => {
    const before = withFacts(EMPTY);
    const after = withRuns(before, judge(FACTS, [onTarget()]), "ab");
    expect(withRuns(after, judge(FACTS, [onTarget()]), "ab")).toBe(after);
    expect(after.slice(0, after.indexOf("<!-- runs -->"))).toBe(before.slice(0, before.indexOf("<!-- runs -->")));
    expect(after.endsWith("<!-- /runs -->\nc\n")).toBe(true);
  });
});
