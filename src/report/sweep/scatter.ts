/** What one good costs of another: two measures of every arm, and the arms that no other beats on both. */
import { tradedDirection } from "./directions.ts";
import { paretoSet } from "../../experiment/pareto.ts";
import type { Size } from "../charts/draw.ts";
import { widthOf, wrapped } from "../charts/lettering.ts";
import { AXIS, INK, PALE_OPACITY, PALETTE, QUIET, RULE } from "../charts/palette.ts";
import { element, type Markup, type Part } from "../markup.ts";
import { signedFigure } from "../units.ts";
import { fitting } from "../wording.ts";
import { differenceAxis, labelledTicks, placeOn, type DifferenceAxis } from "./axis.ts";
import { numberCell, textCell, type Drawn, type MissingPicture, type Picture } from "./picture.ts";
import { placeLabels, type Frame } from "./scatter-labels.ts";
import { namesNote, namesOf, type Name } from "./scatter-names.ts";
import { hasWorlds, isAtReference, pointsOf, type Point } from "./scatter-points.ts";
import type { Outcome, Study } from "./study.ts";
import * as say from "./words.ts";

/** Exchanges that a director asks about: money or strain on one side, lives on the other. */
export const EXCHANGES: readonly (readonly [across: string, up: string])[] = [
  ["council.grossSpend", "outcomes.everybody"],
  ["council.communitySpend", "unmet.hoursPercent"],
  ["topUps.sharePercent", "council.communitySpend"],
];

/** The lines and ticks of a plane; a line at zero is darker. The ends of both scales lie `inset` within the frame. */
export function drawAxes(x: DifferenceAxis, y: DifferenceAxis, frame: Frame, width: number, inset = 0): Part {
  const across = placeOn(x.domain, frame.left + inset, frame.right - inset);
  const up = placeOn(y.domain, frame.bottom - inset, frame.top + inset);
  const middles = x.ticks.map(({ value, label }) => ({
    label,
    at: Math.min(across(value), width - widthOf(label, 13) / 2 - 2),
  }));
  const isShown = labelledTicks(middles, 13);
  const columns = x.ticks.map(({ value, label }, place) => {
    const colour = value === 0 ? AXIS : RULE;
    return [
      element("line", {
        x1: across(value),
        x2: across(value),
        y1: frame.top,
        y2: frame.bottom,
        stroke: colour,
        "stroke-width": 1,
      }),
      isShown[place] &&
        element("text", { x: middles[place].at, y: frame.bottom + 18, "text-anchor": "middle", fill: QUIET }, label),
    ];
  });
  const rows = y.ticks.map(({ value, label }) => [
    element("line", {
      x1: frame.left,
      x2: frame.right,
      y1: up(value),
      y2: up(value),
      stroke: value === 0 ? AXIS : RULE,
      "stroke-width": 1,
    }),
    element("text", { x: frame.left - 8, y: up(value) + 4.5, "text-anchor": "end", fill: QUIET }, label),
  ]);
  return [columns, rows];
}

export const diamond = (x: number, y: number, reach: number): string =>
  `M${x},${y - reach}L${x + reach},${y}L${x},${y + reach}L${x - reach},${y}Z`;

/** Diamonds in dark pink are the Pareto set, pale circles the others. */
function drawPoint(isBest: boolean, x: number, y: number): Markup {
  if (!isBest) return element("circle", { cx: x, cy: y, r: 4 });
  return element("path", { d: diamond(x, y, 7), fill: PALETTE[2], stroke: PALETTE[2], "stroke-width": 2 });
}

/**
 * An open mark round whatever lies there, over all others and larger than they are, so that it neither hides one nor is
 * hidden: a diamond in the Pareto set, else a square.
 */
function drawReference(isBest: boolean, x: number, y: number): Markup {
  const shape = (look: Readonly<Record<string, string | number>>): Markup =>
    isBest
      ? element("path", { d: diamond(x, y, 14), fill: "none", ...look })
      : element("rect", { x: x - 10, y: y - 10, width: 20, height: 20, fill: "none", ...look });
  const stroke = isBest ? PALETTE[2] : INK;
  return element("g", {}, shape({ stroke: "#FFFFFF", "stroke-width": 5 }), shape({ stroke, "stroke-width": 2.5 }));
}

/** What is said once for all circles; the other marks say their own. */
export const PALE = { fill: PALETTE[0], "fill-opacity": PALE_OPACITY, stroke: "#FFFFFF", "stroke-width": 0.5 } as const;

/** White round letters, where they stand on lines or marks. */
export const HALO = {
  stroke: "#FFFFFF",
  "stroke-width": 3,
  "stroke-linejoin": "round",
  "paint-order": "stroke",
} as const;

interface Scatter {
  readonly names: readonly Name[];
  readonly points: readonly Point[];
  readonly best: readonly boolean[];
  readonly across: Outcome;
  readonly up: Outcome;
}

/** All points; in the order of the table's rows, from which the script says what each mark is. */
function drawMarks(
  { points, best }: Pick<Scatter, "points" | "best">,
  toX: (value: number) => number,
  toY: (value: number) => number,
): Part {
  return [
    [false, true].map((isBest) =>
      element(
        "g",
        { class: "marks", "data-answer": isBest ? "yes" : "no", ...(isBest ? {} : PALE) },
        points.map(
          (point, index) =>
            best[index] === isBest && !point.isReference && drawPoint(isBest, toX(point.x), toY(point.y)),
        ),
      ),
    ),
    points.map(
      (point, index) =>
        point.isReference &&
        element(
          "g",
          { class: "marks", "data-row": String(index) },
          drawReference(best[index], toX(point.x), toY(point.y)),
        ),
    ),
  ];
}

/** Room for the reference's mark where a scale ends at zero: it covers no tick's label. */
const INSET = 18;

function drawScatter({ names, points, best, across, up }: Scatter, { width, narrow }: Size): Drawn {
  const x = differenceAxis(
    points.map((point) => point.x),
    across.fine,
    narrow ? 4 : 7,
  );
  const y = differenceAxis(
    points.map((point) => point.y),
    up.fine,
    6,
  );
  const upTitle = wrapped(axisTitle("↑", up), width, 13);
  const acrossTitle = wrapped(axisTitle("→", across), width, 13);
  const left = Math.ceil(Math.max(...y.ticks.map(({ label }) => widthOf(label, 13)))) + 10;
  const top = upTitle.length * 17 + 12;
  const frame: Frame = { left, right: width - 14, top, bottom: top + (narrow ? 280 : 380) };
  const [toX, toY] = [
    placeOn(x.domain, frame.left + INSET, frame.right - INSET),
    placeOn(y.domain, frame.bottom - INSET, frame.top + INSET),
  ];
  const labels = placeLabels(
    names.map(({ index, text, key }) => ({
      text,
      x: toX(points[index].x),
      y: toY(points[index].y),
      isNeeded: points[index].isReference || key !== "",
      ...(points[index].isReference ? { beside: 17 } : {}),
    })),
    points.flatMap((point) =>
      (point.isReference ? [-10, 0, 10] : [0]).map((aside) => ({ x: toX(point.x) + aside, y: toY(point.y) })),
    ),
    frame,
  );
  const foot = frame.bottom + 38;
  const below = foot + acrossTitle.length * 17 + 6;
  const keys = names.flatMap(({ key }) => (key === "" ? [] : wrapped(key, width, 12)));
  return {
    height: below - 6 + (keys.length === 0 ? 0 : keys.length * 16 + 6),
    body: [
      upTitle.map((line, row) => element("text", { x: 0, y: 13 + row * 17, fill: INK }, line)),
      drawAxes(x, y, frame, width, INSET),
      element(
        "g",
        { stroke: AXIS, "stroke-width": 1 },
        labels.flatMap(({ led, x: to, y: at }) =>
          led === undefined ? [] : [element("line", { class: "leader", x1: led.x, y1: led.y, x2: to, y2: at - 4 })],
        ),
      ),
      drawMarks({ points, best }, toX, toY),
      labels.map(({ text, x: from, y: at, anchor }) =>
        element("text", { x: from, y: at, "text-anchor": anchor, "font-size": 12, fill: INK, ...HALO }, text),
      ),
      acrossTitle.map((line, row) => element("text", { x: 0, y: foot + row * 17, fill: INK }, line)),
      keys.map((line, row) => element("text", { x: 0, y: below + row * 16, "font-size": 12, fill: QUIET }, line)),
    ],
  };
}

const axisTitle = (arrow: string, { measure, fine }: Outcome): string =>
  `${arrow} ${measure.label} (${fine.label}), difference from the reference; ${tradedDirection(measure.key) ?? "no way"} is better`;

function titleOf(best: number, all: number, first: string, second: string): string {
  if (best === 1) {
    return fitting([`One arm is best on both ${first} and ${second}`, "One arm is best on both measures"]);
  }
  if (best === all) {
    return fitting([
      `No arm is better on both ${first} and ${second} than another`,
      "No arm is better than another on both measures",
    ]);
  }
  return fitting([
    `${best} of ${all} arms are unbeaten on ${first} and ${second}`,
    `${best} of ${all} arms are unbeaten on both measures`,
  ]);
}

export function scatterPicture(study: Study, across: Outcome, up: Outcome, slug: string): Picture | MissingPicture {
  const points = pointsOf(study, across, up);
  const name = `trade-off of ${say.inSentence(across.measure.label)} and ${say.inSentence(up.measure.label)}`;
  if (points.length < 3) return { slug, name, reason: "fewer than three arms have a figure of both measures" };
  const ways = [across, up].map(({ measure }) => tradedDirection(measure.key));
  if (ways.includes(undefined)) {
    return { slug, name, reason: "one of them has no better way" };
  }
  const unbeaten = paretoSet(
    points.map(({ x, y }) => [x, y]),
    ways.map((way) => (way === "higher" ? "more" : "less")),
  );
  const best = points.map((_, place) => unbeaten.includes(place));
  const count = best.filter(Boolean).length;
  const [first, second] = [across, up].map(({ measure }) => say.inSentence(measure.label));
  const hidden = points.filter((point) => isAtReference(point) && !point.isReference).length;
  const isReferenceBest = points.some((point, index) => point.isReference && best[index]);
  const title = titleOf(count, points.length, first, second);
  const names = namesOf(points, best);
  const diamonds = names.flatMap(({ index }) => (points[index].isReference ? [] : [points[index].label]));
  return {
    slug,
    title,
    subtitle: `${up.measure.label} (${say.unitText(up)}) against ${say.inSentence(across.measure.label)} (${say.unitText(across)}): mean differences from ${say.fromReference(study).join("")}. ${say.placeAndRuns(study, across.basis === up.basis ? up.basis : `${up.basis} or ${across.basis}`)}`,
    description: `Scatter of ${points.length} arms. Diamonds: no other arm is at least as good on both and better on one (the Pareto set). Circles: the others. The reference lies at zero${isReferenceBest ? " and is in the set" : " and is not in the set"}.${diamonds.length === 0 ? "" : ` Among the diamonds: ${diamonds.join("; ")}.`}`,
    notes: [
      `Diamonds: unbeaten arms (the Pareto set): none of the others is as good on both measures and better on one, by means over the seeds. Circles: the others. Open mark: the reference.${hidden === 0 ? "" : ` ${hidden === 1 ? "One arm lies" : `${hidden} arms lie`} exactly there.`} Neighbours within one another’s intervals may change places with other seeds.`,
      ...(hasWorlds(study)
        ? ["Each mark is one policy: the mean of its differences over the worlds that nobody knows."]
        : []),
      namesNote(names, count),
    ],
    twin: {
      header: ["Arm", across.measure.label, up.measure.label, "Pareto set"],
      rows: points.map((point, index) => [
        textCell(point.label),
        numberCell(point.x, across.fine, (value) => signedFigure(value, across.fine)),
        numberCell(point.y, up.fine, (value) => signedFigure(value, up.fine)),
        textCell(best[index] ? "yes" : "no"),
      ]),
    },
    draw: (size) => drawScatter({ names, points, best, across, up }, size),
  };
}
