/** Numbers in sentences and summary tables: never without their range. */
import { turnWords } from "../clauses.ts";
import { html, unbroken, type Markup } from "../markup.ts";
import type { Results, Series } from "../series.ts";
import type { Spread } from "../statistics.ts";
import { figure, signedFigure, type Unit } from "../units.ts";

type Written = (value: number, unit: Unit) => string;

interface Manner {
  /** How the median is written. */
  readonly middle: Written;
  /** How the ends of the range are: without the word that the median has just said. */
  readonly end: Written;
}

/** "(3 to 8)"; where its ends read alike, whether that is so in all runs or only in the 90 % that the range holds. */
function rangeOf(spread: Spread, written: (value: number) => string, runs: number): string {
  if (runs === 1) return "(one run)";
  const [low, high] = [written(spread.low), written(spread.high)];
  if (low !== high) return `(${low} to ${high})`;
  return written(spread.least) === written(spread.most) ? "(in all runs)" : "(in 90% of runs)";
}

function withRange(spread: Spread, unit: Unit, runs: number, manner: Manner): Markup {
  const range = rangeOf(spread, (value) => manner.end(value, unit), runs);
  return html`<span class="figure"
    ><strong>${manner.middle(spread.median, unit)}</strong> <span class="range">${range}</span></span
  >`;
}

const bare = (unit: Unit): Unit => ({
  ...unit,
  differenceSuffix: unit.differenceSuffix === " points" ? "" : unit.suffix,
});
const LEVEL: Manner = { middle: figure, end: figure };
const SIGNED: Manner = { middle: signedFigure, end: (value, unit) => signedFigure(value, bare(unit)) };
const SIZE: Manner = {
  middle: (value, unit) => figure(value, { ...unit, suffix: unit.differenceSuffix }),
  end: (value, unit) => figure(value, { ...unit, suffix: bare(unit).differenceSuffix }),
};

/** A level: the median, and in brackets what holds 90 % of the runs. */
export const amount = (spread: Spread, unit: Unit, runs: number): Markup => withRange(spread, unit, runs, LEVEL);

/** A difference, with its sign. */
export const difference = (spread: Spread, unit: Unit, runs: number): Markup => withRange(spread, unit, runs, SIGNED);

/** The size of a difference that lies on one side of zero, for a sentence that says which way it went. */
function sizeOf(spread: Spread, unit: Unit, runs: number): Markup {
  if (spread.median >= 0) return withRange(spread, unit, runs, SIZE);
  const { median, low, high, least, most } = spread;
  const turned = { ...spread, median: -median, low: -high, high: -low, least: -most, most: -least };
  return withRange(turned, unit, runs, SIZE);
}

/** "Agencies trading fell by 6 (3 to 8) to 52 (50 to 55) in 2019-20.", neutral when the change spans zero. */
export function movementSentence(results: Results, series: Series, subject: string): Markup {
  const { change, unit } = series;
  const { runs, timeline } = results;
  if (change === undefined) {
    const index = series.points.findIndex((point) => point !== undefined);
    const point = series.points[index];
    return point === undefined
      ? html``
      : html`${subject}: ${amount(point, unit, runs)} ${unbroken(timeline.times[index])}. `;
  }
  const end = html`${amount(change.to, unit, runs)} ${unbroken(timeline.times[change.toIndex])}`;
  // What is in real terms has been said in cash, and at prices of the last year it ends at the same.
  const toEnd = results.real?.measures.has(series.key) ? "" : html`, to ${end}`;
  if (change.turn !== undefined) {
    const { value, at } = change.turn;
    const { first, next } = turnWords(change.turn);
    return html`${subject} ${first} to ${amount(value, unit, runs)} in ${unbroken(at)}, then ${next}${toEnd}. `;
  }
  switch (change.verdict) {
    case "unchanged":
      return html`${subject} did not change: ${end}. `;
    case "unclear":
      return html`${subject} showed no clear change: ${difference(change.difference, unit, runs)}${toEnd}. `;
    case "rose":
    case "fell":
      return html`${subject} ${change.verdict} by ${sizeOf(change.difference, unit, runs)}${toEnd}. `;
  }
}
