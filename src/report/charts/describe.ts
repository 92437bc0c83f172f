/** What a chart shows, for whoever cannot see it: form, axes, and for each series its start, end and extremes. */
import { html, type Markup } from "../markup.ts";
import type { Series } from "../series.ts";
import type { Spread } from "../statistics.ts";
import { figure, pricedLabel } from "../units.ts";
import { counted } from "../wording.ts";
import { hasBands, seriesIn, type Chart } from "./chart.ts";

interface Place {
  readonly point: Spread;
  readonly time: string;
}

function valueOf(series: Series, place: Place, bands: boolean): string {
  const { point, time } = place;
  const range = ` (${figure(point.low, series.unit)} to ${figure(point.high, series.unit)} in 90% of runs)`;
  return `${figure(point.median, series.unit)}${bands ? range : ""} ${time}`;
}

function describeSeries(chart: Chart, series: Series): string {
  const places = series.points.flatMap((point, index): Place[] =>
    point === undefined ? [] : [{ point, time: chart.timeline.times[index] }],
  );
  const name = `${series.name} (${pricedLabel(series.unit, series.measure)})`;
  if (places.length === 0) return `${name}: not defined in any period.`;
  const bands = hasBands(chart);
  const first = places[0];
  if (places.length === 1) return `${name}: ${valueOf(series, first, bands)}.`;
  const byMedian = [...places].sort((a, b) => a.point.median - b.point.median);
  const [lowest, highest] = [byMedian[0], byMedian[byMedian.length - 1]];
  const ends = `${valueOf(series, first, bands)}; ${valueOf(series, places[places.length - 1], bands)}`;
  if (lowest.point.median === highest.point.median) return `${name}: ${ends}; the same in every period.`;
  const written = (place: Place): string => `${figure(place.point.median, series.unit)} ${place.time}`;
  return `${name}: ${ends}; highest ${written(highest)}, lowest ${written(lowest)}.`;
}

export function describe(chart: Chart): string {
  const kind = chart.form === "stack" ? "Stacked bar chart" : "Line chart";
  const panels = chart.panels.length > 1 ? ` in ${counted(chart.panels.length, "panel")}` : "";
  const figures = hasBands(chart)
    ? `Figures are ${chart.middle ?? "median"}s of ${chart.runs} runs.`
    : "Figures are of one run.";
  const series = chart.panels.flatMap(seriesIn).map((each) => describeSeries(chart, each));
  return `${kind}${panels}, time running from left to right. ${figures} ${series.join(" ")}`;
}

/** Beside the picture and out of sight: Chromium reads out nothing of what a closed `details` holds. */
export const drawDescription = (slug: string, text: string): Markup =>
  html`<p id="${slug}-description" hidden>${text}</p>`;
