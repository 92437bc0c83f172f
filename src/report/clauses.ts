/** Findings in words, taken from the data: which way a series went, neutral when its interval spans zero. */
import { printedVerdict, type Series, type Turn } from "./series.ts";
import { verdictOf, type Spread, type Verdict } from "./statistics.ts";
import { digits, figure } from "./units.ts";
import { fitting, listed } from "./wording.ts";

/** What can be said about one series: in full with numbers, or in short. */
export interface Clause {
  readonly verdict: Verdict | "level" | "turned";
  readonly subject: string;
  readonly full: string;
  readonly short: string;
}

const same = (text: string): { readonly full: string; readonly short: string } => ({ full: text, short: text });

function levelClause(series: Series, subject: string): Clause | undefined {
  const point = series.points.find((each) => each !== undefined);
  if (point === undefined) return undefined;
  return { verdict: "level", subject, ...same(`${subject}: ${figure(point.median, series.unit)}`) };
}

/** "fell", "in 2015-16", "until 2015-16", "rose": what happened between two ends that are alike. */
export const turnWords = ({ at, verdict }: Turn): Readonly<Record<"first" | "at" | "until" | "next", string>> => ({
  first: verdict,
  at: `(${at})`,
  until: `until ${at}`,
  next: verdict === "rose" ? "fell" : "rose",
});

/** How the series moved from its first whole period to its last; its level when there is only one. */
export function movementOf(series: Series | undefined, subject: string): Clause | undefined {
  if (series === undefined) return undefined;
  if (series.change === undefined) return levelClause(series, subject);
  const { verdict, from, to, turn } = series.change;
  if (turn !== undefined) {
    const words = turnWords(turn);
    const [first, next] = [`${subject} ${words.first}`, words.next];
    const full = `${first} to ${figure(turn.value.median, series.unit)} ${words.at}, then ${next} again`;
    return { verdict: "turned", subject, full, short: `${first} ${words.until}, then ${next}` };
  }
  if (verdict === "unchanged") return { verdict, subject, ...same(`${subject} did not change`) };
  if (verdict === "unclear") return { verdict, subject, ...same(`no clear change in ${subject}`) };
  const short = `${subject} ${verdict}`;
  const numbers = `from ${figure(from.median, series.unit)} to ${figure(to.median, series.unit)}`;
  return { verdict, subject, full: `${short} ${numbers}`, short };
}

const isClear = ({ verdict }: Clause): boolean => verdict === "rose" || verdict === "fell" || verdict === "turned";

/** A title of at most fifteen words from the first two clauses there are, a clear one first. */
export function titleOf(clauses: readonly (Clause | undefined)[], otherwise: string, runs: number): string {
  const [first, second] = clauses
    .filter((clause) => clause !== undefined)
    .slice(0, 2)
    .sort((a, b) => Number(isClear(b)) - Number(isClear(a)));
  if (first === undefined) return fitting([otherwise]);
  const start = runs === 1 ? "one run: " : "";
  if (second === undefined) return fitting([`${start}${first.full}`, `${start}${first.short}`, otherwise]);
  const both =
    first.verdict === "unclear" && second.verdict === "unclear"
      ? [`${start}no clear change in ${first.subject} or ${second.subject}`]
      : [
          `${start}${first.full}; ${second.full}`,
          `${start}${first.full}; ${second.short}`,
          `${start}${first.short}; ${second.short}`,
        ];
  return fitting([...both, `${start}${first.full}`, `${start}${first.short}`, otherwise]);
}

/** "council fee rose 21%, private price 28%, wage floor 42%": undefined unless every one clearly moved, as printed too. */
export function growthOf(items: readonly (readonly [Series | undefined, string])[]): string | undefined {
  let before = "";
  const phrases = items.map(([series, subject]) => {
    const change = series?.change;
    if (change?.growth === undefined || (change.verdict !== "rose" && change.verdict !== "fell")) return undefined;
    if (verdictOf(change.growth) !== change.verdict) return undefined;
    const percent = digits(Math.abs(change.growth.median), 0);
    if (percent === "0") return undefined;
    const verb = change.verdict === before ? "" : `${change.verdict} `;
    before = change.verdict;
    return `${subject} ${verb}${percent}%`;
  });
  return phrases.every((phrase) => phrase !== undefined) ? phrases.join(", ") : undefined;
}

/** How a group moved, for a title and for the list beside it. */
export interface Moved {
  readonly difference: Spread;
  readonly verdict: Verdict;
}

/**
 * For series that are themselves changes against the start. From the first whole period to the last, as every other
 * change on the page is; where there is only one, against the start.
 */
export function movedOf({ change, points, unit }: Series): Moved | undefined {
  if (change !== undefined) return change;
  const difference = points.filter((point) => point !== undefined).at(-1);
  return difference && { difference, verdict: printedVerdict(difference, unit) };
}

/**
 * "older people and mental health fell; no clear change for the others" in one short line. `whole` is how all of them
 * together moved, which the page says elsewhere: it may be clear where no group alone is.
 */
export function groupsTitle(
  subject: string,
  groups: readonly (readonly [Verdict, string])[],
  runs: number,
  whole?: Verdict,
): string {
  const of = (verdict: Verdict): string[] => groups.flatMap(([each, name]) => (each === verdict ? [name] : []));
  const [rose, fell] = [of("rose"), of("fell")];
  const rest = groups.length - rose.length - fell.length;
  const start = runs === 1 ? "one run: " : "";
  if (of("unchanged").length === groups.length) return fitting([`${start}${subject} did not change for any group`]);
  if (rest === groups.length && (whole === "rose" || whole === "fell")) {
    return fitting([`${start}${subject} ${whole} over all, clearly for no one group`]);
  }
  if (rest === groups.length) return fitting([`${start}no clear change in ${subject} for any group`]);
  const others = rest === 0 ? "" : "; no clear change for others";
  const named = [
    ...(fell.length > 0 ? [`fell for ${listed(fell)}`] : []),
    ...(rose.length > 0 ? [`rose for ${listed(rose)}`] : []),
  ];
  const numbered = [
    ...(fell.length > 0 ? [`fell for ${fell.length}`] : []),
    ...(rose.length > 0 ? [`rose for ${rose.length}`] : []),
  ];
  const all = fell.length === groups.length ? "fell" : "rose";
  if (fell.length === groups.length || rose.length === groups.length) {
    return fitting([`${start}${subject} ${all} for all ${groups.length} groups`]);
  }
  return fitting([
    `${start}${subject} ${named.join(" and ")}${others}`,
    `${start}${subject} ${named.join(" and ")}`,
    `${start}${subject} ${numbered.join(" and ")} of ${groups.length} groups${others}`,
  ]);
}

/** One sentence on many series: what rose, what fell, what did not clearly change, what is exactly as it was. */
export function summaryOf(clauses: readonly (Clause | undefined)[]): string {
  const known = clauses.filter((clause) => clause !== undefined);
  const of = (verdicts: readonly Clause["verdict"][]): string[] =>
    known.flatMap((clause) => (verdicts.includes(clause.verdict) ? [clause.subject] : []));
  const [rose, fell, neither, still] = [of(["rose"]), of(["fell"]), of(["unclear"]), of(["unchanged"])];
  const parts = [
    ...(rose.length > 0 ? [`${listed(rose)} rose`] : []),
    ...(fell.length > 0 ? [`${listed(fell)} fell`] : []),
    ...known.filter(({ verdict }) => verdict === "turned").map(({ short }) => short),
    ...(neither.length > 0 ? [`no clear change in ${listed(neither, "or")}`] : []),
    ...(still.length > 0 ? [`${listed(still)} did not change`] : []),
  ];
  return parts.length === 0 ? "" : `${parts.join("; ")}.`;
}
