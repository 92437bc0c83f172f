/** For a fixed sum an agency gives as much time as its margin bears. */
import { timeForMargin } from "../rules/contract.ts";
import { ProviderKind } from "../world/codes.ts";
import { EventKind } from "../world/events.ts";
import type { World } from "../world/world.ts";
import { marginOf } from "./labour.ts";

/** A change of the share by so much is worth a note: what is written down, not what happens. */
const NOTED = 0.02;

/** Every agency under an outcomes-based contract settles the share of agreed time that it gives; young ones go by the market. */
export function settleTime(world: World): void {
  const { providers, market, era, terms, events, week } = world;
  if (terms.contractForm !== "outcomes-based") return;
  const { kind, giveShare, enteredWeek } = providers.columns;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (kind[row] !== ProviderKind.agency) continue;
    const young = enteredWeek[row] > 0 && week - enteredWeek[row] < era.providers.youngWeeks;
    const share = timeForMargin(era, young ? market.meanMargin : marginOf(world, row));
    if (Math.abs(share - giveShare[row]) >= NOTED) {
      events.add(week, EventKind["provider.gives"], providers.keys[row], share);
    }
    giveShare[row] = share;
  }
}
