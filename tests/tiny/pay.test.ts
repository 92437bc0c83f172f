/** The tiny council's providers and workers, penny by penny; who they are is told at the top of tiny.test.ts. */
import { describe, expect, test } from "vitest";
import { AGENCY_WEEK, WAGE_AFTER } from "../support/tiny-paper.ts";
import { pence, runTiny, weekly } from "../support/tiny-run.ts";

/** A payslip at the agency: 2,119 paid minutes, with the pension of an employer of three. */
const gross = pence((2119 * 700) / 60, 24_722);
const grossAfter = pence((2119 * WAGE_AFTER) / 60, 25_901);
/** A fifth of what is over £203.85 a week, from April £211.54. */
const incomeTax = pence(0.2 * (24_722 - 20_385), 867);
const incomeTaxAfter = pence(0.2 * (25_901 - 21_154), 949);
/** 12 % from the worker and 13.8 % from the employer of what is over £156, from April £160. */
const insurance = pence(0.12 * (24_722 - 15_600), 1095);
const insuranceAfter = pence(0.12 * (25_901 - 16_000), 1188);
const employerInsurance = pence(0.138 * (24_722 - 15_600), 1259);
const employerInsuranceAfter = pence(0.138 * (25_901 - 16_000), 1366);
/** 3 % from the worker and 2 % from the employer of what is over £112. */
const pension = pence(0.03 * (24_722 - 11_200), 406);
const pensionAfter = pence(0.03 * (25_901 - 11_200), 441);
const employerPension = pence(0.02 * (24_722 - 11_200), 270);
const employerPensionAfter = pence(0.02 * (25_901 - 11_200), 294);
const net = gross - incomeTax - insurance - pension;
const netAfter = grossAfter - incomeTaxAfter - insuranceAfter - pensionAfter;

/** A payslip in supported living: 2,436 paid minutes, no pension from an employer of two. */
const grossLiving = pence((2436 * 700) / 60, 28_420);
const grossLivingAfter = pence((2436 * WAGE_AFTER) / 60, 29_775);
const deductedLiving = pence(0.2 * (28_420 - 20_385), 1607) + pence(0.12 * (28_420 - 15_600), 1538);
const deductedLivingAfter = pence(0.2 * (29_775 - 21_154), 1724) + pence(0.12 * (29_775 - 16_000), 1653);
const employerLiving = pence(0.138 * (28_420 - 15_600), 1769);
const employerLivingAfter = pence(0.138 * (29_775 - 16_000), 1901);

/**
 * Employer National Insurance that is really due: the first £120 of the year are let off, from April £180 of a new one.
 * The agency owes 3 × £12.59 a week, £113.31 in three weeks, so that £6.69 are left for the fourth.
 */
const agencyOwes = [0, 0, 0, 3 * 1259 - (12_000 - 3 * 3 * 1259), 3 * 1259, 0, 0, 0];
/** Supported living owes 2 × £17.69 a week, £106.14 in three weeks. */
const livingOwes = [0, 0, 0, 2 * 1769 - (12_000 - 3 * 2 * 1769), 2 * 1769, 0, 0, 0];

/** 84 hours at £0.69 + £2.95, and £92 a week; 70 hours at £5.20. April adds 2 %. */
const overhead = weekly(84 * 364 + 9200, pence((84 * 364 + 9200) * 1.02, 40_572));

describe.each(["1", "2"])("pay under seed %s", (seed) => {
  const { paid, balances } = runTiny(seed);

  test("three carers get their pay at the agency, two in supported living, and spend it", () => {
    expect([net, netAfter]).toEqual([22_354, 23_323]);
    const living = weekly(grossLiving - deductedLiving, grossLivingAfter - deductedLivingAfter);
    expect(living[0]).toBe(25_275);
    expect(living[7]).toBe(26_398);
    expect(paid("pay")).toEqual({
      "agency → Fay": weekly(net, netAfter),
      "agency → Finn": weekly(net, netAfter),
      "agency → Flo": weekly(net, netAfter),
      "supported living → Gina": living,
      "supported living → Gus": living,
    });
    expect(paid("consumption")).toEqual({
      "Fay → economy": weekly(net, netAfter),
      "Finn → economy": weekly(net, netAfter),
      "Flo → economy": weekly(net, netAfter),
      "Gina → economy": living,
      "Gus → economy": living,
      "Beth's assistants → economy": weekly(11_658, 12_528),
    });
  });

  test("assistants get 12 hours at 1.25 times the floor, and 16 % for leave, on which nothing is due", () => {
    // £6.70 × 1.25 = £8.375, and from April £7.20 × 1.25 = £9.00: pay follows the council's rate.
    expect(paid("assistantPay")).toEqual({
      "Beth's direct payment → Beth's assistants": weekly(
        pence(12 * 1.16 * 837.5, 11_658),
        pence(12 * 1.16 * 900, 12_528),
      ),
    });
  });

  test("the state gets what was deducted and the employer's part, less the Employment Allowance", () => {
    const agency = weekly(3 * (incomeTax + insurance), 3 * (incomeTaxAfter + insuranceAfter));
    const living = weekly(2 * deductedLiving, 2 * deductedLivingAfter);
    expect(agencyOwes).toEqual([0, 0, 0, 3108, 3777, 0, 0, 0]);
    expect(livingOwes).toEqual([0, 0, 0, 2152, 3538, 0, 0, 0]);
    // Three weeks of the new year use £122.94 and £114.06 of the new £180.
    expect([3 * 3 * employerInsuranceAfter, 3 * 2 * employerLivingAfter]).toEqual([12_294, 11_406]);
    expect([employerInsurance, employerLiving]).toEqual([1259, 1769]);
    expect(paid("payrollTax")).toEqual({
      "agency → HMRC": agency.map((deducted, week) => deducted + agencyOwes[week]),
      "supported living → HMRC": living.map((deducted, week) => deducted + livingOwes[week]),
    });
    expect(paid("pension")).toEqual({
      "agency → pensions": weekly(3 * (pension + employerPension), 3 * (pensionAfter + employerPensionAfter)),
    });
  });

  test("running costs go out, and the owner draws as much of £230 as cash allows", () => {
    expect(paid("overhead")).toEqual({
      "agency → economy": overhead,
      "supported living → economy": weekly(70 * 520, pence(70 * 520 * 1.02, 37_128)),
    });
    // Full drawings at four weeks' cost in hand, a part of them below. Cost is a mean that moves by a thirteenth a week,
    // full drawings included. The agency starts with three weeks' cost, and is paid its invoices after the owner draws.
    let cash = 423_935;
    let meanCost = AGENCY_WEEK;
    const drawn = Array.from({ length: 8 }, (_, week) => {
      const after = week >= 5;
      const sold = 2 * 16_443 + 16_844 + 12_833;
      const payroll = after ? 3 * (grossAfter + employerPensionAfter) : 3 * (gross + employerPension);
      cash += sold - payroll - agencyOwes[week] - overhead[week];
      const full = after ? 23_000 * 1.02 : 23_000;
      const drawings = Math.floor((full * cash) / (4 * meanCost) + 0.5);
      meanCost += (payroll + agencyOwes[week] + overhead[week] + full - meanCost) / 13;
      cash += (after ? 60_434 : 60_435) - drawings;
      return drawings;
    });
    expect(drawn).toEqual([15_126, 14_875, 14_631, 14_267, 13_864, 13_716, 13_290, 12_883]);
    expect(paid("drawings")).toEqual({ "agency → owners": drawn });
    expect(balances["agency"]).toBe(cash);
  });

  test("supported living ends with what it was paid less what it paid", () => {
    const before = 97_650 - 2 * grossLiving - 36_400;
    const after = 97_650 - 2 * grossLivingAfter - 37_128;
    expect([before, after]).toEqual([4410, 972]);
    expect(balances["supported living"]).toBe(279_720 + 5 * before - 2152 - 3538 + 3 * after);
  });
});
