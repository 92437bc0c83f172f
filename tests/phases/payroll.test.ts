/** What employing an assistant costs beyond the wage, in an era of round numbers. */
import { describe, expect, test } from "vitest";
import type { Era } from "../../src/model/levers/index.ts";
import { assistantInsurance } from "../../src/model/week/payroll.ts";

/** £10 a week of allowance. */
const WAGES = {
  employerInsuranceThreshold: 15_000,
  employerInsuranceRate: 0.1,
  employmentAllowance: (1000 * 365.25) / 7,
  assistantAllowance: 1,
} as unknown as Era["wages"];

describe("insurance on an assistant's pay", () => {
  test("is let off up to a week's part of the allowance", () => {
    // £300 a week bears £15, of which £10 are let off; £200 bears £5, all of it let off.
    expect(assistantInsurance(WAGES, 30_000, 1, 1)).toBe(500);
    expect(assistantInsurance(WAGES, 20_000, 1, 1)).toBe(0);
  });

  test("has the allowance shared among all assistants who are wanted", () => {
    expect(assistantInsurance(WAGES, 30_000, 2, 1)).toBe(1000);
    // Nobody wanted, somebody still there: the whole of it.
    expect(assistantInsurance(WAGES, 30_000, 0, 1)).toBe(500);
  });

  test("is due in full where the allowance is for firms alone, in part where it is given in part", () => {
    expect(assistantInsurance({ ...WAGES, assistantAllowance: 0 }, 30_000, 1, 1)).toBe(1500);
    expect(assistantInsurance({ ...WAGES, assistantAllowance: 0.5 }, 30_000, 1, 1)).toBe(1000);
  });
});
