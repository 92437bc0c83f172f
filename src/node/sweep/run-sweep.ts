/** A sweep runs into its folder: the design first, then every cell that is not there yet, then the tables. */
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Progress } from "../each-seed.ts";
import { attempt } from "../file-errors.ts";
import { Failure } from "../failure.ts";
import { takeLock } from "../store/lock.ts";
import { UNFINISHED } from "../store/place.ts";
import { placesOf } from "../store/places.ts";
import { checkPlace } from "../store/folder.ts";
import { CellStore, type CellId, type FailedCell, type Kept } from "./cell-store.ts";
import { cellsOf, digestOf, keptOf, type PlannedCell } from "./cells-of.ts";
import { DESIGN, designHash, isSweepFolder, readDesign, type SweepDesign, writeDesign } from "./design.ts";
import type { CellExecutor } from "./executor.ts";
import { historiesOf } from "./histories.ts";
import { runCells } from "./run-cells.ts";
import { withKeptSeeds } from "./kept-seeds.ts";
import type { Slice } from "./slice.ts";
import { finishSweep } from "./finish.ts";
import { SWEEP_PAGE } from "./summary.ts";
import { isFinished, markUnfinished, SWEEP_FILES } from "./summary.ts";

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
  readonly failures: readonly FailedCell[];
}

/** Runs what is missing. Failed cells are counted, not thrown; whatever else goes wrong is a failure in words. */
export async function runSweep(request: SweepRequest): Promise<SweepOutcome> {
  const places = placesOf(request.folder);
  if (request.makeParent) attempt("create", places.parent, () => mkdirSync(places.parent, { recursive: true }));
  checkPlace(places);
  const lock = takeLock(places.lock);
  try {
    for (const note of lock.notes) request.say(note);
    attempt("create", places.final, () => mkdirSync(places.final, { recursive: true }));
    return await runInto(places.final, request);
  } finally {
    lock.release();
  }
}

/** Runs whose people take long enough to be compared that a reader should know why nothing moves. */
const MANY = 400;

async function runInto(folder: string, request: SweepRequest): Promise<SweepOutcome> {
  const { engineVersion, slice, say } = request;
  const design = await settleDesign(folder, request);
  const store = new CellStore(folder, engineVersion);
  store.prepare();
  const kept = keptOf(design);
  const cells = cellsOf(design, slice);
  const missing = missingOf(cells, store, kept, request);
  const reused = cells.length - missing.length;
  if (reused > 0) say(`${reused} of ${cells.length} runs were there already and are not run again.`);
  if (missing.length > 0) markUnfinished(folder);
  const histories = historiesOf(design);
  await runCells({ ...request, plan: design, cells: missing, before: reused, store, kept, histories });
  if (request.signal.aborted) throw interrupted(cells, store, request);
  const failures = cells.flatMap((cell) => store.failure(cell) ?? []);
  const digest = digestOf(cells, store);
  if (slice === undefined && !isFinished(folder, digest)) {
    if (kept.people && cells.length > MANY) say("For the page, each person is compared in every arm.");
    await finishSweep(folder, design, store, digest);
  }
  const page = join(folder, SWEEP_PAGE);
  const report = slice === undefined && existsSync(page) ? page : undefined;
  const { seeds } = design;
  return { folder, digest, seeds, report, runs: cells.length, failed: failures.length, reused, failures };
}

/** What must be run: cells that are missing, damaged, short of a series, or that failed before. */
function missingOf(
  cells: readonly PlannedCell[],
  store: CellStore,
  kept: Kept,
  { engineVersion, afresh, say }: SweepRequest,
): PlannedCell[] {
  // An engine run from its sources has no version that would tell one state of them from another.
  if (afresh || engineVersion.endsWith("+source")) return [...cells];
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

/**
 * Writes the design where there is none; where there is one it must be the same, but for the seeds that are added. Seeds
 * that are finished there stay.
 *
 * A folder that keeps people goes on keeping them. One that does not yet has its runs made again when people are asked
 * for, as with more weekly series: whoever asks wants one whole sweep in one place, its figures and their digest do not
 * change, and a folder apart would cost the same runs.
 */
async function settleDesign(folder: string, request: SweepRequest): Promise<SweepDesign> {
  const { mayReplace, withoutPeople, say } = request;
  if (!isSweepFolder(folder)) {
    refuseStrangers(folder);
    await writeDesign(folder, request.design);
    return request.design;
  }
  let before: SweepDesign | undefined;
  try {
    before = readDesign(folder);
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== "damaged") throw error;
    say(`${DESIGN} was damaged and is written anew.`);
  }
  if (before?.people === true && withoutPeople) {
    throw new Failure("invalid", `${folder} keeps the people of its runs, and --no-people asks for none`, [
      "Nothing was changed. Leave --no-people out to go on with it, or choose another folder with --out.",
    ]);
  }
  const asked: SweepDesign = before?.people === true ? { ...request.design, people: true } : request.design;
  if (before !== undefined && !mayReplace && designHash(before) !== designHash(asked)) {
    throw new Failure("invalid", `${folder} ${otherSweep(before, asked)}`, [
      "Nothing was changed. Choose another folder with --out, or add to that sweep with `caremarket extend`.",
    ]);
  }
  const design = before === undefined || mayReplace ? asked : withKeptSeeds(before, asked, { ...request, folder });
  if (JSON.stringify(before) !== JSON.stringify(design)) await writeDesign(folder, design);
  return design;
}

/** What lies there instead of the sweep that was asked for, in words. */
function otherSweep({ title, arms, name }: SweepDesign, asked: SweepDesign): string {
  const there = new Set(arms.map(({ scenarioHash }) => scenarioHash));
  const isLarger = asked.arms.every(({ scenarioHash }) => there.has(scenarioHash));
  return isLarger
    ? `holds this sweep with arms that were added: ${arms.length} as ${name}, and ${asked.arms.length} are asked for`
    : `holds another sweep: ${title}`;
}

function refuseStrangers(folder: string): void {
  const names = attempt("read", folder, () => (existsSync(folder) ? readdirSync(folder) : []));
  const strangers = names.filter((name) => !SWEEP_FILES.includes(name.replace(UNFINISHED, "")));
  if (strangers.length === 0) return;
  throw new Failure("invalid", `${folder} holds files that no sweep has written: ${strangers.slice(0, 3).join(", ")}`, [
    "Nothing was changed. Choose another folder with --out, or move those files away.",
  ]);
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
