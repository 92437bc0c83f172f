/** What one run returns. */

/** Decisions and turning points, as columns of equal length in the order they happened. */
export interface EventTable {
  /** Recorded week, from 0. */
  readonly week: Int32Array;
  /** Index into `kinds`. */
  readonly kind: Uint8Array;
  /** Agent key of who it happened to; 0 for the council. */
  readonly agent: Uint32Array;
  /** Agent key of the other party; 0 for none. */
  readonly other: Uint32Array;
  /** A quantity in the unit that the kind names. */
  readonly amount: Float64Array;
  /** Index into `causes`. */
  readonly cause: Uint8Array;
}

export interface EventKind {
  readonly code: string;
  /** A sentence with what `amount` means. */
  readonly sentence: string;
  readonly unit: string;
}

/** One typed column of the table of people. */
export interface Column {
  readonly name: string;
  readonly unit: string;
  readonly sentence: string;
  readonly values: Int32Array | Float64Array | Uint8Array | Uint32Array;
}

/** The measures of a run. */
export interface RunFigures {
  readonly scenarioHash: string;
  readonly seed: string;
  readonly weeks: number;
  /** Digest of the whole run, 32 hexadecimal digits. */
  readonly digest: string;
  /** The chained digest after each recorded week, 16 hexadecimal digits each. */
  readonly weekDigests: readonly string[];
  /** ISO date of the Monday of each recorded week. */
  readonly mondays: readonly string[];
  /** Financial years touched, such as "2010-11"; `yearOfWeek` indexes it. */
  readonly years: readonly string[];
  readonly yearOfWeek: Int32Array;
  /** Measure key -> one value a week; NaN where not defined that week. */
  readonly weekly: Readonly<Record<string, Float64Array>>;
  /** Measure key -> one value a financial year, by the measure's yearly rule; NaN where not defined. */
  readonly yearly: Readonly<Record<string, Float64Array>>;
  /** Clamps and other things a reader should know. */
  readonly warnings: readonly string[];
}

/** All that one run returns. */
export interface RunResult extends RunFigures {
  readonly events: EventTable;
  /** Everybody whom a recorded week saw with care other than short-term help, as they were when last seen. */
  readonly people: readonly Column[];
}
