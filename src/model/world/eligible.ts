/** Who is found eligible for the council's support, now and by the bands of its opening. */
import { eligibleShare, isAbove } from "../rules/eligibility.ts";
import { Stage } from "./codes.ts";
import type { World } from "./world.ts";

/** Whether a person's place among the assessed is above the council's threshold. */
export function isEligible({ people, era, council }: World, row: number): boolean {
  const { group, rank } = people.columns;
  return isAbove(rank[row], eligibleShare(era, group[row], council.eligibility));
}

/** Whether it was above the threshold at the founding. */
export function wasEligible({ people, council }: World, row: number): boolean {
  const { group, rank } = people.columns;
  return isAbove(rank[row], council.openingEligible[group[row]]);
}

/**
 * Whether somebody waits for an assessment that not even the bands of the opening would have led beyond: they come and
 * go, and are not among those with a need. Once assessed nobody counts them, so that a longer queue must not either.
 */
export const comesAndGoes = (world: World, row: number): boolean =>
  world.people.columns.stage[row] === Stage.assessment && !wasEligible(world, row);
