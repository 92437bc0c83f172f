/** Every measure there is, charted or not: first and last period and the change, by subject. */
import { html, type Markup } from "../markup.ts";
import { seriesOf, type Results } from "../series.ts";
import { capitalised } from "../wording.ts";
import { amount } from "./amounts.ts";
import { changeHead, changeRow, CHANGES, endsOf } from "./strain.ts";

function rowOf(results: Results, key: string): Markup {
  const series = seriesOf(results, key);
  const measure = results.measures.get(key);
  if (series === undefined) {
    return html`<tr>
      <th scope="row">${measure?.label ?? key}</th>
      <td colspan="4" class="none">not defined in these results</td>
    </tr>`;
  }
  if (series.change !== undefined) return changeRow(results, series, series.change);
  const at = series.points.findIndex((point) => point !== undefined);
  const point = series.points[at];
  const when = results.timeline.times[at];
  return html`<tr>
    <th scope="row">${series.name} <span class="unit">(${series.unit.label})</span></th>
    <td colspan="4">${point !== undefined && amount(point, series.unit, results.runs)} ${when}</td>
  </tr>`;
}

export function drawMeasures(results: Results): Markup {
  const subjects = new Map<string, string[]>();
  for (const { key } of results.input.measures) {
    const subject = key.split(".")[0];
    subjects.set(subject, [...(subjects.get(subject) ?? []), key]);
  }
  const { names } = results.timeline;
  const ends = endsOf(results) ?? [names[0] ?? "", names[names.length - 1] ?? ""];
  const spaced = (subject: string): string =>
    capitalised(subject.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`));
  const bodies = [...subjects].map(
    ([subject, keys]) =>
      html`<tbody>
        <tr>
          <th scope="rowgroup" colspan="5">${spaced(subject)}</th>
        </tr>
        ${keys.map((key) => rowOf(results, key))}
      </tbody>`,
  );
  return html`<section aria-labelledby="measures">
    <h2 id="measures">Every measure</h2>
    <p>All that these results hold, drawn above or not.</p>
    <div class="saving" hidden>
      <button type="button" data-save="all">CSV of every yearly value of every run</button>
    </div>
    <details>
      <summary>First and last period of every measure (${results.input.measures.length})</summary>
      <div class="scroll" role="group" tabindex="0" aria-label="Table: every measure">
        <table class="changes">
          <caption>
            <span>
              Every measure, median and in brackets 90% of runs. ${CHANGES} A measure not defined at an end is compared
              between the periods where it is.
            </span>
          </caption>
          ${changeHead(ends[0], ends[1])}${bodies}
        </table>
      </div>
    </details>
  </section> `;
}
