/** Who gains and who loses: each person compared with himself or herself under the reference, by group and by arm. */
import { PALETTE, INK } from "../charts/palette.ts";
import { element, html, type Markup, type Part } from "../markup.ts";
import { digits, signedFigure, type Unit } from "../units.ts";
import { capitalised, UNPARTED } from "../wording.ts";
import { placeOn } from "./axis.ts";
import { afterShare, gainUnit, sharesText, titleOf, unchangedOf, USUAL, wordsOf } from "./gain-words.ts";
import { SPREAD_HEADINGS, spreadCells, spreadPicture } from "./gains-spread.ts";
import type { GainRow, Gains, GainWords } from "./input.ts";
import { numberCell, textCell, type MissingPicture, type Picture } from "./picture.ts";
import { drawRows, endsInWords, type Row, type Strip } from "./rows.ts";
import type { Study } from "./study.ts";
import * as say from "./words.ts";

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
function valueText({ better, worse, meanDifference }: GainRow, unit: Unit, words: GainWords): string {
  if (!Number.isFinite(better)) return "withheld";
  const shares = sharesText({ better, worse });
  return `${shares.worse} ${afterShare(words.worse)}, ${shares.better} ${afterShare(words.better)}; mean${UNPARTED}${signedFigure(meanDifference, unit)}`;
}

export const hatch = (id: string): Markup =>
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

/** Rows of one picture: groups of one kind in one arm, or everybody in several arms. */
interface Rows {
  readonly grouping: string;
  readonly rows: readonly (GainRow & { readonly shown?: string })[];
  /** Against what it is held, as in "with fees held than with the reference". */
  readonly compared: string;
  readonly notes: readonly string[];
  /** What the title speaks of, where the picture shows only some of it. */
  readonly all?: readonly GainRow[];
  /** Whom the figures are of, where that is not the same in all rows. */
  readonly whom?: string;
}

/** How far the scale goes to both sides, in per cent: as far as the longest bar, to the next ten. */
export const reachOf = (rows: readonly GainRow[]): number =>
  Math.ceil(Math.max(0.05, ...rows.map(({ better, worse }) => Math.max(better || 0, worse || 0))) * 10) * 10;

/** The scale of a picture of shares: the same to both sides of zero. */
export const sharesScale = (reach: number, { worse, better }: GainWords) => {
  const at = (from: number, to: number): ((value: number) => number) => placeOn([-reach, reach], from, to);
  return {
    at,
    zero: ({ from, to }: Omit<Strip, "y">): number => at(from, to)(0),
    ticks: ({ from, to }: Omit<Strip, "y">) =>
      [-reach, -reach / 2, 0, reach / 2, reach].map((value) => ({
        at: at(from, to)(value),
        label: `${digits(Math.abs(value), 0)}%`,
      })),
    sides: [worse, better] as const,
  };
};

export const gainsSubtitle = (study: Study, gains: Gains, compared: string): string => {
  const { worse, better, lose, gain } = wordsOf(gains);
  const usual = worse === USUAL.worse ? "worse and better off" : `${worse} and ${better}`;
  const sides = worse.startsWith("pays ") ? `who ${lose} and ${gain}` : usual;
  return `${capitalised(gains.measure)} (${gainUnit(gains).label}): shares of people ${sides} ${compared}, each compared with himself or herself. ${say.placeAndRuns(study, "the same people in both")}`;
};

export const withArm = (study: Study, arm: number): string =>
  `with ${say.labelInSentence(study, arm)} than with the reference`;

function gainsPicture(
  study: Study,
  gains: Gains,
  { grouping, rows: own, compared, notes, all = own, whom = gains.whom }: Rows,
  slug: string,
): Picture {
  const unit = gainUnit(gains);
  const words = wordsOf(gains);
  const { at, zero, ticks, sides } = sharesScale(reachOf(own), words);
  const rows = own.map((row): Row => ({
    label: `${row.shown ?? capitalised(row.group)}${row.warning === undefined ? "" : " *"}`,
    value: valueText(row, unit, words),
    mark: () => undefined,
  }));
  const warned = own.filter(({ warning }) => warning !== undefined);
  return {
    slug,
    title: titleOf(gains, grouping, all),
    subtitle: gainsSubtitle(study, gains, compared),
    description: `Bars to both sides of zero, one row for each ${grouping}: ${words.worse} to the left, ${words.better} to the right; the rest are unchanged. ${endsInWords(rows)} ${gains.sentence} ${whom}`,
    notes: [gains.sentence, whom, ...notes, ...warned.map(({ group, warning }) => `* ${group}: ${warning ?? ""}`)],
    twin: {
      header: [
        capitalised(grouping),
        "People",
        capitalised(words.better),
        capitalised(words.worse),
        "Unchanged",
        `Mean difference (${unit.label})`,
        ...SPREAD_HEADINGS,
        "Warning",
      ],
      rows: own.map((row) => [
        textCell(row.group),
        numberCell(row.people, { decimals: 0 }, (value) => digits(value, 0)),
        numberCell(100 * row.better, { decimals: 1 }, () => sharesText(row).better),
        numberCell(100 * row.worse, { decimals: 1 }, () => sharesText(row).worse),
        numberCell(100 * unchangedOf(row), { decimals: 1 }, () => sharesText(row).unchanged),
        numberCell(row.meanDifference, unit, (value) => signedFigure(value, unit)),
        ...spreadCells(row, unit),
        textCell(row.warning ?? ""),
      ]),
    },
    draw: (size) => {
      const drawn = drawRows(
        {
          rows: rows.map((row, index) => ({
            ...row,
            mark: (strip) => drawShares(own[index], at(strip.from, strip.to), strip, size.id),
          })),
          zero,
          ticks,
          sides,
        },
        size,
      );
      return { height: drawn.height, body: [hatch(size.id), drawn.body] };
    },
  };
}

/** How many people the arm touches. */
const touched = ({ everybody: { better, worse } }: Gains): number => (better || 0) + (worse || 0);

/** Arms that cannot all be shown: those that touch most people. */
const MOST_ARMS = 16;

/** Arms that differ since other weeks, or in other worlds, leave out others. */
const whomOfAll = (all: readonly Gains[]): string =>
  new Set(all.map(({ whom }) => whom)).size === 1
    ? all[0].whom
    : "People: of each arm those whom both runs of a seed have in the first week in which what is set differs, or later; whoever had left before could not be reached, and is left out.";

/** Everybody, a row an arm; nothing of a single arm. */
function armsPicture(study: Study, all: readonly Gains[]): readonly Picture[] {
  if (all.length < 2) return [];
  const shown = new Set([...all].sort((one, other) => touched(other) - touched(one)).slice(0, MOST_ARMS));
  const rows = all
    .filter((each) => shown.has(each))
    .map(({ arm, everybody }) => ({
      ...everybody,
      grouping: "arm",
      group: say.labelOf(study.arms[arm]),
      shown: say.valueLabel(study, arm),
    }));
  const [from, by] = say.fromReference(study);
  const notes =
    shown.size < all.length
      ? [`Drawn: the ${shown.size} of ${all.length} arms in which most people differ. The title counts all.`]
      : [];
  return [
    gainsPicture(
      study,
      all[0],
      {
        grouping: "arm",
        rows,
        compared: `than with ${from}${by}`,
        notes,
        all: all.map(({ everybody }) => everybody),
        whom: whomOfAll(all),
      },
      "gains-arms",
    ),
  ];
}

/**
 * Everybody in each arm, then one picture for each grouping in the order in which the rows name them: of the one arm that
 * is compared, or of several the one that touches most people.
 */
export function gainsPictures(study: Study): readonly (Picture | MissingPicture)[] {
  const [main, ...others] = study.input.gains ?? [];
  if (main === undefined) return [];
  const gains = [main, ...others.filter(({ measure }) => measure === main.measure)];
  const [first] = [...gains].sort((one, other) => touched(other) - touched(one));
  const groupings = [...new Set(first.rows.map(({ grouping }) => grouping))];
  const compared = withArm(study, first.arm);
  const notes = gains.length > 1 ? ["Of all arms, this one touches most people."] : [];
  const byGroup = groupings.map((grouping, index) => {
    const rows = first.rows.filter((row) => row.grouping === grouping);
    return gainsPicture(study, first, { grouping, rows, compared, notes }, `gains-${index + 1}`);
  });
  return [...armsPicture(study, gains), ...byGroup, ...spreadPicture(study, first, notes)];
}

export const drawGainsIntroduction = (study: Study): Markup =>
  say.isOneCouncil(study)
    ? html`<p>
        The same people live under both policies, so each can be compared with himself or herself. A mean may hide that
        some lose what others gain.
      </p>`
    : html`<p>
        These are two councils, not one: a person is held against whoever has the same place in the other, who need not
        be the same person. What differs is not the policy’s alone.
      </p>`;
