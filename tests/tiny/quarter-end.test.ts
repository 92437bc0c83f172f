/**
 * The tiny council run on to the thirteenth week: what April decided is paid at last, and the quarter is closed.
 *
 * In the eleventh week the invoices of April fall due. In the twelfth the agency looks at its price; in the thirteenth
 * buyers pay it, and owners take what cash the firms need not keep. So that there is some, firms keep one week's cost
 * from May on instead of six. Holders' statements are read in the weeks after that.
 */
import { describe, expect, test } from "vitest";
import {
  AGENCY_WEEK,
  FEE_AFTER,
  PRICE,
  PRICE_AFTER,
  SUPPORTED_LIVING_AFTER,
  WAGE_AFTER,
} from "../support/tiny-paper.ts";
import { pence, runTiny } from "../support/tiny-run.ts";

const KEEP_LESS = "providers.cashKeptWeeks@2016-05-01=1";

/** Thirteen weeks: five before April, five in which invoices of before are paid, and three at the new fee. */
const weeks = (before: number, arrears: number, after: number): number[] =>
  Array.from({ length: 13 }, (_, week) => (week < 5 ? before : week < 10 ? arrears : after));
/** The same amount before April and after, but in the last week. */
const untilLast = (before: number, after: number, last: number): number[] => [
  ...weeks(before, after, after).slice(0, 12),
  last,
];

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

/** Eve looks at price and hours in the thirteenth week, which is her turn; Ezra looks in another week and keeps his. */
const USUAL = PRICE * 1.02;
const EVE_MINUTES = Math.floor(615 * Math.sqrt(USUAL / PRICE_AFTER));

describe.each(["1", "2"])("the tiny council's quarter under seed %s", (seed) => {
  const eight = runTiny(seed);
  const { paid, balances } = runTiny(seed, 13, [KEEP_LESS]);

  test("the first eight weeks are those of the shorter run, to the penny", () => {
    for (const purpose of ["pay", "homeCareFee", "directPayment", "drawings", "reserveAddition", "topUp"] as const) {
      const first = Object.entries(paid(purpose)).map(([route, amounts]) => [route, amounts.slice(0, 8)]);
      expect(Object.fromEntries(first)).toEqual(eight.paid(purpose));
    }
  });

  test("April's fee and price are paid from the eleventh week", () => {
    const visits = 3 * pence((525 * FEE_AFTER) / 60, 11_981) + pence((1125 * FEE_AFTER) / 60, 25_673);
    const living = 2 * pence(35 * SUPPORTED_LIVING_AFTER, 49_713);
    expect(paid("homeCareFee")).toEqual({ "council → agency": weeks(60_435, 60_434, visits) });
    expect(paid("supportedLivingFee")).toEqual({ "council → supported living": weeks(97_650, 97_650, living) });
  });

  test("the agency's price follows its costs, and who pays alone buys less", () => {
    expect(PRICE_AFTER).toBeCloseTo(1671.9902, 4);
    expect(EVE_MINUTES).toBe(608);
    expect(paid("privatePurchase")).toEqual({
      "Eve → agency": untilLast(16_443, 16_443, pence((608 * PRICE_AFTER) / 60, 16_943)),
      "Ezra → agency": untilLast(16_443, 16_443, pence((615 * PRICE_AFTER) / 60, 17_138)),
    });
    const art = pence(10.5 * PRICE_AFTER, 17_556);
    expect(paid("topUp")["Art → agency"]).toEqual(untilLast(16_844 - 14_102, 16_844 - 14_377, art - 14_377));
    expect(paid("directPaymentPurchase")["Dora's direct payment → agency"]).toEqual(
      untilLast(12_833, 12_833, pence(8 * PRICE_AFTER, 13_376)),
    );
  });

  test("holders keep half a week's budget; when statements are read, the rest of what they did not spend goes back", () => {
    // Cora's are read in the fourth week and the sixteenth, Dora's in the fifth and the seventeenth: first there is too little.
    const later = runTiny(seed, 17, [KEEP_LESS]).paid;
    const [cora, dora] = [5 * (8058 - 7655) + 11 * (8215 - 7808), 5 * 1134 + 7 * 1407 + 5 * 864];
    expect([13_967 - 12_833, 14_240 - 12_833, 14_240 - 13_376]).toEqual([1134, 1407, 864]);
    expect([4 * (8058 - 7655) < 3 * FEE_AFTER, 5 * 1134 < 4 * 1.3 * FEE_AFTER]).toEqual([true, true]);
    const fromCora = pence(cora - (6 * FEE_AFTER) / 2, 2384);
    const fromDora = pence(dora - (8 * 1.3 * FEE_AFTER) / 2, 12_719);
    expect(later("clawBack")).toEqual({
      "Cora's direct payment → council": [...zeros(15), fromCora, 0],
      "Dora's direct payment → council": [...zeros(15), 0, fromDora],
    });
    // A week's 2,399 over turns into 559 short when the new fee and price reach the bill.
    const dearer = 2399 - (61_616 - 60_434) - (99_426 - 97_650);
    expect(dearer).toBe(-559);
    const over = [...zeros(5), ...zeros(5).map(() => 2399), ...zeros(5), dearer + fromCora, dearer + fromDora];
    expect(later("reserveAddition")).toEqual({ "council → reserves": over });
  });

  test("Eve's missing minutes are shared by whole minutes: one carer gives 1,677 and two 1,678", () => {
    expect(5040 - 615 + EVE_MINUTES).toBe(1677 + 2 * 1678);
    // 1,677 × 1.0875 × 1.16 = 2,115.5 paid minutes, 1,678 give 2,116.8.
    const less = pence((2116 * WAGE_AFTER) / 60, 25_864);
    const more = pence((2117 * WAGE_AFTER) / 60, 25_876);
    const netOf = (gross: number, tax: number, insurance: number, pension: number): number =>
      gross -
      pence(0.2 * (gross - 21_154), tax) -
      pence(0.12 * (gross - 16_000), insurance) -
      pence(0.03 * (gross - 11_200), pension);
    const nets = [netOf(less, 942, 1184, 440), netOf(more, 944, 1185, 440), netOf(more, 944, 1185, 440)];
    expect(Object.values(paid("pay")).map((amounts) => amounts[12])).toEqual([...nets, 26_398, 26_398]);
    expect([pence(0.138 * (less - 16_000), 1361), pence(0.138 * (more - 16_000), 1363)]).toEqual([1361, 1363]);
    expect([pence(0.02 * (less - 11_200), 293), pence(0.02 * (more - 11_200), 294)]).toEqual([293, 294]);
  });

  test("Employment Allowance of £180 lasts into the tenth week", () => {
    // 3 × £13.66 a week at the agency, 2 × £19.01 in supported living.
    const agency = paid("payrollTax")["agency → HMRC"].slice(8, 12);
    expect(agency).toEqual([6411, 6411 + 4098 - (18_000 - 4 * 4098), 6411 + 4098, 6411 + 4098]);
    const living = paid("payrollTax")["supported living → HMRC"].slice(8);
    expect(living).toEqual([6754, 6754 + 3802 - (18_000 - 4 * 3802), 6754 + 3802, 6754 + 3802, 6754 + 3802]);
  });

  test("owners take what is over one week's cost at the quarter's end", () => {
    const owes = [0, 0, 0, 3108, 3777, 0, 0, 0, 0, 2490, 4098, 4098, 1361 + 2 * 1363];
    const fees = weeks(60_435, 60_434, 61_616);
    let cash = 423_935;
    let meanCost = AGENCY_WEEK;
    let payout = 0;
    const drawn = fees.map((fee, week) => {
      const [after, last] = [week >= 5, week === 12];
      const sold = last ? 17_138 + 16_943 + 17_556 + 13_376 : 2 * 16_443 + 16_844 + 12_833;
      const payroll = last ? 25_864 + 293 + 2 * (25_876 + 294) : after ? 3 * (25_901 + 294) : 3 * (24_722 + 270);
      const lastOverhead = pence(((5033 / 60) * 364 + 9200) * 1.02, 40_528);
      const overhead = last ? lastOverhead : after ? 40_572 : 39_776;
      cash += sold - payroll - owes[week] - overhead;
      const full = after ? 23_000 * 1.02 : 23_000;
      const drawings = Math.floor((full * cash) / (4 * meanCost) + 0.5);
      meanCost += (payroll + owes[week] + overhead + full - meanCost) / 13;
      if (last) payout = Math.floor(cash - drawings - meanCost + 0.5);
      cash += fee - drawings - payout;
      return drawings;
    });
    expect(paid("drawings")).toEqual({ "agency → owners": drawn });
    expect(paid("payout")["agency → owners"].at(-1)).toBe(payout);
    expect(balances["agency"]).toBe(cash);
  });

  test("the owners of supported living take theirs, though it has none who draws every week", () => {
    const owes = [0, 0, 0, 2152, 3538, 0, 0, 0, 0, 1010, 3802, 3802, 3802];
    const fees = weeks(97_650, 97_650, 99_426);
    let cash = 279_720;
    let meanCost = 93_240;
    fees.forEach((fee, week) => {
      const cost = (week >= 5 ? 2 * 29_775 + 37_128 : 2 * 28_420 + 36_400) + owes[week];
      meanCost += (cost - meanCost) / 13;
      cash -= cost;
      if (week < 12) cash += fee;
    });
    const payout = Math.floor(cash - meanCost + 0.5);
    expect(paid("payout")["supported living → owners"]).toEqual([...weeks(0, 0, 0).slice(0, 12), payout]);
    expect(balances["supported living"]).toBe(cash - payout + 99_426);
  });
});
