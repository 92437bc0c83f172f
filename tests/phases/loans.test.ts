/** Who sells an agency pays its loan off; when one stops, what is left goes to the lender before the owners. */
import { expect, it } from "vitest";
import { PURPOSES } from "../../src/model/world/accounts.ts";
import { ProviderStatus } from "../../src/model/world/codes.ts";
import { owedOnLoan } from "../../src/model/world/loans.ts";
import type { World } from "../../src/model/world/world.ts";
import { simulate } from "../../src/simulation/index.ts";
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
