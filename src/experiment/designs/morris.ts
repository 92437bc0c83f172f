/**
 * Morris's trajectories: from a place of luck on a grid, each axis is moved once, one after another in an order of luck,
 * so that every step shows what one axis does somewhere else in the cube (Morris, Technometrics 33, 1991).
 */
import { drawsFor, type Points, refuseSize, refuseUnlessWhole, shuffled } from "./designs.ts";

export interface MorrisOptions {
  readonly trajectories: number;
  readonly dimensions: number;
  /** Grid levels of each axis, even; 4 unless told. */
  readonly levels?: number;
  readonly seed: string;
}

export interface MorrisDesign {
  readonly dimensions: number;
  readonly trajectories: number;
  /** (dimensions + 1) rows for each trajectory, one trajectory after another. */
  readonly points: Points;
  /** The axis that each step of a trajectory moves: one row for each trajectory. */
  readonly moved: readonly (readonly number[])[];
  /** The length of a step. */
  readonly delta: number;
}

/** @throws DesignError where a number is out of bounds; RangeError where the text is no seed. */
export function morrisDesign({ trajectories, dimensions, levels = 4, seed }: MorrisOptions): MorrisDesign {
  refuseUnlessWhole("trajectories", trajectories, 1, 1_000_000);
  refuseUnlessWhole("grid levels, half of them", levels / 2, 1, 500);
  refuseSize(trajectories * (dimensions + 1), dimensions);
  const [place, side, order] = ["place", "side", "order"].map((what) => drawsFor(seed, `morris.${what}`));
  const jump = levels / 2;
  const points: number[][] = [];
  const moved: number[][] = [];
  for (let trajectory = 0; trajectory < trajectories; trajectory++) {
    place.at(trajectory);
    side.at(trajectory);
    // The lower half of the grid can go up by half the grid, the upper half down: every level is as likely.
    const lower = Array.from({ length: dimensions }, (_, axis) => Math.floor(place.uniform(axis) * jump));
    const isUp = lower.map((_, axis) => side.uniform(axis) < 0.5);
    const at = lower.map((level, axis) => (isUp[axis] ? level : level + jump));
    const steps = shuffled(dimensions, order.at(trajectory));
    points.push(at.map((level) => level / (levels - 1)));
    for (const axis of steps) {
      at[axis] += isUp[axis] ? jump : -jump;
      points.push(at.map((level) => level / (levels - 1)));
    }
    moved.push(steps);
  }
  return { dimensions, trajectories, points, moved, delta: jump / (levels - 1) };
}
