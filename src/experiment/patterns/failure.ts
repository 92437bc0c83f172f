/** A failure brought about: what follows when the largest framework agency is gone, whatever made it go. */
import { daysFromIso } from "../../kernel/index.ts";
import { Purpose } from "../../model/world/accounts.ts";
import type { World } from "../../model/world/world.ts";
import type { Phase, RunOptions } from "../../simulation/index.ts";

const FAILURE_DAY = daysFromIso("2017-04-03");
/** The quarter over which its wake is counted. */
export const AFTER_FAILURE = { from: "2017-04-01", before: "2017-07-01" } as const;
export const AFTER_WEEKS = 13;
/** Weeks of cost that the cash is under nothing: so deep that no week's income mends it. */
const WEEKS_OF_COST = 20;

/** The same run, in which the framework agency with most clients loses its cash; the model's own rules do the rest. */
export function withFailure(options: RunOptions): RunOptions {
  let isDone = false;
  const strike = (world: World): void => {
    const { startDay, burnInWeeks } = world.timetable;
    if (isDone || startDay + 7 * (world.week - burnInWeeks) < FAILURE_DAY) return;
    isDone = true;
    empty(world);
  };
  const failure: Phase = {
    name: "failure",
    sentence: "The largest framework agency's cash is gone.",
    moves: "",
    run: strike,
  };
  return {
    ...options,
    phases: (all) =>
      (options.phases?.(all) ?? all).flatMap((phase) => (phase.name === "providers" ? [failure, phase] : [phase])),
  };
}

function empty({ providers, ledger, accounts }: World): void {
  const { framework, clients, account, costMean } = providers.columns;
  let largest = -1;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (framework[row] === 1 && (largest < 0 || clients[row] > clients[largest])) largest = row;
  }
  if (largest < 0) return;
  const sum = ledger.balances[account[largest]] + ledger.round(WEEKS_OF_COST * costMean[largest]);
  if (sum > 0) ledger.transfer(account[largest], accounts.owners, sum, Purpose.drawings);
}
