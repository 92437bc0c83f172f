/** What is counted: one row per series. Labels, tables, charts and the `measures` command all derive from it. */

/** How the weeks of a year become one figure. */
export type YearlyRule = "sum" | "mean" | "last";

export interface MeasureInfo {
  /** Dotted and stable: `subject.name` or `subject.name.group`. */
  readonly key: string;
  readonly label: string;
  /** As a reader sees it: "GBP per hour", "%", "people", "providers"... */
  readonly unit: string;
  /** One sentence: what is counted, over whom. */
  readonly sentence: string;
  readonly yearly: YearlyRule;
  /** Shown in the short summary and kept weekly in every sweep. */
  readonly headline: boolean;
}
