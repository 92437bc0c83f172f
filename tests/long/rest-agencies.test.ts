/**
 * Law S1 of the number of agencies. Austerity leaves it almost alone, so half of what austerity does is no yardstick. At
 * rest as many agencies open as stop, and what is left is the luck of each council: so the mean may move by less than luck
 * alone sets one council apart from the next in the first year, one standard deviation over seeds, chance included. It
 * takes 16 to 25 seeds to show that of a number that does not move (moves of four years spread by 4.1 to 5.9).
 *
 * The number does not rest after the burn-in. It rises by 4.9 agencies from the first year to the fifth (4.0 to 5.7, 60
 * seeds, from 50 to 55), with austerity by 3, and from the sixth year to the tenth by 1.8 more (0.5 to 3.1). The
 * founding has 8 agencies of three to ten clients two years on; newcomers begin so small, most that stop are so small, and
 * there are 13 to 14 of them by the time as many stop as open.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { during } from "../../src/testing/planted/plant.ts";
import { atRest, movesOf, moving, resting, yearsBuilt, yearsOf, type Years } from "../support/laws-rest.ts";

const YEARS = 10;
const SEEDS = 48;
/** The margin, and how many seeds it takes, were found with seeds up to 60. */
const FIRST = 201;
const AGENCIES = "providers.trading";
/** Standard deviation over seeds of the first year's mean, 60 seeds at the size of the mean council. */
const MARGINS = { [AGENCIES]: 3.65 };
/** First recorded week of the sixth year, the burn-in counted. */
const SIXTH_YEAR = 104 + 5 * 52;

describe("S1: without austerity and shocks the number of agencies comes to rest", () => {
  let decade: Years = {};
  beforeAll(async () => {
    decade = await yearsBuilt(atRest(YEARS), [AGENCIES], SEEDS, FIRST);
  }, 900_000);

  it("from the sixth year on", () => {
    expect(decade[AGENCIES].flat().filter((agencies) => agencies > 0)).toHaveLength(SEEDS * YEARS);
    expect(resting(movesOf(decade, 6, 10), MARGINS)).toEqual([AGENCIES]);
  });

  it("and not before: it rises through the first five", () => {
    expect(moving(movesOf(decade, 1, 5), MARGINS)).toEqual([AGENCIES]);
  });

  it("is broken where nobody opens an agency from the sixth year on", () => {
    const phases = during("providers", (world) => {
      const { era } = world;
      if (world.week >= SIXTH_YEAR) world.era = { ...era, providers: { ...era.providers, entryRate: 0 } };
      return () => {
        world.era = era;
      };
    });
    const closed = yearsOf(atRest(YEARS), [AGENCIES], 3, phases);
    expect(moving(movesOf(closed, 6, 10), MARGINS)).toEqual([AGENCIES]);
  }, 300_000);
});
