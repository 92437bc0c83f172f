/** What was given up for what: the boxes on the way from all worlds to the one chosen, and what is left of it held out. */
import { line, range } from "d3";
import type { Size } from "../charts/draw.ts";
import { wrapped } from "../charts/lettering.ts";
import { INK, PALETTE, QUIET } from "../charts/palette.ts";
import { coordinate, element, type Markup, type Part } from "../markup.ts";
import { capitalised, fitting } from "../wording.ts";
import { placeOn, type DifferenceAxis } from "./axis.ts";
import { type Drawn, numberCell, type Picture, type TableCell, textCell } from "./picture.ts";
import { BELOW, placeLabels, type Frame } from "./scatter-labels.ts";
import { diamond, drawAxes, HALO } from "./scatter.ts";
import type { Study } from "./study.ts";
import * as say from "./words.ts";
import { WANTED_DENSITY, type WorstBox } from "./worst.ts";
import { boundText, figureName } from "./worst-words.ts";
import { subjectOf } from "./worlds.ts";

const SHARES: DifferenceAxis = {
  domain: [0, 1],
  ticks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: say.shareText(value) })),
};

/** Both from 0 to 1. */
interface Step {
  readonly coverage: number;
  readonly density: number;
}

/** From all worlds to the narrowest box, each step once. */
function stepsOf({ box }: WorstBox): WorstBox["box"]["path"] {
  return box.path.filter(
    (step, place) =>
      place === 0 || step.rows !== box.path[place - 1].rows || step.interesting !== box.path[place - 1].interesting,
  );
}

type At = (value: number) => number;

/** Points along both lines of what was held out: no label is to lie on them. */
function alongHeldOut({ check }: WorstBox, toX: At, toY: At): readonly { readonly x: number; readonly y: number }[] {
  if (check === undefined || Number.isNaN(check.density)) return [];
  const { coverage, density, coverageInterval, densityInterval } = check;
  const along = (from: number, to: number): readonly number[] =>
    Number.isFinite(from) && Number.isFinite(to) ? range(Math.min(from, to), Math.max(from, to) + 2, 2) : [];
  return [
    ...along(toX(coverageInterval.low), toX(coverageInterval.high)).map((x) => ({ x, y: toY(density) })),
    ...along(toY(densityInterval.low), toY(densityInterval.high)).map((y) => ({ x: toX(coverage), y })),
  ];
}

/** Crossed lines over both intervals, an open square where they meet. */
function drawHeldOut({ check }: WorstBox, toX: At, toY: At): Part {
  if (check === undefined || Number.isNaN(check.density)) return undefined;
  const { coverage, density, coverageInterval, densityInterval } = check;
  const [x, y] = [toX(coverage), toY(density)];
  const whisker = (x1: number, x2: number, y1: number, y2: number): Part =>
    [x1, x2, y1, y2].every(Number.isFinite) && element("line", { x1, x2, y1, y2 });
  return element(
    "g",
    { class: "held-out", stroke: INK, "stroke-width": 1.5, fill: "#FFFFFF" },
    whisker(toX(coverageInterval.low), toX(coverageInterval.high), y, y),
    whisker(x, x, toY(densityInterval.low), toY(densityInterval.high)),
    element("rect", { x: x - 5, y: y - 5, width: 10, height: 10 }),
  );
}

function drawTrajectory(steps: readonly Step[], toX: At, toY: At): Markup {
  const path = line<Step>()
    .x(({ coverage }) => toX(coverage))
    .y(({ density }) => toY(density))
    .digits(2)(steps);
  return element(
    "g",
    { class: "trajectory" },
    element("path", { d: path ?? "", fill: "none", stroke: PALETTE[0], "stroke-width": 1.5 }),
    steps.map(({ coverage, density }) =>
      element("circle", { cx: toX(coverage), cy: toY(density), r: 3, fill: PALETTE[0] }),
    ),
  );
}

function drawPath(found: WorstBox, { width, narrow }: Size): Drawn {
  const { box, check, count, arms } = found;
  const steps = stepsOf(found);
  const up = wrapped("↑ Density: share of the worlds in the box that are among the worst", width, 13);
  const across = wrapped("→ Coverage: share of all the worst worlds that the box holds", width, 13);
  const top = up.length * 17 + 12;
  const frame: Frame = { left: 48, right: width - 30, top, bottom: top + (narrow ? 240 : 320) };
  const toX = placeOn(SHARES.domain, frame.left, frame.right);
  const toY = placeOn(SHARES.domain, frame.bottom, frame.top);
  const spot = (text: string, { coverage, density }: Step) => ({
    text,
    x: toX(coverage),
    y: toY(density),
    isNeeded: true,
    // Below the name of the box too, where both lie in one corner.
    below: [...BELOW, 46],
  });
  const all = { coverage: 1, density: count / arms.length };
  const isTried = check !== undefined && !Number.isNaN(check.density);
  const labels = placeLabels(
    [spot("the box", box), ...(isTried ? [spot("held out", check)] : []), spot("all worlds", all)],
    [
      ...steps.map(({ coverage, density }) => ({ x: toX(coverage), y: toY(density) })),
      ...alongHeldOut(found, toX, toY),
    ],
    { ...frame, top: frame.top - 12, right: width },
  );
  const foot = frame.bottom + 38;
  return {
    height: foot + across.length * 17,
    body: [
      up.map((text, row) => element("text", { x: 0, y: 13 + row * 17, fill: INK }, text)),
      drawAxes(SHARES, SHARES, frame, width),
      element("line", {
        x1: frame.left,
        x2: frame.right,
        y1: toY(WANTED_DENSITY),
        y2: toY(WANTED_DENSITY),
        stroke: QUIET,
        "stroke-dasharray": "4 4",
      }),
      drawTrajectory(steps, toX, toY),
      drawHeldOut(found, toX, toY),
      element("path", {
        class: "chosen",
        d: diamond(Number(coordinate(toX(box.coverage))), Number(coordinate(toY(box.density))), 8),
        fill: PALETTE[2],
        stroke: "#FFFFFF",
        "stroke-width": 1.5,
      }),
      labels.map(({ text, x, y, anchor }) =>
        element("text", { x, y, "text-anchor": anchor, "font-size": 12, fill: INK, ...HALO }, text),
      ),
      across.map((text, row) => element("text", { x: 0, y: foot + row * 17, fill: INK }, text)),
    ],
  };
}

const share = (value: number): TableCell => numberCell(100 * value, { decimals: 1 }, () => say.shareText(value));

export function pathPicture(study: Study, found: WorstBox, slug: string): Picture {
  const { box, check, outcome, worlds } = found;
  const label = outcome.measure.label;
  const row = (name: string, ranges: string, { coverage, density }: Step, rows: TableCell): readonly TableCell[] => [
    textCell(name),
    textCell(ranges),
    share(coverage),
    share(density),
    rows,
  ];
  const whole = (rows: number): TableCell => ({ text: String(rows), number: String(rows) });
  return {
    slug,
    title: fitting([
      `${label}: the box catches ${say.shareText(box.coverage)} of the worst worlds; ${say.shareText(box.density)} in it are worst`,
      `The box catches ${say.shareText(box.coverage)} of the worst worlds; ${say.shareText(box.density)} in it are worst`,
    ]),
    subtitle: `${capitalised(subjectOf(worlds, outcome))} (${say.unitText(outcome)}): coverage and density (%) of every box on the way; among the worst: ${figureName(found)} ${boundText(found)}. ${say.placeAndRuns(study, outcome.basis)}`,
    description:
      "A line of dots from all worlds, on the right, to ever narrower boxes: coverage falls as density rises. A diamond: the box that was chosen. An open square with its intervals: boxes on worlds that the search has not seen.",
    notes: [
      `Each dot is a box, narrower from right to left. Diamond: the chosen one, which covers most of those with a density of ${say.shareText(WANTED_DENSITY)} or more (dashed), or is densest where none has; then widened wherever that is free.`,
      "Open square, with 95% intervals: boxes found on four fifths of the worlds, on the fifth that was held out. How far it lies below the diamond is what the search flatters itself with.",
    ],
    twin: {
      header: ["Box", "Ranges", "Coverage", "Density", "Worlds"],
      rows: [
        ...stepsOf(found).map((step, place) =>
          row(place === 0 ? "all worlds" : `step ${place}`, String(step.limits.length), step, whole(step.rows)),
        ),
        row("the box", String(box.restrictions.length), box, whole(box.rows)),
        ...(check === undefined ? [] : [row("held out", "as found", check, textCell("held out in turn"))]),
      ],
    },
    draw: (size) => drawPath(found, size),
  };
}
