/**
 * What recounts remember from week to week: who has waited since when, what agencies earned, what was asked for an hour,
 * and how prices rose.
 */
import { Funding, isBuyer, ProviderKind, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { DUE_WEEKS } from "../../model/world/providers.ts";
import type { PURPOSES } from "../../model/world/accounts.ts";

export type PurposeName = (typeof PURPOSES)[number];

/** Money that agencies earn when it comes in; what the council owes them is earned before. */
const RECEIPTS: ReadonlySet<PurposeName> = new Set([
  "privatePurchase",
  "directPaymentPurchase",
  "serviceFundPurchase",
  "topUp",
]);
const COSTS: ReadonlySet<PurposeName> = new Set(["pay", "payrollTax", "pension", "overhead"]);
/** Weeks of which the smoothed figures keep one part new: half a year's mean. */
const SMOOTHED = 13;

interface Earned {
  revenue: number;
  cost: number;
}

export class Memory {
  /** Weeks that people waited who were assessed this week. */
  assessedAfter: number[] = [];
  /** Their groups, in the same order. */
  assessedOf: number[] = [];
  /** Accounts of those who held a direct payment when the week's money moved; some change route after it. */
  holders: ReadonlySet<number> = new Set();
  /** Agencies whose owners drew on them when the week's money moved; some leave, and others open, after it. */
  drawers = 0;
  /** Mean price of an hour to individuals, pence; undefined until prices were set. */
  price: number | undefined;
  /** Consumer prices over those before the first April. */
  priceLevel = 1;
  /** What agencies earned and spent a week, smoothed, by key. */
  readonly earned = new Map<number, Earned>();
  private waitingSince = new Map<number, number>();
  private waitingBefore: number[] = [];
  private inAndOut = new Map<number, Earned>();
  private owed = new Map<number, number>();
  private privateMinutes = new Map<number, number>();

  founded(world: World): void {
    this.meetAgencies(world);
  }

  transfer(from: number, to: number, pence: number, purpose: PurposeName): void {
    if (RECEIPTS.has(purpose) || purpose === "homeCareFee") this.book(to).revenue += pence;
    if (COSTS.has(purpose)) this.book(from).cost += pence;
  }

  before(phase: string, world: World): void {
    if (phase === "assessment") this.noteWaiting(world);
    if (phase === "money") {
      this.inAndOut.clear();
      this.owed = new Map(agenciesOf(world).map((row) => [row, owedTo(world, row)]));
    }
    if (phase === "providers") this.notePrivate(world);
  }

  after(phase: string, world: World): void {
    const { timetable, week, era } = world;
    if (phase === "calendar" && timetable.aprilWeek[week] === 1) this.priceLevel *= 1 + era.prices.inflation;
    if (phase === "assessment") this.countWaits(world);
    if (phase === "money") {
      this.smooth(world);
      this.noteHolders(world);
    }
    if (phase === "providers" && !world.frozen.prices && world.week % 12 === 11) this.priceHours(world);
  }

  /** At the end of a week newcomers are met: what they begin with is theirs, what follows is recounted. */
  week(world: World): void {
    this.meetAgencies(world);
  }

  private book(account: number): Earned {
    const known = this.inAndOut.get(account) ?? { revenue: 0, cost: 0 };
    this.inAndOut.set(account, known);
    return known;
  }

  private meetAgencies(world: World): void {
    const { keys, columns } = world.providers;
    for (const row of agenciesOf(world)) {
      if (this.earned.has(keys[row])) continue;
      this.earned.set(keys[row], { revenue: columns.revenueMean[row], cost: columns.costMean[row] });
    }
  }

  private noteWaiting({ people, week }: World): void {
    const since = new Map<number, number>();
    for (const row of people.live.subarray(0, people.liveCount)) {
      if (people.columns.stage[row] !== Stage.assessment) continue;
      since.set(people.keys[row], this.waitingSince.get(people.keys[row]) ?? week);
    }
    this.waitingSince = since;
    this.waitingBefore = [...people.live.subarray(0, people.liveCount)].filter((row) => since.has(people.keys[row]));
  }

  private countWaits({ people, week }: World): void {
    const assessed = this.waitingBefore.filter((row) => people.columns.stage[row] !== Stage.assessment);
    this.assessedOf = assessed.map((row) => people.columns.group[row]);
    this.assessedAfter = assessed.map((row) => week - (this.waitingSince.get(people.keys[row]) ?? week));
    // Whoever comes back waits anew.
    for (const row of assessed) this.waitingSince.delete(people.keys[row]);
  }

  /** Revenue is what came in and what the council owes more than before; cost is what went out, and full drawings. */
  private smooth(world: World): void {
    const { keys, columns } = world.providers;
    const drawings = world.era.prices.drawingsPerWeek * world.market.priceIndex;
    this.drawers = agenciesOf(world).length;
    for (const row of agenciesOf(world)) {
      const mean = this.earned.get(keys[row]);
      if (mean === undefined) continue;
      const { revenue, cost } = this.book(columns.account[row]);
      const earned = revenue + owedTo(world, row) - (this.owed.get(row) ?? 0);
      mean.revenue += (earned - mean.revenue) / SMOOTHED;
      mean.cost += (cost + drawings - mean.cost) / SMOOTHED;
    }
  }

  private noteHolders({ people }: World): void {
    const { funding, account } = people.columns;
    const own = people.live.subarray(0, people.liveCount).filter((row) => funding[row] === Funding.directPayment);
    this.holders = new Set(Array.from(own, (row) => account[row]));
  }

  private notePrivate({ people, providers }: World): void {
    const { provider, funding, service, stage, bought } = people.columns;
    this.privateMinutes = new Map();
    for (const row of providers.live.subarray(0, providers.liveCount)) {
      if (providers.columns.kind[row] === ProviderKind.agency) this.privateMinutes.set(row, 1);
    }
    for (const row of people.live.subarray(0, people.liveCount)) {
      const before = this.privateMinutes.get(provider[row]);
      if (before === undefined || stage[row] !== Stage.served || !isBuyer(funding[row], service[row])) continue;
      this.privateMinutes.set(provider[row], before + bought[row]);
    }
  }

  /** Mean of agencies' prices, each by the minutes of its private clients one by one, and one minute more. */
  private priceHours({ providers }: World): void {
    let [pence, minutes] = [0, 0];
    for (const [row, own] of this.privateMinutes) {
      pence += providers.columns.price[row] * own;
      minutes += own;
    }
    if (minutes > 0) this.price = pence / minutes;
  }
}

const agenciesOf = ({ providers: { live, liveCount, columns } }: World): readonly number[] =>
  [...live.subarray(0, liveCount)].filter((row) => columns.kind[row] === ProviderKind.agency);

/** What the council owes an agency for weeks gone by, pence. */
export function owedTo({ market }: World, row: number): number {
  let sum = 0;
  for (let slot = row * DUE_WEEKS; slot < (row + 1) * DUE_WEEKS; slot++) sum += market.due[slot];
  return sum;
}
