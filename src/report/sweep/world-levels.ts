/** How far a measure varies over worlds: how many of them come to which figure, where no policy differs between them. */
import { bin } from "d3";
import { quantile } from "../../experiment/spread.ts";
import type { Size } from "../charts/draw.ts";
import { wrapped } from "../charts/lettering.ts";
import { drawLines, type Line } from "../charts/line-path.ts";
import { INK, PALE_OPACITY, PALETTE } from "../charts/palette.ts";
import { element } from "../markup.ts";
import { isDefined } from "../statistics.ts";
import { figure } from "../units.ts";
import { counted, fitting } from "../wording.ts";
import { differenceAxis, levelAxis, placeOn } from "./axis.ts";
import { numberCell, textCell, type Drawn, type MissingPicture, type Picture } from "./picture.ts";
import type { Frame } from "./scatter-labels.ts";
import { drawAxes } from "./scatter.ts";
import { FEW_WORLDS, type Outcome, type Study } from "./study.ts";
import * as say from "./words.ts";

/** The figures that worlds come to, in ascending order. */
export interface Levels {
  readonly sorted: readonly number[];
  readonly median: number;
  /** Between them lie nine of ten worlds, or all of a few. */
  readonly low: number;
  readonly high: number;
  readonly isFew: boolean;
}

/** Undefined where no world has a figure. */
export function levelsOver({ levels }: Outcome): Levels | undefined {
  const sorted = Float64Array.from(levels.filter(isDefined)).sort();
  if (sorted.length === 0) return undefined;
  const isFew = sorted.length < FEW_WORLDS;
  const [low, median, high] = [isFew ? 0 : 0.05, 0.5, isFew ? 1 : 0.95].map((share) => quantile(sorted, share));
  return { sorted: [...sorted], median, low, high, isFew };
}

/** "3.1% to 5.6% in nine of ten worlds"; of a few "3.1% to 5.6% over 8 worlds". */
export function rangeText({ sorted, low, high, isFew }: Levels, { fine }: Outcome): string {
  const [from, to] = [low, high].map((each) => figure(each, fine));
  if (from === to && !isFew) return `${from} in nine of ten worlds`;
  return isFew ? `${from} to ${to} over ${counted(sorted.length, "world")}` : `${from} to ${to} in nine of ten worlds`;
}

interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const BINS = 14;

function binsOf({ sorted }: Levels, domain: readonly [number, number], ticks: readonly number[]): readonly Bin[] {
  // Ticks are round: halves of their steps too.
  const edges = ticks.flatMap((value, place) => (place === 0 ? [value] : [(ticks[place - 1] + value) / 2, value]));
  return bin()
    .domain([...domain])
    .thresholds(edges)(sorted)
    .map((own) => ({ from: own.x0 ?? domain[0], to: own.x1 ?? domain[1], count: own.length }))
    .filter(({ from, to }) => to > from);
}

function drawLevels(levels: Levels, outcome: Outcome, bins: readonly Bin[], { width, narrow }: Size): Drawn {
  const { fine, measure } = outcome;
  const x = levelAxis(levels.sorted, fine, narrow ? 4 : BINS / 2);
  const tallest = Math.max(...bins.map(({ count }) => count));
  const counts = differenceAxis([tallest], { ...fine, prefix: "", suffix: "", differenceSuffix: "", decimals: 0 }, 4);
  const whole = counts.ticks.filter(({ value }) => Number.isInteger(value));
  const y = { ...counts, ticks: whole.map(({ value }) => ({ value, label: String(value) })) };
  const up = wrapped("↑ Worlds", width, 13);
  const across = wrapped(`→ ${measure.label} (${fine.label})`, width, 13);
  const top = up.length * 17 + 12;
  const frame: Frame = { left: 48, right: width - 24, top, bottom: top + (narrow ? 150 : 180) };
  const [from, to] = [Math.min(x.domain[0], bins[0].from), Math.max(x.domain[1], bins[bins.length - 1].to)];
  const toX = placeOn([from, to], frame.left, frame.right);
  const toY = placeOn(y.domain, frame.bottom, frame.top);
  const foot = frame.bottom + 38;
  const upright = (value: number): Line => [toX(value), frame.top, toX(value), frame.bottom];
  return {
    height: foot + across.length * 17,
    body: [
      up.map((text, row) => element("text", { x: 0, y: 13 + row * 17, fill: INK }, text)),
      drawAxes({ ...x, domain: [from, to] }, y, frame, width),
      element(
        "g",
        { class: "bars", fill: PALETTE[0], "fill-opacity": PALE_OPACITY, stroke: "#FFFFFF", "stroke-width": 1 },
        bins.map(
          (own) =>
            own.count > 0 &&
            element("rect", {
              x: toX(own.from),
              y: toY(own.count),
              width: toX(own.to) - toX(own.from),
              height: frame.bottom - toY(own.count),
            }),
        ),
      ),
      drawLines([upright(levels.median)], { stroke: INK, "stroke-width": 2 }),
      element(
        "g",
        { stroke: INK, "stroke-dasharray": "4 4" },
        drawLines([upright(levels.low), upright(levels.high)], { "stroke-width": 1.5 }),
      ),
      across.map((text, row) => element("text", { x: 0, y: foot + row * 17, fill: INK }, text)),
    ],
  };
}

/** One measure over all worlds. */
export function levelsPicture(study: Study, outcome: Outcome, slug: string): Picture | MissingPicture {
  const { measure, fine, basis } = outcome;
  const levels = levelsOver(outcome);
  const name = `picture of ${say.inSentence(measure.label)} over the worlds`;
  if (levels === undefined) return { slug, name, reason: "no world has a figure" };
  const { sorted, median, isFew } = levels;
  if (figure(sorted[0], fine) === figure(sorted[sorted.length - 1], fine)) {
    return { slug, name, reason: `it is ${figure(median, fine)} in every world` };
  }
  const axis = levelAxis(sorted, fine, BINS / 2);
  const bins = binsOf(
    levels,
    axis.domain,
    axis.ticks.map(({ value }) => value),
  );
  // Edges of bars lie between the figures that can be told apart.
  const edge = { ...fine, decimals: Math.min(6, fine.decimals + 1) };
  const seeds = study.input.results.seeds.length;
  const ofSeeds = seeds > 1 ? `Each world’s figure is the mean of its ${seeds} seeds` : "One seed a world";
  const without = study.arms.length - sorted.length;
  return {
    slug,
    title: fitting([`${measure.label}: ${rangeText(levels, outcome)}`, `${measure.label}, world by world`]),
    subtitle: `${measure.label} (${say.unitText(outcome)}): how many of ${sorted.length} worlds come to which figure. ${say.placeAndRuns(study, basis)}`,
    description: `Bars: worlds by their figure, ${figure(sorted[0], fine)} to ${figure(sorted[sorted.length - 1], fine)}, ${figure(median, fine)} in the middle. ${measure.sentence}`,
    notes: [
      `Line: the middle of the worlds, ${figure(median, fine)}. Dashed: ${isFew ? "the lowest and the highest" : "between them lie nine of ten"}. ${ofSeeds}: some of what differs between worlds is luck. How often a world is drawn says nothing of how likely it is.`,
      ...(without > 0 ? [`${counted(without, "world")} without a figure: not drawn.`] : []),
    ],
    twin: {
      header: ["From", "To", "Worlds"],
      rows: bins.map(({ from, to, count }) => [
        textCell(figure(from, edge)),
        numberCell(to, edge, (value) => figure(value, edge)),
        { text: String(count), number: String(count) },
      ]),
    },
    draw: (size) => drawLevels(levels, outcome, bins, size),
  };
}
