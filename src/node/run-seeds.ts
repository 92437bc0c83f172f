/** Every seed that has no finished run yet is run; finished runs are put away at once, failures are counted at the end. */
import type { ResolvedScenario } from "../simulation/scenario/resolved.ts";
import { Failure } from "./failure.ts";
import type { Runner } from "./pool.ts";
import type { Cells } from "./store/cells.ts";
import type { RunJob, RunReply } from "./worker.ts";

/** How the engine runs; none of it changes a result. */
export type RunChoices = Pick<RunJob, "checks" | "timings">;

export interface SeedsRequest {
  readonly scenario: ResolvedScenario;
  /** In seed order. */
  readonly seeds: readonly string[];
  readonly options: RunChoices;
  readonly pool: Runner;
  /** Closes the pool when it aborts; the caller then finds `aborted`. */
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
  /** Hears how long each phase of a run took, in milliseconds, where timings are asked for. */
  readonly timed?: (seed: string, timings: RunReply["timings"]) => void;
}

export interface Progress {
  /** Runs finished, those kept from before included, with the fractions of those under way. */
  readonly done: number;
  readonly total: number;
  /** Of these, finished in an earlier attempt. */
  readonly before: number;
  /** Weeks in one run, the burn-in included. */
  readonly weeks: number;
}

export interface SeedFailure {
  readonly seed: string;
  readonly error: unknown;
}

/** The seeds that failed, in seed order; one seed's failure does not stop the others. */
export async function runSeeds(request: SeedsRequest, cells: Cells): Promise<SeedFailure[]> {
  const { scenario, seeds, options, pool, signal } = request;
  const missing = seeds.filter((seed) => !cells.has(seed));
  const report = progressReport(request, seeds.length - missing.length);
  const failures = new Map<string, unknown>();
  const stop = (): void => void pool.close();
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  try {
    await Promise.all(
      missing.map(async (seed) => {
        try {
          const job: RunJob = { scenario, seed, ...options };
          const { result, timings } = (await pool.run(job, (week) =>
            report(seed, week / weeksIn(scenario)),
          )) as RunReply;
          cells.put(result);
          request.timed?.(seed, timings);
          report(seed, 1);
        } catch (error) {
          failures.set(seed, error);
          // The disk is full, or the like: the others would fail the same way.
          if (error instanceof Failure) stop();
        }
      }),
    );
  } finally {
    signal.removeEventListener("abort", stop);
  }
  return seeds.filter((seed) => failures.has(seed)).map((seed) => ({ seed, error: failures.get(seed) }));
}

const weeksIn = ({ burnInWeeks, weeks }: ResolvedScenario): number => burnInWeeks + weeks;

function progressReport(
  { scenario, seeds, progress }: SeedsRequest,
  before: number,
): (seed: string, part: number) => void {
  const parts = new Map<string, number>();
  const weeks = weeksIn(scenario);
  progress({ done: before, total: seeds.length, before, weeks });
  return (seed, part) => {
    parts.set(seed, part);
    const done = before + [...parts.values()].reduce((sum, each) => sum + each, 0);
    progress({ done, total: seeds.length, before, weeks });
  };
}
