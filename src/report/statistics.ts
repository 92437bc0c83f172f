/** What many runs say about one number, and which way a difference goes. */
import type { Spread } from "../experiment/spread.ts";

export { isDefined, quantile, spreadOf, type Spread } from "../experiment/spread.ts";

/** rose, fell: 90 % of the runs are on one side of zero. unclear: they are not. unchanged: exactly zero in all. */
export type Verdict = "rose" | "fell" | "unclear" | "unchanged";

/** Which way a difference goes, by its 90 % interval; of a single run, by its sign. */
export function verdictOf(difference: Spread): Verdict {
  if (difference.low > 0) return "rose";
  if (difference.high < 0) return "fell";
  return difference.low === 0 && difference.high === 0 ? "unchanged" : "unclear";
}
