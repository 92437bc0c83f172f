/** Whether what happens each year became more or less often over all years, and how sure the runs make us of that. */
import { meanOf, studentQuantile, varianceOf } from "../experiment/paired.ts";
import type { Series } from "./series.ts";
import { isDefined, type Verdict } from "./statistics.ts";
import type { Timeline } from "./timeline.ts";
import { signedFigure } from "./units.ts";

export interface Trend {
  /** Change from one period to the next: the mean over runs of each run's own slope, with its 95 % interval. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: Verdict;
}

/** The least-squares slope over the whole periods in which the run has a value; NaN where there are fewer than three. */
function slopeOf(run: readonly number[], { whole }: Timeline): number {
  const points = run.flatMap((value, index) => (whole[index] && isDefined(value) ? [[index, value] as const] : []));
  if (points.length < 3) return Number.NaN;
  const [x, y] = [meanOf(points.map(([at]) => at)), meanOf(points.map(([, value]) => value))];
  const along = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  return points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0) / along;
}

/**
 * The trend of a series; undefined of fewer than two runs or three whole periods, where nothing tells it from chance.
 * Neutral when its interval, as printed with two decimals, does not lie on one side of zero.
 */
export function trendOf({ values }: Series, timeline: Timeline): Trend | undefined {
  const slopes = values.map((run) => slopeOf(run, timeline)).filter(isDefined);
  if (slopes.length < 2) return undefined;
  const mean = meanOf(slopes);
  const reach = studentQuantile(slopes.length - 1) * Math.sqrt(varianceOf(slopes) / slopes.length);
  const [low, high] = [mean - reach, mean + reach];
  // Squares of very large slopes overflow: no interval, no trend.
  if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  const shows = (end: number): boolean => /[1-9]/.test(end.toFixed(2));
  if (slopes.every((slope) => slope === 0)) return { mean, low, high, verdict: "unchanged" };
  const side = low > 0 && shows(low) ? "rose" : high < 0 && shows(high) ? "fell" : "unclear";
  return { mean, low, high, verdict: side };
}

/** "+0.44 a year (95% interval +0.31 to +0.57)". */
export function trendText({ mean, low, high }: Trend, { unit }: Series, grain: Timeline["grain"]): string {
  const text = (value: number): string => signedFigure(value, { ...unit, decimals: 2 });
  return `${text(mean)} from one ${grain} to the next (95% interval ${text(low)} to ${text(high)})`;
}
