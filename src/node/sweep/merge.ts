/** Slices that were run apart become one sweep: every whole cell is copied, none is run. */
import { existsSync, copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { attempt } from "../file-errors.ts";
import { Failure } from "../failure.ts";
import { checkPlace } from "../store/folder.ts";
import { takeLock } from "../store/lock.ts";
import { placesOf } from "../store/places.ts";
import { CellStore } from "./cell-store.ts";
import { cellsOf, digestOf, type PlannedCell, weeklyKeys } from "./cells-of.ts";
import { designHash, isSweepFolder, readDesign, type SweepDesign, withSeeds, writeDesign } from "./design.ts";
import { finishSweep } from "./finish.ts";
import { markUnfinished } from "./summary.ts";

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
  const { into, from, say } = request;
  const designs = [...(isSweepFolder(into) ? [into] : []), ...from].map((folder) => ({
    folder,
    design: readDesign(folder),
  }));
  const [first, ...others] = designs;
  const other = others.find(
    ({ design }) => designHash(design) !== designHash(first.design) || design.weekly !== first.design.weekly,
  );
  if (other !== undefined) {
    throw new Failure("invalid", `${other.folder} is of another sweep than ${first.folder}`, ["Nothing was changed."]);
  }
  const design = withSeeds(
    first.design,
    designs.flatMap((each) => each.design.seeds),
  );
  const places = placesOf(into);
  checkPlace(places);
  const lock = takeLock(places.lock);
  try {
    for (const note of lock.notes) say(note);
    attempt("create", places.final, () => mkdirSync(places.final, { recursive: true }));
    await writeDesign(places.final, design);
    return await copyAll(places.final, design, request);
  } finally {
    lock.release();
  }
}

async function copyAll(folder: string, design: SweepDesign, request: MergeRequest): Promise<MergeOutcome> {
  const { from, engineVersion, say } = request;
  const store = new CellStore(folder, engineVersion);
  store.prepare();
  const weekly = weeklyKeys(design.weekly);
  const cells = cellsOf(design);
  let copied = 0;
  for (const source of from.map((each) => new CellStore(each, engineVersion))) {
    if ([...source.keys()].length === 0) say(`${source.folder} holds no finished run.`);
    for (const cell of cells) {
      if (store.state(cell, weekly) === "done") continue;
      if (await copyOne(cell, source, store)) copied++;
    }
  }
  const states = cells.map((cell) => store.state(cell, weekly));
  const missing = states.filter((state) => state === "missing" || state === "damaged").length;
  const failed = states.filter((state) => state === "failed").length;
  const digest = digestOf(cells, store);
  if (missing === 0) await finishSweep(folder, design, store, digest);
  else markUnfinished(folder);
  return { folder, digest, runs: cells.length, copied, failed, missing };
}

/** Copies a whole cell, or the note of one that failed. True where a cell was copied. */
async function copyOne(cell: PlannedCell, source: CellStore, store: CellStore): Promise<boolean> {
  const bytes = source.bytes(cell);
  if (bytes !== undefined) {
    await store.put(cell, bytes);
    return true;
  }
  const note = source.failure(cell);
  if (note === undefined) return false;
  await store.putFailure(note);
  const [there, here] = [join(source.folder, note.replay), join(store.folder, note.replay)];
  if (existsSync(there)) {
    attempt("copy", here, () => {
      mkdirSync(dirname(here), { recursive: true });
      copyFileSync(there, here);
    });
  }
  return false;
}
