/** The heatmap that the reader chooses: any headline measure over any two axes, filled in by the page's script. */
import { drawSvgWith, type Picture } from "./picture.ts";
import { html, type Markup } from "../markup.ts";
import { VARIATION_ONLY } from "./identity.ts";
import { cellFinding, heatGrid, heatPairs, largestOf, stepOf, cellText, type HeatGrid } from "./heat-grid.ts";
import { HEAT_NOTE, drawGrid, heatTitle, scaleEnds, type CellLook } from "./heatmap.ts";
import type { Outcome, Study } from "./study.ts";
import * as say from "./words.ts";

/** More cells than this, over all measures and pairs, would make the page too heavy to send round. */
const MOST_CELLS = 120_000;

/** What the script is given: the frames that stand in the page, and what each measure puts into them. */
export interface AnyHeatData {
  readonly pairs: readonly {
    readonly panels: readonly string[];
    readonly columns: readonly string[];
    readonly rows: readonly string[];
  }[];
  readonly measures: readonly {
    readonly label: string;
    readonly pairs: readonly {
      readonly title: string;
      readonly subtitle: string;
      readonly ends: readonly [string, string];
      /** Step of the colour scale, text, and what kind of cell it is. */
      readonly cells: readonly (readonly [step: number, text: string, kind: string])[];
    }[];
  }[];
}

export interface AnyHeat {
  readonly grids: readonly HeatGrid[];
  readonly data: AnyHeatData;
}

/** As many pairs of axes as the page can carry; undefined where the design has no two axes. */
export function anyHeat(study: Study): AnyHeat | undefined {
  const grids: HeatGrid[] = [];
  let cells = 0;
  for (const [across, down] of heatPairs(study)) {
    const grid = heatGrid(study, across, down);
    cells += study.headlines.length * grid.panels.reduce((sum, panel) => sum + panel.cells.length, 0);
    if (cells > MOST_CELLS) break;
    grids.push(grid);
  }
  if (grids.length === 0 || study.headlines.length === 0) return undefined;
  const pairs = grids.map(({ panels, columns, rows }) => ({
    panels: panels.map(({ title }) => (title === "" ? "all" : title)),
    columns: columns.map(({ label }) => label),
    rows: rows.map(({ label }) => label),
  }));
  const measures = study.headlines.map((outcome) => ({
    label: outcome.measure.label,
    pairs: grids.map((grid) => filled(study, outcome, grid)),
  }));
  return { grids, data: { pairs, measures } };
}

function filled(study: Study, outcome: Outcome, grid: HeatGrid): AnyHeatData["measures"][number]["pairs"][number] {
  const findings = grid.panels.flatMap(({ cells }) => cells.map((cell) => cellFinding(study, outcome, cell)));
  const largest = largestOf(findings);
  return {
    title: heatTitle(outcome, grid, findings),
    subtitle: `${outcome.measure.label} (${say.unitText(outcome)}): mean difference from the reference. ${say.placeAndRuns(study, outcome.basis)}`,
    ends: scaleEnds(largest, outcome),
    cells: findings.map(
      (finding) => [stepOf(finding.value, largest, outcome), cellText(finding, outcome), finding.kind] as const,
    ),
  };
}

/** Every cell a white box with a dash, which the script fills. */
const EMPTY: CellLook = { fill: "#FFFFFF", ink: "#0B0C0C", text: "–", kind: "clear" };

const SLUG = "heat-any";

function drawFrames(grid: HeatGrid, place: number): Markup {
  const count = grid.panels.reduce((sum, { cells }) => sum + cells.length, 0);
  const looks = Array.from({ length: count }, () => EMPTY);
  const draw: Picture["draw"] = (size) => drawGrid(grid, looks, ["lower", "higher"], size);
  const svg = (narrow: boolean): Markup => drawSvgWith(draw, { slug: `${SLUG}-${place}`, words: SLUG }, narrow);
  return html`<div data-pair="${place}" hidden>${svg(false)} ${svg(true)}</div>`;
}

/** Hidden until the script fills it: without the script the page shows the first measures in full instead. */
export function drawAnyHeat({ grids, data }: AnyHeat): Markup {
  const pairName = ({ across, down }: HeatGrid): string => `${across.label} and ${down.label}`;
  return html`<div class="chooser" id="heat-chooser" hidden>
      <p><strong>Any measure, any two axes.</strong> The other axes are the small panels.</p>
      <span class="choice">
        <label for="heat-measure">Measure</label>
        <select id="heat-measure">
          ${data.measures.map(({ label }, index) => html`<option value="${index}">${label}</option>`)}
        </select>
      </span>
      <span class="choice">
        <label for="heat-pair">Axes</label>
        <select id="heat-pair">
          ${grids.map((grid, index) => html`<option value="${index}">${pairName(grid)}</option>`)}
        </select>
      </span>
    </div>
    <figure class="chart" id="${SLUG}" aria-labelledby="${SLUG}-title" hidden>
      <figcaption>
        <h3 id="${SLUG}-title">Heatmap of the measure chosen above</h3>
        <p class="subtitle" id="${SLUG}-subtitle"></p>
      </figcaption>
      ${grids.map(drawFrames)}
      <p class="note">${HEAT_NOTE}</p>
      <p class="note">${VARIATION_ONLY}</p>
      <details class="twin">
        <summary>View as table<span class="unseen">: the measure chosen above</span></summary>
        <p id="${SLUG}-description">
          Heatmap of the measure and axes chosen above it: each cell holds the mean difference from the reference.
        </p>
        <div class="scroll" role="group" tabindex="0" aria-label="Table: the heatmap chosen above">
          <table>
            <caption>
              <span> The measure and axes chosen above: mean differences from the reference </span>
            </caption>
            <thead>
              <tr>
                <th scope="col">Panel</th>
                <th scope="col" class="word">Column</th>
                <th scope="col" class="word">Row</th>
                <th scope="col">Mean difference</th>
              </tr>
            </thead>
            <tbody id="${SLUG}-rows"></tbody>
          </table>
        </div>
      </details>
    </figure> `;
}
