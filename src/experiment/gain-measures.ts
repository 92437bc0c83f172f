/** What can be compared of a person in two runs, and which columns of the table of people it is made from. */

/** What can be compared, person by person. */
export const GAIN_MEASURES = {
  life: { label: "Quality of life when last seen", unit: "points" },
  short: { label: "Hours short of need when last seen", unit: "hours per week" },
  topUp: { label: "Top-up when last seen", unit: "GBP per week" },
  charge: { label: "Assessed charge when last seen", unit: "GBP per week" },
  support: { label: "Care agreed when last seen", unit: "hours per week" },
  weeks: { label: "Weeks from referral to leaving, or to the end of the run", unit: "weeks" },
} as const;

export type GainMeasure = keyof typeof GAIN_MEASURES;

/** The columns of the table of people that a measure is made from. */
const COLUMNS: Readonly<Record<GainMeasure, readonly string[]>> = {
  life: ["life"],
  short: ["need", "bought"],
  topUp: ["topUp"],
  charge: ["charge"],
  support: ["assessed"],
  weeks: ["entered", "left"],
};

/** The measures that tables of people with these columns can answer, in the order in which measures are declared. */
export const measuresOf = (columns: readonly string[]): readonly GainMeasure[] =>
  (Object.keys(GAIN_MEASURES) as GainMeasure[]).filter((measure) =>
    COLUMNS[measure].every((name) => columns.includes(name)),
  );

/** What must be known of a person to compare him or her by the measures. */
export const columnsFor = (measures: readonly GainMeasure[]): readonly string[] => [
  ...new Set(["person", "left", "group", "fifth", "zone", "funding", ...measures.flatMap((each) => COLUMNS[each])]),
];

/** In whole numbers of what the table holds. */
export function valueOf(
  measure: GainMeasure,
  column: (name: string) => ArrayLike<number>,
  weeks: number,
): (row: number) => number {
  if (measure === "weeks") {
    const [entered, left] = [column("entered"), column("left")];
    return (row: number): number => Math.min(left[row], weeks) - entered[row];
  }
  if (measure === "short") {
    const [need, bought] = [column("need"), column("bought")];
    return (row: number): number => Math.max(0, need[row] - bought[row]);
  }
  const values = column(COLUMNS[measure][0]);
  return (row: number): number => values[row];
}

/** How many of the table's units are one of the measure's. */
export const PARTS: Readonly<Record<GainMeasure, number>> = {
  life: 100,
  short: 60,
  topUp: 100,
  charge: 100,
  support: 60,
  weeks: 1,
};

interface Least {
  /** In whole numbers of what the table holds. */
  readonly parts: number;
  readonly text: string;
  /** Why so much and not less, as the rest of a sentence. */
  readonly reason: string;
}

const QUARTER_HOUR: Least = {
  parts: 15,
  text: "a quarter of an hour a week",
  reason: "the shortest visit that councils buy",
};
const POUND: Least = { parts: 100, text: "£1 a week", reason: "less is under a tenth of what people usually add" };

/**
 * From what difference on a person counts as having more or less; who differs by less counts as unchanged, like who does not
 * differ at all. Without it a rounding would make a loser. Judged, and only for counting people: means, their intervals
 * and percentiles leave nothing out.
 */
export const LEAST: Readonly<Record<GainMeasure, Least>> = {
  life: {
    parts: 5,
    text: "0.05 points",
    reason: "one answer of the questionnaire, a level higher, moves it by some twenty times as much",
  },
  short: QUARTER_HOUR,
  topUp: POUND,
  charge: POUND,
  support: QUARTER_HOUR,
  weeks: { parts: 1, text: "a week", reason: "the shortest time that the table knows" },
};

/** The same in the measure's unit. */
export const leastOf = (measure: GainMeasure): number => LEAST[measure].parts / PARTS[measure];
