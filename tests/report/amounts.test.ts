/** What stands in brackets behind a number holds for the runs that it speaks of. */
import { describe, expect, it } from "vitest";
import { amount, difference } from "../../src/report/page/amounts.ts";
import { spreadOf, verdictOf } from "../../src/report/statistics.ts";
import { unitOf } from "../../src/report/units.ts";
import { parse, wordsOf } from "../support/report-html.ts";

const UNIT = unitOf("providers", 100);
const words = (draw: typeof amount, values: readonly number[]): string => {
  const spread = spreadOf(values) ?? expect.fail("no values");
  return wordsOf(parse(draw(spread, UNIT, values.length).source));
};
const zerosAnd = (zeros: number, ...others: readonly number[]): readonly number[] => [
  ...Array.from({ length: zeros }, () => 0),
  ...others,
];

describe("a number whose range reads as one number", () => {
  it("is said to be so in all runs only where the one that stands alone is so too", () => {
    expect(words(amount, zerosAnd(40))).toBe("0 (in all runs)");
    expect(words(amount, zerosAnd(40, 3))).toBe("0 (in 90% of runs)");
    expect(words(difference, zerosAnd(40, -3))).toBe("0 (in 90% of runs)");
    expect(words(amount, zerosAnd(40, 0.2))).toBe("0 (in all runs)");
    expect(words(amount, zerosAnd(4, 3))).toBe("0 (0 to 2)");
  });

  it("is not called unchanged where it changed in one run", () => {
    const verdict = (values: readonly number[]): string => verdictOf(spreadOf(values) ?? expect.fail("no values"));
    expect(verdict(zerosAnd(40))).toBe("unchanged");
    expect(verdict(zerosAnd(40, 3))).toBe("unclear");
    expect(verdict(zerosAnd(40, -3))).toBe("unclear");
  });
});
