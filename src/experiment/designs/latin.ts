/**
 * Latin hypercubes: each axis is cut into as many equal slices as there are points, and every slice holds one point
 * (McKay, Beckman and Conover, Technometrics 21, 1979).
 */
import { drawsFor, type Points, refuseSize, refuseUnlessWhole, shuffled, type Size } from "./designs.ts";

export interface LatinOptions extends Size {
  readonly seed: string;
  /** Of so many hypercubes the one whose nearest two points are furthest apart is taken; 1 unless told. */
  readonly candidates?: number;
  /** Points in the middle of their slices instead of anywhere in them. */
  readonly centred?: boolean;
}

/** @throws DesignError where a number is out of bounds; RangeError where the text is no seed. */
export function latinHypercube(options: LatinOptions): Points {
  const { points, dimensions, candidates = 1 } = options;
  refuseSize(points, dimensions);
  refuseUnlessWhole("candidates", candidates, 1, 10_000);
  let best = oneHypercube(options, 0);
  let widest = candidates > 1 ? nearestApart(best) : 0;
  for (let candidate = 1; candidate < candidates; candidate++) {
    const other = oneHypercube(options, candidate);
    const apart = nearestApart(other);
    if (apart <= widest) continue;
    [best, widest] = [other, apart];
  }
  return best;
}

function oneHypercube({ points, dimensions, seed, centred = false }: LatinOptions, candidate: number): Points {
  const [order, place] = [drawsFor(seed, "latin.order"), drawsFor(seed, "latin.place")];
  const rows = Array.from({ length: points }, () => Array<number>(dimensions).fill(0));
  for (let axis = 0; axis < dimensions; axis++) {
    const slices = shuffled(points, order.at(axis), candidate);
    place.at(axis);
    for (let row = 0; row < points; row++) {
      const within = centred ? 0.5 : place.uniform(candidate, row);
      // Rounding must not carry a point into the next slice.
      rows[row][axis] = Math.min((slices[row] + within) / points, belowSlice(slices[row] + 1, points));
    }
  }
  return rows;
}

/** The largest number that is surely below the slice's upper end. */
const belowSlice = (end: number, points: number): number => (end / points) * (1 - Number.EPSILON);

/** Distance between the two points that are closest, squared; Infinity of one point. */
export function nearestApart(points: Points): number {
  let nearest = Infinity;
  for (let one = 1; one < points.length; one++) {
    for (let other = 0; other < one; other++) {
      let sum = 0;
      for (let axis = 0; axis < points[one].length && sum < nearest; axis++) {
        const apart = points[one][axis] - points[other][axis];
        sum += apart * apart;
      }
      nearest = Math.min(nearest, sum);
    }
  }
  return nearest;
}
