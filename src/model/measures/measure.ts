/** What is counted: one row per series. Labels, tables, charts and the `measures` command all derive from it. */

import type { Counts } from "./sums.ts";
import type { World } from "../world/world.ts";

/** How the weeks of a year become one figure. */
export type YearlyRule = "sum" | "mean" | "last" | "most";

export interface MeasureInfo {
  /** Dotted and stable: `subject.name` or `subject.name.group`. */
  readonly key: string;
  readonly label: string;
  /** As a reader sees it: "GBP per hour", "%", "people", "providers"... */
  readonly unit: string;
  /** One sentence: what is counted, over whom. */
  readonly sentence: string;
  /** What of its weeks a year's figure is; a sum is scaled to 365.25 days. */
  readonly yearly: YearlyRule;
  /** Shown in the short summary and kept weekly in every sweep. */
  readonly headline: boolean;
}

/** What a measure is made from: the world after the week, its counts, and money moved in the week by purpose. */
export interface WeekView {
  readonly world: World;
  readonly counts: Counts;
  /** Pence moved this week, by purpose. */
  readonly flow: Float64Array;
  /** Net receipts of the week, pence, by place in `PARTIES`. */
  readonly received: Float64Array;
  /** Quality of life against the start at fixed composition, by group; NaN before there is a start. */
  readonly drift: Float64Array;
  /** The same over all groups. */
  readonly driftOfAll: number;
}

export interface Measure extends MeasureInfo {
  /** This week's figure; NaN where it is not defined. */
  readonly of: (view: WeekView) => number;
}

/** A share in per cent, NaN where there is nothing to share. */
export const percent = (part: number, whole: number): number => (whole > 0 ? (100 * part) / whole : Number.NaN);

/** A mean, NaN where there is nobody. */
export const mean = (sum: number, count: number): number => (count > 0 ? sum / count : Number.NaN);

/** Rows of one subject; the yearly rule and headline are the subject's commonest unless a row says otherwise. */
export const row = (
  key: string,
  label: string,
  unit: string,
  sentence: string,
  yearly: YearlyRule,
  of: (view: WeekView) => number,
  headline = false,
): Measure => ({ key, label, unit, sentence, yearly, headline, of });
