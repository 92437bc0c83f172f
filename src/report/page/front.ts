/** The first screen: what happened to each who could carry it, with ranges, for whom it got worse, and what was assumed. */
import { assumedOf, assumedText } from "../assumed.ts";
import { movementOf, summaryOf, turnWords } from "../clauses.ts";
import { html, unbroken, type Markup } from "../markup.ts";
import { inRealTerms } from "../real-terms.ts";
import { seriesOf, type Results, type Series, type Turn } from "../series.ts";
import { betterDirection } from "../sweep/directions.ts";
import { capitalised, listed } from "../wording.ts";
import { difference } from "./amounts.ts";
import { changesLine } from "./assumptions.ts";
import { DIRECTIONS, endsOf } from "./strain.ts";

/** Measures with what they are called in a sentence. */
type Subjects = readonly (readonly [key: string, subject: string])[];

const BEARERS: readonly (readonly [bearer: string, subjects: Subjects])[] = [
  [
    "People and families",
    [
      ["outcomes.qualityOfLife", "quality of life of those served, in points of 24,"],
      ["outcomes.drift", "that of like people"],
      ["topUps.sharePercent", "share topping up"],
      ["unmet.hoursPercent", "needed hours that did not come"],
    ],
  ],
  [
    "Providers",
    [
      ["providers.trading", "agencies trading"],
      ["providers.marginPercent", "margins"],
    ],
  ],
  [
    "Workers",
    [
      ["wages.premiumPercent", "pay above the wage floor"],
      ["workforce.vacancyPercent", "vacancies"],
    ],
  ],
  ["The NHS", [["waits.delayedDays", "delayed days"]]],
  [
    "The council",
    [
      ["council.netBudget", "net budget, in cash,"],
      [inRealTerms("council.netBudget"), "in real terms"],
      ["council.reserves", "reserves"],
    ],
  ],
];

/** What the sentence above the figures names: what carries the strain in the order in which it is passed on. */
const SUMMARY: Subjects = [
  ["providers.trading", "agencies trading"],
  ["providers.marginPercent", "providers’ margins"],
  ["wages.premiumPercent", "the pay premium over the wage floor"],
  ["workforce.vacancyPercent", "vacancies"],
  ["topUps.sharePercent", "the share topping up"],
  ["unmet.hoursPercent", "unmet hours"],
  ["waits.delayedDays", "delayed days"],
  ["outcomes.qualityOfLife", "quality of life of those served"],
  ["outcomes.drift", "quality of life of like people"],
  ["council.reserves", "reserves"],
];

/** One sentence on where the strain went, without a number. */
function summary(results: Results): Markup | undefined {
  const text = summaryOf(SUMMARY.map(([key, subject]) => movementOf(seriesOf(results, key), subject)));
  const ends = endsOf(results);
  if (text === "" || ends === undefined) return undefined;
  const none = hasNoMarket(results)
    ? " No home-care agency traded at any time: nobody could buy care from one, and there was no private price."
    : "";
  return html`<p class="lede">${unbroken(`Between ${ends[0]} and ${ends[1]}: ${text}${none}`)}</p>`;
}

/** No agency traded in any period: there is no price, and no care to buy from one. */
function hasNoMarket(results: Results): boolean {
  const trading = seriesOf(results, "providers.trading");
  return trading !== undefined && trading.points.every((point) => point === undefined || point.high === 0);
}

type Judgement = "better" | "worse";

/** Whether it changed for the better; nothing where that is not clear or a matter of standpoint. */
function judgementOf({ key, change }: Series, results: Results): Judgement | undefined {
  // Where nobody sells care, reserves say nothing of how well the council does.
  if (key === "council.reserves" && hasNoMarket(results)) return undefined;
  const better = betterDirection(key);
  if (better === undefined || (change?.verdict !== "rose" && change?.verdict !== "fell")) return undefined;
  return (change.verdict === "rose") === (better === "higher") ? "better" : "worse";
}

/** " worse", " better": in a colour of its own, and in words. */
export const judged = (judgement: Judgement): Markup => html` <em class="${judgement}">${judgement}</em>`;

function drawMoved(results: Results, series: Series, subject: string): Markup | undefined {
  if (series.change === undefined) return undefined;
  const judgement = judgementOf(series, results);
  const isClear = series.change.verdict === "rose" || series.change.verdict === "fell";
  const { turn } = series.change;
  const between = turn === undefined ? DIRECTIONS[series.change.verdict].toLowerCase() : betweenText(turn);
  const word = judgement === undefined ? !isClear && html` <span class="quiet">${between}</span>` : judged(judgement);
  const [per = ""] = / a (?:year|week)$/.exec(series.unit.prefix === "" ? series.unit.label : "") ?? [];
  return html`${subject}${per} ${difference(series.change.difference, series.unit, results.runs)}${word}`;
}

/** "fell until 2015-16, then rose": what the two ends do not show. */
function betweenText(turn: Turn): string {
  const { first, until, next } = turnWords(turn);
  return `${first} ${until}, then ${next}`;
}

interface Carried {
  readonly bearer: string;
  readonly moved: readonly Markup[];
  readonly judgements: readonly Judgement[];
}

const carriedBy = (results: Results): readonly Carried[] =>
  BEARERS.flatMap(([bearer, subjects]): Carried[] => {
    const found = subjects.flatMap(([key, subject]) => {
      const series = seriesOf(results, key);
      const moved = series === undefined ? undefined : drawMoved(results, series, subject);
      return series === undefined || moved === undefined ? [] : [{ moved, judgement: judgementOf(series, results) }];
    });
    if (found.length === 0) return [];
    const judgements = found.flatMap(({ judgement }) => judgement ?? []);
    return [{ bearer, moved: found.map(({ moved }) => moved), judgements }];
  });

const inSentence = (bearer: string): string => bearer.slice(0, 1).toLowerCase() + bearer.slice(1);

/** "Worse for people and families, workers and the NHS; for nobody clearly better." */
function whoLost(carried: readonly Carried[]): string {
  const of = (is: (judgements: readonly Judgement[]) => boolean): string =>
    listed(carried.filter(({ judgements }) => is(judgements)).map(({ bearer }) => inSentence(bearer)));
  const worse = of((all) => all.includes("worse") && !all.includes("better"));
  const better = of((all) => all.includes("better") && !all.includes("worse"));
  const both = of((all) => all.includes("better") && all.includes("worse"));
  return capitalised(
    [
      worse === "" ? "for nobody clearly worse" : `worse for ${worse}`,
      ...(both === "" ? [] : [`partly worse, partly better for ${both}`]),
      better === "" ? "for nobody clearly better" : `better for ${better}`,
    ].join("; "),
  );
}

function reading(results: Results): string {
  return results.runs === 1
    ? "Changes in the one run there is: no range can be given."
    : `Changes, run by run: the median of the changes in ${results.runs} runs, in brackets 90% of them.`;
}

function drawAssumed({ input: { assumptions } }: Results): Markup | undefined {
  if (assumptions.length === 0) return undefined;
  return html`<p class="assumed">
    ${assumedText(assumedOf(assumptions))} ${changesLine(assumptions)} <a href="#assumptions">See them all.</a>
  </p>`;
}

/** The answer in as few words as will do, above all that it rests on. */
export function drawFront(results: Results): Markup {
  const carried = carriedBy(results);
  return html`${summary(results)}${
    carried.length > 0 &&
    html`<p class="who"><strong>${whoLost(carried)}.</strong> <span class="quiet">${reading(results)}</span></p>`
  }${drawAssumed(results)}${
    carried.length > 0 &&
    html`<dl class="carried">
      ${carried.map(
        ({ bearer, moved }) =>
          html`<div>
            <dt>${bearer}</dt>
            <dd>${moved.map((each, index) => html`${index > 0 && "; "}${each}`)}</dd>
          </div>`,
      )}
    </dl>`
  }`;
}
