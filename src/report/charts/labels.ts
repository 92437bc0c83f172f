/** Labels at the right-hand ends of lines, moved apart until none covers another. */
import { element, type Markup } from "../markup.ts";
import { AXIS, INK, colourOf, markOf, markPlace } from "./palette.ts";
import type { Box } from "./scales.ts";

export interface EndLabel {
  /** Which series, for its colour and mark. */
  readonly index: number;
  /** Where the line ends. */
  readonly y: number;
  readonly lines: readonly string[];
}

const LINE_HEIGHT = 16;

/** From the edge of the plot to the text: with a mark where there are several series, without where there is one. */
export const MARKED_GAP = 32;
export const LABEL_GAP = 12;

const heightOf = (label: EndLabel): number => label.lines.length * LINE_HEIGHT + 4;

/**
 * The centre of each label, in the order given: as near to its line as the others allow, and inside [top, bottom].
 * Labels keep the order of their lines. If they cannot all fit they start at the top and overflow below.
 */
export function spreadApart(labels: readonly EndLabel[], top: number, bottom: number): readonly number[] {
  const order = labels.map((_, index) => index).sort((a, b) => labels[a].y - labels[b].y || a - b);
  const centres = labels.map((label) => label.y);
  const pushDown = (): void => {
    let edge = top;
    for (const index of order) {
      const half = heightOf(labels[index]) / 2;
      centres[index] = Math.max(centres[index], edge + half);
      edge = centres[index] + half;
    }
  };
  pushDown();
  let limit = bottom;
  for (const index of [...order].reverse()) {
    const half = heightOf(labels[index]) / 2;
    centres[index] = Math.min(centres[index], limit - half);
    limit = centres[index] - half;
  }
  // Where there are too many to fit, the pass upwards has pushed some above the top.
  pushDown();
  return centres;
}

interface Ends {
  /** Where the labels stand. */
  readonly x: number;
  /** Just right of where the lines end. */
  readonly from: number;
}

/** Each label beside the end of its line, joined to it by a thin line where it had to move. */
export function drawEndLabels(labels: readonly EndLabel[], { x, from }: Ends, box: Box): readonly Markup[] {
  const centres = spreadApart(labels, box.y - 10, box.y + box.height + 8);
  return labels.map(({ index, y, lines }, position) => {
    const centre = centres[position];
    const first = centre - ((lines.length - 1) * LINE_HEIGHT) / 2;
    const isOnly = labels.length === 1;
    const leader = Math.abs(centre - y) > 3 && [
      element("line", { x1: from, y1: y, x2: x + 13, y2: centre, stroke: AXIS, "stroke-width": 1 }),
    ];
    const mark =
      !isOnly &&
      element("path", {
        d: markOf(index, 42),
        transform: markPlace(x + 20, centre),
        fill: colourOf(index),
      });
    const words = lines.map((line, row) =>
      element(
        "text",
        { x: x + (isOnly ? LABEL_GAP - 2 : MARKED_GAP - 3), y: first + row * LINE_HEIGHT + 4.5, fill: INK },
        line,
      ),
    );
    return element("g", { class: "label" }, leader, mark, words);
  });
}
