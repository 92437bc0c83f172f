/** Where values stand on the page. */
import { scaleBand, scaleLinear, scalePoint } from "d3";
import { isDefined } from "../statistics.ts";
import { around, digits, type Unit } from "../units.ts";
import { seriesIn, type Chart, type Panel } from "./chart.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Tick {
  readonly value: number;
  readonly label: string;
}

export interface ValueAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly Tick[];
}

/** Everything the panel draws: medians, both ends of its bands, its reference line. */
function valuesIn(panel: Panel, isStack: boolean): readonly number[] {
  const drawn = seriesIn(panel).flatMap((series) =>
    series.points.flatMap((point) => (point === undefined ? [] : [point.low, point.median, point.high])),
  );
  const reference = panel.reference === undefined ? [] : [panel.reference.value];
  const stacked = isStack
    ? (panel.series[0]?.points ?? []).map((_, index) =>
        panel.series.reduce((sum, series) => sum + Math.max(0, series.points[index]?.mean ?? 0), 0),
      )
    : [];
  return [...drawn, ...reference, ...stacked].filter(isDefined);
}

/** A scale spans at least this share of the level: on less of it the luck of runs would fill the whole panel. */
const LEAST_SPAN = 0.1;

/** Zero is shown for bars, and for lines that come near it; otherwise the scale starts where the data do. */
function domainOf(values: readonly number[], isStack: boolean): readonly [number, number] {
  if (values.length === 0) return [0, 1];
  let low = Math.min(...values);
  let high = Math.max(...values);
  if (isStack || (low > 0 && low < 0.5 * high)) low = Math.min(0, low);
  if (high < 0 && high > 0.5 * low) high = 0;
  const size = Math.max(Math.abs(low), Math.abs(high));
  // Closer together than this they are printed the same, and steps between them are lost to rounding.
  if (high - low > Math.max(1e-6, size * 1e-9)) return widened(low, high, size * LEAST_SPAN);
  if (size <= 1e-6) return [0, 1];
  return [low - size * 0.1, high + size * 0.1];
}

/** At least so wide, the data in the middle. */
function widened(low: number, high: number, least: number): readonly [number, number] {
  const missing = Math.max(0, least - (high - low)) / 2;
  return [low - missing, high + missing];
}

/** Digits that tell neighbouring ticks apart, for steps of 1, 2 or 5 times a power of ten. */
function decimalsOf(step: number): number {
  let decimals = 0;
  let size = step;
  while (size < 0.999 && decimals < 6) {
    size *= 10;
    decimals++;
  }
  return decimals;
}

function axisOf(values: readonly number[], unit: Unit, isStack: boolean, count: number): ValueAxis {
  const scale = scaleLinear([...domainOf(values, isStack)], [0, 1]).nice(count);
  const steps = scale.ticks(count);
  const decimals = steps.length > 1 ? decimalsOf(steps[1] - steps[0]) : unit.decimals;
  const [low, high] = scale.domain();
  return {
    domain: [low, high],
    ticks: steps.map((value) => ({ value, label: around(digits(value, decimals), unit.prefix, unit.suffix) })),
  };
}

/** One axis for each panel; the same for all of them when the chart shares its scale. */
export function axesOf(chart: Chart, count: number): readonly ValueAxis[] {
  const isStack = chart.form === "stack";
  const all = chart.sharedScale ? chart.panels.flatMap((panel) => valuesIn(panel, isStack)) : [];
  return chart.panels.map((panel) =>
    axisOf(chart.sharedScale ? all : valuesIn(panel, isStack), panel.unit, isStack, count),
  );
}

export const startsAtZero = (axis: ValueAxis): boolean => axis.domain[0] <= 0 && axis.domain[1] >= 0;

/** Vertical position of a value in the box: the top is the larger. */
export function verticalIn(box: Box, axis: ValueAxis): (value: number) => number {
  return scaleLinear([...axis.domain], [box.y + box.height, box.y]).clamp(true);
}

/** Horizontal position of each period: its point for lines. */
export function pointsIn(box: Box, periods: number): (index: number) => number {
  const scale = scalePoint<number>(
    Array.from({ length: periods }, (_, index) => index),
    [box.x, box.x + box.width],
  ).padding(periods > 30 ? 0.5 : 0.35);
  return (index) => scale(index) ?? box.x;
}

/** Left edge of each period's bar, and the width of a bar. */
export function bandsIn(box: Box, periods: number): { left: (index: number) => number; width: number } {
  const scale = scaleBand<number>(
    Array.from({ length: periods }, (_, index) => index),
    [box.x, box.x + box.width],
  )
    .paddingInner(0.35)
    .paddingOuter(0.2);
  return { left: (index) => scale(index) ?? box.x, width: Math.min(scale.bandwidth(), 64) };
}
