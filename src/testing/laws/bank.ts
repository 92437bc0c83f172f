/** The law of the time bank: what visits leave over is paid for and comes later, minute for minute. */
import { placeInRound, TURN_WEEKS } from "../../kernel/index.ts";
import type { World } from "../../model/world/world.ts";
import type { Notes } from "../law.ts";
import { weeklyLaw } from "../weekly.ts";
import { mayBank } from "./banked-time.ts";

/** All minutes that are owed, to people and in agencies' pools. */
function owed({ people, providers }: World): number {
  let minutes = 0;
  for (const row of people.live.subarray(0, people.liveCount)) minutes += people.columns.banked[row];
  for (const row of providers.live.subarray(0, providers.liveCount)) minutes += providers.columns.pooled[row];
  return minutes;
}

/** A column of people, added up. */
const sumOf = ({ people }: World, column: "spare" | "fromBank" | "fromPool"): number =>
  people.live.subarray(0, people.liveCount).reduce((sum, row) => sum + people.columns[column][row], 0);

export const E18 = weeklyLaw(
  "E18",
  "Banked minutes are whole, never less than none, and neither lost nor made: what is owed grows by what visits leave " +
    "over and falls by what comes; nothing lapses but at the end of the contract or of an agency. What came at a " +
    "person's turn is written down until the next turn, and no longer than the contract covers the person.",
  [
    "weeks with minutes owed",
    "weeks in which banked minutes come",
    "weeks in which others get them",
    "person-weeks after a turn in which banked minutes came",
  ],
  (notes) => {
    let before = 0;
    const atTurn = new Map<number, number>();
    let [spare, came, given] = [0, 0, 0];
    return {
      after: (phase, world) => {
        if (phase === "delivery") noteTurns(world, atTurn);
        forgetOthers(world, atTurn);
        if (phase !== "delivery") return;
        spare = sumOf(world, "spare");
        came = sumOf(world, "fromBank");
        given = sumOf(world, "fromPool");
      },
      week: (world) => {
        const now = owed(world);
        const lapsed = world.tally.bankLapsed;
        if (now > 0) notes.seen("weeks with minutes owed");
        if (came > 0) notes.seen("weeks in which banked minutes come");
        if (given > 0) notes.seen("weeks in which others get them");
        const should = before + spare - came - given - lapsed;
        notes.unless(
          now === should && Number.isSafeInteger(now),
          () => `week ${world.week}: ${now} minutes are owed, ${before} + ${spare} − ${came} − ${given} − ${lapsed}`,
        );
        checkTurns(notes, world, atTurn);
        for (const row of world.people.live.subarray(0, world.people.liveCount)) {
          const bank = world.people.columns.banked[row];
          notes.unless(
            bank >= 0,
            () => `week ${world.week}: person ${world.people.keys[row]} has ${bank} minutes banked`,
          );
        }
        const ends =
          world.era.framework.contractForm !== "user-directed" || world.tally.failures + world.tally.closures > 0;
        notes.unless(lapsed === 0 || ends, () => `week ${world.week}: ${lapsed} minutes lapsed`);
        before = now;
      },
    };
  },
);

/** Notes by key what banks gave those whose turn it is. */
function noteTurns({ people, week }: World, atTurn: Map<number, number>): void {
  const { fromBank, fromPool } = people.columns;
  for (const row of people.live.subarray(0, people.liveCount)) {
    const key = people.keys[row];
    if (placeInRound(key) % TURN_WEEKS === week % TURN_WEEKS) atTurn.set(key, fromBank[row] + fromPool[row]);
  }
}

/** Forgets whom the contract does not cover. */
function forgetOthers(world: World, atTurn: Map<number, number>): void {
  const { people } = world;
  for (const row of people.live.subarray(0, people.liveCount)) {
    if (!mayBank(world, row)) atTurn.delete(people.keys[row]);
  }
}

/** Holds what people have written down of their last turn against what was noted then. */
function checkTurns(notes: Notes, { people, week }: World, atTurn: ReadonlyMap<number, number>): void {
  const { bankedAtTurn, fromBank, fromPool } = people.columns;
  for (const row of people.live.subarray(0, people.liveCount)) {
    const key = people.keys[row];
    const should = atTurn.get(key) ?? 0;
    if (should > fromBank[row] + fromPool[row]) notes.seen("person-weeks after a turn in which banked minutes came");
    notes.unless(
      bankedAtTurn[row] === should,
      () => `week ${week}: person ${key} has ${bankedAtTurn[row]} banked minutes of the last turn, and ${should} came`,
    );
  }
}
