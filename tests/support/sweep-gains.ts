/** Made-up gains of an arm: the higher its place, the more people lose; one group too small to say anything of. */
import type { GainRow, Gains } from "../../src/report/index.ts";

const row = (grouping: string, group: string, people: number, better: number, worse: number): GainRow => ({
  grouping,
  group,
  people,
  better,
  worse,
  meanDifference: better - worse,
});

/** The same people and what they pay: the higher the arm's place, the more of them pay more. */
export function madeUpTopUps(arm: number): Gains {
  const gains = madeUpGains(arm);
  const halved = (each: GainRow): GainRow => ({
    ...each,
    better: each.better / 4,
    worse: each.worse / 2,
    meanDifference: 1.5,
  });
  return {
    ...gains,
    measure: "top-up",
    unit: "GBP per week",
    words: { worse: "pays more", better: "pays less", lose: "pay more", gain: "less" },
    sentence: "More or less: what was paid in the last week.",
    everybody: halved(gains.everybody),
    rows: gains.rows.map(halved),
  };
}

export const WITHHELD = "fewer than 10 people: figures withheld";
export const LUCK = "fewer than 10 people a run: much of this is luck";

export function madeUpGains(arm: number): Gains {
  const lost = 0.0625 * arm;
  return {
    arm,
    measure: "quality of life",
    unit: "points, 0 to 24",
    sentence: "Better: a higher quality of life at the end.",
    whom: "People: everybody whom both runs of a seed have at any time.",
    everybody: row("everybody", "Everybody", 1010, 0.13, 0.27 + lost),
    rows: [
      row("group", "Older people", 812, 0.12, 0.31 + lost),
      row("group", "Learning disability", 190, 0.2, 0.05 + lost / 2),
      { ...row("group", "Mental health", 8, Number.NaN, Number.NaN), warning: WITHHELD },
      row("income fifth", "poorest fifth of incomes within the group", 505, 0.104, 0.3 + lost),
      { ...row("income fifth", "richest fifth of incomes within the group", 60, 0.25, 0.1), warning: LUCK },
    ],
  };
}
