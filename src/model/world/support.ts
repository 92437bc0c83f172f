/** Help with managing a direct payment: hours of advisers, shared among all who hold one. */
import { pow } from "../../kernel/index.ts";
import type { World } from "./world.ts";

/**
 * Support over what is needed, for each holder now. The service grows less than in step with those it is for, so that
 * more holders than at the start find less of it, and fewer more.
 */
export function supportNow({ era, council }: Pick<World, "era" | "council">): number {
  const { supportPerHolder, supportFollows } = era.directPayment;
  const { holders, openingHolders } = council;
  if (!(openingHolders > 0 && holders > 0) || supportFollows === 1) return supportPerHolder;
  return Math.min(1, supportPerHolder * pow(holders / openingHolders, supportFollows - 1));
}
