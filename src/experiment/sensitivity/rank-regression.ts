/**
 * How an output goes with each axis, the others held: standardised regression coefficients, on values and on ranks, of any
 * sampled sweep. Ranks also see what rises along a curve (Iman and Conover, Technometrics 21, 1979). R² says how much of
 * the output the straight lines account for: where it is low, believe other measures.
 */
import { bootstrapIntervals, type BootstrapOptions, type Interval } from "../bootstrap.ts";
import { refuseLengths, SensitivityError } from "./errors.ts";
import { ranksOf } from "./ranks.ts";

export interface RegressionAxis {
  readonly axis: number;
  /** Standard deviations that the output moves with one of the axis. NaN where axis or output never varies. */
  readonly standardised: number;
  /** The same on ranks, with its 95 % bootstrap interval over rows. */
  readonly ranked: number;
  readonly rankedInterval: Interval;
  /** Spearman's correlation, the other axes not held. */
  readonly spearman: number;
}

export interface Regression {
  /** Rows with an output. */
  readonly rows: number;
  /** Share of the variance accounted for, of values and of ranks. */
  readonly r2: number;
  readonly rankR2: number;
  readonly axes: readonly RegressionAxis[];
}

/**
 * @param columns one for each axis, one value for each row; named alternatives do not belong here (see main effects)
 * @param outputs one for each row; NaN where the run failed
 * @throws SensitivityError where lengths differ, rows are too few, or axes move together and cannot be told apart.
 */
export function rankRegression(
  columns: readonly (readonly number[])[],
  outputs: readonly number[],
  options: BootstrapOptions,
): Regression {
  for (const [axis, { length }] of columns.entries()) refuseLengths(`values of axis ${axis}`, length, outputs.length);
  const rows = outputs.flatMap((value, row) => (Number.isFinite(value) ? [row] : []));
  if (columns.length === 0) throw new SensitivityError("a regression needs one axis or more");
  if (rows.length < columns.length + 2) {
    throw new SensitivityError(
      `${rows.length} rows have an output: a regression on ${columns.length === 1 ? "one axis" : `${columns.length} axes`} needs ${columns.length + 2} or more`,
    );
  }
  const own = columns.map((column) => rows.map((row) => column[row]));
  const output = rows.map((row) => outputs[row]);
  const plain = regress(own, output);
  const ranked = regress(own.map(ranksOf), ranksOf(output));
  if (plain === undefined || ranked === undefined) {
    throw new SensitivityError(
      "two axes move together in every row, so that nothing tells them apart: drop one of them",
    );
  }
  const intervals = bootstrapIntervals(
    rows.length,
    (chosen) => {
      const pick = (values: readonly number[]): number[] => ranksOf(Array.from(chosen, (place) => values[place]));
      return regress(own.map(pick), pick(output))?.coefficients ?? columns.map(() => Number.NaN);
    },
    { method: "percentile", resamples: 500, ...options },
  );
  const axes = columns.map((_, axis) => ({
    axis,
    standardised: plain.coefficients[axis],
    ranked: ranked.coefficients[axis],
    rankedInterval: intervals[axis],
    spearman: ranked.correlations[axis],
  }));
  return { rows: rows.length, r2: plain.r2, rankR2: ranked.r2, axes };
}

interface Fit {
  readonly coefficients: readonly number[];
  readonly correlations: readonly number[];
  readonly r2: number;
}

/** Least squares on standardised columns; an axis that never varies is left out. Undefined where axes move together. */
function regress(columns: readonly (readonly number[])[], output: readonly number[]): Fit | undefined {
  const goal = standardised(output);
  const none = columns.map(() => Number.NaN);
  if (goal === undefined) return { coefficients: none, correlations: none, r2: Number.NaN };
  const scaled = columns.map(standardised);
  const varying = scaled.filter((column) => column !== undefined);
  const correlations = varying.map((column) => product(column, goal));
  const solved = solve(
    varying.map((one) => varying.map((other) => product(one, other))),
    correlations,
  );
  if (solved === undefined) return undefined;
  const spread = (values: readonly number[]): number[] => {
    let next = 0;
    return scaled.map((column) => (column === undefined ? Number.NaN : values[next++]));
  };
  const r2 = solved.reduce((sum, coefficient, index) => sum + coefficient * correlations[index], 0);
  return { coefficients: spread(solved), correlations: spread(correlations), r2 };
}

/** Mean 0 and sum of squares 1; undefined where nothing varies. */
function standardised(values: readonly number[]): readonly number[] | undefined {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  const apart = values.map((value) => value - mean);
  const size = Math.sqrt(product(apart, apart));
  return size > 1e-12 * Math.abs(mean) ? apart.map((value) => value / size) : undefined;
}

/** Sum of the products, row by row. */
function product(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (let row = 0; row < one.length; row++) sum += one[row] * other[row];
  return sum;
}

const SINGULAR = 1e-9;

/** Solves a symmetric positive system by Cholesky's factors; undefined where it is singular. */
function solve(matrix: readonly (readonly number[])[], goal: readonly number[]): number[] | undefined {
  const size = goal.length;
  const lower = Array.from({ length: size }, () => Array<number>(size).fill(0));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row][column];
      for (let each = 0; each < column; each++) sum -= lower[row][each] * lower[column][each];
      if (row === column && sum < SINGULAR) return undefined;
      lower[row][column] = row === column ? Math.sqrt(sum) : sum / lower[column][column];
    }
  }
  const found = [...goal];
  for (let row = 0; row < size; row++) {
    for (let each = 0; each < row; each++) found[row] -= lower[row][each] * found[each];
    found[row] /= lower[row][row];
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let each = row + 1; each < size; each++) found[row] -= lower[each][row] * found[each];
    found[row] /= lower[row][row];
  }
  return found;
}
