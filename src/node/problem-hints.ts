/**
 * What the author of a file probably meant, beyond what the reader of scenarios says of it.
 *
 * Words only: they stand outside the engine, whose version results carry, and better words make no other results.
 */
import type { Problem } from "../simulation/scenario/index.ts";

/** Of a message of YAML's own, what to look at. */
const SYNTAX: readonly (readonly [says: RegExp, hint: string])[] = [
  [/^Nested mappings are not allowed/, "a text with a colon and a space in it stands in quotes"],
  [/^Implicit (map )?keys? need/, "a colon follows each key, and each key has a line of its own"],
  [/double-quoted-scalar|single-quoted-scalar/, "a whole line in quotes is no key: take the quotes away"],
  [/^Missing closing ["']/, "a quote is opened and not closed"],
  [
    /^All (mapping|sequence|collection) items must start at the same column/,
    "indent the lines of one list or map alike",
  ],
];

/** "a ratio": 1.2, where somebody writes 120%. */
const PERCENT_OF_A_RATIO = /^"\s*([\d.]+)\s*(?:%|per ?cent)"$/i;

const APRIL = "04-01";

/** The problem with another suggestion, where there is a better one; as it is otherwise. */
export function withHint(problem: Problem): Problem {
  const suggestion = hintFor(problem);
  return suggestion === undefined ? problem : { ...problem, suggestion };
}

function hintFor({ message, found, allowed, suggestion }: Problem): string | undefined {
  if (message.startsWith("this is not well-formed YAML: ")) {
    const says = message.slice("this is not well-formed YAML: ".length);
    return SYNTAX.find(([pattern]) => pattern.test(says))?.[1];
  }
  const percent = /\b(ratio|relative)\b/.test(allowed) ? PERCENT_OF_A_RATIO.exec(found) : null;
  if (percent !== null) return `write ${Number((Number(percent[1]) / 100).toPrecision(15))} for ${percent[1]}%`;
  const both = suggestion === "" ? undefined : monthOrYear(unquoted(found));
  if (suggestion !== "") return both;
  if (message === "is not a lever") return "`caremarket levers` lists them";
  if (message === "is not a real date" || message === "must be a date") return dateMeant(unquoted(found));
  if (message === "must be a map of levers") return pairMeant(unquoted(found));
  if (/^"[“”‘’]/.test(found)) return "take the curly quotes away";
  if (message.startsWith("is not a key of") && /\\u\{(A0|2007|2009|202F)\}/.test(found)) {
    return "non-breaking spaces stand before it: indent with spaces of the space bar";
  }
  if (message.startsWith("is not a key of") && ["until", "to", "end", "till"].includes(unquoted(found))) {
    return "a change lasts until the next: add one with the later date, and the value from then on or default";
  }
  return undefined;
}

const unquoted = (found: string): string => found.replace(/^"|"$/g, "");

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The day on which a year, a financial year or a month begins, as England counts them. */
function dateMeant(found: string): string | undefined {
  const plain = found.replaceAll(/\\u\{20(1[0-5])\}|\\u\{2212\}/g, "-").trim();
  if (plain !== found && /^\d{4}-\d{2}-\d{2}$/.test(plain)) return `write ${plain}, with plain hyphens`;
  const year = /^(\d{4})(?:\s*[-/]\s*\d{2}(?:\d{2})?)?$/.exec(plain);
  if (year !== null) return `write ${year[1]}-${APRIL} for the first day of that financial year`;
  const month = /^([A-Za-z]{3})[a-z]* (\d{4})$/.exec(plain);
  const index = month === null ? -1 : MONTHS.indexOf(month[1].toLowerCase());
  return month === null || index === -1 ? undefined : `write ${month[2]}-${String(index + 1).padStart(2, "0")}-01`;
}

/** "2011-12" is December to a computer and a financial year to a council. */
function monthOrYear(found: string): string | undefined {
  const year = /^(\d{4})-(\d{2})$/.exec(found);
  if (year === null || Number(year[2]) !== (Number(year[1]) + 1) % 100) return undefined;
  return `write ${year[1]}-${APRIL} for the first day of that financial year, or ${found}-01 for that month`;
}

/** A lever and its value without the colon and the space that YAML wants between them. */
function pairMeant(found: string): string | undefined {
  const pair = /^([A-Za-z][\w.]*)\s*[=:]\s*([^\s=:]+)$/.exec(found);
  return pair === null ? undefined : `write ${pair[1]}: ${pair[2]}, with a colon and a space`;
}
