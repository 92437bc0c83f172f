/** A heatmap of differences from the reference over two axes, with a small panel for each setting of the others. */
import type { Size } from "../charts/draw.ts";
import { widthOf, wrapped } from "../charts/lettering.ts";
import { AXIS, INK, QUIET } from "../charts/palette.ts";
import { element, type Part } from "../markup.ts";
import { signedFigure } from "../units.ts";
import { fitting, listed } from "../wording.ts";
import { axisUnit } from "./arms.ts";
import { cellFinding, heatGrid, largestOf, type CellFinding, type HeatGrid, type HeatPair } from "./heat-grid.ts";
import { numberCell, textCell, type Drawn, type MissingPicture, type Picture, type TableCell } from "./picture.ts";
import { CELL_HEIGHT, CELL_WORDS, drawCell, lookOf, SMALL, STEPS, type CellLook } from "./heat-cell.ts";
import type { Direction } from "./directions.ts";
import type { Outcome, Study } from "./study.ts";
import * as say from "./words.ts";

const PANEL_GAP = 24;
const LINE = 15;

interface Layout {
  readonly perRow: number;
  readonly rowLabel: number;
  readonly cell: number;
  readonly columnLines: number;
  readonly panelWidth: number;
}

function layOut({ rows, columns, panels }: HeatGrid, { width, narrow }: Size): Layout {
  const widest = Math.max(...rows.map(({ label }) => widthOf(label, SMALL)));
  const rowLabel = Math.ceil(Math.min(widest, narrow ? 96 : 130)) + 8;
  const least = rowLabel + columns.length * 58;
  const perRow = narrow
    ? 1
    : Math.max(1, Math.min(panels.length, 4, Math.floor((width + PANEL_GAP) / (least + PANEL_GAP))));
  const room = (width - (perRow - 1) * PANEL_GAP) / perRow;
  const cell = Math.min(110, (room - rowLabel) / columns.length);
  const columnLines = Math.max(...columns.map(({ label }) => wrapped(label, cell - 4, SMALL).length));
  return { perRow, rowLabel, cell, columnLines, panelWidth: room };
}

const QUIET_WORDS = { "font-size": SMALL, fill: QUIET } as const;

/** A panel, and where its first cell has its upper left corner. */
interface DrawnPanel extends Drawn {
  readonly corner: Corner;
}

function drawPanel(
  grid: HeatGrid,
  panel: number,
  layout: Layout,
  looks: readonly CellLook[] | undefined,
  [x, y]: Corner,
): DrawnPanel {
  const { title, cells } = grid.panels[panel];
  const { rowLabel, cell, columnLines } = layout;
  const titles = title === "" ? [] : wrapped(title, layout.panelWidth, 13.5);
  const head = y + titles.length * 17 + (titles.length > 0 ? 4 : 0);
  const top = head + columnLines * LINE + 4;
  const first = panel * cells.length;
  const body = [
    titles.map((line, row) => element("text", { x, y: y + 12 + row * 17, "font-weight": 600, fill: INK }, line)),
    element(
      "g",
      { ...QUIET_WORDS, "text-anchor": "middle" },
      grid.columns.map(({ label }, column) => {
        const lines = wrapped(label, cell - 4, SMALL);
        const middle = x + rowLabel + (column + 0.5) * cell;
        const start = head + (columnLines - lines.length) * LINE + 11;
        return lines.map((line, row) => element("text", { x: middle, y: start + row * LINE }, line));
      }),
    ),
    element(
      "g",
      QUIET_WORDS,
      grid.rows.map(({ label }, row) => {
        const lines = wrapped(label, rowLabel - 6, SMALL).slice(0, 2);
        const start = top + row * CELL_HEIGHT + CELL_HEIGHT / 2 + 4.5 - ((lines.length - 1) * 13) / 2;
        return lines.map((line, index) => element("text", { x, y: start + index * 13 }, line));
      }),
    ),
    looks !== undefined &&
      element(
        "g",
        CELL_WORDS,
        cells.map(({ row, column }, index) =>
          drawCell(looks[first + index], x + rowLabel + column * cell, top + row * CELL_HEIGHT, cell),
        ),
      ),
  ];
  return { height: top + grid.rows.length * CELL_HEIGHT - y, body, corner: [x + rowLabel, top] };
}

const axisWords = (grid: HeatGrid): readonly string[] =>
  (
    [
      ["Columns", grid.across],
      ["Rows", grid.down],
    ] as const
  ).map(([where, axis]) => {
    const unit = axisUnit(axis);
    return `${where}: ${axis.label}${unit === "" ? "" : ` (${unit})`}`;
  });

/** How wide a step of the scale is, where there is room. */
const STEP_WIDTH = 20;

function drawScale(ends: readonly [string, string], y: number, { width }: Size): Drawn {
  const [low, high] = ends;
  // Signs are wider than the estimate: the words end here, and none may begin before the edge or end beyond it.
  const [before, after] = ends.map((text) => widthOf(text, SMALL) * 1.15 + 8);
  const start = before;
  const step = Math.min(STEP_WIDTH, (width - before - after) / STEPS.length);
  return {
    height: 24,
    body: [
      element(
        "text",
        { x: start - 8, y: y + 15, "text-anchor": "end", "font-size": SMALL, fill: QUIET, "data-end": "low" },
        low,
      ),
      STEPS.map((fill, index) =>
        element("rect", {
          x: start + index * step,
          y: y + 3,
          width: step,
          height: 15,
          fill,
          stroke: AXIS,
          "stroke-width": 0.5,
        }),
      ),
      element(
        "text",
        { x: start + STEPS.length * step + 8, y: y + 15, "font-size": SMALL, fill: QUIET, "data-end": "high" },
        high,
      ),
    ],
  };
}

type Corner = readonly [x: number, y: number];

/** Where the cells of a grid lie: rows from above, columns from the left, from each panel's corner. */
export interface CellPlaces {
  readonly width: number;
  readonly height: number;
  readonly corners: readonly Corner[];
}

/** The whole grid with the looks of its cells, panel after panel; without looks all but the cells. */
export function drawGrid(
  grid: HeatGrid,
  looks: readonly CellLook[] | undefined,
  ends: readonly [string, string],
  size: Size,
): Drawn & { readonly places: CellPlaces } {
  const layout = layOut(grid, size);
  const words = axisWords(grid).flatMap((text) => wrapped(text, size.width, 13));
  const parts: Part[] = [words.map((line, index) => element("text", { x: 0, y: 13 + index * 18, fill: INK }, line))];
  const corners: Corner[] = [];
  let y = words.length * 18 + 10;
  for (let first = 0; first < grid.panels.length; first += layout.perRow) {
    const row = grid.panels.slice(first, first + layout.perRow);
    const drawn = row.map((_, index) =>
      drawPanel(grid, first + index, layout, looks, [index * (layout.panelWidth + PANEL_GAP), y]),
    );
    parts.push(drawn.map(({ body }) => body));
    corners.push(...drawn.map(({ corner }) => corner));
    y += Math.max(...drawn.map(({ height }) => height)) + PANEL_GAP;
  }
  const scale = drawScale(ends, y - 6, size);
  const places = { width: layout.cell, height: CELL_HEIGHT, corners };
  return { height: y + scale.height, body: [parts, scale.body], places };
}

/** More axes than this are counted, not named. */
const MOST_LISTED = 4;

/** What the ends of the colour scale stand for; a colour is higher or lower, and which of them is better is said. */
export function scaleEnds(largest: number, { fine, better }: Outcome): readonly [string, string] {
  if (largest === 0) return ["no difference", "no difference"];
  const word = (side: Direction): string => {
    if (better === undefined) return ` ${side}`;
    return side === better ? " better" : " worse";
  };
  return [
    signedFigure(-largest, say.bare(fine)) + word("lower"),
    signedFigure(largest, say.bare(fine)) + word("higher"),
  ];
}

export const HEAT_NOTE =
  "In brackets, faded and dotted: the 95% interval holds zero, or the difference is too small to matter. same: nothing differs in any seed. ref.: the reference. failed: no run finished; dashed: the design has no run there. *: some seeds are missing.";

export function heatTitle(outcome: Outcome, grid: HeatGrid, findings: readonly CellFinding[]): string {
  const known = findings.filter(({ kind }) => kind === "clear" || kind === "unclear" || kind === "same");
  const { label } = outcome.measure;
  if (known.length === 0) return fitting([`${label}: no combination can be compared`]);
  if (known.every(({ kind }) => kind === "same")) return fitting([`${label}: exactly the same in every combination`]);
  const clear = known.filter(({ kind }) => kind === "clear");
  const higher = clear.filter(({ value }) => value > 0).length;
  const lower = clear.length - higher;
  if (clear.length === 0) return fitting([`${label}: no combination clearly differs from the reference`]);
  const parts = [higher > 0 && `higher in ${higher}`, lower > 0 && `lower in ${lower}`].filter(Boolean).join(", ");
  const axes = `“${say.inSentence(grid.across.label)}” and “${say.inSentence(grid.down.label)}”`;
  return fitting([
    `${label}: ${parts} of ${known.length} combinations of ${axes}`,
    `${label}: ${parts} of ${known.length} combinations`,
  ]);
}

/** Over which axes each cell is a mean; empty where the design holds one arm a cell. */
export function meanOver(axes: HeatGrid["averaged"]): string {
  if (axes.length === 0) return "";
  const { length } = axes;
  const over = length > MOST_LISTED ? `${length} other axes` : listed(axes.map(({ label }) => label));
  return `Each cell is the mean over the values of ${over}.`;
}

/** Before and after the names of the axes. */
export const heatSubtitle = (study: Study, outcome: Outcome): readonly [string, string] => [
  `${outcome.measure.label} (${say.unitText(outcome)}): mean difference from the reference, by `,
  `. ${say.placeAndRuns(study, outcome.basis)}`,
];

/** The heatmap of one measure; the reason where the design has no two axes to cross. */
export function heatPicture(
  study: Study,
  outcome: Outcome,
  [across, down]: HeatPair,
  slug: string,
): Picture | MissingPicture {
  const grid = heatGrid(study, across, down);
  const cells = grid.panels.flatMap((panel) => panel.cells);
  const findings = cells.map((cell) => cellFinding(study, outcome, cell));
  const largest = largestOf(findings);
  const looks = findings.map((finding) => lookOf(finding, largest, outcome));
  const { measure, fine } = outcome;
  const averaged = meanOver(grid.averaged);
  return {
    slug,
    title: heatTitle(outcome, grid, findings),
    subtitle: heatSubtitle(study, outcome).join(`${grid.across.label} and ${grid.down.label}`),
    description: `Heatmap. ${axisWords(grid).join(". ")}. Each cell holds the mean difference from the reference. ${say.referenceSentence(study)} ${measure.sentence}`,
    notes: [HEAT_NOTE, ...(averaged === "" ? [] : [averaged])],
    twin: {
      header: ["Panel", grid.across.label, grid.down.label, "Mean difference", "Reading"],
      rows: grid.panels.flatMap((panel, place) =>
        panel.cells.map(({ row, column }, index): TableCell[] => {
          const finding = findings[place * panel.cells.length + index];
          return [
            textCell(panel.title === "" ? "all" : panel.title),
            textCell(grid.columns[column].label),
            textCell(grid.rows[row].label),
            finding.kind === "reference" || !Number.isFinite(finding.value)
              ? textCell(finding.kind === "undefined" ? "not defined" : finding.kind)
              : numberCell(finding.value, fine, (value) => signedFigure(value, fine)),
            textCell(finding.kind + (finding.isPartial ? ", some seeds missing" : "")),
          ];
        }),
      ),
    },
    draw: (size) => drawGrid(grid, looks, scaleEnds(largest, outcome), size),
  };
}
