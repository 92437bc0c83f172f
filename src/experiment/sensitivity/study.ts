/**
 * What a measure of a sweep hangs on, by the method that its design can answer: Morris's screening, Sobol indices, a
 * regression on ranks, or the box in which the policy fails.
 */
import { quantile } from "../spread.ts";
import type { SweepAxis, SweepResults } from "../sweep-results.ts";
import { type Condition, holds } from "./condition.ts";
import { SensitivityError } from "./errors.ts";
import { mainEffect } from "./main-effects.ts";
import { morrisScreening, type ScreenedAxis } from "./morris.ts";
import { type Discovery, prim } from "./prim.ts";
import { type BoxCheck, checkBox } from "./prim-check.ts";
import { type Column, isChoice } from "./prim-box.ts";
import { rankRegression, type RegressionAxis } from "./rank-regression.ts";
import { type SobolAxis, sobolIndices } from "./sobol-indices.ts";
import { armsFor, morrisRows, radialRows, type RowsWanted } from "./study-rows.ts";
import { type SampleChoice, sweepSample } from "./sweep-sample.ts";

export const METHODS = ["morris", "sobol", "regression", "prim"] as const;
export type Method = (typeof METHODS)[number];

export interface StudyChoice extends RowsWanted, SampleChoice {
  /** "auto": prim where a condition is given, else what the design was made for, else regression. */
  readonly method: Method | "auto";
  /** When the policy fails; for prim. */
  readonly condition?: Condition;
  /** The density wanted of a box. */
  readonly density?: number;
}

interface Named {
  readonly name: string;
}

/** A column of a regression: an axis, or one of its alternatives against the others. */
export interface RegressionColumn extends RegressionAxis, Named {
  /** Share of the variance between the axis's values, of every axis. */
  readonly share: number;
  /** How far from 0 luck alone would put that share with so many arms. */
  readonly shareLuck: number;
}

export type Finding =
  | { readonly method: "morris"; readonly trajectories: number; readonly axes: readonly (ScreenedAxis & Named)[] }
  | {
      readonly method: "sobol";
      readonly base: number;
      readonly mean: number;
      readonly variance: number;
      readonly axes: readonly (SobolAxis & Named)[];
    }
  | {
      readonly method: "regression";
      readonly rows: number;
      readonly r2: number;
      readonly rankR2: number;
      readonly axes: readonly RegressionColumn[];
    }
  | {
      readonly method: "prim";
      readonly condition: Condition;
      readonly discovery: Discovery;
      /** The box on arms that the search has not seen; undefined where too few fail, or too few do not. */
      readonly check: BoxCheck | undefined;
    };

export interface Study {
  readonly measure: string;
  readonly year: string | undefined;
  /** Arms looked at, and those of them with an output. */
  readonly arms: number;
  readonly known: number;
  /** Of the outputs looked at. */
  readonly output: { readonly least: number; readonly median: number; readonly most: number };
  /** The axes that differ among these arms, with the values that occur. */
  readonly columns: readonly Column[];
  readonly finding: Finding;
}

/** Intervals and checks are a function of the sweep alone. */
const BOOTSTRAP_SEED = "sensitivity";

/** @throws SensitivityError where the design cannot answer the method, or nothing is there to analyse. */
export function studyOf(results: SweepResults, choice: StudyChoice): Study {
  const { measure, year, condition } = choice;
  const method = choice.method === "auto" ? methodFor(results, condition) : choice.method;
  if (condition !== undefined && method !== "prim") {
    throw new SensitivityError(`a condition goes with prim, not with ${method}`);
  }
  const sample = sweepSample(results, choice);
  const arms = armsFor(results, choice);
  const outputs = arms.map((arm) => sample.outputs[arm]);
  const known = ascending(outputs.filter(Number.isFinite));
  if (known.length === 0) throw new SensitivityError(whyNothing(choice));
  const columns = sample.columns
    .map(({ name, values }): Column => ({ name, values: arms.map((arm) => values[arm]) }))
    .filter(({ values }) => new Set(values).size > 1);
  const finding =
    method === "morris" || method === "sobol"
      ? ofDesign(method, results, sample.outputs, choice)
      : method === "prim"
        ? discovered(columns, outputs, choice, results.sampling?.crossed ?? [])
        : regressed(columns, outputs, results);
  const [least = Number.NaN, median = Number.NaN, most = Number.NaN] = [0, 0.5, 1].map((share) =>
    quantile(known, share),
  );
  return { measure, year, arms: arms.length, known: known.length, output: { least, median, most }, columns, finding };
}

function methodFor({ sampling }: SweepResults, condition: Condition | undefined): Method {
  if (condition !== undefined) return "prim";
  if (sampling?.design === "morris") return "morris";
  return sampling?.design === "radial" ? "sobol" : "regression";
}

function whyNothing({ measure, against }: StudyChoice): string {
  if (against === undefined) return `no arm has a value of ${measure}`;
  const settings = Object.entries(against).map(([axis, value]) => `${axis}=${value}`);
  return `no arm has its like with ${settings.join(", ")} to compare with: that axis must be crossed, or one of a grid`;
}

function ofDesign(
  method: "morris" | "sobol",
  results: SweepResults,
  outputs: readonly number[],
  wanted: RowsWanted,
): Finding {
  const names = results.sampling?.axes ?? [];
  const named = <A extends { readonly axis: number }>(axis: A): A & Named => ({ ...axis, name: names[axis.axis] });
  if (method === "morris") {
    const { design, arms } = morrisRows(results, wanted);
    const axes = morrisScreening(
      design,
      arms.map((arm) => outputs[arm]),
      { seed: BOOTSTRAP_SEED },
    );
    return { method, trajectories: design.trajectories, axes: descending(axes.map(named), ({ muStar }) => muStar) };
  }
  const { design, arms } = radialRows(results, wanted);
  const found = sobolIndices(
    design,
    arms.map((arm) => outputs[arm]),
    { seed: BOOTSTRAP_SEED },
  );
  const { base, mean, variance } = found;
  return { method, base, mean, variance, axes: descending(found.axes.map(named), ({ total }) => total) };
}

function regressed(
  columns: readonly Column[],
  outputs: readonly number[],
  { axes, arms, reference }: SweepResults,
): Finding {
  const usual = arms[reference].settings;
  const numeric = columns.flatMap((column) => {
    const { share, luck: shareLuck } = mainEffect(column.values, outputs);
    const kinds = isChoice(column) ? alternativesOf(column, axes, usual[column.name]) : [column];
    return kinds.map(({ name, values }) => ({ name, values: values as readonly number[], share, shareLuck }));
  });
  const found = rankRegression(
    numeric.map(({ values }) => values),
    outputs,
    { seed: BOOTSTRAP_SEED },
  );
  const named = found.axes.map((each) => {
    const { name, share, shareLuck } = numeric[each.axis];
    return { ...each, name, share, shareLuck };
  });
  const { rows, r2, rankR2 } = found;
  return { method: "regression", rows, r2, rankR2, axes: descending(named, ({ ranked }) => Math.abs(ranked)) };
}

/** One column of ones and noughts for each alternative but the usual one. */
function alternativesOf(
  { name, values }: Column,
  axes: readonly SweepAxis[],
  usual: number | string,
): readonly Column[] {
  const there = new Set(values);
  const all = (axes.find((axis) => axis.name === name)?.values ?? [...there]).filter((value) => there.has(value));
  const base = there.has(usual) ? usual : all[0];
  return all
    .filter((value) => value !== base)
    .map((value) => ({ name: `${name} = ${value}`, values: values.map((each) => (each === value ? 1 : 0)) }));
}

function discovered(
  columns: readonly Column[],
  outputs: readonly number[],
  { condition, density }: StudyChoice,
  crossed: readonly string[],
): Finding {
  if (condition === undefined) {
    throw new SensitivityError(
      'prim needs to know when the policy fails: a condition such as "unmet.hoursPercent > 20"',
    );
  }
  const rows = outputs.flatMap((value, row) => (Number.isFinite(value) ? [row] : []));
  const own = columns.map(({ name, values }): Column => ({ name, values: rows.map((row) => values[row]) }));
  const fails = rows.map((row) => holds(condition, outputs[row]));
  if (new Set(fails).size < 2) {
    const values = ascending(rows.map((row) => outputs[row]));
    const [least, median, most] = [0, 0.5, 1].map((share) => Number(quantile(values, share).toPrecision(4)));
    throw new SensitivityError(
      `the condition holds in ${fails[0] ? "every one" : "none"} of ${rows.length} arms: there is nothing to tell apart; values go from ${least} over ${median} (median) to ${most}`,
    );
  }
  const options = density === undefined ? {} : { density };
  const drawn = own.filter(({ name }) => !crossed.includes(name));
  const groups = rows.map((_, place) => JSON.stringify(drawn.map(({ values }) => values[place])));
  const check = checkBox(own, fails, { ...options, seed: BOOTSTRAP_SEED, ...(crossed.length > 0 ? { groups } : {}) });
  return { method: "prim", condition, discovery: prim(own, fails, options), check };
}

const ascending = (values: readonly number[]): readonly number[] => [...values].sort((one, other) => one - other);

/** The most telling first; what is not defined last. */
function descending<T>(items: readonly T[], size: (item: T) => number): readonly T[] {
  const key = (item: T): number => (Number.isNaN(size(item)) ? Number.NEGATIVE_INFINITY : size(item));
  return [...items].sort((one, other) => key(other) - key(one) || 0);
}
