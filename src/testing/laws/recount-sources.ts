/** What a second count of the measures goes by, and the walks that recounts share. */
import { placeInRound, TURN_WEEKS, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { Funding, ProviderKind, Stage } from "../../model/world/codes.ts";
import { PURPOSES } from "../../model/world/accounts.ts";
import { type EventCause } from "../../model/world/events.ts";
import type { World } from "../../model/world/world.ts";
import type { ResolvedScenario } from "../../simulation/index.ts";
import type { Books } from "./accounts.ts";
import type { Memory, PurposeName } from "./recount-memory.ts";
import type { Placing } from "./recount-brokerage.ts";
import type { Comers } from "./recount-comers.ts";
import type { Contracts } from "./recount-contracts.ts";
import type { Range } from "./recount-delays.ts";
import type { Midweek } from "./recount-midweek.ts";
import type { Parts } from "./recount-parts.ts";
import type { Receipts } from "./recount-receipts.ts";
import type { Staff } from "./recount-workers.ts";

export type { PurposeName };

/** What a recount comes to: a figure, a range where something is not told, or undefined where nothing is known yet. */
export type Count = number | Range | undefined;

/** What a recount goes by: the week's money by purpose, the week's events by code, and all transfers so far. */
export interface Sources {
  readonly world: World;
  readonly money: (purpose: PurposeName) => number;
  /** What left an account this week for a purpose, pence. */
  readonly paid: (purpose: PurposeName, from: number) => number;
  /** Events of the week of a code, of any cause or of one. */
  readonly events: (code: string, cause?: keyof typeof EventCause) => number;
  /** The largest amount of the week's events of these codes, 0 where there was none. */
  readonly largest: (codes: readonly string[]) => number;
  readonly books: Books;
  /** By measure what each quarter of the people came to when its turn last was: a sum and how many people. */
  readonly quarters: Record<string, (readonly [number, number])[]>;
  readonly memory: Memory;
  readonly midweek: Midweek;
  readonly comers: Comers;
  readonly placing: Placing;
  readonly contracts: Contracts;
  readonly staff: Staff;
  readonly parts: Parts;
  readonly receipts: Receipts;
  readonly scenario: ResolvedScenario;
  /** The amounts of the week's events of a code. */
  readonly told: (code: string) => readonly number[];
}

/** Something made of a week's sources, made once. */
export function once<T>(make: (s: Sources) => T): (s: Sources) => T {
  const made = new WeakMap<Sources, T>();
  return (s) => {
    if (!made.has(s)) made.set(s, make(s));
    return made.get(s) as T;
  };
}

/** One account and one purpose, as a number. */
export const lineOf = (account: number, purpose: number): number => account * PURPOSES.length + purpose;

/** Rows of people, each once. */
export const rows = once(({ world: { people: table } }: Sources): readonly number[] => [
  ...new Set(table.live.subarray(0, table.liveCount)),
]);

/** Everybody by the quarter in whose week they have their turn. */
const quartersOf = once((s: Sources): readonly (readonly number[])[] => {
  const own = Array.from({ length: TURN_WEEKS }, (): number[] => []);
  for (const row of rows(s)) own[placeInRound(s.world.people.keys[row]) % TURN_WEEKS].push(row);
  return own;
});

/**
 * A sum and how many people it is over, each quarter of the people as it was when its turn last was; the first time,
 * all as they are. `of` makes both from the rows of a quarter, and `name` tells this sum from others.
 */
export function overQuarters(
  s: Sources,
  name: string,
  of: (turn: readonly number[]) => readonly [sum: number, count: number],
): readonly [sum: number, count: number] {
  const kept = (s.quarters[name] ??= []);
  for (let slot = 0; slot < TURN_WEEKS; slot++) {
    if (kept[slot] === undefined || slot === s.world.week % TURN_WEEKS) kept[slot] = of(quartersOf(s)[slot]);
  }
  return kept.reduce(([sum, count], [more, many]) => [sum + more, count + many], [0, 0]);
}

/** People for whom something is true, counted over stored rows and keys rather than along the list of the living. */
export function people(sources: Sources, holds: (row: number) => boolean): number {
  let count = 0;
  for (const row of rows(sources)) if (holds(row)) count += 1;
  return count;
}

export const isFunded = ({ columns }: World["people"], row: number): boolean =>
  (columns.stage[row] === Stage.seeking || columns.stage[row] === Stage.served) &&
  columns.funding[row] !== Funding.selfFunded &&
  columns.funding[row] !== Funding.shortTerm;

/** Rows of funded people with care or looking for it. */
export const fundedRows = once((s: Sources) => rows(s).filter((row) => isFunded(s.world.people, row)));

const providersOf = ({ world: { providers } }: Sources, kind: number): readonly number[] =>
  [...new Set(providers.live.subarray(0, providers.liveCount))].filter((row) => providers.columns.kind[row] === kind);
export const agencies = once((sources: Sources) => providersOf(sources, ProviderKind.agency));
export const micros = once((sources: Sources) => providersOf(sources, ProviderKind.micro));

export const yearly = (pence: number): number => (pence / 1e8) * WEEKS_PER_YEAR;
export const percent = (part: number, whole: number): number => (whole > 0 ? (part / whole) * 100 : Number.NaN);
