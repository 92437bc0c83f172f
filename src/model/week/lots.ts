/** Framework lots by zone: where they are few, those who already give most care in a zone hold them. */
import { ProviderKind } from "../world/codes.ts";
import { LOTS_FOR_ALL } from "../world/council.ts";
import { EventKind } from "../world/events.ts";
import { EVERY_ZONE } from "../world/founding-providers.ts";
import { MAX_ZONES } from "../world/market.ts";
import type { World } from "../world/world.ts";

/** Awards each zone's lots among the members that serve it; every member has one everywhere where there are enough. */
export function awardLots(world: World): void {
  const { providers, market, council, era, events, week } = world;
  const { kind, framework, zones, lots } = providers.columns;
  const { lotsPerZone } = era.framework;
  const limited = lotsPerZone < LOTS_FOR_ALL;
  const before = council.lotsPerZone;
  council.lotsPerZone = lotsPerZone;
  if (!limited && before === lotsPerZone) return;
  const agencies = Array.from(providers.live.subarray(0, providers.liveCount)).filter(
    (row) => kind[row] === ProviderKind.agency,
  );
  for (const row of agencies) lots[row] = limited ? 0 : EVERY_ZONE;
  if (!limited) return;
  let awarded = 0;
  for (let zone = 0; zone < era.size.zones; zone++) {
    const minutes = (row: number): number => market.zoneMinutes[row * MAX_ZONES + zone];
    const members = agencies
      .filter((row) => framework[row] === 1 && (zones[row] & (1 << zone)) !== 0)
      .sort((a, b) => minutes(b) - minutes(a) || providers.keys[a] - providers.keys[b]);
    for (const row of members.slice(0, lotsPerZone)) {
      lots[row] |= 1 << zone;
      awarded += 1;
    }
  }
  events.add(week, EventKind["council.lots"], 0, awarded);
}
