import fc from "fast-check";
import { expect, test } from "vitest";
import { axesOf } from "../../src/report/charts/scales.ts";
import { isChart, resultsOf, sectionsOf } from "../../src/report/index.ts";
import { reportInput } from "../support/report-fixture.ts";
import { SHAPES } from "../support/report-measures.ts";

test("the luck of runs never fills a panel: a scale spans a tenth of its level at least, and holds all that is drawn", () => {
  const level = fc.double({ min: 0.5, max: 5000, noNaN: true });
  let narrow = 0;
  fc.assert(
    fc.property(level, fc.double({ min: 0, max: 0.2, noNaN: true }), (from, share) => {
      const shapes = SHAPES.map((shape) =>
        shape.measure.key === "providers.trading"
          ? { ...shape, from, to: from * (1 + share), spread: from * share * 0.1, isCount: false }
          : shape,
      );
      const input = reportInput({ runs: 4, weeks: 157, shapes });
      const charts = sectionsOf(resultsOf(input)).flatMap((section) => section.charts.filter(isChart));
      const chart = charts.find(({ slug }) => slug === "agencies-trading");
      if (chart === undefined) throw new Error("no chart");
      const [{ domain, ticks }] = axesOf(chart, 5);
      const drawn = chart.panels[0].series[0].points.flatMap((point) => (point ? [point.low, point.high] : []));
      const [low, high] = [Math.min(...drawn), Math.max(...drawn)];
      if (high - low < 0.05 * high) narrow++;
      expect(domain[1] - domain[0]).toBeGreaterThanOrEqual(0.0999 * high);
      expect(domain[0]).toBeLessThanOrEqual(low);
      expect(domain[1]).toBeGreaterThanOrEqual(high);
      expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
    }),
    { numRuns: 25 },
  );
  expect(narrow).toBeGreaterThan(2);
});
