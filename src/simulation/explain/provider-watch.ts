/** The life of one provider: its book and staff, prices against costs, cash, notices given, and how it ended. */
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
import { addToYears, summaryOf } from "./provider-record.ts";
import { providerPortrait, providerState, type ProviderState } from "./provider-state.ts";
import { fact, type SeenEvent, type Teller } from "./teller.ts";
import { Years } from "./years.ts";

/** What counts as a loss or a margin again, share of revenue; as short of staff, share of the care agreed. */
const LOSS = 0;
const MARGIN = 0.005;
const SHORT = 0.95;
const QUIET_WEEKS = 13;
const EXITS: readonly number[] = [EventKind["provider.failed"], EventKind["provider.closed"]];

export class ProviderWatch implements Watcher {
  readonly weeks: ProviderWeek[] = [];
  private readonly years = new Years();
  private readonly flows = new ProviderFlows();
  private readonly noticed = new FollowedPeople();
  private readonly lostClients = new FollowedPeople();
  private readonly lostWorkers = new FollowedWorkers();
  private state: ProviderState | undefined;
  /** As it stood when providers last took stock, without those whose notice had run out. */
  private atStock: ProviderState | undefined;
  private exit: SeenEvent | undefined;
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
  private isLossMaking = false;
  private isOverdrawn = false;
  private lastShort = -QUIET_WEEKS;
  private lastWeek = 0;
  private readonly teller: Teller;

  constructor(teller: Teller) {
    this.teller = teller;
  }

  before(phase: string, world: World, row: number): void {
    if (phase === "calendar") this.flows.begin();
    if (row >= 0 && phase === "providers") this.takeStock(world, row);
  }

  hear(): void {}

  after(moment: Moment): void {
    const { phase, world, row, events, isGone } = moment;
    const isNew = this.state === undefined;
    const before = this.flows;
    const [clients, workers] = [before.clients, before.workers];
    this.flows.after(phase, world, row, isNew, isGone);
    for (const event of events) this.tellEvent(world, event);
    this.tellNotices(moment);
    if (isGone) this.follow(world, row, clients, workers);
    else this.compare(phase, world, row);
  }

  endWeek(world: World, row: number, year: string): void {
    const state = providerState(world, row);
    this.weeks.push({ state, flows: this.flows.week });
    this.lastTerms ??= state;
    addToYears(this.years, year, state, this.flows.week);
    if (state.kind !== ProviderKind.inHouse) this.weighMoney(world, row, state);
    this.weighStaff(world, state);
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
    const { weeks, exit, atStock: end, notices, spots } = this;
    const lost = this.lostClients.all(this.lastWeek);
    return summaryOf({ weeks, exit, end, notices, spots, lost }, this.teller, money);
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
        fact("capital", "owner's capital", world.era.providers.startUpCash, "pence"),
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

  private weighMoney(world: World, row: number, state: ProviderState): void {
    const { week } = world;
    const entered = world.providers.columns.enteredWeek[row];
    const isYoung = entered > 0 && week - entered < world.era.providers.youngWeeks;
    const facts = [fact("margin", "margin", state.margin, "share")];
    const prices = [
      fact("fee", "the council pays", state.fee, "pence per hour"),
      fact("fullCost", "an hour costs in full", state.fullCost, "pence per hour"),
    ];
    if (!isYoung && (this.isLossMaking ? state.margin > MARGIN : state.margin < LOSS)) {
      this.isLossMaking = !this.isLossMaking;
      this.teller.turn(week, this.isLossMaking ? "provider.lossMaking" : "provider.profitable", facts, prices);
    }
    if (this.isOverdrawn ? state.cash <= state.cost : state.cash >= 0) return;
    this.isOverdrawn = !this.isOverdrawn;
    const limit = [fact("limit", "limit", -state.limit, "pence")];
    const shown = [fact("cash", "cash", state.cash, "pence"), fact("owed", "the council owes it", state.owed, "pence")];
    this.teller.turn(week, this.isOverdrawn ? "provider.cashGone" : "provider.cashBack", limit, shown);
  }

  private weighStaff({ week }: World, { booked, delivered, workers, vacancy }: ProviderState): void {
    if (booked === 0 || delivered >= booked * SHORT) return;
    if (week - this.lastShort >= QUIET_WEEKS) {
      const shown = [
        fact("workers", "care workers", workers, "workers"),
        fact("vacancy", "posts empty", vacancy, "share"),
      ];
      this.teller.turn(week, "provider.short", [fact("given", "given", delivered / booked, "share")], shown);
    }
    this.lastShort = week;
  }
}
