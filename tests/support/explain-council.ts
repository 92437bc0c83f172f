/** A small council in which everything happens that a life can tell of, and the journal of one of its agents. */
import { findLive, tableOf } from "../../src/simulation/explain/find.ts";
import type { AgentName } from "../../src/simulation/explain/index.ts";
import { PURPOSES, type ResolvedScenario, type RunOptions, simulate } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "./laws-council.ts";

/** Runs of so many weeks live to see eligibility tightened. */
const TIGHTER_WEEKS = 60;

/** Two years, with fees too low to live on: agencies fail, give notice and wind up; people wait, top up and lose them, and some are refused. */
export const hardCouncil = (weeks = 104, burnInWeeks = 4): ResolvedScenario =>
  scenarioFrom(
    smallCouncil({
      weeks,
      burnInWeeks,
      set: {
        "size.scale": 0.06,
        "framework.feeChange": 0.78,
        "framework.spotCap": 2,
        "providers.orderlyClients": 12,
        "providers.closureBase": 0.02,
        "providers.transferRate": 0.02,
        "providers.entryRate": 0.1,
        "directPayment.topUpLimit": 1,
      },
      changes: weeks < TIGHTER_WEEKS ? [] : [{ from: "2015-11-02", set: { "assessment.threshold": "critical" } }],
    }),
  );

/** Direction, purpose and pence of every line of an agent's accounts in recorded weeks, from a run of its own. */
export interface Counted {
  readonly rows: Readonly<Record<string, { readonly pence: number; readonly transfers: number }>>;
  readonly digest: string;
}

/**
 * The agent's lines counted without the explainer: by account numbers, from where the account is the agent's to where
 * it closes. Good for founders.
 *
 * @param inWeek which recorded weeks count
 */
export function countLines(
  scenario: ResolvedScenario,
  seed: string,
  { kind, key }: AgentName,
  inWeek: (week: number) => boolean = () => true,
): Counted {
  const rows: Record<string, { pence: number; transfers: number }> = {};
  const own = new Set<number>();
  let hasBegun = false;
  const note = (week: number, from: number, to: number, pence: number, purpose: number): void => {
    const recorded = week - scenario.burnInWeeks;
    if (!hasBegun || recorded < 0 || !inWeek(recorded) || !(own.has(from) || own.has(to))) return;
    const direction = !own.has(to) ? "out" : own.has(from) ? "within" : "in";
    const name = `${direction} ${PURPOSES[purpose]}`;
    rows[name] ??= { pence: 0, transfers: 0 };
    rows[name].pence += pence;
    rows[name].transfers += 1;
  };
  const options: RunOptions = {
    journal: { transfer: note },
    founded: (world) => {
      const table = tableOf(world, kind);
      const row = findLive(table, key);
      const names = kind === "person" ? ["account", "budgetAccount"] : ["account"];
      for (const name of names) own.add(table.columns[name][row]);
      hasBegun = true;
      const close = world.ledger.close.bind(world.ledger);
      world.ledger.close = (account) => {
        close(account);
        own.delete(account);
      };
    },
  };
  return { digest: simulate(scenario, seed, options).digest, rows };
}
