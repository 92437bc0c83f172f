/**
 * Who gains and who loses: each person's own difference between two runs of one seed, in which the same people have the
 * same luck. A mean over everybody may hide that some lose much.
 */
import { GROUP_LABELS, GROUPS } from "../model/levers/parameter.ts";
import { FUNDING_WORDS } from "../model/world/words.ts";
import type { RunResult } from "../simulation/index.ts";
import { GAIN_MEASURES, type GainMeasure, LEAST, leastOf, PARTS, valueOf } from "./gain-measures.ts";
import { studentQuantile, varianceOf } from "./paired.ts";

/** Both runs of one seed; the first is the one that the other is compared with. */
export interface RunPair {
  readonly first: PeopleOfRun;
  readonly second: PeopleOfRun;
  /**
   * The first recorded week in which what is set differs, 0 unless given. Nothing can reach who had left before it: such
   * people are in no figure, as they would only stand among the unchanged.
   */
  readonly since?: number;
}
export type PeopleOfRun = Pick<RunResult, "seed" | "weeks" | "people">;

export const BREAKDOWNS = ["everybody", "group", "fifth", "zone", "route"] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** Second run less first, of people who are in both. Where figures are withheld they are NaN. */
export interface GainRow {
  readonly by: Breakdown;
  /** The group, the fifth, the zone, or the route that the person had in the first run. */
  readonly label: string;
  /** People in both runs, all seeds together. */
  readonly people: number;
  /** People whom only one of the runs has: they cannot be compared, and are in no figure. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly mean: number;
  /** 95 % interval of the mean over seeds; NaN with fewer than two of them. */
  readonly low: number;
  readonly high: number;
  /** Of people: 5th, 25th, 50th, 75th and 95th percentile. */
  readonly quantiles: readonly number[];
  /** Shares of people whose own difference counts, up or down, and of those whose does not: they add up to 1. */
  readonly higher: number;
  readonly lower: number;
  readonly unchanged: number;
  /** Share of people whose difference is exactly 0: some or all of the unchanged. */
  readonly same: number;
  /** Fewer than ten people: nothing is said of them. */
  readonly isWithheld: boolean;
  /** What to beware of; empty where nothing. */
  readonly warning: string;
}

export interface Gains {
  readonly measure: GainMeasure;
  readonly label: string;
  readonly unit: string;
  /** The least difference that counts, in the unit. */
  readonly least: number;
  readonly seeds: number;
  /** People of the first runs, all seeds together, who had left before anything that is set differed: in no figure. */
  readonly leftBefore: number;
  readonly rows: readonly GainRow[];
}

/** Nothing is said of fewer people than this. */
export const FEWEST_PEOPLE = 10;

/**
 * The differences of everybody, and by group, income fifth, zone and route.
 * @throws RangeError where no pair is given, a pair's seeds or lengths differ, or a table of people lacks a column.
 */
export function gainsOf(pairs: readonly RunPair[], measure: GainMeasure): Gains {
  const gathering = gatherGains([measure]);
  for (const pair of pairs) gathering.add(pair);
  return gathering.finish()[0];
}

/** The same of several measures, pair by pair, so that the people of one pair can be let go of before the next is read. */
export interface GainsGathering {
  readonly add: (pair: RunPair) => void;
  /** One for each measure, in their order. */
  readonly finish: () => readonly Gains[];
}

export function gatherGains(measures: readonly GainMeasure[]): GainsGathering {
  const all = measures.map((measure) => ({ measure, cells: BREAKDOWNS.map(() => new Map<number, Cell>()) }));
  let seeds = 0;
  let leftBefore = 0;
  return {
    add: (pair) => (leftBefore += addPair(all, pair, seeds++)),
    finish: () => {
      if (seeds === 0) throw new RangeError("gains need one pair of runs or more");
      return all.map(({ measure, cells }) => {
        const rows = cells.flatMap((ofKind) =>
          [...ofKind.values()].sort((one, other) => one.code - other.code).map((cell) => rowOf(cell, seeds, measure)),
        );
        return { measure, ...GAIN_MEASURES[measure], least: leastOf(measure), seeds, leftBefore, rows };
      });
    },
  };
}

/** By breakdown, in their order, then by code. */
interface MeasureCells {
  readonly measure: GainMeasure;
  readonly cells: readonly Map<number, Cell>[];
}

/** Everybody of one kind. */
interface Cell {
  readonly by: Breakdown;
  readonly code: number;
  readonly label: string;
  /** Difference, a whole number -> how many people have it: as many differences as there are people need no room. */
  readonly counts: Map<number, number>;
  /** By pair: people and the sum of their differences; holes where a pair has none of this kind. */
  readonly seeds: { people: number; sum: number }[];
  onlyFirst: number;
  onlySecond: number;
}

/** Gives how many people had left before anything differed. */
function addPair(all: readonly MeasureCells[], { first, second, since = 0 }: RunPair, place: number): number {
  if (first.seed !== second.seed) {
    throw new RangeError(`seeds ${first.seed} and ${second.seed}: people are compared within one seed only`);
  }
  if (first.weeks !== second.weeks) {
    const both = `${first.weeks} and ${second.weeks} weeks`;
    throw new RangeError(`${both}: people are compared in runs of one length, or time would pass for policy`);
  }
  const [left, right] = [readerOf(first), readerOf(second)];
  const others = new Map<number, number>();
  for (let row = 0; row < right.keys.length; row++) others.set(right.keys[row], row);
  /** Of each row of the first run its row in the second; ALONE where the second has no such person. */
  const partners = new Int32Array(left.keys.length);
  const leftIn = since > 0 ? columnOf(first, "left") : undefined;
  let leftBefore = 0;
  for (let row = 0; row < partners.length; row++) {
    const isBefore = leftIn !== undefined && leftIn[row] < since;
    if (isBefore) leftBefore += 1;
    partners[row] = isBefore ? UNREACHED : (others.get(left.keys[row]) ?? ALONE);
    others.delete(left.keys[row]);
  }
  for (const { measure, cells } of all) {
    const [before, after] = [valuesOf(first, measure), valuesOf(second, measure)];
    cellOf(cells[0], 0, EVERYBODY);
    for (const [by, ofKind] of cells.entries()) {
      const codes = left.codes[by];
      for (let row = 0; row < partners.length; row++) {
        if (partners[row] === UNREACHED) continue;
        const cell = cellOf(ofKind, by, codes[row]);
        if (partners[row] === ALONE) cell.onlyFirst += 1;
        else countDifference(cell, place, after(partners[row]) - before(row));
      }
      for (const row of others.values()) cellOf(ofKind, by, right.codes[by][row]).onlySecond += 1;
    }
  }
  return leftBefore;
}

/** In place of a row: the other run has no such person. */
const ALONE = -1;
/** In place of a row: the person had left before anything differed. */
const UNREACHED = -2;

/** The one code of the breakdown that has everybody in it. */
const EVERYBODY = 0;

function countDifference({ counts, seeds }: Cell, place: number, difference: number): void {
  counts.set(difference, (counts.get(difference) ?? 0) + 1);
  const seed = (seeds[place] ??= { people: 0, sum: 0 });
  seed.people += 1;
  seed.sum += difference;
}

interface Reader {
  readonly keys: ArrayLike<number>;
  /** By breakdown, in their order. */
  readonly codes: readonly ArrayLike<number>[];
}

function columnOf({ people, seed }: PeopleOfRun, name: string): ArrayLike<number> {
  const found = people.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`the people of seed ${seed} have no column "${name}"`);
  return found.values;
}

const valuesOf = (run: PeopleOfRun, measure: GainMeasure): ((row: number) => number) =>
  valueOf(measure, (name) => columnOf(run, name), run.weeks);

function readerOf(run: PeopleOfRun): Reader {
  const column = (name: string): ArrayLike<number> => columnOf(run, name);
  const keys = column("person");
  const codes: Readonly<Record<Breakdown, ArrayLike<number>>> = {
    everybody: new Uint8Array(keys.length),
    group: column("group"),
    fifth: column("fifth"),
    zone: column("zone"),
    route: column("funding"),
  };
  return { keys, codes: BREAKDOWNS.map((by) => codes[by]) };
}

function cellOf(ofKind: Map<number, Cell>, place: number, code: number): Cell {
  let cell = ofKind.get(code);
  if (cell === undefined) {
    const by = BREAKDOWNS[place];
    cell = { by, code, label: labelOf(by, code), counts: new Map(), seeds: [], onlyFirst: 0, onlySecond: 0 };
    ofKind.set(code, cell);
  }
  return cell;
}

const FIFTHS = ["poorest fifth", "second fifth", "middle fifth", "fourth fifth", "richest fifth"] as const;

function labelOf(by: Breakdown, code: number): string {
  if (by === "everybody") return "Everybody";
  if (by === "group") return GROUP_LABELS[GROUPS[code]];
  if (by === "fifth") return `${FIFTHS[code - 1]} of incomes within the group`;
  return by === "zone" ? `zone ${code + 1}` : FUNDING_WORDS[code];
}

function rowOf(
  { by, label, counts, seeds: own, onlyFirst, onlySecond }: Cell,
  seeds: number,
  measure: GainMeasure,
): GainRow {
  const parts = PARTS[measure];
  const least = LEAST[measure].parts;
  const held = Object.values(own);
  const people = held.reduce((total, each) => total + each.people, 0);
  const about = { by, label, people, onlyFirst, onlySecond };
  if (people < FEWEST_PEOPLE) return { ...about, ...WITHHELD };
  const means = held.map((each) => each.sum / each.people);
  const reach = (studentQuantile(means.length - 1) * Math.sqrt(varianceOf(means) / means.length)) / parts;
  // Whole numbers are summed exactly, and divided once.
  const mean = held.reduce((total, { sum }) => total + sum, 0) / people / parts;
  const ascending = [...counts].sort(([one], [other]) => one - other);
  const shareOf = (which: (value: number) => boolean): number =>
    ascending.reduce((total, [value, count]) => (which(value) ? total + count : total), 0) / people;
  return {
    ...about,
    mean,
    // Seeds vary about their own mean; the interval stands round the mean of people.
    low: mean - reach,
    high: mean + reach,
    quantiles: QUANTILES.map((p) => countedQuantile(ascending, people, p) / parts),
    higher: shareOf((value) => value >= least),
    lower: shareOf((value) => value <= -least),
    unchanged: shareOf((value) => Math.abs(value) < least),
    same: shareOf((value) => value === 0),
    isWithheld: false,
    warning: people < FEWEST_PEOPLE * seeds ? `fewer than ${FEWEST_PEOPLE} people a run: much of this is luck` : "",
  };
}

/** The same quantile as of the numbers one by one: interpolated between neighbours at rank 1 + (n - 1) p. */
function countedQuantile(ascending: readonly (readonly [number, number])[], people: number, p: number): number {
  const rank = (people - 1) * p;
  const below = Math.floor(rank);
  const valueAt = (place: number): number => {
    let passed = 0;
    for (const [value, count] of ascending) {
      passed += count;
      if (place < passed) return value;
    }
    return ascending[ascending.length - 1][0];
  };
  const [left, right] = [valueAt(below), valueAt(Math.min(below + 1, people - 1))];
  return left === right ? left : left + (right - left) * (rank - below);
}

const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

const WITHHELD = Object.freeze({
  mean: Number.NaN,
  low: Number.NaN,
  high: Number.NaN,
  quantiles: QUANTILES.map(() => Number.NaN),
  higher: Number.NaN,
  lower: Number.NaN,
  unchanged: Number.NaN,
  same: Number.NaN,
  isWithheld: true,
  warning: `fewer than ${FEWEST_PEOPLE} people: figures withheld`,
} as const);
