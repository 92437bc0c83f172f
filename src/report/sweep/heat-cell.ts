/** One cell of a heatmap: the nine steps of its colour, its words, and what a hole looks like. */
import { widthOf } from "../charts/lettering.ts";
import { AXIS, INK, QUIET } from "../charts/palette.ts";
import { element, type Markup, type Part } from "../markup.ts";
import { cellText, stepOf, type CellFinding, type CellKind } from "./heat-grid.ts";
import type { Outcome } from "./study.ts";

/** From much lower (blue) over none (white) to much higher (orange): nine steps, told apart in grey by their figures. */
export const STEPS: readonly string[] = [
  "#1F5A8A",
  "#6FA0CB",
  "#A9C7E0",
  "#D8E6F2",
  "#FFFFFF",
  "#FCE3D1",
  "#F7BC95",
  "#EE945A",
  "#DD7426",
];

const fillOf = (step: number): string => STEPS[step + 4];
/** Only the darkest blue needs white letters. */
const inkOf = (step: number): string => (step === -4 ? "#FFFFFF" : INK);

export interface CellLook {
  readonly fill: string;
  readonly ink: string;
  readonly text: string;
  readonly kind: CellKind;
}

export const lookOf = (finding: CellFinding, largest: number, outcome: Outcome): CellLook => {
  const step = stepOf(finding.value, largest, outcome);
  // On a faded cell dark letters can be read.
  return {
    fill: fillOf(step),
    ink: finding.kind === "unclear" ? INK : inkOf(step),
    text: cellText(finding, outcome),
    kind: finding.kind,
  };
};

/** How much colour is left to a cell whose interval holds zero; its frame is dotted. */
export const FADED = 0.3;
export const DOTTED = "2 2";

export const CELL_HEIGHT = 30;
/** Size of letters in and beside cells. */
export const SMALL = 12;

/** A cross through the cell for what failed, a dashed frame where the design has no run. */
function drawHole(kind: CellKind, x: number, y: number, width: number): Part {
  const frame = { x: x + 2, y: y + 2, width: width - 4, height: CELL_HEIGHT - 4, fill: "none", stroke: AXIS };
  if (kind === "failed" || kind === "undefined") {
    const cross = element("path", {
      d: `M${x + 3},${y + 3}L${x + width - 3},${y + CELL_HEIGHT - 3}M${x + 3},${y + CELL_HEIGHT - 3}L${x + width - 3},${y + 3}`,
      stroke: AXIS,
      "stroke-width": 1,
      fill: "none",
    });
    return [element("rect", frame), kind === "failed" && cross];
  }
  return kind === "no run" && element("rect", { ...frame, "stroke-dasharray": "3 3" });
}

/** Where a figure has no room its sign stands for it, so that no cell is told by its colour alone. */
const wordsFor = (text: string, width: number): string | undefined =>
  [text, text.replace(/[^(+−)]/g, "")].find((each) => widthOf(each, SMALL) <= width + 6);

/** The words of a cell stand in its middle, in ink unless it says otherwise: the panel's group says so. */
export const CELL_WORDS = { "text-anchor": "middle", "font-size": SMALL, fill: INK } as const;

export function drawCell(look: CellLook, x: number, y: number, width: number): Markup {
  const middle = { x: x + width / 2, y: y + CELL_HEIGHT / 2 + 4.5 };
  const isHole = look.kind === "failed" || look.kind === "undefined" || look.kind === "no run";
  const words = wordsFor(look.text, width) ?? "";
  const box = { x: x + 1, y: y + 1, width: width - 2, height: CELL_HEIGHT - 2 };
  const edge = look.kind === "reference" ? { stroke: INK, "stroke-width": 2 } : { stroke: AXIS, "stroke-width": 0.5 };
  const faded = look.kind === "unclear" ? { "fill-opacity": FADED, "stroke-dasharray": DOTTED } : {};
  const backed = isHole && words !== "";
  const ink = isHole ? QUIET : look.ink;
  const fill = ink === INK ? undefined : ink;
  return element(
    "g",
    { class: "cell" },
    isHole ? drawHole(look.kind, x, y, width) : element("rect", { ...box, fill: look.fill, ...edge, ...faded }),
    backed &&
      element("rect", {
        x: middle.x - widthOf(words, SMALL) / 2,
        y: y + 8,
        width: widthOf(words, SMALL),
        height: 14,
        fill: "#FFFFFF",
      }),
    words !== "" && element("text", { ...middle, fill }, words),
  );
}
