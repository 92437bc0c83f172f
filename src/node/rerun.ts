/** Runs that were made before are made again from their first week, several at a time, until one comes out otherwise. */
import type { ResolvedScenario } from "../simulation/scenario/resolved.ts";
import type { Progress } from "./each-seed.ts";
import { Failure } from "./failure.ts";
import type { Runner } from "./pool.ts";
import { reasonOf } from "./run-failures.ts";
import { sha256 } from "./store/checksum.ts";
import { type Cell, type PackedCell, unpackCell } from "./sweep/cell.ts";
import type { Kept } from "./sweep/cell-store.ts";

export interface Rerun {
  readonly scenario: ResolvedScenario;
  readonly seed: string;
  readonly kept: Kept;
  /** How what came out differs from what is known of the run, in words; undefined where it does not. */
  readonly differs: (made: Made) => string | undefined;
}

export type Made = Pick<PackedCell, "content" | "people"> & Cell;

export interface RerunRequest {
  /** In the order in which the first that differs is looked for. */
  readonly runs: readonly Rerun[];
  readonly workers: number;
  readonly pool: Runner;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** The first run that comes out otherwise, and how; undefined where none does. Fails where it is interrupted. */
export async function firstOtherwise(
  request: RerunRequest,
): Promise<{ readonly place: number; readonly how: string } | undefined> {
  const { runs, workers, pool, signal, progress } = request;
  const found = new Map<number, string>();
  const parts = new Map<number, number>();
  const next = runs.entries();
  let finished = 0;
  const report = (weeks: number): void => {
    const under = [...parts.values()].reduce((sum, each) => sum + each, 0);
    progress({ done: finished + under, total: runs.length, before: 0, weeks });
  };
  const lane = async (): Promise<void> => {
    // Runs are taken in order, so those before one that differs have all been taken when it is found.
    for (const [place, run] of next) {
      if (signal.aborted || found.size > 0) return;
      const weeks = run.scenario.burnInWeeks + run.scenario.weeks;
      const how = await howOtherwise(run, pool, (done) => {
        parts.set(place, done / weeks);
        report(weeks);
      });
      parts.delete(place);
      finished++;
      report(weeks);
      if (how !== undefined) found.set(place, how);
    }
  };
  const stop = (): void => void pool.close();
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  try {
    await Promise.all(Array.from({ length: Math.min(workers + 1, runs.length) }, lane));
  } finally {
    signal.removeEventListener("abort", stop);
  }
  if (signal.aborted) {
    throw new Failure("interrupted", "Interrupted.", ["Nothing was changed. Start again when you like."]);
  }
  if (found.size === 0) return undefined;
  const place = Math.min(...found.keys());
  return { place, how: found.get(place) ?? "" };
}

async function howOtherwise(run: Rerun, pool: Runner, progress: (weeks: number) => void): Promise<string | undefined> {
  const { scenario, seed, kept } = run;
  const more = kept.people ? { people: true as const } : {};
  let packed: PackedCell;
  try {
    packed = (await pool.run({ kind: "cell", scenario, seed, weekly: kept.weekly, ...more }, progress)) as PackedCell;
  } catch (error) {
    if (error instanceof Failure) throw error;
    return `it does not run: ${reasonOf(error)}`;
  }
  const made = unpackCell(Buffer.from(packed.bytes), true);
  if (made === undefined) return "what came out cannot be read";
  return run.differs(packed.people === undefined ? made : { ...made, people: packed.people });
}

/** Results of which every run failed are the same as nothing. */
export function refuseNothing(path: string, made: readonly unknown[]): void {
  if (made.length > 0) return;
  throw new Failure("damaged", `${path} does not reproduce: no run of it came to its end`, [
    "There is nothing to make again. Nothing was run.",
  ]);
}

/** So many of the items, chosen by a hash over their keys and the digest of all: the same for everybody who asks. */
export function keyedSample<T>(items: readonly T[], count: number, digest: string, keyOf: (item: T) => string): T[] {
  const ranked = items.map((item, place) => ({ place, rank: sha256(`${digest} ${keyOf(item)}`) }));
  ranked.sort((one, other) => (one.rank < other.rank ? -1 : 1));
  const chosen = ranked.slice(0, count).map(({ place }) => place);
  return chosen.sort((one, other) => one - other).map((place) => items[place]);
}
