/** The answer first: the question, the arms and what moved most, in words that agree with sign and interval. */
import type { SweepAxis } from "../../experiment/sweep-results.ts";
import { assumedOf, assumedText } from "../assumed.ts";
import { html, named, unbroken, type Markup } from "../markup.ts";
import { digits, figure } from "../units.ts";
import { counted, listed, seedRange } from "../wording.ts";
import { axisUnit, settingText } from "./arms.ts";
import { endedOf, endedText } from "./ended.ts";
import { drawCarried, drawLead, effectsOf, hasSlight, isClear, readingOf, type ArmOf } from "./front.ts";
import { VARIATION_ONLY } from "./identity.ts";
import type { Outcome, Study } from "./study.ts";
import * as say from "./words.ts";
import { drawVarying, WORLDS_ONLY, worldsLede } from "./worlds-answer.ts";

/** With fewer seeds than this an interval rests on very little. */
const ENOUGH_SEEDS = 10;
/** How many measures the answer names. */
export const MOST_NAMED = 5;

/** Found by the simulation and clearly different somewhere, the largest first. */
export const moved = ({ headlines }: Study): readonly Outcome[] =>
  headlines.filter((outcome) => !outcome.isSet && effectsOf(outcome).some(isClear));

/** "Reserves: £1.2m lower (95 % interval ...) with living wage £9, precept 0%." */
function extremeSentence(study: Study, outcome: Outcome): Markup {
  const clear = effectsOf(outcome)
    .filter(isClear)
    .sort((a, b) => a.effect.paired.mean - b.effect.paired.mean);
  const [least, most] = [clear[0], clear[clear.length - 1]];
  const shown = least === most || isSameSide(least, most) ? [larger(least, most)] : [least, most];
  const several = study.arms.length > 2;
  const phrases = shown.map(({ arm, effect }, index) => {
    const judgement = say.judgementOf(outcome, effect);
    const where = several ? html` with ${named(say.labelInSentence(study, arm))}` : undefined;
    const word = judgement === undefined ? "" : `, for the ${judgement}`;
    return html`${index > 0 && "; "}${whole(say.verdictSentence(outcome, effect))}${where}${word}`;
  });
  const from = referenceText(
    study,
    outcome,
    shown.map(({ arm }) => arm),
  );
  return html`<li><strong>${outcome.measure.label}</strong>: ${phrases}.${from}</li>`;
}

/** No line ends inside a figure, nor between its sign and its digits. */
const whole = (text: string): readonly Markup[] =>
  text
    .split(/([+−]?£?\d[\d.,]*m?)/)
    .map((part, index) => (index % 2 === 0 ? html`${part}` : html`<span class="year">${part}</span>`));

const isSameSide = (a: ArmOf, b: ArmOf): boolean => a.effect.verdict === b.effect.verdict;

const larger = (a: ArmOf, b: ArmOf): ArmOf => (Math.abs(a.effect.paired.mean) > Math.abs(b.effect.paired.mean) ? a : b);

/** What the arms that are named are compared with has: one figure, or one for each of them in its own world. */
function referenceText(study: Study, { levels, unit, basis }: Outcome, shown: readonly number[]): Markup | undefined {
  const references = [...new Set(shown.map((arm) => study.counterparts[arm]))].map((arm) => levels[arm]);
  if (!references.every((level) => Number.isFinite(level))) return undefined;
  const text = listed(references.map((level) => figure(level, unit)));
  return html` <span class="quiet"
    >${whole(referenceClause(study, text, references.length))}, ${unbroken(basis)}.</span
  >`;
}

function referenceClause(study: Study, text: string, references: number): string {
  if (study.arms.length === 2) return `It is ${text} in the reference`;
  if (!say.hasManyReferences(study)) return `The reference has ${text}`;
  return references === 1
    ? `The reference’s policy has ${text} in the same world`
    : `The reference’s policy has ${text} in the same worlds`;
}

/** With the reference; in a sweep of worlds with the reference's policy in the arm's own, named by what it sets. */
function comparedWith(study: Study): Markup {
  if (study.isOfWorlds) return html`${WORLDS_ONLY}`;
  const reference = study.arms[study.input.results.reference];
  if (!say.hasManyReferences(study)) {
    return html`Each arm is compared with the reference, <strong>${named(say.labelOf(reference))}</strong>.`;
  }
  const policies = study.input.results.axes.filter(({ kind, values }) => kind === "policy" && values.length > 1);
  const settings = policies.map((axis) => `${axis.label} ${settingText(reference.settings[axis.name], axis)}`);
  return settings.length === 0
    ? html`${say.OWN_REFERENCE}.`
    : html`${say.OWN_REFERENCE}: <strong>${named(settings.join(", "))}</strong>.`;
}

/** The arms in a paragraph: how many, over which axes, and which is the reference. */
function armsText(study: Study): Markup {
  const { results } = study.input;
  const { arms, axes, seeds } = results;
  const reference = named(say.referenceLabel(study));
  const runs = `${counted(seeds.length, "seed")} (${seedRange(seeds, 6)})`;
  if (study.input.kind === "comparison" && arms.length === 2) {
    const other = arms[results.reference === 0 ? 1 : 0];
    return html`<p>
      <strong>${named(say.labelOf(other))}</strong> is compared with the reference, <strong>${reference}</strong>, over
      ${runs}. A seed is one throw of all the dice:
      ${say.isOneCouncil(study) ? "the same people and the same luck in both" : "the same luck in both"}.
    </p>`;
  }
  return html`<p>
      ${counted(arms.length, "arm")} over ${runs}. An arm is one way in which things may be set; a seed is one throw of
      all the dice, with the same people and the same luck in every arm. ${comparedWith(study)} What differs between
      arms:
    </p>
    <ul>
      ${axes.map((axis) => {
        const values = axis.values.map((value) => settingText(value, axis));
        const shown = valuesText(axis, values);
        const unit = axisUnit(axis) === "" ? "" : ` (${axisUnit(axis)})`;
        return html`<li>
          ${named(axis.label)}${unit}:
          ${named(shown)}${axis.kind === "uncertainty" && html` <span class="quiet">– nobody decides it</span>`}
        </li>`;
      })}
    </ul>`;
}

/** All of a few; of more numbers both ends, of more alternatives the first. */
function valuesText({ values }: SweepAxis, texts: readonly string[]): string {
  if (texts.length <= 8) return listed(texts);
  if (values.every((value) => typeof value === "number")) {
    return `${texts[0]} to ${texts[texts.length - 1]} (${texts.length} values)`;
  }
  const first = texts.slice(0, 3).map((text) => (text.includes(",") ? `“${text}”` : text));
  return listed([...first, `${texts.length - 3} others`]);
}

/** The question answered in a sentence, or the reason why it cannot be. */
function lede(study: Study): Markup | string {
  const all = study.headlines.filter(({ isSet }) => !isSet).flatMap(effectsOf);
  if (study.isOfWorlds) return worldsLede(study);
  if (all.length === 0) return "No arm can be compared with the reference: no seed finished in both.";
  if (study.outcomes.flatMap(effectsOf).every(({ effect }) => effect.verdict === "same")) {
    return nothingDiffers(study);
  }
  if (all.some(({ effect }) => effect.verdict === "one seed")) {
    return "One seed only: what it shows can be read below, but nothing tells the policy from chance.";
  }
  return drawLead(study) ?? countsText(study);
}

/** The same figures in the years compared are not yet the same runs. */
function nothingDiffers({ input, outcomes }: Study): string {
  const all = "every measure is exactly the same in every seed";
  const first = input.kind === "comparison" ? input.firstDifference : undefined;
  if (first === undefined) return `Nothing differs: ${all}.`;
  return `No figure of the years compared differs: ${all}, ${outcomes[0]?.basis ?? ""}. The runs themselves do from ${first.monday} on.`;
}

/** All headline measures, each in one of the five kinds: what any other count on the page is a part of. */
function countsText(study: Study): string {
  const clear = moved(study).length;
  const set = study.headlines.filter(({ isSet }) => isSet).length;
  const rest = study.headlines.filter((outcome) => !outcome.isSet && !effectsOf(outcome).some(isClear));
  const same = rest.filter((outcome) => effectsOf(outcome).every(({ effect }) => effect.verdict === "same")).length;
  const slight = rest.filter(hasSlight).length;
  const unclear = rest.length - same - slight;
  const parts = [
    `${clear} clearly ${clear === 1 ? "differs" : "differ"}${study.arms.length > 2 ? " in at least one arm" : ""}`,
    ...(slight > 0 ? [`${slight} hardly`] : []),
    ...(unclear > 0 ? [`${unclear} not clearly`] : []),
    ...(same > 0 ? [`${same} ${same === 1 ? "is" : "are"} exactly the same in every seed`] : []),
    ...(set > 0 ? [`${set} ${set === 1 ? "is" : "are"} set by the policy or never varied`] : []),
  ];
  const most = listed(
    moved(study)
      .slice(0, 3)
      .map(({ measure }) => say.inSentence(measure.label)),
  );
  const which = clear === 0 ? "" : ` Most of all, for ${clear === 1 ? "its" : "their"} size: ${most}.`;
  return `Of ${counted(study.headlines.length, "headline measure")} ${listed(parts)}.${which}`;
}

function setText({ headlines, isOfWorlds }: Study): Markup | undefined {
  const set = headlines.filter((outcome) => outcome.isSet && outcome.weight > 0);
  if (set.length === 0) return undefined;
  const labels = set.map(({ measure }) => say.inSentence(measure.label));
  return html`<p class="quiet">
    The same in every seed of an arm, so set ${isOfWorlds ? "beforehand" : "by the policy"} and not found by the
    simulation: ${listed(labels)}.
  </p>`;
}

function seedNotice({ isOfWorlds, input: { results } }: Study): Markup | undefined {
  const seeds = results.seeds.length;
  if (seeds >= ENOUGH_SEEDS) return undefined;
  const text = isOfWorlds
    ? `Each world is run with ${counted(seeds, "seed")} only: much of what differs between two worlds may be luck.`
    : seeds === 1
      ? "One seed: no interval can be given, and none is drawn."
      : `Only ${seeds} seeds: intervals are rough, and rest on the differences being about normal.`;
  return html`<p class="notice"><strong>Few seeds.</strong> ${text}</p>`;
}

/** Two councils are not one with and without a policy: said before any figure. */
function councilsNotice(study: Study): Markup | undefined {
  if (say.isOneCouncil(study)) return undefined;
  const labels = say.otherSizeOf(study).map(say.inSentence);
  const which =
    labels.length > 5 ? listed([...labels.slice(0, 4), `${labels.length - 4} other parameters`]) : listed(labels);
  return html`<p class="notice">
    <strong>Two councils, not one.</strong> They differ in ${which}. Counts and sums differ for that, whatever a policy
    does, and a person of the one need not be the same person in the other. <a href="#differences">See what differs.</a>
  </p>`;
}

/** What is left of a policy after its end is not what it did. */
function endedNotice(study: Study): Markup | undefined {
  const ended = study.input.kind === "comparison" ? endedOf(study) : undefined;
  if (ended === undefined) return undefined;
  return html`<p class="notice"><strong>The policy was over by then.</strong> ${endedText(study, ended)}</p>`;
}

function failureNotice({ input: { results } }: Study): Markup | undefined {
  const { failures, arms, seeds } = results;
  if (failures.length === 0) return undefined;
  return html`<p class="notice">
    <strong>${counted(failures.length, "run")} of ${arms.length * seeds.length} failed</strong> and
    ${failures.length === 1 ? "is" : "are"} missing from every figure. <a href="#failures">See which, and why.</a>
  </p>`;
}

/** Chance alone puts about one interval in twenty beside zero. */
function manyNotice(study: Study): string {
  const found = study.headlines.filter(({ isSet }) => !isSet).flatMap(effectsOf);
  const drawn = found.filter(({ effect: { paired, verdict } }) => paired.seeds > 1 && verdict !== "same");
  const count = drawn.length;
  const what =
    study.arms.length > 2 ? `${digits(count, 0)} intervals, measures times arms,` : `${digits(count, 0)} intervals`;
  return count < 20
    ? ""
    : ` Of the ${what} of headline measures that vary at all about ${digits(count / 20, 0)} would look clear by chance alone if nothing differed: trust large and repeated differences.`;
}

/** Something can be compared in several seeds, and something differs. */
const isOfSeeds = ({ outcomes, input: { results } }: Study): boolean =>
  results.seeds.length > 1 && outcomes.flatMap(effectsOf).some(({ effect }) => effect.verdict !== "same");

/** How much rests on judgement, and of what differs, which is what the page can show, how much of that does. */
function drawAssumed({ input: { assumed, differences } }: Study): Markup | undefined {
  if (assumed === undefined) return undefined;
  const { all, judged } = assumedOf(differences);
  const link = html`<a href="#differences">${counted(all, "parameter that differs", "parameters that differ")}</a>`;
  const own =
    all === 1
      ? html` The ${link} ${judged === 1 ? "does too" : "does not"}.`
      : html` Of the ${link} ${judged === 0 ? "none" : judged} ${judged > 1 ? "do" : "does"}.`;
  return html`<p class="assumed">${assumedText(assumed)}${all > 0 && own}</p>`;
}

export function drawAnswer(study: Study): Markup {
  const { input } = study;
  const { warnings } = input;
  const clear = moved(study).slice(0, MOST_NAMED);
  return html`<section aria-labelledby="answer">
    <h2 id="answer">The answer</h2>
    ${councilsNotice(study)}
    <p class="lede">${lede(study)}</p>
    ${endedNotice(study)}${drawAssumed(study)}${
      isOfSeeds(study) &&
      html`${drawCarried(study)}
        <p class="reading">${readingOf(study)}</p>`
    }
    ${armsText(study)}${
      clear.length > 0 &&
      html`<h3 class="moved">What moved most</h3>
        <ul class="movers">
          ${clear.map((outcome) => extremeSentence(study, outcome))}
        </ul>`
    }${study.isOfWorlds && drawVarying(study, MOST_NAMED)}${input.kind === "comparison" && input.peopleApart !== undefined && html`<p>${input.peopleApart}</p>`}${drawLead(study) !== undefined && isOfSeeds(study) && html`<p>${countsText(study)}</p>`}${setText(study)}
    <p class="fixed"><strong>This is a simulation, not a forecast.</strong> ${VARIATION_ONLY}${manyNotice(study)}</p>
    ${seedNotice(study)}${failureNotice(study)}${
      warnings.length > 0 &&
      html`<div class="notice">
        <p><strong>The runs gave these warnings.</strong></p>
        <ul>
          ${[...new Set(warnings)].map((text) => html`<li>${text}</li>`)}
        </ul>
      </div>`
    }
  </section> `;
}
