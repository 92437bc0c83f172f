/** Cells are run a few at a time, each kept as soon as it is there; one that fails leaves a note, and the rest go on. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { SweepPlan } from "../../experiment/sweeps/index.ts";
import type { ResolvedScenario } from "../../simulation/scenario/resolved.ts";
import { writeScenario } from "../../simulation/scenario/index.ts";
import type { Progress } from "../each-seed.ts";
import { attempt } from "../file-errors.ts";
import { Failure } from "../failure.ts";
import type { State } from "../../kernel/index.ts";
import type { SharedHistory } from "../jobs.ts";
import { reasonOf } from "../run-failures.ts";
import { writeWhole } from "../store/file-writer.ts";
import { discard } from "../store/folder.ts";
import type { PlannedCell } from "./cells-of.ts";
import type { CellStore, FailedCell, Kept } from "./cell-store.ts";
import { armScenario } from "./design.ts";
import { type CellExecutor, mayRecover } from "./executor.ts";
import { Histories, stepsOf } from "./rounds.ts";

export interface CellsRequest {
  readonly plan: SweepPlan;
  /** Those to run, in order. */
  readonly cells: readonly PlannedCell[];
  /** How many of the sweep were there before. */
  readonly before: number;
  readonly store: CellStore;
  readonly kept: Kept;
  readonly executor: CellExecutor;
  /** What a cell shares with others. */
  readonly histories: (cell: PlannedCell) => SharedHistory | undefined;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** Runs them all, or as many as there are until the signal aborts; fails only where nothing can be kept any more. */
export async function runCells(request: CellsRequest): Promise<void> {
  const { plan, cells, before, executor, signal, progress } = request;
  const { burnInWeeks, weeks } = plan.scenario;
  const parts = new Map<number, number>();
  const steps = stepsOf(cells, request.histories, executor.lanes, executor.live !== undefined);
  const histories = new Histories(steps);
  const next = steps.values();
  let finished = 0;
  let fault: Error | undefined;
  const report = (): void => {
    const under = [...parts.values()].reduce((sum, each) => sum + each, 0);
    const done = before + finished + under;
    progress({ done, total: before + cells.length, before, weeks: burnInWeeks + weeks });
  };
  const lane = async (): Promise<void> => {
    for (const step of next) {
      if (signal.aborted || fault !== undefined) return;
      if (step.kind === "history") {
        await histories.begin(step.shared.key, liveThrough(request, step.cell, step.shared.weeks));
        continue;
      }
      const shared = step.shared && (await histories.take(step.shared));
      await runOne(request, step.cell, shared, (part) => {
        parts.set(step.place, part);
        report();
      });
      parts.delete(step.place);
      finished++;
      report();
    }
  };
  const stop = (): void => void executor.close();
  signal.addEventListener("abort", stop, { once: true });
  report();
  try {
    const lanes = Array.from({ length: Math.min(executor.lanes, cells.length) }, lane);
    await Promise.all(
      lanes.map((each) =>
        each.catch((error: unknown) => {
          // The disk is full, or the like: the others would fail the same way.
          fault ??= error instanceof Error ? error : new Error(String(error));
          stop();
        }),
      ),
    );
  } finally {
    signal.removeEventListener("abort", stop);
  }
  if (fault !== undefined && !signal.aborted) throw fault;
}

async function liveThrough(
  { plan, executor }: CellsRequest,
  { arm, seed }: PlannedCell,
  weeks: number,
): Promise<State> {
  const reply = await executor.live?.({ kind: "history", scenario: armScenario(plan, arm), seed, weeks });
  return reply?.state;
}

async function runOne(
  request: CellsRequest,
  cell: PlannedCell,
  shared: SharedHistory | undefined,
  onPart: (part: number) => void,
): Promise<void> {
  const { plan, store, kept, executor, signal } = request;
  const scenario = armScenario(plan, cell.arm);
  const weeks = scenario.burnInWeeks + scenario.weeks;
  let found: unknown;
  try {
    const job = {
      kind: "cell",
      scenario,
      seed: cell.seed,
      weekly: kept.weekly,
      ...(kept.people ? { people: true as const } : {}),
      ...(shared === undefined ? {} : { shared }),
    } as const;
    const { bytes, people } = await executor.run(job, (done) => onPart(done / weeks));
    await store.put(cell, bytes, people);
    return;
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof Failure || (error instanceof Error && error.name === "PoolClosed")) throw error;
    found = error;
  }
  await store.putFailure(noteOf(request, cell, scenario, found), kept);
}

/** The note of a failed cell, with the scenario file that replays it written beside it. */
function noteOf({ store }: CellsRequest, cell: PlannedCell, scenario: ResolvedScenario, error: unknown): FailedCell {
  const { scenarioHash, seed, arm } = cell;
  const replay = `replays/arm-${arm.index}-${scenarioHash.slice(0, 8)}.yaml`;
  const path = join(store.folder, replay);
  attempt("create", path, () => mkdirSync(join(path, ".."), { recursive: true }));
  discard(path);
  const name = `arm-${arm.index}-${scenarioHash.slice(0, 8)}`;
  writeWhole(path, writeScenario({ ...scenario, name, title: arm.label }));
  return { scenarioHash, seed, reason: reasonOf(error), isBug: !mayRecover(error), replay };
}
