/** Money in real terms beside cash: the same money, less what everything costs more. */
import { describe, expect, test } from "vitest";
import { drawTable } from "../../src/report/charts/table.ts";
import {
  chartCsv,
  isChart,
  renderReport,
  resultsOf,
  sectionsOf,
  seriesOf,
  type Chart,
} from "../../src/report/index.ts";
import type { ReportInput } from "../../src/report/input.ts";
import { inRealTerms } from "../../src/report/real-terms.ts";
import { reportInput } from "../support/report-fixture.ts";
import { parse, wordsOf } from "../support/report-html.ts";
import { SHAPES, type Shape } from "../support/report-measures.ts";

const INDEX = "prices.consumerIndex";

/** The fixture with other prices. */
const withPrices = (change: Partial<Shape>): ReportInput =>
  reportInput({ shapes: SHAPES.map((shape) => (shape.measure.key === INDEX ? { ...shape, ...change } : shape)) });

const chartOf = (input: ReportInput, slug: string): Chart | undefined =>
  sectionsOf(resultsOf(input))
    .flatMap(({ charts }) => charts.filter(isChart))
    .find((chart) => chart.slug === slug);

describe("money in real terms", () => {
  test("times the price level is the cash of the year, run by run, and in the last year it is the cash itself", () => {
    const input = reportInput();
    const { real } = resultsOf(input);
    expect(real?.year).toBe("2019-20");
    let compared = 0;
    for (const { measure } of SHAPES) {
      const derived = real?.measures.get(inRealTerms(measure.key));
      if (derived === undefined) continue;
      derived.values.forEach((run, at) => {
        const [cash, level] = [input.yearly[measure.key][at], input.yearly[INDEX][at]];
        run.forEach((value, year) => {
          expect((value * level[year]) / level[9]).toBeCloseTo(cash[year], 9);
          compared++;
        });
        expect(run[9]).toBe(cash[9]);
      });
    }
    expect(compared).toBeGreaterThan(1000);
  });

  test("is there for money alone", () => {
    const { real } = resultsOf(reportInput());
    for (const { measure } of SHAPES) {
      expect(real?.measures.has(inRealTerms(measure.key)), measure.key).toBe(measure.unit.startsWith("GBP"));
    }
  });

  test("is not made of money that is at the prices of one year already", () => {
    const shapes = SHAPES.map((shape) => {
      const { measure } = shape;
      if (measure.key !== "topUps.meanWeekly") return shape;
      return { ...shape, measure: { ...measure, sentence: "What it costs, at prices of 2015-16." } };
    });
    const { real } = resultsOf(reportInput({ shapes }));
    expect(real?.measures.has(inRealTerms("topUps.meanWeekly"))).toBe(false);
    expect(real?.measures.has(inRealTerms("prices.frameworkFee"))).toBe(true);
  });

  test("a fee that follows prices stands still, and one that stays behind falls by what prices rose", () => {
    const shapes = SHAPES.map((shape): Shape => {
      if (shape.measure.key === INDEX) return { ...shape, from: 100, to: 130, spread: 0 };
      if (shape.measure.key === "prices.frameworkFee") return { ...shape, from: 10, to: 13, spread: 0 };
      if (shape.measure.key === "prices.privatePrice") return { ...shape, from: 13, to: 13, spread: 0 };
      return shape;
    });
    const results = resultsOf(reportInput({ shapes }));
    const [fee, price] = ["prices.frameworkFee", "prices.privatePrice"].map((key) =>
      seriesOf(results, inRealTerms(key)),
    );
    expect(fee?.change?.difference.median).toBeCloseTo(0, 9);
    const levels = results.input.yearly[INDEX][0];
    expect(price?.change?.growth?.median).toBeCloseTo(100 * (levels[0] / levels[9] - 1), 9);
    expect(price?.measure.sentence).toContain("In prices of 2019-20");
  });

  test("stands beside cash on one scale, and both names its prices", () => {
    const chart = chartOf(reportInput(), "council-budget");
    expect(chart?.panels.map(({ title }) => title)).toEqual(["In cash", "In prices of 2019-20"]);
    expect(chart?.sharedScale).toBe(true);
    expect(chart?.subtitle).toContain("(£ million a year, cash prices; £ million a year, prices of 2019-20)");
    expect(chartOf(reportInput(), "fees-in-real-terms")?.subtitle).toContain("(£ an hour, prices of 2019-20)");
  });

  test("is told from cash in tables and files too", () => {
    const input = reportInput();
    const chart = chartOf(input, "council-budget");
    if (chart === undefined) throw new Error("no chart");
    const units = chartCsv(input, chart).match(/(?<=")£ million a year, [^"]+(?=",)/g) ?? [];
    expect(new Set(units)).toEqual(new Set(["£ million a year, cash prices", "£ million a year, prices of 2019-20"]));
    const heads = wordsOf(parse(drawTable(chart).source)).match(/Net budget \([^)]+\)/g);
    expect(heads).toEqual([
      "Net budget (£ million a year, cash prices)",
      "Net budget (£ million a year, prices of 2019-20)",
    ]);
  });

  test("is told with the cash on the page", () => {
    const words = wordsOf(parse(renderReport(reportInput())));
    expect(words).toMatch(/net budget, in cash, [^;]+; in real terms −£/);
    const [told] = /The council’s fee for an hour.+?The direct payment rate/.exec(words) ?? [""];
    expect(told).toMatch(/rose by £\d.+ in 2019-20\. In real terms it fell by £\d\.\d\d \(£\d\.\d\d to £\d\.\d\d\)\./);
  });
});

describe("where cash is all there is, nothing is said of real terms", () => {
  const silent = (input: ReportInput): void => {
    expect(chartOf(input, "fees-in-real-terms")).toBeUndefined();
    expect(chartOf(input, "council-budget")?.panels.length).toBe(1);
    const findings = wordsOf(parse(renderReport(input))).split("How to read it")[0];
    expect(findings).not.toMatch(/real terms|prices of \d{4}/i);
  };

  test("prices that never moved", () => silent(withPrices({ from: 100, to: 100, spread: 0 })));
  test("a run that fills no two years", () => silent(reportInput({ weeks: 60 })));
  test("results without a price level", () =>
    silent(reportInput({ shapes: SHAPES.filter(({ measure }) => measure.key !== INDEX) })));
});
