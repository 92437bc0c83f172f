/** What each kind of agent's watcher is given, and gives. */
import type { World } from "../../model/world/world.ts";
import type { Fact, Hit, Link, Money, YearRow } from "./explanation.ts";
import type { Heard } from "./draw-watch.ts";
import type { Transfer } from "./ledger-watch.ts";
import type { SeenEvent } from "./teller.ts";

/** One phase of a week, just over, and the agent in it. */
export interface Moment {
  readonly phase: string;
  readonly world: World;
  /** The agent's row; still readable where it has just left. */
  readonly row: number;
  /** Whether it has left in this phase. */
  readonly isGone: boolean;
  /** Events of this phase that happened to the agent. */
  readonly events: readonly SeenEvent[];
  /** Events of this phase in which it was the other party. */
  readonly asOther: readonly SeenEvent[];
  /** What moved in or out of its accounts in this phase. */
  readonly transfers: readonly Transfer[];
}

export interface Watcher {
  /** Before a phase, where the agent is there; row -1 before it has come. */
  before(phase: string, world: World, row: number): void;
  after(moment: Moment): void;
  /** After the last phase of a recorded week. */
  endWeek(world: World, row: number, year: string): void;
  /** After every week, the agent there or not: for what follows it. */
  lookAfter(world: World): void;
  hear(world: World, row: number, heard: Heard): void;
  /** What the agent is like at this moment. */
  portrait(world: World, row: number): Fact[];
  readonly tables: YearRow[];
  summary(money: Money): string[];
  causes(): Link[];
  hit(): Hit | null;
}
