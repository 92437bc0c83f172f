/** How far people lie apart in their own differences, group by group: a mean near nothing may be many who lose and gain. */
import { drawLines } from "../charts/line-path.ts";
import { AXIS, INK, PALETTE } from "../charts/palette.ts";
import { element, type Part } from "../markup.ts";
import { signedFigure, type Unit } from "../units.ts";
import { capitalised, fitting, UNPARTED } from "../wording.ts";
import { differenceAxis, placeOn } from "./axis.ts";
import { gainUnit, meanUnit } from "./gain-words.ts";
import type { GainRow, Gains, GainSpread } from "./input.ts";
import { numberCell, textCell, type Picture, type TableCell } from "./picture.ts";
import { drawDifferenceRows, FROM_REFERENCE, type Row, type Strip } from "./rows.ts";
import type { Study } from "./study.ts";
import * as say from "./words.ts";

export const SPREAD_HEADINGS = ["Mean: from", "Mean: to", "5% of people", "Half of people", "95% of people"] as const;

/** Interval of the mean and percentiles of people, as a table and as the page's script show them. */
const spreadFigures = ({ spread }: GainRow): readonly number[] =>
  spread === undefined
    ? SPREAD_HEADINGS.map(() => Number.NaN)
    : [spread.low, spread.high, ...[0, 2, 4].map((place) => spread.quantiles[place] ?? Number.NaN)];

export function spreadCells(row: GainRow, unit: Unit): readonly TableCell[] {
  const ends = meanUnit(unit, row);
  return spreadFigures(row).map((figure, place) => {
    const own = place < 2 ? ends : unit;
    return numberCell(figure, own, (value) => signedFigure(value, own));
  });
}

interface Spread {
  readonly row: GainRow;
  readonly spread: GainSpread;
}

/** A pale bar from the 5th to the 95th percentile, an upright at the half, a dot at the mean with its interval. */
function drawSpread({ row, spread }: Spread, at: (value: number) => number, { y }: Strip): readonly Part[] {
  const [least, , half, , most] = spread.quantiles;
  const [from, to] = [at(least), at(most)];
  const bar = { x: from, y: y - 7, width: Math.max(1, to - from), height: 14 };
  return [
    element("rect", { ...bar, fill: "#D8E6F2", stroke: AXIS, "stroke-width": 0.75 }),
    drawLines([[at(half), y - 7, at(half), y + 7]], { stroke: INK, "stroke-width": 1.5 }),
    Number.isFinite(spread.low) &&
      drawLines([[at(spread.low), y, at(spread.high), y]], { stroke: PALETTE[0], "stroke-width": 2 }),
    element("circle", { cx: at(row.meanDifference), cy: y, r: 4, fill: PALETTE[0] }),
  ];
}

const ends = (unit: Unit, from: number, to: number): string =>
  `${signedFigure(from, unit)} to ${signedFigure(to, say.bare(unit))}`;

/** The same in one line. */
const whole = (text: string): string => text.replaceAll(" ", UNPARTED);

function titleOf({ measure }: Gains, [{ spread }]: readonly Spread[], unit: Unit): string {
  const what = capitalised(measure);
  const [least, , , , most] = spread.quantiles;
  if (least === 0 && most === 0) {
    return fitting([`${what}: fewer than one person in ten has any difference of their own`]);
  }
  return fitting([`${what}: nine in ten people’s own differences are from ${ends(unit, least, most)}`]);
}

/** Everybody and every group, one row each; nothing where the host gives no percentiles. */
export function spreadPicture(study: Study, gains: Gains, notes: readonly string[]): readonly Picture[] {
  const found = [gains.everybody, ...gains.rows].flatMap((row): readonly Spread[] =>
    row.spread === undefined || row.spread.quantiles.length < 5 ? [] : [{ row, spread: row.spread }],
  );
  if (found.length === 0 || found[0].row !== gains.everybody) return [];
  const unit = gainUnit(gains);
  const axis = differenceAxis(
    found.flatMap(({ row, spread }) => [...spread.quantiles, spread.low, spread.high, row.meanDifference]),
    unit,
    5,
  );
  const rows = found.map((each): Row => ({
    label: `${capitalised(each.row.group)}${each.row.warning === undefined ? "" : " *"}`,
    value: valueText(each, unit),
    mark: (strip) => drawSpread(each, placeOn(axis.domain, strip.from, strip.to), strip),
  }));
  const warned = found.filter(({ row }) => row.warning !== undefined);
  return [
    {
      slug: "gains-spread",
      title: titleOf(gains, found, unit),
      subtitle: `${capitalised(gains.measure)} (${unit.label}): each person’s own difference with ${say.labelInSentence(study, gains.arm)} from the reference. ${say.placeAndRuns(study, "the same people in both")}`,
      description:
        "Bars over people’s own differences, one row for everybody and for each group, on one scale. Group by group: income fifth, zone and route to care follow.",
      notes: [
        "Pale bar: nine in ten people, from the 5th to the 95th percentile of their own differences; upright: half of them lie below, half above. Dot: mean of the people; line: its 95% interval over the seeds.",
        ...notes,
        ...warned.map(({ row: { group, warning } }) => `* ${group}: ${warning ?? ""}`),
      ],
      twin: {
        header: ["Group", "By", "Mean difference", ...SPREAD_HEADINGS],
        rows: found.map(({ row }) => [
          textCell(row.group),
          textCell(row.grouping),
          numberCell(row.meanDifference, unit, (value) => signedFigure(value, unit)),
          ...spreadCells(row, unit),
        ]),
      },
      draw: (size) => drawDifferenceRows(rows, axis, size, FROM_REFERENCE),
    },
  ];
}

function valueText({ row, spread }: Spread, unit: Unit): string {
  const fine = meanUnit(unit, row);
  const mean = `mean ${signedFigure(row.meanDifference, fine)}`;
  const bounds = Number.isFinite(spread.low) ? ` (${ends(fine, spread.low, spread.high)})` : "";
  const most = whole(`9 in 10: ${ends(unit, spread.quantiles[0], spread.quantiles[4])}`);
  return `${whole(`${mean}${bounds}`)}; ${most}`;
}
