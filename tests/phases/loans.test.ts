/** Who sells an agency pays its loan off; when one stops, what is left goes to the lender before the owners. */
import { describe, expect, it } from "vitest";
import { PURPOSES } from "../../src/model/world/accounts.ts";
import { ProviderStatus } from "../../src/model/world/codes.ts";
import { instalmentDue, owedOnLoan, takeLoan } from "../../src/model/world/loans.ts";
import type { World } from "../../src/model/world/world.ts";
import { simulate, start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

const REPAID = PURPOSES.indexOf("loanRepaid");
const PAYOUT = PURPOSES.indexOf("payout");
const LENT = PURPOSES.indexOf("purchase");

/** Agencies change hands often, and close often. */
const council = scenarioFrom(
  smallCouncil({
    weeks: 104,
    set: {
      "size.scale": 0.06,
      "providers.transferRate": 0.1,
      "providers.closureBase": 0.02,
      "providers.entryRate": 0.1,
    },
  }),
);

const owedBy = (world: World): Map<number, number> => {
  const { live, liveCount } = world.providers;
  return new Map(Array.from(live.subarray(0, liveCount), (row) => [row, owedOnLoan(world, row)]));
};

const seen = { inFull: 0, inPart: 0, sold: 0 };

it.each(["1", "2", "3"])("pays creditors before owners, and an old loan before a new one: seed %s", (seed) => {
  let lines: { from: number; pence: number; purpose: number }[] = [];
  simulate(council, seed, {
    journal: { transfer: (_, from, __, pence, purpose) => lines.push({ from, pence, purpose }) },
    phases: (all) =>
      all.map((phase) =>
        phase.name !== "providers"
          ? phase
          : {
              ...phase,
              run: (world) => {
                const owed = owedBy(world);
                lines = [];
                phase.run(world);
                const { account, status } = world.providers.columns;
                const paid = (from: number, purpose: number): number =>
                  lines
                    .filter((line) => line.from === from && line.purpose === purpose)
                    .reduce((s, l) => s + l.pence, 0);
                for (const [row, loan] of owed) {
                  if (status[row] === ProviderStatus.trading || loan === 0) continue;
                  const repaid = paid(account[row], REPAID);
                  expect(repaid).toBeLessThanOrEqual(loan);
                  if (paid(account[row], PAYOUT) > 0) expect(repaid).toBe(loan);
                  seen[repaid === loan ? "inFull" : "inPart"] += 1;
                }
                const sales = paid(world.accounts.banks, LENT) > 0 && paid(world.accounts.owners, REPAID) > 0;
                seen.sold += sales ? 1 : 0;
              },
            },
      ),
  });
});

it("has seen each of them", () => {
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});

describe("a loan", () => {
  const YEAR = 365.25 / 7;

  /** On an agency that earns £200 a week over cost, and its owner's £230 beside. */
  const bought = (loanMultiple: number, loanRate: number): { world: World; row: number; loan: number } => {
    const { world } = start(scenarioFrom(smallCouncil({ burnInWeeks: 0 })), "1");
    const { era, providers, market } = world;
    const terms = { loanMultiple, loanShare: 0.5, loanYears: 10, loanRate };
    world.era = {
      ...era,
      providers: { ...era.providers, ...terms },
      prices: { ...era.prices, drawingsPerWeek: 23_000 },
    };
    market.priceIndex = 1;
    const row = providers.live[0];
    providers.columns.revenueMean[row] = 120_000;
    providers.columns.costMean[row] = 100_000;
    return { world, row, loan: takeLoan(world, row) };
  };

  it("is half of three years' earnings, in equal parts over ten years, the last of them in week 521", () => {
    const { world, row, loan } = bought(3, 0);
    expect(loan).toBe(Math.round(0.5 * 3 * 43_000 * YEAR));
    expect(instalmentDue(world, row)).toBe(6450);
    expect(owedOnLoan(world, row)).toBe(520 * 6450);
    world.week = 520;
    expect([instalmentDue(world, row), owedOnLoan(world, row)]).toEqual([6450, 0]);
    world.week = 521;
    expect([instalmentDue(world, row), owedOnLoan(world, row)]).toEqual([0, 0]);
  });

  it("bears interest: at 8 % each £100 cost £14.90 a year", () => {
    const { world, row, loan } = bought(3, 0.08);
    expect((instalmentDue(world, row) * YEAR) / loan).toBeCloseTo(0.14903, 4);
    // What is owed is the 520 instalments that are left, less the interest that will not have run: about the loan itself.
    expect(owedOnLoan(world, row) / loan).toBeGreaterThan(0.99);
    expect(owedOnLoan(world, row) / loan).toBeLessThan(1);
  });

  it("is no more than all earnings pay off", () => {
    const { world, row } = bought(30, 0);
    expect(instalmentDue(world, row)).toBe(43_000);
  });
});
