/** The strip that says which runs a page is of, with the line that makes them again. */
import { html, type Markup } from "../markup.ts";

export type StripEntry = readonly [name: string, value: Markup];

/** @param title for whoever cannot see that it is a strip @param reproduce the command line */
export const drawStrip = (title: string, entries: readonly StripEntry[], reproduce: string): Markup =>
  html`<section class="identity" aria-labelledby="identity">
    <h2 id="identity" class="unseen">${title}</h2>
    <dl>
      ${entries.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <div class="reproduce">
      <span id="reproduce-label">Run it again:</span> <code id="reproduce">${command(reproduce)}</code>
      <button type="button" id="copy" hidden aria-describedby="reproduce-label">Copy</button>
    </div>
  </section> `;

/** Words stay whole where they can, so that no line ends inside "--seeds". */
const command = (line: string): readonly Markup[] =>
  line.split(" ").map((word, index) => html`${index > 0 && " "}<span>${word}</span>`);
