/** What voluntary bodies can do. */
import type { World } from "./world.ts";

/** Minutes a week that community options can give. */
export const communityPlaces = (world: World): number => world.market.communityRoom * voluntaryWork(world);

/** What voluntary bodies do over the opening: what volunteers keep up, and what the grants of the opening paid for. */
export function voluntaryWork({ council, era }: World): number {
  const { voluntaryGrants, volunteersShare } = era.council;
  const opening = council.openingVoluntary;
  const funded = opening > 0 ? (voluntaryGrants * council.otherRatio) / opening : 1;
  return volunteersShare + (1 - volunteersShare) * funded;
}
