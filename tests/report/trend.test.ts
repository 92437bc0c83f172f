import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seriesFrom, type Series } from "../../src/report/series.ts";
import { isChart, resultsOf, sectionsOf } from "../../src/report/index.ts";
import type { Timeline } from "../../src/report/timeline.ts";
import { trendOf } from "../../src/report/trend.ts";
import { unitOf } from "../../src/report/units.ts";
import { reportInput } from "../support/report-fixture.ts";
import { SHAPES } from "../support/report-measures.ts";

const timeline = (periods: number, part = -1): Timeline => {
  const labels = Array.from({ length: periods }, (_, index) => `${2010 + index}`);
  return { grain: "year", noun: "", labels, names: labels, times: labels, whole: labels.map((_, at) => at !== part) };
};

const seriesOf = (values: readonly (readonly number[])[], years: Timeline): Series => {
  const measure = { key: "all", label: "All", unit: "exits", sentence: "", yearly: "sum", headline: false } as const;
  return seriesFrom(measure, "All", unitOf("exits", 9), values, years);
};

const trend = (values: readonly (readonly number[])[], part?: number) => {
  const years = timeline(values[0].length, part);
  return trendOf(seriesOf(values, years), years);
};

describe("a trend", () => {
  test("is told where the middle years rise, though the last falls back to the first", () => {
    const runs = [0, 0.2, -0.2].map((own) => [5 + own, 6, 7, 8 + own, 9, 10, 5 + own]);
    expect(seriesOf(runs, timeline(7)).change?.verdict).toBe("unchanged");
    expect(trend(runs)?.verdict).toBe("rose");
  });

  test("is the slope that was put in, with no width where runs differ in level alone", () => {
    const found = trend([1, 4, 9].map((level) => [0, 1, 2, 3, 4].map((year) => level + 0.5 * year)));
    expect(found?.mean).toBeCloseTo(0.5, 12);
    expect((found?.high ?? 1) - (found?.low ?? 0)).toBeCloseTo(0, 9);
  });

  test("is not told of one run, nor of two years, and leaves out a part of a year", () => {
    expect(trend([[1, 2, 3, 4]])).toBeUndefined();
    expect(trend([0, 1e200, -1e200].map((top) => [0, 0, 0, top]))).toBeUndefined();
    expect(trend([[1, 2], [1, 3]])).toBeUndefined(); // prettier-ignore
    const rising = [0, 1].map((own) => [own + 1, own + 2, own + 3, own + 4, 0]);
    expect(trend(rising, 4)?.mean).toBeCloseTo(1, 12);
  });

  test("turns round with time, does not mind the level, and is never clear unless its interval is", () => {
    const value = fc.double({ min: 0, max: 50, noNaN: true });
    const runs = fc.array(fc.array(value, { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 8 });
    let clear = 0;
    fc.assert(
      fc.property(runs, value, fc.integer({ min: -12, max: 12 }), (drawn, level, slope) => {
        const values = drawn.map((run) => run.map((each, year) => each / 10 + slope * year + 100));
        const found = trend(values);
        const turned = trend(values.map((run) => [...run].reverse()));
        const lifted = trend(values.map((run) => run.map((each) => each + level)));
        if (found === undefined || turned === undefined || lifted === undefined) throw new Error("no trend");
        expect(turned.mean).toBeCloseTo(-found.mean, 8);
        expect(turned.low).toBeCloseTo(-found.high, 8);
        expect(lifted.mean).toBeCloseTo(found.mean, 8);
        if (found.verdict === "rose") expect(found.low).toBeGreaterThan(0);
        if (found.verdict === "fell") expect(found.high).toBeLessThan(0);
        if (found.verdict === "rose" || found.verdict === "fell") clear++;
      }),
    );
    expect(clear).toBeGreaterThan(20);
  });
});

test("the title over the bars of exits and the note below them say the same", () => {
  for (const to of [0.05, 0.1, 0.3]) {
    const shapes = SHAPES.map((shape) =>
      shape.measure.key === "providers.closures" ? { ...shape, from: 0.1, to } : shape,
    );
    const charts = sectionsOf(resultsOf(reportInput({ shapes }))).flatMap((section) => section.charts.filter(isChart));
    const exits = charts.find(({ slug }) => slug === "provider-exits");
    const [, low, high] = /interval ([+−\d.]+) to ([+−\d.]+)\)/.exec(exits?.notes.join(" ") ?? "") ?? [];
    const [from, up] = [low, high].map((text) => Number(text.replace("−", "-")));
    expect(exits?.title).toContain(from > 0 ? "exits a year rose" : up < 0 ? "exits a year fell" : "no clear trend");
  }
});
