/** What every page has: one file that opens by double click, asks nothing of the network, and says what it is not. */
import { builtWith } from "../../simulation/engine-version.ts";
import { html, Markup, scriptJson } from "../markup.ts";
import { policyOf } from "./policy.ts";

export const NOT_A_FORECAST = "This is a simulation, not a forecast.";

/** Links to the page's own parts, id, then words; and the button that opens all that is folded. */
export const drawNavigation = (links: readonly (readonly string[])[]): Markup =>
  html`<nav aria-label="Contents">
      <h2 class="unseen">On this page</h2>
      <ol>
        ${links.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
      </ol>
    </nav>
    <p class="paper">
      The figures behind a picture are on this print only where “View as table”, under it on the page, was open.
    </p>
    <div class="saving"><button type="button" id="tables" aria-pressed="false" hidden>Open all tables</button></div>`;

export interface Frame {
  /** What the window is called. */
  readonly title: string;
  readonly style: string;
  readonly script: string;
  /** Title and question; then the answer, the contents, and all other parts. */
  readonly top: Markup;
  readonly main: Markup;
  /** Where the figures are from. */
  readonly source: Markup;
  /** For the script. */
  readonly data: unknown;
}

/** The file. The same frame gives the same bytes. */
export function drawPage({ title, style, script, top, main, source, data }: Frame): string {
  const head = html`<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policyOf(script, style)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    ${verbatim("style", style)}
  </head>`;
  const body = html`<a class="skip" href="#answer">Skip to the answer</a>
    <div class="page">
      <header class="top">${top}</header>
      <main>${main}</main>
      <footer>
        <p>${source}</p>
        <p>
          ${NOT_A_FORECAST} Nothing on this page is sent anywhere: it works without a network and without its script.
          Made with ${builtWith}.
        </p>
      </footer>
    </div>
    <div id="announcement" class="unseen" role="status"></div>`;
  return [
    "<!doctype html>",
    '<html lang="en-GB">',
    head.source,
    "<body>",
    body.source,
    `<script type="application/json" id="report-data">${scriptJson(data).source}</script>`,
    verbatim("script", script).source,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** An element whose text is ours and goes in as it is: the policy's hashes are taken over exactly these characters. */
const verbatim = (name: "script" | "style", text: string): Markup => new Markup(`<${name}>${text}</${name}>`);
