/** Queues are put in order by what matters, and ties are settled by lot, never by place in memory. */

/** Gaps of Shell's sort (Ciura 2001, extended by the factor 2.25). */
const GAPS: readonly number[] = [199_774, 88_789, 39_461, 17_538, 7_795, 3_464, 1_540, 701, 301, 132, 57, 23, 10, 4, 1];

/**
 * Sorts the first `count` rows of `queue` by rising `primary`, then by the keyed lot. Shell's sort in place: the engine's
 * own sort would call back for every comparison, which costs more than the comparison.
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
  for (const gap of GAPS) {
    for (let index = gap; index < count; index++) {
      const row = queue[index];
      let place = index;
      while (place >= gap && comesBefore(row, queue[place - gap], primary, lot, keys)) {
        queue[place] = queue[place - gap];
        place -= gap;
      }
      queue[place] = row;
    }
  }
}

function comesBefore(one: number, other: number, primary: Float64Array, lot: Float64Array, keys: Uint32Array): boolean {
  if (primary[one] !== primary[other]) return primary[one] < primary[other];
  if (lot[one] !== lot[other]) return lot[one] < lot[other];
  return keys[one] < keys[other];
}

/**
 * Puts the `take` rows of least lot, in rising order, at the head of `queue`, whose first `count` places hold the rows;
 * the other places are left in any state.
 *
 * @returns how many stand at the head: `take`, or all where there are fewer
 */
export function drawLots(queue: Int32Array, count: number, take: number, lot: Float64Array, keys: Uint32Array): number {
  let drawn = 0;
  if (take <= 0) return 0;
  for (let index = 0; index < count; index++) {
    const row = queue[index];
    if (drawn === take && !comesBefore(row, queue[drawn - 1], lot, lot, keys)) continue;
    let place = drawn < take ? drawn++ : drawn - 1;
    for (; place > 0 && comesBefore(row, queue[place - 1], lot, lot, keys); place--) queue[place] = queue[place - 1];
    queue[place] = row;
  }
  return drawn;
}
