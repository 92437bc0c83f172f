/** Everything there is in one run. */
import {
  asState,
  follow,
  Ledger,
  openDraws,
  Scratch,
  Table,
  type DrawTable,
  type Journal,
} from "../../kernel/index.ts";
import type { Era } from "../levers/index.ts";
import { termsInForce, type Terms } from "../rules/contract.ts";
import { openInstitutions, PURPOSES, type Institutions } from "./accounts.ts";
import { emptyCouncil, type CouncilState } from "./council.ts";
import { Departed } from "./departed.ts";
import { EventLog } from "./event-log.ts";
import { emptyMarket, type MarketState } from "./market.ts";
import { emptyMuster, type Muster } from "./muster.ts";
import { peopleSchema, type People } from "./people.ts";
import { providersSchema, type Providers } from "./providers.ts";
import { STREAMS, type StreamName } from "./streams.ts";
import { emptyTally, type Tally } from "./tally.ts";
import { workersSchema, type Workers } from "./workers.ts";

/** When things happen: the frozen parameters of each week, and the financial calendar. */
export interface Timetable {
  readonly eras: readonly Era[];
  /** By week from the first burn-in week. */
  readonly eraOfWeek: Int32Array;
  readonly burnInWeeks: number;
  readonly weeks: number;
  /** Day number of the first recorded Monday. */
  readonly startDay: number;
  /** 1 in the first recorded week of each financial year but the opening one. */
  readonly aprilWeek: Uint8Array;
}

/** What one April's savings plan did. */
export interface PlannedYear {
  /** From the first burn-in week. */
  readonly week: number;
  /** The gap that the fee rule saw, over the net cost that was forecast. */
  readonly feeGap: number;
  /** By measure, in its own unit; what was undone is negative. */
  readonly steps: ArrayLike<number>;
}

/** Decisions that a test holds still, to look at one mechanism alone; never a lever. */
export interface Frozen {
  /** Agencies, people and the council keep prices and rates. */
  readonly prices: boolean;
  /** Nobody changes provider, arrives, leaves, quits or is hired. */
  readonly matching: boolean;
  /** The savings plan of each April, as another run decided it. */
  readonly plan?: readonly PlannedYear[];
}

export interface WorldOptions {
  readonly seed: string;
  readonly timetable: Timetable;
  readonly frozen: Frozen;
  readonly roundingUnit: number;
  readonly journal: Journal | undefined;
}

/**
 * Everything there is in one run; at first institutions, and nobody in it. A class and not a literal: the second literal
 * of a process takes another hidden shape than the first, and code that was compiled for the first run would have to be
 * compiled again.
 */
export class World {
  readonly timetable: Timetable;
  readonly frozen: Frozen;
  /** From the first burn-in week. */
  week = 0;
  era: Era;
  /** The home-care contract in force: the era's, as the savings plan has changed it. */
  terms: Terms;
  readonly people: People;
  readonly workers: Workers;
  readonly providers: Providers;
  readonly ledger: Ledger;
  readonly accounts: Institutions;
  readonly council: CouncilState = asState(emptyCouncil());
  readonly market: MarketState;
  readonly tally: Tally = asState(emptyTally());
  /** Whom this week is about; made anew each week. */
  readonly muster: Muster = asState(emptyMuster());
  readonly events = new EventLog();
  /** People who were seen with care in a recorded week and have left. */
  readonly departed = new Departed();
  /** What was held within bounds, in words, once each. */
  readonly warnings: string[] = [];
  readonly draws: DrawTable<StreamName>;
  /** Working arrays; nothing in them outlives a phase. */
  readonly scratch = new Scratch();

  constructor({ timetable, frozen, roundingUnit, journal, seed }: WorldOptions) {
    this.timetable = timetable;
    this.frozen = frozen;
    this.era = timetable.eras[timetable.eraOfWeek[0]];
    this.terms = this.era.framework;
    const { scale } = this.era.size;
    const people = Math.ceil(12_000 * scale) + 64;
    const providers = Math.ceil(160 * scale) + 16;
    this.people = new Table("people", peopleSchema, people);
    this.workers = new Table("workers", workersSchema, Math.ceil(5_000 * scale) + 64);
    this.providers = new Table("providers", providersSchema, providers);
    this.market = asState(emptyMarket(providers));
    this.ledger = new Ledger(PURPOSES, roundingUnit, journal, people);
    this.accounts = openInstitutions(this.ledger);
    this.draws = openDraws(seed, STREAMS);
  }
}

/** Puts the contract in force that the era and the savings plan make. */
export function setTerms(world: World): void {
  world.terms = termsInForce(world.era.framework, world.council.sumRatio);
}

/** The parts that change: what a snapshot holds. */
export const stateOf = (world: World) => ({
  week: world.week,
  people: world.people,
  workers: world.workers,
  providers: world.providers,
  ledger: world.ledger,
  council: world.council,
  market: world.market,
  tally: world.tally,
  events: world.events,
  departed: world.departed,
  warnings: world.warnings,
});

/** Notes, once, that something was held within bounds. */
export function warn(world: World, text: string): void {
  if (!world.warnings.includes(text)) world.warnings.push(text);
}

/** Weeks between compactions: often enough that the living stay side by side. */
const COMPACT_WEEKS = 52;

/** Now and then, between weeks, moves the living together; nothing that anybody can observe changes. */
export function tidy(world: World): void {
  world.muster.week = -1;
  if (world.week % COMPACT_WEEKS !== COMPACT_WEEKS - 1) return;
  const { people, workers } = world;
  const movedPeople = people.compact();
  const movedWorkers = workers.compact();
  follow(workers.columns.person, workers.rows, movedPeople);
  follow(people.columns.firstAssistant, people.rows, movedWorkers);
  follow(people.columns.secondAssistant, people.rows, movedWorkers);
}
