/** What law S1 runs and compares: a council without austerity or shocks, the decade as it went, and how far each moves. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import {
  leaves,
  lookupAmong,
  resolveOrThrow,
  start,
  type ResolvedScenario,
  type RunOptions,
} from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { NO_SAVINGS } from "./laws-council.ts";
import { errorOf, mean } from "./laws-statistics.ts";

const YEAR = 52;
/** Weeks of so many years, and one more for the leap days in them. */
export const yearsLong = (years: number): number => years * YEAR + 1;

const MONEY = new Set([
  "council.communitySpend",
  "council.grossSpend",
  "prices.frameworkFee",
  "prices.privatePrice",
  "wages.careWorker",
]);

/** A twentieth of Student's t lies beyond it, by how many seeds there are. */
const QUANTILES: Readonly<Record<number, number>> = {
  3: 2.92,
  6: 2.015,
  12: 1.796,
  24: 1.714,
  48: 1.678,
  96: 1.661,
  128: 1.657,
};

/** Every lever at its first value for all time, nothing growing, and a grant that leaves nothing to save for. */
export function atRest(years: number, more: Readonly<Record<string, number>> = {}): ResolvedScenario {
  const first = leaves.filter(({ kind }) => kind !== "size").map(({ path, default: [{ value }] }) => [path, value]);
  const growth = leaves.filter(({ path }) => path.startsWith("demand.growthPerYear")).map(({ path }) => [path, 0]);
  const set = {
    ...Object.fromEntries([...first, ...growth]),
    "prices.inflation": 0,
    "labour.yearlyRise": 0,
    "labour.vacancyRise": 0,
    "council.taxBaseGrowth": 0,
    "council.grant": 70,
    ...NO_SAVINGS,
    "framework.efficiency": 0,
    ...more,
  };
  const weeks = yearsLong(years);
  const file = { format: 1, name: "rest", start: "2010-04-05", burnInWeeks: 104, weeks, set, changes: [] };
  return scenarioFrom(JSON.stringify(file));
}

/** The decade as it went, so many years of it. */
export function baseline(years: number, more: Readonly<Record<string, number>> = {}): ResolvedScenario {
  const text = readFileSync(new URL("../../scenarios/baseline.yaml", import.meta.url), "utf8");
  const entry = { name: "baseline.yaml", text };
  const set = Object.entries(more).map(([path, value]) => `${path}=${value}`);
  return resolveOrThrow({ entry, lookup: lookupAmong({}), set, flags: { weeks: yearsLong(years) } }).scenario;
}

type Phases = NonNullable<RunOptions["phases"]>;
/** By measure, and year by year from the first: a value a seed. */
export type Years = Readonly<Record<string, readonly (readonly number[])[]>>;

/** Yearly means of each measure by seed, money at the prices of the start. */
export function yearsOf(
  scenario: ResolvedScenario,
  keys: readonly string[],
  seeds: number,
  phases: Phases = (all) => all,
): Years {
  const years = Math.floor(scenario.weeks / YEAR);
  const found: Record<string, number[][]> = Object.fromEntries(
    keys.map((key) => [key, Array.from({ length: years }, () => [])]),
  );
  for (let seed = 1; seed <= seeds; seed++) {
    const run = start(scenario, String(seed), { phases });
    const prices: number[] = [];
    while (!run.done) {
      run.step();
      if (run.recorded > 0) prices.push(run.world.market.priceIndex);
    }
    const { weekly } = run.finish();
    for (const key of keys) {
      const values = Array.from(weekly[key], (value, week) =>
        MONEY.has(key) ? (value * prices[0]) / prices[week] : value,
      );
      for (const [year, own] of found[key].entries()) {
        own.push(mean(values.slice(year * YEAR, (year + 1) * YEAR).filter((value) => !Number.isNaN(value))));
      }
    }
  }
  return found;
}

/** The same of measures that are no money, by the engine as it was built last: for runs by the dozen. */
export async function yearsBuilt(
  scenario: ResolvedScenario,
  keys: readonly string[],
  seeds: number,
  first: number,
): Promise<Years> {
  const workerData = { scenario, keys, first, seeds };
  const worker = new Worker(new URL("laws-rest-worker.mjs", import.meta.url), { workerData });
  const [runs]: readonly Readonly<Record<string, Float64Array>>[][] = await once(worker, "message");
  const years = Array.from({ length: Math.floor(scenario.weeks / YEAR) }, (_, year) => year);
  const meanOf = (weekly: Float64Array, year: number): number =>
    mean([...weekly.subarray(year * YEAR, (year + 1) * YEAR)].filter((value) => !Number.isNaN(value)));
  return Object.fromEntries(
    keys.map((key) => [key, years.map((year) => runs.map((weekly) => meanOf(weekly[key], year)))]),
  );
}

/** How far each measure moved from one year to another, by seed; years count from 1. */
export const movesOf = (years: Years, from: number, to: number): Record<string, number[]> =>
  Object.fromEntries(
    Object.entries(years).map(([key, own]) => [key, own[to - 1].map((value, seed) => value - own[from - 1][seed])]),
  );

/** The ends of the 90 % interval of a mean over seeds. */
export function intervalOf(values: readonly number[]): readonly [lower: number, upper: number] {
  const half = QUANTILES[values.length] * errorOf(values);
  return [mean(values) - half, mean(values) + half];
}

type Moves = Readonly<Record<string, readonly number[]>>;
type Margins = Readonly<Record<string, number>>;

/** The measures that are shown to rest: their whole interval lies inside the margin. */
export const resting = (moved: Moves, margins: Margins): readonly string[] =>
  Object.keys(moved).filter((key) => Math.max(...intervalOf(moved[key]).map(Math.abs)) < margins[key]);

/** The measures that are shown to move: their whole interval lies outside the margin, on one side of it. */
export const moving = (moved: Moves, margins: Margins): readonly string[] =>
  Object.keys(moved).filter((key) => {
    const [lower, upper] = intervalOf(moved[key]);
    return lower > margins[key] || upper < -margins[key];
  });
