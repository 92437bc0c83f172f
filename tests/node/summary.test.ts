import { describe, expect, it } from "vitest";
import { firstDifference, parameterDifferences } from "../../src/node/compare.ts";
import { Gatherer, seriesOf } from "../../src/node/store/gathering.ts";
import { countWarnings, summarise } from "../../src/node/store/summary.ts";
import { described, fakeRun, LEGEND, SCENARIO } from "../support/cli-run-result.ts";

const SEEDS = ["1", "2", "3", "4", "5"];
const lucks = SEEDS.map((seed) => seed.charCodeAt(0));

function gathered(seeds: readonly string[]) {
  const gatherer = new Gatherer();
  for (const seed of seeds) gatherer.add(seriesOf(fakeRun(seed), LEGEND));
  return gatherer.finish();
}

describe("a summary", () => {
  const rows = summarise(gathered(SEEDS), LEGEND.measures);

  it("has a row for each measure that the runs hold, in the order in which they are declared", () => {
    expect(Object.keys(rows)).toEqual(["providers.failed", "wages.careWorker", "people.waiting", "never.defined"]);
  });

  it("gives sums as the mean of a year of the same length", () => {
    // One and two in the two financial years touched by 60 weeks.
    const aYear = (3 / 60) * (365.25 / 7);
    expect(rows["providers.failed"]).toMatchObject({
      basis: "mean of a year of 365.25 days, 2010-11 to 2011-12",
      median: aYear,
      p5: aYear,
      p95: aYear,
      runs: 5,
      change: null,
    });
  });

  it("gives levels as of the last financial year, and how far they moved, run by run", () => {
    const [least, , middle, , most] = lucks.map((luck) => luck + 1);
    expect(rows["people.waiting"]).toEqual({
      label: "Label of people.waiting",
      unit: "people",
      basis: "in 2011-12",
      median: middle,
      p5: least + 0.2,
      p95: most - 0.2,
      runs: 5,
      change: { median: 1, p5: 1, p95: 1, basis: "2011-12 less 2010-11" },
    });
  });

  it("says null of what is never defined", () => {
    expect(rows["never.defined"]).toMatchObject({ median: null, p5: null, p95: null, runs: 0 });
  });

  it("counts a warning once a run", () => {
    expect(countWarnings([["a", "a"], ["a", "b"], []])).toEqual({ a: 2, b: 1 });
  });
});

describe("what is gathered", () => {
  it("counts events by kind, run and financial year", () => {
    expect(gathered(["1", "2"]).eventCounts).toEqual({
      "person.crisis": [Int32Array.of(2, 1), Int32Array.of(2, 1)],
      "provider.failed": [Int32Array.of(1, 0), Int32Array.of(1, 0)],
    });
  });

  it("has the turning points of the first run in order of date", () => {
    const { turningPoints } = gathered(["1", "2"]);
    expect(turningPoints.map(({ monday, kind }) => [monday, kind])).toEqual([
      ["2010-04-05", "person.crisis"],
      ["2010-04-05", "person.crisis"],
      ["2010-05-10", "provider.failed"],
      ["2011-05-23", "person.crisis"],
    ]);
  });
});

describe("a comparison", () => {
  it("finds the first week that differs, by date, and the measures that do", () => {
    const [a, b] = [fakeRun("1"), fakeRun("1")];
    expect(firstDifference(a, b)).toBeNull();
    const changed = { ...b, weekDigests: [...b.weekDigests] };
    changed.weekDigests[7] = "other";
    changed.weekly["people.waiting"][7] += 1;
    expect(firstDifference(a, changed)).toEqual({
      week: 7,
      monday: "2010-05-24",
      measures: [{ key: "people.waiting", a: 56, b: 57 }],
    });
  });

  it("compares only the weeks that both have, by date", () => {
    const [a, b] = [fakeRun("1", 60), fakeRun("1", 20)];
    expect(firstDifference(a, b)).toBeNull();
    const later = { ...b, mondays: b.mondays.map((_, week) => a.mondays[week + 5]) };
    expect(firstDifference(a, later)?.monday).toBe(a.mondays[5]);
  });

  it("says nothing of a state that only the shorter run has noted, in its last week; its figures count", () => {
    const [a, b] = [fakeRun("1", 60), fakeRun("1", 20)];
    const weekDigests = b.weekDigests.map((digest, week) => (week === 19 ? "with all that is left" : digest));
    expect(firstDifference(a, { ...b, weekDigests })).toBeNull();
    expect(firstDifference({ ...b, weekDigests }, a)).toBeNull();
    // Of runs that end together the last week counts whole.
    expect(firstDifference(b, { ...b, weekDigests })).toMatchObject({ week: 19, measures: [] });
    b.weekly["people.waiting"][19] += 1;
    expect(firstDifference(a, { ...b, weekDigests })).toMatchObject({
      week: 19,
      measures: [{ key: "people.waiting" }],
    });
  });

  it("lists a parameter whose values by date are not the same, with both origins", () => {
    const values = { ...SCENARIO.values, "wages.floor": [{ from: "", value: 6 }] };
    const other = described(["1"], {
      scenario: { ...SCENARIO, values },
      origins: { "wages.floor": "--set wages.floor=6" },
    });
    expect(parameterDifferences(described(["1"]), described(["2"]))).toEqual([]);
    expect(parameterDifferences(described(["1"]), other)).toMatchObject([
      { path: "wages.floor", origins: { a: "tiny.yaml:3", b: "--set wages.floor=6" } },
    ]);
  });
});
