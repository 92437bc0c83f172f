/** How the report puts things into words. */
import type { YearlyRule } from "../model/measures/measure.ts";

export const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== "").length;

export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[], last = "and"): string {
  if (items.length <= 1) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${last} ${items[items.length - 1]}`;
}

/** A title inside a sentence stands in quotation marks; a name is part of it. */
export const quoted = (title: string): string => (/^[A-Z].* /.test(title) ? `“${title}”` : title);

export const counted = (count: number, one: string, many = `${one}s`): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** A title holds at most fifteen words. */
export const TITLE_WORDS = 15;

/** The first of the candidates that is short enough for a title, else the last one cut to length. */
export function fitting(candidates: readonly string[]): string {
  const found = candidates.find((text) => wordsIn(text) <= TITLE_WORDS);
  const last = candidates[candidates.length - 1] ?? "";
  return capitalised(found ?? last.split(/\s+/).slice(0, TITLE_WORDS).join(" "));
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "2016-04-01" -> "1 April 2016"; anything else as it is. */
export function dateInWords(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const month = match === null ? undefined : MONTHS[Number(match[2]) - 1];
  return match === null || month === undefined ? iso : `${Number(match[3])} ${month} ${match[1]}`;
}

/** "2016-04-01" -> "1 Apr 2016", for axes. */
export const shortDate = (iso: string): string => dateInWords(iso).replace(/ ([A-Z][a-z]{2})[a-z]* /, " $1 ");

/** Neighbouring whole numbers are joined: "1–20"; long lists are cut, with how many more there are. */
export function seedRange(seeds: readonly string[], most = 12): string {
  const numbers = seeds.map(Number);
  const isRun = numbers.every((value, index) => /^\d{1,9}$/.test(seeds[index]) && value === numbers[0] + index);
  if (isRun && seeds.length > 2) return `${seeds[0]}–${seeds[seeds.length - 1]}`;
  const shown = seeds.slice(0, most).join(", ");
  return seeds.length > most ? `${shown} and ${seeds.length - most} more` : shown;
}

/** A space at which no line ends. */
export const UNPARTED = "\u00A0";

/** The same text with per cent as a page and a terminal write it, in which no line ends between a figure and its sign. */
export const unparted = (text: string): string => text.replace(/(\d) %/g, "$1%");

/** What of its weeks a year's figure is. */
export const YEARLY_WORDS: Readonly<Record<YearlyRule, string>> = {
  sum: "sum of the weeks, scaled to 365.25 days",
  mean: "mean of the weeks",
  last: "last week",
  most: "the largest week",
};
