/** The design of a sweep says which values go together. */
import {
  fullGrid,
  latinHypercube,
  morrisDesign,
  oneAtATime,
  type Places,
  type Points,
  radialDesign,
  sobolSequence,
  zipped,
} from "../designs/index.ts";
import type { DesignName } from "./shape.ts";
import type { Axis, AxisValue } from "./value.ts";

export interface Designed {
  readonly axes: readonly Axis[];
  readonly design: DesignName;
  /** Of a Latin hypercube and a Sobol sequence. */
  readonly points: number | undefined;
  /** Of Morris's and the radial design. */
  readonly trajectories: number | undefined;
  readonly designSeed: string;
}

/** The keys that say how much a sampled design draws. */
export const SIZE_KEYS = ["points", "trajectories"] as const;
type SizeKey = (typeof SIZE_KEYS)[number];

interface Sampler {
  readonly size: SizeKey;
  /** One row a point, a place from 0 to 1 for each axis that is drawn. */
  readonly draw: (size: number, dimensions: number, seed: string) => Points;
}

/** Designs that draw their points. */
const SAMPLERS: Readonly<Partial<Record<DesignName, Sampler>>> = Object.freeze({
  "latin-hypercube": {
    size: "points",
    draw: (points: number, dimensions: number, seed: string) => latinHypercube({ points, dimensions, seed }),
  },
  sobol: {
    size: "points",
    draw: (points: number, dimensions: number, seed: string) =>
      sobolSequence({ points, dimensions, scramble: "owen", seed }),
  },
  morris: {
    size: "trajectories",
    draw: (trajectories: number, dimensions: number, seed: string) =>
      morrisDesign({ trajectories, dimensions, seed }).points,
  },
  radial: {
    size: "trajectories",
    draw: (base: number, dimensions: number, seed: string) => radialDesign({ base, dimensions, seed }).points,
  },
});

export const isSampled = (design: DesignName): boolean => SAMPLERS[design] !== undefined;

/** The key that a design needs; undefined where its values are counted. */
export const sizeKeyOf = (design: DesignName): SizeKey | undefined => SAMPLERS[design]?.size;

/** One row an arm, one value for each axis. `reference` is the arm that one-at-a-time designs go out from. */
export function pointsOf(designed: Designed, reference: readonly AxisValue[]): readonly (readonly AxisValue[])[] {
  const { axes, design, designSeed } = designed;
  const sampler = SAMPLERS[design];
  if (sampler === undefined) {
    return placesOf(axes, design, reference).map((row) => row.map((place, axis) => axes[axis].values[place]));
  }
  const drawn = axes.filter(({ crossed }) => !crossed);
  const crossed = axes.filter((axis) => axis.crossed);
  const combinations = crossed.length === 0 ? [[]] : fullGrid(crossed.map(({ values }) => values.length));
  return sampler.draw(designed[sampler.size] ?? 0, drawn.length, designSeed).flatMap((point) => {
    const values = new Map(drawn.map((axis, place) => [axis, axis.at(point[place])]));
    return combinations.map((combination) =>
      axes.map((axis) => values.get(axis) ?? axis.values[combination[crossed.indexOf(axis)]]),
    );
  });
}

function placesOf(axes: readonly Axis[], design: DesignName, reference: readonly AxisValue[]): Places {
  const counts = axes.map(({ values }) => values.length);
  if (design === "zip") return zipped(counts);
  if (design === "grid") return fullGrid(counts);
  const starts = axes.map(({ values }, axis) => values.findIndex(({ value }) => value === reference[axis].value));
  return oneAtATime(counts, starts);
}
