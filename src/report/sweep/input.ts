/** What the page of a sweep or of a comparison is made from, handed in whole by the host. */
import type { ArmPeriod } from "../../experiment/arm-figures.ts";
import type { SweepResults } from "../../experiment/sweep-results.ts";
import type { VariedParameter } from "../../experiment/variants.ts";
import type { MeasureInfo } from "../../model/measures/measure.ts";
import type { Assumed } from "../assumed.ts";

/** How far people of one group lie apart in their own differences, and how sure their mean is. */
export interface GainSpread {
  /** 95 % interval of the mean over the seeds; NaN with one of them. */
  readonly low: number;
  readonly high: number;
  /** Of people, each one's own difference: 5th, 25th, 50th, 75th and 95th percentile. */
  readonly quantiles: readonly number[];
  /** Share of people whose difference is exactly nothing. */
  readonly same: number;
  /** People of a seed whom only one of the runs has, means over the seeds: they are in no figure. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

/** What one group of people had more or less of, each person compared with himself or herself under the reference. */
export interface GainRow {
  /** What people are grouped by, such as "income fifth". */
  readonly grouping: string;
  readonly group: string;
  /** How many people of a seed the row rests on: a mean over the seeds. */
  readonly people: number;
  /** Shares of them who are better and worse off, from 0 to 1; the rest are unchanged. */
  readonly better: number;
  readonly worse: number;
  /** Mean over the people, in the unit of the table. */
  readonly meanDifference: number;
  /** Left out where figures are withheld. */
  readonly spread?: GainSpread;
  /** Why the row should not be leant on, such as too few people. */
  readonly warning?: string;
}

/** What the two sides of a comparison of people are called; "worse off" and "better off" unless told. */
export interface GainWords {
  readonly worse: string;
  readonly better: string;
  /** As in "more lose than gain", "more pay more than less". */
  readonly lose: string;
  readonly gain: string;
}

/** People whom nothing that differs could reach. */
export interface LeftBefore {
  /** The Monday on which what is set first differs. */
  readonly monday: string;
  /** How many had left by then, a mean over the seeds. */
  readonly people: number;
}

/** One measure in one arm. */
export interface Gains {
  /** The arm that people are compared in with the reference. */
  readonly arm: number;
  /** What is compared, such as "quality of life". */
  readonly measure: string;
  readonly unit: string;
  readonly words?: GainWords;
  /** Which difference counts as better. */
  readonly sentence: string;
  /** Whom the figures are of, and who is left out. */
  readonly whom: string;
  /** Who had left before anything that is set differed, and so is in no figure; left out where nobody had. */
  readonly leftBefore?: LeftBefore;
  /** From what difference on, in the unit; any difference at all where left out. */
  readonly least?: number;
  /** All people together. */
  readonly everybody: GainRow;
  readonly rows: readonly GainRow[];
}

interface Common {
  readonly results: SweepResults;
  /** What is known of the measures; those that the results do not hold are left out. */
  readonly measures: readonly MeasureInfo[];
  readonly engineVersion: string;
  readonly commit?: string;
  /** One digest over all runs. */
  readonly digest: string;
  /** The command line that makes this page's runs again. */
  readonly reproduce: string;
  /** Whose council this is; "one simulated council area" when the host does not say. */
  readonly place?: string;
  /** Which years the runs hold all of; every year where left out. */
  readonly wholeYears?: readonly boolean[];
  /** The years that figures are taken over, where they were asked for. */
  readonly asked?: ArmPeriod;
  /** Every resolved parameter that is not the same in all arms. */
  readonly differences: readonly VariedParameter[];
  /**
   * Of each arm in which people can be compared with the reference, and each measure, the first one in full; left out where
   * the runs keep no people.
   */
  readonly gains?: readonly Gains[];
  readonly warnings: readonly string[];
  /** How many parameters the runs rest on, and how many of them on judgement; left out where the host does not say. */
  readonly assumed?: Assumed;
}

/** A design of many arms from one file. */
export interface SweepReportInput extends Common {
  readonly kind: "sweep";
  /** SHA-256 of the design: what the file says once it is read, 64 hexadecimal digits. */
  readonly hash: string;
}

/** Two scenarios or results folders: arm 0 is the reference, arm 1 what is compared with it. */
export interface ComparisonInput extends Common {
  readonly kind: "comparison";
  /** What each arm was read from, such as a file or folder name. */
  readonly sources: readonly [string, string];
  /** The first recorded week in which the runs of the first seed differ; left out where none does. */
  readonly firstDifference?: { readonly week: number; readonly monday: string };
  /** The parameters of size and make-up in which the two councils differ; left out where they are one. */
  readonly otherSize?: readonly string[];
  /** Why people are not compared, in a sentence, where they could have been. */
  readonly peopleApart?: string;
}

export type ArmsInput = SweepReportInput | ComparisonInput;
