/** Which run this is, and the line that runs it again. */
import { engineOf, identityOf } from "../identity.ts";
import type { ReportInput } from "../input.ts";
import { html, named, type Markup } from "../markup.ts";
import { counted, seedRange } from "../wording.ts";
import { drawStrip, drawWhich, shortened } from "./strip.ts";

export const drawIdentity = (input: ReportInput): Markup =>
  drawStrip("Which run this is", [
    ["Scenario", named(input.scenario.name)],
    ["Seeds", html`${seedRange(input.seeds)} <span class="quiet">(${counted(input.seeds.length, "run")})</span>`],
    ["Engine", html`${engineOf(input)}`],
    ["Scenario hash", html`<code>${input.scenario.hash}</code>`],
    ["Run digest", html`<code>${input.digest}</code>`],
  ]);

/** The same in one line, and how to run it again. */
export const drawRun = (input: ReportInput): Markup =>
  drawWhich(
    [
      html`${named(input.scenario.name)} ${shortened(input.scenario.hash)}`,
      html`seeds ${seedRange(input.seeds, 6)} (${counted(input.seeds.length, "run")})`,
      html`engine ${engineOf(input)}`,
      html`digest ${shortened(input.digest)}`,
    ],
    input.reproduce,
  );

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
