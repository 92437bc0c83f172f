/** The law of no money illusion: pence could as well be called pounds. */
import { EVENT_KINDS } from "../../model/world/events.ts";
import { measures, simulate } from "../../simulation/index.ts";
import { firstDifference } from "../difference.ts";
import { lawOf, type Law } from "../law.ts";
import { chosen, moneyTimes } from "../variants.ts";

export const M9: Law = lawOf(
  "M9",
  "All money multiplied by a power of two, the smallest coin with it: money outputs multiply, all else is the same.",
  ["weekly sums of money", "weekly figures of other kinds"],
  ({ scenario, seed }, notes, options) => {
    const factor = [2, 4, 16][chosen(seed, 3)];
    const left = simulate(scenario, seed, options);
    const right = simulate(moneyTimes(scenario, factor), seed, { ...options, roundingUnit: factor });
    for (const { key, unit } of measures) {
      const money = unit.startsWith("GBP");
      const bought = unit.includes("per GBP");
      const expected = left.weekly[key].map((value) => (money ? value * factor : bought ? value / factor : value));
      notes.seen(money ? "weekly sums of money" : "weekly figures of other kinds", expected.length);
      const at = firstDifference(expected, right.weekly[key]);
      notes.unless(at < 0, () => `week ${at}: ${key} is ${right.weekly[key][at]}, not ${expected[at]}`);
    }
    const isMoney = (kind: number): boolean => EVENT_KINDS[kind].unit.startsWith("pence");
    const amounts = left.events.amount.map((amount, at) => amount * (isMoney(left.events.kind[at]) ? factor : 1));
    const at = firstDifference(amounts, right.events.amount);
    notes.unless(at < 0, () => `event ${at}: ${right.events.amount[at]}, not ${amounts[at]}`);
  },
);
