/** How many cases laws are tried on, and whether they catch the bugs planted for them. */
import fc from "fast-check";
import type { Case, Law, PlantedBug } from "../../src/testing/index.ts";

/** The long run has ten times the cases. */
export const CASES = process.env["CAREMARKET_LONG"] === "1" ? 10 : 1;

/** A law whose situation was there less often than this has shown nothing. */
export const LEAST = 20;

/**
 * Whether a law catches a planted bug within so many cases: a case counts only where the law holds without the bug.
 */
export function catches(law: Law, bug: PlantedBug, given: fc.Arbitrary<Case>, runs: number): boolean {
  const isMissed = (each: Case): boolean =>
    law.check(each, { phases: bug.phases }).found === undefined || law.check(each).found !== undefined;
  return fc.check(fc.property(given, isMissed), { numRuns: runs, endOnFailure: true }).failed;
}
