/**
 * Money is whole pence and moves only by transfers, so the sum of all accounts never changes.
 *
 * An account is a number; every transfer names its purpose, and totals by purpose are kept, so that a week's flows can
 * be read off. A journal, where one is given, hears of every transfer.
 */
import { BrokenInvariant } from "./invariant.ts";
import { roundHalfUp } from "./shares.ts";

/** Hears every transfer, in order. */
export interface Journal {
  transfer(week: number, from: number, to: number, pence: number, purpose: number): void;
}

/** Holder of an account that is closed. */
const CLOSED = 255;
/** Beyond this, pence, sums of a few balances could no longer be exact. */
const LARGEST_BALANCE = Number.MAX_SAFE_INTEGER / 4;

export class Ledger {
  balances: Float64Array;
  /** Kind of holder of each account. */
  holders: Uint8Array;
  accounts = 0;
  private closed = new Int32Array(256);
  private closedCount = 0;
  /** Pence moved since the founding, by purpose. */
  readonly moved: Float64Array;
  /** Set each week, for messages and the journal. */
  week = 0;

  constructor(
    readonly purposes: readonly string[],
    /** Whole multiple of a penny that all amounts are rounded to: 1, but in the test of law M9. */
    readonly unit: number,
    readonly journal: Journal | undefined,
    capacity: number,
  ) {
    this.balances = new Float64Array(Math.max(64, capacity));
    this.holders = new Uint8Array(this.balances.length);
    this.moved = new Float64Array(purposes.length);
  }

  /** Opens an account with a balance of zero; the number of a closed one may serve again. */
  open(holder: number): number {
    if (this.closedCount > 0) {
      const account = this.closed[--this.closedCount];
      this.holders[account] = holder;
      return account;
    }
    if (this.accounts === this.balances.length) {
      const balances = new Float64Array(this.balances.length * 2);
      balances.set(this.balances);
      this.balances = balances;
      const holders = new Uint8Array(balances.length);
      holders.set(this.holders);
      this.holders = holders;
    }
    this.holders[this.accounts] = holder;
    return this.accounts++;
  }

  /** Closes an account that nothing is left in, once. */
  close(account: number): void {
    if (this.holders[account] === CLOSED) throw new BrokenInvariant("E1", this.week, 0, "an account closes twice");
    if (this.balances[account] !== 0) {
      throw new BrokenInvariant("E1", this.week, 0, `an account closes with ${this.balances[account]} pence in it`);
    }
    if (this.closedCount === this.closed.length) {
      const closed = new Int32Array(this.closed.length * 2);
      closed.set(this.closed);
      this.closed = closed;
    }
    this.holders[account] = CLOSED;
    this.closed[this.closedCount++] = account;
  }

  /** Rounds an amount of pence by the one rule. */
  round(pence: number): number {
    return roundHalfUp(pence, this.unit);
  }

  /** Moves whole pence, none of them negative, from one account to another. */
  transfer(from: number, to: number, pence: number, purpose: number): void {
    if (pence === 0) return;
    if (!(pence > 0 && pence <= Number.MAX_SAFE_INTEGER) || pence !== Math.floor(pence)) {
      throw new BrokenInvariant("E1", this.week, 0, `a transfer of ${pence} pence for ${this.purposes[purpose]}`);
    }
    this.balances[from] -= pence;
    this.balances[to] += pence;
    this.moved[purpose] += pence;
    if (this.journal !== undefined) this.journal.transfer(this.week, from, to, pence, purpose);
  }

  /**
   * Moves whole pence through an account that keeps none of them: two transfers, `from` to `through` and on to `to`.
   */
  pass(from: number, through: number, to: number, pence: number, inward: number, outward: number): void {
    this.note(from, through, to, pence, inward, outward);
    this.passNoted(from, to, pence, inward, outward);
  }

  /** Tells the journal of a passage that `passNoted` books later, in one sum with others of its kind. */
  note(from: number, through: number, to: number, pence: number, inward: number, outward: number): void {
    if (this.journal === undefined || pence === 0) return;
    this.journal.transfer(this.week, from, through, pence, inward);
    this.journal.transfer(this.week, through, to, pence, outward);
  }

  /** Books what was noted: whole pence from one account to another, by way of accounts that keep none of them. */
  passNoted(from: number, to: number, pence: number, inward: number, outward: number): void {
    if (pence === 0) return;
    if (!(pence > 0 && pence <= Number.MAX_SAFE_INTEGER) || pence !== Math.floor(pence)) {
      throw new BrokenInvariant("E1", this.week, 0, `a transfer of ${pence} pence for ${this.purposes[inward]}`);
    }
    this.balances[from] -= pence;
    this.balances[to] += pence;
    this.moved[inward] += pence;
    this.moved[outward] += pence;
  }

  /** Stops the run unless all balances sum to zero and stay exact. */
  check(): void {
    const { balances, accounts } = this;
    // Whole pence add up the same in any order: two sums, so that no addition waits for the one before.
    const pairs = accounts - (accounts % 2);
    const rest = pairs < accounts ? balances[pairs] : 0;
    let sum = rest;
    let otherSum = 0;
    let size = Math.abs(rest);
    let otherSize = 0;
    for (let account = 0; account < pairs; account += 2) {
      const balance = balances[account];
      const next = balances[account + 1];
      sum += balance;
      otherSum += next;
      size += Math.abs(balance);
      otherSize += Math.abs(next);
    }
    if (!(size + otherSize <= LARGEST_BALANCE)) this.checkSizes();
    sum += otherSum;
    if (sum !== 0) throw new BrokenInvariant("E1", this.week, 0, `all accounts sum to ${sum} pence, not 0`);
  }

  /** Where all balances together are large, none of them may be too large alone. */
  private checkSizes(): void {
    for (let account = 0; account < this.accounts; account++) {
      const size = Math.abs(this.balances[account]);
      if (size <= LARGEST_BALANCE) continue;
      throw new BrokenInvariant("A17", this.week, 0, `a balance of ${size} pence is too large to stay exact`);
    }
  }
}
