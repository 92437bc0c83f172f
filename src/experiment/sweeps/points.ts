/** The design of a sweep says which values go together. */
import { fullGrid, latinHypercube, oneAtATime, type Places, sobolSequence, zipped } from "../designs/index.ts";
import type { DesignName } from "./shape.ts";
import type { Axis, AxisValue } from "./value.ts";

export interface Designed {
  readonly axes: readonly Axis[];
  readonly design: DesignName;
  /** Of a sampled design. */
  readonly points: number | undefined;
  readonly designSeed: string;
}

/** One row a point, a place from 0 to 1 for each axis. */
export type Sampler = (points: number, axes: number, seed: string) => readonly (readonly number[])[];

/** Designs that draw their points: one in each slice of every axis, or those of a scrambled Sobol sequence. */
const SAMPLERS: Readonly<Partial<Record<DesignName, Sampler>>> = Object.freeze({
  "latin-hypercube": (points: number, dimensions: number, seed: string) => latinHypercube({ points, dimensions, seed }),
  sobol: (points: number, dimensions: number, seed: string) =>
    sobolSequence({ points, dimensions, scramble: "owen", seed }),
});

export const isSampled = (design: DesignName): boolean => SAMPLERS[design] !== undefined;

/** One row an arm, one value for each axis. `reference` is the arm that one-at-a-time designs go out from. */
export function pointsOf(
  { axes, design, points = 0, designSeed }: Designed,
  reference: readonly AxisValue[],
): readonly (readonly AxisValue[])[] {
  const sampler = SAMPLERS[design];
  if (sampler !== undefined) {
    const rows = sampler(points, axes.length, designSeed);
    return rows.map((row) => row.map((place, axis) => axes[axis].at(place)));
  }
  return placesOf(axes, design, reference).map((row) => row.map((place, axis) => axes[axis].values[place]));
}

function placesOf(axes: readonly Axis[], design: DesignName, reference: readonly AxisValue[]): Places {
  const counts = axes.map(({ values }) => values.length);
  if (design === "zip") return zipped(counts);
  if (design === "grid") return fullGrid(counts);
  const starts = axes.map(({ values }, axis) => values.findIndex(({ value }) => value === reference[axis].value));
  return oneAtATime(counts, starts);
}
