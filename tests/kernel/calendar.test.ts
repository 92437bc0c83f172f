import { describe, expect, test } from "vitest";
import {
  civilFromDays,
  daysFromCivil,
  daysFromIso,
  financialYearLabel,
  financialYearOf,
  isMonday,
  isoFromDays,
  mondayOnOrAfter,
  WEEKS_PER_YEAR,
} from "../../src/kernel/calendar.ts";

/** Every day from 1 January 1970 to 31 December 2100, beside the calendar of the JavaScript engine. */
const LAST = Date.UTC(2100, 11, 31) / 86_400_000;

describe("days", () => {
  test("every day from 1970 to 2100 is itself again, and the day that the engine's calendar says", () => {
    expect(LAST).toBe(47_846);
    for (let day = 0; day <= LAST; day++) {
      const { year, month, day: date } = civilFromDays(day);
      const native = new Date(day * 86_400_000);
      const iso = isoFromDays(day);
      if (
        daysFromCivil(year, month, date) !== day ||
        daysFromIso(iso) !== day ||
        iso !== native.toISOString().slice(0, 10) ||
        isMonday(day) !== (native.getUTCDay() === 1)
      ) {
        expect.unreachable(`day ${day} is ${iso}`);
      }
    }
  });

  test("days before 1970 count backwards", () => {
    expect([daysFromIso("1969-12-31"), daysFromIso("1948-07-05"), isoFromDays(-1)]).toEqual([-1, -7850, "1969-12-31"]);
    expect(isMonday(-7850)).toBe(true);
  });

  test.each([
    ["2016-02-29", 16_860],
    ["2010-04-05", 14_704],
    ["2000-02-29", 11_016],
    ["1970-01-01", 0],
  ])("%s is day %i", (iso, day) => {
    expect([daysFromIso(iso), isoFromDays(day)]).toEqual([day, iso]);
  });

  test.each([
    "2015-02-29",
    "2100-02-29",
    "2016-13-01",
    "2016-00-10",
    "2016-04-31",
    "2016-04-00",
    "2016-4-1",
    "16-04-01",
    "2016-04-01T00:00:00",
    " 2016-04-01",
    "2016-04-01\n",
    "01/04/2016",
    "2016/04/01",
    "20160401",
    "-2016-04-01",
    "٢٠١٦-04-01",
    "",
    "yesterday",
  ])("%j is no date", (text) => {
    expect(daysFromIso(text)).toBeNaN();
  });
});

describe("weeks", () => {
  test("the Monday on or after a day is a Monday, and less than a week away", () => {
    for (let day = -800; day <= LAST; day++) {
      const monday = mondayOnOrAfter(day);
      if (!isMonday(monday) || monday < day || monday > day + 6) expect.unreachable(`day ${day} gives ${monday}`);
    }
  });

  test.each([
    ["2016-04-01", "2016-04-04"],
    ["2016-04-04", "2016-04-04"],
    ["2016-04-05", "2016-04-11"],
    ["2010-04-05", "2010-04-05"],
    ["2010-12-31", "2011-01-03"],
  ])("after %s the first Monday is %s", (from, monday) => {
    expect(isoFromDays(mondayOnOrAfter(daysFromIso(from)))).toBe(monday);
  });

  test("the decade of 522 weeks from 5 April 2010 ends on 5 April 2020, in ten financial years of 52 weeks or 53", () => {
    const start = daysFromIso("2010-04-05");
    expect(isoFromDays(start + 522 * 7)).toBe("2020-04-06");
    const counts = new Map<string, number>();
    for (let week = 0; week < 522; week++) {
      const label = financialYearLabel(financialYearOf(start + 7 * week));
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    expect([...counts.keys()].slice(0, 2)).toEqual(["2010-11", "2011-12"]);
    expect(counts.size).toBe(10);
    expect([...counts.values()].reduce((sum, each) => sum + each, 0)).toBe(522);
    expect([...counts.values()].every((weeks) => weeks === 52 || weeks === 53)).toBe(true);
  });

  test("there are 52.18 weeks in a mean year", () => {
    expect(WEEKS_PER_YEAR).toBe(365.25 / 7);
  });
});

describe("financial years", () => {
  test("begin on 1 April, every one of them", () => {
    for (let year = 1971; year <= 2100; year++) {
      const april = daysFromCivil(year, 4, 1);
      expect([financialYearOf(april - 1), financialYearOf(april)]).toEqual([year - 1, year]);
    }
  });

  test("are named by the years that they join", () => {
    expect([2009, 2015, 1999, 2099].map(financialYearLabel)).toEqual(["2009-10", "2015-16", "1999-00", "2099-00"]);
  });
});
