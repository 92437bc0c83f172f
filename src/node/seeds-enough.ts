/** A scenario, or two of them on the same seeds, run until the interval of one figure is as narrow as was asked. */
import { pairedPrecision, type Precision, type PrecisionGoal, precisionOf } from "../experiment/seeds-needed.ts";
import { WEEKS_PER_YEAR } from "../kernel/calendar.ts";
import type { MeasureInfo } from "../model/measures/measure.ts";
import type { RunResult } from "../simulation/result.ts";
import type { Progress } from "./each-seed.ts";
import { Failure } from "./failure.ts";
import { markedRun, windowOf, type YearlyFigures } from "./figure-window.ts";
import type { Runner } from "./pool.ts";
import { failedFailure } from "./run-failures.ts";
import { runSeeds } from "./run-seeds.ts";
import { type Cells, cellsInMemory, yearlyOnly } from "./store/cells.ts";
import type { Described } from "./store/write.ts";

/** What is asked of a figure, and who runs for it, whatever it is a figure of. */
export interface NarrowRequest {
  readonly measure: MeasureInfo;
  /**
   * A financial year. Unless told, the last one for levels and the mean of a year for what adds up; of a difference, over
   * the years since there is one.
   */
  readonly year?: string | undefined;
  readonly goal: PrecisionGoal;
  readonly pool: Runner;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

export interface EnoughRequest extends NarrowRequest {
  readonly described: Described;
  /** Where it is given, the figure is the difference: the scenario less this one. */
  readonly against?: Described | undefined;
  /** Hears each look, and how many seeds there will be at the next one; may refuse to go on. */
  readonly looked: (precision: Precision) => void;
}

export interface Enough {
  readonly precision: Precision;
  /** What the figure is: "in 2019-20", "mean of a year of 365.25 days, 2010-11 to 2019-20", of a difference "mean of 2016-17 to 2019-20". */
  readonly basis: string;
}

interface Arm {
  readonly described: Described;
  readonly cells: Cells;
}

/** Seeds are the whole numbers from 1. @throws Failure where a run fails, it is stopped, or there is no such year. */
export async function runUntilNarrow(request: EnoughRequest): Promise<Enough> {
  const { described, against, measure, year, goal, signal, looked } = request;
  const arms = [described, ...(against === undefined ? [] : [against])].map((each): Arm => ({
    described: each,
    cells: cellsInMemory(yearlyOnly),
  }));
  let precision = precisionOf([], goal);
  let basis = "";
  while (precision.state === "more") {
    looked(precision);
    const seeds = Array.from({ length: precision.next }, (_, index) => String(index + 1));
    const done = precision.runs;
    await runBoth(request, arms, seeds);
    if (signal.aborted) {
      const kept = `${done} ${done === 1 ? "seed" : "seeds"} had been looked at; nothing was written.`;
      throw new Failure("interrupted", "Interrupted.", [kept, "Start again with the same command."]);
    }
    const seen = lookAt(
      arms.map(({ cells }) => seeds.map((seed) => cells.get(seed))),
      measure,
      year,
    );
    basis = seen.basis;
    const [own, other] = seen.figures;
    precision = other === undefined ? precisionOf(own, goal) : pairedPrecision(other, own, goal);
  }
  return { precision, basis };
}

/** A figure for each run, arm by arm. A difference is taken over the years since the two are not the same. */
function lookAt(
  arms: readonly (readonly YearlyFigures[])[],
  measure: MeasureInfo,
  year: string | undefined,
): { readonly basis: string; readonly figures: readonly (readonly number[])[] } {
  if (arms.length === 1 || year !== undefined) {
    const figures = arms.map((runs) => runs.map((run) => figureOf(run, measure, year)));
    return { basis: basisOf(arms[0][0], measure, year), figures };
  }
  const [own, other] = arms.map((runs) => runs.map((run) => markedRun(run, measure)));
  const { basis, figureOf: compared } = windowOf([other, own], [0, 0], measure);
  return { basis, figures: [own.map(compared), other.map(compared)] };
}

/** Both arms share the pool, so that no worker waits for the other arm. */
async function runBoth(request: EnoughRequest, arms: readonly Arm[], seeds: readonly string[]): Promise<void> {
  const { pool, signal, progress } = request;
  const parts = new Map<Arm, Progress>();
  const failures = await Promise.all(
    arms.map((arm) =>
      runSeeds(
        {
          scenario: arm.described.scenario,
          seeds,
          options: { checks: "basic", timings: false },
          pool,
          signal,
          progress: (part) => {
            parts.set(arm, part);
            if (parts.size === arms.length) progress(sumOf([...parts.values()]));
          },
        },
        arm.cells,
      ),
    ),
  );
  const failed = failures.findIndex((each) => each.length > 0);
  if (failed < 0 || signal.aborted) return;
  const { described, cells } = arms[failed];
  throw failedFailure({ described: { ...described, seeds }, cells, places: undefined }, failures[failed]);
}

const sumOf = (parts: readonly Progress[]): Progress => ({
  done: parts.reduce((sum, { done }) => sum + done, 0),
  total: parts.reduce((sum, { total }) => sum + total, 0),
  before: parts.reduce((sum, { before }) => sum + before, 0),
  weeks: parts[0].weeks,
});

/** One number of a run; NaN where the measure is not defined then. */
export function figureOf({ yearly, years, yearOfWeek }: YearlyFigures, measure: MeasureInfo, year?: string): number {
  const values = yearly[measure.key];
  if (year !== undefined) return values[placeOf(years, year)];
  if (measure.yearly !== "sum") return values[years.length - 1];
  const weeks = years.map(() => 0);
  for (const place of yearOfWeek) weeks[place] += 1;
  let [sum, count] = [0, 0];
  for (const [place, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count += weeks[place];
  }
  // Of years of 52 and 53 weeks, and of parts of years, as in the summary of a run.
  return (sum / count) * WEEKS_PER_YEAR;
}

function placeOf(years: readonly string[], year: string): number {
  const place = years.indexOf(year);
  if (place >= 0) return place;
  throw new Failure("invalid", `--year "${year}" is no financial year of the run`, [`Allowed: ${years.join(", ")}.`]);
}

/** What the figure is, in words. */
export function basisOf({ years }: Pick<RunResult, "years">, measure: MeasureInfo, year: string | undefined): string {
  const last = years[years.length - 1];
  if (year !== undefined || measure.yearly !== "sum") return `in ${year ?? last}`;
  return `mean of a year of 365.25 days, ${years.length === 1 ? last : `${years[0]} to ${last}`}`;
}
