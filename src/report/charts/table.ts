/** The table that holds every figure a chart plots, rounded as the chart rounds it. */
import { html, type Markup } from "../markup.ts";
import type { Series } from "../series.ts";
import { digits, pricedLabel } from "../units.ts";
import { seriesIn, type Chart } from "./chart.ts";
import { columnsOf, hasGaps } from "./columns.ts";

function rowsOf(chart: Chart, series: Series): Markup {
  const columns = columnsOf(chart);
  const gaps = hasGaps(chart);
  return html`${series.points.map((point, period) => {
    const cells = columns.map((column) =>
      point === undefined
        ? html`<td class="none">not defined</td>`
        : html`<td>${digits(column.of(point), series.unit.decimals)}</td>`,
    );
    return html`<tr>
      <th scope="row">${chart.timeline.names[period]}</th>
      ${cells}${gaps && html`<td>${point?.runs ?? 0}</td>`}
    </tr>`;
  })}`;
}

/** One body for each series, headed by its name and unit; one row for each period. */
export function drawTable(chart: Chart): Markup {
  const columns = columnsOf(chart);
  const gaps = hasGaps(chart);
  const width = columns.length + 1 + Number(gaps);
  return html`<table>
    <caption>
      <span> ${chart.title}. ${chart.subtitle} </span>
    </caption>
    <thead>
      <tr>
        <th scope="col">${chart.timeline.noun}</th>
        ${columns.map((column) => html`<th scope="col">${column.header}</th>`)}${gaps && html`<th scope="col">Runs with a value</th>`}
      </tr>
    </thead>
    ${chart.panels.flatMap((panel) =>
      seriesIn(panel).map(
        (series) =>
          html`<tbody>
            <tr>
              <th scope="rowgroup" colspan="${width}">
                ${series.name} <span class="unit">(${pricedLabel(series.unit, series.measure)})</span>
              </th>
            </tr>
            ${rowsOf(chart, series)}
          </tbody>`,
      ),
    )}
  </table>`;
}
