/**
 * Law S1: with no austerity and no shock the market stays where the burn-in left it, and the same law told of the decade
 * as it went says that it did not.
 *
 * What counts as rest is set by what austerity does: a measure may move, between the first year and the fifth, by less
 * than half of what austerity makes of it by then, chance included (the whole 90 % interval lies inside the margin).
 * Hand-backs and quality of life of like people need more seeds (long/rest-slow.test.ts), and the number of agencies
 * another margin (long/rest-agencies.test.ts).
 *
 * Of those that do rest, people funded and people who pay for themselves still fill up (by 2.9 % and 7.0 %), and the fee
 * steps down by 1.5 % at the tender of the fifth year, as far as a tender may: agencies would do it for less than the fee
 * of the opening. The margin falls by 0.8 with it, and top-ups rise. Later tenders take it
 * down by 3 % more in twelve years, and by little after that.
 */
import { describe, expect, it } from "vitest";
import { after } from "../../src/testing/planted/plant.ts";
import { atRest, baseline, movesOf, moving, resting, yearsOf } from "../support/laws-rest.ts";

const YEARS = 5;
const SEEDS = 24;

/** The fifth year with austerity and without, means of 12 seeds at the size of the mean council; prices of the start. */
const FIFTH_YEAR: Readonly<Record<string, readonly [austerity: number, rest: number]>> = {
  "council.communitySpend": [43.7, 48.7],
  "council.grossSpend": [101.6, 113.2],
  "prices.frameworkFee": [12.17, 13.23],
  "prices.privatePrice": [13.99, 14.62],
  "wages.careWorker": [6.27, 6.54],
  "people.funded": [3587, 3902],
  "unmet.hoursPercent": [3.95, 3.14],
  "outcomes.qualityOfLife": [18.7, 18.89],
  "providers.marginPercent": [6.47, 8.83],
  "topUps.sharePercent": [23.5, 17.0],
};
const MEASURES = Object.keys(FIFTH_YEAR);
/** Half of what austerity makes of a measure. */
const MARGINS = Object.fromEntries(
  Object.entries(FIFTH_YEAR).map(([key, [austerity, rest]]) => [key, Math.abs(austerity - rest) / 2]),
);

describe("S1: without austerity and shocks the market stays at rest", () => {
  it("in every measure, by less than half of what austerity does to it", () => {
    const moved = movesOf(yearsOf(atRest(YEARS), MEASURES, SEEDS), 1, YEARS);
    // The guard: each was there in every seed, and chance moved it.
    for (const key of MEASURES) {
      expect(moved[key]).toHaveLength(SEEDS);
      expect(moved[key].every(Number.isFinite), key).toBe(true);
    }
    expect(resting(moved, MARGINS)).toEqual(MEASURES);
  }, 300_000);

  it("is broken by the decade as it went, in every measure", () => {
    const moved = movesOf(yearsOf(baseline(YEARS), MEASURES, SEEDS / 2), 1, YEARS);
    expect(resting(moved, MARGINS)).toEqual([]);
    expect(moving(moved, MARGINS).length).toBeGreaterThanOrEqual(MEASURES.length - 2);
  }, 300_000);

  it("is broken by a fee that leaks away by a two-thousandth a week", () => {
    const leak = after("calendar", ({ council }) => {
      council.fee *= 0.9995;
      council.ruleFee *= 0.9995;
    });
    const moved = movesOf(yearsOf(atRest(YEARS), MEASURES, 3, leak), 1, YEARS);
    expect(moving(moved, MARGINS)).toContain("prices.frameworkFee");
  }, 300_000);
});
