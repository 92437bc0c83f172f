/** Results are those kept in golden.json, to the last bit. A difference is a decision: `npm run golden` takes it. */
import { describe, expect, test } from "vitest";
import { currentGolden, differences, type Golden, goldenText, keptGolden } from "./golden.ts";

/** What to do about a difference, after the differences themselves. */
const advice = (lines: readonly string[]): string =>
  [
    `${lines.length} figures differ from tests/golden/golden.json (before → after):`,
    ...lines.map((line) => `  ${line}`),
    "If results should change: npm run golden, then say in the commit and the CHANGELOG what moved and why.",
  ].join("\n");

test("the results are those that are kept", { timeout: 120_000 }, () => {
  const lines = differences(keptGolden(), currentGolden());
  if (lines.length > 0) expect.fail(advice(lines));
});

describe("the comparison", () => {
  const golden: Golden = {
    digests: { "tiny, seed 1": "ab" },
    years: ["2010-11", "2011-12"],
    yearly: { "prices.frameworkFee": [13.43, null] },
  };

  test("finds nothing where nothing differs", () => {
    expect(differences(golden, structuredClone(golden))).toEqual([]);
  });

  test.each<[string, Partial<Golden>, string]>([
    ["a digest", { digests: { "tiny, seed 1": "ac" } }, "digest of tiny, seed 1: ab → ac"],
    ["a run that is new", { digests: { ...golden.digests, new: "ad" } }, "digest of new: none → ad"],
    [
      "the last bit of a figure",
      { yearly: { "prices.frameworkFee": [13.430000000000001, null] } },
      "prices.frameworkFee in 2010-11: 13.43 → 13.430000000000001",
    ],
    [
      "a figure that is defined now",
      { yearly: { "prices.frameworkFee": [13.43, 0] } },
      "prices.frameworkFee in 2011-12: not defined → 0",
    ],
  ])("shows %s before and after", (_, change, line) => {
    expect(differences(golden, { ...golden, ...change })).toEqual([line]);
  });

  test("loses nothing in the file's text", () => {
    expect(JSON.parse(goldenText(golden))).toEqual(golden);
  });

  test("says which command takes the new results", () => {
    expect(advice(["a: 1 → 2"])).toMatch(/a: 1 → 2\n.*npm run golden/u);
  });
});

test("the kept file holds results alone: no version, no machine, no time", () => {
  expect(Object.keys(keptGolden())).toEqual(["digests", "years", "yearly"]);
});
