/** What people are asked to pay, by the means test in force: each April, and whenever policy changes. */
import { assessedCharge } from "../world/traits.ts";
import { Funding } from "../world/codes.ts";
import type { World } from "../world/world.ts";

export function assessCharges(world: World): void {
  const { people } = world;
  const { charge, funding } = people.columns;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    // Short-term help is free.
    if (funding[row] !== Funding.shortTerm) charge[row] = assessedCharge(world, row);
  }
}
