/** What the pool's workers can be asked to do, and how they do it: each job is one run of one seed. */
import type { Figures } from "../experiment/facts/index.ts";
import type { SavingsArm, SavingsArmJob } from "../experiment/savings.ts";
import type { Phase } from "../model/week/index.ts";
import type { AgentKind, AgentName, CandidateGroup, Explanation } from "../simulation/explain/index.ts";
import type { RunResult } from "../simulation/result.ts";
import { engineVersion } from "../simulation/engine-version.ts";
import type { State } from "../kernel/index.ts";
import { start, type Run } from "../simulation/run.ts";
import type { ResolvedScenario } from "../simulation/scenario/resolved.ts";
import { inSharedMemory } from "./shared-memory.ts";
import type { PackedCell } from "./sweep/cell.ts";

/** One run, as asked for. */
export interface RunJob {
  readonly kind: "run";
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

/** One run watched for the baseline facts. */
export interface FactsJob {
  readonly kind: "facts";
  readonly scenario: ResolvedScenario;
  readonly seed: string;
}

export interface FactsReply {
  /** By part of a fact; NaN where not defined. */
  readonly figures: Figures;
}

/** One run whose plan of savings is read, or given. */
export interface SavingsJob extends SavingsArmJob {
  readonly kind: "savings";
}

/** One run in which one agent is watched. */
export interface ExplainJob {
  readonly kind: "explain";
  readonly scenario: ResolvedScenario;
  readonly seed: string;
  readonly agent: AgentName;
  /** Recorded week to tell in full; -1 for none. */
  readonly week: number;
}

/** An explanation, or why there is none. */
export type ExplainReply =
  | { readonly explanation: Explanation }
  | { readonly problem: { readonly message: string; readonly lines: readonly string[] } };

/** One run, to see whom there is to explain. */
export interface FindJob {
  readonly kind: "find";
  readonly scenario: ResolvedScenario;
  readonly seed: string;
  /** Whom to look for; all kinds where it is left out. */
  readonly agents?: AgentKind;
}

export interface FindReply {
  readonly digest: string;
  readonly groups: readonly CandidateGroup[];
}

/** One run of a sweep, of which only a cell is kept. */
export interface CellJob {
  readonly kind: "cell";
  readonly scenario: ResolvedScenario;
  readonly seed: string;
  /** Measures kept week by week. */
  readonly weekly: readonly string[];
  /** Keep the table of people too. */
  readonly people?: true;
  /** History that other cells share: the first of them in a worker lives through it, the others go on from there. */
  readonly shared?: SharedHistory;
}

export interface SharedHistory {
  /** The same for all that share it, and for nothing else. */
  readonly key: string;
  /** Weeks of it, the burn-in included. */
  readonly weeks: number;
  /** The state at its end, in shared memory, where somebody has lived through it already. */
  readonly state?: State;
}

/** The first weeks of a run, for those that go on from there. */
export interface HistoryJob {
  readonly kind: "history";
  readonly scenario: ResolvedScenario;
  readonly seed: string;
  /** The burn-in included. */
  readonly weeks: number;
}

export interface HistoryReply {
  /** In shared memory. */
  readonly state: State;
}

export type Job = RunJob | FactsJob | SavingsJob | ExplainJob | FindJob | CellJob | HistoryJob;

/** A reply, and its memory that can be handed over without a copy. */
export interface Done {
  readonly value: RunReply | FactsReply | SavingsArm | ExplainReply | FindReply | PackedCell | HistoryReply;
  readonly buffers: readonly ArrayBuffer[];
}

/** Does a job; hears of progress as weeks done, the burn-in included, several times a second. */
export async function perform(job: Job, progress: (weeks: number) => void = () => {}): Promise<Done> {
  if (job.kind === "facts") return { value: await watchOne(job, progress), buffers: [] };
  if (job.kind === "savings") return { value: await saveOne(job, progress), buffers: [] };
  if (job.kind === "explain") return { value: await explainOne(job, progress), buffers: [] };
  if (job.kind === "find") return { value: await findAll(job, progress), buffers: [] };
  if (job.kind === "cell") return { value: await packOne(job, progress), buffers: [] };
  if (job.kind === "history") return { value: liveThrough(job, progress), buffers: [] };
  const value = runOne(job, progress);
  return { value, buffers: buffersOf(value.result) };
}

async function watchOne({ scenario, seed }: FactsJob, progress: (weeks: number) => void): Promise<FactsReply> {
  // A worker that only runs does not load the facts.
  const { FACTS, watch } = await import("../experiment/facts/index.ts");
  const watched = watch(FACTS, scenario, seed);
  stepThrough(watched.run, () => watched.step(), scenario, progress);
  return { figures: watched.finish() };
}

async function saveOne(job: SavingsJob, progress: (weeks: number) => void): Promise<SavingsArm> {
  const { openArm } = await import("../experiment/savings.ts");
  const { run, finish } = openArm(job);
  stepThrough(run, () => run.step(), job.scenario, progress);
  return finish();
}

async function explainOne(job: ExplainJob, progress: (weeks: number) => void): Promise<ExplainReply> {
  const { CannotExplain, openExplanation } = await import("../simulation/explain/index.ts");
  const { scenario, seed, agent, week } = job;
  try {
    const { run, finish } = openExplanation(scenario, seed, { agent, week });
    stepThrough(run, () => run.step(), scenario, progress);
    return { explanation: finish() };
  } catch (error) {
    if (!(error instanceof CannotExplain)) throw error;
    return { problem: { message: error.message, lines: error.lines } };
  }
}

async function findAll({ scenario, seed, agents }: FindJob, progress: (weeks: number) => void): Promise<FindReply> {
  const { openFinding } = await import("../simulation/explain/index.ts");
  const { run, finish } = openFinding(scenario, seed, agents);
  stepThrough(run, () => run.step(), scenario, progress);
  return finish();
}

async function packOne(job: CellJob, progress: (weeks: number) => void): Promise<PackedCell> {
  const { packCell } = await import("./sweep/cell.ts");
  const { scenario, seed, shared } = job;
  const run = begin(scenario, seed, shared, progress);
  stepThrough(run, () => run.step(), scenario, progress);
  if (job.people === undefined) return packCell(run.figures(), engineVersion, job.weekly);
  // A worker that keeps no people does not load what writes them.
  const { peopleFile } = await import("./sweep/people-file.ts");
  const result = run.finish();
  return packCell(result, engineVersion, job.weekly, peopleFile(result));
}

function liveThrough({ scenario, seed, weeks }: HistoryJob, progress: Progress): HistoryReply {
  const run = start(scenario, seed);
  stepUntil(run, () => run.step(), scenario.burnInWeeks, weeks, progress);
  return { state: inSharedMemory(run.snapshot()) };
}

/**
 * Histories that this worker has lived through itself, the oldest first. Where nobody hands them round, as among machines,
 * most of a sweep's runs one after the other still share one.
 */
const remembered = new Map<string, State>();
const MOST_REMEMBERED = 6;

/** A run at the end of what it shares with others, or at its founding where it shares nothing. */
function begin(scenario: ResolvedScenario, seed: string, shared: SharedHistory | undefined, progress: Progress): Run {
  const from = shared && (shared.state ?? remembered.get(shared.key));
  if (from !== undefined) return start(scenario, seed, { from });
  const run = start(scenario, seed);
  if (shared === undefined) return run;
  stepUntil(run, () => run.step(), scenario.burnInWeeks, shared.weeks, progress);
  remembered.set(shared.key, run.snapshot());
  const [oldest] = remembered.keys();
  if (remembered.size > MOST_REMEMBERED) remembered.delete(oldest);
  return run;
}

function runOne({ scenario, seed, checks, timings: isTimed }: RunJob, progress: (weeks: number) => void): RunReply {
  const timings: Record<string, number> = {};
  const phases = (all: readonly Phase[]): readonly Phase[] =>
    isTimed ? all.map((phase) => timed(phase, timings)) : all;
  const founding = performance.now();
  const run = start(scenario, seed, { checks, phases });
  if (isTimed) timings["founding"] = performance.now() - founding;
  stepThrough(run, () => run.step(), scenario, progress);
  return { result: run.finish(), timings };
}

const PROGRESS_MILLISECONDS = 200;
/** Hears of weeks done, the burn-in included. */
type Progress = (weeks: number) => void;

/** Every week to the end. */
const stepThrough = (run: Run, step: () => void, { burnInWeeks }: ResolvedScenario, progress: Progress): void =>
  stepUntil(run, step, burnInWeeks, Number.POSITIVE_INFINITY, progress);

/** Every week until so many are done, or all. */
function stepUntil(run: Run, step: () => void, burnInWeeks: number, weeks: number, progress: Progress): void {
  let last = performance.now();
  while (!run.done && run.recorded + burnInWeeks < weeks) {
    step();
    if (performance.now() - last < PROGRESS_MILLISECONDS) continue;
    last = performance.now();
    progress(run.recorded + burnInWeeks);
  }
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
