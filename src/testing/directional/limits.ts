/** The directional law of limits: no people, a fee beyond every cost, no fee. */
import { ProviderKind } from "../../model/world/codes.ts";
import { DECISION_WEEKS } from "../../model/world/providers.ts";
import type { World } from "../../model/world/world.ts";
import { leaves, simulate, start } from "../../simulation/index.ts";
import { lawOf, type Case, type Law, type LawOptions, type Notes } from "../law.ts";
import { always } from "../variants.ts";

/** Every lever that brings people, at nothing. */
const nobodyComes = (): Readonly<Record<string, number>> =>
  Object.fromEntries(
    leaves
      .filter(({ path }) => /^size\.(homeCare|directPayments|supportedLiving|dayServices|selfFunders)/.test(path))
      .concat(leaves.filter(({ path }) => /^demand\.(assessed|shortTerm|selfFunders)PerWeek/.test(path)))
      .map(({ path }) => [path, 0]),
  );

/**
 * Nobody owes on a loan here: what a buyer borrowed at the opening was lent against what the opening fee earns, so that
 * no fee is beyond it. A small firm that then loses clients to death may not earn its instalments, whatever the fee.
 */
const RICH: Readonly<Record<string, number>> = {
  "framework.openingFee": 10_000,
  "framework.feeChange": 1,
  "framework.supportedLivingPrice": 1000,
  "framework.dayPrice": 1000,
  "providers.cashKeptWeeks": 20,
  "providers.loanShare": 0,
};

export const D6: Law = lawOf(
  "D6",
  "Limits: without people nothing is delivered and no care is bought. Matching and prices held still and nothing owed on " +
    "loans, no provider fails under a fee beyond every cost while it has staff and council work, and under a fee of " +
    "nothing whoever lives by council work alone has failed once twice its cushion is spent.",
  [
    "weeks without people",
    "weeks under a fee beyond every cost",
    "providers that lived by council work",
    "of them, those that failed",
  ],
  ({ scenario, seed }, notes, options) => {
    const empty = simulate(always(scenario, nobodyComes()), seed, options);
    const spent = empty.weekly["council.communitySpend"];
    notes.seen("weeks without people", spent.length);
    const given = empty.weekly["hours.delivered"];
    notes.unless(
      spent.every((value) => value === 0) && given.every((value) => value === 0),
      () => `without people community care costs ${Math.max(...spent)} and ${Math.max(...given)} hours are given`,
    );
    thrive({ scenario, seed }, notes, options);
    starve({ scenario, seed }, notes, options);
  },
);

/** Rows of providers with staff whose work is for the council at least in part. */
function withCouncilWork({ providers }: World): readonly number[] {
  const { booked, privateBooked, workers } = providers.columns;
  return Array.from(providers.live.subarray(0, providers.liveCount)).filter(
    (row) => booked[row] > privateBooked[row] && workers[row] > 0,
  );
}

/** Under a fee beyond every cost: whoever loses the last council client or worker is no longer looked at. */
function thrive({ scenario, seed }: Case, notes: Notes, options: LawOptions): void {
  let rows: readonly number[] = [];
  const founded = (world: World): void => {
    rows = withCouncilWork(world);
  };
  const run = start(always(scenario, RICH), seed, { ...options, frozen: { prices: true, matching: true }, founded });
  while (!run.done) {
    run.step();
    notes.seen("weeks under a fee beyond every cost");
    const { status } = run.world.providers.columns;
    for (const row of rows) {
      notes.unless(status[row] === 0, () => `provider ${run.world.providers.keys[row]} fails in spite of its fee`);
    }
    const still = new Set(withCouncilWork(run.world));
    rows = rows.filter((row) => still.has(row));
  }
}

/**
 * Without a fee nothing comes in: a firm has half the cash it likes to keep, and may overdraw. Both are weeks of its mean
 * cost; counted double, because that mean lags. What has gone out is what the journal says: where workers stay away a
 * week costs little, and a cushion lasts longer. Providers decide every four weeks.
 */
function starve({ scenario, seed }: Case, notes: Notes, options: LawOptions): void {
  const unpaid = { ...always(scenario, NO_FEES), burnInWeeks: 0, weeks: 520 };
  const frozen = { prices: true, matching: true };
  let starving: readonly number[] = [];
  const cushions = new Map<number, number>();
  const out = new Map<number, number>();
  const founded = (world: World): void => {
    starving = livingByCouncilWork(world);
    const { account, costMean } = world.providers.columns;
    const { overdraftWeeks } = world.era.providers;
    for (const row of starving) {
      cushions.set(row, world.ledger.balances[account[row]] + overdraftWeeks * costMean[row]);
    }
  };
  const journal = {
    transfer: (_week: number, from: number, _to: number, pence: number): void => {
      out.set(from, (out.get(from) ?? 0) + pence);
    },
  };
  const run = start(unpaid, seed, { ...options, frozen, founded, journal });
  const { cashKeptWeeks, overdraftWeeks } = run.world.era.providers;
  const last = Math.ceil(2 * (cashKeptWeeks / 2 + overdraftWeeks)) + DECISION_WEEKS;
  for (let week = 0; week < last; week++) {
    run.step();
    if (week % DECISION_WEEKS !== DECISION_WEEKS - 1) continue;
    const { status, account } = run.world.providers.columns;
    for (const row of starving) {
      const [spent, cushion] = [out.get(account[row]) ?? 0, cushions.get(row) ?? 0];
      const says = (): string =>
        `provider ${run.world.providers.keys[row]} had ${cushion} pence and has spent ${spent}`;
      notes.unless(status[row] !== 0 || spent <= 2 * cushion, () => `${says()}, and trades after ${week + 1} weeks`);
    }
  }
  const { status } = run.world.providers.columns;
  notes.seen("providers that lived by council work", starving.length);
  notes.seen("of them, those that failed", starving.filter((row) => status[row] !== 0).length);
}

/** Nothing for council work, not by families either, and nobody kept up by the council. */
const NO_FEES: Readonly<Record<string, number>> = {
  "providers.emergencySupport": 0,
  "framework.managedTopUpShare": 0,
  "framework.openingFee": 0,
  "framework.feeFloor": 0,
  "framework.supportedLivingPrice": 0,
  "framework.dayPrice": 0,
  "providers.cashKeptWeeks": 4,
  "providers.overdraftWeeks": 4,
};

/** Rows of those with staff and council work, no private work, and a team that somebody pays. */
function livingByCouncilWork({ providers }: World): readonly number[] {
  const { booked, privateBooked, workers, kind, wage } = providers.columns;
  return Array.from(providers.live.subarray(0, providers.liveCount)).filter(
    (row) =>
      kind[row] !== ProviderKind.inHouse &&
      booked[row] > 600 &&
      privateBooked[row] === 0 &&
      workers[row] * wage[row] > 0,
  );
}
