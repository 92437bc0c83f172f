/**
 * Who gains and who loses: each person's own difference between two runs of one seed, in which the same people have the
 * same luck. A mean over everybody may hide that some lose much.
 */
import { GROUP_LABELS, GROUPS } from "../model/levers/parameter.ts";
import { FUNDING_WORDS } from "../model/world/words.ts";
import type { RunResult } from "../simulation/index.ts";
import { meanOf, studentQuantile, varianceOf } from "./paired.ts";
import { spreadOf } from "./spread.ts";

/** What can be compared, person by person. */
export const GAIN_MEASURES = {
  life: { label: "Quality of life when last seen", unit: "points" },
  support: { label: "Care agreed when last seen", unit: "hours per week" },
  weeks: { label: "Weeks from referral to leaving, or to the end of the run", unit: "weeks" },
} as const;

export type GainMeasure = keyof typeof GAIN_MEASURES;

/** Both runs of one seed; the first is the one that the other is compared with. */
export interface RunPair {
  readonly first: PeopleOfRun;
  readonly second: PeopleOfRun;
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
  /** Shares of people whose own difference is above 0, below 0, and exactly 0. */
  readonly higher: number;
  readonly lower: number;
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
  readonly seeds: number;
  readonly rows: readonly GainRow[];
}

/** Nothing is said of fewer people than this. */
export const FEWEST_PEOPLE = 10;

/**
 * The differences of everybody, and by group, income fifth, zone and route.
 * @throws RangeError where no pair is given, a pair's seeds differ, or a table of people lacks a column.
 */
export function gainsOf(pairs: readonly RunPair[], measure: GainMeasure): Gains {
  if (pairs.length === 0) throw new RangeError("gains need one pair of runs or more");
  const cells = new Map<string, Cell>();
  for (const [place, pair] of pairs.entries()) addPair(cells, pair, place, measure);
  const rows = [...cells.values()]
    .sort((one, other) => BREAKDOWNS.indexOf(one.by) - BREAKDOWNS.indexOf(other.by) || one.code - other.code)
    .map((cell) => rowOf(cell, pairs.length, PARTS[measure]));
  return { measure, ...GAIN_MEASURES[measure], seeds: pairs.length, rows };
}

/** Everybody of one kind. */
interface Cell {
  readonly by: Breakdown;
  readonly code: number;
  readonly label: string;
  /** For each seed the differences. */
  readonly differences: number[][];
  onlyFirst: number;
  onlySecond: number;
}

function addPair(cells: Map<string, Cell>, { first, second }: RunPair, place: number, measure: GainMeasure): void {
  if (first.seed !== second.seed) {
    throw new RangeError(`seeds ${first.seed} and ${second.seed}: people are compared within one seed only`);
  }
  const [left, right] = [readerOf(first, measure), readerOf(second, measure)];
  const partners = new Map(Array.from(right.keys, (key, row) => [key, row]));
  const seen = new Set<number>();
  for (const [row, key] of left.keys.entries()) {
    const partner = partners.get(key);
    seen.add(key);
    for (const cell of cellsOf(cells, left, row)) {
      if (partner === undefined) cell.onlyFirst += 1;
      else (cell.differences[place] ??= []).push(right.value(partner) - left.value(row));
    }
  }
  for (const [row, key] of right.keys.entries()) {
    if (seen.has(key)) continue;
    for (const cell of cellsOf(cells, right, row)) cell.onlySecond += 1;
  }
}

interface Reader {
  readonly keys: ArrayLike<number> & Iterable<number> & { entries(): Iterable<[number, number]> };
  readonly value: (row: number) => number;
  readonly code: Readonly<Record<Breakdown, (row: number) => number>>;
}

function readerOf({ people, weeks, seed }: PeopleOfRun, measure: GainMeasure): Reader {
  const column = (name: string) => {
    const found = people.find((each) => each.name === name);
    if (found === undefined) throw new RangeError(`the people of seed ${seed} have no column "${name}"`);
    return found.values;
  };
  const [group, fifth, zone, funding] = ["group", "fifth", "zone", "funding"].map(column);
  return {
    keys: column("person"),
    value: valueOf(measure, column, weeks),
    code: {
      everybody: () => 0,
      group: (row) => group[row],
      fifth: (row) => fifth[row],
      zone: (row) => zone[row],
      route: (row) => funding[row],
    },
  };
}

/** In whole numbers of what the table holds. */
function valueOf(measure: GainMeasure, column: (name: string) => ArrayLike<number>, weeks: number) {
  if (measure === "weeks") {
    const [entered, left] = [column("entered"), column("left")];
    return (row: number): number => Math.min(left[row], weeks) - entered[row];
  }
  const values = column(measure === "life" ? "life" : "assessed");
  return (row: number): number => values[row];
}

/** How many of the table's units are one of the measure's. */
const PARTS: Readonly<Record<GainMeasure, number>> = { life: 100, support: 60, weeks: 1 };

function* cellsOf(cells: Map<string, Cell>, { code }: Reader, row: number): Iterable<Cell> {
  for (const by of BREAKDOWNS) {
    const own = code[by](row);
    const name = `${by} ${own}`;
    let cell = cells.get(name);
    if (cell === undefined) {
      cell = { by, code: own, label: labelOf(by, own), differences: [], onlyFirst: 0, onlySecond: 0 };
      cells.set(name, cell);
    }
    yield cell;
  }
}

const FIFTHS = ["poorest fifth", "second fifth", "middle fifth", "fourth fifth", "richest fifth"] as const;

function labelOf(by: Breakdown, code: number): string {
  if (by === "everybody") return "Everybody";
  if (by === "group") return GROUP_LABELS[GROUPS[code]];
  if (by === "fifth") return `${FIFTHS[code - 1]} of incomes within the group`;
  return by === "zone" ? `zone ${code + 1}` : FUNDING_WORDS[code];
}

function rowOf({ by, label, differences, onlyFirst, onlySecond }: Cell, seeds: number, parts: number): GainRow {
  const all = differences.flat();
  const spread = all.length < FEWEST_PEOPLE ? undefined : spreadOf(all);
  const counts = { by, label, people: all.length, onlyFirst, onlySecond };
  if (spread === undefined) return { ...counts, ...WITHHELD };
  const means = Object.values(differences).map(meanOf);
  const reach = (studentQuantile(means.length - 1) * Math.sqrt(varianceOf(means) / means.length)) / parts;
  // Whole numbers are summed exactly, and divided once.
  const mean = meanOf(all) / parts;
  const shareOf = (which: (value: number) => boolean): number => all.filter(which).length / all.length;
  return {
    ...counts,
    mean,
    // Seeds vary about their own mean; the interval stands round the mean of people.
    low: mean - reach,
    high: mean + reach,
    quantiles: QUANTILES.map((name) => spread[name] / parts),
    higher: shareOf((value) => value > 0),
    lower: shareOf((value) => value < 0),
    same: shareOf((value) => value === 0),
    isWithheld: false,
    warning: all.length < FEWEST_PEOPLE * seeds ? `fewer than ${FEWEST_PEOPLE} people a run: much of this is luck` : "",
  };
}

const QUANTILES = ["low", "lowerQuartile", "median", "upperQuartile", "high"] as const;

const WITHHELD = Object.freeze({
  mean: Number.NaN,
  low: Number.NaN,
  high: Number.NaN,
  quantiles: QUANTILES.map(() => Number.NaN),
  higher: Number.NaN,
  lower: Number.NaN,
  same: Number.NaN,
  isWithheld: true,
  warning: `fewer than ${FEWEST_PEOPLE} people: figures withheld`,
} as const);
