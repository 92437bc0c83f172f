/**
 * Saltelli's design for Sobol indices: pairs of points A and B, and between them points that are A but for one axis, which
 * they have from B (Saltelli et al., Computer Physics Communications 181, 2010).
 *
 * A and B are the two halves of one scrambled Sobol sequence. Each base point stands together with all that belong to it,
 * so that a sweep that was interrupted has whole groups, and more base points are added at the end.
 */
import { DesignError, type Points, refuseSize, refuseUnlessWhole } from "./designs.ts";
import { SOBOL_DIMENSIONS, sobolSequence } from "./sobol.ts";

export interface RadialOptions {
  /** Pairs of A and B; best a power of two. */
  readonly base: number;
  readonly dimensions: number;
  readonly seed: string;
}

export interface RadialDesign {
  readonly base: number;
  readonly dimensions: number;
  /** For each base point dimensions + 2 rows: A, then A with one axis from B, axis by axis, then B. */
  readonly points: Points;
}

/** Most axes that a design can have: it takes two dimensions of the sequence for each. */
export const RADIAL_DIMENSIONS = SOBOL_DIMENSIONS / 2;

/** @throws DesignError where a number is out of bounds; RangeError where the text is no seed. */
export function radialDesign({ base, dimensions, seed }: RadialOptions): RadialDesign {
  refuseUnlessWhole("base points", base, 1, 10_000_000);
  if (dimensions > RADIAL_DIMENSIONS) {
    throw new DesignError(
      `${dimensions} axes are too many for Sobol indices: at most ${RADIAL_DIMENSIONS}; screen them first (Morris)`,
    );
  }
  refuseSize(base * (dimensions + 2), dimensions);
  const pairs = sobolSequence({ points: base, dimensions: 2 * dimensions, scramble: "owen", seed });
  const points = pairs.flatMap((pair) => {
    const [a, b] = [pair.slice(0, dimensions), pair.slice(dimensions)];
    const mixed = a.map((_, axis) => a.map((value, each) => (each === axis ? b[each] : value)));
    return [a, ...mixed, b];
  });
  return { base, dimensions, points };
}
