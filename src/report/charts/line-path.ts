/** Many straight lines of one look as one element: a page of hundreds of pictures is made of little else. */
import { coordinate, element, type Part } from "../markup.ts";

/** From x and y to x and y. */
export type Line = readonly [fromX: number, fromY: number, toX: number, toY: number];

const stepOf = ([fromX, fromY, toX, toY]: Line): string => {
  const [x, y] = [coordinate(toX), coordinate(toY)];
  const end = fromY === toY ? `H${x}` : fromX === toX ? `V${y}` : `L${x} ${y}`;
  return `M${coordinate(fromX)} ${coordinate(fromY)}${end}`;
};

/** Nothing where there are no lines; without a look in that of the group round it. */
export const drawLines = (
  lines: readonly Line[],
  look: Readonly<{ stroke?: string; "stroke-width"?: number }> = {},
): Part => lines.length > 0 && element("path", { d: lines.map(stepOf).join(""), ...look });
