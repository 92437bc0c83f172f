/** `assertLaw`, as somebody meets it who writes laws: what it says of one that is broken, and of one that says nothing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/simulation/index.ts";
import { always, assertLaw, cases, lawOf, mustBeSame, type Law, weeklyLaw } from "../../src/testing/index.ts";

/** Speaks of weeks, as many in each case as are given; found broken in each case where told. */
const lawOfWeeks = (weeks: number, found?: string): Law =>
  lawOf("X1", "Weeks are weeks.", ["weeks"], (_, notes) => {
    notes.seen("weeks", weeks);
    notes.unless(found === undefined, () => found ?? "");
  });

/** The same case each time: the laws here do not look at it. */
const given = fc.constant(fc.sample(cases({ mostWeeks: 8, mostScale: 0.002 }), { numRuns: 1, seed: 1 })[0]);

describe("a law asserted", () => {
  it("holds where it holds in all cases and what it speaks of was there twenty times in all", () => {
    expect(() => assertLaw(lawOfWeeks(2), given, { runs: 10 })).not.toThrow();
  });

  it("says too little where it was there less often, and what may be done about it", () => {
    const rare = (): void => assertLaw(lawOfWeeks(1), given, { runs: 19 });
    expect(rare).toThrow('law X1 held, and says too little: "weeks" 19 times in all cases, where 20 are asked for');
    expect(rare).toThrow("cases({ under: [...] })");
    expect(() => assertLaw(lawOfWeeks(1), given, { runs: 19, least: 19 })).not.toThrow();
  });

  it("tells of a broken one which it is and what was found", () => {
    const causes: unknown[] = [];
    try {
      assertLaw(lawOfWeeks(1, "week 7 is none"), given, { runs: 3 });
    } catch (error) {
      causes.push(error instanceof Error ? error.cause : error);
    }
    expect(String(causes[0])).toContain("law X1 does not hold: week 7 is none");
  });

  it("looks at a replayed case alone, and asks of that one no twenty weeks", () => {
    expect(() => assertLaw(lawOfWeeks(1), given, { seed: 7, path: "3" })).not.toThrow();
    const before = fc.readConfigureGlobal();
    const replaying = { ...before, path: "3" };
    fc.configureGlobal(replaying);
    try {
      expect(() => assertLaw(lawOfWeeks(1), given)).not.toThrow();
    } finally {
      fc.configureGlobal(before);
    }
  });
});

describe("a situation that a law never named", () => {
  it("does not compile, and where nothing is compiled stops the law", () => {
    const law = lawOf("X1", "Weeks are weeks.", ["weeks"], (_, notes) => {
      // @ts-expect-error: no such situation
      notes.seen("week");
    });
    const weekly = weeklyLaw("X2", "Weeks are weeks.", ["weeks"], (notes) => ({
      // @ts-expect-error: no such situation
      week: () => notes.seen("week"),
    }));
    const [one] = fc.sample(given, 1);
    expect(() => law.check(one)).toThrow('law X1 has no situation "week"');
    expect(() => weekly.check(one)).toThrow('law X2 has no situation "week"');
  });
});

describe("a law of two runs", () => {
  const thePriceOfAnAdmission = (measuresApart: readonly string[]): Law =>
    lawOf("X3", "What an admission costs changes what the NHS pays.", [], ({ scenario, seed }, notes, options) => {
      const dearer = always(scenario, { "nhs.admissionCost": 9999, "nhs.delayedDayCost": 9999 });
      const comparison = { digests: false, measuresApart };
      mustBeSame(notes, simulate(scenario, seed, options), simulate(dearer, seed, options), comparison);
    });

  it("says what first differs, and nothing of what may", () => {
    const [one] = fc.sample(cases({ mostWeeks: 12, mostScale: 0.03 }), { numRuns: 1, seed: 2 });
    expect(thePriceOfAnAdmission(["nhs.cost"]).check(one).found).toBeUndefined();
    expect(thePriceOfAnAdmission([]).check(one).found).toMatch(/^weekly nhs\.cost differs at \d+: [\d.]+ and [\d.]+$/u);
  });
});
