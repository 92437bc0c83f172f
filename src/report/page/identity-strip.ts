/** Which run this is, and the line that runs it again. */
import { engineOf, identityOf } from "../identity.ts";
import type { ReportInput } from "../input.ts";
import { html, named, type Markup } from "../markup.ts";
import { counted, seedRange } from "../wording.ts";

const row = (name: string, value: Markup): Markup =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

/** Words stay whole where they can, so that no line ends inside "--seeds". */
const command = (line: string): readonly Markup[] =>
  line.split(" ").map((word, index) => html`${index > 0 && " "}<span>${word}</span>`);

export function drawIdentity(input: ReportInput): Markup {
  return html`<section class="identity" aria-labelledby="identity">
    <h2 id="identity" class="unseen">Which run this is</h2>
    <dl>
      ${row("Scenario", named(input.scenario.name))}${row("Seeds", html`${seedRange(input.seeds)} <span class="quiet">(${counted(input.seeds.length, "run")})</span>`)}${row("Engine", html`${engineOf(input)}`)}${row("Scenario hash", html`<code>${input.scenario.hash}</code>`)}${row("Run digest", html`<code>${input.digest}</code>`)}
    </dl>
    <div class="reproduce">
      <span id="reproduce-label">Run it again:</span> <code id="reproduce">${command(input.reproduce)}</code>
      <button type="button" id="copy" hidden aria-describedby="reproduce-label">Copy</button>
    </div>
  </section> `;
}

/** The digest of every run, so that one run can be checked on its own. */
export function drawDigests(input: ReportInput): Markup {
  const rows = input.seeds.map(
    (seed) =>
      html`<tr>
        <th scope="row">${named(seed)}</th>
        <td><code>${input.digests[seed] ?? "not given"}</code></td>
      </tr>`,
  );
  return html`<details>
    <summary>Digest of each run (${input.seeds.length})</summary>
    <div class="scroll" role="group" tabindex="0" aria-label="Table: digests by seed">
      <table>
        <caption>
          <span> Digest of each run, by seed </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Seed</th>
            <th scope="col">Digest</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** The identity as the page's own data, for whoever reads the file with a program. */
export const identityData = (input: ReportInput): Readonly<Record<string, string>> =>
  Object.fromEntries(identityOf(input));
