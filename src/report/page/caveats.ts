/** What the report can bear: its limits before its uses. */
import { assumedOf } from "../assumed.ts";
import { BANDS, ENOUGH_RUNS, ONE_RUN, fewRuns } from "../identity.ts";
import type { Assumption } from "../input.ts";
import { html, type Markup } from "../markup.ts";
import type { Results } from "../series.ts";
import { NOT_A_FORECAST } from "./frame.ts";

function judgementCaveat(assumptions: readonly Assumption[]): string {
  const { judged } = assumedOf(assumptions);
  if (assumptions.length === 0) return "The report was made without the list of assumptions, so it cannot show them.";
  return (
    `Of ${assumptions.length} numbers and choices behind it, ${judged} rest on judgement and not on a published source. ` +
    "The assumptions log marks each of them."
  );
}

const caveatsOf = (results: Results): readonly string[] => [
  "A change over time inside one scenario is not the effect of a policy. For that, run a second scenario on the same seeds and compare the two, run by run.",
  judgementCaveat(results.input.assumptions),
  "Small groups and rare events, such as insolvency, differ much from run to run by chance. " +
    (results.runs > 1 ? "Read the range, not the median." : "One run shows none of that: run it over many seeds."),
];

const USE = [
  "seeing where strain goes when money shrinks or wages rise, in what order and after how long",
  "comparing policies on the same seeds",
  "finding the assumptions that a conclusion hangs on",
];

/** Whatever the page. */
const NO_USE = [
  "forecasting the figures of a named council",
  "setting the fee of a provider, or judging one",
  "decisions about one person’s care",
];

/** Of a page that compares: what it is for, and what not. */
const ARMS_USE = [
  "seeing who would gain and who would lose, in what order and after how long",
  "telling what a policy does from what luck does",
  "finding the assumptions that an answer hangs on, by a sweep over them",
];
const NO_ARMS_USE = [...NO_USE, "showing that a policy does nothing: what is not clear may still be there"];

/** Where no policy differs. */
const WORLDS_USE = [
  "seeing how far figures vary with what nobody knows",
  "finding the assumptions that a figure hangs on",
];
const NO_WORLDS_USE = [...NO_USE, "saying how likely a figure is"];

const list = (items: readonly string[]): Markup =>
  html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;

function runsNotice(runs: number): Markup | undefined {
  if (runs >= ENOUGH_RUNS) return undefined;
  return html`<p class="notice"><strong>Few runs.</strong> ${runs === 1 ? ONE_RUN : fewRuns(runs)}</p>`;
}

const warnings = (texts: readonly string[]): Markup | undefined =>
  texts.length === 0
    ? undefined
    : html`<div class="notice">
        <p><strong>The runs gave these warnings.</strong></p>
        ${list([...new Set(texts)])}
      </div>`;

/** What must be read before any figure: what the ranges hold, whether there are enough runs, what the runs warn of. */
export const drawNotices = (results: Results): Markup =>
  html`<p class="fixed"><strong>${NOT_A_FORECAST}</strong> ${results.runs > 1 && BANDS}</p>
    ${runsNotice(results.runs)}${warnings(results.input.warnings)}`;

function drawUses(use: readonly string[], notFor: readonly string[]): Markup {
  return html`<div class="uses">
    <div>
      <h3>Use it for</h3>
      ${list(use)}
    </div>
    <div>
      <h3>Do not use it for</h3>
      ${list(notFor)}
    </div>
  </div>`;
}

export function drawCaveats(results: Results): Markup {
  return html`<section aria-labelledby="care">
    <h2 id="care">Read with care</h2>
    <ol class="caveats">
      ${caveatsOf(results).map((text) => html`<li>${text}</li>`)}
    </ol>
    ${drawUses(USE, [...NO_USE, "claiming a saving without a paired comparison"])}
  </section> `;
}

/** Of a page of several arms: its limits stand in its answer. */
export const drawUsesOfArms = (isOfWorlds: boolean): Markup =>
  html`<section aria-labelledby="care">
    <h2 id="care">Read with care</h2>
    ${isOfWorlds ? drawUses(WORLDS_USE, NO_WORLDS_USE) : drawUses(ARMS_USE, NO_ARMS_USE)}
  </section> `;
