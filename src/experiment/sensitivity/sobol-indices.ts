/**
 * Sobol indices: which share of an output's variance goes when an axis is fixed. The first-order index is the share that
 * the axis carries alone; the total index adds all in which it has a part together with others. First order by the
 * estimator of Saltelli et al. (Computer Physics Communications 181, 2010, table 2b), total by Jansen's (1999, table 2f).
 */
import { bootstrapIntervals, type BootstrapOptions, type Interval } from "../bootstrap.ts";
import type { RadialDesign } from "../designs/index.ts";
import { isDefined } from "../spread.ts";
import { refuseLengths, SensitivityError } from "./errors.ts";

export interface SobolAxis {
  readonly axis: number;
  /** Estimates, so they can lie a little below 0 or above 1. NaN where the output does not vary. */
  readonly first: number;
  readonly total: number;
  /** 95 % bootstrap intervals over base points. */
  readonly firstInterval: Interval;
  readonly totalInterval: Interval;
}

export interface SobolIndices {
  /** Base points all of whose runs have an output; the others are left out whole. */
  readonly base: number;
  readonly mean: number;
  readonly variance: number;
  readonly axes: readonly SobolAxis[];
}

/**
 * @param outputs one for each point of the design, in its order; NaN where the run failed
 * @throws SensitivityError where the outputs do not fit the design, or fewer than two base points are whole.
 */
export function sobolIndices(
  { base, dimensions, points }: RadialDesign,
  outputs: ArrayLike<number>,
  options: BootstrapOptions,
): SobolIndices {
  refuseLengths("outputs of a radial design", outputs.length, points.length);
  const width = dimensions + 2;
  const groups = Array.from({ length: base }, (_, group) =>
    Float64Array.from({ length: width }, (__, place) => outputs[group * width + place]),
  ).filter((group) => group.every(isDefined));
  if (groups.length < 2) {
    throw new SensitivityError(`${groups.length} base points have all their runs: Sobol indices need two or more`);
  }
  // About the mean the products are smaller, and so is their noise; the indices do not change.
  const mean = groups.reduce((sum, group) => sum + group[0] + group[width - 1], 0) / (2 * groups.length);
  for (const group of groups) for (const [place, value] of group.entries()) group[place] = value - mean;
  const all = Int32Array.from(groups, (_, place) => place);
  const found = estimate(groups, all, dimensions);
  const intervals = bootstrapIntervals(groups.length, (chosen) => estimate(groups, chosen, dimensions), {
    method: "percentile",
    resamples: 1000,
    ...options,
  });
  const axes = Array.from({ length: dimensions }, (_, axis) => ({
    axis,
    first: found[axis],
    total: found[dimensions + axis],
    firstInterval: intervals[axis],
    totalInterval: intervals[dimensions + axis],
  }));
  return { base: groups.length, mean, variance: varianceOver(groups, all, width), axes };
}

/** First-order indices of all axes, then total ones. */
function estimate(groups: readonly Float64Array[], chosen: Int32Array, dimensions: number): number[] {
  const variance = varianceOver(groups, chosen, dimensions + 2);
  const sums = Array<number>(2 * dimensions).fill(0);
  for (const place of chosen) {
    const group = groups[place];
    const [a, b] = [group[0], group[dimensions + 1]];
    for (let axis = 0; axis < dimensions; axis++) {
      const mixed = group[axis + 1];
      sums[axis] += b * (mixed - a);
      sums[dimensions + axis] += ((a - mixed) * (a - mixed)) / 2;
    }
  }
  return sums.map((sum) => (variance > 0 ? sum / chosen.length / variance : Number.NaN));
}

/** Over the As and Bs. */
function varianceOver(groups: readonly Float64Array[], chosen: Int32Array, width: number): number {
  let [sum, squares] = [0, 0];
  for (const place of chosen) {
    const [a, b] = [groups[place][0], groups[place][width - 1]];
    sum += a + b;
    squares += a * a + b * b;
  }
  const count = 2 * chosen.length;
  return squares / count - (sum / count) * (sum / count);
}
