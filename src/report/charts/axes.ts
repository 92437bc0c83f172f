/** The frame of a plot: horizontal rules with their values, and the periods below. */
import { element, type Markup } from "../markup.ts";
import { widthOf } from "./lettering.ts";
import { AXIS, QUIET, RULE } from "./palette.ts";
import type { Box, ValueAxis } from "./scales.ts";

/** Size of the numbers and periods on the axes. */
export const SMALL = 13;

/** Room on the left for the widest value. */
export const marginOf = (axis: ValueAxis): number =>
  Math.max(24, ...axis.ticks.map((tick) => Math.ceil(widthOf(tick.label, SMALL)) + 10));

/** A line across the whole plot. */
export const ruleAt = (box: Box, y: number, colour: string, width = 1): Markup =>
  element("line", { x1: box.x, x2: box.x + box.width, y1: y, y2: y, stroke: colour, "stroke-width": width });

/** Rules run behind the data; the zero line is darker than the others. */
export function drawValueAxis(box: Box, axis: ValueAxis, at: (value: number) => number): Markup {
  const ticks = axis.ticks.map(({ value, label }) => [
    ruleAt(box, at(value), value === 0 ? AXIS : RULE),
    element("text", { x: box.x - 8, y: at(value) + 4.5, "text-anchor": "end", fill: QUIET }, label),
  ]);
  return element("g", { class: "values" }, ticks);
}

/** Which periods are printed so that no two touch: every n-th from the first, ending on the last where that is near. */
export function printedPeriods(labels: readonly string[], spacing: number): readonly number[] {
  if (labels.length === 0) return [];
  const room = Math.max(...labels.map((label) => widthOf(label, SMALL))) + 10;
  const least = Math.max(1, Math.ceil(room / Math.max(spacing, 0.01)));
  const last = labels.length - 1;
  const steps = Array.from({ length: least + 2 }, (_, more) => least + more);
  const step = steps.find((each) => last % each === 0) ?? least;
  return labels.flatMap((_, index) => (index % step === 0 ? [index] : []));
}

/** What the labels of the first and last period must stay within. */
export interface Room {
  readonly x: number;
  readonly width: number;
}

/** The periods under the plot, with a short stroke above each that is printed. */
export function drawPeriodAxis(box: Box, room: Room, labels: readonly string[], at: (index: number) => number): Markup {
  const spacing = labels.length > 1 ? at(1) - at(0) : box.width;
  const bottom = box.y + box.height;
  const middleOf = (index: number): number => {
    const half = widthOf(labels[index], SMALL) / 2;
    return Math.max(room.x + half, Math.min(room.x + room.width - half, at(index)));
  };
  const periods = printedPeriods(labels, spacing).map((index) => [
    element("line", { x1: at(index), x2: at(index), y1: bottom, y2: bottom + 5, stroke: AXIS, "stroke-width": 1 }),
    element("text", { x: middleOf(index), y: bottom + 20, "text-anchor": "middle", fill: QUIET }, labels[index]),
  ]);
  return element("g", { class: "periods" }, ruleAt(box, bottom, AXIS), periods);
}
