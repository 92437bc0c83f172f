/** What happened, and when: decisions and turning points counted by year, and some dated ones of the first run. */
import { html, named, type Markup } from "../markup.ts";
import type { Results } from "../series.ts";
import { spreadOf, type Spread } from "../statistics.ts";
import { figure, unitOf } from "../units.ts";
import { dateInWords } from "../wording.ts";
import { amount } from "./amounts.ts";
import { eventName } from "./event-names.ts";

interface Row {
  readonly name: string;
  readonly years: readonly (Spread | undefined)[];
  readonly total: Spread;
}

function rowsOf(results: Results): readonly Row[] {
  const { events, years } = results.input;
  return events.kinds.flatMap(({ code, sentence }): Row[] => {
    const runs = Object.hasOwn(events.counts, code) ? events.counts[code] : [];
    const total = spreadOf(runs.map((run) => Array.from(run).reduce((sum, count) => sum + count, 0)));
    if (total === undefined) return [];
    return [
      { name: eventName(code, sentence), total, years: years.map((_, year) => spreadOf(runs.map((run) => run[year]))) },
    ];
  });
}

function countTable(results: Results, rows: readonly Row[]): Markup {
  const unit = unitOf("events", 100);
  const body = rows.map(
    (row) =>
      html`<tr>
        <th scope="row">${row.name}</th>
        <td>${amount(row.total, unit, results.runs)}</td>
        ${row.years.map((year) => html`<td>${year === undefined ? "–" : figure(year.median, unit)}</td>`)}
      </tr>`,
  );
  return html`<details>
    <summary>Events counted by financial year</summary>
    <div class="scroll" role="group" tabindex="0" aria-label="Table: events by financial year">
      <table class="by-year">
        <caption>
          <span>
            Events by kind and financial year: medians over the runs, and for the whole period 90% of runs in brackets.
            Medians of years do not add up to the median of the whole.
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">What happened</th>
            <th scope="col">Whole period</th>
            ${results.input.years.map((year) => html`<th scope="col">${year}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${body}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** How to read the life behind an event that is one person's or one provider's. */
function explainLine({ input: { events, seeds } }: Results): Markup | undefined {
  const agent = events.story ?? events.notable.find((event) => event.agent !== undefined)?.agent;
  if (agent === undefined) return undefined;
  return html`<p>
    Why it came to that for one of them, in the folder of this report:
    <code>caremarket explain . --seed ${seeds[0] ?? ""} --agent ${agent}</code>
  </p>`;
}

export function drawEvents(results: Results): Markup {
  const { notable } = results.input.events;
  const rows = rowsOf(results);
  const dated =
    notable.length === 0
      ? html`<p class="missing">No dated events were handed to this report.</p>`
      : html`<p>
            From the run with seed ${named(results.input.seeds[0] ?? "")} alone: another run has other dates. The rarest
            kinds of event, about twenty events in all and of the last kind perhaps only the largest; the table of
            counts has every kind.
          </p>
          ${explainLine(results)}
          <ol class="events">
            ${notable.map(
              (event) =>
                html`<li>
                  <span class="date">${dateInWords(event.monday)}</span>
                  <span>${event.kind !== "" && html`<strong>${named(event.kind)}</strong> `}${named(event.text)}</span>
                </li>`,
            )}
          </ol>`;
  return html`<section aria-labelledby="events">
    <h2 id="events">What happened, and when</h2>
    ${dated}${rows.length > 0 && countTable(results, rows)}
  </section> `;
}
