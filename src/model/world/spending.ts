/** What the council spends on its own account: assessment posts, and the rest. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import type { World } from "./world.ts";

/** Assessment posts in work. */
export const staffInPost = (world: World): number =>
  world.era.assessment.staff * world.era.size.scale * world.council.staffRatio;

/** What assessment posts cost, pence a week. */
export const staffSpend = (world: World): number =>
  (staffInPost(world) * world.era.council.staffCost * world.market.priceIndex) / WEEKS_PER_YEAR;

/** What the rest of the account costs, pence a week. */
export const otherSpend = (world: World): number =>
  (world.era.council.otherSpend * world.era.size.scale * world.council.otherRatio * world.market.priceIndex) /
  WEEKS_PER_YEAR;
