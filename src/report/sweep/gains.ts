/** Who gains and who loses: each person compared with himself or herself under the reference, by group. */
import { PALETTE, INK } from "../charts/palette.ts";
import { element, html, type Markup, type Part } from "../markup.ts";
import { digits, signedFigure, unitOf, type Unit } from "../units.ts";
import { capitalised, fitting } from "../wording.ts";
import { placeOn } from "./axis.ts";
import type { GainRow, Gains } from "./input.ts";
import { numberCell, textCell, type MissingPicture, type Picture } from "./picture.ts";
import { drawRows, type Row, type Strip } from "./rows.ts";
import type { Study } from "./study.ts";
import * as say from "./words.ts";

const percent = (share: number): string => `${digits(100 * share, 0)}%`;

/** Worse to the left, hatched; better to the right, plain. */
function drawShares(
  { better, worse }: GainRow,
  at: (value: number) => number,
  { y }: Strip,
  id: string,
): readonly Part[] {
  const bar = (from: number, to: number, fill: string): Markup =>
    element("rect", {
      x: at(from),
      y: y - 7,
      width: Math.max(0, at(to) - at(from)),
      height: 14,
      fill,
      stroke: INK,
      "stroke-width": 0.75,
    });
  return [worse > 0 && bar(-100 * worse, 0, `url(#${id}-worse)`), better > 0 && bar(0, 100 * better, PALETTE[0])];
}

/** Shares alone would hide by how little; figures of too few people are withheld. */
function valueText({ better, worse, meanDifference }: GainRow, unit: Unit): string {
  if (!Number.isFinite(better)) return "withheld";
  return `${percent(worse)} worse, ${percent(better)} better; mean ${signedFigure(meanDifference, unit)}`;
}

const hatch = (id: string): Markup =>
  element(
    "defs",
    {},
    element(
      "pattern",
      { id: `${id}-worse`, width: 6, height: 6, patternUnits: "userSpaceOnUse" },
      element("rect", { width: 6, height: 6, fill: PALETTE[1] }),
      element("path", { d: "M-1,1L1,-1M0,6L6,0M5,7L7,5", stroke: "#FFFFFF", "stroke-width": 1.2 }),
    ),
  );

function titleOf({ measure, rows }: Gains, grouping: string): string {
  const own = rows.filter((row) => row.grouping === grouping && row.warning === undefined);
  const what = capitalised(measure);
  if (own.length === 0) return fitting([`${what} by ${grouping}: too few people to tell`]);
  if (own.every(({ better, worse }) => better === 0 && worse === 0)) {
    return fitting([`${what} by ${grouping}: nobody better or worse off`]);
  }
  const losing = own.filter(({ better, worse }) => worse > better).length;
  if (losing === 0) return fitting([`${what} by ${grouping}: no group has more losers than gainers`]);
  if (losing === own.length) return fitting([`${what} by ${grouping}: more lose than gain in every group`]);
  return fitting([`${what} by ${grouping}: more lose than gain in ${losing} of ${own.length} groups`]);
}

function gainsPicture(study: Study, gains: Gains, grouping: string, slug: string): Picture {
  const own = gains.rows.filter((row) => row.grouping === grouping);
  const widest = Math.max(0.05, ...own.map(({ better, worse }) => Math.max(better || 0, worse || 0)));
  const reach = Math.ceil(widest * 10) * 10;
  const unit = { ...unitOf(gains.unit, 10), decimals: 2 };
  const rows = own.map((row): Row => ({
    label: `${row.group}${row.warning === undefined ? "" : " *"}`,
    value: valueText(row, unit),
    mark: () => undefined,
  }));
  const warned = own.filter(({ warning }) => warning !== undefined);
  return {
    slug,
    title: titleOf(gains, grouping),
    subtitle: `${capitalised(gains.measure)} (${gains.unit}): shares of people worse and better off with ${say.labelOf(study.arms[gains.arm])} than with the reference, each compared with himself or herself. ${say.placeAndRuns(study, "the same people in both")}`,
    description: `Bars to both sides of zero, one row for each ${grouping}: people worse off to the left, better off to the right; the rest are as they were. ${gains.sentence}`,
    notes: [gains.sentence, ...warned.map(({ group, warning }) => `* ${group}: ${warning ?? ""}`)],
    twin: {
      header: [
        capitalised(grouping),
        "People",
        "Better off",
        "Worse off",
        `Mean difference (${gains.unit})`,
        "Warning",
      ],
      rows: own.map((row) => [
        textCell(row.group),
        numberCell(row.people, { decimals: 0 }, (value) => digits(value, 0)),
        numberCell(100 * row.better, { decimals: 1 }, () => percent(row.better)),
        numberCell(100 * row.worse, { decimals: 1 }, () => percent(row.worse)),
        numberCell(row.meanDifference, unit, (value) => signedFigure(value, unit)),
        textCell(row.warning ?? ""),
      ]),
    },
    draw: (size) => {
      const at = (from: number, to: number): ((value: number) => number) => placeOn([-reach, reach], from, to);
      const drawn = drawRows(
        {
          rows: rows.map((row, index) => ({
            ...row,
            mark: (strip) => drawShares(own[index], at(strip.from, strip.to), strip, size.id),
          })),
          zero: ({ from, to }) => at(from, to)(0),
          ticks: ({ from, to }) =>
            [-reach, -reach / 2, 0, reach / 2, reach].map((value) => ({
              at: at(from, to)(value),
              label: `${digits(Math.abs(value), 0)}%`,
            })),
          sides: ["worse off", "better off"],
        },
        size,
      );
      return { height: drawn.height, body: [hatch(size.id), drawn.body] };
    },
  };
}

/** One picture for each grouping, in the order in which the rows name them. */
export function gainsPictures(study: Study): readonly (Picture | MissingPicture)[] {
  const { gains } = study.input;
  if (gains === undefined) return [];
  const groupings = [...new Set(gains.rows.map(({ grouping }) => grouping))];
  return groupings.map((grouping, index) => gainsPicture(study, gains, grouping, `gains-${index + 1}`));
}

export const drawGainsIntroduction = (): Markup =>
  html`<p>
    The same people live under both policies, so each can be compared with himself or herself. A mean may hide that some
    lose what others gain.
  </p>`;
