/** Medians as lines over their bands. */
import { area, line } from "d3";
import { element, type Markup } from "../markup.ts";
import type { Series } from "../series.ts";
import type { Spread } from "../statistics.ts";
import { figure } from "../units.ts";
import { colourOf, dashOf, markOf, markPlace, PALE_OPACITY } from "./palette.ts";

/** Above this many periods marks would hide the line. */
const MOST_MARKS = 16;

interface At {
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}

type Point = Spread | undefined;

interface Band {
  readonly low: "low" | "lowerQuartile";
  readonly high: "high" | "upperQuartile";
  readonly opacity: number;
  /** Of the edge line; the inner band has none. */
  readonly edge: number;
  /** Width of the stroke that stands for the band where a point has no neighbours. */
  readonly alone: number;
}

const BANDS: readonly Band[] = [
  { low: "low", high: "high", opacity: 0.12, edge: PALE_OPACITY, alone: 2 },
  { low: "lowerQuartile", high: "upperQuartile", opacity: 0.2, edge: 0, alone: 6 },
];

/** "Framework fee, 2014-15: £13.70 (£13.55 to £13.84 in 90% of runs)". */
function tipOf(series: Series, name: string, point: Spread, bands: boolean): string {
  const value = `${series.name}, ${name}: ${figure(point.median, series.unit)}`;
  if (!bands) return value;
  return `${value} (${figure(point.low, series.unit)} to ${figure(point.high, series.unit)} in 90% of runs)`;
}

/** Stands alone between gaps, so that neither a line nor an area would show it. */
const isAlone = (points: readonly Point[], index: number): boolean =>
  points[index] !== undefined && points[index - 1] === undefined && points[index + 1] === undefined;

function drawBand(series: Series, index: number, at: At, band: Band): readonly (Markup | undefined)[] {
  const { low, high } = band;
  const shape = area<Point>()
    .defined((point) => point !== undefined)
    .x((_, period) => at.x(period))
    .y0((point) => at.y(point?.[low] ?? 0))
    .y1((point) => at.y(point?.[high] ?? 0))
    .digits(2);
  const colour = colourOf(index);
  const alone = series.points.map((point, period) => {
    if (point === undefined || !isAlone(series.points, period)) return undefined;
    const ends = { x1: at.x(period), x2: at.x(period), y1: at.y(point[low]), y2: at.y(point[high]) };
    return element("line", { ...ends, stroke: colour, "stroke-width": band.alone, "stroke-opacity": 0.6 });
  });
  const edge = band.edge === 0 ? {} : { stroke: colour, "stroke-opacity": band.edge, "stroke-width": 0.75 };
  const fill = { fill: colour, "fill-opacity": band.opacity, ...edge };
  return [element("path", { d: shape([...series.points]) ?? "", ...fill }), ...alone];
}

/** The bands of a series: 90 % of the runs, and within it the middle half. */
export const drawBands = (series: Series, index: number, at: At): Markup =>
  element(
    "g",
    { class: "band" },
    BANDS.map((band) => drawBand(series, index, at, band)),
  );

/** The median line with a mark at each period; a mark shows its value when pointed at. */
export function drawMedian(series: Series, index: number, at: At, names: readonly string[], bands: boolean): Markup {
  const shape = line<Point>()
    .defined((point) => point !== undefined)
    .x((_, period) => at.x(period))
    .y((point) => at.y(point?.median ?? 0))
    .digits(2);
  const colour = colourOf(index);
  const few = series.points.length <= MOST_MARKS;
  const marks = series.points.map((point, period) => {
    if (point === undefined || !(few || isAlone(series.points, period))) return undefined;
    const transform = markPlace(at.x(period), at.y(point.median));
    const look = { fill: colour, stroke: "#FFFFFF", "stroke-width": 0.75 };
    const tip = element("title", {}, tipOf(series, names[period], point, bands));
    return element(
      "path",
      { class: "mark", d: markOf(index, series.points.length > 1 ? 34 : 80), transform, ...look },
      tip,
    );
  });
  const path = element("path", {
    class: "line",
    d: shape([...series.points]) ?? "",
    fill: "none",
    stroke: colour,
    "stroke-width": 2.25,
    "stroke-linejoin": "round",
    "stroke-dasharray": dashOf(index),
  });
  return element("g", { class: "median" }, path, marks);
}
