/** What the minutes that came are good for under the contract in force: needs first, then company and occupation. */
import { TURN_WEEKS } from "../../kernel/index.ts";
import { underContract } from "./contract.ts";
import type { People } from "./people.ts";
import type { World } from "./world.ts";

/** Minutes of this week's visits, banked time apart. */
export function minutesOfVisits({ columns }: People, row: number): number {
  const { delivered, fromBank, fromPool } = columns;
  return delivered[row] - fromBank[row] - fromPool[row];
}

/** Minutes a week that came out of banks: they come once in a turn and are used over all of it. */
function minutesOfBanks({ columns }: People, row: number): number {
  return columns.bankedAtTurn[row] / TURN_WEEKS;
}

/**
 * Minutes that came for a week's need, in any week of a turn: the visits of the week, and the week's part of the banked
 * time that came at the last turn. Without banked time these are the minutes that were delivered.
 */
export function minutesForNeed(people: People, row: number): number {
  return minutesOfVisits(people, row) + minutesOfBanks(people, row);
}

/**
 * Minutes a week that count towards outcomes: those shaped to outcomes count for more, and time that visits leave over
 * is time whose outcome was met.
 */
export function countedMinutes(world: World, row: number): number {
  const { terms, people } = world;
  const came = minutesForNeed(people, row);
  if (!underContract(world, row)) return came;
  if (terms.contractForm === "outcomes-based") return came * terms.outcomesProductivity;
  return came + people.columns.spare[row];
}

/** Minutes a week of banked time beyond the need, which people spend as they like. */
export function minutesToSpare(world: World, row: number, needed: number): number {
  const banks = minutesOfBanks(world.people, row);
  return banks > 0 ? Math.min(banks, Math.max(0, countedMinutes(world, row) - needed)) : 0;
}

/** Whether a person directs what visits do: under a user-directed contract, where time is known. */
export const directs = ({ people, terms }: World, row: number): boolean =>
  terms.contractForm === "user-directed" && people.columns.monitored[row] === 1;
