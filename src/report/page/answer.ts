/** The answer, and in a few sentences under each heading what a director asks about. */
import { GROUPS } from "../../model/levers/parameter.ts";
import { movedOf, type Moved } from "../clauses.ts";
import { html, type Markup } from "../markup.ts";
import { inRealTerms } from "../real-terms.ts";
import { seriesOf, totalOf, type Results } from "../series.ts";
import type { Section } from "../subjects/index.ts";
import { SHORT_GROUPS, driftKey } from "../subjects/outcomes.ts";
import { lengthOf } from "../timeline.ts";
import { unitOf } from "../units.ts";
import { capitalised } from "../wording.ts";
import { amount, difference, movementSentence } from "./amounts.ts";
import { drawNotices } from "./caveats.ts";
import { drawFront } from "./front.ts";
import { CHANGES, DIRECTIONS, endsOf } from "./strain.ts";

/** Measures with what they are called in a sentence. */
type Subjects = readonly (readonly [key: string, subject: string])[];

function sentences(results: Results, subjects: Subjects): readonly Markup[] {
  return subjects.flatMap(([key, subject]) => {
    const series = seriesOf(results, key);
    return series === undefined ? [] : [movementSentence(results, series, capitalised(subject))];
  });
}

/** The sentences as one paragraph; nothing when there is none. */
function paragraph(parts: readonly Markup[]): readonly Markup[] {
  return parts.length === 0 ? [] : [html`<p>${parts}</p>`];
}

const movements = (results: Results, subjects: Subjects): readonly Markup[] => paragraph(sentences(results, subjects));

const EXITS: Subjects = [
  ["providers.failures", "providers failed overnight"],
  ["providers.woundUp", "small ones were wound up because their cash was gone"],
  ["providers.stopped", "were closed by their owners’ choice"],
  ["providers.transfers", "were sold or transferred, with their people and staff"],
];

function exits(results: Results): Markup | undefined {
  const { timeline } = results;
  const parts = EXITS.flatMap(([key, phrase]) => {
    const series = seriesOf(results, key);
    const total = series === undefined ? undefined : totalOf(timeline, series);
    return total === undefined ? [] : [html`${amount(total, unitOf("providers", 100), results.runs)} ${phrase}`];
  });
  if (parts.length === 0) return undefined;
  const joined = parts.map((part, index) => {
    if (index === 0) return part;
    return html`${index === parts.length - 1 ? " and " : ", "}${part}`;
  });
  // Under a title with the median of all exits.
  const apart = results.runs > 1 && parts.length > 1 ? "Each is a median of its own: they need not add up. " : "";
  return html`Over ${lengthOf(timeline)}, ${joined}. ${apart}`;
}

/** The title above says the same of each group. */
const inSentence = ({ verdict }: Moved): string => DIRECTIONS[verdict].toLowerCase();

function drift(results: Results): Markup | undefined {
  const groups = GROUPS.flatMap((group) => {
    const series = seriesOf(results, driftKey(group));
    const moved = series === undefined ? undefined : movedOf(series);
    if (series === undefined || moved === undefined) return [];
    return [
      html`<li>
        ${SHORT_GROUPS[group]}: ${difference(moved.difference, series.unit, results.runs)}, ${inSentence(moved)}
      </li>`,
    ];
  });
  if (groups.length === 0) return undefined;
  const ends = endsOf(results);
  const { times } = results.timeline;
  const over = ends === undefined ? `against the start, ${times[times.length - 1]}` : `from ${ends[0]} to ${ends[1]}`;
  return html`<p>Quality of life of like people, the same mix of groups and needs as at the start, ${over}:</p>
    <ul>
      ${groups}
    </ul>`;
}

interface Block {
  readonly heading: string;
  /** The chart whose title is the finding, and to which the block leads. */
  readonly chart: string;
  readonly body: readonly Markup[];
}

const present = (...parts: readonly (Markup | undefined)[]): readonly Markup[] =>
  parts.filter((part) => part !== undefined);

const blocksOf = (results: Results): readonly Block[] => [
  {
    heading: "What failed",
    chart: "provider-exits",
    body: paragraph([
      ...present(exits(results)),
      ...sentences(results, [["providers.trading", "the number of agencies trading"]]),
    ]),
  },
  {
    heading: "What people topped up",
    chart: "top-ups",
    body: movements(results, [
      ["topUps.sharePercent", "the share topping up"],
      ["topUps.meanWeekly", "the mean weekly top-up"],
      ["topUps.hoursShortPercent", "the share of hours people went short"],
    ]),
  },
  {
    heading: "How outcomes drifted",
    chart: "outcome-drift",
    body: [
      ...movements(results, [["outcomes.qualityOfLife", "quality of life of those served, whoever they are by then,"]]),
      ...present(drift(results)),
    ],
  },
  {
    heading: "Fees and wages",
    chart: "fees-and-prices",
    body: movements(results, [
      ["prices.frameworkFee", "the council’s fee for an hour"],
      [inRealTerms("prices.frameworkFee"), "in real terms it"],
      ["prices.directPaymentRate", "the direct payment rate"],
      ["wages.careWorker", "care workers’ hourly pay"],
      ["wages.premiumPercent", "pay above the legal floor"],
      ["providers.marginPercent", "providers’ margin"],
    ]),
  },
  {
    heading: "The council’s budget",
    chart: "council-budget",
    body: movements(results, [
      ["council.netBudget", "the net budget for adult social care"],
      [inRealTerms("council.netBudget"), "in real terms it"],
      ["council.reserves", "reserves"],
    ]),
  },
  {
    heading: "Unmet need and waits",
    chart: "unmet-need",
    body: movements(results, [
      ["unmet.hoursPercent", "the share of needed hours that did not come"],
      ["waits.delayedDays", "delayed days"],
    ]),
  },
];

function drawBlock(block: Block, titles: ReadonlyMap<string, string>): Markup {
  const title = titles.get(block.chart);
  const none = block.body.length === 0 && html`<p>These results hold no measure of this.</p>`;
  return html`<section class="finding">
    <h3>${block.heading}</h3>
    <div>
      ${title !== undefined && html`<p class="headline"><a href="#${block.chart}">${title}</a></p>`}
      ${block.body}${none}
    </div>
  </section> `;
}

const reading = (results: Results): string =>
  results.runs === 1
    ? "Each figure is the value in the one run there is."
    : `Each figure is the median of ${results.runs} runs; the brackets hold 90% of them. ${CHANGES}`;

/** The answer itself, with what must be read beside it: the first screen. */
export const drawAnswer = (results: Results): Markup =>
  html`<section aria-labelledby="answer">
    <h2 id="answer">The answer</h2>
    ${drawFront(results)}${drawNotices(results)}
  </section> `;

/** The findings in sentences, each with the chart that it leads to. */
export function drawFindings(results: Results, sections: readonly Section[]): Markup {
  const titles = new Map(
    sections.flatMap(({ charts }) => charts.flatMap((chart) => ("title" in chart ? [[chart.slug, chart.title]] : []))),
  );
  return html`<section aria-labelledby="findings">
    <h2 id="findings">What happened to whom</h2>
    <p class="reading">${reading(results)}</p>
    ${blocksOf(results).map((block) => drawBlock(block, titles))}
  </section> `;
}
