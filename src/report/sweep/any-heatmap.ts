/** The heatmap that the reader chooses: any headline measure over any two axes, filled in by the page's script. */
import { NARROW, WIDE } from "../charts/draw.ts";
import { widthOf } from "../charts/lettering.ts";
import { drawChosen } from "./chosen.ts";
import { drawSvgWith, type Picture } from "./picture.ts";
import { coordinate, html, type Markup } from "../markup.ts";
import {
  cellFinding,
  type CellKind,
  cellText,
  type HeatCell,
  heatGrid,
  type HeatGrid,
  heatPairs,
  largestOf,
  stepOf,
} from "./heat-grid.ts";
import { type CellPlaces, drawGrid, HEAT_NOTE, heatSubtitle, heatTitle, meanOver, scaleEnds } from "./heatmap.ts";
import type { Outcome, Study } from "./study.ts";

/** More figures than this, over all measures, would make the page too heavy to send round. */
const MOST_CELLS = 120_000;

/** What a measure puts into cells, written small: a page may have a hundred thousand. */
interface CellsData {
  /** Steps of the colour scale, a digit each: 0 for much lower, 4 for none, 8 for much higher. */
  readonly steps: string;
  /** Texts, with bars between. */
  readonly texts: string;
  /** Place -> what kind of cell it is, where that is to be seen beyond the text. */
  readonly kinds: Readonly<Record<number, CellKind>>;
}

/** What the script is given: the frames that stand in the page, and what each measure puts into them. */
export interface AnyHeatData {
  readonly pairs: readonly {
    /** What the columns and the rows are, and over what cells are means. */
    readonly axes: readonly [across: string, down: string];
    readonly averaged: string;
    readonly panels: readonly string[];
    readonly columns: readonly string[];
    readonly rows: readonly string[];
    /** Cell by cell, panel after panel: its place among those of a measure. */
    readonly cells: readonly number[];
    /** Where the cells lie in the wide drawing, and in the narrow one. */
    readonly wide: CellPlaces;
    readonly narrow: CellPlaces;
  }[];
  readonly measures: readonly {
    readonly label: string;
    /** What stands before and after the names of the axes. */
    readonly subtitle: readonly [string, string];
    /** Each once, however many pairs of axes show it. */
    readonly cells: CellsData;
    readonly pairs: readonly { readonly title: string; readonly ends: Ends }[];
  }[];
}

type Ends = readonly [low: string, high: string];

export interface AnyHeat {
  readonly grids: readonly HeatGrid[];
  /** Of each grid the longest words that any measure writes at the ends of the colour scale. */
  readonly ends: readonly Ends[];
  /** Place of the measure that is chosen first: one that does not stand in full, if there is any. */
  readonly first: number;
  readonly data: AnyHeatData;
}

/** A grid, and which of the cells that differ lie in it. */
interface PlacedGrid {
  readonly grid: HeatGrid;
  readonly cells: readonly number[];
}

const allCells = ({ panels }: HeatGrid): readonly HeatCell[] => panels.flatMap(({ cells }) => cells);

/**
 * Numbers the cells of a grid after those known. Grids that hold the same cells in another order share them: they show
 * the same figures in the same colours, since these reach to the largest of the grid.
 */
function placeGrid(
  grid: HeatGrid,
  known: Map<string, { readonly place: number; readonly cell: HeatCell }>,
): PlacedGrid {
  const own = allCells(grid).map((cell) => ({ cell, arms: cell.arms.join(" ") }));
  const all = [...new Set(own.map(({ arms }) => arms))].sort().join(";");
  const cells = own.map(({ cell, arms }) => {
    const key = `${arms};;${all}`;
    const found = known.get(key) ?? { place: known.size, cell };
    known.set(key, found);
    return found.place;
  });
  return { grid, cells };
}

/** As many pairs of axes as the page can carry; undefined where the design has no two axes. `shown` stand in full. */
export function anyHeat(study: Study, shown: readonly Outcome[]): AnyHeat | undefined {
  const known = new Map<string, { readonly place: number; readonly cell: HeatCell }>();
  const placed: PlacedGrid[] = [];
  for (const [across, down] of heatPairs(study)) {
    const next = placeGrid(heatGrid(study, across, down), known);
    if (study.headlines.length * known.size > MOST_CELLS) break;
    placed.push(next);
  }
  if (placed.length === 0 || study.headlines.length === 0) return undefined;
  const pairs = placed.map(({ grid, cells }) => {
    const { panels, columns, rows, across, down } = grid;
    const [wide, narrow] = [WIDE, NARROW].map(
      (width) => drawGrid(grid, undefined, NO_ENDS, { width, narrow: width === NARROW, id: SLUG }).places,
    );
    return {
      axes: [across.label, down.label] as const,
      averaged: meanOver(grid.averaged),
      panels: panels.map(({ title }) => (title === "" ? "all" : title)),
      columns: columns.map(({ label }) => label),
      rows: rows.map(({ label }) => label),
      cells,
      wide: rounded(wide),
      narrow: rounded(narrow),
    };
  });
  const measures = study.headlines.map((outcome) => filled(study, outcome, placed));
  const ends = placed.map((_, pair): Ends => {
    const all = measures.map((each) => each.pairs[pair].ends);
    return [longest(all.map(([low]) => low)), longest(all.map(([, high]) => high))];
  });
  const first = Math.max(
    0,
    study.headlines.findIndex((outcome) => !shown.includes(outcome)),
  );
  return { grids: placed.map(({ grid }) => grid), ends, first, data: { pairs, measures } };
}

const longest = (words: readonly string[]): string => words.reduce((a, b) => (widthOf(b, 12) > widthOf(a, 12) ? b : a));

const rounded = ({ width, height, corners }: CellPlaces): CellPlaces => ({
  width: hundredths(width),
  height,
  corners: corners.map(([x, y]) => [hundredths(x), hundredths(y)]),
});

const hundredths = (value: number): number => Number(coordinate(value));

function filled(study: Study, outcome: Outcome, placed: readonly PlacedGrid[]): AnyHeatData["measures"][number] {
  const steps: number[] = [];
  const texts: string[] = [];
  const kinds: Record<number, CellKind> = {};
  const pairs = placed.map(({ grid, cells: places }) => {
    const findings = allCells(grid).map((cell) => cellFinding(study, outcome, cell));
    const largest = largestOf(findings);
    for (const [index, finding] of findings.entries()) {
      const place = places[index];
      steps[place] = 4 + stepOf(finding.value, largest, outcome);
      texts[place] = cellText(finding, outcome);
      if (finding.kind !== "clear" && finding.kind !== "unclear") kinds[place] = finding.kind;
    }
    return { title: heatTitle(outcome, grid, findings), ends: scaleEnds(largest, outcome) };
  });
  return {
    label: outcome.measure.label,
    subtitle: heatSubtitle(study, outcome),
    cells: { steps: steps.join(""), texts: texts.join("|"), kinds },
    pairs,
  };
}

const SLUG = "heat-any";
/** Cells lie above the scale, whatever stands at its ends. */
const NO_ENDS = ["", ""] as const;

/** All but the cells, which the script draws: they would say the same in every pair of axes. */
function drawFrames(grid: HeatGrid, place: number, ends: Ends): Markup {
  const draw: Picture["draw"] = (size) => drawGrid(grid, undefined, ends, size);
  const svg = (narrow: boolean): Markup => drawSvgWith(draw, { slug: `${SLUG}-${place}`, words: SLUG }, narrow);
  return html`<div data-pair="${place}" hidden>${svg(false)} ${svg(true)}</div>`;
}

export function drawAnyHeat({ grids, ends, first, data }: AnyHeat, source: Markup): Markup {
  const pairName = ({ across, down }: HeatGrid): string => `${across.label} and ${down.label}`;
  return drawChosen({
    slug: "heat",
    lead: "Any other measure, any two axes.",
    beside: "The other axes are the small panels.",
    choices: [
      { name: "measure", label: "Measure", options: data.measures.map(({ label }) => label), first },
      { name: "pair", label: "Axes", options: grids.map(pairName) },
    ],
    title: "Heatmap of the measure chosen above",
    frames: grids.map((grid, pair) => drawFrames(grid, pair, ends[pair])),
    notes: [html`<p class="note">${HEAT_NOTE}</p>`, html`<p class="note" id="${SLUG}-averaged"></p>`],
    source,
    chosen: "the measure chosen above",
    description:
      "Heatmap of the measure and axes chosen above it: each cell holds the mean difference from the reference.",
    tableLabel: "the heatmap chosen above",
    caption: "The measure and axes chosen above: mean differences from the reference",
    headings: [
      { text: "Panel" },
      { text: "Column", isWord: true },
      { text: "Row", isWord: true },
      { text: "Mean difference" },
      { text: "Reading", isWord: true },
    ],
  });
}
