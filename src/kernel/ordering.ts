/** Queues are put in order by what matters, and ties are settled by lot, never by place in memory. */

/**
 * Sorts the first `count` rows of `queue` by rising `primary`, then by the keyed lot.
 *
 * @param primary by row @param lot by row, 32-bit words that no two rows are likely to share
 * @param keys by row, the last resort
 */
export function orderQueue(
  queue: Int32Array,
  count: number,
  primary: Float64Array,
  lot: Float64Array,
  keys: Uint32Array,
): void {
  queue.subarray(0, count).sort((a, b) => primary[a] - primary[b] || lot[a] - lot[b] || keys[a] - keys[b]);
}
