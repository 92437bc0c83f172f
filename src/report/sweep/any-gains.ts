/** Who gains and who loses in the arm that the reader chooses, by the grouping that he or she chooses: filled by a script. */
import { INK, PALETTE } from "../charts/palette.ts";
import { element, html, type Markup, type Part } from "../markup.ts";
import { signedFigure } from "../units.ts";
import { capitalised } from "../wording.ts";
import { drawChosen } from "./chosen.ts";
import { gainsSubtitle, gainUnit, hatch, reachOf, sharesScale, titleOf, withArm } from "./gains.ts";
import type { GainRow, Gains } from "./input.ts";
import { drawSvgWith, type Picture } from "./picture.ts";
import { drawRows, type Strip } from "./rows.ts";
import type { Study } from "./study.ts";
import * as say from "./words.ts";

/** People, per cent better and worse off to two decimals (null: withheld), mean difference, place of the warning or -1. */
type Figures = readonly [people: number, better: number | null, worse: number | null, mean: string, warning: number];

/** What the script is given. Sums only: nobody in it is one person. */
export interface AnyGainsData {
  readonly groupings: readonly { readonly name: string; readonly groups: readonly string[] }[];
  readonly warnings: readonly string[];
  readonly arms: readonly {
    readonly label: string;
    readonly subtitle: string;
    /** By grouping. */
    readonly titles: readonly string[];
    /** By grouping, then by group. */
    readonly rows: readonly (readonly Figures[])[];
  }[];
}

export interface AnyGains {
  readonly frames: readonly Frame[];
  readonly data: AnyGainsData;
  readonly sentence: string;
  readonly unit: string;
}

interface Frame {
  readonly grouping: string;
  readonly groups: readonly string[];
  /** The same in every arm, so that arms can be held against each other. */
  readonly reach: number;
}

/** Undefined where there are not several arms to choose from. */
export function anyGains(study: Study): AnyGains | undefined {
  const { gains = [] } = study.input;
  if (gains.length < 2) return undefined;
  const all = gains.flatMap(({ rows }) => rows);
  const frames = [...new Set(all.map(({ grouping }) => grouping))].map((grouping): Frame => {
    const own = all.filter((row) => row.grouping === grouping);
    return { grouping, groups: [...new Set(own.map(({ group }) => group))], reach: reachOf(own) };
  });
  const warnings = [...new Set(all.flatMap(({ warning }) => warning ?? []))];
  const arms = gains.map((each) => ({
    label: say.labelOf(study.arms[each.arm]),
    subtitle: gainsSubtitle(study, each, withArm(study, each.arm)),
    titles: frames.map(({ grouping }) => titleOf(each.measure, grouping, rowsOf(each, grouping))),
    rows: frames.map(({ grouping, groups }) => {
      const own = new Map(rowsOf(each, grouping).map((row) => [row.group, row]));
      return groups.map((group) => figuresOf(own.get(group), each, warnings));
    }),
  }));
  const groupings = frames.map(({ grouping, groups }) => ({ name: grouping, groups }));
  const [{ sentence, unit }] = gains;
  return { frames, sentence, unit, data: { groupings, warnings, arms } };
}

const rowsOf = ({ rows }: Gains, grouping: string): readonly GainRow[] =>
  rows.filter((row) => row.grouping === grouping);

/** Nobody of a group that the arm does not have. */
function figuresOf(row: GainRow | undefined, gains: Gains, warnings: readonly string[]): Figures {
  if (row === undefined) return [0, null, null, "", -1];
  const { people, better, worse, meanDifference, warning } = row;
  const place = warning === undefined ? -1 : warnings.indexOf(warning);
  if (!Number.isFinite(better)) return [people, null, null, "", place];
  return [people, hundredths(better), hundredths(worse), signedFigure(meanDifference, gainUnit(gains)), place];
}

/** Per cent to two decimals, which rounds to the whole per cent that the share itself does. */
function hundredths(share: number): number {
  const value = Math.round(share * 10_000) / 100;
  return Math.round(value) === Math.round(100 * share) ? value : Math.round(value * 100 - 1) / 100;
}

const SLUG = "gains-any";

/** As long as a value can be: the script keeps to its lines. */
const LONGEST = "100% worse, 100% better; mean −24.00 *";

/** Two bars of no width: the script gives them theirs. */
function emptyBars(row: number, at: (value: number) => number, y: number, id: string): readonly Part[] {
  const look = { y: y - 7, height: 14, stroke: INK, "stroke-width": 0.75, "data-row": String(row) };
  const exact = (value: number): string => value.toFixed(4);
  const scale = { x: at(0), width: 0, "data-zero": exact(at(0)), "data-per-cent": exact(at(1) - at(0)) };
  return [
    element("rect", { ...scale, ...look, "data-bar": "worse", fill: `url(#${id}-worse)` }),
    element("rect", { ...scale, ...look, "data-bar": "better", fill: PALETTE[0] }),
  ];
}

function drawFrame({ groups, reach }: Frame, place: number): Markup {
  const { at, ...scale } = sharesScale(reach);
  const draw: Picture["draw"] = (size) => {
    const rows = groups.map((label, index) => ({
      label,
      value: LONGEST,
      name: String(index),
      mark: ({ from, to, y }: Strip) => emptyBars(index, at(from, to), y, size.id),
    }));
    const drawn = drawRows({ rows, ...scale }, size);
    return { height: drawn.height, body: [hatch(size.id), drawn.body] };
  };
  const svg = (narrow: boolean): Markup => drawSvgWith(draw, { slug: `${SLUG}-${place}`, words: SLUG }, narrow);
  return html`<div data-grouping="${place}" hidden>${svg(false)} ${svg(true)}</div>`;
}

export const drawAnyGains = ({ frames, data, sentence, unit }: AnyGains): Markup =>
  drawChosen({
    slug: "gains",
    lead: "Any arm against the reference.",
    beside: "The scale is the same in every arm.",
    choices: [
      { name: "arm", label: "Arm", options: data.arms.map(({ label }) => label) },
      { name: "grouping", label: "By", options: data.groupings.map(({ name }) => name) },
    ],
    title: "Who gains and who loses in the arm chosen above",
    frames: frames.map(drawFrame),
    notes: [html`<p class="note" id="${SLUG}-warning"></p>`, html`<p class="note">${sentence}</p>`],
    chosen: "the arm chosen above",
    description:
      "Bars to both sides of zero for the arm and grouping chosen above: people worse off to the left, better off to the right; the rest are as they were.",
    tableLabel: "who gains and who loses in the arm chosen above",
    caption: "The arm and grouping chosen above: each person compared with himself or herself",
    headings: [
      { text: "Group" },
      { text: "People" },
      { text: "Better off" },
      { text: "Worse off" },
      { text: capitalised(`mean difference (${unit})`) },
      { text: "Warning", isWord: true },
    ],
  });
