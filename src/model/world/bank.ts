/** Banked minutes go from visits to their owners or to others, and are never lost while the contract and agency last. */
import type { World } from "./world.ts";

/**
 * What somebody leaves in the bank stays with the agency that owes it, for its other clients; `minutes` of it or all.
 * To be called while the agency is still the person's: nobody else has anything banked.
 */
export function freeBank(world: World, row: number, minutes = world.people.columns.banked[row]): void {
  if (minutes <= 0) return;
  const { banked, provider } = world.people.columns;
  banked[row] -= minutes;
  world.providers.columns.pooled[provider[row]] += minutes;
}

/** An agency that leaves the market takes what it owes with it. */
export function losePool(world: World, provider: number): void {
  const { pooled } = world.providers.columns;
  world.tally.bankLapsed += pooled[provider];
  pooled[provider] = 0;
}

/** The end of user-directed contracts: whatever is banked lapses, and what came before counts no longer. */
export function closeBanks(world: World): void {
  const { people, providers, tally } = world;
  const { banked, bankedAtTurn } = people.columns;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    tally.bankLapsed += banked[row];
    banked[row] = 0;
    bankedAtTurn[row] = 0;
  }
  for (let index = 0; index < providers.liveCount; index++) losePool(world, providers.live[index]);
}
