/** The key above a plot: a sample of each series' line or bar beside its name. */
import { element, type Markup } from "../markup.ts";
import type { Series } from "../series.ts";
import { fillOf } from "./bars.ts";
import { widthOf, wrapped } from "./lettering.ts";
import { INK, colourOf, dashOf, markOf, markPlace } from "./palette.ts";

export const KEY_ROW = 20;
const SAMPLE = 34;
const GAP = 18;
const SIZE = 13;

interface Entry {
  readonly index: number;
  readonly x: number;
  /** First row of the entry, from 0. */
  readonly row: number;
  readonly lines: readonly string[];
}

export interface Key {
  readonly entries: readonly Entry[];
  readonly rows: number;
}

/** The names set in rows no wider than `width`; a name too long for a row is broken over several. */
export function keyOf(series: readonly Series[], width: number): Key {
  const entries: Entry[] = [];
  let x = 0;
  let row = 0;
  let tallest = 0;
  series.forEach((each, index) => {
    const lines = wrapped(each.name, width - SAMPLE, SIZE);
    const needed = SAMPLE + Math.max(...lines.map((text) => widthOf(text, SIZE)));
    if (x > 0 && x + needed > width) {
      x = 0;
      row += tallest;
      tallest = 0;
    }
    entries.push({ index, x, row, lines });
    x += needed + GAP;
    tallest = Math.max(tallest, lines.length);
  });
  return { entries, rows: row + tallest };
}

const lineSample = (index: number): readonly Markup[] => [
  element("line", {
    x1: 0,
    x2: 26,
    y1: 0,
    y2: 0,
    stroke: colourOf(index),
    "stroke-width": 2.25,
    "stroke-dasharray": dashOf(index),
  }),
  element("path", { d: markOf(index, 42), transform: markPlace(13, 0), fill: colourOf(index), stroke: "#FFFFFF" }),
];

const barSample = (index: number, id: string): Markup =>
  element("rect", { x: 4, y: -7, width: 20, height: 14, fill: fillOf(id, index) });

export function drawKey(key: Key, x: number, y: number, form: "lines" | "stack", id: string): Markup {
  const entries = key.entries.map((entry) => {
    const transform = markPlace(x + entry.x, y + entry.row * KEY_ROW + KEY_ROW / 2);
    const sample = form === "lines" ? lineSample(entry.index) : barSample(entry.index, id);
    const words = entry.lines.map((text, row) =>
      element("text", { x: SAMPLE - 4, y: 4.5 + row * KEY_ROW, fill: INK }, text),
    );
    return element("g", { transform }, sample, words);
  });
  return element("g", { class: "key" }, entries);
}
