/** Where a life with care tends, term by term, with weights that are round numbers. */
import { describe, expect, test } from "vitest";
import type { Era } from "../../src/model/levers/index.ts";
import { qualityOfLifeTarget } from "../../src/model/rules/quality-of-life.ts";

const WEIGHTS = {
  care: 6,
  highNeedRatio: 1.5,
  lowNeedRatio: 0.5,
  control: 3,
  continuity: 2,
  participation: 4,
  quality: 0.5,
  burden: 2,
  moneyStrain: 5,
  carerStrain: 7,
  safety: 8,
} as Era["outcomes"];

const NOTHING = {
  base: 12,
  needTerm: 0,
  highNeed: false,
  met: 1,
  control: 0,
  continuity: 0,
  participation: 0,
  quality: 0,
  burden: 0,
  moneyStrain: 0,
  carerStrain: 0,
  harm: 0,
};

function target(changed: Partial<typeof NOTHING>): number {
  const life = { ...NOTHING, ...changed };
  return qualityOfLifeTarget(
    WEIGHTS,
    life.base,
    life.needTerm,
    life.highNeed,
    life.met,
    life.control,
    life.continuity,
    life.participation,
    life.quality,
    life.burden,
    life.moneyStrain,
    life.carerStrain,
    life.harm,
  );
}

describe("where a life tends", () => {
  test.each<[string, Partial<typeof NOTHING>, number]>([
    ["what the person brings along, where all needs are met", {}, 12],
    ["less by what goes with the need itself", { needTerm: 1.25 }, 10.75],
    ["less by all of care where none comes, half as much where needs are small", { met: 0 }, 9],
    ["one and a half times as much where they are great", { met: 0, highNeed: true }, 3],
    ["more with control", { control: 0.5 }, 13.5],
    ["more with the same faces", { continuity: 0.5 }, 13],
    ["more with something to do", { participation: 0.5 }, 14],
    ["more with a good provider", { quality: 2 }, 13],
    ["less where a poor one", { quality: -2 }, 11],
    ["less by the work of managing", { burden: 0.5 }, 11],
    ["less where topping up strains the means", { moneyStrain: 0.2 }, 11],
    ["less where carers fill the gap", { carerStrain: 0.5 }, 8.5],
    ["less after harm", { harm: 0.25 }, 10],
    ["never under nothing", { base: 1, harm: 1 }, 0],
    ["never over the best there is", { base: 23, control: 1 }, 24],
  ])("is %s", (_, changed, life) => expect(target(changed)).toBeCloseTo(life, 12));

  test("loses about a quarter of what care gives where half of it comes: the first hours count most", () => {
    // 1 − (1 − e^−1) ÷ (1 − e^−2) = 0.26894.
    expect(target({ met: 0.5 })).toBeCloseTo(12 - 3 * 0.26894, 4);
    expect(target({ met: 2 })).toBe(12);
  });
});
