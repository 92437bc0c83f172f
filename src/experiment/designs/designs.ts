/** What all designs share: what they are made of, and how they refuse a size that cannot be meant. */
import { type Draws, openDraws } from "../../kernel/index.ts";

/** One row for each point, one number in [0, 1] for each dimension. */
export type Points = readonly (readonly number[])[];

/** One row for each arm, one place among the axis's values for each axis. */
export type Places = readonly (readonly number[])[];

/** How many points and dimensions a design has. */
export interface Size {
  readonly points: number;
  readonly dimensions: number;
}

/** More numbers than this in one design are a mistake, and would not fit into memory. */
export const LARGEST_DESIGN = 50_000_000;

/** A design cannot be made as asked; `message` says which number is wrong and what is allowed. */
export class DesignError extends RangeError {
  override readonly name = "DesignError";
}

/** Refuses what is not a whole number between two bounds. @throws DesignError */
export function refuseUnlessWhole(what: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new DesignError(`${what}: ${value} is given; allowed is a whole number from ${least} to ${most}`);
}

/** Refuses a design of no points, of no dimensions, or of more numbers than memory holds. @throws DesignError */
export function refuseSize(points: number, dimensions: number): void {
  refuseUnlessWhole("points", points, 1, LARGEST_DESIGN);
  refuseUnlessWhole("dimensions", dimensions, 1, LARGEST_DESIGN);
  if (points * dimensions > LARGEST_DESIGN) {
    throw new DesignError(
      `${points} points in ${dimensions} dimensions are more than ${LARGEST_DESIGN} numbers: ask for fewer points`,
    );
  }
}

/** The draws of one purpose, a function of seed and purpose alone. @throws RangeError where the text is no seed. */
export const drawsFor = (seed: string, purpose: string): Draws => openDraws(seed, [purpose])[purpose];

/**
 * The numbers 0 to count - 1 in an order of luck (Fisher and Yates).
 *
 * @param agent whose luck it is, so that one week of draws gives many orders
 */
export function shuffled(count: number, draws: Draws, agent = 0): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(draws.uniform(agent, last) * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
