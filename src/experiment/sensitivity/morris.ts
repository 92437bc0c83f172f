/**
 * Morris's screening: which axes matter at all, from few runs. An elementary effect is the change that one step along one
 * axis makes, divided by the step. Its mean says how much and which way; the mean of its size, mu* (Campolongo, Cariboni
 * and Saltelli, Environmental Modelling & Software 22, 2007), how much although it goes both ways; its deviation, how far
 * it hangs on where the other axes stand, or on a curve.
 */
import { bootstrapIntervals, type BootstrapOptions, type Interval } from "../bootstrap.ts";
import type { MorrisDesign } from "../designs/index.ts";
import { meanOf, varianceOf } from "../paired.ts";
import { isDefined } from "../spread.ts";
import { refuseLengths } from "./errors.ts";

/** One axis; effects are in the output's unit for the whole length of the axis. NaN where too few steps have both ends. */
export interface ScreenedAxis {
  readonly axis: number;
  /** Steps that moved the axis, and both of whose ends have an output. */
  readonly steps: number;
  readonly mu: number;
  readonly muStar: number;
  readonly sigma: number;
  /** 95 % bootstrap intervals over trajectories. */
  readonly muInterval: Interval;
  readonly muStarInterval: Interval;
  readonly sigmaInterval: Interval;
}

/**
 * @param outputs one for each point of the design, in its order; NaN where the run failed
 * @throws SensitivityError where there are more or fewer outputs than points.
 */
export function morrisScreening(
  design: MorrisDesign,
  outputs: ArrayLike<number>,
  options: BootstrapOptions,
): readonly ScreenedAxis[] {
  refuseLengths("outputs of a Morris design", outputs.length, design.points.length);
  const effects = elementaryEffects(design, outputs);
  const intervals = bootstrapIntervals(
    design.trajectories,
    (chosen) =>
      effects.flatMap((own) => {
        const { mu, muStar, sigma } = momentsOf(Array.from(chosen, (trajectory) => own[trajectory]));
        return [mu, muStar, sigma];
      }),
    { method: "percentile", ...options },
  );
  return effects.map((own, axis) => {
    const [muInterval, muStarInterval, sigmaInterval] = intervals.slice(3 * axis);
    return { axis, ...momentsOf(own), muInterval, muStarInterval, sigmaInterval };
  });
}

/**
 * For each axis one effect for each trajectory; NaN where an end has no output, or the step did not move the axis. A step
 * is as long as the points say: of an axis that cannot stand everywhere they must be the places that it really took.
 */
export function elementaryEffects(
  { dimensions, points, moved }: MorrisDesign,
  outputs: ArrayLike<number>,
): readonly (readonly number[])[] {
  const effects = Array.from({ length: dimensions }, () => Array<number>(moved.length).fill(Number.NaN));
  for (const [trajectory, order] of moved.entries()) {
    for (const [step, axis] of order.entries()) {
      const before = trajectory * (dimensions + 1) + step;
      const length = points[before + 1][axis] - points[before][axis];
      effects[axis][trajectory] = length === 0 ? Number.NaN : (outputs[before + 1] - outputs[before]) / length;
    }
  }
  return effects;
}

function momentsOf(effects: readonly number[]) {
  const known = effects.filter(isDefined);
  return {
    steps: known.length,
    mu: known.length === 0 ? Number.NaN : meanOf(known),
    muStar: known.length === 0 ? Number.NaN : meanOf(known.map(Math.abs)),
    sigma: Math.sqrt(varianceOf(known)),
  };
}
