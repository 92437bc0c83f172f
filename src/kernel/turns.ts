/**
 * What does not happen every week happens in turns: each agent has its own week in a round of twelve, so that the work
 * of a round is spread evenly and nobody's turn depends on anybody else.
 */
import { finalise32 } from "./draws.ts";

/** Weeks in a whole round, and between two turns of the usual, four-weekly kind. */
export const ROUND_WEEKS = 12;
export const TURN_WEEKS = 4;

/** An agent's place in the round, 0 to 11: from its key, and from nothing else. */
export const placeInRound = (key: number): number => (finalise32(key) >>> 0) % ROUND_WEEKS;

/** By place in the round and week modulo four: 1 where it is that place's four-weekly turn. */
const TURNS: readonly number[] = Array.from({ length: TURN_WEEKS * ROUND_WEEKS }, (_, at) =>
  (at % ROUND_WEEKS) % TURN_WEEKS === Math.floor(at / ROUND_WEEKS) ? 1 : 0,
);

/**
 * Lists whose turn it is. Written without a branch, which nobody could predict.
 *
 * @param live rows of the living @param count how many of them @param places by row, places in the round
 * @param out receives rows in the order of `live`; needs room for `count` @returns how many there are
 */
export function listTurns(live: Int32Array, count: number, places: Uint8Array, week: number, out: Int32Array): number {
  const first = (week % TURN_WEEKS) * ROUND_WEEKS;
  let listed = 0;
  for (let index = 0; index < count; index++) {
    const row = live[index];
    out[listed] = row;
    listed += TURNS[first + places[row]];
  }
  return listed;
}

/** The share of the way gone in four weeks by what goes a share `pace` of it each week. */
export function paceOfTurn(pace: number): number {
  const left = (1 - pace) * (1 - pace);
  return 1 - left * left;
}
