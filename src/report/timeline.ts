/** The periods of the time axis: financial years, or weeks when the run is too short to fill two years. */
import type { ReportInput } from "./input.ts";
import { counted, dateInWords, shortDate } from "./wording.ts";

export interface Timeline {
  readonly grain: "year" | "week";
  /** What one period is called in a table header. */
  readonly noun: string;
  /** As printed on the axis. */
  readonly labels: readonly string[];
  /** As printed in a table: a part year says so. */
  readonly names: readonly string[];
  /** As said in a sentence: "in 2019-20", "in the week of 5 April 2010". */
  readonly times: readonly string[];
  /** Whether the run holds every week of the period: only whole periods are compared with one another. */
  readonly whole: readonly boolean[];
}

/** The time axis of a run, whose weeks are known. */
export interface RunTimeline extends Timeline {
  /** How many weeks of the run lie in each period. */
  readonly weeks: readonly number[];
}

/** A whole financial year holds 52 or 53 Mondays. */
const WHOLE_YEAR_WEEKS = 52;

export function timelineOf(input: ReportInput): RunTimeline {
  const weeksOfYear = input.years.map(() => 0);
  for (let week = 0; week < input.mondays.length; week++) weeksOfYear[input.yearOfWeek[week]]++;
  const whole = weeksOfYear.map((weeks) => weeks >= WHOLE_YEAR_WEEKS);
  const names = input.years.map((year, index) => (whole[index] ? year : `${year} (${weeksOfYear[index]} weeks only)`));
  if (whole.filter(Boolean).length >= 2 || input.mondays.length === 0) {
    return {
      grain: "year",
      noun: "Financial year",
      labels: input.years,
      names,
      times: names.map((name) => `in ${name}`),
      whole,
      weeks: weeksOfYear,
    };
  }
  return {
    grain: "week",
    noun: "Week beginning",
    labels: input.mondays.map(shortDate),
    names: input.mondays.map(dateInWords),
    times: input.mondays.map((monday) => `in the week of ${dateInWords(monday)}`),
    whole: input.mondays.map(() => true),
    weeks: input.mondays.map(() => 1),
  };
}

/** Per run, one value for each period of the timeline; undefined when the results do not hold the measure so. */
export const valuesOf = (
  input: ReportInput,
  timeline: Timeline,
  key: string,
): readonly ArrayLike<number>[] | undefined => {
  const source = timeline.grain === "year" ? input.yearly : input.weekly;
  const values = Object.hasOwn(source, key) ? source[key] : undefined;
  return values === undefined || values.length === 0 ? undefined : values;
};

/** "10 years"; "134 weeks" where a year is not whole. */
export function lengthOf({ grain, weeks, whole }: RunTimeline): string {
  if (grain === "year" && whole.every(Boolean)) return counted(weeks.length, "year");
  return counted(
    weeks.reduce((sum, each) => sum + each, 0),
    "week",
  );
}

/** "2010-11 to 2019-20", or the only period there is. */
export function periodOf(timeline: Timeline): string {
  const { labels } = timeline;
  if (labels.length === 0) return "no weeks recorded";
  const [first, last] = [labels[0], labels[labels.length - 1]];
  const from = timeline.grain === "week" ? `week of ${first}` : first;
  return labels.length === 1 ? from : `${from} to ${timeline.grain === "week" ? `week of ${last}` : last}`;
}
