/** A measure that ends where it began says what it did in between, if the runs agree on it; else nothing of the kind. */
import { describe, expect, it } from "vitest";
import { movementOf, summaryOf, titleOf } from "../../src/report/clauses.ts";
import { seriesFrom, type Series } from "../../src/report/series.ts";
import type { Timeline } from "../../src/report/timeline.ts";
import { unitOf } from "../../src/report/units.ts";

const YEARS = ["2010-11", "2011-12", "2012-13", "2013-14"];
const TIMELINE: Timeline = {
  grain: "year",
  noun: "Financial year",
  labels: YEARS,
  names: YEARS,
  times: YEARS.map((year) => `in ${year}`),
  whole: YEARS.map(() => true),
};

const measure = {
  key: "council.reserves",
  label: "Reserves",
  unit: "GBP million",
  sentence: "",
  yearly: "last",
} as const;

/** Twenty runs around these values, ± 10 % of 5. */
const series = (...values: readonly number[]): Series =>
  seriesFrom(
    { ...measure, headline: true },
    "Reserves",
    unitOf("GBP million", 5),
    Array.from({ length: 20 }, (_, run) =>
      values.map((value, year) => value + ((run * 7 + year * 11) % 20) / 20 - 0.5),
    ),
    TIMELINE,
  );

describe("a trend whose ends are alike", () => {
  it("names the trough, and the year of it", () => {
    const found = movementOf(series(5, 3, 0.6, 5), "reserves");
    expect(found?.full).toMatch(/^reserves fell to £0\.\d+ ?m?.*\(2012-13\), then rose again$/);
    expect(summaryOf([found])).toBe("reserves fell until 2012-13, then rose.");
    expect(titleOf([found], "Reserves", 20)).toContain("fell to");
  });

  it("names the peak", () => {
    expect(movementOf(series(5, 9, 6, 5), "reserves")?.short).toBe("reserves rose until 2011-12, then fell");
  });

  it("says nothing of chance, nor of what lies between ends that differ", () => {
    expect(movementOf(series(5, 5.1, 4.9, 5), "reserves")?.full).toBe("no clear change in reserves");
    expect(movementOf(series(5, 4, 3, 2), "reserves")?.verdict).toBe("fell");
    expect(movementOf(series(5, 0, 3, 2), "reserves")?.verdict).toBe("fell");
  });
});
