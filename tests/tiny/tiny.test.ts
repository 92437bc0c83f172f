/**
 * A council so small that a person can follow every penny: scenarios/tiny.yaml beside arithmetic on paper.
 *
 * Twelve people. Ada, Alf and Amy are older and have 8¾ hours of home care a week each, which the council arranges; so
 * has Bill, who is disabled, 18¾ hours. Carl and Cleo live in supported living with 35 hours each. Four hold a direct
 * payment: Art, older, buys 10½ hours from the agency; Beth, disabled, employs assistants for 12 hours; Cora, with a
 * learning disability, takes 6 hours of community options; Dora, mentally ill, buys 8 hours from the agency at a rate
 * that is 1.3 times the fee. Eve and Ezra pay for 10¼ hours each themselves.
 *
 * Two providers. The agency has three care workers, Fay, Finn and Flo; supported living has two, Gina and Gus. (The
 * council's own team exists, has no work and costs nothing.) Two more people live in care homes.
 *
 * Eight weeks from 29 February 2016. The sixth begins on 4 April: a new wage floor, taxes, budget, fees and rates.
 *
 * Nobody comes, goes, falls ill, changes job or is late by chance. What is still drawn moves no money: quality, the ways
 * people are and the dates of reviews; what Art's family could spend, of which a twenty-fifth of the usual would do, and
 * less than that falls to one in 25 million; and whether Beth has one assistant or two, who share the same hours and
 * earn too little for tax. One thing does: somebody leaves a care home in one of 160 such runs, for the longest stay
 * that a scenario can ask for is fifty years. It does not happen under these seeds.
 */
import { describe, expect, test } from "vitest";
import { PURPOSES } from "../../src/simulation/index.ts";
import {
  AGENCY_WEEK,
  CHARGES,
  CONTACT_MINUTES,
  FEE,
  FEE_AFTER,
  GROSS,
  INCOME_AFTER,
  LANDMARKS,
  OTHER_AFTER,
  PAID_MINUTES,
  POST_AFTER,
  PRICE,
  SUPPORTED_LIVING_AFTER,
  WAGE_AFTER,
  YEAR,
} from "../support/tiny-paper.ts";
import { pence, runTiny, weekly } from "../support/tiny-run.ts";

describe.each(["1", "2"])("the tiny council under seed %s", (seed) => {
  const { result, paid, balances } = runTiny(seed);

  test("the rates, for the reader with a pencil", () => {
    expect([CONTACT_MINUTES, PAID_MINUTES, GROSS, CHARGES]).toEqual([1680, 2119, 600_492, 45_570]);
    expect(LANDMARKS.ON_COSTS).toBeCloseTo(0.058772, 6);
    expect(PRICE).toBeCloseTo(1604.1775, 4);
    expect(WAGE_AFTER).toBeCloseTo(733.3806, 4);
    expect(LANDMARKS.GAP).toBeCloseTo(0.041979, 6);
    expect(LANDMARKS.PASS_THROUGH).toBeCloseTo(0.496249, 6);
    expect(FEE_AFTER).toBeCloseTo(1369.2496, 4);
    expect(SUPPORTED_LIVING_AFTER).toBeCloseTo(1420.3752, 4);
  });

  test("what everybody starts with: reserves of £400, and three weeks' cost in each provider's account", () => {
    expect(paid("opening")).toEqual({ "exchequer → reserves": [40_000, 0, 0, 0, 0, 0, 0, 0] });
    // 70 hours × (£7.00 × 1.16 + £5.20) = £932.40 a week.
    const supportedLiving = pence(3 * 70 * (700 * 1.16 + 520), 279_720);
    expect(paid("ownerCapital")).toEqual({
      "owners → agency": [pence(3 * AGENCY_WEEK, 423_935), 0, 0, 0, 0, 0, 0, 0],
      "owners → supported living": [supportedLiving, 0, 0, 0, 0, 0, 0, 0],
    });
  });

  test("the council is given grant, council tax, precept and money from the NHS", () => {
    const tax = pence((118_000 * 250 * 0.98 * 0.36) / YEAR, 199_461);
    const { grant, councilTax, precept, nhs } = INCOME_AFTER;
    expect(paid("grant")).toEqual({ "exchequer → council": weekly(pence(16_600_000 / YEAR, 318_138), grant) });
    expect(paid("councilTax")).toEqual({ "taxpayers → council": weekly(tax, councilTax) });
    expect(paid("precept")).toEqual({ "taxpayers → council": weekly(0, precept) });
    expect(paid("nhsTransfer")).toEqual({ "NHS → council": weekly(pence(1_000_000 / YEAR, 19_165), nhs) });
  });

  test("people are charged 90 % of what is over the protected minimum, a tariff on savings included", () => {
    // £15,250 of savings is £1,000 over the limit: £4 a week. April adds 2 %.
    const older = pence(0.9 * (3800 + 400), 3780);
    const physical = pence(0.9 * (400 + 400), 720);
    const learning = pence(0.9 * (-200 + 400), 180);
    // Dora's income is £10 under the minimum, and £4 do not fill that: no charge.
    const olderAfter = pence(0.9 * (3800 * 1.02 + 400), 3848);
    const physicalAfter = pence(0.9 * (400 * 1.02 + 400), 727);
    const learningAfter = pence(0.9 * (-200 * 1.02 + 400), 176);
    expect(paid("charge")).toEqual({
      "Ada → council": weekly(older, olderAfter),
      "Alf → council": weekly(older, olderAfter),
      "Amy → council": weekly(older, olderAfter),
      "Bill → council": weekly(physical, physicalAfter),
      "Carl → council": weekly(learning, learningAfter),
      "Cleo → council": weekly(learning, learningAfter),
    });
    expect(paid("directPaymentCharge")).toEqual({
      "Art → Art's direct payment": weekly(older, olderAfter),
      "Beth → Beth's direct payment": weekly(physical, physicalAfter),
      "Cora → Cora's direct payment": weekly(learning, learningAfter),
    });
  });

  test("the council pays for home care and supported living five weeks in arrears", () => {
    // Five weeks are owed at the start, 45 hours each; then come the first weeks' invoices, a visit book at a time.
    const owed = pence(45 * FEE, 60_435);
    const invoice = 3 * pence((525 * FEE) / 60, 11_751) + pence((1125 * FEE) / 60, 25_181);
    expect(invoice).toBe(60_434);
    expect(paid("homeCareFee")).toEqual({ "council → agency": weekly(owed, invoice) });
    expect(paid("supportedLivingFee")).toEqual({ "council → supported living": weekly(70 * 1395, 2 * 35 * 1395) });
  });

  test("a direct payment is the assessed hours at the council's rate, less the charge", () => {
    const art = pence(10.5 * FEE, 14_102) - 3780;
    const artAfter = pence(10.5 * FEE_AFTER, 14_377) - 3848;
    // An assistant's hour is 1.25 times the wage floor.
    const beth = pence(12 * 1.25 * 670, 10_050) - 720;
    const bethAfter = pence(12 * 1.25 * 720, 10_800) - 727;
    const cora = pence(6 * FEE, 8058) - 180;
    const coraAfter = pence(6 * FEE_AFTER, 8215) - 176;
    const dora = pence(8 * 1.3 * FEE, 13_967);
    const doraAfter = pence(8 * 1.3 * FEE_AFTER, 14_240);
    expect(paid("directPayment")).toEqual({
      "council → Art's direct payment": weekly(art, artAfter),
      "council → Beth's direct payment": weekly(beth, bethAfter),
      "council → Cora's direct payment": weekly(cora, coraAfter),
      "council → Dora's direct payment": weekly(dora, doraAfter),
    });
  });

  test("holders and self-funders buy at the agency's price; what the budget lacks is topped up", () => {
    const eve = pence(10.25 * PRICE, 16_443);
    expect(paid("privatePurchase")).toEqual({ "Eve → agency": weekly(eve, eve), "Ezra → agency": weekly(eve, eve) });
    // Art's 10½ hours cost £168.44, his budget is £141.02 and from April £143.77. Dora's 8 cost less than hers.
    const art = pence(10.5 * PRICE, 16_844);
    const dora = pence(8 * PRICE, 12_833);
    expect(paid("directPaymentPurchase")).toEqual({
      "Art's direct payment → agency": weekly(14_102, 14_377),
      "Dora's direct payment → agency": weekly(dora, dora),
    });
    // Community options cost 95 % of the opening fee, and 2 % more from April.
    expect(paid("communityPurchase")).toEqual({
      "Cora's direct payment → economy": weekly(pence(6 * 0.95 * 1343, 7655), pence(6 * 0.95 * 1343 * 1.02, 7808)),
    });
    // Beth's assistants cost £116.58 and from April £125.28; her budget is £100.50 and from April £108.00.
    expect(paid("topUp")).toEqual({
      "Art → agency": weekly(art - 14_102, art - 14_377),
      "Beth → Beth's direct payment": weekly(11_658 - 10_050, 12_528 - 10_800),
    });
    const topUps = weekly(2742 + 1608, 2467 + 1728).reduce((sum, each) => sum + each, 0);
    expect(balances["Art's direct payment"]).toBe(0);
    expect(balances["Beth's direct payment"]).toBe(0);
    expect(topUps).toBe(34335);
  });

  test("people have the income that they are charged, pay and add", () => {
    expect(paid("householdIncome")).toEqual({
      "economy → Ada": weekly(3780, 3848),
      "economy → Alf": weekly(3780, 3848),
      "economy → Amy": weekly(3780, 3848),
      "economy → Art": weekly(3780 + 2742, 3848 + 2467),
      "economy → Bill": weekly(720, 727),
      "economy → Beth": weekly(720 + 1608, 727 + 1728),
      "economy → Carl": weekly(180, 176),
      "economy → Cleo": weekly(180, 176),
      "economy → Cora": weekly(180, 176),
      "economy → Eve": weekly(16_443, 16_443),
      "economy → Ezra": weekly(16_443, 16_443),
    });
  });

  test("the council pays for care homes, assessment and everything else", () => {
    const homes = 2 * 66_300;
    const homesAfter = pence(2 * 66_300 * (1 + LANDMARKS.UPLIFT), 135_192);
    expect(paid("careHomeFee")).toEqual({ "council → care homes": weekly(homes, homesAfter) });
    expect(paid("careHomeCharge")).toEqual({ "economy → council": weekly(homes / 4, homesAfter / 4) });
    expect(paid("assessmentStaff")).toEqual({
      "council → economy": weekly(pence(4_000_000 / YEAR, 76_660), pence(POST_AFTER, 78_193)),
    });
    expect(paid("otherSpend")).toEqual({
      "council → economy": weekly(pence(10_000_000 / YEAR, 191_650), pence(OTHER_AFTER, 187_660)),
    });
  });

  test("reserves close the week, then local taxpayers; from April there is something to put back", () => {
    const before =
      318_138 + 199_461 + 19_165 + 12_420 + 33_150 - (60_435 + 97_650 + 41_497 + 132_600 + 76_660 + 191_650);
    expect(before).toBe(-18_158);
    expect(paid("reserveDraw")).toEqual({ "reserves → council": [18_158, 18_158, 40_000 - 2 * 18_158, 0, 0, 0, 0, 0] });
    expect(paid("overspend")).toEqual({ "taxpayers → council": [0, 0, 18_158 - 3684, 18_158, 18_158, 0, 0, 0] });
    const income = 320_055 + 203_771 + 11_164 + 22_998 + (3 * 3848 + 727 + 2 * 176) + 33_798;
    const spending = 60_434 + 97_650 + (10_529 + 10_073 + 8039 + 14_240) + 135_192 + 78_193 + 187_660;
    expect(income - spending).toBe(2399);
    expect(paid("reserveAddition")).toEqual({ "council → reserves": weekly(0, 2399) });
    expect([balances["council"], balances["reserves"]]).toEqual([0, 3 * 2399]);
  });

  test("every purpose is in this file or in the one about pay", () => {
    const elsewhere = ["pay", "assistantPay", "consumption", "payrollTax", "pension", "overhead", "drawings"];
    const here = [
      "opening ownerCapital grant councilTax precept nhsTransfer charge directPaymentCharge homeCareFee",
      "supportedLivingFee directPayment privatePurchase directPaymentPurchase communityPurchase topUp",
      "householdIncome careHomeFee careHomeCharge assessmentStaff otherSpend reserveDraw overspend reserveAddition",
    ].flatMap((line) => line.split(" "));
    const seen = PURPOSES.filter((purpose) => Object.keys(paid(purpose)).length > 0);
    expect([...seen].sort()).toEqual([...elsewhere, ...here].sort());
    expect(Object.values(balances).reduce((sum, balance) => sum + balance, 0)).toBe(0);
  });

  test("what is reported is what was reckoned", () => {
    expect(result.mondays[5]).toBe("2016-04-04");
    expect(Array.from(result.weekly["prices.frameworkFee"])).toEqual(
      weekly(FEE / 100, result.weekly["prices.frameworkFee"][5]),
    );
    expect(result.weekly["prices.frameworkFee"][5]).toBeCloseTo(FEE_AFTER / 100, 9);
  });
});
