/** Slices that were run apart become one sweep: every whole cell is copied, none is run. */
import { existsSync, copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { attempt } from "../file-errors.ts";
import { Failure } from "../failure.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import { checkPlace } from "../store/folder.ts";
import { takeLock } from "../store/lock.ts";
import { placesOf } from "../store/places.ts";
import { CellStore, type Kept } from "./cell-store.ts";
import { cellsOf, digestOf, keptOf, type PlannedCell } from "./cells-of.ts";
import { designHash, isSweepFolder, readDesign, type SweepDesign, withSeeds, writeDesign } from "./design.ts";
import { finishSweep } from "./finish.ts";
import { strangersIn } from "./inspect.ts";
import { refuseOtherEngine, refuseStrangers } from "./settle.ts";
import { asOfSweep, isFinished, markUnfinished } from "./summary.ts";

export interface MergeRequest {
  readonly into: string;
  readonly from: readonly string[];
  readonly engineVersion: string;
  readonly say: (line: string) => void;
}

export interface MergeOutcome {
  readonly folder: string;
  readonly digest: string;
  readonly runs: number;
  readonly copied: number;
  readonly failed: number;
  readonly missing: number;
}

export async function mergeSweeps(request: MergeRequest): Promise<MergeOutcome> {
  const { into, say } = request;
  const places = placesOf(into);
  checkPlace(places);
  const lock = takeLock(places.lock);
  try {
    for (const note of lock.notes) say(note);
    const { design, isChanged } = together(request);
    refuseOtherEngine(into, { ...request, force: false });
    attempt("create", places.final, () => mkdirSync(places.final, { recursive: true }));
    new CellStore(places.final, request.engineVersion).prepare();
    if (isChanged) {
      markUnfinished(places.final);
      await writeDesign(places.final, design);
    }
    return await copyAll(places.final, design, request);
  } catch (error) {
    throw asOfSweep(error);
  } finally {
    lock.release();
  }
}

/** The design of all the parts, which must be of one sweep. What is there is read under the lock. */
function together({ into, from }: MergeRequest): { readonly design: SweepDesign; readonly isChanged: boolean } {
  const isThere = isSweepFolder(into);
  if (!isThere) refuseStrangers(into);
  const designs = [...(isThere ? [into] : []), ...from].map((folder) => ({ folder, design: readDesign(folder) }));
  const [first, ...others] = designs;
  const other = others.find(
    ({ design }) => designHash(design) !== designHash(first.design) || design.weekly !== first.design.weekly,
  );
  if (other !== undefined) {
    throw new Failure("invalid", `${other.folder} is of another sweep than ${first.folder}`, ["Nothing was changed."]);
  }
  const unlike = others.find(({ design }) => design.people !== first.design.people);
  if (unlike !== undefined) throw unlikePeople(first, unlike);
  const seeds = designs.flatMap((each) => each.design.seeds);
  const design = withSeeds(first.design, seeds);
  return { design, isChanged: !isThere || canonicalJson(design) !== canonicalJson(first.design) };
}

interface Part {
  readonly folder: string;
  readonly design: SweepDesign;
}

function unlikePeople(first: Part, other: Part): Failure {
  const [having, lacking] = first.design.people === true ? [first, other] : [other, first];
  return new Failure("invalid", `${having.folder} keeps its people and ${lacking.folder} does not`, [
    `Nothing was changed. Give the sweep of ${lacking.folder} again with --people: its runs are made once more, and kept.`,
  ]);
}

async function copyAll(folder: string, design: SweepDesign, request: MergeRequest): Promise<MergeOutcome> {
  const { from, engineVersion, say } = request;
  const store = new CellStore(folder, engineVersion);
  const kept = keptOf(design);
  const cells = cellsOf(design);
  let copied = 0;
  // Cells are about to change: what was said of the old ones no longer holds.
  if (cells.some((cell) => store.state(cell, kept) !== "done")) markUnfinished(folder);
  for (const source of from.map((each) => new CellStore(each, engineVersion))) {
    if ([...source.keys()].length === 0) say(`${source.folder} holds no finished run.`);
    for (const note of strangersIn(source, cells).notes) say(`${source.folder}: ${note}`);
    for (const cell of cells) {
      if (store.state(cell, kept) === "done") continue;
      if (await copyOne(cell, source, store, kept)) copied++;
    }
  }
  const states = cells.map((cell) => store.state(cell, kept));
  const missing = states.filter((state) => state === "missing" || state === "damaged").length;
  const failed = states.filter((state) => state === "failed").length;
  const digest = digestOf(cells, store);
  if (missing === 0 && !isFinished(folder, digest)) await finishSweep(folder, design, store, digest);
  return { folder, digest, runs: cells.length, copied, failed, missing };
}

/** Copies a whole cell, or the note of one that failed with what lies beside it. True where a cell was copied. */
async function copyOne(cell: PlannedCell, source: CellStore, store: CellStore, kept: Kept): Promise<boolean> {
  const bytes = source.state(cell, kept) === "done" ? source.bytes(cell) : undefined;
  if (bytes !== undefined) {
    await store.put(cell, bytes, source.people(cell));
    return true;
  }
  const note = source.failure(cell);
  if (note === undefined) return false;
  const figures = source.bytes(cell);
  if (figures !== undefined) await store.put(cell, figures, source.people(cell));
  await store.putFailure(note, kept);
  const [there, here] = [join(source.folder, note.replay), join(store.folder, note.replay)];
  if (existsSync(there)) {
    attempt("copy", here, () => {
      mkdirSync(dirname(here), { recursive: true });
      copyFileSync(there, here);
    });
  }
  return false;
}
