/** The whole report as one file: opens by double click, asks nothing of the network, prints. */
import { isChart, type Chart } from "../charts/chart.ts";
import { WIDE, heightOf } from "../charts/draw.ts";
import { drawFigure, drawMissing } from "../charts/figure.ts";
import { allRunsCsv, chartCsv, frameOf } from "../charts/files.ts";
import { fileName, shortHash, sourceMarkup } from "../identity.ts";
import type { ReportInput } from "../input.ts";
import { type Markup, html, named, slugOf } from "../markup.ts";
import { resultsOf, type Results } from "../series.ts";
import { sectionsOf, type Section } from "../subjects/index.ts";
import { drawAnswer, drawFindings } from "./answer.ts";
import { drawAssumptions } from "./assumptions.ts";
import { drawCaveats } from "./caveats.ts";
import { drawEvents } from "./events.ts";
import { drawNavigation, drawPage, NOT_A_FORECAST } from "./frame.ts";
import { drawDigests, drawIdentity, drawRun, identityData } from "./identity-strip.ts";
import { drawMeasures } from "./measures.ts";
import { SCRIPT } from "./script.ts";
import { drawStrain } from "./strain.ts";
import { styleOf } from "./style.ts";

/** What the script needs to save each chart. */
function dataOf(input: ReportInput, charts: readonly Chart[]): unknown {
  const all = allRunsCsv(input);
  return {
    identity: identityData(input),
    charts: Object.fromEntries(
      charts.map((chart) => [
        chart.slug,
        {
          name: chart.title,
          file: fileName(input, chart.slug),
          csv: chartCsv(input, chart),
          frame: frameOf(input, chart, WIDE, heightOf(chart)),
        },
      ]),
    ),
    all: all === undefined ? null : { file: fileName(input, "all-runs"), csv: all },
  };
}

const drawSection = (input: ReportInput, section: Section): Markup =>
  html`<section aria-labelledby="${section.id}">
    <h2 id="${section.id}">${section.title}</h2>
    ${section.charts.map((chart) => (isChart(chart) ? drawFigure(input, chart) : drawMissing(chart)))}
  </section> `;

function navigation(sections: readonly Section[]): Markup {
  const links = [
    ["findings", "What happened to whom"],
    ["strain", "Who carried the strain"],
    ["care", "Read with care"],
    ...sections.map(({ id, title }) => [id, title]),
    ["events", "What happened, and when"],
    ["measures", "Every measure"],
    ["assumptions", "Assumptions log"],
    ["method", "How to read it"],
  ];
  return drawNavigation(links);
}

const METHOD = [
  "Quantiles over the runs are of type 7: interpolated between neighbouring runs at rank 1 + (n − 1)p. Bands are taken for each period by itself; no single run follows the edge of a band.",
  "A title says that something rose or fell only when the middle 90% of the changes, taken run by run from the first whole period to the last, lies on one side of zero as printed, and the two medians differ as printed. Otherwise it says that there is no clear change.",
  "Financial years start on 1 April and hold 52 or 53 weeks here; what adds up over a year is scaled to a year of mean length (365.25 days), so that years can be compared. Money is in cash, not adjusted for inflation, but where prices of a year are named: what is in real terms is at prices of the last whole year, by the scenario’s consumer prices; the cost to the NHS is at prices of 2015-16.",
  "A run is fixed by its scenario, seed and engine version: the command line above gives the same digest again.",
];

const drawMethod = (input: ReportInput): Markup =>
  html`<section aria-labelledby="method">
    <h2 id="method">How to read it</h2>
    <ul>
      ${METHOD.map((text) => html`<li>${text}</li>`)}
    </ul>
    ${drawDigests(input)}
  </section> `;

function drawTop({ input: { scenario } }: Results): Markup {
  return html`<p class="kind">caremarket report · ${NOT_A_FORECAST}</p>
    <h1>${named(scenario.title)}</h1>
    <p class="question">${named(scenario.question)}</p>
    ${scenario.source !== "" && html`<p class="asked">Source: ${named(scenario.source)}</p>`}`;
}

const drawMain = (results: Results, sections: readonly Section[]): Markup =>
  html`${drawAnswer(results)}${drawRun(results.input)}${navigation(sections)}${drawFindings(results, sections)}${drawStrain(results)}${drawCaveats(results)}${sections.map((section) => drawSection(results.input, section))}${drawEvents(results)}${drawMeasures(results)}${drawAssumptions(results.input.assumptions)}${drawMethod(results.input)}${drawIdentity(results.input)}`;

/** What stands at the foot of every printed page. */
const runningFoot = (input: ReportInput): string =>
  `caremarket / ${slugOf(input.scenario.name)} / scenario ${shortHash(input)} / digest ${slugOf(input.digest)}`;

/** The page for these results. The same results give the same bytes. */
export function renderReport(input: ReportInput): string {
  const results = resultsOf(input);
  const sections = sectionsOf(results);
  const charts = sections.flatMap((section) => section.charts.filter(isChart));
  return drawPage({
    title: `${input.scenario.title} – caremarket report`,
    style: styleOf(runningFoot(input)),
    script: SCRIPT,
    top: drawTop(results),
    main: drawMain(results, sections),
    source: sourceMarkup(input),
    data: dataOf(input, charts),
  });
}
