/** A scenario with nothing left to default: what the engine takes. */
import type { Dated } from "../../model/levers/index.ts";

export interface ResolvedScenario {
  readonly format: 1;
  /** A slug: `[a-z0-9][a-z0-9-]{0,63}`. */
  readonly name: string;
  readonly title: string;
  /** The policy question in one sentence, its source paragraph, and free notes: shown, never hashed. */
  readonly question: string;
  readonly source: string;
  readonly notes: string;
  /** ISO date of the first recorded Monday. */
  readonly start: string;
  /** Recorded weeks. */
  readonly weeks: number;
  /** Weeks before the first recorded one, under the policy of the start date. */
  readonly burnInWeeks: number;
  readonly seeds: readonly string[];
  /**
   * Every leaf path of the registry, in declaration order, with its values by date: the first from "", dates
   * ascending, no two neighbours equal.
   */
  readonly values: Readonly<Record<string, readonly Dated<number | string>[]>>;
}
