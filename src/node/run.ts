/** One scenario over its seeds: run in workers, kept as they finish, written as one results folder. */
import { mkdirSync } from "node:fs";
import { Failure } from "./failure.ts";
import { attempt } from "./file-errors.ts";
import { failedFailure, interruptedFailure } from "./run-failures.ts";
import { runSeeds, type SeedsRequest } from "./run-seeds.ts";
import { seedsText } from "./seeds.ts";
import { canonicalJson } from "./store/canonical-json.ts";
import { type Cells, cellsInFolder, cellsInMemory, holdsOtherCells, yearlyOnly } from "./store/cells.ts";
import { checkPlace, discard, recover, resultsAt } from "./store/folder.ts";
import { type Lock, takeLock } from "./store/lock.ts";
import type { Manifest } from "./store/manifest.ts";
import { type Places, placesOf } from "./store/places.ts";
import { damageIn, readSummary } from "./store/read.ts";
import type { Summary } from "./store/summary.ts";
import type { EngineLegend } from "./store/tables.ts";
import type { Described, Finished } from "./store/write.ts";

export interface RunRequest extends Pick<SeedsRequest, "options" | "pool" | "signal" | "progress" | "timed"> {
  readonly described: Described;
  /** Loads what the writing needs; called once the workers are busy, so that it costs no time of its own. */
  readonly legend: () => Promise<EngineLegend>;
  /** The results folder; undefined to write nothing. */
  readonly out: string | undefined;
  /** Create the parent of `out` if it is missing: for the usual place only. */
  readonly makeParent: boolean;
  /** Run again even if the same results are there, and replace whatever results are. */
  readonly force: boolean;
  /** Called once every run has finished, before anything is written. */
  readonly onRunsDone?: () => void;
  /** A line for the reader. */
  readonly say: (line: string) => void;
}

export interface RunOutcome {
  readonly summary: Summary;
  readonly folder: string | undefined;
  /** Nothing ran: the same results were there already. */
  readonly isReused: boolean;
}

export async function runScenario(request: RunRequest): Promise<RunOutcome> {
  if (request.out === undefined) {
    const finished = await runAll(request, cellsInMemory(yearlyOnly), undefined);
    const { summaryOf } = await import("./store/write.ts");
    return { summary: summaryOf(finished), folder: undefined, isReused: false };
  }
  const places = placesOf(request.out);
  if (request.makeParent) attempt("create", places.parent, () => mkdirSync(places.parent, { recursive: true }));
  checkPlace(places);
  const lock = lockOrReuse(places, request);
  if ("summary" in lock) return lock;
  try {
    return await runInto(places, lock, request);
  } finally {
    lock.release();
  }
}

/** The lock; where nothing may be written, the results themselves if they are there already. */
function lockOrReuse(places: Places, request: RunRequest): Lock | RunOutcome {
  try {
    return takeLock(places.lock);
  } catch (error) {
    const existing = error instanceof Failure && error.kind === "io" ? resultsAt(places) : undefined;
    if (typeof existing !== "object" || !isSame(places.final, existing, request)) throw error;
    return reused(places, request);
  }
}

function reused({ final }: Places, { say }: RunRequest): RunOutcome {
  say("These results are there already, whole and made by this engine: nothing was run. To run again: --force");
  return { summary: readSummary(final), folder: final, isReused: true };
}

async function runInto(places: Places, lock: Lock, request: RunRequest): Promise<RunOutcome> {
  const { described, say } = request;
  for (const note of [...lock.notes, ...recover(places)]) say(note);
  const existing = resultsAt(places);
  if (typeof existing === "object" && isSame(places.final, existing, request)) {
    if (!holdsOtherCells(places.cells, described.seeds)) discard(places.cells);
    return reused(places, request);
  }
  if (typeof existing === "object" && !request.force) refuseLoss(places.final, existing, described);
  const cells = cellsInFolder(places.cells, `${described.scenarioHash} ${described.engineVersion}\n`);
  const finished = await runAll(request, cells, places);
  if (existing !== undefined) say(replacing(existing, described));
  const { writeResults } = await import("./store/write.ts");
  const summary = await writeResults(finished, places);
  discard(places.cells);
  return { summary, folder: places.final, isReused: false };
}

/** Every run of the job, or a failure that says which did not finish. */
async function runAll(request: RunRequest, cells: Cells, places: Places | undefined): Promise<Finished> {
  const { described, signal, say } = request;
  const { scenario, seeds } = described;
  const before = seeds.filter((seed) => cells.has(seed)).length;
  if (before > 0) say(`${before} of ${seeds.length} runs had finished before and are not run again.`);
  const running = runSeeds({ ...request, scenario, seeds }, cells);
  const legend = request.legend();
  legend.catch(() => {});
  const failures = await running;
  const job = { described, cells, places };
  if (signal.aborted) throw interruptedFailure(job);
  if (failures.length > 0) throw failedFailure(job, failures);
  request.onRunsDone?.();
  return { described, legend: await legend, runOf: (seed) => cells.get(seed) };
}

/** Only whole results of the same scenario, seeds and built engine stand in for a run. */
function isSame(folder: string, manifest: Manifest, { described, options, force }: RunRequest): boolean {
  if (force || options.checks === "full" || options.timings) return false;
  if (described.engineVersion.endsWith("+source")) return false;
  const key = ({ scenario, seeds, engineVersion, command }: Omit<Described, "scenarioHash" | "origins">): string =>
    canonicalJson([scenario, seeds, engineVersion, command]);
  return key(manifest) === key(described) && damageIn(folder, manifest).length === 0;
}

/** Results go only where they hold all that lies there: the same scenario, and every seed. */
function refuseLoss(folder: string, there: Manifest, { scenario, scenarioHash, seeds }: Described): void {
  const isOther = there.scenarioHash !== scenarioHash;
  const lost = there.seeds.filter((seed) => !seeds.includes(seed));
  if (!isOther && lost.length === 0) return;
  const [name, hash] = [there.name, there.scenarioHash.slice(0, 8)];
  const what = isOther
    ? `results of another scenario, ${name} (${hash}) with seeds ${seedsText(there.seeds)}; this one is ${scenario.name} (${scenarioHash.slice(0, 8)})`
    : `this scenario with seeds ${seedsText(there.seeds)}; a run of ${seedsText(seeds)} would lose ${seedsText(lost)}`;
  throw new Failure(
    "invalid",
    `${folder} holds ${what}`,
    [
      "Nothing was changed and nothing was run.",
      "Choose another folder with --out, or replace what is there with --force.",
    ],
    { results: folder, scenarioHash: there.scenarioHash, seeds: there.seeds },
  );
}

function replacing(existing: Manifest | "unreadable", { scenarioHash, engineVersion, seeds }: Described): string {
  if (existing === "unreadable") return "Replacing results that cannot be read.";
  const [oldHash, newHash] = [existing.scenarioHash.slice(0, 8), scenarioHash.slice(0, 8)];
  const [oldSeeds, newSeeds] = [seedsText(existing.seeds), seedsText(seeds)];
  const differences = [
    oldHash === newHash ? "" : `scenario ${oldHash} by ${newHash}`,
    existing.engineVersion === engineVersion ? "" : `engine ${existing.engineVersion} by ${engineVersion}`,
    oldSeeds === newSeeds ? "" : `seeds ${oldSeeds} by ${newSeeds}`,
  ].filter((each) => each !== "");
  return `Replacing ${differences.length === 0 ? "the results that were there" : differences.join(", ")}.`;
}
