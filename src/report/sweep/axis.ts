/** Scales of differences: they hold zero, and their ticks are written with a sign. */
import { scaleLinear } from "d3";
import { widthOf } from "../charts/lettering.ts";
import { isDefined } from "../statistics.ts";
import { figure, signedFigure, type Unit } from "../units.ts";

export interface DifferenceAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

/** The unit without words, as ticks are labelled. */
const tickUnit = (unit: Unit, decimals: number): Unit => ({
  ...unit,
  decimals,
  differenceSuffix: unit.differenceSuffix === " points" ? "" : unit.differenceSuffix,
});

function decimalsOf(step: number): number {
  let decimals = 0;
  while (decimals < 6 && step * 10 ** decimals < 0.999) decimals++;
  return decimals;
}

/** An axis over the values and zero, with about `count` ticks. */
export function differenceAxis(values: readonly number[], unit: Unit, count: number): DifferenceAxis {
  const defined = values.filter(isDefined);
  let [low, high] = [Math.min(0, ...defined), Math.max(0, ...defined)];
  if (high - low < 1e-9) [low, high] = [-1, 1];
  const scale = scaleLinear([low, high], [0, 1]).nice(count);
  const steps = scale.ticks(count);
  const decimals = steps.length > 1 ? decimalsOf(steps[1] - steps[0]) : unit.decimals;
  const [from, to] = scale.domain();
  return {
    domain: [from, to],
    ticks: steps.map((value) => ({ value, label: signedFigure(value, tickUnit(unit, decimals)) })),
  };
}

/** An axis over levels, which need not hold zero, with about `count` ticks. */
export function levelAxis(values: readonly number[], unit: Unit, count: number): DifferenceAxis {
  const defined = values.filter(isDefined);
  const [low, high] = [Math.min(...defined), Math.max(...defined)];
  const scale = scaleLinear([low, high], [0, 1]).nice(count);
  const steps = scale.ticks(count);
  const decimals = steps.length > 1 ? Math.min(6, decimalsOf(steps[1] - steps[0])) : unit.decimals;
  const [from, to] = scale.domain();
  return {
    domain: [from, to],
    ticks: steps.map((value) => ({ value, label: figure(value, { ...unit, decimals }) })),
  };
}

/** Air between two labels. */
const BETWEEN_LABELS = 10;

/**
 * Which ticks are labelled where not all have room: every second, or every third, never one missing among the others.
 * Zero is labelled where there is one.
 */
export function labelledTicks(
  ticks: readonly { readonly at: number; readonly label: string }[],
  size: number,
): readonly boolean[] {
  const zero = Math.max(
    0,
    ticks.findIndex(({ label }) => !/[1-9]/.test(label)),
  );
  const half = ticks.map(({ label }) => widthOf(label, size) / 2);
  const isShown = (place: number, stride: number): boolean => (place - zero) % stride === 0;
  const fits = (stride: number): boolean => {
    const shown = ticks.flatMap((_, place) => (isShown(place, stride) ? [place] : []));
    return shown.every((place, nth) => {
      const before = shown[nth - 1];
      if (before === undefined) return true;
      return Math.abs(ticks[place].at - ticks[before].at) >= half[place] + half[before] + BETWEEN_LABELS;
    });
  };
  let stride = 1;
  while (stride < ticks.length && !fits(stride)) stride++;
  return ticks.map((_, place) => isShown(place, stride));
}

/** Ends of a scale, with no more digits than they need. */
export function endTexts(reach: number, unit: Unit): readonly [string, string] {
  let decimals = 0;
  while (decimals < 6 && Math.abs(Number(reach.toFixed(decimals)) - reach) > reach * 1e-6) decimals++;
  const rounded = tickUnit(unit, decimals);
  return [signedFigure(-reach, rounded), signedFigure(reach, rounded)];
}

/** The round number that reaches every value on both sides of zero. */
export function reachOf(values: readonly number[]): number {
  const largest = Math.max(0, ...values.filter(isDefined).map(Math.abs));
  return largest < 1e-9 ? 1 : scaleLinear([0, largest], [0, 1]).nice(2).domain()[1];
}

/** Where a value stands between two edges. */
export function placeOn(domain: readonly [number, number], from: number, to: number): (value: number) => number {
  return scaleLinear([...domain], [from, to]).clamp(true);
}
