/** Bars stacked by kind, each kind its mean over the runs, and on top the total's interval. */
import { element, type Markup } from "../markup.ts";
import type { Series } from "../series.ts";
import type { Spread } from "../statistics.ts";
import { figure } from "../units.ts";
import { INK, QUIET, colourOf } from "./palette.ts";

interface At {
  readonly left: (index: number) => number;
  readonly width: number;
  readonly y: (value: number) => number;
}

const patternId = (id: string, index: number): string => `${id}-hatch-${index}`;

/** Kinds are told apart without colour: the first is plain, the others are hatched each in its own way. */
const HATCHES = ["", "M-1,1L1,-1M0,6L6,0M5,7L7,5", "M0,1.5H6M0,4.5H6", "M1.5,0V6", "M0,0L6,6", "M0,3H6M3,0V6"];

export const fillOf = (id: string, index: number): string =>
  index === 0 ? colourOf(0) : `url(#${patternId(id, index)})`;

export function drawHatches(id: string, count: number): Markup {
  const size = { width: 6, height: 6 };
  const patterns = Array.from({ length: Math.max(0, count - 1) }, (_, place) => {
    const index = place + 1;
    const hatch = HATCHES[index % HATCHES.length];
    return element(
      "pattern",
      { id: patternId(id, index), ...size, patternUnits: "userSpaceOnUse" },
      element("rect", { ...size, fill: colourOf(index) }),
      element("path", { d: hatch, stroke: "#FFFFFF", "stroke-width": 0.9, "stroke-opacity": 0.75 }),
    );
  });
  return element("defs", {}, patterns);
}

/** Where each kind lies in the bar of a period: from, to, in values. */
function stackAt(series: readonly Series[], period: number): readonly (readonly [number, number])[] {
  let edge = 0;
  return series.map((each) => {
    const from = edge;
    edge += Math.max(0, each.points[period]?.mean ?? 0);
    return [from, edge] as const;
  });
}

export function drawStack(series: readonly Series[], at: At, names: readonly string[], id: string): Markup {
  const bars = names.map((name, period) =>
    stackAt(series, period).map(([from, to], index) => {
      const point = series[index].points[period];
      if (to === from || point === undefined) return undefined;
      const place = { x: at.left(period), y: at.y(to), width: at.width, height: at.y(from) - at.y(to) };
      const look = { fill: fillOf(id, index), stroke: "#FFFFFF", "stroke-width": 1 };
      const tip = `${series[index].name}, ${name}: ${figure(point.mean, series[index].unit)} on average`;
      return element("rect", { ...place, ...look }, element("title", {}, tip));
    }),
  );
  return element("g", { class: "bars" }, bars);
}

/** A thin line through 90 % of the runs and a thick one through half of them, edged in white to show on dark bars. */
function drawIntervals(point: Spread, x: number, at: At): readonly Markup[] {
  const stroke = (from: number, to: number, width: number, colour: string): Markup =>
    element("line", { x1: x, x2: x, y1: at.y(from), y2: at.y(to), stroke: colour, "stroke-width": width });
  const { low, high, lowerQuartile, upperQuartile } = point;
  return [
    stroke(low, high, 4, "#FFFFFF"),
    stroke(lowerQuartile, upperQuartile, 7, "#FFFFFF"),
    stroke(low, high, 1.5, QUIET),
    stroke(lowerQuartile, upperQuartile, 4, QUIET),
  ];
}

/** The median total as a ring with its intervals. */
export function drawTotals(total: Series, at: At, names: readonly string[]): Markup {
  const rings = total.points.map((point, period) => {
    if (point === undefined) return undefined;
    const x = at.left(period) + at.width / 2;
    const range = `${figure(point.low, total.unit)} to ${figure(point.high, total.unit)} in 90% of runs`;
    const tip = `${total.name}, ${names[period]}: ${figure(point.median, total.unit)} (${range})`;
    const look = { fill: "#FFFFFF", stroke: INK, "stroke-width": 1.75 };
    const ring = element("circle", { cx: x, cy: at.y(point.median), r: 4, ...look }, element("title", {}, tip));
    return element("g", {}, drawIntervals(point, x, at), ring);
  });
  return element("g", { class: "totals" }, rings);
}
