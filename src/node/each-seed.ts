/** The same job for each of some seeds, in the pool; progress is told, failures are counted at the end. */
import { Failure } from "./failure.ts";
import type { Job } from "./jobs.ts";
import type { Runner } from "./pool.ts";

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

export interface EachSeed<R> {
  /** In seed order. */
  readonly seeds: readonly string[];
  /** Whether a seed was done in an earlier attempt. */
  readonly isDone?: (seed: string) => boolean;
  readonly jobOf: (seed: string) => Job;
  /** Weeks in one run, the burn-in included. */
  readonly weeks: number;
  readonly pool: Runner;
  /** Closes the pool when it aborts; the caller then finds `aborted`. */
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
  /** Gets each reply as soon as it is there, in no order. */
  readonly take: (seed: string, reply: R) => void;
}

/** The seeds that failed, in seed order; one seed's failure does not stop the others. */
export async function eachSeed<R>(request: EachSeed<R>): Promise<SeedFailure[]> {
  const { seeds, isDone = () => false, jobOf, weeks, pool, signal, take } = request;
  const missing = seeds.filter((seed) => !isDone(seed));
  const report = progressReport(request, seeds.length - missing.length);
  const failures = new Map<string, unknown>();
  const stop = (): void => void pool.close();
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  try {
    await Promise.all(
      missing.map(async (seed) => {
        try {
          take(seed, (await pool.run(jobOf(seed), (week) => report(seed, week / weeks))) as R);
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

function progressReport<R>(
  { seeds, weeks, progress }: EachSeed<R>,
  before: number,
): (seed: string, part: number) => void {
  const parts = new Map<string, number>();
  progress({ done: before, total: seeds.length, before, weeks });
  return (seed, part) => {
    parts.set(seed, part);
    const done = before + [...parts.values()].reduce((sum, each) => sum + each, 0);
    progress({ done, total: seeds.length, before, weeks });
  };
}
