/** The page of a results folder is drawn again from the folder alone: its tables, its words, no engine. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Failure } from "./failure.ts";
import { attempt } from "./file-errors.ts";
import { pathWithin } from "./near-path.ts";
import { refuseOtherPage } from "./published-page.ts";
import { canonicalJson } from "./store/canonical-json.ts";
import { markOf, sameMark } from "./store/checksum.ts";
import { Gatherer } from "./store/gathering.ts";
import { takeLock } from "./store/lock.ts";
import { MANIFEST, type Manifest, readManifest, resultsFolder } from "./store/manifest.ts";
import { placeWhole } from "./store/place.ts";
import { placesOf } from "./store/places.ts";
import { damagedResults, damageIn, readDictionary, readRuns, readSummary } from "./store/read.ts";
import { renderPage } from "./store/write.ts";

const PAGE = "report.html";

export interface Redrawn {
  readonly path: string;
  /** The page is not the one in the folder. */
  readonly isChanged: boolean;
}

/** Draws the page into its folder, or into another file. A damaged page is no hindrance; a damaged table is. */
export async function redrawReport(named: string, out: string | undefined): Promise<Redrawn> {
  const folder = resultsFolder(named);
  const elsewhere = placeElsewhere(folder, out);
  const manifest = readManifest(folder);
  const damage = damageIn(folder, manifest).filter(({ file }) => file !== PAGE);
  if (damage.length > 0) throw damagedResults(folder, damage);
  const page = new TextEncoder().encode(await drawPage(folder, manifest));
  if (elsewhere !== undefined) {
    const isChanged = !sameMark(markOf(page), manifest.files[PAGE]);
    await placeWhole(elsewhere, page);
    return { path: elsewhere, isChanged };
  }
  return intoFolder(folder, manifest, page);
}

/** Where a page goes that is not to lie in its folder; fails where that would cost somebody a file. */
export function placeElsewhere(folder: string, out: string | undefined): string | undefined {
  if (out === undefined || resolve(out) === resolve(folder, PAGE)) return undefined;
  if (pathWithin(folder, out) !== undefined) {
    const otherwise =
      "Nothing was changed. A results folder holds nothing else than its results: choose a place outside it.";
    throw new Failure("invalid", `${out} would lie in the results that it is drawn from`, [otherwise], { path: out });
  }
  refuseOtherPage(resolve(out));
  return resolve(out);
}

async function drawPage(folder: string, manifest: Manifest): Promise<string> {
  const gatherer = new Gatherer();
  for (const run of await readRuns({ folder, manifest })) gatherer.add(run);
  return renderPage(manifest, readDictionary(folder), readSummary(folder), gatherer.finish());
}

/** The page first, then the manifest that vouches for it: a crash between them leaves a page that can be drawn again. */
async function intoFolder(folder: string, manifest: Manifest, page: Uint8Array): Promise<Redrawn> {
  const path = join(folder, PAGE);
  const mark = markOf(page);
  const there = attempt("read", path, () => pageIfThere(path));
  const isChanged = there === undefined || !sameMark(markOf(there), mark);
  if (!isChanged && sameMark(mark, manifest.files[PAGE])) return { path, isChanged };
  const lock = takeLock(placesOf(folder).lock);
  try {
    // Somebody may have put other results there meanwhile, of which this would be no page.
    const now = readManifest(folder);
    const isOther = canonicalJson(now) !== canonicalJson(manifest);
    const placed = isOther ? new TextEncoder().encode(await drawPage(folder, now)) : page;
    await placeWhole(path, placed);
    const files = { ...now.files, [PAGE]: markOf(placed) };
    await placeWhole(join(folder, MANIFEST), canonicalJson({ ...now, files }));
  } finally {
    lock.release();
  }
  return { path, isChanged };
}

function pageIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
