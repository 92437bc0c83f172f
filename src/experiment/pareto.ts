/** The Pareto set: the arms that no other arm beats in one measure without losing in another. */

/** Which way a measure is better. */
export type Direction = "more" | "less";

/**
 * Places of the rows that are not dominated, ascending. A row dominates another where it is at least as good in every
 * measure and better in one, so equal rows stay together. Rows with a value that is not a number are left out.
 *
 * @param rows one for each arm, one value for each measure
 * @throws RangeError where a row has not as many values as there are directions.
 */
export function paretoSet(rows: readonly (readonly number[])[], directions: readonly Direction[]): readonly number[] {
  if (directions.length === 0) throw new RangeError("a Pareto set needs one measure or more");
  for (const [place, row] of rows.entries()) {
    if (row.length === directions.length) continue;
    throw new RangeError(`row ${place} has ${row.length} values; there are ${directions.length} measures`);
  }
  const known = rows.flatMap((row, place) => (row.some(Number.isNaN) ? [] : [place]));
  return known.filter((place) => !known.some((other) => dominates(rows[other], rows[place], directions)));
}

function dominates(one: readonly number[], other: readonly number[], directions: readonly Direction[]): boolean {
  let isBetter = false;
  for (const [measure, direction] of directions.entries()) {
    const [mine, theirs] = direction === "more" ? [one[measure], other[measure]] : [other[measure], one[measure]];
    if (mine < theirs) return false;
    if (mine > theirs) isBetter = true;
  }
  return isBetter;
}
