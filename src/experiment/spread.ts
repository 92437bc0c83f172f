/** What many runs say about one number. */

/** One number over the runs where it is defined. Quantiles are of type 7 (Hyndman and Fan), as in R and NumPy. */
export interface Spread {
  /** How many runs had a value. */
  readonly runs: number;
  readonly mean: number;
  /** The 5th percentile. */
  readonly low: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  /** The 95th percentile. */
  readonly high: number;
}

/** Larger sizes cannot be subtracted and drawn without overflow, so they count as not defined. */
const LARGEST = 1e300;

export const isDefined = (value: number | undefined): value is number =>
  value !== undefined && Number.isFinite(value) && Math.abs(value) <= LARGEST;

/**
 * The value below which the share `p` of the sorted numbers lies, interpolated between neighbours at rank
 * 1 + (n - 1) p. `ascending` holds at least one number; p is between 0 and 1.
 */
export function quantile(ascending: ArrayLike<number>, p: number): number {
  const rank = (ascending.length - 1) * p;
  const below = Math.floor(rank);
  const left = ascending[below];
  const right = ascending[Math.min(below + 1, ascending.length - 1)];
  // Equal neighbours give themselves, not a neighbour one bit away.
  return left === right ? left : left + (right - left) * (rank - below);
}

/** The spread over the runs that have a value; undefined when none has. */
export function spreadOf(values: readonly (number | undefined)[]): Spread | undefined {
  const ascending = Float64Array.from(values.filter(isDefined)).sort();
  if (ascending.length === 0) return undefined;
  // Divided before it is summed, so that huge values do not overflow; equal values are their own mean.
  const [smallest, largest] = [ascending[0], ascending[ascending.length - 1]];
  const mean = ascending.reduce((sum, value) => sum + value / ascending.length, 0);
  return {
    runs: ascending.length,
    mean: Math.min(largest, Math.max(smallest, mean)),
    low: quantile(ascending, 0.05),
    lowerQuartile: quantile(ascending, 0.25),
    median: quantile(ascending, 0.5),
    upperQuartile: quantile(ascending, 0.75),
    high: quantile(ascending, 0.95),
  };
}
