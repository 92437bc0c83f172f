/** What the minutes that came are good for under the contract in force: needs first, then company and occupation. */
import { TURN_WEEKS } from "../../kernel/index.ts";
import { underContract } from "../world/contract.ts";
import type { World } from "../world/world.ts";

/** Minutes a week that came out of a bank, for they are used once in a turn. */
function minutesOfBanks({ people }: World, row: number): number {
  const { fromBank, fromPool } = people.columns;
  return (fromBank[row] + fromPool[row]) / TURN_WEEKS;
}

/** Minutes of this week's visits, banked time apart. */
export function minutesOfVisits({ people }: World, row: number): number {
  const { delivered, fromBank, fromPool } = people.columns;
  return delivered[row] - fromBank[row] - fromPool[row];
}

/**
 * Minutes a week that count towards the need: those shaped to outcomes count for more, and time that visits leave over
 * is time whose outcome was met.
 */
export function countedMinutes(world: World, row: number): number {
  const { terms, people } = world;
  const visits = minutesOfVisits(world, row);
  if (!underContract(world, row)) return visits;
  if (terms.contractForm === "outcomes-based") return visits * terms.outcomesProductivity;
  return visits + people.columns.spare[row] + minutesOfBanks(world, row);
}

/** Minutes a week of banked time beyond the need, which people spend as they like. */
export function minutesToSpare(world: World, row: number, needed: number): number {
  const banks = minutesOfBanks(world, row);
  return banks > 0 ? Math.min(banks, Math.max(0, countedMinutes(world, row) - needed)) : 0;
}

/** Whether a person directs what visits do: under a user-directed contract, where time is known. */
export const directs = ({ people, terms }: World, row: number): boolean =>
  terms.contractForm === "user-directed" && people.columns.monitored[row] === 1;
