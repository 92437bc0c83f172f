/** How laws are asserted: over many cases, and with their guards counted. */
import fc from "fast-check";
import { expect } from "vitest";
import { addGuards, type Case, type Law, type LawOptions, type PlantedBug } from "../../src/testing/index.ts";

/** The long run has ten times the cases. */
export const CASES = process.env["CAREMARKET_LONG"] === "1" ? 10 : 1;

/** A law whose situation was there less often than this has shown nothing. */
export const LEAST = 20;

/** Fails with the smallest case found in which the law does not hold. */
export function assertLaw(law: Law, given: fc.Arbitrary<Case>, runs: number, options?: LawOptions): void {
  fc.assert(
    fc.property(given, (each) => {
      const { found } = law.check(each, options);
      if (found !== undefined) throw new Error(`${law.id}: ${found}`);
    }),
    { numRuns: runs },
  );
}

/** The same, and each situation of the law was there often enough. */
export function assertLawWithGuards(law: Law, given: fc.Arbitrary<Case>, runs: number): void {
  const sum: Record<string, number> = {};
  const counted: Law = {
    ...law,
    check: (each, options) => {
      const verdict = law.check(each, options);
      addGuards(sum, verdict.guards);
      return verdict;
    },
  };
  assertLaw(counted, given, runs);
  for (const situation of law.situations) {
    expect(sum[situation] ?? 0, `${law.id}: ${situation}`).toBeGreaterThanOrEqual(LEAST);
  }
}

/**
 * Whether a law catches a planted bug within so many cases: a case counts only where the law holds without the bug.
 */
export function catches(law: Law, bug: PlantedBug, given: fc.Arbitrary<Case>, runs: number): boolean {
  const isMissed = (each: Case): boolean =>
    law.check(each, { phases: bug.phases }).found === undefined || law.check(each).found !== undefined;
  return fc.check(fc.property(given, isMissed), { numRuns: runs, endOnFailure: true }).failed;
}
