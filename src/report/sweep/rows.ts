/** Horizontal rows under one another: a label, a strip to draw in, and the value in words. */
import type { Size } from "../charts/draw.ts";
import { widthOf, wrapped } from "../charts/lettering.ts";
import { drawLines, type Line } from "../charts/line-path.ts";
import { AXIS, INK, QUIET, RULE } from "../charts/palette.ts";
import { element, type Markup, type Part } from "../markup.ts";
import { labelledTicks, placeOn, type DifferenceAxis } from "./axis.ts";
import type { Drawn } from "./picture.ts";

export interface Strip {
  readonly from: number;
  readonly to: number;
  /** Middle of the strip. */
  readonly y: number;
}

export interface Row {
  readonly label: string;
  readonly value: string;
  /** Draws the data of the row. */
  readonly mark: (strip: Strip) => Part;
  /** Names the row to a script that writes its value: the lines stay as many as those of `value`. */
  readonly name?: string;
  /** Written at both ends of the strip, where each row has a scale of its own. */
  readonly ends?: readonly [string, string];
}

export interface RowsPlan {
  readonly rows: readonly Row[];
  /** Drawn behind all rows: ticks of a shared scale. */
  readonly ticks?: (strip: Omit<Strip, "y">) => readonly { readonly at: number; readonly label: string }[];
  /** Where zero stands; left out where rows have none in common. */
  readonly zero?: (strip: Omit<Strip, "y">) => number;
  /** What stands over the two sides of zero. */
  readonly sides?: readonly [string, string];
}

const LINE = 17;
const SIZE = 13;
const PAD = 9;
const GAP = 14;
const ENDS_ROW = 13;
/** Air between a rule and the words under it, where words stand over the strip. */
const AIR = 5;
/** Rows that a phone shows at once. */
const MOST_ON_A_SCREEN = 8;

interface LaidRow {
  readonly row: Row;
  readonly labelLines: readonly string[];
  readonly valueLines: readonly string[];
  readonly height: number;
}

interface Columns {
  readonly label: number;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Three columns where there is room; on a phone words stand over the strip. */
function columnsOf(rows: readonly Row[], { width, narrow }: Size): Columns {
  if (narrow) return { label: width, from: 12, to: width - 12, value: width };
  const label = Math.min(290, Math.max(90, ...rows.map((row) => widthOf(row.label, SIZE)))) + GAP;
  const value = Math.min(230, Math.max(60, ...rows.map((row) => widthOf(row.value, SIZE)))) * 1.06 + GAP;
  return { label: label - GAP, from: label + 10, to: width - value - 10, value: (value - GAP) / 1.06 };
}

function layOut(row: Row, columns: Columns, narrow: boolean): LaidRow {
  const labelLines = wrapped(row.label, columns.label, SIZE);
  const valueLines = wrapped(row.value, columns.value, SIZE);
  const ends = row.ends === undefined ? 0 : ENDS_ROW;
  const height = narrow
    ? AIR + (labelLines.length + valueLines.length) * LINE + 22 + ends + PAD
    : Math.max(labelLines.length, valueLines.length, 1) * LINE + PAD + ends;
  return { row, labelLines, valueLines, height };
}

/** In the ink of the row, unless in another. */
const words = (
  lines: readonly string[],
  x: number,
  top: number,
  more: Readonly<Record<string, string>> = {},
): readonly Markup[] => lines.map((line, index) => element("text", { x, y: top + index * LINE, ...more }, line));

function drawRow(laid: LaidRow, columns: Columns, top: number, { narrow }: Size): Markup {
  const { row, labelLines, valueLines, height } = laid;
  const ends = row.ends === undefined ? 0 : ENDS_ROW;
  const textRows = narrow ? labelLines.length + valueLines.length : 0;
  const y = narrow ? top + AIR + textRows * LINE + 13 : top + (height - ends) / 2;
  const strip: Strip = { from: columns.from, to: columns.to, y };
  const start = (lines: number): number => top + (height - ends) / 2 - ((lines - 1) * LINE) / 2 + 4.5;
  const own = row.name === undefined ? {} : { "data-value": row.name };
  const text = narrow
    ? [
        words(labelLines, 0, top + AIR + 12),
        words(valueLines, 0, top + AIR + 12 + labelLines.length * LINE, { fill: QUIET, ...own }),
      ]
    : [
        words(labelLines, 0, start(labelLines.length)),
        words(valueLines, columns.to + 10 + GAP, start(valueLines.length), own),
      ];
  const endTexts = row.ends?.map((label, index) =>
    element(
      "text",
      {
        x: index === 0 ? strip.from : strip.to,
        y: y + 19,
        "text-anchor": index === 0 ? "start" : "end",
        "font-size": 11,
        fill: QUIET,
      },
      label,
    ),
  );
  return element("g", { class: "row", fill: INK }, text, endTexts, row.mark(strip));
}

/** Each in full where there is room, else its first word: "lower" of "lower than the reference". */
function drawSides(sides: readonly [string, string], zero: number, y: number, width: number): Part {
  const [left, right] = [`← ${sides[0]}`, `${sides[1]} →`];
  const short = [left.split(" ").slice(0, 2).join(" "), `${sides[1].split(" ")[0]} →`];
  const onLeft = [left, short[0]].find((text) => widthOf(text, SIZE) < zero - 8);
  const onRight = [right, short[1]].find((text) => widthOf(text, SIZE) < width - zero - 8);
  return [
    onLeft !== undefined && element("text", { x: zero - 8, y, "text-anchor": "end", fill: QUIET }, onLeft),
    onRight !== undefined && element("text", { x: zero + 8, y, fill: QUIET }, onRight),
  ];
}

/** Where the data of a row lie on a phone, below its words. */
function spanOf({ labelLines, valueLines }: LaidRow, top: number): readonly [number, number] {
  const y = top + AIR + (labelLines.length + valueLines.length) * LINE + 13;
  return [y - 10, y + 10];
}

/** The middle of a label, moved so that all of it stays in the picture. */
function inside({ at, label }: { readonly at: number; readonly label: string }, width: number): number {
  const half = widthOf(label, SIZE) / 2 + 1;
  return Math.max(half, Math.min(width - half, at));
}

export function drawRows({ rows, ticks, zero, sides }: RowsPlan, size: Size): Drawn {
  const columns = columnsOf(rows, size);
  const laid = rows.map((row) => layOut(row, columns, size.narrow));
  // On a phone a long list has its scale at the top too.
  const isLong = size.narrow && ticks !== undefined && rows.length > MOST_ON_A_SCREEN;
  const side = sides === undefined ? 6 : 26;
  const head = side + (isLong ? LINE + 4 : 0);
  const tops: number[] = [];
  let y = head;
  for (const each of laid) {
    tops.push(y);
    y += each.height;
  }
  const at = zero?.(columns);
  const marks = ticks?.(columns) ?? [];
  const labelled = labelledTicks(
    marks.map((tick) => ({ ...tick, at: inside(tick, size.width) })),
    SIZE,
  );
  // On a phone words stand over the strips: lines run beside the data only, and never through a word.
  const spans = size.narrow ? laid.map((each, index) => spanOf(each, tops[index])) : [[head, y] as const];
  const uprights = (places: readonly number[], stroke: string, width: number): Part =>
    drawLines(
      places.flatMap((x) => spans.map(([from, to]): Line => [x, from, x, to])),
      { stroke, "stroke-width": width },
    );
  const labelsAt = (height: number): Part =>
    marks.map(
      (tick, index) =>
        labelled[index] &&
        element("text", { x: inside(tick, size.width), y: height, "text-anchor": "middle", fill: QUIET }, tick.label),
    );
  const rules = laid.map(({ height }, index): Line => [0, tops[index] + height, size.width, tops[index] + height]);
  return {
    height: y + (marks.length > 0 ? 26 : 6),
    body: [
      uprights(
        marks.map((tick) => tick.at),
        RULE,
        1,
      ),
      drawLines(rules, { stroke: RULE, "stroke-width": 1 }),
      labelsAt(y + 18),
      isLong && labelsAt(side + LINE - 4),
      at !== undefined && uprights([at], AXIS, 1.5),
      at !== undefined && sides !== undefined && drawSides(sides, at, 16, size.width),
      laid.map((each, index) => drawRow(each, columns, tops[index], size)),
    ],
  };
}

/** Rows that share a scale of differences. */
export function drawDifferenceRows(
  rows: readonly Row[],
  axis: DifferenceAxis,
  size: Size,
  sides?: RowsPlan["sides"],
): Drawn {
  const at = ({ from, to }: Omit<Strip, "y">) => placeOn(axis.domain, from, to);
  const plan: RowsPlan = {
    rows,
    zero: (strip) => at(strip)(0),
    ticks: (strip) => axis.ticks.map(({ value, label }) => ({ at: at(strip)(value), label })),
  };
  return drawRows(sides === undefined ? plan : { ...plan, sides }, size);
}

/** What the first row says and what the last, for whoever cannot see them. */
export function endsInWords(rows: readonly Pick<Row, "label" | "value">[]): string {
  const said = ({ label, value }: Pick<Row, "label" | "value">): string => `${label}: ${value}.`;
  const [first, ...others] = rows;
  return others.length === 0 ? said(first) : `First, ${said(first)} Last, ${said(others[others.length - 1])}`;
}

/** What stands over them where each is a difference from the reference. */
export const FROM_REFERENCE = ["lower than the reference", "higher"] as const;
