/** The life of one provider: its book and staff, prices against costs, cash, notices given, and how it ended. */
import { Purpose } from "../../model/world/accounts.ts";
import { ProviderKind } from "../../model/world/codes.ts";
import { EventKind } from "../../model/world/events.ts";
import { feePassThrough } from "../../model/rules/fee.ts";
import type { World } from "../../model/world/world.ts";
import { moveText } from "./amounts.ts";
import type { Fact, Hit, Link, Money, YearRow } from "./explanation.ts";
import { findRow, personName, tableOf } from "./find.ts";
import { FollowedPeople, FollowedWorkers } from "./followed.ts";
import { hitOf } from "./hit.ts";
import type { Moment, Watcher } from "./life.ts";
import { chainOf, handBackLink } from "./provider-causes.ts";
import { noFlows, ProviderFlows, type ProviderWeek } from "./provider-flows.ts";
import { ProviderMoney } from "./provider-money.ts";
import { addToYears, type Settled, summaryOf } from "./provider-record.ts";
import { providerPortrait, providerState, type ProviderState } from "./provider-state.ts";
import { fact, type SeenEvent, type Teller } from "./teller.ts";
import { Years } from "./years.ts";

/** What counts as short of staff, share of the care agreed. */
const SHORT = 0.95;
const QUIET_WEEKS = 13;
const EXITS: readonly number[] = [
  EventKind["provider.failed"],
  EventKind["provider.closed"],
  EventKind["provider.microClosed"],
];

export class ProviderWatch implements Watcher {
  /** As recorded weeks ended; first, of one that traded before them, how it stood when recording began. */
  private readonly weeks: ProviderWeek[] = [];
  private hasTradedBefore = false;
  private readonly years = new Years();
  private readonly money: ProviderMoney;
  private readonly flows = new ProviderFlows();
  private readonly noticed = new FollowedPeople();
  private readonly lostClients = new FollowedPeople();
  private readonly lostWorkers = new FollowedWorkers();
  private state: ProviderState | undefined;
  /** As it stood when providers last took stock, without those whose notice had run out. */
  private atStock: ProviderState | undefined;
  private exit: SeenEvent | undefined;
  private settled: Settled = { payout: 0, invoices: 0 };
  /** This week's care, minutes: agreed when it was given, and given of it. */
  private agreed = 0;
  private given = 0;
  /** Of the week in which it left, up to then. */
  private lastFlows = noFlows();
  private firstNotice: ProviderState | undefined;
  /** Before recording begins. */
  private hadGivenNotice = false;
  /** In recorded weeks, as are those who were given notice. */
  private notices = 0;
  private spots = 0;
  /** As it stood last April, or when the story begins. */
  private lastTerms: ProviderState | undefined;
  private lastShort = -QUIET_WEEKS;
  private lastWeek = 0;
  private readonly teller: Teller;

  constructor(teller: Teller) {
    this.teller = teller;
    this.money = new ProviderMoney(teller);
  }

  before(phase: string, world: World, row: number): void {
    if (phase === "calendar") this.beginWeek(world, row);
    if (row >= 0 && phase === "providers") this.takeStock(world, row);
  }

  hear(): void {}

  after(moment: Moment): void {
    const { phase, world, row, events, isGone, transfers } = moment;
    const isNew = this.state === undefined;
    const before = this.flows;
    const [clients, workers] = [before.clients, before.workers];
    this.flows.after(phase, world, row, isNew, isGone);
    for (const event of events) this.tellEvent(world, event);
    this.tellNotices(moment);
    if (phase === "delivery") this.noteCare(world, row);
    if (isGone) {
      this.settled = settledBy(transfers);
      this.follow(world, row, clients, workers);
    } else this.compare(phase, world, row);
  }

  endWeek(world: World, row: number, year: string): void {
    const state = providerState(world, row);
    const { agreed, given } = this;
    const ended = { state, flows: this.flows.week, agreed, given };
    this.weeks.push(ended);
    this.lastTerms ??= state;
    addToYears(this.years, year, ended);
    if (state.kind !== ProviderKind.inHouse) this.money.weigh(world, row, state);
    this.weighStaff(world, ended);
  }

  lookAfter(world: World): void {
    this.lastWeek = world.week;
    this.noticed.look(world);
    this.lostClients.look(world);
    this.lostWorkers.look(world);
  }

  portrait(world: World, row: number): Fact[] {
    return providerPortrait(world, row);
  }

  get tables(): YearRow[] {
    return this.years.table();
  }

  summary(money: Money): string[] {
    const { weeks, hasTradedBefore, exit, atStock: end, settled, notices, spots } = this;
    const lost = this.lostClients.all(this.lastWeek);
    const life = { weeks, hasTradedBefore, exit, end, settled, notices, spots, lost };
    return summaryOf(life, this.teller, money);
  }

  causes(): Link[] {
    const { weeks, firstNotice, hadGivenNotice, teller } = this;
    const links = firstNotice === undefined ? [] : [handBackLink(weeks, firstNotice, hadGivenNotice, teller)];
    if (this.exit === undefined || this.atStock === undefined) return links;
    return [...chainOf(weeks, { state: this.atStock, flows: this.lastFlows }, teller), ...links];
  }

  hit(): Hit | null {
    const lost = this.lostClients.all(this.lastWeek);
    const noticed = this.noticed.all(this.lastWeek);
    const workers = this.lostWorkers.all(this.lastWeek);
    return lost.length + noticed.length + workers.length === 0 ? null : hitOf(lost, noticed, workers);
  }

  private beginWeek(world: World, row: number): void {
    this.flows.begin();
    [this.agreed, this.given] = [0, 0];
    if (row < 0 || this.teller.recorded(world.week) !== 0) return;
    const state = { ...providerState(world, row), week: world.week - 1 };
    this.hasTradedBefore = true;
    this.weeks.push({ state, flows: noFlows(), agreed: 0, given: 0 });
    if (state.kind !== ProviderKind.inHouse) this.money.open(world, row, state);
  }

  /** Later in the week people come and go. Time that people had banked in other weeks is not of what was agreed for this one. */
  private noteCare({ providers }: World, row: number): void {
    const { booked, delivered } = providers.columns;
    this.agreed = booked[row];
    this.given = Math.min(delivered[row], booked[row]);
  }

  private takeStock(world: World, row: number): void {
    const state = providerState(world, row);
    const { clients, minutes, individual } = this.flows.endNotices(world, row);
    this.atStock = {
      ...state,
      clients: state.clients - clients,
      booked: state.booked - minutes,
      individual: state.individual - individual,
    };
  }

  private tellEvent(world: World, event: SeenEvent): void {
    const state = this.atStock ?? this.state;
    const isExit = EXITS.includes(event.kind);
    if (isExit) this.exit = event;
    if (state === undefined || event.kind === EventKind["provider.entered"]) {
      return this.teller.event(event, {}, [
        fact("capital", "owner's capital", world.era.providers.startUpCash * world.market.priceIndex, "pence"),
      ]);
    }
    if (event.kind === EventKind["provider.raisedOffer"] && this.state !== undefined) {
      const { wage, vacancy, margin } = this.state;
      return this.teller.event(event, {}, [
        fact("before", "pay before", wage, "pence per hour"),
        fact("vacancy", "posts empty", vacancy, "share"),
        fact("margin", "margin", margin, "share"),
      ]);
    }
    this.teller.event(event, {}, [
      fact("cash", "cash", state.cash, "pence"),
      ...(isExit ? [fact("limit", "overdraft limit", state.limit, "pence")] : []),
      fact("margin", "half-year margin", state.margin, "share of revenue"),
      fact("clients", "clients", state.clients, "people"),
      fact("workers", "care workers", state.workers, "workers"),
    ]);
  }

  /** Notices of one week: one by one, or in one sentence where there are several. */
  private tellNotices({ world, asOther }: Moment): void {
    const given = asOther.filter(({ kind }) => kind === EventKind["package.handedBack"]);
    if (this.teller.recorded(world.week) < 0) {
      this.hadGivenNotice ||= given.length > 0;
      return;
    }
    this.spots += asOther.filter(({ kind }) => kind === EventKind["package.spot"]).length;
    if (given.length === 0 || this.atStock === undefined) return;
    this.notices += given.length;
    this.firstNotice ??= this.atStock;
    const { fee, avoidable, margin } = this.atStock;
    const shown = [
      fact("fee", "the council pays", fee, "pence per hour"),
      fact("avoidable", "not giving an hour saves it", avoidable, "pence per hour"),
      fact("margin", "half-year margin", margin, "share of revenue"),
    ];
    const row = findRow(tableOf(world, "provider"), given[0].other);
    for (const { agent } of given) this.noticed.add(agent, world.week, row);
    if (given.length === 1) return this.teller.event(given[0], { agent: personName(given[0].agent) }, shown);
    const lost = given.reduce((all, { amount }) => all + amount, 0) / given.length;
    const facts = [
      fact("packages", "packages", `${given.length} packages`),
      fact("lost", "lost", lost, "pence per hour"),
    ];
    this.teller.turn(world.week, "provider.handedBack", facts, shown);
  }

  private follow(world: World, row: number, clients: readonly number[], workers: readonly number[]): void {
    this.lastFlows = this.flows.week;
    for (const key of clients) this.lostClients.add(key, world.week, row);
    const table = tableOf(world, "worker");
    for (const key of workers) {
      const worker = findRow(table, key);
      if (worker >= 0) this.lostWorkers.add(world, key, worker);
    }
  }

  private compare(phase: string, world: World, row: number): void {
    const now = providerState(world, row);
    const before = this.state;
    this.state = now;
    if (before === undefined) return;
    if (before.framework !== now.framework) {
      const code = now.framework === 1 ? "provider.joinedFramework" : "provider.leftFramework";
      this.teller.turn(world.week, code, []);
    }
    if (phase === "calendar" && world.timetable.aprilWeek[world.week] === 1) this.newTerms(world, now);
  }

  /** What April brings: fee, wage floor and pay. */
  private newTerms({ week, council, era }: World, now: ProviderState): void {
    if (now.kind === ProviderKind.inHouse) return;
    const before = this.lastTerms ?? now;
    this.lastTerms = now;
    const facts = [
      fact("fee", "fee", moveText(before.fee, now.fee)),
      fact("floor", "floor", moveText(before.floor, now.floor)),
      fact("wage", "pay", moveText(before.wage, now.wage)),
    ];
    // The framework's pass-through may be set by a lever of its own.
    // Before the first April nothing is forecast.
    const gap = Number.isNaN(council.gap) ? 0 : council.gap;
    const passed = now.kind === ProviderKind.agency ? feePassThrough(era, gap) : council.passThrough;
    const { feePassThrough: decided, leastWagePassThrough: duty } = era.framework;
    const isBound = duty > 0 && !(now.kind === ProviderKind.agency && decided >= 0);
    const shown = [
      fact("gap", "the council's gap, of its net cost", gap, "share of net cost"),
      fact("passed", "growth of costs passed on", passed, "share"),
      ...(isBound ? [fact("duty", "of what the wage floor adds, at least", duty, "share")] : []),
    ];
    this.teller.turn(week, "provider.newTerms", facts, shown);
  }

  private weighStaff({ week }: World, { state: { workers, vacancy }, agreed, given }: ProviderWeek): void {
    if (given >= agreed * SHORT) return;
    if (week - this.lastShort >= QUIET_WEEKS) {
      const shown = [
        fact("workers", "care workers", workers, "workers"),
        fact("vacancy", "posts empty", vacancy, "share"),
      ];
      this.teller.turn(week, "provider.short", [fact("given", "given", given / agreed, "share")], shown);
    }
    this.lastShort = week;
  }
}

/** What its owners got when its accounts were settled, and what of that the bank gave for invoices it took over. */
function settledBy(transfers: Moment["transfers"]): Settled {
  const sumOf = (meant: number): number =>
    transfers.reduce((all, { purpose, pence }) => all + (purpose === meant ? pence : 0), 0);
  return { payout: sumOf(Purpose.payout), invoices: sumOf(Purpose.receivables) };
}
