/** One side of a comparison: a scenario that is run, or a results folder that is read. Both give the same figures. */
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import type { RunResult } from "../simulation/result.ts";
import type { Progress } from "./each-seed.ts";
import { Failure } from "./failure.ts";
import { GAIN_COLUMNS } from "./gains.ts";
import type { Runner } from "./pool.ts";
import { failedFailure } from "./run-failures.ts";
import { runSeeds } from "./run-seeds.ts";
import { seedsText } from "./seeds.ts";
import { cellsInMemory, yearlyOnly } from "./store/cells.ts";
import { MANIFEST, resultsFolder } from "./store/manifest.ts";
import { openResults, readPeople, readRuns } from "./store/read.ts";
import type { Described } from "./store/write.ts";

/** What a comparison needs of one run. Weekly figures are there for the first seed alone. */
export interface ComparedRun {
  readonly digest: string;
  readonly mondays: readonly string[];
  readonly years: readonly string[];
  readonly yearOfWeek: ArrayLike<number>;
  readonly weekly: Readonly<Record<string, ArrayLike<number>>>;
  readonly yearly: Readonly<Record<string, ArrayLike<number>>>;
  /** One text a week that differs where anything in the week does; a results folder keeps none. */
  readonly weekDigests?: readonly string[];
  /** What the comparison needs of the table of people, of every seed; empty where it is not to be had. */
  readonly people: RunResult["people"];
  readonly warnings: readonly string[];
}

export interface ComparedSide {
  readonly described: Described;
  /** What the reader called it. */
  readonly source: string;
  /** In the order of the comparison's seeds. */
  readonly runs: readonly ComparedRun[];
}

/** True where the word names a folder that holds a manifest, or a file in one. */
export function isResultsFolder(word: string): boolean {
  try {
    return readdirSync(resultsFolder(word)).includes(MANIFEST);
  } catch {
    return false;
  }
}

/** The folder's own description; every file in it is checked. */
export function describeFolder(word: string): Described {
  const { manifest } = openResults(resultsFolder(word));
  const { scenario, scenarioHash, origins, command, engineVersion, seeds } = manifest;
  return { scenario, scenarioHash, origins, command, engineVersion, seeds };
}

/** Reads the runs of these seeds; fails where the folder has not all of them. */
export async function readSide(word: string, seeds: readonly string[]): Promise<ComparedSide> {
  const results = openResults(resultsFolder(word));
  const { manifest } = results;
  const missing = seeds.filter((seed) => !manifest.seeds.includes(seed));
  if (missing.length > 0) {
    throw new Failure("invalid", `${word} has no run of seed ${seedsText(missing)}`, [
      `It holds seeds ${seedsText(manifest.seeds)}. Ask for those, or run the scenario again with more.`,
    ]);
  }
  const bySeed = new Map((await readRuns(results)).map((run) => [run.seed, run]));
  const people = await readPeople(results, GAIN_COLUMNS);
  const runs = seeds.flatMap((seed): ComparedRun[] => {
    const run = bySeed.get(seed);
    if (run === undefined) return [];
    return [{ ...run, digest: manifest.digests[seed], people: people.get(seed) ?? [], warnings: [] }];
  });
  return { described: describeFolder(word), source: basename(results.folder), runs };
}

export interface SideRequest {
  readonly described: Described;
  readonly source: string;
  readonly seeds: readonly string[];
  readonly pool: Runner;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** The rest of the table is let go of. */
const comparable = (run: RunResult): RunResult["people"] =>
  run.people.filter(({ name }) => GAIN_COLUMNS.includes(name));

/** Runs the scenario over the seeds; of all but the first, weekly figures are let go of at once. */
export async function runSide({
  described,
  source,
  seeds,
  pool,
  signal,
  progress,
}: SideRequest): Promise<ComparedSide> {
  const [first] = seeds;
  const cells = cellsInMemory((run) => ({
    ...(run.seed === first ? run : yearlyOnly(run)),
    people: comparable(run),
  }));
  const { scenario } = described;
  const options = { checks: "basic", timings: false } as const;
  const failures = await runSeeds({ scenario, seeds, options, pool, signal, progress }, cells);
  if (signal.aborted) {
    throw new Failure("interrupted", "Interrupted.", ["Nothing was written. Start again with the same command."]);
  }
  if (failures.length > 0) {
    throw failedFailure({ described: { ...described, seeds }, cells, places: undefined }, failures);
  }
  return { described, source, runs: seeds.map((seed) => cells.get(seed)) };
}

/** The side with nothing to say of people. */
export const peopleLeftOut = (side: ComparedSide): ComparedSide => ({
  ...side,
  runs: side.runs.map((run) => ({ ...run, people: [] })),
});
