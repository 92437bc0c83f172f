/**
 * The journal of one agent: every transfer in or out of its accounts, and nothing else.
 *
 * Accounts are numbers that serve again once they are closed, and an agent may come or go in the middle of a phase. So
 * a phase is written down whole, openings and closings too, and read when it is over: who the agent is then shows which
 * lines were its own. The lines must add up to what the accounts hold, after every phase; a journal with a line too few
 * is a broken law, not a story.
 */
import { BrokenInvariant, type Journal, type Ledger } from "../../kernel/index.ts";
import type { Direction } from "./explanation.ts";

/** A transfer as it was made, with the agent's account first. */
export interface Transfer {
  readonly account: number;
  readonly other: number;
  readonly otherHolder: number;
  readonly direction: Direction;
  readonly pence: number;
  readonly purpose: number;
}

/** What was noted in a phase, in order. */
interface Entries {
  from: Int32Array;
  to: Int32Array;
  pence: Float64Array;
  purpose: Uint8Array;
}

/** In place of a payer: the account was opened, or closed. */
const OPENED = -1;
const CLOSED = -2;

export class LedgerWatch implements Journal {
  private entries = emptyEntries(4096);
  private count = 0;
  private ledger: Ledger | undefined;
  /** Balance by account, of those that are open and the agent's. */
  private readonly own = new Map<number, number>();
  /** The same accounts by number: 1 where it is one of them. Most lines are nobody's here, and are passed over by it. */
  private marks = new Uint8Array(1024);

  transfer(_week: number, from: number, to: number, pence: number, purpose: number): void {
    this.note(from, to, pence, purpose);
  }

  /** Listens to a ledger's openings and closings too; what was noted before counts as its first phase. */
  listenTo(ledger: Ledger): void {
    this.ledger = ledger;
    const open = ledger.open.bind(ledger);
    const close = ledger.close.bind(ledger);
    ledger.open = (holder) => {
      const account = open(holder);
      this.note(OPENED, account, 0, 0);
      return account;
    };
    ledger.close = (account) => {
      close(account);
      this.note(CLOSED, account, 0, 0);
    };
  }

  /** What the agent's open accounts hold by the lines that were read. */
  get balance(): number {
    let sum = 0;
    for (const pence of this.own.values()) sum += pence;
    return sum;
  }

  /**
   * Ends a phase: reads it and forgets it.
   *
   * @param accounts of the agent as its columns name them; none where it has not appeared @param key for messages
   */
  endPhase(accounts: readonly number[], key: number): readonly Transfer[] {
    const { entries, count } = this;
    const began = new Map(accounts.filter((each) => !this.own.has(each)).map((each) => [each, this.firstOf(each)]));
    const lines: Transfer[] = [];
    for (let at = 0; at < count; at++) {
      for (const [account, first] of began) {
        if (first !== at) continue;
        this.begin(account);
        began.delete(account);
      }
      const [from, to] = [entries.from[at], entries.to[at]];
      if (from === CLOSED) this.close(to, key);
      else if (from >= 0 && (this.marks[from] === 1 || this.marks[to] === 1)) this.read(at, from, to, lines);
    }
    for (const account of began.keys()) this.begin(account);
    this.count = 0;
    this.compare(key);
    return lines;
  }

  private note(from: number, to: number, pence: number, purpose: number): void {
    if (this.count === this.entries.from.length) this.grow();
    const { entries, count } = this;
    entries.from[count] = from;
    entries.to[count] = to;
    entries.pence[count] = pence;
    entries.purpose[count] = purpose;
    this.count += 1;
  }

  private grow(): void {
    const larger = emptyEntries(this.entries.from.length * 2);
    larger.from.set(this.entries.from);
    larger.to.set(this.entries.to);
    larger.pence.set(this.entries.pence);
    larger.purpose.set(this.entries.purpose);
    this.entries = larger;
  }

  /** Where in the phase an account began to be the agent's: its last opening, or the very beginning. */
  private firstOf(account: number): number {
    const { from, to } = this.entries;
    for (let at = this.count - 1; at >= 0; at--) if (from[at] === OPENED && to[at] === account) return at;
    return 0;
  }

  private begin(account: number): void {
    this.own.set(account, 0);
    if (account >= this.marks.length) {
      const marks = new Uint8Array(account * 2);
      marks.set(this.marks);
      this.marks = marks;
    }
    this.marks[account] = 1;
  }

  private read(at: number, from: number, to: number, lines: Transfer[]): void {
    const { entries, own } = this;
    const pence = entries.pence[at];
    const purpose = entries.purpose[at];
    const [payer, payee] = [own.get(from), own.get(to)];
    if (payer !== undefined) own.set(from, payer - pence);
    if (payee !== undefined) own.set(to, payee + pence);
    const isIn = payer === undefined;
    const [account, other] = isIn ? [to, from] : [from, to];
    const direction = isIn ? "in" : payee === undefined ? "out" : "within";
    lines.push({ account, other, otherHolder: this.ledger?.holders[other] ?? 0, direction, pence, purpose });
  }

  private close(account: number, key: number): void {
    const left = this.own.get(account);
    if (left === undefined) return;
    if (left !== 0) throw this.doesNotAdd(key, left, 0);
    this.own.delete(account);
    this.marks[account] = 0;
  }

  private compare(key: number): void {
    for (const [account, pence] of this.own) {
      const held = this.ledger?.balances[account] ?? pence;
      if (held !== pence) throw this.doesNotAdd(key, pence, held);
    }
  }

  private doesNotAdd(key: number, lines: number, held: number): BrokenInvariant {
    const found = `the lines of its journal leave ${lines} pence, its account holds ${held}`;
    return new BrokenInvariant("E1", this.ledger?.week ?? 0, key, found);
  }
}

const emptyEntries = (length: number): Entries => ({
  from: new Int32Array(length),
  to: new Int32Array(length),
  pence: new Float64Array(length),
  purpose: new Uint8Array(length),
});
