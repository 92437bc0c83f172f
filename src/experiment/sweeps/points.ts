/** The design of a sweep says which values go together. */
import { gridPlaces, oneAtATimePlaces, type Places, zipPlaces } from "./places.ts";
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

/** Designs that draw their points. */
export const SAMPLERS: ReadonlyMap<DesignName, Sampler> = new Map<DesignName, Sampler>();

/** One row an arm, one value for each axis. `reference` is the arm that one-at-a-time designs go out from. */
export function pointsOf(
  { axes, design, points = 0, designSeed }: Designed,
  reference: readonly AxisValue[],
): readonly (readonly AxisValue[])[] {
  const sampler = SAMPLERS.get(design);
  if (sampler !== undefined) {
    const rows = sampler(points, axes.length, designSeed);
    return rows.map((row) => row.map((place, axis) => axes[axis].at(place)));
  }
  return placesOf(axes, design, reference).map((row) => row.map((place, axis) => axes[axis].values[place]));
}

function placesOf(axes: readonly Axis[], design: DesignName, reference: readonly AxisValue[]): Places {
  const counts = axes.map(({ values }) => values.length);
  if (design === "zip") return zipPlaces(counts);
  if (design === "grid") return gridPlaces(counts);
  const starts = axes.map(({ values }, axis) => values.findIndex(({ value }) => value === reference[axis].value));
  return oneAtATimePlaces(counts, starts);
}
