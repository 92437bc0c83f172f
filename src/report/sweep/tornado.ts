/** How far each axis can move a measure while all others stay where the reference has them. */
import { meanOf, pairedOf } from "../../experiment/paired.ts";
import { mainEffect } from "../../experiment/sensitivity/main-effects.ts";
import type { SweepAxis } from "../../experiment/sweep-results.ts";
import { drawLines } from "../charts/line-path.ts";
import { INK, PALETTE } from "../charts/palette.ts";
import { element, type Part } from "../markup.ts";
import { isDefined } from "../statistics.ts";
import { signedFigure } from "../units.ts";
import { fitting } from "../wording.ts";
import { armsAlong, isAt, levelsOf, settingText } from "./arms.ts";
import { differenceAxis, placeOn } from "./axis.ts";
import { numberCell, textCell, type MissingPicture, type Picture } from "./picture.ts";
import { drawDifferenceRows, endsInWords, type Row, type Strip } from "./rows.ts";
import { verdictOf, type Outcome, type Study } from "./study.ts";
import * as say from "./words.ts";

/** A measure at one value of an axis, against the reference. */
interface Swing {
  readonly label: string;
  readonly difference: number;
  /** 95 % interval; NaN where there is none. */
  readonly low: number;
  readonly high: number;
  /** Whether the interval lies on one side of zero as printed: the rule for every difference of the page. */
  readonly isClear: boolean;
}

interface Bar {
  readonly axis: SweepAxis;
  /** In the order of the axis. */
  readonly swings: readonly Swing[];
  readonly least: Swing;
  readonly most: Swing;
  /** Of worlds: the share of what differs between them that goes with the axis; NaN where it cannot be told. */
  readonly share: number;
}

/** Only the axis differs from the reference: each arm against the reference, seed by seed. */
function swingsAlone(study: Study, outcome: Outcome, axis: SweepAxis): readonly Swing[] {
  const { runs } = outcome;
  const { results } = study.input;
  const along = new Map(armsAlong(results, axis).map(({ index, settings }) => [settings[axis.name], index]));
  return axis.values.flatMap((value): Swing[] => {
    const arm = along.get(value);
    const both = arm === undefined ? undefined : ([runs[results.reference], runs[arm]] as const);
    const paired = both && pairedOf(...both);
    if (both === undefined || paired === undefined) return [];
    const { mean, low, high } = paired;
    const verdict = verdictOf(paired, outcome, both);
    const isClear = verdict === "higher" || verdict === "lower";
    return [{ label: settingText(value, axis), difference: mean, low, high, isClear }];
  });
}

/** Over all arms at a level of the axis, against all arms: for designs in which several axes move at once. */
function swingsOfMeans({ arms }: Study, { levels }: Outcome, axis: SweepAxis): readonly Swing[] {
  const all = levels.filter(isDefined);
  if (all.length === 0) return [];
  const overall = meanOf(all);
  return levelsOf(axis).flatMap((level): Swing[] => {
    const own = levels.filter((value, arm) => isDefined(value) && isAt(arms[arm], axis, level));
    if (own.length === 0) return [];
    const [low, high] = [Number.NaN, Number.NaN];
    return [{ label: level.label, difference: meanOf(own) - overall, low, high, isClear: false }];
  });
}

/** The same over worlds: told from luck where more of what differs between them goes with the axis than luck would put there. */
function swingsOfWorlds(study: Study, outcome: Outcome, axis: SweepAxis): readonly Swing[] {
  const { share, luck } = effectOf(study, outcome, axis);
  return swingsOfMeans(study, outcome, axis).map((swing) => ({ ...swing, isClear: share > luck }));
}

const effectOf = ({ arms }: Study, { levels }: Outcome, { name }: SweepAxis) =>
  mainEffect(
    arms.map(({ settings }) => settings[name]),
    levels,
  );

function barsOf(study: Study, outcome: Outcome, swingsOf: typeof swingsAlone): readonly Bar[] {
  const axes = study.input.results.axes.filter(({ values }) => values.length > 1);
  const bars = axes.flatMap((axis): Bar[] => {
    const swings = swingsOf(study, outcome, axis);
    const [first] = swings;
    if (first === undefined) return [];
    const least = swings.reduce((known, each) => (each.difference < known.difference ? each : known), first);
    const most = swings.reduce((known, each) => (each.difference > known.difference ? each : known), first);
    const share = study.isOfWorlds ? effectOf(study, outcome, axis).share : Number.NaN;
    return [{ axis, swings, least, most, share }];
  });
  return bars.sort((a, b) => (study.isOfWorlds ? (b.share || 0) - (a.share || 0) : 0) || rangeOf(b) - rangeOf(a));
}

const rangeOf = ({ least, most }: Bar): number => most.difference - least.difference;

/** Whether the design holds enough arms in which a single axis moves; of drawn points a few would stand for all. */
function isOneAtATime({ input: { results } }: Study): boolean {
  if (results.sampling !== undefined) return false;
  const varied = results.axes.filter(({ values }) => values.length > 1);
  return varied.every((axis) => armsAlong(results, axis).length > 1);
}

/** Pale bars from zero to the least and to the most, a thin line with ends over the interval of each. */
function drawBar({ axis, least, most }: Bar, at: (value: number) => number, { y }: Strip): readonly Part[] {
  const look =
    axis.kind === "policy"
      ? { fill: PALETTE[0], "fill-opacity": 0.5, stroke: PALETTE[0], "stroke-width": 1 }
      : { fill: PALETTE[1], "fill-opacity": 0.55, stroke: INK, "stroke-width": 1 };
  const zero = at(0);
  return [least, most].map(({ difference, low, high }, index) => {
    const edge = at(difference);
    if (index === 1 && least === most) return undefined;
    return [
      edge !== zero &&
        element("rect", { x: Math.min(zero, edge), y: y - 7, width: Math.abs(edge - zero), height: 14, ...look }),
      isDefined(low) &&
        difference !== 0 &&
        drawLines(
          [
            [at(low), y, at(high), y],
            [at(low), y - 3.5, at(low), y + 3.5],
            [at(high), y - 3.5, at(high), y + 3.5],
          ],
          { stroke: INK, "stroke-width": 1.5 },
        ),
    ];
  });
}

const isClear = ({ least, most }: Bar): boolean => least.isClear || most.isClear;

const quoted = (label: string): string => `“${say.inSentence(label)}”`;

/** Whether what a bar shows can be told from luck: each axis alone, and worlds; not means over policies that were drawn. */
type Judged = "alone" | "worlds" | undefined;

function titleOf({ measure }: Outcome, bars: readonly Bar[], judged: Judged): string {
  const { label } = measure;
  if (bars.every((bar) => rangeOf(bar) === 0)) return fitting([`${label}: the same at every value of every axis`]);
  if (judged !== undefined && !bars.some(isClear)) {
    const words = judged === "alone" ? "no axis alone clearly moves it" : "nothing uncertain can be told to move it";
    return fitting([`${label}: ${words}`]);
  }
  const [first, second] = judged === undefined ? bars : bars.filter(isClear);
  // An axis may be called as a sentence begins: "fee follows costs by".
  const most = quoted(first.axis.label);
  if (second === undefined || rangeOf(second) === 0) {
    const only = bars.length > 1 ? "of all axes only" : "the one axis,";
    const which = bars.length > 1 ? most : `${most},`;
    return fitting([
      `${label}: ${only} ${which} ${judged === undefined ? "moves" : "clearly moves"} it`,
      `${label}: only ${most} moves it`,
      `${label}: one axis moves it`,
    ]);
  }
  return fitting([
    `${label}: ${most} moves it most, ${quoted(second.axis.label)} next`,
    `${label}: ${most} moves it most`,
  ]);
}

/** Labels of the axes that can be told to move a measure over worlds, the one that moves it most first. */
export const movedBy = (study: Study, outcome: Outcome): readonly string[] =>
  barsOf(study, outcome, swingsOfWorlds)
    .filter(isClear)
    .map(({ axis }) => axis.label);

/** "at 20%: −0.3; at 60%: +0.2", and of worlds how much of what differs that is. */
function valueOf({ least, most, share }: Bar, { fine }: Outcome, judged: Judged): string {
  const moved = [...new Set([least, most])].filter(({ difference }) => difference !== 0);
  if (moved.length === 0) return "no difference";
  const bare = { ...fine, differenceSuffix: "" };
  const written = moved.map(({ label, difference }) => `at ${label}: ${signedFigure(difference, bare)}`).join("; ");
  if (judged !== "worlds") return written;
  return least.isClear ? `${say.shareText(share)} of what differs; ${written}` : `perhaps luck; ${written}`;
}

const NOTES: Readonly<Record<NonNullable<Judged> | "means", string>> = {
  alone: "Thin lines: 95% intervals. Each axis moves alone: what two together do can be more or less than the sum.",
  means: "The design moves several axes at once: a bar is the mean over whatever the others were, without interval.",
  worlds:
    "The design moves several axes at once: a bar is the mean over whatever the others were. Of what differs: the share of the variance between worlds that goes with the axis, less what luck would put there (a main effect); perhaps luck: no more than luck would.",
};

const CHAINED =
  "Worlds of this design differ from one another on one axis at a time: they hang together, so that small shares may still be luck.";

const isChained = ({ input: { results } }: Study): boolean =>
  ["morris", "radial"].includes(results.sampling?.design ?? "");

const AGAINST: Readonly<Record<NonNullable<Judged> | "means", string>> = {
  alone: "the reference, all other axes held there",
  means: "the mean of all arms, averaged over the other axes",
  worlds: "the mean of all worlds, averaged over the other axes",
};

function judgedOf(study: Study): Judged {
  if (study.isOfWorlds) return "worlds";
  return isOneAtATime(study) ? "alone" : undefined;
}

const SWINGS: Readonly<Record<NonNullable<Judged> | "means", typeof swingsAlone>> = {
  alone: swingsAlone,
  means: swingsOfMeans,
  worlds: swingsOfWorlds,
};

export function tornadoPicture(study: Study, outcome: Outcome, slug: string): Picture | MissingPicture {
  const { measure, fine } = outcome;
  const judged = judgedOf(study);
  const kind = judged ?? "means";
  const bars = barsOf(study, outcome, SWINGS[kind]);
  if (bars.length === 0) {
    return {
      slug,
      name: `tornado of ${say.inSentence(measure.label)}`,
      reason: "no axis has an arm that can be compared",
    };
  }
  const ends = bars.flatMap(({ least, most }) =>
    [least, most].flatMap((each) => [each.difference, each.low, each.high]),
  );
  const axis = differenceAxis(ends, fine, 5);
  const rows = bars.map((bar): Row => ({
    label: `${bar.axis.label}${bar.axis.kind === "policy" || judged === "worlds" ? "" : " (uncertain)"}`,
    value: valueOf(bar, outcome, judged),
    mark: (strip) => drawBar(bar, placeOn(axis.domain, strip.from, strip.to), strip),
  }));
  return {
    slug,
    title: titleOf(outcome, bars, judged),
    subtitle: `${measure.label} (${say.unitText(outcome)}): lowest and highest mean over the values of each axis, against ${AGAINST[kind]}. ${say.placeAndRuns(study, outcome.basis)}`,
    description: `Bars from zero, one row for each axis, ${judged === "worlds" ? "the one that moves it most" : "the widest range"} first; each row says at which value of the axis the measure is lowest and highest. ${endsInWords(rows)} ${measure.sentence}`,
    notes: [NOTES[kind], ...(judged === "worlds" && isChained(study) ? [CHAINED] : [])],
    twin: twinOf(bars, outcome),
    draw: (size) => drawDifferenceRows(rows, axis, size),
  };
}

function twinOf(bars: readonly Bar[], { fine }: Outcome): Picture["twin"] {
  const bare = { ...fine, differenceSuffix: "" };
  return {
    header: ["Axis", "Kind", "Value", "Mean difference", "95% interval: from", "95% interval: to"],
    rows: bars.flatMap((bar) =>
      bar.swings.map((swing) => [
        textCell(bar.axis.label),
        textCell(bar.axis.kind),
        textCell(swing.label),
        ...[swing.difference, swing.low, swing.high].map((each) =>
          numberCell(each, fine, (number) => signedFigure(number, bare)),
        ),
      ]),
    ),
  };
}
