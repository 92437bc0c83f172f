/** The ranges in which the worst worlds lie, each within the whole range of what is uncertain. */
import type { Restriction } from "../../experiment/sensitivity/prim.ts";
import { AXIS, PALETTE } from "../charts/palette.ts";
import { element, type Part } from "../markup.ts";
import { capitalised, counted, fitting, listed } from "../wording.ts";
import { axisUnit } from "./arms.ts";
import { placeOn } from "./axis.ts";
import { numberCell, type Picture, type TableCell, textCell } from "./picture.ts";
import { drawRows, type Row, type Strip } from "./rows.ts";
import type { Study } from "./study.ts";
import * as say from "./words.ts";
import type { WorstBox } from "./worst.ts";
import {
  axisOf,
  boundText,
  boxText,
  chanceText,
  columnOf,
  figureName,
  limitText,
  valueText,
  verdictOf,
  wholeRange,
} from "./worst-words.ts";
import { subjectOf } from "./worlds.ts";

/** A thin line over the whole range, a thick one with two dots over that of the box. */
function drawRange(found: WorstBox, { limit }: Restriction, { from, to, y }: Strip): Part {
  const line = (x1: number, x2: number, stroke: string, width: number): Part =>
    element("line", { x1, x2, y1: y, y2: y, stroke, "stroke-width": width });
  const dot = (cx: number, isFull: boolean): Part =>
    element("circle", {
      cx,
      cy: y,
      r: 6,
      fill: isFull ? PALETTE[2] : "#FFFFFF",
      stroke: isFull ? PALETTE[2] : AXIS,
      "stroke-width": 1.5,
    });
  const [start, end] = [from + 7, to - 7];
  if ("kept" in limit) {
    const all = axisOf(found, limit.name).values;
    const places = all.map((_, place) => start + ((end - start) * (place + 0.5)) / all.length);
    return [
      line(start, end, AXIS, 1.5),
      all.map((value, place) => dot(places[place], limit.kept.includes(String(value)))),
    ];
  }
  const at = placeOn(wholeRange(columnOf(found, limit.name)), start, end);
  const [low, high] = [at(limit.from), at(limit.to)];
  return [line(start, end, AXIS, 1.5), line(low, high, PALETTE[2], 5), [low, high].map((x) => dot(x, true))];
}

/** The least and the most that occur; the names of alternatives are in the words of the row. */
function endsOf(found: WorstBox, name: string): Pick<Row, "ends"> {
  const axis = axisOf(found, name);
  const values = columnOf(found, name);
  if (values.some((value) => typeof value === "string")) return {};
  const [least, most] = wholeRange(values);
  return { ends: [valueText(least, axis), valueText(most, axis)] };
}

function rowOf(found: WorstBox, restriction: Restriction): Row {
  const { limit, densityWithout } = restriction;
  const axis = axisOf(found, limit.name);
  const unit = axisUnit(axis);
  return {
    label: `${axis.label}${unit === "" ? "" : ` (${unit})`}${axis.kind === "policy" ? ", a policy" : ""}`,
    value: `${limitText(found, limit)}; without it ${say.shareText(densityWithout)} are worst`,
    mark: (strip) => drawRange(found, restriction, strip),
    ...endsOf(found, limit.name),
  };
}

function titleOf(found: WorstBox): string {
  const { outcome, box, axes } = found;
  const start = verdictOf(found) === "holds" ? "" : "unconfirmed: ";
  const label = start === "" ? outcome.measure.label : say.inSentence(outcome.measure.label);
  return fitting([
    `${start}${label}: worst where ${boxText(found)}`,
    `${start}${label}: ${box.restrictions.length} of ${axes.length} ranges tell the worst worlds apart`,
    `${start}${box.restrictions.length} of ${axes.length} ranges tell the worst worlds apart`,
  ]);
}

function twinRow(found: WorstBox, { limit, densityWithout, coverageWithout, quasiP }: Restriction): TableCell[] {
  const axis = axisOf(found, limit.name);
  const held = found.check?.axes.find(({ name }) => name === limit.name);
  const share = (value: number): TableCell => numberCell(100 * value, { decimals: 1 }, () => say.shareText(value));
  const chance = (value: number): TableCell => ({
    text: chanceText(value),
    number: String(Number(value.toPrecision(3))),
  });
  return [
    textCell(axis.label),
    textCell(axis.kind),
    textCell(limitText(found, limit)),
    textCell(
      endsOf(found, limit.name).ends?.join(" to ") ?? listed(axis.values.map((value) => valueText(value, axis))),
    ),
    share(densityWithout),
    share(coverageWithout),
    chance(quasiP),
    held === undefined ? textCell("not checked") : chance(held.chance),
    held === undefined ? textCell("not checked") : share(held.again),
  ];
}

export function rangesPicture(study: Study, found: WorstBox, slug: string): Picture {
  const { box, axes, outcome, worlds, count, arms } = found;
  const restricted = new Set(box.restrictions.map(({ limit }) => limit.name));
  const free = axes.filter(({ name }) => !restricted.has(name)).map(({ label }) => say.inSentence(label));
  const rows = box.restrictions.map((restriction) => rowOf(found, restriction));
  return {
    slug,
    title: titleOf(found),
    subtitle: `${capitalised(subjectOf(worlds, outcome))} (${say.unitText(outcome)}): ranges of the box of worst worlds, ${figureName(found)} ${boundText(found)}. ${say.placeAndRuns(study, outcome.basis)}`,
    description: `One row for each range that the box restricts, the most telling first: a thin line over the whole range, a thick one with dots over that of the box. ${count} of ${arms.length} worlds are among the worst; ${box.interesting} of the ${box.rows} in the box.`,
    notes: [
      "Thin line: all that was run; thick line or full dots: the box. Without a range, so many of the worlds in the rest of the box are among the worst: the nearer to the box’s own share, the less the range says.",
      ...(free.length === 0
        ? []
        : [`Left free, at any value: ${free.length > 12 ? counted(free.length, "other") : listed(free)}.`]),
    ],
    twin: {
      header: [
        "What is uncertain",
        "Kind",
        "In the box",
        "Whole range",
        "Worst in the box without this range",
        "Share of all the worst without it",
        "Chance by luck (quasi-p)",
        "Chance by luck, held out",
        "Found again when held out",
      ],
      rows: box.restrictions.map((restriction) => twinRow(found, restriction)),
    },
    draw: (size) => drawRows({ rows }, size),
  };
}
