/** Designs over named values: every combination, values side by side, and one thing changed at a time. */
import { DesignError, LARGEST_DESIGN, type Places, refuseUnlessWhole } from "./designs.ts";

/**
 * Every combination of the axes' values, the last axis turning fastest. `counts` says how many values each axis has.
 * @throws DesignError where an axis has none, or there are more combinations than memory holds.
 */
export function fullGrid(counts: readonly number[]): Places {
  refuseCounts(counts);
  const rows = counts.reduce((product, count) => product * count, 1);
  if (rows * counts.length > LARGEST_DESIGN) {
    throw new DesignError(`the grid of ${counts.join(" × ")} values has ${rows} arms: too many; sample it instead`);
  }
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

/**
 * The first values of all axes together, then the second, and so on.
 * @throws DesignError where the axes do not have equally many values.
 */
export function zipped(counts: readonly number[]): Places {
  refuseCounts(counts);
  if (new Set(counts).size > 1) {
    throw new DesignError(`zipped axes need equally many values; these have ${counts.join(", ")}`);
  }
  return Array.from({ length: counts[0] }, (_, row) => counts.map(() => row));
}

/**
 * The reference, then each other value of each axis with everything else at the reference.
 *
 * @param reference each axis's place in the reference arm
 * @throws DesignError where a reference is none of an axis's places.
 */
export function oneAtATime(counts: readonly number[], reference: readonly number[]): Places {
  refuseCounts(counts);
  if (reference.length !== counts.length) {
    throw new DesignError(`the reference names ${reference.length} places; there are ${counts.length} axes`);
  }
  for (const [axis, place] of reference.entries()) {
    refuseUnlessWhole(`reference of axis ${axis}`, place, 0, counts[axis] - 1);
  }
  const others = counts.flatMap((count, axis) =>
    Array.from({ length: count }, (_, place) => place)
      .filter((place) => place !== reference[axis])
      .map((place) => reference.map((usual, each) => (each === axis ? place : usual))),
  );
  return [[...reference], ...others];
}

function refuseCounts(counts: readonly number[]): void {
  if (counts.length === 0) throw new DesignError("a design needs one axis or more");
  for (const [axis, count] of counts.entries()) {
    refuseUnlessWhole(`number of values of axis ${axis}`, count, 1, LARGEST_DESIGN);
  }
}
