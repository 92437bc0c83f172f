/** What an hour of care costs the provider, in an era of round numbers. */
import { describe, expect, test } from "vitest";
import { WEEKS_PER_YEAR } from "../../src/kernel/index.ts";
import type { Era } from "../../src/model/levers/index.ts";
import {
  avoidableCost,
  distanceFactor,
  labourPerHour,
  onCostShare,
  paidPerContact,
  travelShare,
  unitCost,
  unpaidTravel,
} from "../../src/model/rules/cost.ts";

const ERA = {
  labour: {
    usualHours: 30,
    attendance: 0.8,
    leastTravel: 0.1,
    mostTravel: 0.5,
    usualZoneHours: 100,
    travelShare: 0.2,
    travelDensityEffect: 0.5,
  },
  wages: {
    paidTravelShare: 0.5,
    leaveShare: 0.1,
    trainingShare: 0.2,
    employerInsuranceThreshold: 15_000,
    employerInsuranceRate: 0.1,
    employmentAllowance: 0,
    pensionSmallEmployerFrom: 5,
    pensionThreshold: 10_000,
    pensionEmployerRate: 0.03,
  },
  prices: { mileagePerHour: 60, overheadPerHour: 200, fixedPerWeek: 9000, drawingsPerWeek: 21_000 },
  providers: { avoidableOverhead: 0.4, nearest: 0.8, farthest: 1.3 },
} as unknown as Era;

describe("travel", () => {
  test.each([
    [100, 1, 0.2],
    [400, 1, 0.1],
    [25, 1, 0.4],
    [100, 1.5, 0.3],
    [1, 1, 0.5],
    [10_000, 1, 0.1],
  ])("of an agency with %i hours in zones of norm %f takes %f of visits", (hours, norm, share) => {
    expect(travelShare(ERA, hours, norm)).toBeCloseTo(share, 12);
  });

  test("is paid in half, and in a quarter where half of that is withheld; the rest is the worker's own", () => {
    expect(unpaidTravel(ERA, 0.2, 0)).toBeCloseTo(0.1, 12);
    expect(unpaidTravel(ERA, 0.2, 0.5)).toBeCloseTo(0.15, 12);
  });
});

describe("an hour with people", () => {
  test("is paid with travel, leave and training; of travel and training an employer may withhold a part", () => {
    expect(paidPerContact(ERA, 0.2, 0)).toBeCloseTo(1.1 * 1.1, 12);
    // A fourth of travel at 0.2; training is a fifth of the tenth for leave, and half of it is not paid.
    expect(paidPerContact(ERA, 0.2, 0.5)).toBeCloseTo(1.05 * 1.09, 12);
  });

  test("costs insurance on what is over £150 of £300 a week, and from five workers on a pension over £100", () => {
    expect(onCostShare(ERA, 30_000, 4)).toBeCloseTo(0.05, 12);
    expect(onCostShare(ERA, 30_000, 5)).toBeCloseTo(0.05 + 0.02, 12);
    // £120 a week are under the threshold of insurance.
    expect(onCostShare(ERA, 12_000, 4)).toBe(0);
  });

  test("is let off insurance by each one's part of the Employment Allowance, and a small employer of all", () => {
    const allowed = { ...ERA, wages: { ...ERA.wages, employmentAllowance: 2000 * WEEKS_PER_YEAR } };
    // £20 a week: £5 for each of four, who cost £15; more than there is for one.
    expect(onCostShare(allowed, 30_000, 4)).toBeCloseTo(1000 / 30_000, 12);
    expect(onCostShare(allowed, 30_000, 1)).toBe(0);
    // A pension is no insurance.
    expect(onCostShare(allowed, 30_000, 8)).toBeCloseTo((1500 - 250 + 600) / 30_000, 12);
  });

  // Of 30 hours 20 are with people, where four in five weeks are worked and a sixth of the time is travel: £228.90.
  const PAID = 1000 * 1.05 * 1.09;
  const LABOUR = PAID + (0.1 * (20 * PAID - 15_000) + 0.03 * (20 * PAID - 10_000)) / 20;

  test("costs pay and what is on top of it; nothing without pay", () => {
    expect(labourPerHour(ERA, 1000, 0.2, 5, 0.5)).toBeCloseTo(LABOUR, 9);
    expect(labourPerHour(ERA, 0, 0.2, 5, 0.5)).toBe(0);
  });

  test("costs all together mileage, running costs half as high again as usual, and fixed sums over 100 hours", () => {
    const full = unitCost(ERA, 1.1, 1000, 0.2, 5, 100, 1.5, 0.5);
    expect(full).toBeCloseTo(LABOUR + (60 + 200) * 1.1 * 1.5 + ((9000 + 21_000) * 1.1) / 100, 9);
  });

  test("saves, if it is not given, pay, mileage and two fifths of running costs", () => {
    const avoidable = avoidableCost(ERA, 1.1, 1000, 0.2, 5, 1.5, 0.5);
    expect(avoidable).toBeCloseTo(LABOUR + (60 + 80) * 1.1 * 1.5, 9);
  });

  test("costs more the farther off the person lives, evenly", () => {
    expect([0, 0.5, 1].map((u) => distanceFactor(ERA, u))).toEqual([0.8, 1.05, 1.3]);
  });
});
