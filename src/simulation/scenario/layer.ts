/** A layer is what one file, or the command line, says: it covers what the layers under it said. */
import type { Place } from "./problem.ts";
import type { Setting } from "./settings.ts";

/** Who said it: the registry with its evidence, a file at a line, or a flag of the command line. */
export type Origin =
  | { readonly by: "default"; readonly evidence: string }
  | ({ readonly by: "scenario" | "council" } & Place)
  | { readonly by: "flag"; readonly flag: string };

export interface Said<V> {
  readonly value: V;
  readonly origin: Origin;
}

/** How long a run is, when it starts and with which seeds. */
export interface RunSettings {
  /** ISO date of a Monday. */
  readonly start: string;
  readonly weeks: number;
  readonly burnInWeeks: number;
  readonly seeds: readonly string[];
}

export interface Change {
  /** ISO date of the calendar. */
  readonly from: string;
  /** Of the date, and its path for messages. */
  readonly at: Place;
  readonly path: string;
  readonly settings: readonly Setting[];
}

export interface Layer {
  readonly originOf: (at: Place) => Origin;
  readonly settings: readonly Setting[];
  readonly changes: readonly Change[];
  readonly run: { readonly [K in keyof RunSettings]?: Said<RunSettings[K]> };
}
