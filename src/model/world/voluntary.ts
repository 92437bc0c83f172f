/** What voluntary bodies can do. */
import type { World } from "./world.ts";

/** Minutes a week that community options can give: what volunteers keep up, and what the grants of the opening paid for. */
export function communityPlaces({ market, council, era }: World): number {
  const { voluntaryGrants, volunteersShare } = era.council;
  const opening = council.openingVoluntary;
  const funded = opening > 0 ? (voluntaryGrants * council.otherRatio) / opening : 1;
  return market.communityRoom * (volunteersShare + (1 - volunteersShare) * funded);
}
