/** Who gains and who loses in the arm that the reader chooses, by the grouping that he or she chooses: filled by a script. */
import { INK, PALETTE } from "../charts/palette.ts";
import { element, html, type Markup, type Part } from "../markup.ts";
import { signedFigure } from "../units.ts";
import { capitalised, UNPARTED } from "../wording.ts";
import { drawChosen } from "./chosen.ts";
import { afterShare, gainUnit, titleOf, wordsOf } from "./gain-words.ts";
import { gainsSubtitle, hatch, reachOf, sharesScale, withArm } from "./gains.ts";
import { SPREAD_HEADINGS, spreadCells } from "./gains-spread.ts";
import type { GainRow, Gains, GainWords } from "./input.ts";
import { drawSvgWith, type Picture } from "./picture.ts";
import { drawRows, type Strip } from "./rows.ts";
import type { Study } from "./study.ts";
import * as say from "./words.ts";

/**
 * People, per cent better and worse off to two decimals (null: withheld), mean difference, place of the warning or -1,
 * and interval of the mean with three percentiles of people, bars between.
 */
type Figures = readonly [
  people: number,
  better: number | null,
  worse: number | null,
  mean: string,
  warning: number,
  spread: string,
];

/** What the script is given. Sums only: nobody in it is one person. */
export interface AnyGainsData {
  readonly groupings: readonly { readonly name: string; readonly groups: readonly string[] }[];
  readonly warnings: readonly string[];
  /** Whom the figures of an arm are of. */
  readonly whom: readonly string[];
  readonly arms: readonly string[];
  readonly measures: readonly {
    readonly label: string;
    /** Over the bars, and after a share: "worse off", "worse". */
    readonly sides: Sides;
    readonly short: Sides;
    readonly unit: string;
    readonly sentence: string;
    /** By arm; null where the measure has none. */
    readonly arms: readonly (ArmData | null)[];
  }[];
}

type Sides = readonly [worse: string, better: string];

interface ArmData {
  readonly subtitle: string;
  /** Place of whom the figures are of. */
  readonly whom: number;
  /** By grouping. */
  readonly titles: readonly string[];
  /** By grouping, then by group. */
  readonly rows: readonly (readonly Figures[])[];
}

export interface AnyGains {
  readonly frames: readonly Frame[];
  readonly data: AnyGainsData;
}

/** One for each measure and grouping: the same in every arm, so that arms can be held against each other. */
interface Frame {
  readonly measure: number;
  readonly grouping: number;
  readonly groups: readonly string[];
  readonly words: GainWords;
  readonly reach: number;
}

/** Undefined where there are not several arms or measures to choose from. */
export function anyGains(study: Study): AnyGains | undefined {
  const { gains = [] } = study.input;
  if (gains.length < 2) return undefined;
  const all = gains.flatMap(({ rows }) => rows);
  const groupings = [...new Set(all.map(({ grouping }) => grouping))].map((name) => ({
    name,
    groups: [...new Set(all.filter((row) => row.grouping === name).map(({ group }) => group))],
  }));
  const warnings = [...new Set(all.flatMap(({ warning }) => warning ?? []))];
  const whom = [...new Set(gains.map((each) => each.whom))];
  const arms = [...new Set(gains.map(({ arm }) => arm))];
  const byMeasure = [...new Set(gains.map(({ measure }) => measure))].map((measure) =>
    gains.filter((each) => each.measure === measure),
  );
  const frames = byMeasure.flatMap((own, measure) =>
    groupings.map(({ name, groups }, grouping): Frame => {
      const reach = reachOf(own.flatMap((each) => rowsOf(each, name)));
      return { measure, grouping, groups, words: wordsOf(own[0]), reach };
    }),
  );
  const measures = byMeasure.map((own) => {
    const { worse, better } = wordsOf(own[0]);
    const armData = (arm: number): ArmData | null => {
      const found = own.find((each) => each.arm === arm);
      return found === undefined ? null : dataOf(study, found, { groupings, warnings, whom });
    };
    return {
      label: capitalised(own[0].measure),
      sides: [worse, better] as const,
      short: [afterShare(worse), afterShare(better)] as const,
      unit: gainUnit(own[0]).label,
      sentence: own[0].sentence,
      arms: arms.map(armData),
    };
  });
  return {
    frames,
    data: { groupings, warnings, whom, arms: arms.map((arm) => say.labelOf(study.arms[arm])), measures },
  };
}

const dataOf = (
  study: Study,
  gains: Gains,
  { groupings, warnings, whom }: Pick<AnyGainsData, "groupings" | "warnings" | "whom">,
): ArmData => ({
  whom: whom.indexOf(gains.whom),
  subtitle: gainsSubtitle(study, gains, withArm(study, gains.arm)),
  titles: groupings.map(({ name }) => titleOf(gains, name, rowsOf(gains, name))),
  rows: groupings.map(({ name, groups }) => {
    const own = new Map(rowsOf(gains, name).map((row) => [row.group, row]));
    return groups.map((group) => figuresOf(own.get(group), gains, warnings));
  }),
});

const rowsOf = ({ rows }: Gains, grouping: string): readonly GainRow[] =>
  rows.filter((row) => row.grouping === grouping);

/** Nobody of a group that the arm does not have. */
function figuresOf(row: GainRow | undefined, gains: Gains, warnings: readonly string[]): Figures {
  if (row === undefined) return [0, null, null, "", -1, ""];
  const { people, better, worse, meanDifference, warning } = row;
  const place = warning === undefined ? -1 : warnings.indexOf(warning);
  if (!Number.isFinite(better)) return [people, null, null, "", place, ""];
  const unit = gainUnit(gains);
  const spread = spreadCells(row, unit)
    .map(({ text }) => text)
    .join("|");
  return [people, hundredths(better), hundredths(worse), signedFigure(meanDifference, unit), place, spread];
}

/** Per cent to two decimals, which rounds to the whole per cent that the share itself does. */
function hundredths(share: number): number {
  const value = Math.round(share * 10_000) / 100;
  return Math.round(value) === Math.round(100 * share) ? value : Math.round(value * 100 - 1) / 100;
}

const SLUG = "gains-any";

/** As long as a value can be: the script keeps to its lines. */
const longestOf = ({ worse, better }: GainWords): string =>
  `100% ${afterShare(worse)}, 100% ${afterShare(better)}; mean${UNPARTED}−£24.00 *`;

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

function drawFrame({ measure, grouping, groups, words, reach }: Frame): Markup {
  const { at, ...scale } = sharesScale(reach, words);
  const draw: Picture["draw"] = (size) => {
    const rows = groups.map((label, index) => ({
      label: capitalised(label),
      value: longestOf(words),
      name: String(index),
      mark: ({ from, to, y }: Strip) => emptyBars(index, at(from, to), y, size.id),
    }));
    const drawn = drawRows({ rows, ...scale }, size);
    return { height: drawn.height, body: [hatch(size.id), drawn.body] };
  };
  const slug = `${SLUG}-${measure}-${grouping}`;
  const svg = (narrow: boolean): Markup => drawSvgWith(draw, { slug, words: SLUG }, narrow);
  return html`<div data-frame="${measure} ${grouping}" hidden>${svg(false)} ${svg(true)}</div>`;
}

export function drawAnyGains({ frames, data }: AnyGains, source: Markup): Markup {
  const several = data.arms.length > 1;
  return drawChosen({
    slug: "gains",
    lead: several ? "Any other measure, any arm against the reference." : "Any other measure, any grouping.",
    beside: several ? "The scale of a measure is the same in every arm." : "",
    choices: [
      {
        name: "measure",
        label: "Measure",
        options: data.measures.map(({ label }) => label),
        first: Math.min(1, data.measures.length - 1),
      },
      { name: "arm", label: "Arm", options: data.arms },
      { name: "grouping", label: "By", options: data.groupings.map(({ name }) => name) },
    ],
    title: "Who gains and who loses by the measure chosen above",
    frames: frames.map(drawFrame),
    notes: [html`<p class="note" id="${SLUG}-warning"></p>`, html`<p class="note" id="${SLUG}-sentence"></p>`],
    source,
    chosen: "the measure and arm chosen above",
    description:
      "Bars to both sides of zero for the measure, arm and grouping chosen above: people for whom it is worse to the left, better to the right; the rest are unchanged.",
    tableLabel: "who gains and who loses by the measure chosen above",
    caption: "The measure, arm and grouping chosen above: each person compared with himself or herself",
    headings: [
      { text: "Group" },
      { text: "People" },
      { text: "Better off" },
      { text: "Worse off" },
      { text: "Unchanged" },
      { text: "Mean difference" },
      ...SPREAD_HEADINGS.map((text) => ({ text })),
      { text: "Warning", isWord: true },
    ],
  });
}
