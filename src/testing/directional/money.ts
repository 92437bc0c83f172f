/** Directional laws of prices and pay: exact where the decisions of everybody else are held still. */
import { ProviderKind } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { start, type Phase, type ResolvedScenario, type RunOptions } from "../../simulation/index.ts";
import { lawOf, type Law, type LawOptions } from "../law.ts";
import { always, chosen, valueIn, withChange } from "../variants.ts";

const STILL: Pick<RunOptions, "frozen"> = Object.freeze({ frozen: { prices: true, matching: true } });

/** A run whose providers' margins can be read off each week, by key: they are wiped at the week's end. */
class Margins {
  readonly byKey = new Map<number, number>();
  readonly run;

  constructor(scenario: ResolvedScenario, seed: string, options: LawOptions) {
    const watched = (phases: readonly Phase[]): readonly Phase[] =>
      (options.phases?.(phases) ?? phases).flatMap((phase) =>
        phase.name === "money" ? [phase, this.reader] : [phase],
      );
    this.run = start(scenario, seed, { ...options, ...STILL, phases: watched });
  }

  private readonly reader: Phase = {
    name: "margins",
    sentence: "Margins are read.",
    moves: "",
    run: ({ providers }: World) => {
      this.byKey.clear();
      const { revenue, cost, kind } = providers.columns;
      for (let index = 0; index < providers.liveCount; index++) {
        const row = providers.live[index];
        if (kind[row] !== ProviderKind.inHouse) this.byKey.set(providers.keys[row], revenue[row] - cost[row]);
      }
    },
  };

  /** Keys of those that have left. */
  get left(): readonly number[] {
    const { providers } = this.run.world;
    const live = new Set(providers.live.subarray(0, providers.liveCount));
    return Array.from(providers.keys.subarray(0, providers.rows)).filter((_, row) => !live.has(row));
  }
}

/** Steps two runs together while volumes are the same: until a provider leaves in either. */
function together(left: Margins, right: Margins, look: () => void): void {
  while (!left.run.done) {
    left.run.step();
    right.run.step();
    look();
    if (left.left.length + right.left.length > 0) return;
  }
}

export const D2: Law = lawOf(
  "D2",
  "Prices, matching and the time given held still, until a provider leaves or the floor moves again: under a higher wage floor no " +
    "provider's weekly margin is higher.",
  ["margins compared", "margins that fell"],
  ({ scenario, seed }, notes, options) => {
    const week = 1 + chosen(seed, Math.max(1, scenario.weeks - 1));
    const before = Number(valueIn(scenario, "wages.floor", week));
    const floor = Math.min(100, before * 1.25 + 0.1);
    const agreed = always(scenario, TIME_AS_AGREED);
    const low = new Margins(agreed, seed, options);
    const high = new Margins(withChange(agreed, week, { "wages.floor": floor }), seed, options);
    together(low, high, () => {
      if (low.run.recorded <= week) return;
      // A later rise of the lower floor may overtake the higher one, and reaches pay by another path.
      if (Number(valueIn(scenario, "wages.floor", low.run.recorded - 1)) !== before) return;
      for (const [key, margin] of low.byKey) {
        const under = high.byKey.get(key) ?? -Infinity;
        notes.seen("margins compared");
        if (under < margin) notes.seen("margins that fell");
        notes.unless(under <= margin, () => `provider ${key} earns ${margin}, and ${under} under a higher floor`);
      }
    });
  },
);

/** Under a fixed sum a thinner margin buys less time, and so may leave more of it in a week. */
const TIME_AS_AGREED: Readonly<Record<string, number | string>> = { "framework.contractForm": "time and task" };

/** Fees touch nothing but council work: direct payments at a fixed rate, no part of the shortfall in private prices. */
const ONLY_COUNCIL_WORK: Readonly<Record<string, number | string>> = {
  ...TIME_AS_AGREED,
  "directPayment.rateRule": "fixed",
  "providers.crossSubsidy": 0,
  "framework.feeFloor": 0,
};

export const D3: Law = lawOf(
  "D3",
  "Prices, matching and private work held still, until a provider leaves: under a higher framework fee no provider's " +
    "weekly margin is lower, and whoever is first to fail would have failed by then under the lower fee too.",
  ["margins compared", "margins that rose"],
  ({ scenario, seed }, notes, options) => {
    const fixed = always(scenario, ONLY_COUNCIL_WORK);
    const low = new Margins(always(fixed, { "framework.feeChange": 0.7 }), seed, options);
    const high = new Margins(always(fixed, { "framework.feeChange": 0.9 }), seed, options);
    together(low, high, () => {
      for (const [key, margin] of low.byKey) {
        const over = high.byKey.get(key) ?? -Infinity;
        notes.seen("margins compared");
        if (over > margin) notes.seen("margins that rose");
        notes.unless(over >= margin, () => `provider ${key} earns ${margin}, and ${over} under a higher fee`);
      }
      const lost = low.left;
      const beyond = high.left.filter((key) => !lost.includes(key));
      notes.unless(beyond.length === 0, () => `provider ${beyond[0]} fails under the higher fee alone`);
    });
  },
);
