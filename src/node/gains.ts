/** Who gains and who loses, as pages and tables show it: quality of life, by group, income fifth, zone and route. */
import type { Breakdown, Gains as FoundGains } from "../experiment/gains.ts";
import type { GainRow, Gains } from "../report/index.ts";

/** Of the table of people, what is needed to compare each person with himself or herself. */
export const GAIN_COLUMNS: readonly string[] = ["person", "group", "fifth", "zone", "funding", "life"];

const GROUPINGS: Readonly<Record<Breakdown, string>> = {
  everybody: "everybody",
  group: "group of people",
  fifth: "income fifth",
  zone: "zone",
  route: "route to care",
};

const SENTENCE =
  "Better or worse: quality of life, when last seen, is higher or lower than that of the same person under the reference, by however little.";

/** What was found of quality of life in an arm, in a reader's words. */
export function shownGains({ unit, rows }: FoundGains, arm: number): Gains {
  const shown = rows.map(({ by, label, people, higher, lower, mean, warning }): GainRow => ({
    grouping: GROUPINGS[by],
    group: label,
    people,
    better: higher,
    worse: lower,
    meanDifference: mean,
    ...(warning === "" ? {} : { warning }),
  }));
  const isOfAll = ({ grouping }: GainRow): boolean => grouping === GROUPINGS.everybody;
  const [everybody] = shown.filter(isOfAll);
  return {
    arm,
    measure: "quality of life",
    unit,
    sentence: SENTENCE,
    everybody,
    rows: shown.filter((row) => !isOfAll(row)),
  };
}
