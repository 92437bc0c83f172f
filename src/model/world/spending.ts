/** What the council spends on its own account: assessment posts, and the rest. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import type { World } from "./world.ts";

/** Assessment posts in work. */
export const staffInPost = (world: World): number =>
  world.era.assessment.staff * world.era.size.scale * world.council.staffRatio;

/** What assessment posts cost, pence a week. */
export const staffSpend = (world: World): number =>
  (staffInPost(world) * world.era.council.staffCost * world.market.priceIndex) / WEEKS_PER_YEAR;

/**
 * What the rest of the account costs, grants to voluntary bodies included, pence a week: what was spent at the opening,
 * and what grants were changed by since.
 */
export function otherSpend({ era, council, market }: World): number {
  const changed = era.council.voluntaryGrants - council.openingVoluntary;
  const yearly = Math.max(era.council.voluntaryGrants, era.council.otherSpend + changed);
  return (yearly * era.size.scale * council.otherRatio * market.priceIndex) / WEEKS_PER_YEAR;
}

/** Grants to voluntary bodies, pence a week: they are cut with all other spending. */
export const voluntaryGrants = ({ era, council, market }: World): number =>
  (era.council.voluntaryGrants * era.size.scale * council.otherRatio * market.priceIndex) / WEEKS_PER_YEAR;
