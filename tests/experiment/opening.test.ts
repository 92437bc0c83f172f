/** How a council opens: what is left of its first year, and the grant that would leave nothing. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ACCOUNT, openingYear } from "../../src/experiment/opening.ts";
import { lookupAmong, resolveOrThrow, simulate, type ResolvedScenario } from "../../src/simulation/index.ts";

const council = (set: Readonly<Record<string, number>>, weeks = 60): ResolvedScenario =>
  resolveOrThrow({
    entry: { name: "council.yaml", text: `format: 1\nname: council\nweeks: ${weeks}\nburnInWeeks: 4\n` },
    lookup: lookupAmong({}),
    set: ["size.scale=0.05", ...Object.entries(set).map(([path, value]) => `${path}=${value}`)],
  }).scenario;

describe("the grant at which the first year balances", () => {
  test("leaves nothing over and nothing missing, whatever the council and the grant it had", () => {
    let [short, rich, compared] = [0, 0, 0];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 20, max: 90, noNaN: true }),
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        (seed, grant, grantChange, taxes) => {
          const given = { "council.grantChange": grantChange, "council.taxBase": 112_000 * taxes };
          const year = openingYear(council({ ...given, "council.grant": grant }), String(seed), []);
          expect(year.grant).toBeCloseTo(grant, 9);
          if (year.left < 0) short++;
          else rich++;
          // A council with less than no grant cannot be; one that held starts back spends more with the grant.
          if (year.balancingGrant < 0 || year.answered) return;
          compared++;
          const balanced = openingYear(council({ ...given, "council.grant": year.balancingGrant }), String(seed), []);
          // The grant is paid in whole pence a week.
          expect(Math.abs(balanced.left)).toBeLessThan(53e-8);
          const { grantChange: was, balancingChange } = year;
          expect(was).toBeCloseTo(grantChange, 12);
          const changed = { ...given, "council.grant": grant, "council.grantChange": balancingChange };
          expect(Math.abs(openingYear(council(changed), String(seed), []).left)).toBeLessThan(53e-8);
        },
      ),
      { numRuns: 12 },
    );
    expect(short).toBeGreaterThan(1);
    expect(rich).toBeGreaterThan(1);
    expect(compared).toBeGreaterThan(3);
  });

  test("is too small where starts were held back for want of reserves, and says so", () => {
    const year = openingYear(council({ "council.grant": 5, "council.emergencyRounds": 1 }), "1", []);
    expect(year.answered).toBe(true);
    const balanced = openingYear(council({ "council.grant": year.balancingGrant }), "1", []);
    expect(balanced.left).toBeLessThan(-0.01);
  });

  test("is not defined where no grant reaches the council", () => {
    expect(openingYear(council({ "council.grantChange": 0 }), "1", []).balancingGrant).toBeNaN();
  });
});

test("what is left is what reserves hold more at the end, and income is what the levers give", () => {
  const year = openingYear(council({ "council.grant": 200, "nhs.betterCareFund": 3 }), "1", []);
  const { weekly } = simulate(council({ "council.grant": 200, "nhs.betterCareFund": 3 }, 52), "1");
  const reserves = weekly["council.reserves"];
  // Of 52 weeks the first has been put aside before the first figure.
  expect((year.left * 52) / (365.25 / 7)).toBeCloseTo(((reserves[51] - reserves[0]) * 52) / 51, 1);
  expect(year.account["income.grant"]).toBeCloseTo(200 * 0.05, 5);
  // Of the fund no more is paid than its purposes take.
  expect(year.account["income.fund"]).toBeGreaterThan(0);
  expect(year.account["income.fund"]).toBeLessThanOrEqual(3 * 0.05);
  expect(year.weeks).toBe(52);
});

describe("the account of the year", () => {
  const KEYS = ["council.grossSpend", "council.communitySpend", "council.charges", "council.netBudget"];

  test.each([
    [
      "with all it may pay for",
      { "nhs.betterCareFund": 3, "framework.electronicMonitoring": 0.5, "providers.microSupport": 9e5 },
    ],
    ["with money over", { "council.grant": 200 }],
    ["with too little", { "council.grant": 1, "council.openingReserves": 0 }],
  ])("adds up to the penny and holds what the measures count, %s", (_, set) => {
    const { account, left, means, weeks } = openingYear(council(set), "2", KEYS);
    const penny = (1e-8 * 52) / weeks;
    const { "council.grossSpend": gross, "council.allCharges": charges, "council.netBudget": budget } = account;
    expect(Math.abs(gross - charges - budget + left)).toBeLessThan(penny / 10);
    for (const key of KEYS) expect(account[key]).toBeCloseTo(means[key], 9);
    for (const { key, lines } of ACCOUNT) {
      const sum = Object.keys(lines).reduce((total, line) => total + account[line], 0);
      expect(account[key]).toBeCloseTo(sum, 9);
    }
  });

  test("has no line that nothing is ever paid for", () => {
    const set = { "nhs.betterCareFund": 3, "framework.electronicMonitoring": 0.5, "council.precept": 0.02 };
    const { account } = openingYear(council(set), "1", []);
    const empty = Object.entries(account).filter(([, value]) => !(value > 0));
    expect(empty.map(([key]) => key)).toEqual(["income.precept"]);
  });
});

test("means are those of a run that goes on, and a shorter scenario gives the weeks it has", () => {
  const keys = ["prices.frameworkFee", "people.funded", "council.grossSpend"];
  const { weekly } = simulate(council({}), "3");
  const year = openingYear(council({}), "3", keys);
  for (const key of keys) {
    const mean = weekly[key].subarray(0, 52).reduce((sum, value) => sum + value, 0) / 52;
    expect(year.means[key]).toBeCloseTo(mean, 9);
  }
  expect(openingYear(council({}, 8), "3", keys).weeks).toBe(8);
});
