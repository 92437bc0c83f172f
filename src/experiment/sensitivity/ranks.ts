/** Places in order of size, from 1; equal values share the mean of their places. */
export function ranksOf(values: readonly number[]): number[] {
  const order = Uint32Array.from(values, (_, index) => index).sort((a, b) => values[a] - values[b]);
  const ranks = Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]] === values[order[from]]) to++;
    for (let place = from; place <= to; place++) ranks[order[place]] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}
