/** Which values of the axes go together in an arm: one row an arm, one place among the axis's values for each axis. */

export type Places = readonly (readonly number[])[];

/** Every combination, the last axis turning fastest. */
export function gridPlaces(counts: readonly number[]): Places {
  const rows = counts.reduce((product, count) => product * count, 1);
  return Array.from({ length: rows }, (_, row) => {
    const places: number[] = [];
    let rest = row;
    for (let axis = counts.length - 1; axis >= 0; axis--) {
      places[axis] = rest % counts[axis];
      rest = Math.floor(rest / counts[axis]);
    }
    return places;
  });
}

/** The first values together, the second together, and so on; all axes have equally many. */
export const zipPlaces = (counts: readonly number[]): Places =>
  Array.from({ length: counts[0] ?? 0 }, (_, row) => counts.map(() => row));

/** The reference, then every other value of every axis with all else as in the reference. */
export function oneAtATimePlaces(counts: readonly number[], reference: readonly number[]): Places {
  const rows: (readonly number[])[] = [[...reference]];
  for (const [axis, count] of counts.entries()) {
    for (let place = 0; place < count; place++) {
      if (place !== reference[axis]) rows.push(reference.map((each, index) => (index === axis ? place : each)));
    }
  }
  return rows;
}
