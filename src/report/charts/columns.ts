/** The figures a chart plots, as the columns of its table and of its file. */
import type { Spread } from "../statistics.ts";
import { hasBands, seriesIn, type Chart } from "./chart.ts";

export interface Column {
  readonly header: string;
  /** Name of the column in a file. */
  readonly field: string;
  readonly of: (point: Spread) => number;
}

const MEDIAN: Column = { header: "Median", field: "median", of: (point) => point.median };
const MEAN: Column = { header: "Mean", field: "mean", of: (point) => point.mean };
const VALUE: Column = { header: "Value", field: "value", of: (point) => point.median };
const INTERVALS: readonly Column[] = [
  { header: "90% of runs: from", field: "p05", of: (point) => point.low },
  { header: "90% of runs: to", field: "p95", of: (point) => point.high },
  { header: "50% of runs: from", field: "p25", of: (point) => point.lowerQuartile },
  { header: "50% of runs: to", field: "p75", of: (point) => point.upperQuartile },
];

/** Everything drawn: the mean too where bars show it, and no interval where there is one run. */
export function columnsOf(chart: Chart): readonly Column[] {
  if (!hasBands(chart)) return [VALUE];
  return chart.form === "stack" ? [MEAN, MEDIAN, ...INTERVALS] : [MEDIAN, ...INTERVALS];
}

/** Whether some figure rests on fewer runs than the chart has, so that its table must say how many. */
export const hasGaps = (chart: Chart): boolean =>
  chart.panels.some((panel) =>
    seriesIn(panel).some((series) => series.points.some((point) => point !== undefined && point.runs !== chart.runs)),
  );
