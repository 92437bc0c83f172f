/** Part of phase 4. Agencies that are asked by a broker know who else would buy their time. */
import { isBuyer, Stage } from "../world/codes.ts";
import { isYetToFindOut } from "../world/information.ts";
import type { World } from "../world/world.ts";
import { musterOf } from "./muster.ts";

/**
 * Minutes that individuals wait to buy, by zone: what the time of an agency's workers could earn elsewhere. Of whoever has
 * yet to find out where to buy no agency knows.
 */
export function countWaitingBuyers(world: World): void {
  const { stage, funding, service, zone, assessed } = world.people.columns;
  const { privateWaiting } = world.market;
  const { waiting, waitingCount } = musterOf(world);
  privateWaiting.fill(0);
  for (let index = 0; index < waitingCount; index++) {
    const row = waiting[index];
    if (stage[row] !== Stage.seeking || !isBuyer(funding[row], service[row]) || isYetToFindOut(world, row)) continue;
    privateWaiting[zone[row]] += assessed[row];
  }
}
