/** The worker's side of the pool: it knows the engine and nothing else, and lives for many runs. */
import { parentPort } from "node:worker_threads";
import type { Phase } from "../model/week/index.ts";
import type { RunResult } from "../simulation/result.ts";
import { start } from "../simulation/run.ts";
import type { ResolvedScenario } from "../simulation/scenario/resolved.ts";
import { errorAsData, type Reply } from "./pool.ts";

/** One run, as asked for. */
export interface RunJob {
  readonly scenario: ResolvedScenario;
  readonly seed: string;
  readonly checks: "basic" | "full";
  /** Also say how long each phase of the week took. */
  readonly timings: boolean;
}

export interface RunReply {
  readonly result: RunResult;
  /** Phase -> milliseconds; empty unless asked for. */
  readonly timings: Readonly<Record<string, number>>;
}

const PROGRESS_MILLISECONDS = 200;

function runOne({ scenario, seed, checks, timings: isTimed }: RunJob, progress: (weeks: number) => void): RunReply {
  const timings: Record<string, number> = {};
  const phases = (all: readonly Phase[]): readonly Phase[] =>
    isTimed ? all.map((phase) => timed(phase, timings)) : all;
  const founding = performance.now();
  const run = start(scenario, seed, { checks, phases });
  if (isTimed) timings["founding"] = performance.now() - founding;
  let last = performance.now();
  while (!run.done) {
    run.step();
    if (performance.now() - last < PROGRESS_MILLISECONDS) continue;
    last = performance.now();
    progress(run.recorded + scenario.burnInWeeks);
  }
  return { result: run.finish(), timings };
}

/** The same phase, adding the time it takes to its name's entry. */
const timed = (phase: Phase, timings: Record<string, number>): Phase => ({
  ...phase,
  run: (world) => {
    const before = performance.now();
    phase.run(world);
    timings[phase.name] = (timings[phase.name] ?? 0) + performance.now() - before;
  },
});

/** The memory of every column, once each, to be handed over without a copy. */
function buffersOf(run: RunResult): ArrayBuffer[] {
  const { week, kind, agent, other, amount, cause } = run.events;
  const columns = [
    run.yearOfWeek,
    ...Object.values(run.weekly),
    ...Object.values(run.yearly),
    week,
    kind,
    agent,
    other,
    amount,
    cause,
    ...run.people.map(({ values }) => values),
  ];
  return [...new Set(columns.map(({ buffer }) => buffer as ArrayBuffer))];
}

parentPort?.on("message", (job: RunJob) => {
  const send = (reply: Reply, buffers: ArrayBuffer[] = []): void => parentPort?.postMessage(reply, buffers);
  try {
    const value = runOne(job, (weeks) => send({ kind: "progress", value: weeks }));
    send({ kind: "done", value }, buffersOf(value.result));
  } catch (error) {
    send({ kind: "failed", error: errorAsData(error) });
  }
});
