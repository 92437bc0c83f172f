/** Law E14 measure by measure: none is forgotten, and each of its recounts notices a figure that is reported wrongly. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measures, type RunResult } from "../../src/simulation/index.ts";
import { E14 } from "../../src/testing/laws/recount.ts";
import { LATER, NOT_RECOUNTED, RECOUNTS } from "../../src/testing/laws/recounts.ts";
import { cases, Found, Notes, scenarioFrom, watchRun, weeklyLaw } from "../../src/testing/index.ts";

const CASES = 300;

/** Where not everything is told, the recount is a range: a hundredth more may lie inside it, and nothing at all may not. */
const RANGES = ["providers.refusals", "providers.declinedPercent", "people.fewOptionsPercent"];

const hundredthMore = (figure: number): number => (figure === 0 ? 1 : figure * 1.01);
const nothing = (): number => 0;

/** The law, told at the end of each run of each measure in turn that it was reported otherwise than it was. */
function misreported(unnoticed: Set<string>): typeof E14 {
  const misreport = (result: RunResult, key: string): RunResult["weekly"] => {
    const wrongly = RANGES.includes(key) ? nothing : hundredthMore;
    const figures = result.weekly[key].map((figure) => (Number.isNaN(figure) ? figure : wrongly(figure)));
    return { ...result.weekly, [key]: figures };
  };
  return weeklyLaw(E14.id, "Each figure that is reported wrongly is noticed.", [], (_, given) => {
    const watch = E14.watch(new Notes(E14.id, E14.situations), given);
    const finish = (result: RunResult): void => {
      watch.finish?.(result);
      for (const key of unnoticed) {
        try {
          watch.finish?.({ ...result, weekly: misreport(result, key) });
        } catch (error) {
          if (!(error instanceof Found)) throw error;
          unnoticed.delete(key);
        }
      }
    };
    return { ...watch, finish };
  });
}

describe("E14: what is recounted", () => {
  it("is every measure but those that are named with the reason", () => {
    const recounted = [...Object.keys(RECOUNTS), LATER];
    const named = [...recounted, ...Object.keys(NOT_RECOUNTED)];
    expect([...named].sort()).toEqual(measures.map(({ key }) => key).sort());
    for (const reason of Object.values(NOT_RECOUNTED)) expect(reason.length).toBeGreaterThan(20);
  });

  it("is noticed where it is reported a hundredth higher, or not at all where only a range is known", () => {
    const unnoticed = new Set([...Object.keys(RECOUNTS), LATER]);
    const law = misreported(unnoticed);
    fc.assert(
      fc.property(cases(), (given) => {
        if (unnoticed.size > 0) for (const { found } of watchRun([law], given)) expect(found).toBeUndefined();
      }),
      { numRuns: CASES },
    );
    expect([...unnoticed]).toEqual([]);
  }, 300_000);

  it("takes nobody off the reviews who was never counted: a founder seen in week 0 who hands a payment back in it", () => {
    const set = {
      "framework.providers": 0,
      "directPayment.supportPerHolder": 0,
      "route.switchAtReview": 0.8,
      "route.handBackPayment": 4,
      "size.scale": 0.017,
      "size.zones": 1,
      "size.agencies": 58.8,
    };
    const text = JSON.stringify({ format: 1, name: "hands-back", start: "2011-04-04", weeks: 8, burnInWeeks: 0, set });
    expect(E14.check({ scenario: scenarioFrom(text), seed: "270933" }).found).toBeUndefined();
  });
});
