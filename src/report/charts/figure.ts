/** A chart on the page: its words, its picture for wide and narrow screens, its table and what can be saved. */
import { sourceMarkup } from "../identity.ts";
import type { ReportInput } from "../input.ts";
import { html, unbroken, type Markup } from "../markup.ts";
import { seriesIn, type Chart, type MissingChart } from "./chart.ts";
import { describe, drawDescription } from "./describe.ts";
import { NARROW, WIDE, drawChart } from "./draw.ts";
import { drawSaving } from "./saving.ts";
import { drawTable } from "./table.ts";

const counts = (chart: Chart): Markup =>
  html`<dl class="counts">
    ${chart.panels.flatMap((panel) =>
      seriesIn(panel).map(
        (series) =>
          html`<div>
            <dt>${series.name}</dt>
            <dd>${series.measure.sentence}</dd>
          </div>`,
      ),
    )}
  </dl>`;

export function drawFigure(input: ReportInput, chart: Chart): Markup {
  const { slug } = chart;
  const description = describe(chart);
  return html`<figure class="chart" id="${slug}" aria-labelledby="${slug}-title">
    <figcaption>
      <h3 id="${slug}-title">${chart.title}</h3>
      <p class="subtitle">${unbroken(chart.subtitle)}</p>
    </figcaption>
    ${drawChart(chart, { width: WIDE, narrow: false, id: `${slug}-wide` })}
    ${drawChart(chart, { width: NARROW, narrow: true, id: `${slug}-narrow` })} ${drawDescription(slug, description)}
    ${chart.notes.map((note) => html`<p class="note">${note}</p>`)}
    <p class="source">${sourceMarkup(input)}</p>
    ${drawSaving("chart", slug, chart.title)}
    <details class="twin">
      <summary>View as table<span class="unseen">: ${chart.title}</span></summary>
      <p>${description}</p>
      ${counts(chart)}
      <div class="scroll" role="group" tabindex="0" aria-label="Table: ${chart.title}">${drawTable(chart)}</div>
    </details>
  </figure> `;
}

/** One visible line in the place of a chart that the results cannot fill. */
export const drawMissing = (chart: MissingChart): Markup =>
  html`<p class="missing" id="${chart.slug}">No chart of ${chart.name.toLowerCase()}: ${chart.reason}.</p> `;
