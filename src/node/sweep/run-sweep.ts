/** A sweep runs into its folder: the design first, then every cell that is not there yet, then the tables. */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Progress } from "../each-seed.ts";
import { attempt } from "../file-errors.ts";
import { Failure } from "../failure.ts";
import { takeLock } from "../store/lock.ts";
import { placesOf } from "../store/places.ts";
import { checkPlace } from "../store/folder.ts";
import { CellStore, type CellId, type FailedCell, type Kept } from "./cell-store.ts";
import { cellsOf, digestOf, keptOf, type PlannedCell } from "./cells-of.ts";
import { isSweepFolder, type SweepDesign, writeDesign } from "./design.ts";
import type { CellExecutor } from "./executor.ts";
import { historiesOf } from "./histories.ts";
import { runCells } from "./run-cells.ts";
import type { Slice } from "./slice.ts";
import { finishSweep } from "./finish.ts";
import { compileForLongWork, LONG_WORK } from "../compiler.ts";
import { refuseOtherEngine, settle } from "./settle.ts";
import { asOfSweep, isFinished, markUnfinished, readSweepSummary, SWEEP_PAGE } from "./summary.ts";

export interface SweepRequest {
  readonly design: SweepDesign;
  readonly engineVersion: string;
  readonly folder: string;
  /** Create the parent of the folder if it is missing: for the usual place only. */
  readonly makeParent: boolean;
  /** The folder's design may differ: `extend` writes the larger one in its place. */
  readonly mayReplace: boolean;
  /** The reader has said that no people are to be kept: a folder that keeps them is then another sweep's. */
  readonly withoutPeople: boolean;
  /** Run every cell again, whether it is there or not. */
  readonly afresh: boolean;
  /** Replace a sweep that another engine finished. */
  readonly force: boolean;
  readonly slice: Slice | undefined;
  readonly executor: CellExecutor;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
  /** A line for the reader. */
  readonly say: (line: string) => void;
  /** The command that goes on, for the message of an interruption. */
  readonly goOn: string;
}

export interface SweepOutcome {
  readonly folder: string;
  readonly digest: string;
  /** All that the sweep has: those asked for, and those that were in the folder. */
  readonly seeds: readonly string[];
  /** Path of the page; undefined for a slice, or where no run came to its end. */
  readonly report: string | undefined;
  /** Cells of the sweep, or of the slice. */
  readonly runs: number;
  readonly failed: number;
  /** Cells that were there before. */
  readonly reused: number;
  readonly failures: readonly FailedRun[];
}

/** A cell that failed, and of which arm it is. */
export interface FailedRun extends FailedCell {
  readonly arm: number;
  readonly label: string;
}

/** Runs what is missing. Failed cells are counted, not thrown; whatever else goes wrong is a failure in words. */
export async function runSweep(request: SweepRequest): Promise<SweepOutcome> {
  const places = placesOf(request.folder);
  if (request.makeParent) attempt("create", places.parent, () => mkdirSync(places.parent, { recursive: true }));
  checkPlace(places);
  const there = finishedAlready(places.final, request);
  if (there !== undefined) return there;
  const lock = takeLock(places.lock);
  try {
    for (const note of lock.notes) request.say(note);
    attempt("create", places.final, () => mkdirSync(places.final, { recursive: true }));
    return await runInto(places.final, request);
  } catch (error) {
    throw asOfSweep(error);
  } finally {
    lock.release();
  }
}

/**
 * What a finished sweep holds that is given again: it is answered from what is there, and nothing is written. Undefined
 * where anything is to be done. No lock is needed: whoever writes there takes the summary away first.
 */
function finishedAlready(folder: string, request: SweepRequest): SweepOutcome | undefined {
  const { engineVersion, slice, afresh, say } = request;
  const summary = readSweepSummary(folder);
  if (summary === undefined || slice !== undefined || afresh || isUnbuilt(engineVersion)) return undefined;
  if (!isSweepFolder(folder) || summary.engineVersion !== engineVersion) return undefined;
  if (!isFinished(folder, summary.digest)) return undefined;
  const { design, isChanged, said } = settle(folder, request);
  const store = new CellStore(folder, engineVersion);
  const cells = cellsOf(design);
  const kept = keptOf(design);
  if (isChanged || cells.some((cell) => store.state(cell, kept) !== "done")) return undefined;
  if (digestOf(cells, store) !== summary.digest) return undefined;
  for (const line of said) say(line);
  say(reusedText(cells.length, cells.length));
  return outcomeOf(folder, design, store, cells, { digest: summary.digest, reused: cells.length, slice });
}

const reusedText = (reused: number, runs: number): string =>
  `${reused} of ${runs} runs were there already and are not run again.`;

/** An engine run from its sources has no version that would tell one state of them from another. */
const isUnbuilt = (engineVersion: string): boolean => engineVersion.endsWith("+source");

function outcomeOf(
  folder: string,
  design: SweepDesign,
  store: CellStore,
  cells: readonly PlannedCell[],
  { digest, reused, slice }: Pick<SweepOutcome, "digest" | "reused"> & Pick<SweepRequest, "slice">,
): SweepOutcome {
  const failures = cells.flatMap((cell): FailedRun[] => {
    const note = store.failure(cell);
    return note === undefined ? [] : [{ ...note, arm: cell.arm.index, label: cell.arm.label }];
  });
  const page = join(folder, SWEEP_PAGE);
  const report = slice === undefined && existsSync(page) ? page : undefined;
  const { seeds } = design;
  return { folder, digest, seeds, report, runs: cells.length, failed: failures.length, reused, failures };
}

/** Runs whose people take long enough to be compared that a reader should know why nothing moves. */
const MANY = 400;

async function runInto(folder: string, request: SweepRequest): Promise<SweepOutcome> {
  const { engineVersion, slice, say } = request;
  refuseOtherEngine(folder, request);
  const settled = settle(folder, request);
  for (const line of settled.said) say(line);
  const { design } = settled;
  const store = new CellStore(folder, engineVersion);
  // What stops a sweep before its first run stops it before anything is taken away.
  store.prepare();
  if (settled.isChanged) {
    // Nothing may say of the old design that it is finished once the new one is there.
    markUnfinished(folder);
    await writeDesign(folder, design);
  }
  const kept = keptOf(design);
  const cells = cellsOf(design, slice);
  const missing = missingOf(cells, store, kept, request);
  const reused = cells.length - missing.length;
  if (reused > 0) say(reusedText(reused, cells.length));
  if (missing.length > 0) markUnfinished(folder);
  if (missing.length >= LONG_WORK) compileForLongWork();
  const histories = historiesOf(design);
  await runCells({ ...request, plan: design, cells: missing, before: reused, store, kept, histories });
  if (request.signal.aborted) throw interrupted(cells, store, request);
  const digest = digestOf(cells, store);
  if (slice === undefined && !isFinished(folder, digest)) {
    if (kept.people && cells.length > MANY) say("For the page, each person is compared in every arm.");
    await finishSweep(folder, design, store, digest);
  }
  return outcomeOf(folder, design, store, cells, { digest, reused, slice });
}

/** What must be run: cells that are missing, damaged, short of a series, or that failed before. */
function missingOf(
  cells: readonly PlannedCell[],
  store: CellStore,
  kept: Kept,
  { engineVersion, afresh, say }: SweepRequest,
): PlannedCell[] {
  if (afresh || isUnbuilt(engineVersion)) return [...cells];
  let damaged = 0;
  let peopleless = 0;
  const missing = cells.filter((cell) => {
    const state = store.state(cell, kept);
    if (state === "damaged") damaged++;
    if (state === "missing" && kept.people && store.read(cell, false) !== undefined) peopleless++;
    return state !== "done";
  });
  if (peopleless > 0) say(`${peopleless} runs are there without their people, and are made again to keep them.`);
  if (damaged > 0) say(`${damaged} damaged or incomplete runs are run again.`);
  return missing;
}

function interrupted(cells: readonly CellId[], store: CellStore, { goOn, folder }: SweepRequest): Failure {
  const finished = cells.filter((cell) => store.read(cell, false) !== undefined).length;
  return new Failure(
    "interrupted",
    "Interrupted.",
    [`${finished} of ${cells.length} runs had finished and are kept in ${folder}.`, `To go on: ${goOn}`],
    { finished, runs: cells.length, resume: goOn },
  );
}
