/** A chart as an SVG: panels in rows, each with its title, key, plot and axes. */
import { element, type Markup, type Part } from "../markup.ts";
import { figure } from "../units.ts";
import { SMALL, drawPeriodAxis, drawValueAxis, marginOf, ruleAt, type Room } from "./axes.ts";
import { drawHatches, drawStack, drawTotals } from "./bars.ts";
import { hasBands, type Chart, type Panel } from "./chart.ts";
import { KEY_ROW, drawKey, keyOf, type Key } from "./key.ts";
import { LABEL_GAP, MARKED_GAP, drawEndLabels, type EndLabel } from "./labels.ts";
import { widthOf, wrapped } from "./lettering.ts";
import { drawBands, drawMedian } from "./lines.ts";
import { FONT, INK, QUIET } from "./palette.ts";
import { axesOf, bandsIn, pointsIn, verticalIn, type Box, type ValueAxis } from "./scales.ts";

export interface Size {
  readonly width: number;
  /** For phones: one panel under another, names in a key and not beside the lines. */
  readonly narrow: boolean;
  /** Starts every id inside the SVG. */
  readonly id: string;
}

export const WIDE = 880;
export const NARROW = 340;

/** Direct labels stay readable up to this many lines. */
const MOST_DIRECT = 4;
const TITLE_ROW = 19;
/** Bold letters of 14.5 take the room of plain ones of this size. */
const BOLD_SIZE = 16.25;
const UNIT_ROW = 24;
const UNIT_LINE = 16;
/** Room above the plot for the upper half of its highest value, where no unit is written. */
const NO_UNIT_ROW = 12;
const AXIS_ROW = 28;
const COLUMN_GAP = 36;
const ROW_GAP = 26;

function plotHeight(isOnly: boolean, narrow: boolean): number {
  if (isOnly) return narrow ? 210 : 270;
  return narrow ? 140 : 160;
}

/** A panel measured but not yet placed. */
interface Laid {
  readonly panel: Panel;
  readonly axis: ValueAxis;
  readonly titleLines: readonly string[];
  readonly unitLines: readonly string[];
  readonly key: Key | undefined;
  readonly left: number;
  readonly right: number;
  readonly labels: readonly (readonly string[])[];
}

/** How many panels stand side by side. */
function columnsOf(panels: number, narrow: boolean): number {
  if (narrow || panels === 1) return 1;
  return panels === 2 || panels === 4 ? 2 : 3;
}

/** What is written at the end of each line: its value, and its name where there is no key. */
function labelsOf(panel: Panel, isDirect: boolean): readonly (readonly string[])[] {
  return panel.series.map((series) => {
    const last = series.points.filter((point) => point !== undefined).at(-1);
    const value = last === undefined ? "" : figure(last.median, series.unit);
    return isDirect ? wrapped(`${series.name} ${value}`, 150, SMALL) : [value];
  });
}

function layOut(chart: Chart, panel: Panel, axis: ValueAxis, width: number, isOnly: boolean, narrow: boolean): Laid {
  const isStack = chart.form === "stack";
  const isDirect = isOnly && !narrow && !isStack && panel.series.length > 1 && panel.series.length <= MOST_DIRECT;
  const labels = isStack ? [] : labelsOf(panel, isDirect);
  const widest = Math.max(0, ...labels.flat().map((text) => widthOf(text, SMALL)));
  return {
    panel,
    axis,
    unitLines: unitLinesOf(panel, width),
    titleLines: isOnly ? [] : wrapped(panel.title, width, BOLD_SIZE),
    key: isStack || (panel.series.length > 1 && !isDirect) ? keyOf(panel.series, width) : undefined,
    left: marginOf(axis),
    right: isStack ? 8 : Math.ceil(widest) + (panel.series.length === 1 ? LABEL_GAP : MARKED_GAP),
    labels,
  };
}

/** The unit in lines that fit; none for a bare "%", which stands at every value already. */
const unitLinesOf = ({ unit }: Panel, width: number): readonly string[] =>
  unit.label === unit.suffix ? [] : wrapped(unit.label, width, SMALL);

const headOf = (laid: Laid): number =>
  laid.titleLines.length * TITLE_ROW +
  (laid.key === undefined ? 0 : laid.key.rows * KEY_ROW + 8) +
  (laid.unitLines.length === 0 ? NO_UNIT_ROW : UNIT_ROW + (laid.unitLines.length - 1) * UNIT_LINE);

function drawLines(chart: Chart, laid: Laid, box: Box, room: Room): readonly Part[] {
  const { panel, axis } = laid;
  const { labels, names } = chart.timeline;
  const at = { x: pointsIn(box, labels.length), y: verticalIn(box, axis) };
  const bands = hasBands(chart);
  const ends = panel.series.flatMap((series, index): EndLabel[] => {
    const last = series.points.filter((point) => point !== undefined).at(-1);
    return last === undefined ? [] : [{ index, y: at.y(last.median), lines: laid.labels[index] }];
  });
  return [
    drawValueAxis(box, axis, at.y),
    panel.reference !== undefined && ruleAt(box, at.y(panel.reference.value), INK, 1.25),
    drawPeriodAxis(box, room, labels, at.x),
    bands && panel.series.map((series, index) => drawBands(series, index, at)),
    panel.series.map((series, index) => drawMedian(series, index, at, names, bands)),
    drawEndLabels(ends, { x: box.x + box.width - 8, from: at.x(labels.length - 1) + 6 }, box),
  ];
}

function drawBars(chart: Chart, laid: Laid, box: Box, room: Room, id: string): readonly Part[] {
  const { panel, axis } = laid;
  const { labels, names } = chart.timeline;
  const bars = bandsIn(box, labels.length);
  const at = { ...bars, y: verticalIn(box, axis) };
  return [
    drawValueAxis(box, axis, at.y),
    drawStack(panel.series, at, names, id),
    panel.total !== undefined && hasBands(chart) && drawTotals(panel.total, at, names),
    drawPeriodAxis(box, room, labels, (index) => bars.left(index) + bars.width / 2),
  ];
}

interface Placed {
  readonly laid: Laid;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the tallest head in the row: plots of a row start level. */
  readonly head: number;
  readonly plot: number;
}

/** A panel: title, key and unit, then the plot. */
function drawPanel(chart: Chart, placed: Placed, id: string): Markup {
  const { laid, x, y, width, head, plot } = placed;
  const keyTop = y + laid.titleLines.length * TITLE_ROW;
  const box: Box = {
    x: x + laid.left,
    y: y + head,
    width: Math.max(40, width - laid.left - laid.right),
    height: plot,
  };
  const title = laid.titleLines.map((line, row) =>
    element("text", { x, y: y + 14 + row * TITLE_ROW, "font-size": 14.5, "font-weight": 600, fill: INK }, line),
  );
  const key = laid.key !== undefined && drawKey(laid.key, x, keyTop, chart.form, id);
  const unit = [...laid.unitLines]
    .reverse()
    .map((line, row) => element("text", { x, y: y + head - 13 - row * UNIT_LINE, fill: QUIET }, line));
  const body = chart.form === "stack" ? drawBars(chart, laid, box, placed, id) : drawLines(chart, laid, box, placed);
  return element("g", { class: "panel" }, title, key, unit, body);
}

interface Placing {
  readonly placed: readonly Placed[];
  readonly height: number;
}

/** Panels in rows from the top; the chart is as high as they need. */
function place(chart: Chart, size: Pick<Size, "width" | "narrow">): Placing {
  const columns = columnsOf(chart.panels.length, size.narrow);
  const width = (size.width - (columns - 1) * COLUMN_GAP) / columns;
  const isOnly = chart.panels.length === 1;
  const plot = plotHeight(isOnly, size.narrow);
  const axes = axesOf(chart, plot > 200 ? 6 : 4);
  const laid = chart.panels.map((panel, index) => layOut(chart, panel, axes[index], width, isOnly, size.narrow));
  // One pair of margins for all, so that the plots of a column stand exactly under one another.
  const margins = {
    left: Math.max(...laid.map(({ left }) => left)),
    right: Math.max(...laid.map(({ right }) => right)),
  };
  const panels: Placed[] = [];
  let y = 2;
  for (let first = 0; first < laid.length; first += columns) {
    const row = laid.slice(first, first + columns);
    const head = Math.max(...row.map(headOf));
    row.forEach((each, column) =>
      panels.push({ laid: { ...each, ...margins }, x: column * (width + COLUMN_GAP), y, width, head, plot }),
    );
    y += head + plot + AXIS_ROW + (first + columns < laid.length ? ROW_GAP : 0);
  }
  return { placed: panels, height: Math.ceil(y) };
}

/** How high the chart is when drawn wide. */
export const heightOf = (chart: Chart): number => place(chart, { width: WIDE, narrow: false }).height;

/** The panels of a chart, `size.width` units wide and as high as they need. */
export function drawPanels(chart: Chart, size: Size): { readonly height: number; readonly body: readonly Part[] } {
  const { placed, height } = place(chart, size);
  const kinds = Math.max(...chart.panels.map((panel) => panel.series.length));
  return {
    height,
    body: [
      chart.form === "stack" && drawHatches(size.id, kinds),
      placed.map((panel) => drawPanel(chart, panel, size.id)),
    ],
  };
}

/** The chart as an element. It is named and described by the figure around it. */
export function drawChart(chart: Chart, size: Size): Markup {
  const { height, body } = drawPanels(chart, size);
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      id: size.id,
      class: size.narrow ? "narrow" : "wide",
      viewBox: `0 0 ${size.width} ${height}`,
      width: size.width,
      height,
      "font-family": FONT,
      "font-size": SMALL,
      role: "img",
      "aria-labelledby": `${chart.slug}-title`,
      "aria-describedby": `${chart.slug}-description`,
    },
    body,
  );
}
