/** What recounts note in the middle of a week: how things stood when money moved, and who went where in a phase. */
import { Employment, Funding, ProviderKind, Service, Stage } from "../../model/world/codes.ts";
import { EventCause } from "../../model/world/events.ts";
import type { World } from "../../model/world/world.ts";
import { Delays, type Range } from "./recount-delays.ts";
import { owedTo, type PurposeName } from "./recount-memory.ts";
import { codeOf } from "./recount-reading.ts";
import { admittedOnTurn } from "./recount-risks.ts";

/** Somebody with a direct payment, as they stood when it was paid. */
export interface PaidHolder {
  readonly row: number;
  readonly assessed: number;
  readonly group: number;
  readonly service: number;
  readonly budgetRatio: number;
  readonly raised: number;
  /** The budget by what reached the account and what the charge comes to, pence. */
  readonly budget: Range;
  /** What care cost beyond what was paid for it, pence. */
  readonly unpaid: number;
}

const GAP = codeOf("council.gap");
const MEASURE = codeOf("council.measure");
const SWITCHED = codeOf("person.switched");
const HANDED_BACK: ReadonlySet<number> = new Set([EventCause["after a crisis"], EventCause["burden of managing"]]);

export class Midweek {
  readonly delays = new Delays();
  holders: readonly PaidHolder[] = [];
  /** Bad debts of agencies that third parties buy from, pence. */
  unpaidByThirdParties = 0;
  /** Holders in the week before. */
  holdersBefore = 0;
  fee = 0;
  /** What agencies invoiced the council this week, pence. */
  invoiced = 0;
  /** Agency workers who left their agency; in the first week nobody tells who came back to it at once. */
  leavers: number | undefined;
  reviewed = 0;
  /** Hours of staff that were left over for the next week, below nothing where they had worked ahead. */
  hoursLeft = 0;
  /** People admitted to hospital in their turn, without a crisis. */
  admittedOnTurn = 0;
  /** The gap that was forecast last, share of net cost, and what was expected then, pence a year, by cause. */
  gap = Number.NaN;
  expected: ReadonlyMap<number, number> = new Map();
  private received = new Map<number, Map<PurposeName, number>>();
  private spent = new Map<number, Map<PurposeName, number>>();
  private owed = new Map<number, number>();
  private employers = new Map<number, number>();
  private reviewable = new Map<number, number>();
  private eventsBefore = 0;

  transfer(from: number, to: number, pence: number, purpose: PurposeName): void {
    add(this.received, to, purpose, pence);
    add(this.spent, from, purpose, pence);
  }

  before(phase: string, world: World): void {
    this.delays.before(phase, world);
    if (phase === "calendar") this.eventsBefore = world.events.count;
    if (phase === "assessment") this.reviewable = servedSince(world);
    if (phase === "choice") this.employers = employersOf(world);
    if (phase === "money") {
      this.received.clear();
      this.spent.clear();
      this.owed = new Map(agencyRows(world).map((row) => [row, owedTo(world, row)]));
      this.holdersBefore = this.holders.length;
    }
  }

  after(phase: string, world: World): void {
    this.delays.after(phase, world);
    if (phase === "calendar") this.notePlan(world);
    if (phase === "needs") this.admittedOnTurn = admittedOnTurn(world);
    if (phase === "assessment") {
      this.hoursLeft = world.council.hoursLeft;
      this.countReviews(world);
    }
    if (phase === "labour") this.countLeavers(world);
    if (phase !== "money") return;
    this.fee = world.council.fee;
    this.noteHolders(world);
    this.noteInvoices(world);
  }

  private got = (account: number, purpose: PurposeName): number => this.received.get(account)?.get(purpose) ?? 0;
  private gave = (account: number, purpose: PurposeName): number => this.spent.get(account)?.get(purpose) ?? 0;

  private noteHolders(world: World): void {
    const { people } = world;
    const { funding, stage, assessed, group, service, budgetRatio, raised, account, budgetAccount } = people.columns;
    const holders: PaidHolder[] = [];
    this.unpaidByThirdParties = 0;
    for (const row of people.live.subarray(0, people.liveCount)) {
      if (stage[row] !== Stage.served) continue;
      const purse = budgetAccount[row];
      if (funding[row] === Funding.thirdParty) {
        this.unpaidByThirdParties += careCost(world, row) - this.gave(purse, "serviceFundPurchase");
      }
      if (funding[row] !== Funding.directPayment) continue;
      const paid =
        this.gave(purse, "directPaymentPurchase") +
        this.gave(purse, "communityPurchase") +
        this.gave(account[row], "topUp");
      holders.push({
        row,
        assessed: assessed[row],
        group: group[row],
        service: service[row],
        budgetRatio: budgetRatio[row],
        raised: raised[row],
        budget: this.budgetOf(world, row),
        unpaid: service[row] === Service.assistant ? 0 : careCost(world, row) - paid,
      });
    }
    this.holders = holders;
  }

  /** What came into the account; a charge that is not paid in is part of the budget all the same. */
  private budgetOf({ people }: World, row: number): Range {
    const { assistants, charge, budgetAccount, service } = people.columns;
    const net = this.got(budgetAccount[row], "directPayment");
    const paidIn = this.got(budgetAccount[row], "directPaymentCharge");
    const alone = service[row] === Service.assistant && assistants[row] === 0;
    if (paidIn > 0 || charge[row] === 0 || alone) return [net + paidIn, net + paidIn];
    return net > 0 ? [net + charge[row], net + charge[row]] : [0, charge[row]];
  }

  /** An invoice is what the council owes more than before, and what it paid in the week itself. */
  private noteInvoices(world: World): void {
    const { account } = world.providers.columns;
    this.invoiced = 0;
    for (const row of agencyRows(world)) {
      const paid = this.got(account[row], "homeCareFee");
      this.invoiced += owedTo(world, row) + paid - (this.owed.get(row) ?? 0);
    }
  }

  /** Whoever hands a payment back is seen then too, which was not planned. */
  private countReviews({ people, events, week }: World): void {
    const { reviewWeek } = people.columns;
    const { kind, cause, agent } = events.columns;
    const handedBack = new Set<number>();
    for (let at = this.eventsBefore; at < events.count; at++) {
      if (kind[at] === SWITCHED && HANDED_BACK.has(cause[at])) handedBack.add(agent[at]);
    }
    this.reviewed = Array.from(people.live.subarray(0, people.liveCount), (row) => [row, people.keys[row]]).filter(
      ([row, key]) => reviewWeek[row] === week && (this.reviewable.get(key) ?? week) < week && !handedBack.has(key),
    ).length;
  }

  private countLeavers({ workers, week }: World): void {
    const { employment, provider, startedWeek } = workers.columns;
    const stays = new Set<number>();
    for (const row of workers.live.subarray(0, workers.liveCount)) {
      const same = employment[row] === Employment.provider && provider[row] === this.employers.get(workers.keys[row]);
      if (same && startedWeek[row] < week) stays.add(workers.keys[row]);
    }
    this.leavers = week > 0 ? this.employers.size - stays.size : undefined;
  }

  private notePlan({ events }: World): void {
    const { kind, amount, cause } = events.columns;
    for (let at = this.eventsBefore; at < events.count; at++) {
      if (kind[at] === GAP) {
        this.gap = amount[at];
        this.expected = new Map();
      }
      if (kind[at] === MEASURE) this.expected = new Map([...this.expected, [cause[at], amount[at]]]);
    }
  }

  /** What the last plan expects of a measure, GBP million a year, to half a penny; what was undone is not told, and nothing is before a plan. */
  planned({ ledger }: World, cause: keyof typeof EventCause): Range {
    if (Number.isNaN(this.gap)) return [0, 0];
    const told = this.expected.get(EventCause[cause]);
    return told === undefined ? [-Infinity, 0] : [(told - ledger.unit / 2) / 1e8, (told + ledger.unit / 2) / 1e8];
  }
}

function add(to: Map<number, Map<PurposeName, number>>, account: number, purpose: PurposeName, pence: number): void {
  const own = to.get(account) ?? new Map<PurposeName, number>();
  own.set(purpose, (own.get(purpose) ?? 0) + pence);
  to.set(account, own);
}

const agencyRows = ({ providers: { live, liveCount, columns } }: World): readonly number[] =>
  [...live.subarray(0, liveCount)].filter((row) => columns.kind[row] === ProviderKind.agency);

/** What somebody's minutes of the week come to at the price of who gave them, pence. */
function careCost({ people, providers, market, era, ledger }: World, row: number): number {
  const { service, provider, delivered } = people.columns;
  const community = market.openingFee * era.directPayment.communityPrice * market.priceIndex;
  const price = service[row] === Service.community ? community : providers.columns.price[provider[row]];
  return ledger.unit * Math.floor((delivered[row] * price) / 60 / ledger.unit + 0.5);
}

/** Week of the last review of everybody in care, by key. */
const servedSince = ({ people }: World): Map<number, number> =>
  new Map(
    Array.from(people.live.subarray(0, people.liveCount))
      .filter((row) => people.columns.stage[row] === Stage.served)
      .map((row) => [people.keys[row], people.columns.reviewWeek[row]]),
  );

/** Row of each agency worker's agency, by the worker's key. */
function employersOf({ workers, providers }: World): Map<number, number> {
  const { employment, provider } = workers.columns;
  return new Map(
    Array.from(workers.live.subarray(0, workers.liveCount))
      .filter((row) => employment[row] === Employment.provider)
      .filter((row) => providers.columns.kind[provider[row]] === ProviderKind.agency)
      .map((row) => [workers.keys[row], provider[row]]),
  );
}
