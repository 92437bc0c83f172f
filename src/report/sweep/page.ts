/** The page of a sweep or of a comparison as one file: opens by double click, asks nothing of the network, prints. */
import { type Markup, html, named, slugOf } from "../markup.ts";
import { drawUsesOfArms } from "../page/caveats.ts";
import { drawNavigation, drawPage, NOT_A_FORECAST } from "../page/frame.ts";
import { SCRIPT } from "../page/script.ts";
import { styleOf } from "../page/style.ts";
import { FRAME_SCRIPT } from "../charts/frame-script.ts";
import { dateInWords } from "../wording.ts";
import { drawAnswer } from "./answer.ts";
import { drawAnyGains } from "./any-gains.ts";
import { drawAnyHeat } from "./any-heatmap.ts";
import { contentOf, type Content } from "./content.ts";
import { drawDifferences, drawFailures } from "./differences.ts";
import { CHOSEN_SCRIPT } from "./chosen.ts";
import { GAINS_SCRIPT } from "./gains-script.ts";
import { VARIATION_ONLY, drawIdentity, drawRuns, fileName, identityOf, shortHash, sourceMarkup } from "./identity.ts";
import type { ArmsInput } from "./input.ts";
import { pairingText } from "./pairing.ts";
import { aboutOf, drawPicture, isPicture, savingOf } from "./picture.ts";
import { ARMS_SCRIPT } from "./script.ts";
import type { Section } from "./section.ts";
import { ARMS_STYLE } from "./style.ts";
import { studyOf, type Study } from "./study.ts";
import { armsCsv, drawMeasures } from "./tables.ts";

function dataOf(study: Study, content: Content, csv: string | undefined): unknown {
  const { input } = study;
  const pictures = content.sections
    .flatMap(({ blocks }) => blocks.flatMap(({ pictures: each }) => each))
    .filter(isPicture);
  return {
    identity: Object.fromEntries(identityOf(input)),
    about: aboutOf(input),
    /** How the files of chosen figures begin and end. */
    file: [slugOf(input.results.name), shortHash(input)],
    charts: Object.fromEntries(pictures.map((picture) => [picture.slug, savingOf(input, picture)])),
    all: csv === undefined ? null : { file: fileName(input, "all-arms"), csv },
    heat: content.heat?.data ?? null,
    ...(content.gains === undefined ? {} : { gains: content.gains.data }),
  };
}

function drawSection(study: Study, content: Content, section: Section): Markup {
  const name = section.chooser?.name ?? "measure";
  const blocks = section.blocks.map(({ measure, isHidden, introduction, pictures }) => {
    const drawn = [introduction, pictures.map((picture) => drawPicture(study.input, picture))];
    if (measure === undefined) return html`${drawn}`;
    return html`<div data-${name}="${measure}" ${isHidden && " hidden"}>${drawn}</div>`;
  });
  return html`<section aria-labelledby="${section.id}">
    <h2 id="${section.id}">${section.title}</h2>
    ${section.introduction}${section.chooser !== undefined && drawChooser(section.blocks, section.chooser)}${blocks}${section.id === "two-axes" && content.heat !== undefined && drawAnyHeat(content.heat, sourceMarkup(study.input))}${section.id === "gains" && content.gains !== undefined && drawAnyGains(content.gains, sourceMarkup(study.input))}
  </section> `;
}

/** Shown by the script, which it needs. */
function drawChooser(blocks: Section["blocks"], { name, first }: NonNullable<Section["chooser"]>): Markup {
  const choices = blocks.flatMap(({ measure, label }) => (measure === undefined ? [] : [{ measure, label }]));
  return html`<div class="chooser" id="${name}-chooser" hidden>
    <label for="${name}-choice">Measure</label>
    <select id="${name}-choice">
      ${first !== undefined && html`<option value="">${first}</option>`}
      ${choices.map(({ measure, label }) => html`<option value="${measure}">${label}</option>`)}
    </select>
  </div>`;
}

function navigation(study: Study, content: Content): Markup {
  const links = [
    ...content.sections.map(({ id, title }) => [id, title]),
    ...(study.input.results.failures.length > 0 ? [["failures", "Runs that failed"]] : []),
    ["differences", "Everything that differs"],
    ["measures", "Every measure"],
    ["method", "How to read it"],
  ];
  return drawNavigation(links);
}

const methodOf = (years: string): readonly string[] => [
  "Every seed is run in every arm with the same people, workers, providers and luck, so that a difference is taken within a seed and most chance cancels out. The interval of the mean difference is at 95% by Student’s t over the seeds.",
  "The variance-reduction factor is (Var A + Var B) / Var(B − A): how many times as many independent seeds the same interval would have taken. Near 1, common luck has bought nothing.",
  "A difference is called higher or lower only when its whole interval, as printed, lies on that side of zero, and it is not too small to matter: one that rounds to nothing as the measure’s own figure is written, and is less than a hundredth of that figure (for points, of the scale), is called hardly any. Anything else is called not clear, which is not the same as none; so is a difference that is the same in each of fewer than six seeds while the arms vary.",
  years,
  "Measures are ordered by their largest difference as a share of the reference’s level and its spread between seeds taken together (of the largest level of any arm where the reference has none), those in points of quality of life as a share of its scale of 0 to 24. Better and worse are said only where hardly anybody would dispute it; a price has no good way.",
];

/** Which years figures are of. */
const yearsText = ({ input, period: { from, to } }: Study): string => {
  const { years } = input.results;
  const chosen = `${years[from]}${from === to ? "" : ` to ${years[to]}`}`;
  const over =
    input.asked === undefined
      ? "over the years from the first in which any arm differs from the one it is compared with; a level is that of the last whole financial year"
      : `over the years that were asked for, ${chosen}; a level is that of ${from === to ? "this year" : "the last of them"}`;
  return `What adds up over time is given as a mean a year, ${over}. Years hold 52 or 53 weeks: what adds up is scaled to a year of mean length (365.25 days). Money is in cash terms, not adjusted for inflation; the cost to the NHS alone is at prices of 2015-16.`;
};

/** Where no policy differs between arms, and nothing is compared. */
const methodOfWorlds = (years: string): readonly string[] => [
  "Every seed is run in every world with the same people, workers, providers and luck. A world’s figure is the mean over its seeds; nothing is compared with a reference, as no policy differs.",
  years,
  "Measures are ordered by how far nine of ten worlds lie apart, or all of a few, as a share of the level and its spread between seeds taken together, those in points of quality of life as a share of its scale of 0 to 24.",
  "Worlds are drawn to cover what may be, not by how likely it is: how many of them come to a figure is no probability.",
];

function drawMethod(study: Study, { leftOut }: Content): Markup {
  const pairing = pairingText(study);
  const method = (study.isOfWorlds ? methodOfWorlds : methodOf)(yearsText(study));
  return html`<section aria-labelledby="method">
    <h2 id="method">How to read it</h2>
    <ul>
      ${method.map((text) => html`<li>${text}</li>`)} ${pairing !== undefined && html`<li>${pairing}</li>`}
      ${leftOut !== undefined && html`<li>${leftOut}</li>`}
      <li>${VARIATION_ONLY}</li>
    </ul>
  </section> `;
}

function drawTop({ input }: Study): Markup {
  const { title, question } = input.results;
  const first =
    input.kind === "comparison" && input.firstDifference !== undefined
      ? html`<p class="changes-line">
          ${
            input.firstDifference.week === 0
              ? "The first seed’s runs differ from their first week on."
              : `The first seed’s runs are identical until the week of ${dateInWords(input.firstDifference.monday)}.`
          }
        </p>`
      : undefined;
  return html`<p class="kind">caremarket ${input.kind} · ${NOT_A_FORECAST}</p>
    <h1>${named(title)}</h1>
    <p class="question">${named(question)}</p>
    ${first}`;
}

const drawMain = (study: Study, content: Content): Markup =>
  html`${drawAnswer(study)}${drawRuns(study.input)}${navigation(study, content)}${drawUsesOfArms(study.isOfWorlds)}${content.sections.map((section) => drawSection(study, content, section))}${drawFailures(study)}${drawDifferences(study)}${drawMeasures(study)}${drawMethod(study, content)}${drawIdentity(study.input)}`;

/** What stands at the foot of every printed page. */
const runningFoot = (input: ArmsInput): string =>
  `caremarket / ${slugOf(input.results.name)} / ${input.kind} ${shortHash(input)} / digest ${slugOf(input.digest)}`;

/** The page for a sweep's or a comparison's results. The same results give the same bytes. */
export function renderArms(input: ArmsInput): string {
  const study = studyOf(input);
  const content = contentOf(study);
  const csv = armsCsv(study);
  return drawPage({
    title: `${input.results.title} – caremarket ${input.kind}`,
    style: `${styleOf(runningFoot(input))}\n${ARMS_STYLE}`,
    script: `${SCRIPT}${FRAME_SCRIPT}${CHOSEN_SCRIPT}${ARMS_SCRIPT}${content.gains === undefined ? "" : GAINS_SCRIPT}`,
    top: drawTop(study),
    main: drawMain(study, content),
    source: sourceMarkup(input),
    data: dataOf(study, content, csv),
  });
}
