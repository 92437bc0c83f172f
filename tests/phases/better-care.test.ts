/** The Better Care Fund in April: what the council counts on of it, and how the year before is judged. */
import { describe, expect, it } from "vitest";
import { WEEKS_PER_YEAR } from "../../src/kernel/index.ts";
import { jointTeamCover } from "../../src/model/week/better-care.ts";
import type { World } from "../../src/model/world/world.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { type CouncilText, smallCouncil } from "../support/laws-council.ts";

type Settings = NonNullable<CouncilText["set"]>;

/** A council of the usual small size has this much of the fund, pence a week, and half of it is for places. */
const WEEKLY = Math.round((5e8 * 0.03) / WEEKS_PER_YEAR);
const FUND: Settings = { "nhs.betterCareFund": 5, "nhs.reablementShare": 0.5, "nhs.jointTeams": 0.4, "nhs.atRisk": 0 };

/** Budgets of the first two Aprils, pence a week, and the world after the second; `meddle` comes just before each. */
function aprils(
  set: Settings,
  from: string,
  meddle: (world: World) => void = () => {},
): { budgets: number[]; world: World } {
  const scenario = scenarioFrom(smallCouncil({ start: "2015-01-05", weeks: 68, changes: [{ from, set }] }));
  const run = start(scenario, "1");
  const budgets: number[] = [];
  while (!run.done && budgets.length < 2) {
    const april = run.world.timetable.aprilWeek[scenario.burnInWeeks + run.recorded] === 1;
    if (april) meddle(run.world);
    run.step();
    if (april) budgets.push(run.world.council.netBudget);
  }
  return { budgets, world: run.world };
}

describe("joint teams", () => {
  it("see fewer people for the same money as prices, and pay with them, rise", () => {
    const { world } = start(scenarioFrom(smallCouncil({ set: FUND })), "1");
    world.era = { ...world.era, nhs: { ...world.era.nhs, jointTeamCost: 4e8 } };
    world.market.priceIndex = 1;
    expect(jointTeamCover(world)).toBeCloseTo((5 * 0.5 * 0.4) / 4, 12);
    world.market.priceIndex = 1.25;
    expect(jointTeamCover(world)).toBeCloseTo((5 * 0.5 * 0.4) / 5, 12);
  });
});

describe("what April counts on", () => {
  it("is in the first year what comes whatever is used, less the new teams, and no place", () => {
    const [without] = aprils({ "nhs.betterCareFund": 0 }, "2015-04-01").budgets;
    const [first] = aprils(FUND, "2015-04-01").budgets;
    expect(first - without).toBeCloseTo(0.5 * WEEKLY * (1 - 0.4), -1);
  });

  it("is in the second the places as they were used, and the teams are no longer new", () => {
    let unused = 0;
    const meddle = ({ council }: World): void => {
      unused = council.reablementLeft;
    };
    const { budgets, world } = aprils(FUND, "2015-04-01", meddle);
    const plain = aprils({ "nhs.betterCareFund": 0 }, "2015-04-01");
    const used = 0.5 * WEEKLY - unused / 52;
    expect(used).toBeGreaterThan(0);
    expect(unused).toBeGreaterThan(0);
    expect(world.council.weeklyGrant).toBe(plain.world.council.weeklyGrant);
    expect(budgets[1] - plain.budgets[1]).toBeCloseTo(used + 0.5 * WEEKLY, -1);
  });

  it("leaves out what is kept back", () => {
    const at = (before: number): number => {
      const risk = { ...FUND, "nhs.atRisk": 0.6 };
      return aprils(risk, "2015-04-01", ({ council }) => {
        council.admissions = 100;
        council.admissionsBefore = before;
      }).budgets[1];
    };
    expect(at(1000) - at(1)).toBeCloseTo(0.6 * 0.5 * WEEKLY, -1);
  });
});

describe("the year's admissions", () => {
  /** Whether money is kept back in the April after a year of 53 weeks that followed one of 52. */
  const isKept = (now: number, target: number): boolean => {
    const set = { ...FUND, "nhs.atRisk": 1, "nhs.admissionsTarget": target };
    // April of 2013 to April of 2014 has 53 Mondays, the year before it 52.
    const scenario = scenarioFrom(smallCouncil({ start: "2012-03-26", weeks: 110, set }));
    const run = start(scenario, "1");
    while (run.recorded < 106) run.step();
    run.world.council.admissions = now;
    run.world.council.admissionsBefore = 520;
    expect(run.world.timetable.aprilWeek[scenario.burnInWeeks + 106]).toBe(1);
    run.step();
    return run.world.council.betterCareWithheld === 1;
  };

  it("are compared by the week, since one year may be longer than another", () => {
    expect(isKept(525, 0)).toBe(false);
    expect(isKept(530, 0)).toBe(false);
    expect(isKept(531, 0)).toBe(true);
    expect(isKept(503, 0.05)).toBe(false);
    expect(isKept(504, 0.05)).toBe(true);
  });
});
