/** A stand-in for the pool: it answers with hand-made runs, in this thread, and notes what it was asked. */
import { PoolClosed, type Runner } from "../../src/node/pool.ts";
import type { RunRequest } from "../../src/node/run.ts";
import type { Done, Job, RunJob } from "../../src/node/jobs.ts";
import type { RunResult } from "../../src/simulation/result.ts";
import { described, fakeRun, LEGEND } from "./cli-run-result.ts";

export interface FakeRunner extends Runner {
  /** Seeds in the order in which they were asked for. */
  readonly asked: string[];
}

/** Runs every seed with `simulate`, which may throw. */
export const fakeRunner = (simulate: (seed: string, job: RunJob) => RunResult = (seed) => fakeRun(seed)): FakeRunner =>
  answering((job) => ({ result: simulate(job.seed, job as RunJob), timings: {} }));

/** Answers every job with what `answer` gives, which may throw. */
export function answering(answer: (job: Job) => Done["value"] | Promise<Done["value"]>): FakeRunner {
  const asked: string[] = [];
  let isClosed = false;
  let last = Promise.resolve();
  return {
    asked,
    warm: () => {},
    run: async (input) => {
      // One after the other, each in its own turn of the event loop.
      last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
      await last;
      const job = input as Job;
      if (isClosed) throw new PoolClosed("closed");
      asked.push(job.seed);
      return answer(job);
    },
    close: async () => {
      isClosed = true;
      await Promise.resolve();
    },
  };
}

/** A request for some seeds into a folder, with notes of what was said. */
export function requestFor(
  out: string | undefined,
  seeds: readonly string[],
  changes: Partial<RunRequest> = {},
): RunRequest & { readonly said: string[] } {
  const said: string[] = [];
  return {
    described: described(seeds),
    options: { checks: "basic", timings: false },
    pool: fakeRunner(),
    legend: () => Promise.resolve(LEGEND),
    out,
    makeParent: false,
    force: false,
    signal: new AbortController().signal,
    say: (line) => void said.push(line),
    progress: () => {},
    said,
    ...changes,
  };
}
