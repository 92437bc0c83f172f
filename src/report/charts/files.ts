/** What is saved from a chart: its figures as CSV, and the words around its picture. */
import { csvOf, type Cell } from "../csv.ts";
import { BANDS, ONE_RUN, identityOf, sourceLine } from "../identity.ts";
import type { ReportInput } from "../input.ts";
import { isDefined } from "../statistics.ts";
import { plainDigits, pricedLabel } from "../units.ts";
import { hasBands, seriesIn, type Chart } from "./chart.ts";
import { columnsOf } from "./columns.ts";
import { wrapped } from "./lettering.ts";
import { INK, QUIET } from "./palette.ts";

/** As displayed: one row for each series and period, the same rounding as the table. */
export function chartCsv(input: ReportInput, chart: Chart): string {
  const columns = columnsOf(chart);
  const rows = chart.panels.flatMap((panel) =>
    seriesIn(panel).flatMap((series) =>
      series.points.map((point, period): Cell[] => [
        series.name,
        series.key,
        pricedLabel(series.unit, series.measure),
        chart.timeline.names[period],
        ...columns.map((column): Cell =>
          point === undefined ? undefined : { number: plainDigits(column.of(point), series.unit.decimals) },
        ),
        { number: String(point?.runs ?? 0) },
      ]),
    ),
  );
  return csvOf(
    [
      ["Title", chart.title],
      ["Measure", chart.subtitle],
      ...identityOf(input),
      ["Note", hasBands(chart) ? BANDS : ONE_RUN],
      ...chart.notes.map((note) => ["Note", note] as const),
    ],
    [
      "series",
      "measure",
      "unit",
      chart.timeline.noun.toLowerCase().replaceAll(" ", "_"),
      ...columns.map((column) => column.field),
      "runs",
    ],
    rows,
  );
}

/** A larger file would make the page too heavy to send round. */
const MOST_BYTES = 1_400_000;

/** Every yearly value of every run, unrounded; undefined when that would be more than the page can carry. */
export function allRunsCsv(input: ReportInput): string | undefined {
  const measures = input.measures.filter((measure) => Object.hasOwn(input.yearly, measure.key));
  // Names, units and quotes take about 70 bytes a row, a number at full length 19.
  if (measures.length * input.seeds.length * (70 + 19 * input.years.length) > MOST_BYTES) return undefined;
  const rows = measures.flatMap((measure) =>
    input.seeds.map((seed, run): Cell[] => [
      measure.key,
      measure.unit,
      seed,
      ...input.years.map((_, year): Cell => {
        const value = input.yearly[measure.key][run]?.[year];
        return isDefined(value) ? { number: String(value) } : undefined;
      }),
    ]),
  );
  return csvOf(
    [["Title", "Every yearly value of every run"], ...identityOf(input), ["Note", BANDS]],
    ["measure", "unit", "seed", ...input.years],
    rows,
  );
}

/** A line of words, its baseline counted from the top. A page has thousands, so that they bring no names along. */
type FrameLine = readonly [text: string, y: number, size: number, weight: number, colour: string];

/** The saved picture: title and subtitle above the chart, notes and source below it. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** Where the chart itself starts. */
  readonly top: number;
  readonly lines: readonly FrameLine[];
}

/** How the words round a saved picture are set. The page's script sets those of a chosen figure by the same. */
export const FRAME = {
  margin: 28,
  title: [21, 700, INK],
  subtitle: [14, 400, QUIET],
  below: [12, 400, QUIET],
} as const;

type Lettering = readonly [size: number, weight: number, colour: string];

/** The frame round a chart that is `width` wide and `height` high. */
export const frameOf = (input: ReportInput, chart: Chart, width: number, height: number): Frame =>
  frameRound(chart, [...chart.notes, hasBands(chart) ? BANDS : ONE_RUN, sourceLine(input)], width, height);

/** Title and subtitle above a picture of that size, one paragraph after another below it. */
export function frameRound(
  { title, subtitle }: { readonly title: string; readonly subtitle: string },
  below: readonly string[],
  width: number,
  height: number,
): Frame {
  const lines: FrameLine[] = [];
  const { margin } = FRAME;
  let y = margin - 6;
  const write = (text: string, [size, weight, colour]: Lettering): void => {
    for (const line of wrapped(text, width, size)) {
      y += size * 1.35;
      lines.push([line, Math.round(y), size, weight, colour]);
    }
  };
  write(title, FRAME.title);
  y += 4;
  write(subtitle, FRAME.subtitle);
  const top = Math.round(y + 16);
  y = top + height + 8;
  for (const text of below) write(text, FRAME.below);
  return { width: width + 2 * margin, height: Math.round(y + margin), margin, top, lines };
}
