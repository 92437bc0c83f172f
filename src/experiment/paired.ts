/**
 * Two arms compared seed by seed. Both arms of a seed have the same luck, so most of what varies between runs cancels in
 * the difference; how much is told by the variance-reduction factor.
 */
import { isDefined, quantile } from "./spread.ts";

/** One number in two arms, over the seeds where it is defined in both. */
export interface Paired {
  readonly seeds: number;
  /** Second arm less first. */
  readonly mean: number;
  readonly median: number;
  /** Standard error of the mean difference; NaN with one seed. */
  readonly error: number;
  /** 95 % interval of the mean difference by Student's t; NaN with one seed. */
  readonly low: number;
  readonly high: number;
  /** Shares of the seeds in which the second arm is higher, and lower. */
  readonly higher: number;
  readonly lower: number;
  /** (Var A + Var B) / Var (B − A): what independent seeds would have cost; NaN where nothing differs or varies. */
  readonly varianceReduction: number;
}

/** Compares two arms, values of the same seeds in the same order; undefined where no seed has both. */
export function pairedOf(first: readonly number[], second: readonly number[]): Paired | undefined {
  const { left, right } = definedInBoth(first, second);
  if (left.length === 0) return undefined;
  const differences = left.map((value, index) =>
    settled(right[index] - value, Math.max(Math.abs(value), Math.abs(right[index]))),
  );
  const largest = Math.max(...differences.map(Math.abs));
  const mean = settled(meanOf(differences), largest);
  const variance = settled(varianceOf(differences), ROUNDING * largest * largest);
  const error = Math.sqrt(variance / differences.length);
  const reach = studentQuantile(differences.length - 1) * error;
  return {
    seeds: differences.length,
    mean,
    median: quantile(Float64Array.from(differences).sort(), 0.5),
    error,
    low: settled(mean - reach, largest),
    high: settled(mean + reach, largest),
    higher: differences.filter((value) => value > 0).length / differences.length,
    lower: differences.filter((value) => value < 0).length / differences.length,
    varianceReduction: variance > 0 ? (varianceOf(left) + varianceOf(right)) / variance : Number.NaN,
  };
}

/** What sums of fractions leave, as a share of what was added up. */
export const ROUNDING = 1e-12;

/** 0 where a difference is nothing but what rounding leaves of numbers of this size. */
const settled = (difference: number, size: number): number =>
  Math.abs(difference) <= ROUNDING * size ? 0 : difference;

/** The values of the seeds that have one in both arms. @throws RangeError where the lengths differ. */
export function definedInBoth(first: readonly number[], second: readonly number[]) {
  if (first.length !== second.length) throw new RangeError(`${first.length} values against ${second.length}`);
  const seeds = first.flatMap((_, index) => (isDefined(first[index]) && isDefined(second[index]) ? [index] : []));
  return { left: seeds.map((index) => first[index]), right: seeds.map((index) => second[index]) };
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sample variance, by n − 1; NaN of fewer than two. */
export function varianceOf(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN;
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1);
}

/** 97.5 % quantiles of Student's t for 1 to 10 degrees of freedom. */
const FEW: readonly number[] = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];
/** Of the normal distribution. */
const NORMAL = 1.959964;

/** The 97.5 % quantile of Student's t, to three digits: a table, then Fisher's expansion. NaN below one degree. */
export function studentQuantile(degrees: number): number {
  if (degrees < 1) return Number.NaN;
  if (degrees <= FEW.length) return FEW[degrees - 1];
  const z = NORMAL;
  const z3 = z * z * z;
  const z5 = z3 * z * z;
  return (
    z +
    (z3 + z) / (4 * degrees) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees * degrees) +
    (3 * z5 * z * z + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees * degrees * degrees)
  );
}
