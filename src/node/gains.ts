/** Who gains and who loses, as pages and tables show it: what changes for each person, by group, income fifth, zone and route. */
import { columnsFor, type GainMeasure, LEAST, measuresOf } from "../experiment/gain-measures.ts";
import type { Breakdown, GainRow as FoundRow, Gains as FoundGains } from "../experiment/gains.ts";
import type { GainRow, Gains, GainWords } from "../report/index.ts";
import { digits } from "../report/units.ts";
import { dateInWords } from "../report/wording.ts";

interface Shown {
  readonly name: string;
  readonly better: "higher" | "lower";
  readonly words: GainWords;
  /** What is more or less, and than what. */
  readonly sentence: string;
  /** What else must be known. */
  readonly beware?: string;
}

const QUALITY: GainWords = { worse: "worse off", better: "better off", lose: "lose", gain: "gain" };
const LACK: GainWords = { worse: "shorter of care", better: "less short", lose: "lose", gain: "gain" };
const PAY: GainWords = { worse: "pays more", better: "pays less", lose: "pay more", gain: "less" };

/** What a page compares, the first one in full. */
const SHOWN: Readonly<Partial<Record<GainMeasure, Shown>>> = {
  life: {
    name: "quality of life",
    better: "higher",
    words: QUALITY,
    sentence:
      "Better or worse: quality of life, when last seen, is higher or lower than that of the same person under the reference",
  },
  short: {
    name: "unmet hours",
    better: "lower",
    words: LACK,
    sentence:
      "Shorter or less short: care needed beyond what unpaid carers give, less care commissioned or bought, in the week in which the person was last seen, is more or less than under the reference",
    beware: "A week in which a provider has just been lost counts as it was.",
  },
  topUp: {
    name: "top-up",
    better: "lower",
    words: PAY,
    sentence:
      "More or less: what the person or the family paid beyond budget and charge in the week in which the person was last seen is more or less",
    beware: "Who pays more may have chosen more care, and who pays less may have had to go without.",
  },
  charge: {
    name: "charge",
    better: "lower",
    words: PAY,
    sentence: "More or less: the charge that the council had assessed when the person was last seen is more or less",
    beware: "Who is charged less may have less care.",
  },
};

const SHOWN_GAINS = Object.keys(SHOWN) as readonly GainMeasure[];

/** Of the table of people, what is needed to compare each person with himself or herself. */
export const GAIN_COLUMNS: readonly string[] = columnsFor(SHOWN_GAINS);

/** The measures shown that all of these tables of people can answer: those of older engines lack columns. */
export const shownMeasures = (tables: readonly (readonly { readonly name: string }[])[]): readonly GainMeasure[] =>
  SHOWN_GAINS.filter((measure) =>
    tables.every((people) => measuresOf(people.map(({ name }) => name)).includes(measure)),
  );

const GROUPINGS: Readonly<Record<Breakdown, string>> = {
  everybody: "everybody",
  group: "group of people",
  fifth: "income fifth",
  zone: "zone",
  route: "route to care",
};

/** "quality of life is higher or lower, by 0.05 points or more (a twentieth of one answer). The rest are unchanged." */
function countedText({ sentence, beware }: Shown, measure: GainMeasure): string {
  const { text, reason } = LEAST[measure];
  const counted = `${sentence}, by ${text} or more: ${reason}.`;
  return `${counted}${beware === undefined ? "" : ` ${beware}`} The rest are unchanged: they differ by less, or not at all.`;
}

/** Whom the figures are of, and who is left out because nothing that differs could reach them. */
function whomText(seeds: number, leftBefore: number, monday: string): string {
  const runs = seeds === 1 ? "both runs" : "both runs of a seed";
  const mean = seeds === 1 ? "" : `, a mean over ${seeds} seeds`;
  if (leftBefore === 0) return `People: everybody whom ${runs} have at any time${mean}.`;
  const gone = digits(leftBefore / seeds, 0);
  return `People: everybody whom ${runs} have on ${dateInWords(monday)}, when what is set first differs, or later${mean}. Left out: ${gone} who had left before, whom nothing that differs could reach.`;
}

const spreadOf = (
  { low, high, quantiles, same, onlyFirst, onlySecond }: FoundRow,
  seeds: number,
): NonNullable<GainRow["spread"]> => ({
  low,
  high,
  quantiles,
  same,
  onlyFirst: onlyFirst / seeds,
  onlySecond: onlySecond / seeds,
});

/** What was found in an arm, in a reader's words; `monday` is when what is set first differs. */
export function shownGains(found: FoundGains, arm: number, monday = ""): Gains {
  const { measure, unit, least, rows, seeds, leftBefore } = found;
  const about = SHOWN[measure];
  if (about === undefined) throw new RangeError(`${measure} is not shown`);
  const { name, better, words } = about;
  const shown = rows.map((row): GainRow => ({
    grouping: GROUPINGS[row.by],
    group: row.label,
    // As many as live in one council: all seeds together would be a council of hundreds of thousands.
    people: row.people / seeds,
    better: better === "higher" ? row.higher : row.lower,
    worse: better === "higher" ? row.lower : row.higher,
    meanDifference: row.mean,
    ...(row.isWithheld ? {} : { spread: spreadOf(row, seeds) }),
    ...(row.warning === "" ? {} : { warning: row.warning }),
  }));
  const isOfAll = ({ grouping }: GainRow): boolean => grouping === GROUPINGS.everybody;
  const [everybody] = shown.filter(isOfAll);
  return {
    arm,
    measure: name,
    unit,
    words,
    sentence: countedText(about, measure),
    whom: whomText(seeds, leftBefore, monday),
    ...(leftBefore === 0 ? {} : { leftBefore: { monday, people: leftBefore / seeds } }),
    least,
    everybody,
    rows: shown.filter((row) => !isOfAll(row)),
  };
}
