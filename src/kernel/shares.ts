/** Whole things are shared without losing or making any. */

/**
 * The one rounding rule: halves go up, towards plus infinity, to a multiple of `unit`.
 * `unit` is 1 but in the test of law M9, which scales all money by a power of two.
 */
export const roundHalfUp = (value: number, unit = 1): number =>
  unit === 1 ? Math.floor(value + 0.5) : Math.floor(value / unit + 0.5) * unit;

/**
 * Shares `total` whole units in proportion to `weights` by largest remainder (Hamilton), ties to the lower index.
 *
 * @param out receives `count` whole numbers that sum to exactly `total`; all zero where the weights sum to zero.
 */
export function shareByLargestRemainder(
  total: number,
  weights: ArrayLike<number>,
  count: number,
  out: Int32Array | Float64Array,
): void {
  let weightSum = 0;
  for (let index = 0; index < count; index++) weightSum += weights[index];
  let given = 0;
  for (let index = 0; index < count; index++) {
    out[index] = weightSum > 0 ? Math.floor((total * weights[index]) / weightSum) : 0;
    given += out[index];
  }
  if (weightSum <= 0) return;
  const remainder = (index: number): number => (total * weights[index]) / weightSum;
  const taken = new Uint8Array(count);
  for (let left = total - given; left > 0; left--) {
    let best = -1;
    let bestRemainder = -1;
    for (let index = 0; index < count; index++) {
      if (taken[index] === 1 || weights[index] <= 0) continue;
      const exact = remainder(index);
      const part = exact - Math.floor(exact);
      if (part > bestRemainder) {
        best = index;
        bestRemainder = part;
      }
    }
    if (best < 0) {
      taken.fill(0);
      left++;
      continue;
    }
    taken[best] = 1;
    out[best] += 1;
  }
}

/**
 * The part of `total` that falls to the slice [before, before + weight) of `weightSum`, rounded so that neighbouring
 * slices add up: sequential sharing in one pass, for callers that walk agents in key order.
 */
export function shareOfSlice(total: number, before: number, weight: number, weightSum: number): number {
  return Math.floor((total * (before + weight)) / weightSum) - Math.floor((total * before) / weightSum);
}
