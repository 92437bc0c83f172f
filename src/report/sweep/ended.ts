/** A policy that is over before the year that levels are of: said before anybody takes its aftermath for its effect. */
import { differingStretch } from "../../experiment/variants.ts";
import { daysFromIso, financialYearLabel, financialYearOf, isoFromDays } from "../../kernel/index.ts";
import { dateInWords } from "../wording.ts";
import type { Study } from "./study.ts";

export interface Ended {
  /** The last day on which anything that is set differs. */
  readonly on: string;
  /** The financial year of that day. */
  readonly year: string;
  /** The year that levels are of, and how many years later that is. */
  readonly levels: string;
  readonly later: number;
}

/** Undefined where something differs in the year that levels are of, or nothing ever does. */
export function endedOf({ input, period }: Study): Ended | undefined {
  const until = differingStretch(input.differences)?.until;
  const levels = input.results.years[period.to];
  if (until === undefined || levels === undefined) return undefined;
  const last = daysFromIso(until) - 1;
  const year = financialYearOf(last);
  const later = Number(levels.slice(0, 4)) - year;
  return later > 0 ? { on: isoFromDays(last), year: financialYearLabel(year), levels, later } : undefined;
}

/** "What differs ended on 31 March 2018: levels are of 2019-20, two years later", and how to ask about its last year. */
export function endedText(study: Study, ended: Ended): string {
  const { on, year, levels, later } = ended;
  const { years } = study.input.results;
  const after = later === 1 ? "a year later" : `${later < COUNTS.length ? COUNTS[later] : later} years later`;
  const { from, to } = study.period;
  const sums = from < to ? ", and what adds up is a mean that takes in the years since" : "";
  const ask = years.includes(year) ? ` To ask about its last year: --year ${year}` : "";
  return `What differs ended on ${dateInWords(on)}: levels are of ${levels}, ${after}${sums}.${ask}`;
}

const COUNTS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"] as const;
