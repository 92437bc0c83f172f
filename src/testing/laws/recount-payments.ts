/**
 * The framework fee, recounted from what the council paid. An invoice is paid weeks later, in one sum for all of an
 * agency's packages of one week; at the fee that was reported for that week, its minutes must come to exactly that sum.
 * Looked at where nothing else is in the sum: plain contracts, no spot price, no family that adds to a package.
 */
import { isManaged, ProviderKind, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import type { PurposeName } from "./recount-memory.ts";

interface Invoice {
  readonly week: number;
  readonly due: number;
  readonly account: number;
  readonly delay: number;
  /** Minutes of each package. */
  readonly minutes: readonly number[];
}

/** One payment, and what it should have been at a fee in pence an hour. */
interface Settled {
  readonly week: number;
  readonly pence: number;
  readonly expected: (fee: number) => number;
}

export class Payments {
  readonly settled: Settled[] = [];
  private open: Invoice[] = [];
  private paid = new Map<number, number>();

  transfer(to: number, pence: number, purpose: PurposeName): void {
    if (purpose === "homeCareFee") this.paid.set(to, (this.paid.get(to) ?? 0) + pence);
  }

  /** After the money of a week: what fell due is held against what was paid, and the week's invoices are written down. */
  after(world: World): void {
    const { week, providers } = world;
    const { paymentWeeks } = world.era.framework;
    const accounts = new Set(
      Array.from(providers.live.subarray(0, providers.liveCount), (row) => providers.columns.account[row]),
    );
    const plain = paymentWeeks > 0 && isPlain(world);
    // Terms that change put two weeks' invoices into one payment, and so does monitoring, whose invoices are filed with
    // older ones; who left is paid through the bank.
    const known = this.open.filter(({ delay, account }) => plain && delay === paymentWeeks && accounts.has(account));
    for (const { week: of, due, account, minutes } of known) {
      if (due !== week) continue;
      const expected = (fee: number): number =>
        minutes.reduce((sum, each) => sum + Math.floor((each * fee) / 60 + 0.5), 0);
      this.settled.push({ week: of, pence: this.paid.get(account) ?? 0, expected });
    }
    this.open = known.filter(({ due }) => due > week);
    this.paid = new Map();
    if (plain) this.open.push(...invoicesOf(world, paymentWeeks));
  }
}

const isPlain = ({ era: { framework }, council, ledger }: World): boolean =>
  ledger.unit === 1 &&
  council.sumRatio === 1 &&
  framework.contractForm === "time and task" &&
  framework.paidForDelivered === 1 &&
  framework.unrecordedShare === 0 &&
  framework.electronicMonitoring === 0;

function invoicesOf({ people, providers, week }: World, delay: number): readonly Invoice[] {
  const { stage, funding, provider, delivered, rate, spot, extra } = people.columns;
  const minutes = new Map<number, number[]>();
  const mixed = new Set<number>();
  for (const row of people.live.subarray(0, people.liveCount)) {
    const own = provider[row];
    if (stage[row] !== Stage.served || own < 0 || !isManaged(funding[row])) continue;
    if (providers.columns.kind[own] !== ProviderKind.agency) continue;
    if (rate[row] > 0 || spot[row] === 1 || extra[row] > 0) mixed.add(own);
    minutes.set(own, [...(minutes.get(own) ?? []), delivered[row]]);
  }
  return [...minutes]
    .filter(([own]) => !mixed.has(own))
    .map(([own, each]) => ({ week, due: week + delay, account: providers.columns.account[own], delay, minutes: each }));
}
