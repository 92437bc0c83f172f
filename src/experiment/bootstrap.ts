/**
 * How far a statistic might be off, found by drawing from the sample again and again with replacement (Efron, Annals of
 * Statistics 7, 1979). Intervals are 95 % intervals and a function of sample and seed alone.
 */
import { exp, normalQuantile, openDraws } from "../kernel/index.ts";

/** A 95 % interval; NaN at both ends where none can be given. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  readonly seed: string;
  /** How often the sample is drawn again; 2,000 unless told. */
  readonly resamples?: number;
  /**
   * "bca": corrected for bias and skewness (Efron, JASA 82, 1987), for which the statistic is also worked out without
   * each item in turn; "percentile": the middle 95 % of the resamples. "bca" unless told.
   */
  readonly method?: "bca" | "percentile";
}

const LEVEL = 0.95;
const NO_INTERVAL: Interval = Object.freeze({ low: Number.NaN, high: Number.NaN });

/**
 * The interval of a statistic of `size` items.
 *
 * @param statistic from places in the sample, 0 to size - 1, some of them several times; NaN where it is not defined
 */
export function bootstrapInterval(
  size: number,
  statistic: (chosen: Int32Array) => number,
  options: BootstrapOptions,
): Interval {
  return bootstrapIntervals(size, (chosen) => [statistic(chosen)], options)[0];
}

/** The same for several statistics of the same items at once, each resample being drawn once for all of them. */
export function bootstrapIntervals(
  size: number,
  statistics: (chosen: Int32Array) => readonly number[],
  { seed, resamples = 2000, method = "bca" }: BootstrapOptions,
): readonly Interval[] {
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`a bootstrap of ${size} items: one or more are needed`);
  if (!Number.isInteger(resamples) || resamples < 40) {
    throw new RangeError(`${resamples} resamples: the ends of a 95 % interval need 40 or more`);
  }
  const all = Int32Array.from({ length: size }, (_, place) => place);
  const estimates = statistics(all);
  if (size === 1) return estimates.map(() => NO_INTERVAL);
  const found = estimates.map(() => new Float64Array(resamples));
  const draws = openDraws(seed, ["bootstrap.choice"])["bootstrap.choice"];
  const chosen = new Int32Array(size);
  for (let resample = 0; resample < resamples; resample++) {
    draws.at(resample);
    for (let place = 0; place < size; place++) chosen[place] = Math.floor(draws.uniform(place) * size);
    for (const [index, value] of statistics(chosen).entries()) found[index][resample] = value;
  }
  const left = method === "bca" ? withoutEach(size, statistics, estimates.length) : [];
  return estimates.map((estimate, index) => intervalOf(estimate, found[index], left[index]));
}

/** The statistics without each item in turn. */
function withoutEach(size: number, statistics: (chosen: Int32Array) => readonly number[], count: number) {
  const left = Array.from({ length: count }, () => new Float64Array(size));
  const rest = new Int32Array(size - 1);
  for (let out = 0; out < size; out++) {
    for (let place = 0; place < size - 1; place++) rest[place] = place < out ? place : place + 1;
    for (const [index, value] of statistics(rest).entries()) left[index][out] = value;
  }
  return left;
}

/** Resamples without a value are left out; where they are half or more, there is no interval. */
function intervalOf(estimate: number, found: Float64Array, left: Float64Array | undefined): Interval {
  const ascending = found.filter((value) => !Number.isNaN(value)).sort();
  if (Number.isNaN(estimate) || ascending.length * 2 <= found.length) return NO_INTERVAL;
  const [low, high] = left === undefined ? USUAL : correctedEnds(estimate, ascending, left);
  return { low: ranked(ascending, low), high: ranked(ascending, high) };
}

const USUAL = [(1 - LEVEL) / 2, (1 + LEVEL) / 2] as const;

/** The shares of resamples at which the ends stand, moved by bias and acceleration. */
function correctedEnds(estimate: number, ascending: Float64Array, left: Float64Array): readonly [number, number] {
  let below = 0;
  for (const value of ascending) below += value < estimate ? 1 : value === estimate ? 0.5 : 0;
  const share = below / ascending.length;
  if (share <= 0 || share >= 1) return USUAL;
  const bias = normalQuantile(share);
  const acceleration = accelerationOf(left);
  const [low, high] = USUAL.map((usual) => {
    const moved = bias + normalQuantile(usual);
    return normalShare(bias + moved / (1 - acceleration * moved));
  });
  return low < high ? [low, high] : USUAL;
}

/** How the statistic's spread changes with its value; 0 where it cannot be told. */
function accelerationOf(left: Float64Array): number {
  const mean = left.reduce((sum, value) => sum + value / left.length, 0);
  let [squares, cubes] = [0, 0];
  for (const value of left) {
    const apart = mean - value;
    squares += apart * apart;
    cubes += apart * apart * apart;
  }
  const acceleration = cubes / (6 * squares * Math.sqrt(squares));
  return Number.isFinite(acceleration) ? acceleration : 0;
}

/** The value at a share of the sorted resamples; no interpolation, so that infinite values do no harm. */
function ranked(ascending: Float64Array, share: number): number {
  const rank = Math.floor(share * (ascending.length + 1)) - 1;
  return ascending[Math.min(ascending.length - 1, Math.max(0, rank))];
}

const ROOT_TWO_PI = 2.5066282746310002;

/** The share of a normal population below z: Marsaglia's series (J. Stat. Software 11(4), 2004), to about 10^-15. */
export function normalShare(z: number): number {
  if (z < -8 || z > 8) return z < 0 ? 0 : 1;
  let [term, sum] = [z, z];
  for (let odd = 3; sum + term !== sum; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + (sum * exp(-0.5 * z * z)) / ROOT_TWO_PI;
}
