/** The section on where a policy does worst: first in sentences and one table, then in pictures, measure by measure. */
import { html, named, type Markup } from "../markup.ts";
import { counted, listed } from "../wording.ts";
import type { MissingPicture, Picture } from "./picture.ts";
import type { Block, Section } from "./section.ts";
import type { Study } from "./study.ts";
import * as say from "./words.ts";
import { leftOut, MOST_DRAWN, type WorstBox, type WorstFound, worstOf } from "./worst.ts";
import { pathPicture } from "./worst-path.ts";
import { rangesPicture } from "./worst-ranges.ts";
import { worstScatterPicture } from "./worst-scatter.ts";
import {
  boxSentence,
  boxText,
  checkSentence,
  splitText,
  verdictOf,
  worldsCaution,
  worstSentence,
} from "./worst-words.ts";

const isBox = (found: WorstFound): found is WorstBox => found.kind === "box";

const labelOf = ({ outcome, worlds }: WorstFound, hasSeveral: boolean): string =>
  hasSeveral ? `${outcome.measure.label}, with ${worlds.policy}` : outcome.measure.label;

/** How many of the measures have ranges that are to be believed. */
function lede(all: readonly WorstFound[]): string {
  const boxes = all.filter(isBox);
  const measuresOf = (found: readonly WorstFound[]): string =>
    listed([...new Set(found.map(({ outcome }) => say.inSentence(outcome.measure.label)))]);
  const held = boxes.filter((found) => verdictOf(found) === "holds");
  const rest = boxes.filter((found) => verdictOf(found) !== "holds");
  const total = counted(all.length, "measure");
  if (boxes.length === 0) {
    return `Nothing was found: by none of ${total} do ranges tell the worst worlds from the rest.`;
  }
  const doubt =
    rest.length === 0 ? "" : ` Ranges that were not confirmed, and are not to be built on: ${measuresOf(rest)}.`;
  const start =
    held.length === 0
      ? `By none of ${total} do ranges hold on worlds that the search has not seen.`
      : `By ${held.length} of ${total} the worst worlds lie in ranges that hold on worlds that the search has not seen: ${measuresOf(held)}.`;
  return start + doubt;
}

const share = (value: number): string => say.shareText(value);

function tableRow(found: WorstFound, hasSeveral: boolean): Markup {
  const head = html`<th scope="row">${labelOf(found, hasSeveral)}</th>
    <td class="word">${splitText(found)}</td>`;
  if (!isBox(found)) {
    return html`<tr>
      ${head}
      <td class="word" colspan="4">None: ${found.reason}.</td>
    </tr>`;
  }
  const { box } = found;
  const isHeld = verdictOf(found) === "holds";
  const ranges = isHeld ? boxText(found) : `${counted(box.restrictions.length, "range")}, not confirmed`;
  return html`<tr>
    ${head}
    <td class="word">${named(ranges)}</td>
    <td>${share(box.density)}</td>
    <td>${share(box.coverage)}</td>
    <td class="word">${verdictOf(found)}</td>
  </tr>`;
}

const HEADS: readonly (readonly [text: string, isWord: boolean])[] = [
  ["Measure", false],
  ["Among the worst", true],
  ["Where they lie", true],
  ["Density", false],
  ["Coverage", false],
  ["On worlds held out", true],
];

const drawTable = (all: readonly WorstFound[], hasSeveral: boolean): Markup =>
  html`<div class="scroll" role="group" tabindex="0" aria-label="Table: where the worst worlds lie">
    <table class="log" id="worst-table">
      <caption>
        <span>
          The ranges in which the worst worlds lie. Density: share of the worlds there that are among the worst.
          Coverage: share of all the worst worlds that lie there.
        </span>
      </caption>
      <thead>
        <tr>
          ${HEADS.map(([text, isWord]) => (isWord ? html`<th scope="col" class="word">${text}</th>` : html`<th scope="col">${text}</th>`))}
        </tr>
      </thead>
      <tbody>
        ${all.map((found) => tableRow(found, hasSeveral))}
      </tbody>
    </table>
  </div>`;

function drawIntroduction(study: Study, all: readonly WorstFound[], hasSeveral: boolean): Markup {
  const [first] = all;
  const caution = worldsCaution(first, study.input.results.sampling?.design);
  const left = leftOut(study);
  return html`<p>${lede(all)}</p>
    <p class="quiet">
      A world is one way in which all that nobody knows might turn out. By each measure the worst quarter of the worlds,
      or as near to it as figures that tie allow, is taken, and ranges are looked for in which these lie (PRIM, the
      patient rule induction method). Any search finds something; what it finds is believed only if it holds on worlds
      that were held back. The worst quarter need not be bad: where a bound of your own says more, ask
      <code>caremarket sensitivity --where</code>.
    </p>
    ${caution !== "" && html`<p class="notice"><strong>Beware.</strong> ${caution}</p>`}
    ${left > 0 && html`<p class="note">${counted(left, "more policy is", "more policies are")} left out here.</p>`}
    ${drawTable(all, hasSeveral)}`;
}

const scatterOrNone = (study: Study, found: WorstBox, slug: string): Picture | MissingPicture =>
  found.arms.length > MOST_DRAWN
    ? {
        slug,
        name: "picture of every world",
        reason: `${found.arms.length} are too many for a page that is sent round`,
      }
    : worstScatterPicture(study, found, slug);

function blockOf(study: Study, found: WorstFound, place: number, shown: WorstFound, hasSeveral: boolean): Block {
  const block = { measure: String(place + 1), label: labelOf(found, hasSeveral), isHidden: found !== shown };
  const sentence = worstSentence(found);
  if (!isBox(found)) {
    const reason = html`<p>${named(sentence)} No ranges: ${found.reason}.</p>`;
    return { ...block, introduction: reason, pictures: [] };
  }
  return {
    ...block,
    introduction: html`<p>${named(`${sentence} ${boxSentence(found)}`)}</p>
      <p class="${verdictOf(found) === "holds" ? "reading" : "notice"}">${named(checkSentence(found))}</p>`,
    pictures: [
      rangesPicture(study, found, `worst-ranges-${place + 1}`),
      scatterOrNone(study, found, `worst-scatter-${place + 1}`),
      pathPicture(study, found, `worst-path-${place + 1}`),
    ],
  };
}

/** Nothing where nothing is uncertain, or no measure has a better way. */
export function worstSection(study: Study): readonly Section[] {
  const all = worstOf(study);
  const [first] = all;
  if (first === undefined) return [];
  const about = { id: "worst-worlds", title: "In which worlds it goes worst" };
  const reasons = new Set(all.map((found) => (isBox(found) ? "" : found.reason)));
  const [only] = reasons;
  if (reasons.size === 1 && only !== "") {
    return [
      { ...about, introduction: html`<p>No ranges were looked for in which it goes worst: ${only}.</p>`, blocks: [] },
    ];
  }
  const hasSeveral = new Set(all.map(({ worlds }) => worlds.policy)).size > 1;
  const shown = all.find((found) => isBox(found) && verdictOf(found) === "holds") ?? all.find(isBox) ?? first;
  return [
    {
      ...about,
      introduction: drawIntroduction(study, all, hasSeveral),
      chooser: { name: "worst" },
      blocks: all.map((found, place) => blockOf(study, found, place, shown, hasSeveral)),
    },
  ];
}
