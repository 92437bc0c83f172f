/**
 * Draws as functions: one uniform from the open interval (0, 1) in, one variate out, nothing kept and nothing allocated.
 *
 * Each is the inverse of a distribution function, so it never falls as u rises, but for the last bit of a fraction, and
 * a draw keeps its place in the distribution when a policy moves the parameters. (`bernoulli` never rises: the smallest
 * uniforms are the successes.) Uniforms at or beyond 0 and 1 are the caller's error, checked only where that is free.
 */
import { exp, log } from "./math.ts";
import { normalQuantile } from "./normal.ts";

export { binomial, poisson } from "./counts.ts";
export { normalQuantile, normalShare } from "./normal.ts";

/** Whether something of probability p happens: never at p = 0 or below, always at p = 1 or above. */
export function bernoulli(u: number, p: number): boolean {
  return u < p;
}

/** A point between low and high, both of which rounding may reach; every point is as likely as another. */
export function uniformBetween(u: number, low: number, high: number): number {
  return low + (high - low) * u;
}

/**
 * A normal variate with this mean and standard deviation; exactly the mean where the deviation is 0.
 * @throws RangeError if u is not inside (0, 1).
 */
export function normal(u: number, mean: number, standardDeviation: number): number {
  return mean + standardDeviation * normalQuantile(u);
}

/**
 * A positive variate whose logarithm is normal: half lie below the median, and sigma is the logarithm's deviation.
 * Its mean is median * exp(sigma * sigma / 2).
 * @throws RangeError if u is not inside (0, 1).
 */
export function lognormal(u: number, median: number, sigma: number): number {
  return median * exp(sigma * normalQuantile(u));
}

/**
 * How long until something that comes after `mean` on average and does not age, in the mean's unit; never -0.
 * Exact to rounding for uniforms that are multiples of 2^-53.
 */
export function exponential(u: number, mean: number): number {
  return 0 - mean * log(1 - u);
}

/**
 * The index of one of `count` alternatives, each chosen in proportion to its weight; a weight of 0 is never chosen.
 *
 * @param weights not negative; the caller sees to that, for it is not checked.
 * @param count how many of the weights are alternatives: all, unless told.
 * @throws RangeError if the weights do not sum to a positive finite number.
 */
export function categorical(
  u: number,
  weights: Float64Array | readonly number[],
  count: number = weights.length,
): number {
  let total = 0;
  for (let index = 0; index < count; index++) total += weights[index];
  if (!(total > 0 && total < Infinity)) {
    throw new RangeError(`categorical: ${count} weights sum to ${total}, so none can be chosen in proportion`);
  }
  const target = u * total;
  let cumulative = 0;
  let chosen = -1;
  for (let index = 0; index < count; index++) {
    if (weights[index] <= 0) continue;
    chosen = index;
    cumulative += weights[index];
    // Below, never at: an alternative without weight adds nothing, so the target cannot fall inside it.
    if (target < cumulative) return index;
  }
  // u * total can round up to the total itself: then the last alternative with a weight is the one.
  return chosen;
}

/**
 * One of the two whole numbers beside x, so that the expectation is x; a whole x is itself.
 * The higher for the u above 1 less the fraction of x. Exact to rounding for |x| below 2^52.
 */
export function roundStochastic(u: number, x: number): number {
  const whole = Math.floor(x);
  return u > 1 - (x - whole) ? whole + 1 : whole;
}
