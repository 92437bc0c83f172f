/**
 * What the summary and the report need from many runs, gathered run by run in seed order.
 *
 * Runs come either straight from the engine or back from the tables of a results folder; both give the same gathering,
 * so that a report made again is the same file.
 */
import type { RunResult } from "../../simulation/result.ts";
import type { EngineLegend } from "./tables.ts";

/** One run's series, with event kinds by code. */
export interface RunSeries {
  readonly seed: string;
  readonly mondays: readonly string[];
  readonly years: readonly string[];
  readonly yearOfWeek: ArrayLike<number>;
  readonly weekly: Readonly<Record<string, ArrayLike<number>>>;
  readonly yearly: Readonly<Record<string, ArrayLike<number>>>;
  readonly events: {
    readonly week: ArrayLike<number>;
    readonly kind: readonly string[];
    /** Key of whom it happened to; 0 for the council. */
    readonly agent: ArrayLike<number>;
    readonly amount: ArrayLike<number>;
  };
}

export interface TurningPoint {
  readonly monday: string;
  readonly kind: string;
  readonly agent: number;
  readonly amount: number;
  /** The framework fee of that week and of the one before, in pounds; NaN where the run has none. */
  readonly fee: number;
  readonly feeBefore: number;
}

/** Series by key, then one array per seed in seed order. */
export type BySeed = Record<string, ArrayLike<number>[]>;

export interface Gathering {
  readonly seeds: readonly string[];
  readonly mondays: readonly string[];
  readonly years: readonly string[];
  readonly yearOfWeek: ArrayLike<number>;
  readonly weekly: Readonly<BySeed>;
  readonly yearly: Readonly<BySeed>;
  /** Kind -> one row per seed, one count per financial year. */
  readonly eventCounts: Readonly<BySeed>;
  /** Of the first seed, in order of date. */
  readonly turningPoints: readonly TurningPoint[];
}

/** Collects runs; all of one scenario, so all of one calendar. */
export class Gatherer {
  private readonly seeds: string[] = [];
  private readonly weekly: BySeed = {};
  private readonly yearly: BySeed = {};
  private readonly counts: BySeed = {};
  private first: RunSeries | undefined;

  add(run: RunSeries): void {
    this.first ??= { ...run, weekly: {}, yearly: {} };
    this.seeds.push(run.seed);
    collect(this.weekly, run.weekly);
    collect(this.yearly, run.yearly);
    this.count(run);
  }

  finish(): Gathering {
    const { first } = this;
    if (first === undefined) throw new RangeError("nothing was gathered");
    const { mondays, years, yearOfWeek } = first;
    const { seeds, weekly, yearly, counts: eventCounts } = this;
    const turningPoints = turningPointsOf(first, weekly["prices.frameworkFee"]?.[0] ?? []);
    return { seeds, mondays, years, yearOfWeek, weekly, yearly, eventCounts, turningPoints };
  }

  private count(run: RunSeries): void {
    const { week, kind } = run.events;
    const row = this.seeds.length - 1;
    for (let index = 0; index < kind.length; index++) {
      if (isNothing(run, index)) continue;
      const rows = (this.counts[kind[index]] ??= []) as Int32Array[];
      while (rows.length <= row) rows.push(new Int32Array(run.years.length));
      rows[row][run.yearOfWeek[week[index]]]++;
    }
    for (const rows of Object.values(this.counts)) {
      while (rows.length <= row) rows.push(new Int32Array(run.years.length));
    }
  }
}

function collect(into: BySeed, series: Readonly<Record<string, ArrayLike<number>>>): void {
  for (const [key, values] of Object.entries(series)) (into[key] ??= []).push(withoutMinusZero(values));
}

/** Tables do not keep the sign of zero; neither does what is gathered before they are written. */
const withoutMinusZero = (values: ArrayLike<number>): Float64Array => Float64Array.from(values, (value) => value + 0);

/** A run of the engine, its event kinds spelt out. */
export const seriesOf = (run: RunResult, legend: EngineLegend): RunSeries => ({
  ...run,
  events: {
    week: run.events.week,
    kind: Array.from(run.events.kind, (kind) => legend.eventKinds[kind].code),
    agent: run.events.agent,
    amount: run.events.amount,
  },
});

/** The list of turning points ends before a kind that would make it longer than this. */
const MOST_TURNING_POINTS = 24;
/** A list shorter than this is filled with the largest of the next kind, up to the second number. */
const [FEW_TURNING_POINTS, FILLED] = [10, 20];

/** An April without a precept is in the log, so that its cause can be read there: nothing was raised in it. */
const isNothing = ({ events: { kind, amount } }: RunSeries, row: number): boolean =>
  kind[row] === "council.precept" && amount[row] === 0;

/** What the council settles about prices in one week is told together: each explains the others. */
const SETTLED: readonly string[] = ["council.fee", "council.tender", "council.directPaymentRate"];

/** The first kinds that fit whole; what is told together counts as the kind that it begins with. */
function wholeKinds(told: readonly (readonly number[])[], kind: readonly string[]): readonly number[] {
  const kindOf = (place: number): string => kind[told[place][0]];
  let end = Math.min(told.length, MOST_TURNING_POINTS);
  while (end > 0 && end < told.length && kindOf(end - 1) === kindOf(end)) end--;
  return told.slice(0, end < FEW_TURNING_POINTS ? FILLED : end).flat();
}

/** The rarest kinds, each whole where it fits, else its largest amounts: about twenty, in order of date. */
function turningPointsOf(run: RunSeries, fees: ArrayLike<number>): TurningPoint[] {
  const { week, kind, agent, amount } = run.events;
  const rows = Array.from(kind, (_, row) => row).filter((row) => !isNothing(run, row));
  const often = new Map<string, number>();
  for (const row of rows) often.set(kind[row], (often.get(kind[row]) ?? 0) + 1);
  const size = (row: number): number => (Number.isNaN(amount[row]) ? 0 : Math.abs(amount[row]));
  rows.sort(
    (a, b) =>
      (often.get(kind[a]) ?? 0) - (often.get(kind[b]) ?? 0) ||
      Number(kind[a] > kind[b]) - Number(kind[a] < kind[b]) ||
      size(b) - size(a) ||
      a - b,
  );
  const told = new Map<string, number[]>();
  for (const row of rows) {
    const name = SETTLED.includes(kind[row]) ? `week ${week[row]}` : `row ${row}`;
    told.set(name, [...(told.get(name) ?? []), row]);
  }
  return [...wholeKinds([...told.values()], kind)]
    .sort((a, b) => a - b)
    .map((row) => ({
      monday: run.mondays[week[row]],
      kind: kind[row],
      agent: agent[row],
      amount: amount[row],
      fee: fees[week[row]] ?? Number.NaN,
      feeBefore: fees[week[row] - 1] ?? Number.NaN,
    }));
}
