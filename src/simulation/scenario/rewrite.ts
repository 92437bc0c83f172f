/** People write numbers and dates for people; the message says how a scenario file writes them. */
import { daysFromIso, isoFromDays } from "../../kernel/calendar.ts";

interface Rewritten {
  readonly value: number;
  /** What was taken out, such as "the currency sign". */
  readonly changes: readonly string[];
}

/** Longer texts mean no number and no date, and the patterns below would take long over them. */
const LONGEST = 60;

const NO_BREAK = "the non-breaking space";
const ODD_SPACE = /[\u00A0\u2007\u2009\u202F]/;

/** Everything between the sign and the last digit: digits, separators, and the blanks that some people put there. */
const BODY = /^(-?)(\d[\d.,_' ]*)$/;

/** The number a text means to a reader in England; undefined where it means none. */
function numberIn(text: string, unit: string): Rewritten | undefined {
  if (text.length > LONGEST) return undefined;
  const changes: string[] = [];
  if (ODD_SPACE.test(text)) changes.push(NO_BREAK);
  let rest = text.replaceAll(/[\u00A0\u2007\u2009\u202F]/g, " ").trim();
  const replace = (pattern: RegExp, by: string, change: string): boolean => {
    const replaced = rest.replace(pattern, by).trim();
    if (replaced === rest) return false;
    changes.push(change);
    rest = replaced;
    return true;
  };
  replace(/^[\u2010-\u2014\u2212\uFE63\uFF0D]\s*/, "-", "a plain hyphen as the minus sign");
  replace(/^\+/, "", "the plus sign");
  replace(/^(-?)\s*(?:£|€|\$|GBP\b)\s*/i, "$1", "the currency sign");
  const isPercentage = replace(/\s*(?:%|per ?cent)$/i, "", "the percent sign");
  const isThousands = replace(/(\d)\s?(?:k|thousand)$/i, "$1", "the k");
  const isMillions = replace(/(\d)\s?(?:m|mn|million)$/i, "$1", "the m");
  const isPence = unit.includes("GBP") && replace(/(\d)\s?(?:p|pence)$/i, "$1", "the p");
  replace(/(\d)\s*(?:£|\/|[A-Za-z])[A-Za-z£ /-]*$/, "$1", "the unit");
  const parts = BODY.exec(rest);
  const digits = parts === null ? undefined : plainDigits(parts[2], changes);
  if (parts === null || digits === undefined) return undefined;
  const scale = (isThousands ? 1e3 : 1) * (isMillions ? 1e6 : 1);
  const isHundredth = isPence || (isPercentage && unit.includes("share"));
  const value = Number(parts[1] + digits) * scale;
  // Fifteen digits take off what division by 100 may leave in the last bit.
  const scaled = isHundredth ? Number((value / 100).toPrecision(15)) : value;
  return Number.isFinite(scaled) ? { value: scaled === 0 ? 0 : scaled, changes } : undefined;
}

/** Digits with at most a decimal point; undefined where the separators make no sense. */
function plainDigits(body: string, changes: string[]): string | undefined {
  if (/^\d+(\.\d+)?$/.test(body)) return body;
  const groups: readonly (readonly [RegExp, RegExp, string])[] = [
    [/^\d{1,3}(,\d{3})+(\.\d+)?$/, /,/g, "the thousands comma"],
    [/^\d+( \d{3})+(\.\d+)?$/, / /g, "the space"],
    [/^\d+(_\d+)+(\.\d+)?$/, /_/g, "the underscore"],
    [/^\d+('\d{3})+(\.\d+)?$/, /'/g, "the apostrophe"],
  ];
  for (const [shape, separator, change] of groups) {
    if (!shape.test(body)) continue;
    if (change !== "the space" || !changes.includes(NO_BREAK)) changes.push(change);
    return body.replace(separator, "");
  }
  if (!/^\d{1,3}(\.\d{3})*,\d+$/.test(body) && !/^\d+,\d+$/.test(body)) return undefined;
  changes.push("a decimal point");
  return body.replace(/\./g, "").replace(",", ".");
}

const WITH: ReadonlySet<string> = new Set(["a plain hyphen as the minus sign", "a decimal point"]);

/** `write 20, without the currency sign`; nothing where the text means no number. */
export function rewriteNumber(text: string, unit: string, isAllowed: (value: number) => boolean): string {
  const meant = numberIn(text, unit);
  if (meant === undefined) return ODD_SPACE.test(text) ? `write one number, without ${NO_BREAK}` : "";
  if (!isAllowed(meant.value)) return `${meant.value} would not be allowed either`;
  const reasons = meant.changes.map((change) => `${WITH.has(change) ? "with" : "without"} ${change}`);
  return `write ${meant.value}, ${reasons.length === 0 ? "without the quotes" : reasons.join(" and ")}`;
}

const MONTHS: readonly string[] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const iso = (year: string, month: number, day: string): string =>
  `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;

/** `write 2016-04-01` for 1/4/2016, 1 April 2016 or 2016-4-1; nothing where no real date is meant. */
export function rewriteDate(text: string): string {
  const trimmed = text.length > LONGEST ? "" : text.trim();
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(trimmed);
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(trimmed);
  const named = /^(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3})[a-z]* (\d{4})$/.exec(trimmed);
  const monthOnly = /^(\d{4})-(\d{1,2})$/.exec(trimmed);
  const date =
    yearFirst !== null
      ? iso(yearFirst[1], Number(yearFirst[2]), yearFirst[3])
      : dayFirst !== null
        ? iso(dayFirst[3], Number(dayFirst[2]), dayFirst[1])
        : named !== null
          ? iso(named[3], MONTHS.indexOf(named[2].toLowerCase()) + 1, named[1])
          : monthOnly !== null
            ? iso(monthOnly[1], Number(monthOnly[2]), "1")
            : "";
  return Number.isNaN(daysFromIso(date)) ? "" : `write ${date}`;
}

/** `write 2010-04-05 or 2010-04-12`: the Mondays around a date. */
export function mondaysAround(days: number): string {
  const before = days - ((((days - 4) % 7) + 7) % 7);
  return `write ${isoFromDays(before)} or ${isoFromDays(before + 7)}`;
}

/** `write living-wage` for "Living wage.yaml"; nothing where no name is left. */
export function rewriteSlug(text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/\.(ya?ml|json)$/, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 64);
  return slug === "" || slug === text ? "" : `write ${slug}`;
}
