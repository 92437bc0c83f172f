/** What is settled when somebody leaves care, and when a provider leaves the market. */
import { freeBank, losePool } from "../world/bank.ts";
import { nobodyComes, unbook } from "../world/books.ts";
import { Employment, Source, Stage } from "../world/codes.ts";
import { Purpose } from "../world/accounts.ts";
import { leaveJob, noteAssistantLeaves } from "../world/hiring.ts";
import { owedOnLoan } from "../world/loans.ts";
import { DUE_WEEKS } from "../world/providers.ts";
import type { World } from "../world/world.ts";

/** A person leaves: assistants lose the job, an unspent direct payment goes back to the council. */
export function leavePerson(world: World, row: number): void {
  const { people, ledger, accounts } = world;
  const columns = people.columns;
  // As the person stood before care is taken out of the books.
  if (columns.openingLife[row] >= 0) world.departed.add(people, row, world.week);
  unbook(world, row);
  freeBank(world, row);
  columns.stage[row] = Stage.gone;
  nobodyComes(world, row);
  const unspent = ledger.balances[columns.budgetAccount[row]];
  if (unspent > 0) ledger.transfer(columns.budgetAccount[row], accounts.council, unspent, Purpose.clawBack);
  const own = ledger.balances[columns.account[row]];
  if (own > 0) ledger.transfer(columns.account[row], accounts.economy, own, Purpose.estate);
  ledger.close(columns.budgetAccount[row]);
  ledger.close(columns.account[row]);
  if (columns.assistants[row] > 0) dismissAssistants(world, row);
}

/** Ends the jobs of all who work for a person; noted, with the cause, where the person stays. */
export function dismissAssistants(world: World, person: number, cause = -1): void {
  const { firstAssistant, secondAssistant } = world.people.columns;
  for (const worker of [firstAssistant[person], secondAssistant[person]]) {
    if (worker < 0) continue;
    if (cause >= 0) noteAssistantLeaves(world, worker, cause);
    leaveJob(world, worker, Employment.seeking);
  }
}

/** Nobody comes any more, and nothing is agreed. */
export function endPackage(world: World, row: number): void {
  const columns = world.people.columns;
  unbook(world, row);
  freeBank(world, row);
  nobodyComes(world, row);
  columns.offered[row] = 0;
  columns.noticeWeek[row] = 0;
  columns.spot[row] = 0;
  columns.rate[row] = 0;
  columns.topUp[row] = 0;
}

/**
 * Puts a person whose provider leaves, or whose place is lost, back into a queue. Where it is `handedOver` in good order,
 * less is lost of what those who came knew of the person.
 */
export function loseProvider(world: World, row: number, handedOver = false): void {
  const columns = world.people.columns;
  endPackage(world, row);
  columns.stage[row] = Stage.seeking;
  columns.source[row] = Source.replacement;
  columns.queuedWeek[row] = world.week;
  const { continuityAfterChange, continuityAfterLoss } = world.era.outcomes;
  columns.continuity[row] *= handedOver ? continuityAfterChange : continuityAfterLoss;
}

/** A leaving provider's bank takes over what the council still owes it; what is left pays the loan, then the owners. */
export function settleProvider(world: World, row: number): void {
  const { providers, ledger, accounts, market } = world;
  const account = providers.columns.account[row];
  for (let slot = 0; slot < DUE_WEEKS; slot++) {
    const owed = market.due[row * DUE_WEEKS + slot];
    market.due[row * DUE_WEEKS + slot] = 0;
    market.dueToBanks[slot] += owed;
    ledger.transfer(accounts.banks, account, owed, Purpose.receivables);
  }
  losePool(world, row);
  const left = ledger.balances[account];
  const repaid = Math.min(Math.max(0, left), owedOnLoan(world, row));
  ledger.transfer(account, accounts.banks, repaid, Purpose.loanRepaid);
  if (left > repaid) ledger.transfer(account, accounts.owners, left - repaid, Purpose.payout);
  if (left < 0) ledger.transfer(accounts.banks, account, -left, Purpose.writeOff);
}
