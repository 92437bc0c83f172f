/** The financial years that `--year` asks a comparison about: one, or a span of them. */
import { type ArmPeriod, commonYears, wholeYears } from "../experiment/arm-figures.ts";
import type { ResolvedScenario } from "../simulation/index.ts";
import { datesOf } from "../simulation/timetable.ts";
import { Failure } from "./failure.ts";

/** Places in the years that all of these scenarios have. @throws Failure where the text names no such years */
export function periodAsked(text: string, scenarios: readonly ResolvedScenario[]): ArmPeriod {
  const dates = scenarios.map(datesOf);
  const years = commonYears(dates);
  const ends = text.split("..").map((each) => years.indexOf(each.trim()));
  const [from, to] = [ends[0], ends[ends.length - 1]];
  if (ends.length > 2 || ends.includes(-1) || from > to) throw noSuchYears(text, years);
  const isWhole = (year: string): boolean =>
    dates.every((each) => wholeYears(each.years, each.yearOfWeek)[each.years.indexOf(year)]);
  return { from, to, ...(years.slice(from, to + 1).every(isWhole) ? {} : { isPart: true }) };
}

const noSuchYears = (text: string, years: readonly string[]): Failure =>
  new Failure("invalid", `--year "${text}" is no financial year that both have, nor a span of them`, [
    `Allowed: ${years.length === 0 ? "none, as they have none in common" : years.join(", ")}.`,
    "A span is written with its first and its last year: 2016-17..2017-18.",
  ]);
