/** One measure over time, summarised over the runs, with how it changed from the first period to the last. */
import { WEEKS_PER_YEAR } from "../kernel/calendar.ts";
import type { MeasureInfo } from "../model/measures/measure.ts";
import type { ReportInput } from "./input.ts";
import { realTermsOf, type RealTerms } from "./real-terms.ts";
import { isDefined, spreadOf, verdictOf, type Spread, type Verdict } from "./statistics.ts";
import { timelineOf, valuesOf, type RunTimeline, type Timeline } from "./timeline.ts";
import { figure, unitOf, type Unit } from "./units.ts";

/** What every part of the report reads. */
export interface Results {
  readonly input: ReportInput;
  readonly timeline: RunTimeline;
  /** By key, with those in real terms. */
  readonly measures: ReadonlyMap<string, MeasureInfo>;
  /** Money at the prices of one year; undefined where cash is all there is. */
  readonly real: RealTerms | undefined;
  /** How many runs: the number of seeds. */
  readonly runs: number;
}

/** From the first whole period with a value to the last, run by run. */
export interface Change {
  readonly fromIndex: number;
  readonly toIndex: number;
  readonly from: Spread;
  readonly to: Spread;
  readonly difference: Spread;
  /** In per cent of the first value; undefined when that is zero or negative in some run. */
  readonly growth: Spread | undefined;
  /** Neutral whenever the medians as printed do not show what the interval says. */
  readonly verdict: Verdict;
  /** Where the ends are alike and the middle is not: the period that lies furthest from both. */
  readonly turn: Turn | undefined;
}

/** A peak or a trough between two ends that are alike. */
export interface Turn {
  /** "2015-16", or the day on which the week begins. */
  readonly at: string;
  readonly value: Spread;
  /** Which way it went first. */
  readonly verdict: "rose" | "fell";
}

export interface Series {
  readonly key: string;
  readonly name: string;
  readonly measure: MeasureInfo;
  readonly unit: Unit;
  /** One for each period, in the unit's scale; undefined where no run has a value. */
  readonly points: readonly (Spread | undefined)[];
  /** Per run and period, in the unit's scale. */
  readonly values: readonly (readonly number[])[];
  readonly change: Change | undefined;
}

export function resultsOf(input: ReportInput): Results {
  const timeline = timelineOf(input);
  const real = realTermsOf(input, timeline);
  const derived = [...(real?.measures.values() ?? [])].map(({ measure }) => measure);
  return {
    input,
    timeline,
    measures: new Map([...input.measures, ...derived].map((measure) => [measure.key, measure])),
    real,
    runs: input.seeds.length,
  };
}

/** Per run, one value for each period; undefined where there is none of this measure. */
const valuesIn = ({ input, timeline, real }: Results, key: string): readonly ArrayLike<number>[] | undefined =>
  real?.measures.get(key)?.values ?? valuesOf(input, timeline, key);

/** The largest size among the values of the measures, which decides how all of them are written. */
export function largestOf(results: Results, keys: readonly string[]): number {
  let largest = 0;
  for (const key of keys) {
    for (const run of valuesIn(results, key) ?? []) {
      for (let index = 0; index < run.length; index++) {
        const size = Math.abs(run[index]);
        if (isDefined(size) && size > largest) largest = size;
      }
    }
  }
  return largest;
}

function growthOf(pairs: readonly (readonly [number, number])[]): Spread | undefined {
  if (pairs.some(([from]) => from <= 0)) return undefined;
  return spreadOf(pairs.map(([from, to]) => (100 * (to - from)) / from));
}

/** Which way a difference goes as far as a reader can see: neutral when an end of its interval is printed as zero. */
export function printedVerdict(difference: Spread, unit: Unit): Verdict {
  const verdict = verdictOf(difference);
  const nearer = verdict === "rose" ? difference.low : difference.high;
  const showsSide = /[1-9]/.test(figure(nearer, unit));
  return verdict === "unchanged" || showsSide ? verdict : "unclear";
}

/** A verdict may only say what a reader can see in the two printed medians. */
function seen(verdict: Verdict, from: Spread, to: Spread, unit: Unit): Verdict {
  if (figure(from.median, unit) === figure(to.median, unit)) return verdict === "unchanged" ? verdict : "unclear";
  const rises = to.median > from.median;
  return (verdict === "rose" && !rises) || (verdict === "fell" && rises) ? "unclear" : verdict;
}

/** A smaller excursion, as a share of the largest value that is compared, is not worth a title. */
const WORTH_SAYING = 0.1;

/** The largest excursion from both ends that 90 % of the runs agree on; undefined where there is none to speak of. */
function turnOf(
  values: readonly (readonly number[])[],
  points: readonly (Spread | undefined)[],
  { fromIndex, toIndex, from, to }: Pick<Change, "fromIndex" | "toIndex" | "from" | "to">,
  timeline: Timeline,
  unit: Unit,
): Turn | undefined {
  let turn: Turn | undefined;
  let furthest = 0;
  for (let index = fromIndex + 1; index < toIndex; index++) {
    const value = points[index];
    if (value === undefined || !timeline.whole[index]) continue;
    const [above, below] = [value.median - from.median, value.median - to.median];
    const size = above * below > 0 ? Math.min(Math.abs(above), Math.abs(below)) : 0;
    const largest = Math.max(...[value, from, to].map(({ median }) => Math.abs(median)));
    if (size <= furthest || size < WORTH_SAYING * largest) continue;
    const sides = [fromIndex, toIndex].map((end) => {
      const spread = spreadOf(values.map((run) => run[index] - run[end]).filter(isDefined));
      return spread === undefined ? "unclear" : printedVerdict(spread, unit);
    });
    const verdict = above > 0 ? "rose" : "fell";
    if (!sides.every((side) => side === verdict)) continue;
    [turn, furthest] = [{ at: timeline.labels[index], value, verdict }, size];
  }
  return turn;
}

function changeOf(
  values: readonly (readonly number[])[],
  points: readonly (Spread | undefined)[],
  timeline: Timeline,
  unit: Unit,
): Change | undefined {
  const usable = points.flatMap((point, index) => (point !== undefined && timeline.whole[index] ? [index] : []));
  if (usable.length < 2) return undefined;
  const [fromIndex, toIndex] = [usable[0], usable[usable.length - 1]];
  const pairs = values.flatMap((run): (readonly [number, number])[] =>
    isDefined(run[fromIndex]) && isDefined(run[toIndex]) ? [[run[fromIndex], run[toIndex]]] : [],
  );
  const difference = spreadOf(pairs.map(([from, to]) => to - from));
  const [from, to] = [points[fromIndex], points[toIndex]];
  if (difference === undefined || from === undefined || to === undefined) return undefined;
  const verdict = seen(printedVerdict(difference, unit), from, to, unit);
  const isAlike = verdict === "unclear" || verdict === "unchanged";
  const turn = isAlike ? turnOf(values, points, { fromIndex, toIndex, from, to }, timeline, unit) : undefined;
  return { fromIndex, toIndex, from, to, difference, growth: growthOf(pairs), verdict, turn };
}

/** How values of a measure are written; what is summed over a period says over which. */
export function unitFor(results: Results, measure: MeasureInfo, largest: number): Unit {
  const unit = unitOf(measure.unit, largest);
  // A change against the start is in points; the ends of the scale say where a level may lie, and not how far it moves.
  if (/^outcomes\.drift\b/.test(measure.key)) return { ...unit, label: "points against the start" };
  const isSum = measure.yearly === "sum" && !/\ba (year|week)\b/.test(unit.label);
  return isSum ? { ...unit, label: `${unit.label} a ${results.timeline.grain}` } : unit;
}

/** The series of values already in the unit's scale. */
export function seriesFrom(
  measure: MeasureInfo,
  name: string,
  unit: Unit,
  values: readonly (readonly number[])[],
  timeline: Timeline,
): Series {
  const points = timeline.labels.map((_, index) => spreadOf(values.map((run) => run[index])));
  return { key: measure.key, name, measure, unit, points, values, change: changeOf(values, points, timeline, unit) };
}

/** The series of a measure; undefined when the results do not hold it or no run ever has a value. */
export function seriesOf(results: Results, key: string, name?: string, unit?: Unit): Series | undefined {
  const measure = results.measures.get(key);
  const raw = valuesIn(results, key);
  if (measure === undefined || raw === undefined) return undefined;
  const written = unit ?? unitFor(results, measure, largestOf(results, [key]));
  const values = raw.map((run) => results.timeline.labels.map((_, index) => run[index] * written.scale));
  const series = seriesFrom(measure, name ?? measure.label, written, values, results.timeline);
  return series.points.every((point) => point === undefined) ? undefined : series;
}

/** Each run's total over the whole period, of one measure or several together, for those that count what happened. */
export const totalOf = (timeline: RunTimeline, ...all: readonly Series[]): Spread | undefined =>
  spreadOf(
    (all[0]?.values ?? []).map((_, run) => all.reduce((sum, { values }) => sum + addedUp(values[run], timeline), 0)),
  );

/** A year's figure is of a year of mean length: what happened in the weeks that the run has is that share of it. */
const addedUp = (values: readonly number[], { grain, weeks }: RunTimeline): number =>
  values.reduce((sum, value, index) => {
    const share = grain === "year" ? weeks[index] / WEEKS_PER_YEAR : 1;
    return sum + (isDefined(value) ? value * share : 0);
  }, 0);
