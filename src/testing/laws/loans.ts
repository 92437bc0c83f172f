/** The law of loans: who buys an agency on credit pays it back with interest, the same every week, and not a week longer. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { PURPOSES } from "../../model/world/accounts.ts";
import { EVENT_KINDS } from "../../model/world/events.ts";
import type { World } from "../../model/world/world.ts";
import type { Notes } from "../law.ts";
import { weeklyLaw } from "../weekly.ts";

const LENT = PURPOSES.indexOf("purchase");
const SERVED = PURPOSES.indexOf("loanService");
const SOLD = EVENT_KINDS.findIndex(({ code }) => code === "provider.transferred");

interface Contract {
  readonly instalment: number;
  readonly end: number;
}

/** What each agency earns its owner a week, pence, by key: what is left of revenue, full drawings not taken off. */
function earnings({ providers, era, market }: World): Map<number, number> {
  const { revenueMean, costMean } = providers.columns;
  const drawings = era.prices.drawingsPerWeek * market.priceIndex;
  const { live, liveCount, keys } = providers;
  return new Map(
    Array.from(live.subarray(0, liveCount), (row) => [keys[row], revenueMean[row] - (costMean[row] - drawings)]),
  );
}

/** What the terms of this week's sales come to in all, pence: with no interest, and with interest on all of it. */
function checkLent(notes: Notes, { era, ledger, week }: World, lent: number, promised: number): void {
  const { loanRate, loanYears } = era.providers;
  // Every weekly part is rounded once, and the term is cut to whole weeks.
  const loose = (ledger.unit * loanYears * WEEKS_PER_YEAR) / 2;
  const least = lent * (1 - 1 / (loanYears * WEEKS_PER_YEAR)) - loose;
  const most = lent * (1 + loanRate * loanYears) + loose;
  const holds = promised >= least && promised <= most;
  notes.unless(holds, () => `week ${week}: ${lent} pence were lent, and ${promised} are to be paid back`);
}

/** Agencies sold by events from a place in the log on, by key. */
const soldSince = ({ events }: World, from: number): ReadonlySet<number> =>
  new Set(
    Array.from(events.columns.agent.subarray(from, events.count)).filter(
      (_, at) => events.columns.kind[from + at] === SOLD,
    ),
  );

/** Nobody lends more than what is earned pays back; loan and instalment are each rounded once. */
function checkEarned(notes: Notes, { week, ledger }: World, key: number, instalment: number, earned: number): void {
  const holds = instalment <= Math.max(0, earned) + 2 * ledger.unit;
  notes.unless(holds, () => `week ${week}: agency ${key} earns ${earned} pence a week and owes ${instalment} of them`);
}

const contractOf = ({ columns }: World["providers"], row: number): Contract => ({
  instalment: columns.instalment[row],
  end: columns.loanEnd[row],
});

export const E27 = weeklyLaw(
  "E27",
  "Only a sale begins a loan; its instalments come to the loan and to interest on no more than all of it, each of them no " +
    "more than the agency then earned, and the agency pays the bank exactly one in each week of the term and in no other.",
  ["instalments", "loans begun", "loans at the founding"],
  (notes) => {
    let contracts = new Map<number, Contract>();
    let lent = 0;
    let paid = new Map<number, number>();
    let events = 0;
    const note = (world: World): void => {
      const { live, liveCount, keys } = world.providers;
      contracts = new Map(
        Array.from(live.subarray(0, liveCount), (row) => [keys[row], contractOf(world.providers, row)]),
      );
    };
    let earned = new Map<number, number>();
    return {
      founded: (world) => {
        note(world);
        earned = earnings(world);
        for (const [key, { instalment }] of contracts) {
          if (instalment > 0) notes.seen("loans at the founding");
          checkEarned(notes, world, key, instalment, earned.get(key) ?? 0);
        }
      },
      transfer: (from, _, pence, purpose) => {
        if (purpose === LENT) lent += pence;
        if (purpose === SERVED) paid.set(from, (paid.get(from) ?? 0) + pence);
      },
      before: (phase, world) => {
        if (phase === "providers") {
          events = world.events.count;
          earned = earnings(world);
        }
        if (phase !== "calendar") return;
        lent = 0;
        paid = new Map();
      },
      after: (phase, world) => {
        if (phase !== "money") return;
        const { live, liveCount, keys, columns } = world.providers;
        for (const row of live.subarray(0, liveCount)) {
          const { instalment, end } = contracts.get(keys[row]) ?? { instalment: 0, end: 0 };
          const due = world.week < end ? instalment : 0;
          if (due > 0) notes.seen("instalments");
          const is = paid.get(columns.account[row]) ?? 0;
          notes.unless(is === due, () => `week ${world.week}: agency ${keys[row]} pays ${is} pence of ${due} due`);
        }
      },
      week: (world) => {
        const { providers, week } = world;
        const sold = soldSince(world, events);
        let promised = 0;
        for (const row of providers.live.subarray(0, providers.liveCount)) {
          const now = contractOf(providers, row);
          const before = contracts.get(providers.keys[row]) ?? { instalment: 0, end: 0 };
          if (sold.has(providers.keys[row])) {
            notes.seen("loans begun");
            promised += now.instalment * (now.end - week);
            checkEarned(notes, world, providers.keys[row], now.instalment, earned.get(providers.keys[row]) ?? 0);
          } else {
            const same = now.instalment === before.instalment && now.end === before.end;
            notes.unless(same, () => `week ${week}: the loan of ${providers.keys[row]} changes without a sale`);
          }
        }
        checkLent(notes, world, lent, promised);
        note(world);
      },
    };
  },
);
