/** What is drawn, measured off the picture with its own axis, is what the results say. */
import { describe, expect, test } from "vitest";
import { isChart, renderReport, resultsOf, sectionsOf, type Chart } from "../../src/report/index.ts";
import { printedPeriods } from "../../src/report/charts/axes.ts";
import { spreadApart, type EndLabel } from "../../src/report/charts/labels.ts";
import { widthOf, wrapped } from "../../src/report/charts/lettering.ts";
import fc from "fast-check";
import { reportInput } from "../support/report-fixture.ts";
import { find, get, one, parse, wordsOf, type Element } from "../support/report-html.ts";

const input = reportInput();
const charts = sectionsOf(resultsOf(input)).flatMap((section) => section.charts.filter(isChart));
const root = parse(renderReport(input));

const numberOf = (text: string): number => Number(text.replace("−", "-").replace(/[£,%m]/g, ""));

/** From a height in the picture to the value there, read off the first and last printed value of the axis. */
function ruler(panel: Element): (y: number) => number {
  const values = one(panel, ".values");
  const marks = find(values, "text").map((text, index) => ({
    value: numberOf(wordsOf(text)),
    y: Number(get(find(values, "line")[index], "y1")),
  }));
  const [first, last] = [marks[0], marks[marks.length - 1]];
  return (y) => first.value + ((y - first.y) * (last.value - first.value)) / (last.y - first.y);
}

/** How much half a hundredth of a unit of the picture is worth, and a little for the arithmetic. */
const slack = (at: (y: number) => number): number => Math.abs(at(0) - at(1)) * 0.011 + 1e-9;

const heightOfMark = (mark: Element): number => Number(/,(-?[\d.]+)\)$/.exec(get(mark, "transform"))?.[1]);
const heightsOf = (path: string): number[] => [...path.matchAll(/[ML]?-?[\d.]+,(-?[\d.]+)/g)].map(([, y]) => Number(y));

function expectAt(at: (y: number) => number, heights: readonly number[], values: readonly number[]): void {
  expect(heights).toHaveLength(values.length);
  heights.forEach((y, index) => expect(Math.abs(at(y) - values[index])).toBeLessThanOrEqual(slack(at)));
}

describe.each(charts.map((chart): readonly [string, Chart] => [chart.slug, chart]))("%s", (slug, chart) => {
  test.each(["wide", "narrow"])("is drawn to its numbers, %s", (width) => {
    const panels = find(one(one(root, `#${slug}`), `.${width}`), ".panel");
    expect(panels).toHaveLength(chart.panels.length);
    panels.forEach((drawn, place) => {
      const panel = chart.panels[place];
      const at = ruler(drawn);
      if (chart.form === "stack") {
        const bars = find(one(drawn, ".bars"), "rect").map((bar) => Number(get(bar, "height")));
        const means = chart.timeline.labels.flatMap((_, period) =>
          panel.series.flatMap((series) => series.points[period]?.mean ?? []).filter((mean) => mean > 0),
        );
        expectAt((height) => at(0) - at(height), bars, means);
        const rings = find(one(drawn, ".totals"), "circle").map((ring) => Number(get(ring, "cy")));
        expectAt(at, rings, panel.total?.points.flatMap((point) => point?.median ?? []) ?? []);
        return;
      }
      panel.series.forEach((series, index) => {
        const points = series.points.flatMap((point) => point ?? []);
        const medians = points.map((point) => point.median);
        expectAt(at, find(find(drawn, ".median")[index], ".mark").map(heightOfMark), medians);
        expectAt(at, heightsOf(get(one(find(drawn, ".median")[index], ".line"), "d")), medians);
        const [outer, inner] = find(find(drawn, ".band")[index], "path").map((path) => heightsOf(get(path, "d")));
        const highs = points.map((point) => point.high);
        expectAt(at, outer, [...highs, ...points.map((point) => point.low).reverse()]);
        const upper = points.map((point) => point.upperQuartile);
        expectAt(at, inner, [...upper, ...points.map((point) => point.lowerQuartile).reverse()]);
      });
    });
  });
});

describe("labels at the ends of lines", () => {
  const label = fc.record({ y: fc.double({ noNaN: true, min: 0, max: 300 }), lines: fc.integer({ min: 1, max: 3 }) });
  const labels = fc
    .array(label, { minLength: 1, maxLength: 6 })
    .map((drawn) =>
      drawn.map(({ y, lines }, index): EndLabel => ({ index, y, lines: Array.from({ length: lines }, () => "name") })),
    );
  const half = (each: EndLabel): number => (each.lines.length * 16 + 4) / 2;

  test("never cover one another, keep the order of the lines and stay inside where they fit", () => {
    fc.assert(
      fc.property(labels, (drawn) => {
        const centres = spreadApart(drawn, 0, 300);
        const order = drawn.map((_, index) => index).sort((a, b) => drawn[a].y - drawn[b].y || a - b);
        order.forEach((index, place) => {
          const after = order[place + 1];
          if (after !== undefined) {
            const gap = centres[after] - half(drawn[after]) - (centres[index] + half(drawn[index]));
            expect(gap).toBeGreaterThanOrEqual(-1e-9);
          }
        });
        const total = drawn.reduce((sum, each) => sum + 2 * half(each), 0);
        fc.pre(total <= 300);
        drawn.forEach((each, index) => {
          expect(centres[index] - half(each)).toBeGreaterThanOrEqual(-1e-9);
          expect(centres[index] + half(each)).toBeLessThanOrEqual(300 + 1e-9);
        });
      }),
    );
  });

  test("stay beside their lines where there is room", () => {
    const apart = [20, 80, 200].map((y, index): EndLabel => ({ index, y, lines: ["name"] }));
    expect(spreadApart(apart, 0, 300)).toEqual([20, 80, 200]);
  });
});

describe("words and periods", () => {
  test("are wrapped without loss and within the width", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 30, max: 400 }), (text, width) => {
        const lines = wrapped(text, width, 13);
        expect(lines.join("").replace(/\s+/g, "")).toBe(text.replace(/\s+/g, ""));
        for (const line of lines) expect(widthOf(line, 13)).toBeLessThanOrEqual(width + 13.7);
      }),
    );
  });

  test("are printed so that no two touch, the first always", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.double({ noNaN: true, min: 0.5, max: 90 }), (count, spacing) => {
        const labels = Array.from({ length: count }, () => "2010-11");
        const shown = printedPeriods(labels, spacing);
        expect(shown[0]).toBe(0);
        shown.slice(1).forEach((index, place) => {
          expect((index - shown[place]) * spacing).toBeGreaterThan(widthOf("2010-11", 13));
        });
      }),
    );
  });
});
