import { describe, expect, test } from "vitest";
import { allRunsCsv, chartCsv, isChart, renderReport, resultsOf, sectionsOf } from "../../src/report/index.ts";
import { reportInput } from "../support/report-fixture.ts";
import { readCsv } from "../support/report-csv.ts";
import { find, get, one, parse, wordsOf, type Element } from "../support/report-html.ts";

const input = reportInput();
const results = resultsOf(input);
const charts = sectionsOf(results).flatMap((section) => section.charts.filter(isChart));
const root = parse(renderReport(input));

/** Type 7, written again and on purpose in another way: by the weights of all order statistics. */
function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = p * (sorted.length - 1);
  return sorted.reduce((sum, value, index) => sum + value * Math.max(0, 1 - Math.abs(rank - index)), 0);
}

const number = (text: string): number => Number(text.replace("−", "-").replaceAll(",", ""));

/** The rows of a chart's table: series header, period, cells. */
function rowsOf(table: Element): readonly { series: string; period: string; cells: readonly string[] }[] {
  return find(table, "tbody").flatMap((body) => {
    const [head, ...rows] = find(body, "tr");
    return rows.map((row) => ({
      series: wordsOf(head),
      period: wordsOf(one(row, "th")),
      cells: find(row, "td").map(wordsOf),
    }));
  });
}

describe("the table of a chart", () => {
  test("holds what the results say, worked out again from the runs", () => {
    const rows = rowsOf(one(one(root, "#agencies-trading"), "table"));
    expect(rows).toHaveLength(10);
    rows.forEach(({ cells }, year) => {
      const values = input.yearly["providers.trading"].map((run) => run[year]);
      const expected = [0.5, 0.05, 0.95, 0.25, 0.75].map((p) => quantile(values, p));
      cells.forEach((cell, index) => expect(Math.abs(number(cell) - expected[index])).toBeLessThanOrEqual(0.5000001));
    });
  });

  test("adds the kinds of exit up run by run before it summarises them", () => {
    const rows = rowsOf(one(one(root, "#provider-exits"), "table")).filter(({ series }) =>
      series.startsWith("All exits"),
    );
    const keys = ["providers.failures", "providers.woundUp", "providers.stopped", "providers.transfers"];
    rows.forEach(({ cells }, year) => {
      const totals = input.seeds.map((_, run) => keys.reduce((sum, key) => sum + input.yearly[key][run][year], 0));
      const mean = totals.reduce((sum, value) => sum + value, 0) / totals.length;
      const expected = [mean, ...[0.5, 0.05, 0.95, 0.25, 0.75].map((p) => quantile(totals, p))];
      cells.forEach((cell, index) => expect(Math.abs(number(cell) - expected[index])).toBeLessThanOrEqual(0.0500001));
    });
  });

  test("has a row for every point that is drawn", () => {
    for (const figure of find(root, "figure")) {
      const drawn = find(one(figure, ".wide"), ".mark").length;
      const bars = find(one(figure, ".wide"), "circle").length;
      const rows = rowsOf(one(figure, "table"));
      if (drawn > 0) expect(rows).toHaveLength(drawn);
      // Stacked bars, a ring each: four kinds and their total.
      else expect(rows).toHaveLength(bars * 5);
    }
  });

  test("shows in every mark's tip the numbers of its row", () => {
    for (const figure of find(root, "figure")) {
      const text = wordsOf(one(figure, "table")).replaceAll(",", "");
      for (const tip of find(one(figure, ".wide"), "title")) {
        const [, value] = /: (−?£?[\d,.]+)/.exec(wordsOf(tip)) ?? [];
        expect(text).toContain((value ?? "missing").replace("£", "").replaceAll(",", ""));
      }
    }
  });

  test("has a caption, scopes on every header and units in them", () => {
    for (const table of find(root, "table")) {
      expect(wordsOf(one(table, "caption")).length).toBeGreaterThan(10);
      for (const header of find(table, "th")) expect(get(header, "scope")).toMatch(/^(col|row|rowgroup)$/);
    }
    for (const figure of find(root, "figure")) {
      const heads = find(figure, "th").filter((header) => get(header, "scope") === "rowgroup");
      expect(heads.length).toBeGreaterThan(0);
      for (const head of heads) expect(wordsOf(head)).toMatch(/\(.+\)$/);
    }
  });
});

describe("the file of a chart", () => {
  test("says the same as its table, with numbers as numbers", () => {
    for (const chart of charts) {
      const rows = readCsv(chartCsv(input, chart));
      const start = rows.findIndex(([first]) => first.text === "series");
      const body = rows.slice(start + 1);
      const table = rowsOf(one(one(root, `#${chart.slug}`), "table"));
      expect(body).toHaveLength(table.length);
      body.forEach((cells, index) => {
        const { period, cells: shown } = table[index];
        expect(cells[3].text).toBe(period);
        const values = cells.slice(4, 4 + shown.length);
        expect(values.map(({ isQuoted }) => isQuoted)).toEqual(shown.map(() => false));
        expect(values.map(({ text }) => Number(text))).toEqual(shown.map(number));
      });
    }
  });

  test("carries the identity of the run", () => {
    const rows = readCsv(chartCsv(input, charts[0]));
    const head = new Map(
      rows.filter(([name]) => name.text.startsWith("# ")).map(([name, text]) => [name.text, text?.text]),
    );
    expect(head.get("# Scenario")).toBe(input.scenario.name);
    expect(head.get("# Scenario hash (SHA-256)")).toBe(input.scenario.hash);
    expect(head.get("# Seeds")).toBe("1–20 (20 runs)");
    expect(head.get("# Engine version")).toContain(input.engineVersion);
    expect(head.get("# Run digest")).toBe(input.digest);
    expect(head.get("# Reproduce")).toBe(input.reproduce);
  });

  test("of all runs holds every yearly value exactly", () => {
    const rows = readCsv(allRunsCsv(input) ?? "");
    const start = rows.findIndex(([first]) => first.text === "measure");
    expect(rows[start].slice(3).map(({ text }) => text)).toEqual(input.years);
    const body = rows.slice(start + 1);
    expect(body).toHaveLength(input.measures.length * 20);
    for (const [key, , seed, ...values] of body) {
      const expected = input.yearly[key.text][input.seeds.indexOf(seed.text)];
      expect(values.map(({ text }) => Number(text))).toEqual(Array.from(expected));
    }
  });

  test("of all runs is left out where it would make the page too heavy", () => {
    const many = { ...input, seeds: Array.from({ length: 500 }, (_, seed) => String(seed)) };
    expect(allRunsCsv(many)).toBeUndefined();
  });
});
