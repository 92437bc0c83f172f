/** The first screen of a comparison or a sweep: the question answered in words, who gains and who loses, what it costs. */
import { html, named, type Markup } from "../markup.ts";
import { judged } from "../page/front.ts";
import { digits, figure, signedFigure, type Unit } from "../units.ts";
import { capitalised, counted, dateInWords, listed } from "../wording.ts";
import { gainUnit, isAtOdds, meanUnit, meanVerdict, sharesText } from "./gain-words.ts";
import type { Gains } from "./input.ts";
import type { Effect, Outcome, Study } from "./study.ts";
import { mostMoved } from "./receipts-by-policy.ts";
import { endsOf, type Receipt, receiptsOf } from "./receipts.ts";
import * as say from "./words.ts";

/** The difference of one arm in one measure. */
export interface ArmOf {
  readonly arm: number;
  readonly effect: Effect;
}

export const effectsOf = ({ effects }: Outcome): readonly ArmOf[] =>
  effects.flatMap((effect, arm) => (effect === undefined ? [] : [{ arm, effect }]));

export const isClear = ({ effect: { verdict } }: ArmOf): boolean => verdict === "higher" || verdict === "lower";

/** Some arm clearly differs, by too little to matter. */
export const hasSlight = (outcome: Outcome): boolean =>
  effectsOf(outcome).some(({ effect: { verdict } }) => verdict === "slight");

/** Who may gain or lose, with the measures that show it, what is asked for first. */
const BEARERS: readonly (readonly [bearer: string, most: number, keys: readonly string[]])[] = [
  ["People", 2, ["outcomes.everybody", "outcomes.qualityOfLife", "unmet.hoursPercent"]],
  ["Holders of a direct payment", 1, ["topUps.sharePercent", "topUps.meanWeekly"]],
  ["Providers", 2, ["providers.failures", "providers.trading", "providers.marginPercent"]],
  ["Workers", 2, ["wages.careWorker", "workforce.vacancyPercent"]],
  ["The NHS", 1, ["nhs.cost", "waits.delayedDays"]],
  ["The council", 2, ["council.grossSpend", "council.reserves"]],
];

const clearlyDiffers = (outcome: Outcome): boolean => effectsOf(outcome).some(isClear);

/**
 * Which of a bearer's measures to tell: the first there is, and beside it one that clearly differs. Of many arms only
 * the first, unless that differs in none of them and another does.
 */
function told(found: readonly Outcome[], most: number, isOne: boolean): readonly Outcome[] {
  const [first, ...others] = found;
  const second = others.find(clearlyDiffers) ?? others[0];
  if (second === undefined || most === 1) return [first];
  return isOne && (clearlyDiffers(first) || !clearlyDiffers(second)) ? [first] : [first, second];
}

const find = ({ outcomes }: Study, key: string): Outcome | undefined =>
  outcomes.find((outcome) => outcome.measure.key === key && effectsOf(outcome).length > 0);

/** "gross spending £0.75m a year lower (−£0.95m to −£0.55m) with fees held, for the worse". */
function phrase(study: Study, outcome: Outcome, { arm, effect }: ArmOf): Markup {
  const { paired, verdict } = effect;
  const range =
    verdict === "same" || paired.seeds < 2
      ? ""
      : `(${say.intervalText(effect, outcome.fine, isClear({ arm, effect }) ? "" : say.unitWord(outcome))})`;
  const judgement = say.judgementOf(outcome, effect);
  const where = study.arms.length > 2 ? html` with ${named(say.labelInSentence(study, arm))}` : undefined;
  return html`<strong>${say.verdictText(outcome, effect)}</strong
    >${range !== "" && html` <span class="range">${range}</span>`}${where}${judgement !== undefined && judged(judgement)}`;
}

/** The arm itself where there is one to compare; else the arms that move the measure most to either side. */
function extremesOf(outcome: Outcome): readonly ArmOf[] {
  const all = [...effectsOf(outcome)].sort((a, b) => a.effect.paired.mean - b.effect.paired.mean);
  if (all.length === 1) return all;
  const clear = all.filter(isClear);
  const [least, most] = [clear[0], clear[clear.length - 1]];
  if (clear.length === 0) return [];
  if (least.effect.verdict !== most.effect.verdict) return [least, most];
  return [least.effect.verdict === "lower" ? least : most];
}

function drawMeasure(study: Study, outcome: Outcome): Markup {
  const name = say.inSentence(outcome.measure.label);
  const shown = extremesOf(outcome);
  if (shown.length === 0) {
    return html`${name} ${hasSlight(outcome) ? "hardly, or not clearly," : "not clearly"} different in any arm`;
  }
  return html`${name} ${shown.map((each, index) => html`${index > 0 && ", "}${phrase(study, outcome, each)}`)}`;
}

function drawWhose(study: Study): Markup | undefined {
  const said = study.arms.length > 2 ? whoseOfMany(study) : whoseOfOne(study);
  if (said.length === 0) return undefined;
  return html`<div>
    <dt>Whose money</dt>
    <dd>${said.map((each, index) => html`${index > 0 && ", "}${each}`)}: <a href="#money">everybody’s</a></dd>
  </div>`;
}

/** Who clearly has most more and who most less in the one arm that is compared. */
function whoseOfOne(study: Study): readonly Markup[] {
  const receipts = receiptsOf(study);
  if (receipts === undefined) return [];
  return endsOf(receipts).map((each) => html`${say.inSentence(each.label)} ${receiptPhrase(each)}`);
}

/** Of the party that anything moves most: with which arms it has most more, and most less. */
function whoseOfMany(study: Study): readonly Markup[] {
  const most = mostMoved(study);
  if (most === undefined) return [];
  const { label, outcome } = most;
  return extremesOf(outcome).map(({ arm, effect }, index) => {
    const who = index === 0 ? `${say.inSentence(label)} ` : "";
    return html`${who}${receiptPhrase({ outcome, effect })} with ${named(say.labelInSentence(study, arm))}`;
  });
}

/** "£1.2m a year more (+£0.9m to +£1.5m)". */
const receiptPhrase = ({ outcome, effect }: Pick<Receipt, "outcome" | "effect">): Markup =>
  html`<strong>${say.sizeText(outcome, effect)} ${effect.verdict === "higher" ? "more" : "less"}</strong>
    <span class="range">(${say.intervalText(effect, outcome.fine)})</span>`;

/** People, holders, providers, workers, the NHS and the council's money: what became of each. */
export function drawCarried(study: Study): Markup | undefined {
  const several = study.arms.length > 2;
  const rows = BEARERS.flatMap(([bearer, most, keys]) => {
    const found = keys.flatMap((key) => find(study, key) ?? []);
    return found.length === 0 ? [] : [{ bearer, found: told(found, most, several && bearer !== "The council") }];
  });
  if (rows.length === 0) return undefined;
  return html`<dl class="carried">
    ${rows.map(
      ({ bearer, found }) =>
        html`<div>
          <dt>${bearer}</dt>
          <dd>${found.map((outcome, index) => html`${index > 0 && "; "}${drawMeasure(study, outcome)}`)}</dd>
        </div>`,
    )}
    ${drawWhose(study)}
  </dl>`;
}

/** What each figure is, and what the brackets hold; said once for all of them. */
export function readingOf(study: Study): string {
  const {
    outcomes,
    input: { results },
  } = study;
  const basisOf = (isSum: boolean): string | undefined =>
    outcomes.find(({ measure }) => (measure.yearly === "sum") === isSum)?.basis;
  const [sums, levels] = [basisOf(true), basisOf(false)];
  const [only] = [sums, levels].filter((basis) => basis !== undefined);
  const bases =
    sums === levels || sums === undefined || levels === undefined
      ? `Figures are ${only ?? "of the whole run"}`
      : `What adds up, such as failures or days, is the ${sums.startsWith("mean") ? sums : `figure ${sums}`}; all else, spending at its yearly rate too, is ${levels}`;
  const seeds = results.seeds.length;
  const range = seeds < 2 ? "" : `; in brackets the 95% interval of the mean difference over ${seeds} seeds`;
  const people =
    peopleText(study) === undefined || !say.isOneCouncil(study)
      ? ""
      : ` Who gains or loses is told of all whom both runs have ${sinceText(study)}, each as last seen: their mean is not that of the people there are in the last year.`;
  return `${bases}${range}.${people}`;
}

/** "at any time", or since when; whom nothing could reach are not among the unchanged. */
function sinceText({ input: { gains = [] } }: Study): string {
  const left = gains.flatMap(({ leftBefore }) => leftBefore ?? []);
  if (left.length === 0) return "at any time";
  const mondays = new Set(left.map(({ monday }) => monday));
  if (mondays.size > 1 || left.length < gains.length) return "in the first week in which what is set differs, or later";
  const [{ monday, people }] = left;
  const out = new Set(left.map((each) => each.people)).size > 1 ? "those" : `the ${digits(people, 0)}`;
  return `on ${dateInWords(monday)}, when what is set first differs, or later (left out: ${out} who had left before)`;
}

const moreLose = ({ everybody: { better, worse } }: Gains): boolean => worse > better;
const isTold = ({ everybody: { better } }: Gains): boolean => Number.isFinite(better);

/** " points", " hours a week": behind a figure whose unit carries no sign. */
const pointsOf = ({ prefix, differenceSuffix, label }: Unit): string =>
  prefix === "" && differenceSuffix === "" ? ` ${label.split(",")[0]}` : "";

/** "on average 0.68 points lower": over all of them, those who are unchanged too. */
function averageText(gains: Gains): string {
  const unit = gainUnit(gains);
  const { meanDifference: mean, spread } = gains.everybody;
  const size = figure(Math.abs(mean), { ...unit, suffix: unit.differenceSuffix });
  const verdict = meanVerdict(gains, gains.everybody);
  if (verdict !== "clear") {
    const hasInterval = spread !== undefined && spread.low < spread.high;
    if (!hasInterval) return "on average no different";
    const fine = say.bare(meanUnit(unit, gains.everybody));
    const [low, high] = [spread.low, spread.high].map((end) => signedFigure(end, fine));
    return `on average ${verdict === "slight" ? "hardly any" : "no clear"} difference (${low} to ${high})`;
  }
  return `on average ${size}${pointsOf(unit)} ${mean > 0 ? "higher" : "lower"}`;
}

/** "32% of people have a worse quality of life, 13% a better one and 55% an unchanged one, on average 0.1 points lower". */
function peopleShares(gains: Gains): string {
  const {
    everybody: { better, worse },
    measure,
    least,
  } = gains;
  if (better === 0 && worse === 0) {
    const unit = gainUnit(gains);
    const by = least === undefined ? "" : ` by ${figure(least, unit)}${pointsOf(unit)} or more`;
    return `nobody’s ${measure} is better or worse${by}`;
  }
  const shares = sharesText({ better, worse });
  return `${shares.worse} of people have a worse ${measure}, ${shares.better} a better one and ${shares.unchanged} an unchanged one, ${averageText(gains)}`;
}

/** Many small gains may weigh less than a few large losses: the lead never says one without the other. */
const leadOf = (gains: Gains): string => {
  const { better, worse } = gains.everybody;
  if (better === 0 && worse === 0) return "Nobody gains and nobody loses";
  if (worse === better) return "As many lose as gain";
  const lead = worse > better ? "More people lose than gain" : "More people gain than lose";
  if (!isAtOdds(gains, gains.everybody)) return lead;
  return `${lead}, but what is ${worse > better ? "gained" : "lost"} weighs more`;
};

/** Who gains and who loses, of one arm or over all of them. */
function peopleText(study: Study): Markup | undefined {
  const [chief] = study.input.gains ?? [];
  const gains = (study.input.gains ?? []).filter((each) => each.measure === chief?.measure && isTold(each));
  const [first] = gains;
  if (first === undefined) return undefined;
  if (gains.length === 1) return html`${leadOf(first)}: ${peopleShares(first)}`;
  const losing = gains.filter(moreLose).length;
  const share = losing === 0 ? "In none" : `In ${losing}`;
  const ordered = [...gains].sort(({ everybody: a }, { everybody: b }) => a.better - a.worse - (b.better - b.worse));
  const [worst, best] = [ordered[0], ordered[ordered.length - 1]];
  const at = ({ arm }: Gains): Markup => named(say.labelInSentence(study, arm));
  // Each figure after the arm that it is of: none is of all those arms.
  return html`${share} of ${counted(gains.length, "arm")} more people lose than gain. At worst, with ${at(worst)},
  ${peopleShares(worst)}; at best, with ${at(best)}, ${sharesText(best.everybody).worse} have a worse one and
  ${sharesText(best.everybody).better} a better one`;
}

/** "the council spends £0.75m a year less and holds £1.5m more in reserves, in 2019-20": of one arm alone. */
function moneyText(study: Study): string {
  if (study.arms.length !== 2) return "";
  const phrases = ["council.grossSpend", "council.reserves"].flatMap((key) => {
    const outcome = find(study, key);
    const own = outcome === undefined ? undefined : effectsOf(outcome)[0];
    if (outcome === undefined || own === undefined) return [];
    const { verdict } = own.effect;
    const [subject, less, more] =
      key === "council.grossSpend" ? ["spends", "less", "more"] : ["holds", "less in reserves", "more in reserves"];
    const size = say.sizeText(outcome, own.effect);
    if (verdict === "lower") return [`${subject} ${size} ${less}`];
    if (verdict === "higher") return [`${subject} ${size} ${more}`];
    if (verdict === "same") return [`${subject} exactly as much${key === "council.reserves" ? " in reserves" : ""}`];
    if (verdict === "one seed") return [];
    if (verdict === "slight") {
      return [`${subject} hardly more or less${key === "council.reserves" ? " in reserves" : ""}`];
    }
    return [key === "council.grossSpend" ? "spends neither clearly more nor less" : "has no clear change in reserves"];
  });
  const basis = find(study, "council.grossSpend")?.basis;
  return phrases.length === 0 ? "" : `the council ${listed(phrases)}${basis === undefined ? "" : `, ${basis}`}`;
}

/** "Quality of life goes from 0.12 points lower to 0.03 points higher": over the arms of a sweep that keeps no people. */
function rangesText(study: Study): string | undefined {
  if (study.arms.length < 3) return undefined;
  const keys = [
    ["outcomes.everybody", "outcomes.qualityOfLife"],
    ["topUps.sharePercent"],
    ["providers.failures"],
    ["council.grossSpend"],
  ];
  const phrases = keys.flatMap((some) => {
    const [outcome] = some.flatMap((key) => find(study, key) ?? []);
    const shown = outcome === undefined ? [] : extremesOf(outcome);
    if (outcome === undefined || shown.length === 0) return [];
    const ends = shown.map(({ effect }) => say.verdictText(outcome, effect));
    const range = ends.length === 1 ? `at most ${ends[0]}` : `from ${ends[0]} to ${ends[1]}`;
    return [`${say.inSentence(outcome.measure.label)} ${range}`];
  });
  return phrases.length === 0 ? undefined : `Between the arms: ${listed(phrases)}, against the reference`;
}

/** The question answered in one sentence; undefined where neither people nor money say anything. */
export function drawLead(study: Study): Markup | undefined {
  // Of two councils nobody knows whether a person is the same in both.
  const people = say.isOneCouncil(study) ? (peopleText(study) ?? rangesText(study)) : undefined;
  const money = moneyText(study);
  if (people === undefined && money === "") return undefined;
  const tail = people === undefined ? capitalised(money) : money === "" ? "" : `; ${money}`;
  return html`${people}${tail}.`;
}
