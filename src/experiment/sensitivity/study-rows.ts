/** Which arms of a sweep an analysis looks at, and how they lie in the design that drew them. */
import { morrisDesign, type MorrisDesign, radialDesign, type RadialDesign } from "../designs/index.ts";
import type { Sampling, SweepArm, SweepResults } from "../sweep-results.ts";
import { SensitivityError } from "./errors.ts";

export type Settings = Readonly<Record<string, number | string>>;

export interface RowsWanted {
  /** Only arms with these settings. */
  readonly having?: Settings;
  /** Arms with these settings are what the others are compared with, and are not looked at themselves. */
  readonly against?: Settings;
}

const hasAll = ({ settings }: SweepArm, wanted: Settings): boolean =>
  Object.entries(wanted).every(([axis, value]) => settings[axis] === value);

const isWanted = (arm: SweepArm, { having = {}, against }: RowsWanted): boolean =>
  hasAll(arm, having) && (against === undefined || !hasAll(arm, against));

/** Places of the arms, each once; of a sampled design only those that were drawn, so not the reference. */
export function armsFor({ arms, sampling }: SweepResults, wanted: RowsWanted): readonly number[] {
  const drawn = sampling === undefined ? arms.map((_, place) => place) : [...new Set(sampling.rows)];
  const found = drawn.filter((place) => isWanted(arms[place], wanted)).sort((a, b) => a - b);
  if (found.length === 0) throw new SensitivityError("no arm of this sweep has these settings");
  return found;
}

export interface MorrisRows {
  /** Its points are the places that the arms really took. */
  readonly design: MorrisDesign;
  /** The arm of each of its points. */
  readonly arms: readonly number[];
}

export interface RadialRows {
  readonly design: RadialDesign;
  readonly arms: readonly number[];
}

/** @throws SensitivityError where the sweep was not drawn so, or it is not said which policy is meant. */
export function morrisRows(results: SweepResults, wanted: RowsWanted): MorrisRows {
  const { sampling, trajectories } = drawnBy("morris", "elementary effects", results);
  const dimensions = sampling.axes.length;
  const design = morrisDesign({ trajectories, dimensions, seed: sampling.seed });
  const arms = pointsAmong(results, sampling, design.points.length, wanted);
  const takenOf = sampling.axes.map((name) => takenPlace(results, sampling, name));
  const points = design.points.map((point, row) =>
    point.map((drawn, axis) => takenOf[axis](results.arms[arms[row]], drawn)),
  );
  return { design: { ...design, points }, arms };
}

/**
 * Where an arm stands on an axis, from 0 to 1, wherever on it the place was drawn: values of a list stand at equal
 * distances, numbers of a range where they lie in it. The place drawn itself where the folder does not say which it is.
 */
function takenPlace(
  { axes }: SweepResults,
  { ranges }: Sampling,
  name: string,
): (arm: SweepArm, drawn: number) => number {
  if (ranges === undefined) return (_, drawn) => drawn;
  const range = ranges[name];
  if (range !== undefined) return ({ settings }) => (Number(settings[name]) - range.from) / (range.to - range.from);
  const values = axes.find((axis) => axis.name === name)?.values ?? [];
  // The only value of a list never moves.
  const steps = Math.max(1, values.length - 1);
  return ({ settings }) => values.indexOf(settings[name]) / steps;
}

/** @throws SensitivityError where the sweep was not drawn so, or it is not said which policy is meant. */
export function radialRows(results: SweepResults, wanted: RowsWanted): RadialRows {
  const { sampling, trajectories } = drawnBy("radial", "Sobol indices", results);
  const dimensions = sampling.axes.length;
  const design = radialDesign({ base: trajectories, dimensions, seed: sampling.seed });
  return { design, arms: pointsAmong(results, sampling, design.points.length, wanted) };
}

function drawnBy(design: string, what: string, { sampling }: SweepResults) {
  if (sampling?.design !== design || sampling.trajectories === undefined) {
    const found = sampling === undefined ? "this one is no such sample" : `this one is ${sampling.design}`;
    throw new SensitivityError(
      `${what} need a sweep with design: ${design} and trajectories, and ${found}; regression works on any sweep`,
    );
  }
  return { sampling, trajectories: sampling.trajectories };
}

/** The arm of each point, with the one combination of crossed axes that is wanted. */
function pointsAmong(
  { arms }: SweepResults,
  sampling: Sampling,
  points: number,
  wanted: RowsWanted,
): readonly number[] {
  const { crossed, rows } = sampling;
  for (const axis of Object.keys({ ...wanted.having, ...wanted.against })) {
    if (crossed.includes(axis)) continue;
    throw new SensitivityError(`axis ${JSON.stringify(axis)} was drawn: only a crossed axis can be held at one value`);
  }
  const combinations = rows.length / points;
  if (!Number.isInteger(combinations) || combinations === 0) {
    throw new SensitivityError(`the design has ${rows.length} rows, which are no ${points} points`);
  }
  const kept = Array.from({ length: combinations }, (_, place) => place).filter((place) =>
    isWanted(arms[rows[place]], wanted),
  );
  if (kept.length !== 1) {
    const shown = Array.from({ length: combinations }, (_, place) =>
      crossed.map((axis) => `${axis}=${arms[rows[place]].settings[axis]}`).join(" and "),
    );
    throw new SensitivityError(
      `every point was run with ${combinations} combinations of ${crossed.join(" and ")}, and ${kept.length} of them are wanted: hold one (--with), or compare with one (--against): ${shown.join("; ")}`,
    );
  }
  return Array.from({ length: points }, (_, point) => rows[point * combinations + kept[0]]);
}
