/** Which runs a page is of: in one line under its answer, with the line that makes them again; in full at its foot. */
import { html, type Markup } from "../markup.ts";

export type StripEntry = readonly [name: string, value: Markup];

/** In full: whole hashes and digests. */
export const drawStrip = (title: string, entries: readonly StripEntry[]): Markup =>
  html`<section aria-labelledby="identity">
    <h2 id="identity">${title}</h2>
    <div class="identity">
      <dl>
        ${entries.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
    </div>
  </section> `;

/** In short: hashes cut to the digits that tell runs apart. @param reproduce the command line */
export const drawWhich = (parts: readonly Markup[], reproduce: string): Markup =>
  html`<div class="which">
    <p>
      ${parts.map((part, index) => html`${index > 0 && " · "}${part}`)} ·
      <a href="#identity">whole hashes and digest</a>
    </p>
    <p class="reproduce">
      <span id="reproduce-label">Run it again${reproduce.endsWith(" .") && ", in the folder of this page"}:</span>
      <code id="reproduce">${command(reproduce)}</code>
      <button type="button" id="copy" hidden aria-describedby="reproduce-label">Copy</button>
    </p>
  </div> `;

/** The first digits, which tell one run from another at a glance. */
export const shortened = (hash: string): Markup => html`<code>${hash.slice(0, 8)}</code>`;

/** Words stay whole where they can, so that no line ends inside "--seeds". */
const command = (line: string): readonly Markup[] =>
  line.split(" ").map((word, index) => html`${index > 0 && " "}<span>${word}</span>`);
