/** Why a job of several runs ended without results, in words, with the replay bundle where a law broke. */
import { Failure } from "./failure.ts";
import { nearPath } from "./near-path.ts";
import { WorkerDied, WorkerError } from "./pool.ts";
import { type Breakage, usualReplayParent, writeReplay } from "./replay.ts";
import type { SeedFailure } from "./each-seed.ts";
import type { Cells } from "./store/cells.ts";
import type { Places } from "./store/places.ts";
import type { Described } from "./store/write.ts";

export interface FailedJob {
  readonly described: Described;
  readonly cells: Cells;
  /** Undefined where nothing was to be written. */
  readonly places: Places | undefined;
}

/** The reader stopped it: what is kept, and how to go on. */
export function interruptedFailure({ described, cells, places }: FailedJob): Failure {
  const { seeds, command } = described;
  const finished = seeds.filter((seed) => cells.has(seed)).length;
  const lines =
    places === undefined
      ? ["Nothing was kept: without --out, finished runs live in memory only.", "Start again with the same command."]
      : [
          keptText(finished, seeds.length, places),
          "To go on, give the same command again; to give it up, delete that folder.",
        ];
  return new Failure("interrupted", "Interrupted.", lines, { finished, seeds: seeds.length, command });
}

/** Finished runs lie in a folder whose name begins with a dot, which most listings leave out. */
function keptText(finished: number, total: number, { cells }: Places): string {
  return `${finished} of ${total} runs had finished and are kept in ${nearPath(cells)}; no results folder was changed.`;
}

/** The first failure in seed order decides the kind; the first ten failed seeds are named. */
export function failedFailure(job: FailedJob, failures: readonly SeedFailure[]): Failure {
  const ofHost = failures.find(({ error }) => error instanceof Failure);
  if (ofHost !== undefined) return ofHost.error as Failure;
  const { seeds } = job.described;
  const lines = failures.slice(0, 10).map(({ seed, error }) => `seed ${seed}: ${reasonOf(error)}`);
  if (failures.length > 10) lines.push(`and ${failures.length - 10} more seeds`);
  const finished = seeds.length - failures.length;
  if (finished > 0 && job.places !== undefined) lines.push(keptText(finished, seeds.length, job.places));
  if (failures.every(({ error }) => error instanceof WorkerDied && error.isOutOfMemory)) {
    const failed = failures.map(({ seed }) => seed);
    return new Failure("refused", "a worker ran out of memory", [...lines, "Allow more with --limit-memory."], {
      failed,
    });
  }
  return broken(job, failures[0], lines);
}

function broken({ described, places }: FailedJob, { seed, error }: SeedFailure, reasons: readonly string[]): Failure {
  const breakage = breakageOf(seed, error);
  const words = breakage.law === "" ? `the run of seed ${seed} failed` : `law ${breakage.law} broke in seed ${seed}`;
  const lines = [...reasons, "This is a bug of ours, not of your scenario."];
  try {
    const { folder, line } = writeReplay(places?.parent ?? usualReplayParent(), described, breakage);
    const more = [...lines, `Replay bundle: ${folder}`, `To replay it: ${line}`];
    return new Failure("law", words, more, { ...breakage, replay: folder, line }, { cause: error });
  } catch (problem) {
    const more = [...lines, `The replay bundle could not be written: ${reasonOf(problem)}`];
    return new Failure("law", words, more, { ...breakage }, { cause: error });
  }
}

export function reasonOf(error: unknown): string {
  if (error instanceof WorkerDied) return `its worker died: ${error.reason}`;
  return error instanceof Error ? error.message : String(error);
}

function breakageOf(seed: string, error: unknown): Breakage {
  const { law, week, agent } = error instanceof WorkerError ? error.fields : {};
  return {
    seed,
    law: typeof law === "string" ? law : "",
    week: typeof week === "number" ? week : -1,
    agent: typeof agent === "number" ? agent : 0,
    message: reasonOf(error),
    stack: error instanceof WorkerError ? error.workerStack : "",
  };
}
