/** Every world over the two ranges that tell most, the worst ones marked, and the box drawn. */
import { scaleLinear, scalePoint } from "d3";
import type { Limit } from "../../experiment/sensitivity/prim.ts";
import type { SweepAxis } from "../../experiment/sweep-results.ts";
import type { Size } from "../charts/draw.ts";
import { widthOf, wrapped } from "../charts/lettering.ts";
import { INK, PALETTE } from "../charts/palette.ts";
import { element, type Markup } from "../markup.ts";
import { signedFigure, figure as plainFigure } from "../units.ts";
import { capitalised, fitting } from "../wording.ts";
import { axisUnit, settingText } from "./arms.ts";
import { differenceAxis, placeOn, type DifferenceAxis } from "./axis.ts";
import { type Drawn, numberCell, type Picture, textCell } from "./picture.ts";
import { diamond, drawAxes, PALE } from "./scatter.ts";
import type { Study } from "./study.ts";
import * as say from "./words.ts";
import type { WorstBox } from "./worst.ts";
import { axisOf, boundText, columnOf, figureName, wholeRange } from "./worst-words.ts";
import { subjectOf } from "./worlds.ts";

/** One side of the plane: what is uncertain, or the measure itself. */
interface Side {
  readonly title: string;
  /** In the column heading of the table. */
  readonly heading: string;
  readonly axis: DifferenceAxis;
  /** World by world, on the scale of the axis. */
  readonly values: readonly number[];
  readonly texts: readonly string[];
  /** Of the box. */
  readonly from: number;
  readonly to: number;
  /** Beyond it a world is among the worst; only of the measure itself. */
  readonly bound?: number;
}

const titleOfAxis = (axis: SweepAxis): string => `${axis.label}${axisUnit(axis) === "" ? "" : ` (${axisUnit(axis)})`}`;

function numberSide(found: WorstBox, axis: SweepAxis, { from, to }: { from: number; to: number }): Side {
  const values = columnOf(found, axis.name).map(Number);
  const [least, most] = wholeRange(values);
  const ticks = scaleLinear([least, most], [0, 1]).ticks(5);
  return {
    title: titleOfAxis(axis),
    heading: axis.label,
    axis: { domain: [least, most], ticks: ticks.map((value) => ({ value, label: settingText(value, axis) })) },
    values,
    texts: values.map((value) => settingText(value, axis)),
    // To the edge where the box has none.
    from,
    to,
  };
}

/** Alternatives stand side by side; worlds of one are spread a little, in their order, so that none hides another. */
function choiceSide(found: WorstBox, axis: SweepAxis, kept: readonly string[]): Side {
  const names = axis.values.map(String);
  const place = scalePoint(names, [0, names.length - 1]);
  const column = columnOf(found, axis.name).map(String);
  const seen = new Map<string, number>();
  const values = column.map((value) => {
    const nth = seen.get(value) ?? 0;
    seen.set(value, nth + 1);
    return (place(value) ?? 0) + (((nth * 0.618) % 1) - 0.5) * 0.5;
  });
  const keptPlaces = kept.map((value) => place(value) ?? 0);
  return {
    title: titleOfAxis(axis),
    heading: axis.label,
    axis: {
      domain: [-0.5, names.length - 0.5],
      ticks: axis.values.map((value) => ({ value: place(String(value)) ?? 0, label: settingText(value, axis) })),
    },
    values,
    texts: column,
    from: Math.min(...keptPlaces) - 0.4,
    to: Math.max(...keptPlaces) + 0.4,
  };
}

function sideOf(found: WorstBox, limit: Limit): Side {
  const axis = axisOf(found, limit.name);
  return "kept" in limit ? choiceSide(found, axis, limit.kept) : numberSide(found, axis, limit);
}

/** The measure itself, where the box restricts one axis alone: the box leaves it free. */
function figureSide(found: WorstBox): Side {
  const { figures, outcome, bound, unit, worlds } = found;
  const axis = differenceAxis(figures, unit, 6);
  const show = (value: number): string =>
    worlds.against === "nothing" ? plainFigure(value, unit) : signedFigure(value, unit);
  const isLevel = worlds.against === "nothing";
  const ticks = isLevel
    ? axis.ticks.map(({ value, label }) => ({ value, label: label.replace(/^\+/, "") }))
    : axis.ticks;
  return {
    title: `${outcome.measure.label} (${outcome.fine.label}), ${figureName(found)}`,
    heading: outcome.measure.label,
    axis: { domain: axis.domain, ticks },
    values: figures,
    texts: figures.map(show),
    from: axis.domain[0],
    to: axis.domain[1],
    bound,
  };
}

interface Plane {
  readonly x: Side;
  readonly y: Side;
  readonly isWorst: readonly boolean[];
  readonly isInBox: readonly boolean[];
}

/** Whether each world lies in the whole box, not in its two first ranges alone. */
function inBox(found: WorstBox): readonly boolean[] {
  const limits = found.box.restrictions.map(({ limit }) => ({ limit, values: columnOf(found, limit.name) }));
  return found.arms.map((_, place) =>
    limits.every(({ limit, values }) => {
      const value = values[place];
      if ("kept" in limit) return limit.kept.includes(String(value));
      return Number(value) >= limit.from && Number(value) <= limit.to;
    }),
  );
}

function planeOf(found: WorstBox): Plane {
  const [first, second] = found.box.restrictions;
  return {
    x: sideOf(found, first.limit),
    y: second === undefined ? figureSide(found) : sideOf(found, second.limit),
    isWorst: found.isWorst,
    isInBox: inBox(found),
  };
}

function drawPoint(isWorst: boolean, isInBox: boolean, x: number, y: number): Markup {
  const edge = isInBox ? { stroke: INK, "stroke-width": 1.5 } : {};
  return isWorst
    ? element("path", { d: diamond(x, y, 6), ...edge })
    : element("circle", { cx: x, cy: y, r: 4, ...edge });
}

/** The most room between the outermost worlds and the edge of the box round them. */
const PAD = 9;

/** Where the box ends: round its own worlds, and never round one beyond its range. */
function edgesOf({ values, from, to }: Side, at: (value: number) => number): readonly [number, number] {
  const below = values.filter((value) => value < from).reduce((a, b) => Math.max(a, b), -Infinity);
  const above = values.filter((value) => value > to).reduce((a, b) => Math.min(a, b), Infinity);
  const edge = (end: number, next: number, way: -1 | 1): number => {
    const half = Number.isFinite(next) ? Math.abs(at(next) - at(end)) / 2 : PAD;
    return at(end) + way * Math.min(PAD, half);
  };
  const isRising = at(to) >= at(from);
  const ends = [edge(from, below, isRising ? -1 : 1), edge(to, above, isRising ? 1 : -1)];
  return [Math.min(...ends), Math.max(...ends)];
}

function drawPlane({ x, y, isWorst, isInBox }: Plane, { width, narrow }: Size): Drawn {
  const upTitle = wrapped(`↑ ${y.title}`, width, 13);
  const acrossTitle = wrapped(`→ ${x.title}`, width, 13);
  const left = Math.ceil(Math.max(...y.axis.ticks.map(({ label }) => widthOf(label, 13)))) + 10;
  const top = upTitle.length * 17 + 12;
  const frame = { left, right: width - 14, top, bottom: top + (narrow ? 260 : 360) + PAD };
  const toX = placeOn(x.axis.domain, frame.left + PAD, frame.right - PAD);
  const toY = placeOn(y.axis.domain, frame.bottom - PAD, frame.top + PAD);
  const [[fromX, untilX], [fromY, untilY]] = [edgesOf(x, toX), edgesOf(y, toY)];
  const foot = frame.bottom + 38;
  return {
    height: foot + acrossTitle.length * 17,
    body: [
      upTitle.map((line, row) => element("text", { x: 0, y: 13 + row * 17, fill: INK }, line)),
      drawAxes(x.axis, y.axis, frame, width, PAD),
      element("rect", {
        class: "box",
        x: fromX,
        y: fromY,
        width: untilX - fromX,
        height: untilY - fromY,
        fill: PALETTE[2],
        "fill-opacity": 0.08,
        stroke: PALETTE[2],
        "stroke-width": 2,
        "stroke-dasharray": "6 4",
      }),
      y.bound !== undefined &&
        element("line", {
          class: "bound",
          x1: frame.left,
          x2: frame.right,
          y1: toY(y.bound),
          y2: toY(y.bound),
          stroke: INK,
          "stroke-dasharray": "2 3",
        }),
      // In the order of the table's rows, from which the script says what each mark is.
      [false, true].map((worst) =>
        element(
          "g",
          {
            class: "marks",
            "data-answer": worst ? "yes" : "no",
            ...(worst ? { fill: PALETTE[2], stroke: "#FFFFFF", "stroke-width": 1 } : PALE),
          },
          isWorst.map(
            (is, index) => is === worst && drawPoint(worst, isInBox[index], toX(x.values[index]), toY(y.values[index])),
          ),
        ),
      ),
      acrossTitle.map((line, row) => element("text", { x: 0, y: foot + row * 17, fill: INK }, line)),
    ],
  };
}

export function worstScatterPicture(study: Study, found: WorstBox, slug: string): Picture {
  const { box, count, outcome, worlds, unit, arms, figures } = found;
  const plane = planeOf(found);
  const { x, y, isWorst, isInBox } = plane;
  const others = box.restrictions.length - 2;
  const show = (value: number): string =>
    worlds.against === "nothing" ? plainFigure(value, unit) : signedFigure(value, unit);
  const label = outcome.measure.label;
  const hasFigure = box.restrictions.length === 1;
  return {
    slug,
    title: fitting([
      `${label}: ${box.interesting} of ${count} worst worlds lie in the box`,
      `${box.interesting} of ${count} worst worlds lie in the box`,
    ]),
    subtitle: `${capitalised(subjectOf(worlds, outcome))} (${say.unitText(outcome)}): every world by ${say.inSentence(x.heading)} and ${say.inSentence(y.heading)}; among the worst: ${figureName(found)} ${boundText(found)}. ${say.placeAndRuns(study, outcome.basis)}`,
    description: `Scatter of ${arms.length} worlds. Diamonds: the ${count} worst. Circles: the others. A dashed frame round the box, which holds ${box.rows} worlds, ${box.interesting} of them among the worst.`,
    notes: [
      "Diamonds: the worst worlds; circles: the others. Dashed frame: the box; marks with a dark edge lie in it.",
      ...(hasFigure ? ["Dotted line: the bound beyond which a world is among the worst."] : []),
      ...(others > 0
        ? [
            `The box has ${others === 1 ? "one range more" : `${others} ranges more`}, which cannot be seen here: worlds in the frame without a dark edge lie outside it by ${others === 1 ? "that" : "those"}.`,
          ]
        : []),
    ],
    twin: {
      header: [
        "World",
        x.heading,
        y.heading,
        "Among the worst",
        "In the box",
        ...(hasFigure ? [] : [`${label}, ${figureName(found)}`]),
      ],
      rows: arms.map((arm, index) => [
        textCell(say.labelOf(study.arms[arm])),
        textCell(x.texts[index]),
        textCell(y.texts[index]),
        textCell(isWorst[index] ? "yes" : "no"),
        textCell(isInBox[index] ? "yes" : "no"),
        ...(hasFigure ? [] : [numberCell(figures[index], unit, show)]),
      ]),
    },
    draw: (size) => drawPlane(plane, size),
  };
}
