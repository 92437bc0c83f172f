/** Stretches of time, and what hand-made series come to over them. */
import { describe, expect, it } from "vitest";
import {
  calendarYears,
  financialYear,
  meanOver,
  totalOver,
  valueAtEnd,
  valueBefore,
  weeksOf,
  weightedMeanOver,
  yearsIn,
} from "../../src/experiment/facts/window.ts";
import { figureOf, mondaysFrom, seriesOf } from "../support/facts-series.ts";

const DECADE = mondaysFrom("2010-04-05", 522);

describe("the weeks of a window", () => {
  it("are those whose Monday lies in it", () => {
    const [first, end] = weeksOf(DECADE, financialYear(2014)) ?? [];
    expect([DECADE[first ?? -1], DECADE[(end ?? 0) - 1]]).toEqual(["2014-04-07", "2015-03-30"]);
    expect(weeksOf(DECADE, financialYear(2010))?.[0]).toBe(0);
    const [from, before] = weeksOf(DECADE, calendarYears(2014, 2017)) ?? [];
    expect([DECADE[from ?? -1], DECADE[(before ?? 0) - 1]]).toEqual(["2014-01-06", "2017-12-25"]);
  });

  it("are there only where the run covers all of them", () => {
    const year = financialYear(2014);
    const [first = 0, end = 0] = weeksOf(DECADE, year) ?? [];
    expect(weeksOf(DECADE.slice(0, end), year)).toEqual([first, end]);
    expect(weeksOf(DECADE.slice(0, end - 1), year)).toBeUndefined();
    expect(weeksOf(DECADE.slice(first), year)).toEqual([0, end - first]);
    expect(weeksOf(DECADE.slice(first + 1), year)).toBeUndefined();
    expect(weeksOf([], year)).toBeUndefined();
    expect(weeksOf(DECADE, financialYear(2020))).toBeUndefined();
  });
});

describe("series over a window", () => {
  const year = financialYear(2011);
  const [first = 0, end = 0] = weeksOf(DECADE, year) ?? [];
  const run = seriesOf({
    level: (_, week) => week,
    gappy: (_, week) => (week === first ? 10 : week === end - 1 ? 20 : Number.NaN),
    never: () => Number.NaN,
    weight: (_, week) => (week === first ? 3 : week === end - 1 ? 1 : 0),
  });

  it("have means, totals, ends and lengths", () => {
    expect(meanOver(run, "level", year)).toBe((first + end - 1) / 2);
    expect(totalOver(run, "weight", year)).toBe(4);
    expect(valueBefore(run, "level", year)).toBe(first - 1);
    expect(valueAtEnd(run, "level", year)).toBe(end - 1);
    expect(yearsIn(run, year)).toBeCloseTo(52 / (365.25 / 7), 12);
  });

  it("count only the weeks in which they are defined", () => {
    expect(meanOver(run, "gappy", year)).toBe(15);
    expect(meanOver(run, "never", year)).toBeNaN();
    expect(weightedMeanOver(run, "gappy", "weight", year)).toBe((3 * 10 + 20) / 4);
  });

  it("are not defined where the run does not cover the window, nor before its first week", () => {
    const later = financialYear(2025);
    const figures = [
      meanOver(run, "level", later),
      totalOver(run, "level", later),
      valueAtEnd(run, "level", later),
      yearsIn(run, later),
      valueBefore(run, "level", financialYear(2010)),
    ];
    for (const value of figures) expect(value).toBeNaN();
  });
});

describe("facts that read measures", () => {
  const inYear = (monday: string, year: number): boolean => monday >= `${year}-04-01` && monday < `${year + 1}-04-01`;

  it("take the mean of their own year alone", () => {
    const run = seriesOf({ "people.homeCare": (monday) => (inYear(monday, 2014) ? 1600 : 1) });
    expect(figureOf("C05a", run)).toBe(1600);
  });

  it("C04 sets the fee's growth against the deflator's", () => {
    const run = seriesOf({
      "prices.frameworkFee": (monday) => (inYear(monday, 2010) ? 10 : inYear(monday, 2013) ? 10.2 : 99),
    });
    expect(figureOf("C04", run)).toBeCloseTo(100 * ((1.02 * 76.58) / 80.886 - 1), 10);
    const same = seriesOf({ "prices.frameworkFee": (monday) => (inYear(monday, 2013) ? 80.886 : 76.58) });
    expect(figureOf("C04", same)).toBeCloseTo(0, 10);
  });

  it("C10 counts as left what stock, entries and sales leave to be explained", () => {
    // Fifty agencies stay fifty for four years while twenty open and eight are sold: twenty left, and eight were sold.
    const register = weeksOf(DECADE, calendarYears(2014, 2017)) ?? [0, 0];
    const firstWeeks = (count: number) => (_: string, week: number) =>
      week >= register[0] && week < register[0] + count ? 1 : 0;
    const run = seriesOf({
      "providers.trading": () => 50,
      "providers.entries": firstWeeks(20),
      "providers.transfers": firstWeeks(8),
    });
    const years = yearsIn(run, calendarYears(2014, 2017));
    expect(figureOf("C10a", run)).toBeCloseTo((100 * 28) / 50 / years, 10);
    expect(figureOf("C10b", run)).toBe(1);
    const shrinking = seriesOf({
      "providers.trading": (_, week) => (week >= register[1] - 1 ? 40 : 50),
      "providers.entries": firstWeeks(20),
      "providers.transfers": firstWeeks(8),
    });
    expect(figureOf("C10b", shrinking)).toBeCloseTo(28 / 38, 12);
  });

  it("C12 weights weeks by their hires, C16 divides assistants by employers", () => {
    const run = seriesOf({
      "workforce.hires": (_, week) => (week % 2 === 0 ? 3 : 1),
      "workforce.hiresFromCarePercent": (_, week) => (week % 2 === 0 ? 100 : 0),
      "workforce.personalAssistants": () => 740,
      "workforce.assistantEmployers": () => 400,
    });
    expect(figureOf("C12b", run)).toBeCloseTo(75, 0);
    expect(figureOf("C16b", run)).toBe(1.85);
  });
});
