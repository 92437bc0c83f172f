/** Stretches of time that a fact speaks of, and what weekly series say about them. */
import { daysFromIso, WEEKS_PER_YEAR } from "../../kernel/index.ts";

/** Weeks whose Monday is on or after `from` and before `before`, both ISO dates. */
export interface Window {
  readonly from: string;
  readonly before: string;
}

/** What is read of a run: the Monday of each week, and by measure one value a week, NaN where not defined. */
export interface Weekly {
  readonly mondays: readonly string[];
  readonly weekly: Readonly<Record<string, Float64Array>>;
}

/** The financial year from 1 April of `year`: 2014 for 2014-15. */
export const financialYear = (year: number): Window => ({ from: `${year}-04-01`, before: `${year + 1}-04-01` });

/** Calendar years, the last one included. */
export const calendarYears = (first: number, last = first): Window => ({
  from: `${first}-01-01`,
  before: `${last + 1}-01-01`,
});

/** First week of the window and the week after its last; undefined where the run does not cover the whole of it. */
export function weeksOf(
  mondays: readonly string[],
  { from, before }: Window,
): readonly [first: number, end: number] | undefined {
  if (mondays.length === 0) return undefined;
  const first = mondays.findIndex((monday) => monday >= from);
  const after = mondays.findIndex((monday) => monday >= before);
  const begins = daysFromIso(mondays[0]) < daysFromIso(from) + 7;
  const ends = daysFromIso(mondays[mondays.length - 1]) >= daysFromIso(before) - 7;
  const end = after < 0 ? mondays.length : after;
  return begins && ends && first >= 0 && end > first ? [first, end] : undefined;
}

/** Mean over the weeks in which the measure is defined; NaN where there is none, or the run does not cover the window. */
export function meanOver(run: Weekly, key: string, window: Window): number {
  return sumOver(run, window, (week) => run.weekly[key][week], true);
}

/** Sum over the window, of weeks in which the measure is defined; NaN where the run does not cover it. */
export function totalOver(run: Weekly, key: string, window: Window): number {
  return sumOver(run, window, (week) => run.weekly[key][week], false);
}

/** One measure's mean over the window, each week weighted by another measure. */
export function weightedMeanOver(run: Weekly, key: string, weight: string, window: Window): number {
  const weighted = sumOver(run, window, (week) => run.weekly[key][week] * run.weekly[weight][week], false);
  return weighted / totalOver(run, weight, window);
}

/** Value in the last week before the window, which must lie in the run. */
export function valueBefore(run: Weekly, key: string, window: Window): number {
  const weeks = weeksOf(run.mondays, window);
  return weeks === undefined || weeks[0] === 0 ? Number.NaN : run.weekly[key][weeks[0] - 1];
}

/** Value in the last week of the window. */
export function valueAtEnd(run: Weekly, key: string, window: Window): number {
  const weeks = weeksOf(run.mondays, window);
  return weeks === undefined ? Number.NaN : run.weekly[key][weeks[1] - 1];
}

/** How many years of 365.25 days the weeks of the window are; NaN where the run does not cover it. */
export function yearsIn(run: Weekly, window: Window): number {
  const weeks = weeksOf(run.mondays, window);
  return weeks === undefined ? Number.NaN : (weeks[1] - weeks[0]) / WEEKS_PER_YEAR;
}

function sumOver(run: Weekly, window: Window, of: (week: number) => number, asMean: boolean): number {
  const weeks = weeksOf(run.mondays, window);
  if (weeks === undefined) return Number.NaN;
  let sum = 0;
  let count = 0;
  for (let week = weeks[0]; week < weeks[1]; week++) {
    const value = of(week);
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  if (asMean && count === 0) return Number.NaN;
  return asMean ? sum / count : sum;
}
