/**
 * Colours, dashes and marks of series, in the order they are given out.
 *
 * Dark and light alternate, so that neighbours differ in grey as well; each series also has a dash and a mark.
 */
import { symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle } from "d3";
import { coordinate } from "../markup.ts";

export const PALETTE = ["#12436D", "#F46A25", "#801650", "#28A197", "#3D3D3D", "#A285D1"] as const;

/** Text and rules. Orange and turquoise are too pale on white for text. */
export const INK = "#0B0C0C";
export const QUIET = "#3D3D3D";
export const RULE = "#DCE0E4";
export const AXIS = "#6F777B";

/** How much of the first colour a pale mark keeps: it still stands out from the page. */
export const PALE_OPACITY = 0.6;

const DASHES = [undefined, "7 3", "2 3", "9 3 2 3", "4 2", "12 4"];
const MARKS = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar];

export const colourOf = (index: number): string => PALETTE[index % PALETTE.length];
export const dashOf = (index: number): string | undefined => DASHES[index % DASHES.length];

/** The outline of the mark of a series around (0, 0), `size` in square units. */
export const markOf = (index: number, size: number): string =>
  symbol(MARKS[index % MARKS.length], size).digits(2)() ?? "";

export const markPlace = (x: number, y: number): string => `translate(${coordinate(x)},${coordinate(y)})`;

export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
