/** The assumptions log: what differs from the default first, then everything else. */
import type { Dated } from "../../model/levers/parameter.ts";
import type { Assumption } from "../input.ts";
import { html, named, type Markup } from "../markup.ts";
import { counted, dateInWords } from "../wording.ts";

type ByDate = readonly Dated<number | string>[];

const sameValues = (a: ByDate, b: ByDate): boolean =>
  a.length === b.length && a.every((step, index) => step.from === b[index].from && step.value === b[index].value);

/** Whether the scenario holds something else than the default. */
const isChanged = (row: Assumption): boolean => row.defaults !== undefined && !sameValues(row.values, row.defaults);

const drawStep = (step: Dated<number | string>): Markup =>
  html`<li>
    ${named(String(step.value))}${step.from !== "" && html` <span class="from">from ${dateInWords(step.from)}</span>`}
  </li>`;

const drawValues = (values: ByDate): Markup =>
  html`<ul class="steps">
    ${values.map(drawStep)}
  </ul>`;

const drawName = (row: Assumption): Markup => html`<th scope="row">${named(row.label)} <code>${row.path}</code></th>`;

const changedRow = (row: Assumption): Markup =>
  html`<tr>
    ${drawName(row)}
    <td>${drawValues(row.values)}</td>
    <td>${drawValues(row.defaults ?? [])}</td>
    <td class="word">${row.unit}</td>
    <td class="word">${named(row.evidence)}</td>
    <td class="word">${named(row.origin)}</td>
  </tr>`;

const plainRow = (row: Assumption): Markup =>
  html`<tr>
    ${drawName(row)}
    <td>${drawValues(row.values)}</td>
    <td class="word">${row.unit}</td>
    <td class="word">${named(row.evidence)}</td>
    <td class="word">${named(row.origin)}</td>
  </tr>`;

function changedTable(rows: readonly Assumption[]): Markup {
  if (rows.length === 0) return html`<p>Nothing in this scenario differs from the default council.</p>`;
  return html`<div class="scroll" role="group" tabindex="0" aria-label="Table: differences from the default">
    <table class="log">
      <caption>
        <span> Every difference from the default (${counted(rows.length, "difference")}). There are no others. </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Assumption</th>
          <th scope="col">Value here</th>
          <th scope="col">Default</th>
          <th scope="col" class="word">Unit</th>
          <th scope="col" class="word">Evidence</th>
          <th scope="col" class="word">Set by</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(changedRow)}
      </tbody>
    </table>
  </div>`;
}

function plainTable(rows: readonly Assumption[]): Markup | undefined {
  if (rows.length === 0) return undefined;
  return html`<details>
    <summary>All other assumptions (${rows.length})</summary>
    <div class="scroll" role="group" tabindex="0" aria-label="Table: all other assumptions">
      <table class="log">
        <caption>
          <span> Assumptions that stand at their default, or have none </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Assumption</th>
            <th scope="col">Value</th>
            <th scope="col" class="word">Unit</th>
            <th scope="col" class="word">Evidence</th>
            <th scope="col" class="word">Set by</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(plainRow)}
        </tbody>
      </table>
    </div>
  </details>`;
}

export function drawAssumptions(rows: readonly Assumption[]): Markup {
  const changed = rows.filter(isChanged);
  const others = rows.filter((row) => !isChanged(row));
  const body =
    rows.length === 0
      ? html`<p class="missing">No assumptions log: the report was made without it.</p>`
      : html`${changedTable(changed)}${plainTable(others)}`;
  return html`<section aria-labelledby="assumptions">
    <h2 id="assumptions">Assumptions log</h2>
    <p>
      Evidence names rows of the project’s evidence list. “Assumption” means that no published source was found and
      somebody judged.
    </p>
    ${body}
  </section> `;
}

/** What the scenario changes, in a sentence for the front page. */
export function changesLine(rows: readonly Assumption[]): Markup {
  const changed = rows.filter(isChanged);
  if (changed.length === 0) return html`Nothing differs from the default council.`;
  const shown = changed.slice(0, 4).map((row, index) => html`${index > 0 && ", "}${named(row.label)}`);
  const more = changed.length > 4 ? ` and ${changed.length - 4} more` : "";
  return html`Differs from the default council in ${counted(changed.length, "number or choice", "numbers or choices")}:
  ${shown}${more}.`;
}
