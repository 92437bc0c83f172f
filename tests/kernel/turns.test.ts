import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listTurns, paceOfTurn, placeInRound, ROUND_WEEKS, TURN_WEEKS } from "../../src/kernel/index.ts";

const keys = fc.uniqueArray(fc.integer({ min: 1, max: 0xffffffff }), { maxLength: 200 });

/** Rows on turn in a week, rows being places in the list of keys. */
function onTurn(all: readonly number[], week: number): readonly number[] {
  const live = Int32Array.from(all, (_, row) => row);
  const places = Uint8Array.from(all, placeInRound);
  const out = new Int32Array(all.length);
  return Array.from(out.subarray(0, listTurns(live, all.length, places, week, out)));
}

describe("turns", () => {
  test("everybody has a turn every four weeks, and once in each four", () => {
    fc.assert(
      fc.property(keys, fc.nat(4000), (all, first) => {
        const turns = Array.from({ length: TURN_WEEKS }, (_, week) => onTurn(all, first + week)).flat();
        expect([...turns].sort((a, b) => a - b)).toEqual(all.map((_, row) => row));
        expect(onTurn(all, first + TURN_WEEKS)).toEqual(onTurn(all, first));
      }),
    );
  });

  test("turns come in the order of the list, and do not depend on who else is there", () => {
    fc.assert(
      fc.property(keys, fc.nat(4000), (all, week) => {
        const turns = onTurn(all, week);
        expect(turns).toEqual([...turns].sort((a, b) => a - b));
        for (const [row, key] of all.entries()) expect(turns.includes(row)).toBe(onTurn([key], week).length === 1);
      }),
    );
  });

  test("places are spread over the round: 12,000 keys in a row, each place within four standard deviations", () => {
    const counts = new Float64Array(ROUND_WEEKS);
    for (let key = 1; key <= 12_000; key++) counts[placeInRound(key)] += 1;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(4 * Math.sqrt(1000));
  });

  test("four weeks' pace is four weekly steps", () => {
    for (const pace of [0, 0.02, 0.1, 0.5, 1]) {
      const left = Array.from({ length: TURN_WEEKS }).reduce((rest: number) => rest * (1 - pace), 1);
      expect(paceOfTurn(pace)).toBeCloseTo(1 - left, 12);
    }
  });
});
