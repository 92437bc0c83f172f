/** What a sweep has found: one cell for each arm and seed, with the yearly figures of every measure. */

/** One thing that differs between arms. */
export interface SweepAxis {
  /** Short name in the sweep file, such as "living-wage". */
  readonly name: string;
  readonly label: string;
  /** Unit of its values; "choice" for named alternatives. */
  readonly unit: string;
  /** What a council or government decides, or what nobody knows. */
  readonly kind: "policy" | "uncertainty";
  /** In order; of a sampled axis the values that were drawn, ascending. */
  readonly values: readonly (number | string)[];
}

export interface SweepArm {
  /** Place in the design, from 0. */
  readonly index: number;
  /** In words, such as "living wage £8.20, precept 2%". */
  readonly label: string;
  /** Axis name -> value. */
  readonly settings: Readonly<Record<string, number | string>>;
  /** Hash of its resolved scenario. */
  readonly scenarioHash: string;
}

/** How a sampled design drew its arms: enough to draw the same points again, and to find the arm of each. */
export interface Sampling {
  /** Such as "latin-hypercube" or "morris". */
  readonly design: string;
  readonly seed: string;
  /** Of Morris's and the radial design. */
  readonly trajectories?: number;
  /** Names of the axes drawn, in the order of the design's dimensions. */
  readonly axes: readonly string[];
  /** Axis name -> ends of the range that any value was drawn from; other axes have a list. Old folders do not say. */
  readonly ranges?: Readonly<Record<string, { readonly from: number; readonly to: number }>>;
  /** Names of the axes that were not drawn: every point is run with each combination, the last turning fastest. */
  readonly crossed: readonly string[];
  /** The arm of each row: the combinations of the first point, then of the second. */
  readonly rows: readonly number[];
}

export interface SweepResults {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly axes: readonly SweepAxis[];
  /** Of a sampled design. */
  readonly sampling?: Sampling;
  readonly arms: readonly SweepArm[];
  /** The arm that others are compared with. */
  readonly reference: number;
  readonly seeds: readonly string[];
  /** Financial years, such as "2014-15". */
  readonly years: readonly string[];
  /** Keys of the measures held. */
  readonly measures: readonly string[];
  /** One value a financial year (NaN where not defined); undefined where the cell is missing or failed. */
  readonly yearly: (arm: number, seed: number, measure: string) => ArrayLike<number> | undefined;
  /** Cells that failed, with the reason in a sentence and the line that replays the run. */
  readonly failures: readonly {
    readonly arm: number;
    readonly seed: string;
    readonly reason: string;
    readonly replay: string;
  }[];
}
