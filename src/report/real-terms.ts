/** Money at the prices of one year, beside the cash of each: by the consumer prices of the run itself. */
import type { MeasureInfo } from "../model/measures/measure.ts";
import type { ReportInput } from "./input.ts";
import type { RunTimeline } from "./timeline.ts";
import { pricesOf } from "./units.ts";

/** What every other price level is compared with. */
const INDEX = "prices.consumerIndex";

/** The key under which a measure of money stands in real terms. */
export const inRealTerms = (key: string): string => `${key}.real`;

/** A measure made from others for the page; results do not hold it. */
export interface Derived {
  readonly measure: MeasureInfo;
  /** Per run, one value for each period. */
  readonly values: readonly (readonly number[])[];
}

export interface RealTerms {
  /** The last whole financial year, at whose prices money is given. */
  readonly year: string;
  /** By key. */
  readonly measures: ReadonlyMap<string, Derived>;
}

/** By run, what a pound of each year comes to at the prices of the base year; undefined where that is not known. */
function poundsOf({ yearly }: ReportInput, base: number): readonly (readonly number[])[] | undefined {
  const index = Object.hasOwn(yearly, INDEX) ? yearly[INDEX] : [];
  if (index.length === 0) return undefined;
  return index.map((run) => Array.from(run, (level) => run[base] / level));
}

/**
 * Money of each year at the prices of the last whole one. Prices rise in April alone, so each financial year has one
 * level and real terms times that level are cash again, exactly. Undefined where the run does not fill two years, and
 * where its prices never moved: cash is then real.
 */
export function realTermsOf(input: ReportInput, timeline: RunTimeline): RealTerms | undefined {
  const base = timeline.whole.lastIndexOf(true);
  if (timeline.grain !== "year" || base < 0) return undefined;
  const pounds = poundsOf(input, base);
  if (pounds === undefined || pounds.every((run) => run.every((pound) => pound === 1))) return undefined;
  const year = timeline.labels[base];
  const measures = new Map<string, Derived>();
  for (const measure of input.measures) {
    if (!/^GBP\b/.test(measure.unit) || pricesOf(measure) !== "cash prices") continue;
    if (!Object.hasOwn(input.yearly, measure.key)) continue;
    const key = inRealTerms(measure.key);
    const label = `${measure.label}, prices of ${year}`;
    const sentence = `${measure.sentence} In prices of ${year}, by the scenario’s consumer prices.`;
    const values = input.yearly[measure.key].map((run, at) => Array.from(run, (cash, of) => cash * pounds[at][of]));
    measures.set(key, { measure: { ...measure, key, label, sentence }, values });
  }
  return { year, measures };
}
