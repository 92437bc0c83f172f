/** Every parameter that differs between arms, with its values, who set it and where it holds; and every run that failed. */
import type { Variant, VariedParameter } from "../../experiment/variants.ts";
import { html, named, type Markup } from "../markup.ts";
import { counted, dateInWords, listed, unparted } from "../wording.ts";
import { areNumbered } from "./arms.ts";
import type { Study } from "./study.ts";
import * as say from "./words.ts";

/** Labels of so few arms are written out. */
const MOST_LABELS = 4;

const drawValues = (values: Variant["values"]): Markup =>
  html`<ul class="steps">
    ${values.map(
      (step) =>
        html`<li>
          ${named(String(step.value))}${step.from !== "" && html` <span class="from">from ${dateInWords(step.from)}</span>`}
        </li>`,
    )}
  </ul>`;

function whereText(study: Study, { arms }: Variant): string {
  const { reference } = study.input.results;
  const isReference = arms.includes(reference);
  if (arms.length <= MOST_LABELS) {
    return arms.map((arm) => (arm === reference ? "the reference" : say.labelOf(study.arms[arm]))).join("; ");
  }
  return `${arms.length} of ${study.arms.length} arms${isReference ? ", the reference among them" : ""}`;
}

/** More values of one parameter than these are told by their ends: a sampled design has one for every point. */
const MOST_VALUES = 12;

/** All values but the first, in one row: how many, between which, who set them; the table of arms has each. */
function drawOthers(study: Study, others: readonly Variant[]): Markup {
  const ends = others.map(({ values }) => values[values.length - 1].value);
  const numbers = ends.filter((value) => typeof value === "number");
  const sorted = [...numbers].sort((a, b) => a - b);
  const range = numbers.length === ends.length ? `, from ${sorted[0]} to ${sorted[sorted.length - 1]}` : "";
  const arms = counted(new Set(others.flatMap((each) => each.arms)).size, "arm");
  return html`<tr>
    <td data-head="Value">${counted(others.length, "other value")}${range}</td>
    <td class="word" data-head="Set by">${named(listed([...new Set(others.map(({ origin }) => origin))]))}</td>
    <td class="word" data-head="Holds in">
      ${arms}${areNumbered(study.input.results) && "; what is set in each stands below"}
    </td>
  </tr>`;
}

/** One row for each value; the parameter's name spans them. */
function drawParameter(study: Study, parameter: VariedParameter): Markup {
  const { reference } = study.input.results;
  const ordered = [...parameter.variants].sort(
    (a, b) => Number(b.arms.includes(reference)) - Number(a.arms.includes(reference)) || a.arms[0] - b.arms[0],
  );
  const isLong = ordered.length > MOST_VALUES;
  const shown = isLong ? ordered.slice(0, 1) : ordered;
  return html`<tbody>
    ${shown.map(
      (variant, index) =>
        html`<tr>
          ${
            index === 0 &&
            html`<th scope="rowgroup" rowspan="${isLong ? 2 : ordered.length}">
              ${named(parameter.label)} <code>${parameter.path}</code>
              <span class="unit">${parameter.unit}${parameter.evidence !== "" && `; ${parameter.evidence}`}</span>
            </th>`
          }
          <td data-head="Value">${drawValues(variant.values)}</td>
          <td class="word" data-head="Set by">${named(variant.origin)}</td>
          <td class="word" data-head="Holds in">${named(whereText(study, variant))}</td>
        </tr>`,
    )}
    ${isLong && drawOthers(study, ordered.slice(1))}
  </tbody>`;
}

export function drawDifferences(study: Study): Markup {
  const { differences } = study.input;
  const heading = html`<h2 id="differences">Everything that differs</h2>`;
  if (differences.length === 0) {
    return html`<section aria-labelledby="differences">
      ${heading}
      <p>No parameter differs: all arms are one and the same scenario.</p>
    </section> `;
  }
  return html`<section aria-labelledby="differences">
    ${heading}
    <p>
      All that tells the arms apart, down to the last parameter. Whatever is not listed here has the same value, at
      every date, in all of them.
    </p>
    <div class="scroll" role="group" tabindex="0" aria-label="Table: every parameter that differs">
      <table class="log stacked">
        <caption>
          <span>
            ${counted(differences.length, "parameter differs", "parameters differ")} between arms, and no others; the
            reference’s values first.
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">Value</th>
            <th scope="col" class="word">Set by</th>
            <th scope="col" class="word">Holds in</th>
          </tr>
        </thead>
        ${differences.map((parameter) => drawParameter(study, parameter))}
      </table>
    </div>
    ${areNumbered(study.input.results) && drawArms(study)}
  </section> `;
}

/** What the numbers stand for by which the page calls its arms. */
function drawArms({ input: { results } }: Study): Markup {
  const { arms, reference } = results;
  return html`<details>
    <summary>Every arm in full (${arms.length})</summary>
    <div class="scroll" role="group" tabindex="0" aria-label="Table: every arm in full">
      <table class="log">
        <caption>
          <span> ${counted(arms.length, "arm")}, by the number that they have on this page and in files </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Arm</th>
            <th scope="col" class="word">What is set</th>
          </tr>
        </thead>
        <tbody>
          ${arms.map(
            ({ index, label }, place) =>
              html`<tr>
                <th scope="row">${index}${place === reference && ", the reference"}</th>
                <td class="word">${named(unparted(label))}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

export function drawFailures(study: Study): Markup | undefined {
  const { failures } = study.input.results;
  if (failures.length === 0) return undefined;
  return html`<section aria-labelledby="failures">
    <h2 id="failures">Runs that failed</h2>
    <p>
      These runs did not finish. They are holes in every picture: no figure stands in for them. The line replays the
      run, typed in the folder where the results lie.
    </p>
    <div class="scroll" role="group" tabindex="0" aria-label="Table: runs that failed">
      <table class="log">
        <caption>
          <span> ${counted(failures.length, "run")} that failed </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Arm</th>
            <th scope="col" class="word">Seed</th>
            <th scope="col" class="word">Reason</th>
            <th scope="col" class="word">To replay it</th>
          </tr>
        </thead>
        <tbody>
          ${failures.map(
            ({ arm, seed, reason, replay }) =>
              html`<tr>
                <th scope="row">
                  ${named(study.arms[arm] === undefined ? `arm ${arm + 1}` : say.labelOf(study.arms[arm]))}
                </th>
                <td>${named(seed)}</td>
                <td>${named(reason)}</td>
                <td><code>${replay}</code></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section> `;
}
