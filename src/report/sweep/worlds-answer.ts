/** The answer where no policy differs between arms: how many worlds there are, and what varies most over them. */
import { html, unbroken, type Markup } from "../markup.ts";
import { counted, listed } from "../wording.ts";
import type { Outcome, Study } from "./study.ts";
import { movedBy } from "./tornado.ts";
import * as say from "./words.ts";
import { levelsOver, rangeText } from "./world-levels.ts";

const varying = ({ headlines }: Study): readonly Outcome[] =>
  headlines.filter(({ weight, isSet }) => weight > 0 && !isSet);

/** "No policy differs ...: over 40 worlds of one policy vacancies vary most, unmet need and delayed days next." */
export function worldsLede(study: Study): string {
  const start = "No policy differs between arms, only what nobody knows";
  const [most, ...next] = varying(study)
    .slice(0, 3)
    .map(({ measure }) => say.inSentence(measure.label));
  if (!study.outcomes.some((outcome) => levelsOver(outcome) !== undefined)) {
    return `${start}; and no world has a figure: no seed finished in any.`;
  }
  const worlds = `over ${counted(study.arms.length, "world")} of one policy`;
  if (most === undefined) return `${start}: ${worlds} nothing varies.`;
  const rest = next.length === 0 ? "" : `, then ${listed(next)}`;
  return `${start}: ${worlds} what varies most, for its size, is ${most}${rest}.`;
}

export const WORLDS_ONLY =
  "Each arm is a world: one way in which all that nobody knows might turn out. As no policy differs, no world is a reference for another.";

/** " (providers a year)": where the figures carry no sign of it. */
const unitText = ({ fine: { prefix, suffix, label } }: Outcome): string =>
  prefix === "" && suffix === "" ? ` (${label})` : "";

function movedText(study: Study, outcome: Outcome): string {
  const labels = movedBy(study, outcome).map((label) => `“${say.inSentence(label)}”`);
  return labels.length === 0 ? "nothing uncertain can be told to move it" : `moved by ${listed(labels)}`;
}

/** How far the few that vary most do, and by what. */
export function drawVarying(study: Study, most: number): Markup | undefined {
  const shown = varying(study).slice(0, most);
  if (shown.length === 0) return undefined;
  return html`<h3 class="moved">What varies most</h3>
    <ul class="movers">
      ${shown.flatMap((outcome) => {
        const levels = levelsOver(outcome);
        if (levels === undefined) return [];
        return [
          html`<li>
            <strong>${outcome.measure.label}</strong>${unitText(outcome)}: ${unbroken(rangeText(levels, outcome))};
            ${movedText(study, outcome)}. <span class="quiet">${unbroken(outcome.basis)}</span>
          </li>`,
        ];
      })}
    </ul>`;
}
