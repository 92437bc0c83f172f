/** Two scenarios side by side: every parameter that differs, and the first week in which their runs do. */
import { leaves } from "../model/levers/index.ts";
import type { Dated } from "../model/levers/parameter.ts";
import type { RunResult } from "../simulation/result.ts";
import { Failure } from "./failure.ts";
import type { Runner } from "./pool.ts";
import { runSeeds } from "./run-seeds.ts";
import { failedFailure } from "./run-failures.ts";
import { cellsInMemory } from "./store/cells.ts";
import type { Described } from "./store/write.ts";

type Values = readonly Dated<number | string>[];

export interface Side<V> {
  readonly a: V;
  readonly b: V;
}

export interface ParameterDifference extends Side<Values> {
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  /** Which file or option set it; "default" where none did. */
  readonly origins: Side<string>;
}

export interface Comparison {
  readonly scenarios: Side<string>;
  readonly hashes: Side<string>;
  readonly seed: string;
  readonly digests: Side<string>;
  readonly identical: boolean;
  /** Start, length and burn-in, where they differ. */
  readonly run: readonly ({ readonly what: string } & Side<string | number>)[];
  readonly parameters: readonly ParameterDifference[];
  /** The first recorded week that differs; null where no shared week does. */
  readonly firstDifference: FirstDifference | null;
}

export interface FirstDifference {
  readonly week: number;
  readonly monday: string;
  /** Measures that differ in that week, with both values; null where not defined. */
  readonly measures: readonly ({ readonly key: string } & Side<number | null>)[];
}

/** Runs both with the first seed of `a`. */
export async function compareRuns(a: Described, b: Described, pool: Runner, signal: AbortSignal): Promise<Comparison> {
  const [seed] = a.seeds;
  const [left, right] = await Promise.all([a, b].map((each) => runOne(each, seed, pool, signal)));
  return {
    scenarios: { a: a.scenario.name, b: b.scenario.name },
    hashes: { a: a.scenarioHash, b: b.scenarioHash },
    seed,
    digests: { a: left.digest, b: right.digest },
    identical: left.digest === right.digest,
    run: runDifferences(a, b),
    parameters: parameterDifferences(a, b),
    firstDifference: firstDifference(left, right),
  };
}

async function runOne(described: Described, seed: string, pool: Runner, signal: AbortSignal): Promise<RunResult> {
  const cells = cellsInMemory();
  const { scenario } = described;
  const failures = await runSeeds(
    { scenario, seeds: [seed], options: { checks: "basic", timings: false }, pool, signal, progress: () => {} },
    cells,
  );
  if (signal.aborted) throw new Failure("interrupted", "Interrupted.", ["Nothing was written."]);
  if (failures.length > 0) throw failedFailure({ described, cells, places: undefined }, failures);
  return cells.get(seed);
}

function runDifferences(a: Described, b: Described): Comparison["run"] {
  const keys = ["start", "weeks", "burnInWeeks"] as const;
  return keys
    .filter((key) => a.scenario[key] !== b.scenario[key])
    .map((key) => ({ what: key, a: a.scenario[key], b: b.scenario[key] }));
}

/** Every leaf whose values by date are not the same, in the order of the registry. */
export function parameterDifferences(a: Described, b: Described): ParameterDifference[] {
  const origin = (described: Described, path: string): string => described.origins[path] ?? "default";
  return leaves.flatMap(({ path, label, unit }) => {
    const [left, right] = [a.scenario.values[path] ?? [], b.scenario.values[path] ?? []];
    if (JSON.stringify(left) === JSON.stringify(right)) return [];
    return [{ path, label, unit, a: left, b: right, origins: { a: origin(a, path), b: origin(b, path) } }];
  });
}

/** The first week, by date, whose chained digests differ; weeks that only one run has are not compared. */
export function firstDifference(a: RunResult, b: RunResult): FirstDifference | null {
  const weekInB = new Map(b.mondays.map((monday, week) => [monday, week]));
  for (const [week, monday] of a.mondays.entries()) {
    const other = weekInB.get(monday);
    if (other === undefined || a.weekDigests[week] === b.weekDigests[other]) continue;
    return { week, monday, measures: differingMeasures(a, b, week, other) };
  }
  return null;
}

function differingMeasures(a: RunResult, b: RunResult, week: number, other: number): FirstDifference["measures"] {
  const finite = (value: number): number | null => (Number.isNaN(value) ? null : value);
  return Object.keys(a.weekly)
    .filter((key) => Object.hasOwn(b.weekly, key) && !Object.is(a.weekly[key][week] + 0, b.weekly[key][other] + 0))
    .map((key) => ({ key, a: finite(a.weekly[key][week]), b: finite(b.weekly[key][other]) }));
}
