import { describe, expect, test } from "vitest";
import { csvOf } from "../../src/report/csv.ts";
import { coordinate, slugOf } from "../../src/report/markup.ts";
import { figure, plainDigits, signedFigure, unitOf } from "../../src/report/units.ts";
import { dateInWords, seedRange } from "../../src/report/wording.ts";
import { readCsv } from "../support/report-csv.ts";

describe("numbers", () => {
  test("are in pounds, with one rounding for each unit", () => {
    const hourly = unitOf("GBP per hour", 18.7);
    expect(hourly.label).toBe("£ an hour");
    expect(figure(13.4, hourly)).toBe("£13.40");
    expect(signedFigure(-2.8, hourly)).toBe("−£2.80");
    expect(signedFigure(2.8, hourly)).toBe("+£2.80");
    expect(figure(41.44, unitOf("GBP million a year", 41.44))).toBe("£41.4m");
    expect(unitOf("GBP", 2e7)).toMatchObject({ label: "£ million", scale: 1e-6 });
    expect(figure(20_400_000 * 1e-6, unitOf("GBP", 2e7))).toBe("£20.4m");
    expect(figure(1656.4, unitOf("people", 1656))).toBe("1,656");
    expect(signedFigure(-3.14, unitOf("%", 20))).toBe("−3.1 points");
  });

  test("never show a minus before nothing", () => {
    const unit = unitOf("%", 1);
    expect(figure(-0.04, unit)).toBe("0.0%");
    expect(signedFigure(-0.04, unit)).toBe("0.0 points");
    expect(signedFigure(0.04, unit)).toBe("0.0 points");
    expect(plainDigits(-0.04, 1)).toBe("0.0");
    expect(coordinate(-0.001)).toBe("0");
  });

  test("stay short however large they are", () => {
    for (const value of [1e15, -1e15, 1e300, -1e300]) {
      expect(figure(value, unitOf("people", 1e300)).length).toBeLessThan(16);
      expect(Number(plainDigits(value, 2))).toBe(value);
    }
  });
});

describe("words", () => {
  test("give dates and seeds as people write them", () => {
    expect(dateInWords("2016-04-01")).toBe("1 April 2016");
    expect(dateInWords("soon")).toBe("soon");
    expect(seedRange(["1", "2", "3", "4"])).toBe("1–4");
    expect(seedRange(["1", "3"])).toBe("1, 3");
    expect(seedRange(["01", "2", "a"])).toBe("01, 2, a");
    expect(seedRange(Array.from({ length: 15 }, (_, index) => String(index * 2)))).toMatch(/22 and 3 more$/);
  });

  test("become file names of letters, digits and hyphens only", () => {
    expect(slugOf("../CON. <b>")).toBe("con-b");
    expect(slugOf("   ")).toBe("unnamed");
    expect(slugOf("x".repeat(10_000)).length).toBe(64);
  });
});

describe("a file of values", () => {
  const file = csvOf(
    [["Title", "=1+1"]],
    ["name", "value"],
    [
      ["=cmd|' /C calc'!A0", { number: "-3.20" }],
      ['+1 "quoted", with comma\r\nand break', { number: "4" }],
      ["@sum", undefined],
      [" -1", { number: "0.0" }],
    ],
  );

  test("starts with the mark of UTF-8 and ends its lines with CR LF", () => {
    expect(file.startsWith("\uFEFF")).toBe(true);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  test("makes no formula of a text, and no text of a number", () => {
    const rows = readCsv(file);
    expect(rows[0]).toEqual([
      { text: "# Title", isQuoted: true },
      { text: "'=1+1", isQuoted: true },
    ]);
    const body = rows.slice(3);
    expect(body.map(([name]) => name.text)).toEqual([
      "'=cmd|' /C calc'!A0",
      `'+1 "quoted", with comma and break`,
      "'@sum",
      "' -1",
    ]);
    expect(body.map(([, value]) => value)).toEqual(
      ["-3.20", "4", "", "0.0"].map((text) => ({ text, isQuoted: false })),
    );
  });
});
