/** How a number is written: in pounds, per cent, people or weeks, with one rounding for charts, tables and text. */
import { format } from "d3";

export interface Unit {
  /** As in a column header: "£ an hour", "%", "people". */
  readonly label: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Spelt out after a difference, where "%" alone would be read as a share of the old value. */
  readonly differenceSuffix: string;
  readonly decimals: number;
  /** Raw values are multiplied by this. */
  readonly scale: number;
}

const grouped = [0, 1, 2, 3, 4, 5, 6].map((decimals) => format(`,.${decimals}f`));
const exponential = format(".2e");

/** The digits only, thousands grouped, with a true minus sign; never "-0". */
export function digits(value: number, decimals: number): string {
  const size = Math.abs(value);
  if (size >= 1e15) return exponential(value);
  const text = grouped[decimals](size);
  const isZero = !/[1-9]/.test(text);
  return value < 0 && !isZero ? `−${text}` : text;
}

/** The same digits for a machine: no grouping, an ordinary hyphen as minus sign. */
export function plainDigits(value: number, decimals: number): string {
  if (Math.abs(value) >= 1e15) return String(value);
  const text = value.toFixed(decimals);
  return /[1-9]/.test(text) ? text : text.replace("-", "");
}

/** The sign first, then the currency: "−£2.80". */
export function around(text: string, prefix: string, suffix: string): string {
  const [sign, size] = /^[−+]/.test(text) ? [text.slice(0, 1), text.slice(1)] : ["", text];
  return `${sign}${prefix}${size}${suffix}`;
}

/** As read in a sentence or on an axis: "£13.70", "5.0%", "1,656". */
export const figure = (value: number, unit: Unit): string =>
  around(digits(value, unit.decimals), unit.prefix, unit.suffix);

/** A difference, its sign always shown: "+£2.80", "−3.1 points". */
export function signedFigure(value: number, unit: Unit): string {
  const text = digits(value, unit.decimals);
  return around(value > 0 && /[1-9]/.test(text) ? `+${text}` : text, unit.prefix, unit.differenceSuffix);
}

const plain = (label: string, decimals: number): Unit => ({
  label,
  prefix: "",
  suffix: "",
  differenceSuffix: "",
  decimals,
  scale: 1,
});

const decimalsFor = (largest: number): number => {
  if (largest >= 100) return 0;
  if (largest >= 10) return 1;
  return 2;
};

/** Two decimals for a few weeks: a tenth would hide all that changes in them. */
const decimalsOfTime = (largest: number): number => (largest < 10 ? 2 : largest < 1000 ? 1 : 0);

/** "per hour" reads "an hour"; "a year" stays. */
const readable = (rest: string): string =>
  rest
    .trim()
    .replace(/^per /, "a ")
    .replace(/^a hour/, "an hour");

function moneyOf(rest: string, largest: number): Unit {
  const money = { ...plain("", 2), prefix: "£" };
  const millions = /^million/.exec(rest.trim());
  if (millions === null && largest < 1e6) {
    return { ...money, label: `£ ${readable(rest)}`.trim(), decimals: largest >= 1e4 ? 0 : 2 };
  }
  const after = millions === null ? rest : rest.trim().slice(millions[0].length);
  return {
    ...money,
    label: `£ million ${readable(after)}`.trim(),
    suffix: "m",
    differenceSuffix: "m",
    decimals: 1,
    scale: millions === null ? 1e-6 : 1,
  };
}

/** "cash prices", or of which year they are where the measure's sentence names one. */
export const pricesOf = ({ sentence }: { readonly sentence: string }): string =>
  /\bprices of \d{4}-\d{2}\b/.exec(sentence)?.[0] ?? "cash prices";

/** The unit, and of money at which prices: "£ an hour, cash prices". */
export const pricedLabel = (unit: Unit, measure: { readonly sentence: string }): string =>
  unit.prefix === "£" ? `${unit.label}, ${pricesOf(measure)}` : unit.label;

/** How to write values of the measure unit `text` of which the largest in size is `largest`. */
export function unitOf(text: string, largest: number): Unit {
  const unit = text.trim();
  if (/^GBP\b/.test(unit)) return moneyOf(unit.slice(3), largest);
  if (/^(%|per cent|percent)/.test(unit)) {
    return { ...plain(unit.replace(/^per ?cent/, "%"), 1), suffix: "%", differenceSuffix: " points" };
  }
  if (/^(weeks|days|hours|minutes)\b/.test(unit)) return plain(unit, decimalsOfTime(largest));
  if (/\b(points?|scale)\b/.test(unit) && largest < 100) return plain(unit, 2);
  if (unit === "index") return plain(unit, 1);
  // Counts: yearly means and rare events need a decimal, large ones do not.
  if (/^[a-z][a-z ,-]*$/i.test(unit)) return plain(unit, largest >= 20 ? 0 : 1);
  return plain(unit, decimalsFor(largest));
}
