/** The exact weekly laws on random small councils: all laws watch the same runs. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { simulate } from "../../src/simulation/index.ts";
import { addGuards, assertLaw, cases, movable, watchRun, weeklyLaws, type Case } from "../../src/testing/index.ts";
import { CASES, LEAST } from "../support/laws-assert.ts";

const RUNS = 240 * CASES;
/** Up to all levers moved at once, so that every mechanism meets every other. */
const MANY = { mostSettings: movable.length, mostChanges: 2 };

describe("weekly laws", () => {
  const guards = new Map<string, Record<string, number>>(weeklyLaws.map(({ id }) => [id, {}]));
  const broken = new Set<string>();
  const stopped: unknown[] = [];

  /** One run under all laws; where one does not hold, again under the others, so that it hides none of them. */
  const lookAt = (given: Case): void => {
    for (let laws = weeklyLaws; laws.length > 0;) {
      const verdicts = watchRun(laws, given, { checks: "full" });
      const bad = laws.filter((_, index) => verdicts[index].found !== undefined);
      for (const { id } of bad) broken.add(id);
      if (bad.length > 0) laws = laws.filter((law) => !bad.includes(law));
      else {
        for (const [index, { id }] of laws.entries()) addGuards(guards.get(id) ?? {}, verdicts[index].guards);
        return;
      }
    }
  };

  /** A run that the engine itself stops has a test of its own. */
  const look = (given: Case): void => {
    try {
      lookAt(given);
    } catch (error) {
      stopped.push(error);
    }
  };

  beforeAll(() => {
    fc.assert(fc.property(cases(), look), { numRuns: RUNS });
    fc.assert(fc.property(cases(MANY), look), { numRuns: RUNS / 4 });
  }, 600_000);

  it("let every run come to its end, the engine's own checks included", () => {
    if (stopped.length === 0) return;
    const runs = ({ scenario, seed }: Case): unknown => simulate(scenario, seed, { checks: "full" });
    for (const bounds of [{}, MANY]) {
      fc.assert(
        fc.property(cases(bounds), (given) => void runs(given)),
        { numRuns: RUNS },
      );
    }
    throw new Error("a run stopped under the laws, and alone it does not", { cause: stopped[0] });
  });

  it.each(weeklyLaws.map((law) => [`${law.id}: ${law.statement}`, law] as const))("%s", (_, law) => {
    // Alone, so that what is shown is small and its replay line short.
    if (broken.has(law.id)) for (const bounds of [{}, MANY]) assertLaw(law, cases(bounds), { runs: RUNS, least: 0 });
    expect(law.situations.length).toBeGreaterThan(0);
    for (const situation of law.situations) {
      expect(guards.get(law.id)?.[situation], situation).toBeGreaterThanOrEqual(LEAST);
    }
  });
});
