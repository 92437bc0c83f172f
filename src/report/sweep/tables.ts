/** Every measure in every arm: a summary table on the page, and all the paired statistics as a file. */
import { meanOf, pairedOf } from "../../experiment/paired.ts";
import { csvOf, type Cell } from "../csv.ts";
import { html, type Markup } from "../markup.ts";
import { isDefined } from "../statistics.ts";
import { digits, figure, signedFigure } from "../units.ts";
import { capitalised, counted } from "../wording.ts";
import { VARIATION_ONLY, identityOf } from "./identity.ts";
import { type Effect, intervalUnit, type Outcome, type Study } from "./study.ts";
import * as say from "./words.ts";
import { levelsOver } from "./world-levels.ts";

/** A larger file would make the page too heavy to send round. */
const MOST_BYTES = 3_000_000;
/** About what a row takes, without the names of arms and settings. */
const ROW_BYTES = 170;

const number = (value: number): Cell =>
  Number.isFinite(value) ? { number: String(Number(value.toPrecision(9))) } : undefined;

/** Which measures the file of every arm holds: headline ones alone where all are too many, none where they are too. */
export function measuresInFile(study: Study): "every measure" | "headline measures" | undefined {
  const { arms, axes } = study.input.results;
  const rowBytes = ROW_BYTES + Math.max(...arms.map(({ label }) => label.length)) + axes.length * 10;
  const fits = ({ length }: readonly Outcome[]): boolean => length * study.arms.length * rowBytes <= MOST_BYTES;
  if (fits(study.outcomes)) return "every measure";
  return fits(study.headlines) ? "headline measures" : undefined;
}

/** One row for each measure and arm, in the measure's own unit; undefined where the file would be too large. */
export function armsCsv(study: Study): string | undefined {
  const { axes } = study.input.results;
  const held = measuresInFile(study);
  if (held === undefined) return undefined;
  const chosen = held === "every measure" ? study.outcomes : study.headlines;
  const all = capitalised(held);
  return csvOf(
    [
      ["Title", `${all} in every arm${study.isOfWorlds ? "" : ", with paired differences from the reference"}`],
      ...identityOf(study.input),
      ["Note", VARIATION_ONLY],
    ],
    [
      "measure",
      "label",
      "unit",
      "basis",
      "arm",
      "arm_label",
      ...axes.map(({ name }) => name),
      "compared_with",
      "mean",
      "difference_mean",
      "difference_low95",
      "difference_high95",
      "difference_median",
      "seeds_higher",
      "seeds_lower",
      "seeds_compared",
      "variance_reduction",
      ...yearsInFile(study).flatMap((year) => YEAR_COLUMNS.map((column) => `${column}_${year}`)),
    ],
    chosen.flatMap((outcome) => study.arms.map((_, arm) => rowOf(study, outcome, arm))),
  );
}

function rowOf(study: Study, outcome: Outcome, arm: number): readonly Cell[] {
  const { measure, unit, basis, levels, effects } = outcome;
  const { label, settings } = study.input.results.arms[arm];
  const paired = effects[arm]?.paired;
  const raw = (value: number | undefined): Cell => number((value ?? Number.NaN) / unit.scale);
  return [
    measure.key,
    measure.label,
    measure.unit,
    basis,
    { number: String(arm) },
    label,
    ...study.input.results.axes.map(({ name }): Cell => {
      const value = settings[name];
      return typeof value === "number" ? number(value) : value;
    }),
    { number: String(study.counterparts[arm]) },
    raw(levels[arm]),
    raw(paired?.mean),
    raw(paired?.low),
    raw(paired?.high),
    raw(paired?.median),
    number(paired?.higher ?? Number.NaN),
    number(paired?.lower ?? Number.NaN),
    number(paired?.seeds ?? Number.NaN),
    number(paired?.varianceReduction ?? Number.NaN),
    ...yearsInFile(study).flatMap((_, year) => yearCells(study, outcome, arm, year)),
  ];
}

/** Beside the figure of the years compared, that of each year: of a comparison; a sweep has them in a file of its own. */
const yearsInFile = ({ input: { kind, results } }: Study): readonly string[] =>
  kind === "comparison" ? results.years : [];

const YEAR_COLUMNS = ["mean", "difference_mean", "difference_low95", "difference_high95"] as const;

/** One year's mean of the arm, and its difference from the other with its interval, in the measure's own unit. */
function yearCells({ input: { results }, counterparts }: Study, outcome: Outcome, arm: number, year: number): Cell[] {
  const { measure } = outcome;
  const valuesOf = (each: number): readonly number[] =>
    results.seeds.map((_, seed) => results.yearly(each, seed, measure.key)?.[year] ?? Number.NaN);
  const own = valuesOf(arm);
  const known = own.filter(isDefined);
  const paired = counterparts[arm] === arm ? undefined : pairedOf(valuesOf(counterparts[arm]), own);
  const cells = [known.length === 0 ? undefined : meanOf(known), paired?.mean, paired?.low, paired?.high];
  return cells.map((value) => number(value ?? Number.NaN));
}

/** The reference's level; of references that each world has for itself the lowest and the highest. */
function referenceLevel({ counterparts }: Study, { levels, unit }: Outcome): string {
  const known = [...new Set(counterparts)].map((arm) => levels[arm]).filter((level) => Number.isFinite(level));
  if (known.length === 0) return "not defined";
  const [least, most] = [Math.min(...known), Math.max(...known)].map((level) => figure(level, unit));
  return least === most ? least : `${least} to ${most}`;
}

const headOf = ({ measure, unit, basis }: Outcome): Markup =>
  html`<th scope="row">${measure.label} <span class="unit">(${unit.label}, ${basis})</span></th>`;

/** Of one measure over worlds: the middle, most of them, and where it is least and most. */
function worldsRow(study: Study, outcome: Outcome): Markup {
  const levels = levelsOver(outcome);
  if (levels === undefined) {
    return html`<tr>
      ${headOf(outcome)}
      <td colspan="4" class="none">not defined in any world</td>
    </tr>`;
  }
  const { sorted, median, low, high } = levels;
  const show = (value: number): string => figure(value, outcome.fine);
  const cell = (value: number): Markup =>
    html`<td>
      <strong>${show(value)}</strong><span class="arm">${say.labelOf(study.arms[outcome.levels.indexOf(value)])}</span>
    </td>`;
  const isSame = sorted[0] === sorted[sorted.length - 1];
  const ends = isSame
    ? html`<td colspan="2" class="none">the same in every world</td>`
    : html`${cell(sorted[0])}${cell(sorted[sorted.length - 1])}`;
  return html`<tr>
    ${headOf(outcome)}
    <td>${show(median)}</td>
    <td>${show(low)} to ${show(high)}</td>
    ${ends}
  </tr>`;
}

/** Of one measure: the reference's level, then where it is least and most. */
function rangeRow(study: Study, outcome: Outcome): Markup {
  const { fine, effects } = outcome;
  const known = effects.flatMap((effect, arm) => (effect === undefined ? [] : [{ effect, arm }]));
  const head = headOf(outcome);
  const reference = html`<td>${referenceLevel(study, outcome)}</td>`;
  if (known.length === 0) {
    return html`<tr>
      ${head}${reference}
      <td colspan="4" class="none">not defined in any arm beside the reference</td>
    </tr>`;
  }
  const sorted = [...known].sort((a, b) => a.effect.paired.mean - b.effect.paired.mean);
  const cell = ({ effect, arm }: (typeof known)[number]): Markup =>
    html`<td>
      <span class="figure"
        ><strong>${signedFigure(effect.paired.mean, intervalUnit(effect.paired, fine))}</strong>
        <span class="range">${rangeText(effect, outcome)}</span></span
      >${study.arms.length > 2 && html`<span class="arm">${say.labelOf(study.arms[arm])}</span>`}
    </td>`;
  const clear = known.filter(({ effect }) => effect.verdict === "higher" || effect.verdict === "lower").length;
  const reduction = known
    .map(({ effect }) => effect.paired.varianceReduction)
    .filter((value) => Number.isFinite(value));
  const middle = [...reduction].sort((a, b) => a - b)[Math.floor(reduction.length / 2)];
  const factor = middle === undefined ? say.reductionText(known[0].effect.paired) : digits(middle, middle < 10 ? 1 : 0);
  const [least, most] = [sorted[0], sorted[sorted.length - 1]];
  return study.arms.length > 2
    ? html`<tr>
        ${head}${reference}${cell(least)}${cell(most)}
        <td>${clear} of ${known.length}</td>
        <td>${factor}</td>
      </tr>`
    : html`<tr>
        ${head}${reference}${cell(most)}
        <td>${say.shareText(most.effect.paired.higher)}</td>
        <td>${say.shareText(most.effect.paired.lower)}</td>
        <td>${factor}</td>
      </tr>`;
}

const rangeText = (effect: Effect, { fine }: Outcome): string =>
  effect.paired.seeds < 2 ? "(one seed)" : `(${say.intervalText(effect, fine)})`;

const WORLD_HEADS = ["Middle of the worlds", "Nine of ten worlds, or all of a few", "Lowest world", "Highest world"];
const PAIR_HEADS = [
  "Reference",
  "Difference (95% interval)",
  "Seeds higher",
  "Seeds lower",
  "Variance-reduction factor",
];
const ARM_HEADS = [
  "Reference",
  "Lowest arm against it",
  "Highest arm against it",
  "Arms that clearly differ",
  "Variance-reduction factor",
];

function headsOf({ isOfWorlds, arms }: Study): readonly string[] {
  if (isOfWorlds) return WORLD_HEADS;
  return arms.length > 2 ? ARM_HEADS : PAIR_HEADS;
}

export function drawMeasures(study: Study): Markup {
  const held = measuresInFile(study);
  return html`<section aria-labelledby="measures">
    <h2 id="measures">Every measure</h2>
    <p>
      All that these results hold, drawn above or
      not.${held !== undefined && ` The file has ${held} in every arm${study.isOfWorlds ? "" : ", with every paired statistic"}.`}
    </p>
    ${
      held !== undefined
        ? html`<div class="saving" hidden>
            <button type="button" data-save="all">CSV of ${held} in every arm</button>
          </div>`
        : html`<p class="note">
            The table of every arm is too large for a page that is sent round: it is left out here.
          </p>`
    }
    <details>
      <summary>Every measure in a table (${study.outcomes.length})</summary>
      <div class="scroll" role="group" tabindex="0" aria-label="Table: every measure">
        <table class="changes">
          <caption>
            <span>
              ${counted(study.outcomes.length, "measure")}:
              ${study.isOfWorlds ? "what the worlds come to." : "mean differences from the reference, seed by seed."}
            </span>
          </caption>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              ${headsOf(study).map((text) => html`<th scope="col">${text}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${study.outcomes.map((outcome) => (study.isOfWorlds ? worldsRow : rangeRow)(study, outcome))}
          </tbody>
        </table>
      </div>
    </details>
  </section> `;
}
