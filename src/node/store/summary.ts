/** What came out, in one object: a figure per measure over the runs, and the digests that prove which runs they were. */
import { WEEKS_PER_YEAR } from "../../kernel/calendar.ts";
import type { MeasureInfo } from "../../model/measures/measure.ts";
import { spreadOf } from "../../report/statistics.ts";
import type { Gathering } from "./gathering.ts";

/** Median and 5th and 95th percentile over the runs in which the figure is defined; null where it is in none. */
export interface Figure {
  readonly median: number | null;
  readonly p5: number | null;
  readonly p95: number | null;
}

export interface MeasureSummary extends Figure {
  readonly label: string;
  readonly unit: string;
  /** What the figure is: "mean of a year of 365.25 days, 2010-11 to 2019-20" or "in 2019-20". */
  readonly basis: string;
  /** Runs in which it is defined. */
  readonly runs: number;
  /** Last financial year less the first, run by run; null for sums and for runs within one year. */
  readonly change: (Figure & { readonly basis: string }) | null;
}

export interface Summary {
  readonly scenario: string;
  readonly title: string;
  readonly scenarioHash: string;
  readonly engineVersion: string;
  readonly seeds: readonly string[];
  readonly weeks: number;
  readonly digests: Readonly<Record<string, string>>;
  readonly digest: string;
  readonly summary: Readonly<Record<string, MeasureSummary>>;
  /** What a reader should know -> in how many runs. */
  readonly warnings: Readonly<Record<string, number>>;
}

/** One row per measure that the runs hold, in the order in which measures are declared. */
export function summarise(gathering: Gathering, measures: readonly MeasureInfo[]): Record<string, MeasureSummary> {
  const rows = measures
    .filter(({ key }) => Object.hasOwn(gathering.yearly, key))
    .map((measure) => [
      measure.key,
      measure.yearly === "sum" ? ofSum(measure, gathering) : ofLevel(measure, gathering),
    ]);
  return Object.fromEntries(rows) as Record<string, MeasureSummary>;
}

/** A quantity that adds up over time: its mean a year, so that years of 52 and 53 weeks weigh alike. */
function ofSum({ key, label, unit }: MeasureInfo, { yearly, years, mondays }: Gathering): MeasureSummary {
  const perYear = yearly[key].map((values) => {
    const defined = Array.from(values).filter((value) => !Number.isNaN(value));
    if (defined.length === 0) return Number.NaN;
    return (defined.reduce((sum, value) => sum + value, 0) / mondays.length) * WEEKS_PER_YEAR;
  });
  const basis = `mean of a year of 365.25 days, ${span(years)}`;
  return { label, unit, basis, ...figureOf(perYear), runs: definedIn(perYear), change: null };
}

/** A level: its value in the last financial year, and how far that is from the first. */
function ofLevel({ key, label, unit }: MeasureInfo, { yearly, years }: Gathering): MeasureSummary {
  const last = years.length - 1;
  const levels = yearly[key].map((values) => values[last]);
  const changes = yearly[key].map((values) => values[last] - values[0]);
  return {
    label,
    unit,
    basis: `in ${years[last]}`,
    ...figureOf(levels),
    runs: definedIn(levels),
    change: last === 0 ? null : { ...figureOf(changes), basis: `${years[last]} less ${years[0]}` },
  };
}

const span = (years: readonly string[]): string =>
  years.length === 1 ? years[0] : `${years[0]} to ${years[years.length - 1]}`;

function figureOf(values: readonly number[]): Figure {
  const spread = spreadOf(values);
  if (spread === undefined) return { median: null, p5: null, p95: null };
  return { median: spread.median + 0, p5: spread.low + 0, p95: spread.high + 0 };
}

const definedIn = (values: readonly number[]): number => values.filter((value) => !Number.isNaN(value)).length;

/** How many runs gave each warning. */
export function countWarnings(runs: Iterable<readonly string[]>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const warnings of runs) for (const text of new Set(warnings)) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}
