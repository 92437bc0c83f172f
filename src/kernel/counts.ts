/**
 * Whole-number draws by inverse transform: the smallest count whose cumulative probability reaches u.
 *
 * One uniform in, one count out, never falling as u rises, so two arms that differ a little draw counts that differ a
 * little. The search adds terms upwards from 0, or, where the mean passes 500 and the first term would underflow, from
 * nine standard deviations below the mean, which leaves out less than 10^-17 of the distribution.
 */
import { exp, log1p } from "./math.ts";

/** Above it the search would be slow, not wrong: about 18,000 steps. */
const LARGEST_MEAN = 1_000_000;
/** Up to it every first term, exp(-mean) or (1 - p)^n with p up to 1/2, is a normal number. */
const LARGEST_MEAN_FROM_ZERO = 500;
const TWO_PI = 6.283185307179586;

/**
 * How many events happen when `mean` are expected and each comes on its own.
 *
 * Cumulative probabilities carry an error below 10^-12 for means up to 500 and below 10^-11 above. Takes about
 * `mean` steps, or nine to eighteen square roots of it above 500.
 * @throws RangeError if the mean is not between 0 and a million.
 */
export function poisson(u: number, mean: number): number {
  if (!(mean >= 0 && mean <= LARGEST_MEAN)) {
    throw new RangeError(`poisson: a mean of ${mean} is not between 0 and ${LARGEST_MEAN}`);
  }
  // exp(-mean) is never below 1 - mean: most draws of rare events need no exponential.
  if (u <= 1 - mean) return 0;
  let count = firstCount(mean, mean);
  let term = count === 0 ? exp(-mean) : poissonTerm(count, mean);
  let cumulative = term;
  while (u > cumulative) {
    term *= mean / (count + 1);
    const next = cumulative + term;
    // The terms left are below the last bit of the sum: u stands nearer to 1 than the sum can.
    if (next === cumulative) return count;
    cumulative = next;
    count++;
  }
  return count;
}

/**
 * How many of n succeed when each succeeds with probability p on its own.
 *
 * Errors as for `poisson`; takes about n * p steps, or n * (1 - p) where p is above 1/2.
 * @throws RangeError if n is not a whole number from 0 up, if p is not between 0 and 1, or if n times the smaller of p
 * and 1 - p is above a million.
 */
export function binomial(u: number, n: number, p: number): number {
  if (!(n >= 0 && Math.floor(n) === n && p >= 0 && p <= 1 && n * Math.min(p, 1 - p) <= LARGEST_MEAN)) {
    throw new RangeError(`binomial: cannot draw how many of ${n} succeed with probability ${p}`);
  }
  // Counting failures instead keeps the first term a normal number. With u inside (0, 1), so is 1 - u.
  return p > 0.5 ? n - successes(1 - u, n, 1 - p) : successes(u, n, p);
}

/** `binomial` for p up to 1/2. */
function successes(u: number, n: number, p: number): number {
  const mean = n * p;
  // (1 - p)^n is never below 1 - n * p.
  if (u <= 1 - mean) return 0;
  const odds = p / (1 - p);
  let count = firstCount(mean, mean * (1 - p));
  let term = count === 0 ? exp(n * log1p(-p)) : binomialTerm(count, n, p);
  let cumulative = term;
  while (u > cumulative) {
    term *= ((n - count) / (count + 1)) * odds;
    const next = cumulative + term;
    // As for poisson; and at count = n the term is 0.
    if (next === cumulative) return count;
    cumulative = next;
    count++;
  }
  return count;
}

/** Where the search begins. */
function firstCount(mean: number, variance: number): number {
  return mean <= LARGEST_MEAN_FROM_ZERO ? 0 : Math.floor(mean - 9 * Math.sqrt(variance));
}

/** The probability of exactly `count` events, for counts above 200. Source: Loader's saddle-point form (2000). */
function poissonTerm(count: number, mean: number): number {
  const excess = mean - count;
  const logarithm = count * log1p(excess / count) - excess - stirlingError(count);
  return exp(logarithm) / Math.sqrt(TWO_PI * count);
}

/** The probability of exactly `count` successes, for counts of successes and of failures above 200. */
function binomialTerm(count: number, n: number, p: number): number {
  const failures = n - count;
  const excess = n * p - count;
  const logarithm =
    count * log1p(excess / count) +
    failures * log1p(-excess / failures) +
    (stirlingError(n) - stirlingError(count) - stirlingError(failures));
  return exp(logarithm) * Math.sqrt(n / (TWO_PI * count * failures));
}

/** How far ln(n!) lies above Stirling's formula: to 10^-19 for n above 200. */
function stirlingError(n: number): number {
  const square = n * n;
  return (1 / 12 - (1 / 360 - 1 / (1260 * square)) / square) / n;
}
