/** What many runs say about one number, and which way a difference goes. */
import { isDefined, spreadOf as quantilesOf, type Spread as Quantiles } from "../experiment/spread.ts";

export { isDefined, quantile } from "../experiment/spread.ts";

/** With the ends of all values: quantiles do not show a single run that stands alone. */
export interface Spread extends Quantiles {
  readonly least: number;
  readonly most: number;
}

/** The spread over the runs that have a value; undefined when none has. */
export function spreadOf(values: readonly (number | undefined)[]): Spread | undefined {
  const found = quantilesOf(values);
  if (found === undefined) return undefined;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (!isDefined(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return { ...found, least, most };
}

/** rose, fell: 90 % of the runs are on one side of zero. unclear: they are not. unchanged: exactly zero in all. */
export type Verdict = "rose" | "fell" | "unclear" | "unchanged";

/** Which way a difference goes, by its 90 % interval; of a single run, by its sign. */
export function verdictOf(difference: Spread): Verdict {
  if (difference.low > 0) return "rose";
  if (difference.high < 0) return "fell";
  return difference.least === 0 && difference.most === 0 ? "unchanged" : "unclear";
}
