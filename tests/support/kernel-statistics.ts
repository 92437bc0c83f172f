/** Plain statistics for tests of the draws: what a fair coin, a flat square and two strangers look like. */

/** Ones among 32 bits. */
export function bitCount(word: number): number {
  let count = 0;
  for (let left = word >>> 0; left !== 0; left = (left & (left - 1)) >>> 0) count++;
  return count;
}

/** Pearson's correlation of two columns of equal length. */
export function correlation(left: Float64Array, right: Float64Array): number {
  const n = left.length;
  const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / n;
  const [meanLeft, meanRight] = [meanOf(left), meanOf(right)];
  let [both, leftSquares, rightSquares] = [0, 0, 0];
  for (let index = 0; index < n; index++) {
    const [x, y] = [left[index] - meanLeft, right[index] - meanRight];
    both += x * y;
    leftSquares += x * x;
    rightSquares += y * y;
  }
  return both / Math.sqrt(leftSquares * rightSquares);
}

/** How far equal buckets are from equally full, in standard deviations of a chi-square with that many buckets. */
export function unevenness(buckets: readonly number[]): number {
  const expected = buckets.reduce((sum, count) => sum + count, 0) / buckets.length;
  const chiSquare = buckets.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const freedom = buckets.length - 1;
  return (chiSquare - freedom) / Math.sqrt(2 * freedom);
}

/** Points of the unit square, counted on a grid. */
export function grid(left: Float64Array, right: Float64Array, side: number): readonly number[] {
  const buckets = Array.from({ length: side * side }, () => 0);
  left.forEach((x, index) => {
    buckets[Math.floor(x * side) * side + Math.floor(right[index] * side)] += 1;
  });
  return buckets;
}

/** 32-bit words from Marsaglia's xorshift128 (2003), kin to nothing tested: the same inputs for everyone, for ever. */
export function words(seed: number): () => number {
  let [x, y, z, w] = [123456789 ^ seed, 362436069, 521288629, 88675123];
  const next = (): number => {
    const mixed = x ^ (x << 11);
    [x, y, z] = [y, z, w];
    w = w ^ (w >>> 19) ^ mixed ^ (mixed >>> 8);
    return w >>> 0;
  };
  // The first words still resemble the seed.
  for (let index = 0; index < 64; index++) next();
  return next;
}
