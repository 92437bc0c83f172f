/**
 * A figure that two runs of one seed are compared by: over the years since some arm is no longer the same as the one it
 * is held against, as every comparison takes it. The years before are the same by construction and would only dilute it.
 */
import { armBasis, armFigure, type ArmPeriod, commonYears, periodFrom, wholeYears } from "../experiment/arm-figures.ts";
import type { MeasureInfo } from "../model/measures/measure.ts";
import type { RunResult } from "../simulation/result.ts";
import { Failure } from "./failure.ts";
import { sha256 } from "./store/checksum.ts";

/** What a figure is taken from. */
export type YearlyFigures = Pick<RunResult, "yearly" | "years" | "yearOfWeek">;

/** One measure of a run, and for each year a mark that differs where any measure does. */
export interface MarkedRun extends YearlyFigures {
  readonly marks: readonly string[];
}

/** Lets go of every other measure. */
export function markedRun({ yearly, years, yearOfWeek }: YearlyFigures, { key }: MeasureInfo): MarkedRun {
  const keys = Object.keys(yearly).sort();
  const marks = years.map((_, year) => {
    // The sign of zero and the kind of NaN say nothing.
    const figures = Float64Array.from(keys, (each) => yearly[each][year] + 0 || 0);
    const holes = keys.map((each) => (Number.isNaN(yearly[each][year]) ? "n" : "v")).join("");
    return sha256(Buffer.concat([Buffer.from(figures.buffer), Buffer.from(holes)])).slice(0, 16);
  });
  return { yearly: { [key]: yearly[key] }, years, yearOfWeek, marks };
}

export interface FigureWindow {
  /** What the figures are, in words: "mean of 2016-17 to 2019-20", "in 2019-20". */
  readonly basis: string;
  readonly figureOf: (run: MarkedRun) => number;
}

/**
 * The window of the arms, each with the runs of its first seeds, in the same order. Those that an arm's counterpart has
 * too say since when it differs from it.
 *
 * @param counterparts the arm that each is held against; a reference is its own
 * @throws Failure where they have no financial year in common, with as many weeks of it
 */
export function windowOf(
  arms: readonly (readonly MarkedRun[])[],
  counterparts: readonly number[],
  { key, yearly: rule }: MeasureInfo,
): FigureWindow {
  const firsts = arms.flatMap(([first]) => first ?? []);
  const years = commonYears(firsts);
  if (years.length === 0) {
    throw noYearInCommon("the two scenarios");
  }
  const placesOf = (run: MarkedRun): readonly number[] => years.map((year) => run.years.indexOf(year));
  const whole = years.map((_, year) =>
    firsts.every((run) => wholeYears(run.years, run.yearOfWeek)[placesOf(run)[year]]),
  );
  const differsIn = (year: number, runs: readonly MarkedRun[], others: readonly MarkedRun[]): boolean =>
    runs
      .slice(0, others.length)
      .some((run, seed) => markIn(run, placesOf(run)[year]) !== markIn(others[seed], placesOf(others[seed])[year]));
  const differing = years.findIndex((_, year) =>
    arms.some((runs, arm) => counterparts[arm] !== arm && differsIn(year, runs, arms[counterparts[arm]])),
  );
  const period: ArmPeriod = periodFrom(differing < 0 ? undefined : differing, years.length, whole);
  return {
    basis: armBasis(years, rule, period),
    figureOf: (run) => {
      const values = run.yearly[key];
      return armFigure(
        placesOf(run).map((place) => values[place]),
        rule,
        period,
      );
    },
  };
}

/** Nothing can be held against anything: eight weeks of a year are not the whole of it. */
export const noYearInCommon = (which: string): Failure =>
  new Failure("invalid", `${which} have no financial year in common, with as many weeks of it`, [
    "Give both the same start and the same weeks.",
  ]);

const markIn = ({ marks }: MarkedRun, place: number): string => marks[place];
