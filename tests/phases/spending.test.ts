/** Small sums of the council's money, each with round numbers: what is spent, what supports direct payments, grants. */
import { describe, expect, test } from "vitest";
import { councilSpending } from "../../src/model/week/money.ts";
import { lookAfterPayments } from "../../src/model/week/payment-accounts.ts";
import { Purpose } from "../../src/model/world/accounts.ts";
import { otherSpend, voluntaryGrants } from "../../src/model/world/spending.ts";
import type { World } from "../../src/model/world/world.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";
import { runTiny } from "../support/tiny-run.ts";

const founded = (): World => start(scenarioFrom(smallCouncil({ burnInWeeks: 0 })), "1").world;

describe("what the council has spent", () => {
  test.each([
    ["homeCareFee", 1],
    ["directPayment", 1],
    ["serviceFund", 1],
    ["careHomeFee", 1],
    ["otherSpend", 1],
    ["assistantCheck", 1],
    ["clawBack", -1],
    ["charge", 0],
    ["reserveAddition", 0],
  ] as const)("counts what moves as %s %i times", (purpose, times) => {
    const world = founded();
    const before = councilSpending(world);
    world.ledger.transfer(world.accounts.council, world.accounts.economy, 700, Purpose[purpose]);
    expect(councilSpending(world) - before).toBe(700 * times);
  });
});

describe("support of direct payments", () => {
  test("is paid at today's prices: so much a holder, an hour of readiness, a check, a card", () => {
    const world = founded();
    const { era, ledger, market, tally, council } = world;
    const costs = { supportCost: 100, supportPerHolder: 1, coverCost: 50, checkCost: 5000, cardFee: 20 };
    world.era = { ...era, directPayment: { ...era.directPayment, ...costs, monitoring: "prepaid cards" } };
    Object.assign(tally, { holders: 30, reliefMinutes: 600, assistantChecks: 3 });
    council.holders = council.openingHolders = 30;
    market.priceIndex = 1.1;
    world.week = 1;
    const moved = (purpose: number): number => ledger.moved[purpose];
    lookAfterPayments(world);
    // Thirty holders at £1, ten hours at 50 pence; three checks at £50; thirty cards at 20 pence: all a tenth dearer.
    expect(moved(Purpose.paymentSupport)).toBe(3850);
    expect(moved(Purpose.assistantCheck)).toBe(16_500);
    expect(moved(Purpose.paymentCard)).toBe(660);
  });

  test("leaves it to nobody who pays wages to fall behind with the charge", () => {
    // Art, Beth and Cora are charged; Beth employs assistants, whose pay cannot wait.
    const { paid, result } = runTiny("1", 1, ["directPayment.arrears=1"]);
    expect(paid("directPaymentCharge")).toEqual({ "Beth → Beth's direct payment": [720] });
    expect(result.weeks).toBe(1);
  });
});

describe("other spending", () => {
  /** £10 million a year, of which £1 million were grants at the opening; a tenth was cut, prices are a tenth higher. */
  const spent = (grants: number): { readonly all: number; readonly grants: number } => {
    const world = founded();
    const { era, council, market } = world;
    const money = { otherSpend: 10e8, voluntaryGrants: grants };
    world.era = { ...era, council: { ...era.council, ...money }, size: { ...era.size, scale: 0.5 } };
    council.openingVoluntary = 1e8;
    council.otherRatio = 0.9;
    market.priceIndex = 1.1;
    return { all: otherSpend(world), grants: voluntaryGrants(world) };
  };
  const weekly = (yearly: number): number => (0.5 * 0.9 * 1.1 * yearly) / (365.25 / 7);

  test("moves by what grants are changed by, and is never less than they are", () => {
    expect(spent(1e8).all).toBeCloseTo(weekly(10e8), 6);
    expect(spent(1.5e8).all).toBeCloseTo(weekly(10.5e8), 6);
    expect(spent(0).all).toBeCloseTo(weekly(9e8), 6);
    expect(spent(1.5e8).grants).toBeCloseTo(weekly(1.5e8), 6);
  });
});
