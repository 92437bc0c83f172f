/** What runs cells: worker threads here; elsewhere a queue that machines take from. */
import type { CellJob, HistoryJob, HistoryReply } from "../jobs.ts";
import { type Runner, WorkerDied } from "../pool.ts";
import type { PackedCell } from "./cell.ts";

/** Takes cells to run and gives them back packed, in any order. */
export interface CellExecutor {
  /** How many cells it is glad to hold at once. */
  readonly lanes: number;
  /**
   * Rejects with a WorkerError where the run broke, with WorkerDied where it ran out of memory or time; hears of
   * progress as weeks done.
   */
  readonly run: (job: CellJob, progress: (weeks: number) => void) => Promise<PackedCell>;
  /** Lives through a history that cells share; left out where whoever runs them could not take it over. */
  readonly live?: (job: HistoryJob) => Promise<HistoryReply>;
  /** Ends at once; cells not finished reject. */
  readonly close: () => Promise<void>;
}

/** Cells in the threads of a pool, each within a limit of time. */
export function threadExecutor(pool: Runner, workers: number, limitSeconds: number): CellExecutor {
  return {
    // One more than there are workers, so that none waits while a cell is written.
    lanes: workers + 1,
    run: async (job, progress) => (await pool.run(job, progress, limitSeconds * 1000)) as PackedCell,
    live: async (job) => (await pool.run(job, () => {}, limitSeconds * 1000)) as HistoryReply,
    close: () => pool.close(),
  };
}

/** True where trying again, with more memory or time, may end otherwise. */
export const mayRecover = (error: unknown): boolean => error instanceof WorkerDied;
