/** The savings plan in pounds and pence: what each measure is expected to save, how far it goes, and how it is undone. */
import { describe, expect, test } from "vitest";
import { placeOf, SAVINGS_MEASURES, type SavingsCause } from "../../src/model/rules/savings.ts";
import { closeGap } from "../../src/model/week/savings.ts";
import { Purpose } from "../../src/model/world/accounts.ts";
import { underContract } from "../../src/model/world/contract.ts";
import { Funding, Service, Stage } from "../../src/model/world/codes.ts";
import type { World } from "../../src/model/world/world.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

type Council = Partial<World["era"]["council"]>;

const YEAR = 365.25 / 7;
/** No cost grows, so that fees have nothing to follow. */
const STILL = { wages: 0, all: 0 };

/**
 * A council that has just opened, without reserves: other spending of £1,000 a week and posts for as much. Every measure
 * may go a hundredth of its unit a year, unless told.
 */
function founded(changed: Council = {}): World {
  const text = smallCouncil({ set: { "council.openingReserves": 0, "framework.efficiency": 0 }, burnInWeeks: 0 });
  const { world } = start(scenarioFrom(text), "1");
  const { era, council, market } = world;
  const caps = SAVINGS_CAPS.map((cap) => [cap, 0.01] as const);
  market.priceIndex = 1;
  council.openingVoluntary = 0;
  council.forecastCost = 1_000_000;
  council.netBudget = 1_000_000;
  council.communityMean = 300_000;
  council.grossMean = 500_000;
  const own = {
    ...era.council,
    ...Object.fromEntries(caps),
    voluntaryGrants: 0,
    otherSpend: (100_000 * YEAR) / era.size.scale,
    staffCost: (100_000 * YEAR) / (era.size.scale * era.assessment.staff),
    ...changed,
  };
  world.era = { ...era, council: own };
  return world;
}
const SAVINGS_CAPS = [
  "otherCutCap",
  "pushSteps",
  "rateCutCap",
  "consolidationCap",
  "contractSavingCap",
  "clawBackCap",
  "reviewCutCap",
  "eligibilityCutCap",
  "substitutionCap",
  "assessmentCutCap",
] as const;

/** Closes a gap of this share of the forecast of £10,000 a week; less than nothing is money to spare. */
const april = (world: World, gap: number): World => {
  world.council.gap = gap;
  closeGap(world, STILL, 0);
  return world;
};

const expectedOf = ({ council }: World, cause: SavingsCause): number => council.expected[placeOf(cause)];
const stepOf = ({ council }: World, cause: SavingsCause): number => council.steps[placeOf(cause)];

const rowsOf = ({ people }: World): readonly number[] => [...people.live.subarray(0, people.liveCount)];
const hours = ({ people }: World, rows: readonly number[]): number =>
  rows.reduce((sum, row) => sum + people.columns.assessed[row], 0) / 60;

describe("money to spare", () => {
  /** Posts and other spending stand at nine tenths of what they were. */
  const afterCuts = (changed: Council): World => {
    const world = founded(changed);
    world.council.staffRatio = 0.9;
    world.council.otherRatio = 0.9;
    return world;
  };
  const wide = { assessmentCutCap: 1, otherCutCap: 1 };

  test("undoes cuts with half of it, the last measure of the plan first", () => {
    // £90 a week to spare; all posts together cost £1,000 a week.
    const { council } = april(afterCuts(wide), -0.009);
    expect(council.staffRatio).toBeCloseTo(0.9 + 4500 / 100_000, 12);
    expect(council.otherRatio).toBe(0.9);
    expect(council.expected[placeOf("assessment posts")]).toBeCloseTo(-4500, 6);
  });

  test("goes on to the measure before it once the last is undone whole", () => {
    // Of £240 to spare, £120 are spent: a tenth of all posts is £100, £20 are left.
    const { council } = april(afterCuts(wide), -0.024);
    expect(council.staffRatio).toBeCloseTo(1, 12);
    expect(council.otherRatio).toBeCloseTo(0.9 + 2000 / 100_000, 12);
  });

  test("undoes no more of a measure in a year than might be taken", () => {
    const { council } = april(afterCuts({ assessmentCutCap: 0.02, otherCutCap: 0.03 }), -1);
    expect(council.staffRatio).toBeCloseTo(0.92, 12);
    expect(council.otherRatio).toBeCloseTo(0.93, 12);
  });

  test("finds nothing to undo where nothing was cut", () => {
    const { council } = april(founded(), -1);
    expect([council.staffRatio, council.otherRatio, council.push, council.clawBackCut]).toEqual([1, 1, 0, 0]);
    expect(Math.min(...council.expected)).toBe(0);
  });
});

describe("a gap that is wider than all measures together", () => {
  test("takes each as far as its cap: a hundredth of what it stands for is expected of it", () => {
    const world = founded({ expectedOfPush: 0.02, expectedOfRecognition: 0.5, expectedOfWeekKept: 0.3 });
    const { people, providers, council } = world;
    const { funding, service, stage, budgetRatio, bought, provider } = people.columns;
    // Every budget pays £10 for an hour, and £20 for one of an assistant; agencies get £15, day services £12.
    council.directPaymentRate.fill(1000);
    council.assistantRate = 2000;
    council.ruleFee = council.fee = 1500;
    providers.columns.price.fill(1200);
    budgetRatio.fill(1);
    const rows = rowsOf(world);
    const holders = rows.filter((row) => funding[row] === Funding.directPayment && stage[row] === Stage.served);
    const employers = holders.filter((row) => service[row] === Service.assistant);
    const others = holders.filter((row) => service[row] !== Service.assistant);
    const contract = rows.filter((row) => underContract(world, row));
    const days = rows.filter((row) => service[row] === Service.dayServices && provider[row] >= 0);
    for (const group of [employers, others, contract, days]) expect(group.length).toBeGreaterThan(0);
    const agreed = (group: readonly number[]): number => group.reduce((sum, row) => sum + bought[row], 0) / 60;
    april(world, 0.5);
    const one = (cause: SavingsCause): number => expectedOf(world, cause) / 0.01;
    expect(one("other spending")).toBeCloseTo(100_000, 4);
    expect(one("assessment posts")).toBeCloseTo(100_000, 4);
    expect(one("direct-payment push")).toBeCloseTo(0.02 * 300_000, 6);
    expect(one("review tightness")).toBeCloseTo(0.5 * 300_000, 6);
    expect(one("direct-payment rate")).toBeCloseTo(1000 * hours(world, others), 4);
    // Three tenths of a week's budgets once, spread over the year.
    const budgets = 1000 * hours(world, others) + 2000 * hours(world, employers);
    expect(one("faster claw-back")).toBeCloseTo((0.3 * budgets) / YEAR, 4);
    expect(one("outcomes-based contracts")).toBeCloseTo(1500 * agreed(contract), 4);
    expect(one("voluntary substitution")).toBeCloseTo(1200 * agreed(days), 4);
    expect(SAVINGS_MEASURES.map(({ cause }) => stepOf(world, cause)).filter((step) => step > 0)).toEqual(
      Array.from({ length: 9 }, () => 0.01),
    );
  });

  test("asks of a fixed sum that is paid already only a part of that sum", () => {
    const expected = (contractForm: "time and task" | "outcomes-based"): number => {
      const world = founded();
      world.terms = { ...world.terms, contractForm, targetSaving: 0.2 };
      return expectedOf(april(world, 0.5), "outcomes-based contracts");
    };
    expect(expected("outcomes-based") / expected("time and task")).toBeCloseTo(0.8, 9);
  });

  test("is left alone by fixed sums where people direct their contract", () => {
    const world = founded();
    world.era = { ...world.era, framework: { ...world.era.framework, contractForm: "user-directed" } };
    expect(stepOf(april(world, 0.5), "outcomes-based contracts")).toBe(0);
  });

  test.each([
    [1, 0],
    [2, 0.01],
  ])(
    "takes places from the framework in the year of a tender alone: %i years after the last, every third",
    (years, step) => {
      const world = founded({ careShareOfSpend: 0.8, homeCareShareOfCare: 0.25, expectedOfPlaces: 0.1 });
      world.era = { ...world.era, framework: { ...world.era.framework, tenderYears: 3 } };
      world.council.yearsSinceTender = years;
      expect(stepOf(april(world, 0.5), "framework consolidation")).toBe(step);
      // A fourth of four fifths of £5,000 is home care, and a tenth of that is what all places would save.
      expect(expectedOf(world, "framework consolidation")).toBeCloseTo(step * 10_000, 9);
    },
  );

  test("leaves holders the weeks that they must be left, those that were taken before included", () => {
    const world = founded({ clawBackCap: 10, leastWeeksKept: 2 });
    world.era = { ...world.era, directPayment: { ...world.era.directPayment, clawBackWeeks: 8 } };
    world.council.clawBackCut = 1;
    expect(stepOf(april(world, 0.5), "faster claw-back")).toBe(5);
    expect(world.council.clawBackCut).toBe(6);
  });
});

describe("reserves that would do for years", () => {
  test("carry the gap and no more, and leave nothing to other measures", () => {
    const world = founded({ reservesPolicy: "spend first", minimumReserves: 0 });
    const { ledger, accounts } = world;
    ledger.transfer(accounts.exchequer, accounts.reserves, 1_000_000_000, Purpose.opening);
    april(world, 0.01);
    expect(expectedOf(world, "reserves")).toBeCloseTo(10_000, 6);
    expect(world.council.expected.reduce((sum, each) => sum + each, 0)).toBeCloseTo(10_000, 6);
  });
});

describe("what fees are told of the gap", () => {
  /** A tenth of £10,000 is lacking; £300 a week is owed for an overspend, and £200 a week is put aside for reserves. */
  const told = (savingsOrder: "fees first" | "staff first"): number => {
    const saving = { reservesPolicy: "build up", minimumReserves: 0.1, wantedReserves: 2, reserveYears: 10 } as const;
    const world = founded({ ...saving, savingsOrder });
    world.council.toMakeGood = 30_000 * YEAR;
    return april(world, 0.1).council.feeGap;
  };

  test("is all of it but what is owed once, and what is put aside on top", () => {
    expect(told("fees first")).toBeCloseTo(0.1 + 0.02 - 0.03, 12);
  });

  test("is less by what measures before them have saved: a hundredth each of posts and other spending", () => {
    expect(told("staff first")).toBeCloseTo(0.1 + 0.02 - 0.03 - 0.002, 12);
  });
});
