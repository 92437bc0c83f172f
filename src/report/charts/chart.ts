/** What a chart is, before it is drawn: panels of series over one timeline, with its words. */
import type { Series } from "../series.ts";
import type { Timeline } from "../timeline.ts";
import type { Unit } from "../units.ts";

/** One plot with its own title and vertical axis. */
export interface Panel {
  readonly title: string;
  readonly unit: Unit;
  readonly series: readonly Series[];
  /** A level worth a line of its own, such as no change. */
  readonly reference?: { readonly value: number; readonly label: string };
  /** The total of the stacked series, drawn with its interval; only in stacked bars. */
  readonly total?: Series;
}

export interface Chart {
  /** lines: medians with bands. stack: bars of means by kind, the total with its interval. */
  readonly form: "lines" | "stack";
  /** Names the chart in ids and file names. */
  readonly slug: string;
  /** The finding, at most fifteen words. */
  readonly title: string;
  /** Measure, unit, place and period. */
  readonly subtitle: string;
  readonly panels: readonly Panel[];
  /** All panels on one vertical scale, so that their heights can be compared. */
  readonly sharedScale: boolean;
  readonly timeline: Timeline;
  readonly runs: number;
  /** What the middle of each point is; the median of the runs unless said otherwise. */
  readonly middle?: "mean";
  /** What is missing or unusual, each one line. */
  readonly notes: readonly string[];
}

/** A chart that the results cannot fill, with the reason. */
export interface MissingChart {
  readonly slug: string;
  readonly name: string;
  readonly reason: string;
}

export const isChart = (chart: Chart | MissingChart): chart is Chart => "panels" in chart;

/** Bands are drawn only where there are runs to differ. */
export const hasBands = (chart: Chart): boolean => chart.runs > 1;

/** Every series of a panel in the order drawn, the total last. */
export const seriesIn = (panel: Panel): readonly Series[] =>
  panel.total === undefined ? panel.series : [...panel.series, panel.total];
