/** The design of a sweep says which values go together. */
import type { SweepFile } from "./file.ts";
import { gridPlaces, oneAtATimePlaces, type Places, zipPlaces } from "./places.ts";
import type { AxisValue } from "./value.ts";

/** One row an arm, one value for each axis. `reference` is the arm that one-at-a-time designs go out from. */
export function pointsOf(file: SweepFile, reference: readonly AxisValue[]): readonly (readonly AxisValue[])[] {
  const { axes, design } = file;
  const counts = axes.map(({ values }) => values.length);
  const places = (): Places => {
    if (design === "zip") return zipPlaces(counts);
    if (design === "grid") return gridPlaces(counts);
    return oneAtATimePlaces(
      counts,
      axes.map(({ values }, axis) => values.findIndex(({ value }) => value === reference[axis].value)),
    );
  };
  return places().map((row) => row.map((place, axis) => axes[axis].values[place]));
}
