/**
 * Watches one agent through a run and changes nothing in it: phases are wrapped, transfers and draws are heard, columns
 * are read. The run's digest is that of a run that nobody watches.
 */
import { laterKey } from "../../kernel/index.ts";
import type { Phase } from "../../model/week/index.ts";
import { EVENT_KINDS } from "../../model/world/events.ts";
import type { World } from "../../model/world/world.ts";
import type { RunOptions } from "../run.ts";
import type { ResolvedScenario } from "../scenario/resolved.ts";
import { listenToDraws, type Heard } from "./draw-watch.ts";
import type { AgentName, Fact } from "./explanation.ts";
import { findLive, findRow, tableOf } from "./find.ts";
import { LedgerWatch } from "./ledger-watch.ts";
import type { Watcher } from "./life.ts";
import { LineBook } from "./lines.ts";
import { PersonWatch } from "./person-watch.ts";
import { ProviderWatch } from "./provider-watch.ts";
import { Teller, type SeenEvent } from "./teller.ts";
import { WeekNotes } from "./week-notes.ts";
import { WorkerWatch } from "./worker-watch.ts";

/** Kind of agent that an event happened to, and of the other party to what befell a person. */
const KIND_OF_EVENT: readonly AgentName["kind"][] = EVENT_KINDS.map(({ code }) =>
  code.startsWith("provider.") ? "provider" : "person",
);
const KIND_OF_OTHER: readonly AgentName["kind"][] = EVENT_KINDS.map(({ code }) =>
  code.endsWith("Assistant") ? "worker" : "provider",
);
const IS_COUNCIL: readonly boolean[] = EVENT_KINDS.map(({ code }) => code.startsWith("council."));

/** Stands for a phase: what was there before the first one. */
const FOUNDING = "founding";

export class Watch {
  readonly teller: Teller;
  readonly lines: LineBook;
  readonly notes: WeekNotes;
  /** Keys of the agent's kind that were ever there. */
  readonly keys = new Set<number>();
  life: Watcher | undefined;
  opening: Fact[] = [];
  firstWeek = -1;
  lastWeek = -1;
  isGone = false;
  private row = -1;
  private eventsSeen = 0;
  private readonly ledger = new LedgerWatch();
  private readonly agent: AgentName;
  private readonly scenario: ResolvedScenario;

  constructor(scenario: ResolvedScenario, agent: AgentName, week: number) {
    this.scenario = scenario;
    this.agent = agent;
    this.teller = new Teller(scenario);
    this.lines = new LineBook(this.teller);
    this.notes = new WeekNotes(week);
  }

  /** How a run is to be started, on top of other choices. */
  options(others: RunOptions = {}): RunOptions {
    const { ledger } = this;
    return {
      ...others,
      journal: {
        transfer: (week, from, to, pence, purpose) => {
          others.journal?.transfer(week, from, to, pence, purpose);
          ledger.transfer(week, from, to, pence, purpose);
        },
      },
      founded: (world) => {
        others.founded?.(world);
        this.founded(world);
      },
      phases: (all) => {
        const chosen = others.phases?.(all) ?? all;
        return chosen.map((phase, index) => this.wrapped(phase, index === 0, index === chosen.length - 1));
      },
    };
  }

  private wrapped(phase: Phase, isFirst: boolean, isLast: boolean): Phase {
    return {
      ...phase,
      run: (world) => {
        if (isFirst) this.beginWeek(world);
        this.life?.before(phase.name, world, this.isGone ? -1 : this.row);
        phase.run(world);
        this.endPhase(phase.name, world);
        if (isLast) this.endWeek(world);
      },
    };
  }

  private founded(world: World): void {
    const { kind } = this.agent;
    const own = world.draws;
    this.life = this.watcherFor(own["providers.distance"]);
    listenToDraws(world, kind, (heard) => this.hear(world, heard));
    this.ledger.listenTo(world.ledger);
    this.notes.begin(this.teller.recorded(world.week));
    this.endPhase(FOUNDING, world);
  }

  private watcherFor(distance: World["draws"]["providers.distance"]): Watcher {
    const { kind, key } = this.agent;
    if (kind === "person") return new PersonWatch(this.teller, key, distance);
    return kind === "worker" ? new WorkerWatch(this.teller) : new ProviderWatch(this.teller);
  }

  private hear(world: World, heard: Heard): void {
    if (heard.key === this.agent.key) this.notes.hear(heard);
    this.life?.hear(world, this.isGone ? -1 : this.row, heard);
  }

  private beginWeek(world: World): void {
    const recorded = this.teller.recorded(world.week);
    this.notes.begin(recorded);
    // Rows move between weeks, never within one.
    if (this.row >= 0 && !this.isGone) this.row = findLive(tableOf(world, this.agent.kind), this.agent.key);
    if (recorded !== 0 || this.row < 0 || this.isGone) return;
    this.lines.open(this.ledger.balance);
    this.starts(world, 0);
  }

  private starts(world: World, recorded: number): void {
    this.firstWeek = recorded;
    this.opening = this.life?.portrait(world, this.row) ?? [];
  }

  private endPhase(phase: string, world: World): void {
    const table = tableOf(world, this.agent.kind);
    const { key } = this.agent;
    const isFounding = phase === FOUNDING;
    this.noteKeys(world, isFounding ? 0 : laterKey(world.week, 0, 0));
    const wasGone = this.isGone;
    if (!wasGone) {
      const live = findLive(table, key);
      const isNew = this.row < 0;
      if (isNew) this.row = live >= 0 ? live : this.rowOfThisWeek(world);
      this.isGone = this.row >= 0 && live < 0;
    }
    const isThere = this.row >= 0 && !wasGone;
    const transfers = this.ledger.endPhase(isThere ? this.accounts(world) : [], key);
    const recorded = isFounding ? -1 : this.teller.recorded(world.week);
    if (recorded >= 0) this.lines.add(world, recorded, transfers, this.notes.isOf(recorded) ? this.notes : undefined);
    const events = this.takeEvents(world);
    if (!isThere) return;
    if (recorded >= 0) this.lastWeek = recorded;
    const { row, isGone } = this;
    this.life?.after({ phase, world, row, isGone, transfers, ...events });
    if (this.firstWeek < 0 && recorded >= 0) this.starts(world, recorded);
  }

  /** Somebody who came and left within one phase is listed among the rows, not among the living. */
  private rowOfThisWeek(world: World): number {
    const { kind, key } = this.agent;
    return key >= laterKey(world.week, 0, 0) ? findRow(tableOf(world, kind), key) : -1;
  }

  private accounts(world: World): number[] {
    const { columns } = tableOf(world, this.agent.kind);
    const names = this.agent.kind === "person" ? ["account", "budgetAccount"] : ["account"];
    return names.map((name) => columns[name][this.row]);
  }

  private takeEvents(world: World): { readonly events: SeenEvent[]; readonly asOther: SeenEvent[] } {
    const { columns, count } = world.events;
    const [events, asOther]: [SeenEvent[], SeenEvent[]] = [[], []];
    const { kind, key } = this.agent;
    for (let at = this.eventsSeen; at < count; at++) {
      const event = {
        week: columns.week[at],
        kind: columns.kind[at],
        agent: columns.agent[at],
        other: columns.other[at],
        amount: columns.amount[at],
        cause: columns.cause[at],
      };
      if (IS_COUNCIL[event.kind]) continue;
      const to = KIND_OF_EVENT[event.kind];
      if (to === kind && event.agent === key) events.push(event);
      else if (to === "person" && kind === KIND_OF_OTHER[event.kind] && event.other === key) asOther.push(event);
    }
    this.eventsSeen = count;
    return { events, asOther };
  }

  private endWeek(world: World): void {
    const recorded = this.teller.recorded(world.week);
    if (recorded >= 0 && this.row >= 0 && !this.isGone) {
      const { years, yearOfWeek } = this.teller.dates;
      this.life?.endWeek(world, this.row, years[yearOfWeek[recorded]]);
      if (this.notes.isOf(recorded)) this.notes.close(world, this.agent.kind, this.row);
    }
    this.life?.lookAfter(world);
    if (recorded === this.scenario.weeks - 1) this.lines.close(this.ledger.balance);
  }

  /** Later keys ascend with the week, so the newest stand last among the living. */
  private noteKeys(world: World, from: number): void {
    const { keys, live, liveCount } = tableOf(world, this.agent.kind);
    for (let index = liveCount - 1; index >= 0 && keys[live[index]] >= from; index--) this.keys.add(keys[live[index]]);
  }
}
