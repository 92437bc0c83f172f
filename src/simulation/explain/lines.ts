/** The lines of an agent's accounts, added up by year and purpose. */
import { INSTITUTION_WORDS, PURPOSE_WORDS, PURPOSES, type Institutions } from "../../model/world/accounts.ts";
import { Holder } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import type { Line, Money, MoneyRow } from "./explanation.ts";
import { personName, providerNameOf, workerName } from "./find.ts";
import type { Transfer } from "./ledger-watch.ts";
import type { Teller } from "./teller.ts";
import type { WeekNotes } from "./week-notes.ts";

export class LineBook {
  private readonly rows = new Map<string, MoneyRow>();
  private opening = 0;
  private closing = 0;
  private readonly teller: Teller;

  constructor(teller: Teller) {
    this.teller = teller;
  }

  /** What the accounts hold when the story begins. */
  open(pence: number): void {
    this.opening = pence;
  }

  close(pence: number): void {
    this.closing = pence;
  }

  /** Takes in the lines of a phase; one by one too, where the week is asked for in full. */
  add(world: World, week: number, transfers: readonly Transfer[], notes: WeekNotes | undefined): void {
    const { years, yearOfWeek } = this.teller.dates;
    const year = years[yearOfWeek[week]];
    for (const { direction, purpose, pence } of transfers) {
      const name = PURPOSES[purpose];
      const key = `${year} ${direction} ${name}`;
      const before = this.rows.get(key);
      this.rows.set(key, {
        year,
        direction,
        purpose: name,
        label: PURPOSE_WORDS[name],
        pence: (before?.pence ?? 0) + pence,
        transfers: (before?.transfers ?? 0) + 1,
      });
    }
    notes?.addLines(transfers.map((transfer) => lineOf(world, transfer)));
  }

  get money(): Money {
    return { opening: this.opening, closing: this.closing, rows: [...this.rows.values()] };
  }
}

/** What is wrong with the lines of an explanation: they do not lead from what there was to what there is. "" where they do. */
export function faultIn({ opening, closing, rows }: Money): string {
  const signs = { in: 1, out: -1, within: 0 };
  const moved = rows.reduce((sum, { direction, pence }) => sum + signs[direction] * pence, 0);
  const left = opening + moved;
  return left === closing ? "" : `the lines lead from ${opening} to ${left} pence, the accounts hold ${closing}`;
}

function lineOf(world: World, { account, other, otherHolder, direction, pence, purpose }: Transfer): Line {
  const name = PURPOSES[purpose];
  return {
    direction,
    purpose: name,
    label: PURPOSE_WORDS[name],
    pence,
    party: partyName(world, other, otherHolder),
    account: accountName(world, account),
  };
}

/** Whose an account is. Rows are searched: this is done for the lines of one week alone. */
function partyName(world: World, account: number, holder: number): string {
  for (const [name, own] of Object.entries(world.accounts)) {
    if (own === account) return INSTITUTION_WORDS[name as keyof Institutions];
  }
  const { people, providers, workers } = world;
  if (holder === Holder.provider) {
    const row = lastRow(providers.columns.account, providers.rows, account);
    return row < 0 ? "a provider" : providerNameOf(providers.columns.kind[row], providers.keys[row]);
  }
  if (holder === Holder.worker) {
    const row = lastRow(workers.columns.account, workers.rows, account);
    return row < 0 ? "a worker" : workerName(workers.keys[row]);
  }
  const household = lastRow(people.columns.account, people.rows, account);
  if (household >= 0) return personName(people.keys[household]);
  const budget = lastRow(people.columns.budgetAccount, people.rows, account);
  return budget < 0 ? "a person" : `direct payment of ${personName(people.keys[budget])}`;
}

/** Accounts serve again, so the last row that names one is the one that has it. */
function lastRow(accounts: Int32Array, rows: number, account: number): number {
  for (let row = rows - 1; row >= 0; row--) if (accounts[row] === account) return row;
  return -1;
}

/** Which of the agent's accounts: people have one for the household and one for a direct payment. */
function accountName(world: World, account: number): string {
  const { people } = world;
  if (world.ledger.holders[account] !== Holder.person) return "cash";
  return lastRow(people.columns.budgetAccount, people.rows, account) >= 0 ? "direct payment" : "household";
}
