/** Who carried the strain: for each who could, the measures that would show it, first and last period and the change. */
import { turnWords } from "../clauses.ts";
import { html, type Markup } from "../markup.ts";
import { seriesOf, type Change, type Results, type Series } from "../series.ts";
import type { Spread } from "../statistics.ts";
import { capitalised } from "../wording.ts";
import { amount, difference } from "./amounts.ts";

const BEARERS: readonly (readonly [bearer: string, keys: readonly string[]])[] = [
  ["Providers", ["providers.trading", "providers.marginPercent", "providers.handBacks"]],
  ["Workers", ["wages.premiumPercent", "workforce.vacancyPercent", "workforce.turnoverPercent"]],
  [
    "People and families",
    ["topUps.sharePercent", "topUps.meanWeekly", "unmet.hoursPercent", "outcomes.qualityOfLife", "outcomes.drift"],
  ],
  ["The NHS", ["waits.delayedDays"]],
  ["The council", ["council.gapPercent", "council.reserves"]],
];

export const DIRECTIONS: Readonly<Record<Change["verdict"], string>> = {
  rose: "Rose",
  fell: "Fell",
  unclear: "No clear change",
  unchanged: "Did not change",
};

/** Which way it went; where the ends are alike and the middle is not, what it did in between. */
function directionOf({ verdict, turn }: Change): string {
  if (turn === undefined) return DIRECTIONS[verdict];
  const { first, until, next } = turnWords(turn);
  return capitalised(`${first} ${until}, then ${next}`);
}

/**
 * A measure's row: label and unit, first, last, change, direction. Shared with the table of every measure. A figure of
 * another period than its column's says of which. On a phone every cell names its period.
 */
export function changeRow(results: Results, series: Series, change: Change): Markup {
  const { unit, measure } = series;
  const { runs, timeline } = results;
  const ends = endsOf(results);
  const cell = (index: number, column: string | undefined, spread: Spread): Markup => {
    const name = timeline.names[index];
    const apart = name === column ? undefined : html` <span class="apart">${timeline.times[index]}</span>`;
    return html`<td data-head="${name}">${amount(spread, unit, runs)}${apart}</td>`;
  };
  return html`<tr>
    <th scope="row">${measure.label} <span class="unit">(${unit.label})</span></th>
    ${cell(change.fromIndex, ends?.[0], change.from)}${cell(change.toIndex, ends?.[1], change.to)}
    <td data-head="Change">${difference(change.difference, unit, runs)}</td>
    <td data-head="Direction" class="word">${directionOf(change)}</td>
  </tr>`;
}

/** Medians that seem to contradict one another are of different runs. */
export const CHANGES =
  "A change is the median of the runs’ own changes: it need not be the difference of the two medians.";

/** The header that goes with `changeRow`, for changes between the same two periods. */
export const changeHead = (from: string, to: string): Markup =>
  html`<thead>
    <tr>
      <th scope="col">Measure</th>
      <th scope="col">${from}</th>
      <th scope="col">${to}</th>
      <th scope="col">Change, run by run</th>
      <th scope="col" class="word">Direction</th>
    </tr>
  </thead>`;

/** First and last whole period of the run, which most measures are compared between. */
export function endsOf(results: Results): readonly [string, string] | undefined {
  const { names, whole } = results.timeline;
  const usable = names.filter((_, index) => whole[index]);
  return usable.length < 2 ? undefined : [usable[0], usable[usable.length - 1]];
}

export function drawStrain(results: Results): Markup {
  const ends = endsOf(results);
  const bodies = BEARERS.flatMap(([bearer, keys]) => {
    const rows = keys.flatMap((key) => {
      const series = seriesOf(results, key);
      return series?.change === undefined ? [] : [changeRow(results, series, series.change)];
    });
    return rows.length === 0
      ? []
      : [
          html`<tbody>
            <tr>
              <th scope="rowgroup" colspan="5">${bearer}</th>
            </tr>
            ${rows}
          </tbody>`,
        ];
  });
  const heading = html`<h2 id="strain">Who carried the strain</h2>`;
  if (ends === undefined || bodies.length === 0) {
    return html`<section aria-labelledby="strain">
      ${heading}
      <p class="missing">No comparison: the results hold fewer than two whole periods.</p>
    </section> `;
  }
  const caption = `From ${ends[0]} to ${ends[1]}. ${results.runs === 1 ? "One run." : `Median of ${results.runs} runs, in brackets 90% of them. ${CHANGES}`} A change over time inside one scenario is not the effect of a policy.`;
  return html`<section aria-labelledby="strain">
    ${heading}
    <div class="scroll" role="group" tabindex="0" aria-label="Table: who carried the strain">
      <table class="changes">
        <caption>
          <span> ${caption} </span>
        </caption>
        ${changeHead(ends[0], ends[1])}${bodies}
      </table>
    </div>
  </section> `;
}
