/**
 * One number for each run and measure, so that arms can be compared: what adds up is taken a year, a level at the end.
 *
 * Before the first year in which any arm differs from the one it is held against, the two are the same by construction;
 * those years would only dilute what the policy does, and are left out. Worlds differ from their first week on: that is no
 * policy.
 */
import { counterpartsOf } from "./counterparts.ts";
import type { YearlyRule } from "../model/measures/measure.ts";
import { isDefined } from "./spread.ts";
import type { SweepResults } from "./sweep-results.ts";

/** Financial years that figures are taken over: places in `years`, both ends included. */
export interface ArmPeriod {
  readonly from: number;
  readonly to: number;
  /** The runs do not hold all of its years: no whole one holds any difference, or these were asked for. */
  readonly isPart?: true;
}

/**
 * From the first year in which some arm differs from its counterpart to the last whole year; everything where none
 * differs. `whole` says of each year whether the runs hold all of it. Part years are used only where no whole one holds
 * any of the difference: whole years before it would say that nothing differs.
 */
export const armPeriod = (results: SweepResults, whole?: readonly boolean[]): ArmPeriod =>
  periodFrom(firstDifferingYear(results), results.years.length, whole);

/** The same, where the first year of any difference is known already; undefined where there is none. */
export function periodFrom(first: number | undefined, years: number, whole?: readonly boolean[]): ArmPeriod {
  const isWhole = (year: number): boolean => whole?.[year] ?? true;
  const all = Array.from({ length: years }, (_, year) => year);
  const since = all.filter((year) => year >= (first ?? 0));
  const usable = since.filter(isWhole);
  const [isPart, held] = usable.length > 0 ? [false, usable] : [since.length > 0, since];
  return { from: held[0] ?? 0, to: held.at(-1) ?? 0, ...(isPart ? { isPart: true } : {}) };
}

function firstDifferingYear(results: SweepResults): number | undefined {
  const { arms, seeds, measures, years, yearly } = results;
  const counterparts = counterpartsOf(results);
  let first = years.length;
  for (let seed = 0; seed < seeds.length; seed++) {
    for (const measure of measures) {
      for (const { index } of arms) {
        if (counterparts[index] === index) continue;
        const [base, own] = [counterparts[index], index].map((arm) => yearly(arm, seed, measure));
        if (base !== undefined && own !== undefined) first = Math.min(first, firstDifference(base, own, first));
      }
    }
  }
  return first < years.length ? first : undefined;
}

/** The first place below `end` where two rows of figures are not the same; `end` where there is none. */
function firstDifference(left: ArrayLike<number>, right: ArrayLike<number>, end: number): number {
  for (let year = 0; year < end; year++) if (!Object.is(left[year] + 0, right[year] + 0)) return year;
  return end;
}

/** The figure of one run: a sum's mean over the years of the period, a level's value in the last; NaN if undefined. */
export function armFigure(values: ArrayLike<number> | undefined, rule: YearlyRule, { from, to }: ArmPeriod): number {
  if (values === undefined) return Number.NaN;
  if (rule !== "sum") return isDefined(values[to]) ? values[to] : Number.NaN;
  let sum = 0;
  let years = 0;
  for (let year = from; year <= to; year++) {
    if (!isDefined(values[year])) continue;
    sum += values[year];
    years += 1;
  }
  return years === 0 ? Number.NaN : sum / years;
}

/** What the figure is, in words: "mean of 2016-17 to 2019-20", "in 2019-20" or "in a part of 2019-20". */
export function armBasis(years: readonly string[], rule: YearlyRule, { from, to, isPart }: ArmPeriod): string {
  if (rule !== "sum" || from === to) return `in ${isPart ? "a part of " : ""}${years[to] ?? "no year"}`;
  return `mean of ${isPart ? "parts of " : ""}${years[from]} to ${years[to]}`;
}

/** Figures of a measure by arm, then by seed; NaN where the cell is missing, failed or not defined. */
export function armFigures(
  results: SweepResults,
  measure: { readonly key: string; readonly yearly: YearlyRule },
  period: ArmPeriod,
): readonly (readonly number[])[] {
  return results.arms.map(({ index }) =>
    results.seeds.map((_, seed) => armFigure(results.yearly(index, seed, measure.key), measure.yearly, period)),
  );
}

/** A whole financial year holds 52 or 53 Mondays. */
const WHOLE_YEAR_WEEKS = 52;

/** Which of its financial years a run holds all of; `yearOfWeek` holds places in `years`. */
export const wholeYears = (years: readonly string[], yearOfWeek: ArrayLike<number>): readonly boolean[] =>
  weeksInYears(years, yearOfWeek).map((count) => count >= WHOLE_YEAR_WEEKS);

function weeksInYears(years: readonly string[], yearOfWeek: ArrayLike<number>): readonly number[] {
  const weeks = years.map(() => 0);
  for (let week = 0; week < yearOfWeek.length; week++) weeks[yearOfWeek[week]] += 1;
  return weeks;
}

/**
 * The years that all of these runs have, with as many weeks of each: eight weeks of a year are not held against the whole
 * of it.
 */
export function commonYears(
  runs: readonly { readonly years: readonly string[]; readonly yearOfWeek: ArrayLike<number> }[],
): readonly string[] {
  const weeks = runs.map(({ years, yearOfWeek }) => {
    const counts = weeksInYears(years, yearOfWeek);
    return new Map(years.map((year, place) => [year, counts[place]]));
  });
  return runs[0].years.filter((year) => weeks.every((own) => own.get(year) === weeks[0].get(year)));
}
