/** What a sweep found, as rows for an analysis: one output for each arm, beside the arm's settings. */
import { meanOf } from "../paired.ts";
import { isDefined } from "../spread.ts";
import type { SweepArm, SweepResults } from "../sweep-results.ts";
import { SensitivityError } from "./errors.ts";
import type { Column } from "./prim-box.ts";

export interface SampleChoice {
  readonly measure: string;
  /** A financial year of the sweep; the mean over its years unless told. */
  readonly year?: string;
  /** Settings of the arm to compare with: each arm's output is then the mean paired difference from its like with these. */
  readonly against?: Readonly<Record<string, number | string>>;
}

export interface SweepSample {
  /** One for each axis, in the sweep's order; one value for each arm. */
  readonly columns: readonly Column[];
  /** One for each arm, the mean over seeds; NaN where no seed has a value, or there is no arm to compare with. */
  readonly outputs: readonly number[];
}

/** @throws SensitivityError where the sweep has no such measure, year or axis. */
export function sweepSample(results: SweepResults, { measure, year, against }: SampleChoice): SweepSample {
  refuseUnknown("measure", measure, results.measures);
  if (year !== undefined) refuseUnknown("year", year, results.years);
  for (const name of Object.keys(against ?? {})) {
    refuseUnknown(
      "axis",
      name,
      results.axes.map((axis) => axis.name),
    );
  }
  const place = year === undefined ? undefined : results.years.indexOf(year);
  const figures = results.arms.map(({ index }) =>
    results.seeds.map((_, seed) => figureOf(results.yearly(index, seed, measure), place)),
  );
  const nameOf = namer(results);
  const byName = new Map(results.arms.map((arm, row) => [nameOf(arm.settings), row]));
  const outputs = results.arms.map((arm, row) => {
    if (against === undefined) return meanOver(figures[row]);
    const other = byName.get(nameOf({ ...arm.settings, ...against }));
    if (other === undefined) return Number.NaN;
    return meanOver(figures[row].map((value, seed) => value - figures[other][seed]));
  });
  const columns = results.axes.map(({ name }) => ({
    name,
    values: results.arms.map(({ settings }) => settings[name]),
  }));
  return { columns, outputs };
}

const namer =
  ({ axes }: SweepResults) =>
  (settings: SweepArm["settings"]): string =>
    JSON.stringify(axes.map(({ name }) => settings[name]));

/** One year, or the mean over the years that have a value. */
function figureOf(yearly: ArrayLike<number> | undefined, place: number | undefined): number {
  if (yearly === undefined) return Number.NaN;
  return place === undefined ? meanOver(Array.from(yearly)) : yearly[place];
}

function meanOver(values: readonly number[]): number {
  const known = values.filter(isDefined);
  return known.length === 0 ? Number.NaN : meanOf(known);
}

function refuseUnknown(what: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  throw new SensitivityError(`${what} ${JSON.stringify(name)} is not in this sweep; it has ${known.join(", ")}`);
}
