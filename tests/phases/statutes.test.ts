/** What the law said on a date, for the paths that the baseline takes from it. */
import { describe, expect, test } from "vitest";
import { leaves } from "../../src/simulation/index.ts";

/** The default in force on a day. */
function on(path: string, day: string): unknown {
  const leaf = leaves.find((each) => each.path === path);
  return leaf?.default.filter(({ from }) => from <= day).at(-1)?.value;
}

describe("the law by date", () => {
  // The regulator's staging dates: 250 to 349 workers on 1 February 2014, 50 to 249 from April 2014 to April 2015, 30 to 49
  // on 1 August and 1 October 2015, all by 1 April 2017.
  test.each([
    ["2014-01-31", 349, false],
    ["2014-02-01", 250, true],
    ["2014-03-31", 249, false],
    ["2014-04-01", 160, true],
    ["2014-04-30", 159, false],
    ["2014-05-01", 90, true],
    ["2014-06-30", 89, false],
    ["2015-03-31", 50, false],
    ["2015-04-01", 50, true],
    ["2015-07-31", 49, false],
    ["2015-10-01", 30, true],
    ["2017-04-01", 1, true],
  ])("on %s whether an employer of %i must enrol is %s", (day, workers, must) => {
    expect(workers >= Number(on("wages.pensionSmallEmployerFrom", day))).toBe(must);
  });
});
