/** What is written when every cell of a sweep is there. */
import { join } from "node:path";
import { CRATE, crateOf, type CrateSubject } from "../crate/crate.ts";
import { attempt } from "../file-errors.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import { type FileMark, markOf, markOfFile } from "../store/checksum.ts";
import { syncFolder } from "../store/file-writer.ts";
import { placeMade, placeWhole } from "../store/place.ts";
import type { CellId, CellStore } from "./cell-store.ts";
import { cellsOf } from "./cells-of.ts";
import { DESIGN, designHash, type SweepDesign } from "./design.ts";
import { markUnfinished, SUMMARY, SWEEP_PAGE, type SweepSummary, vouchFor } from "./summary.ts";
import { sweepLine } from "./sweep-line.ts";
import { type SweepTable, writeSweepTable } from "./tables.ts";

/**
 * Writes the tables of runs and years and the page, and the summary last. d3 is loaded only now. Where no run came to
 * its end there is no page.
 */
export async function finishSweep(
  folder: string,
  design: SweepDesign,
  store: CellStore,
  digest: string,
): Promise<void> {
  const cells = cellsOf(design);
  const files: Record<string, FileMark> = { [DESIGN]: markIn(folder, DESIGN) };
  markUnfinished(folder);
  for (const table of ["runs", "yearly"] as const) {
    files[`${table}.parquet`] = await placeTable(folder, design, store, table);
  }
  if (hasFigures(cells, store)) {
    const { drawSweep } = await import("./page.ts");
    const page = new TextEncoder().encode(await drawSweep(folder, store.engineVersion));
    await placeWhole(join(folder, SWEEP_PAGE), page);
    files[SWEEP_PAGE] = markOf(page);
  }
  const crate = sweepCrate(design, store, digest);
  await placeWhole(join(folder, CRATE), crate);
  files[CRATE] = markOf(new TextEncoder().encode(crate));
  for (const name of store.namesOfFailures(cells)) files[name] = markIn(folder, name);
  const summary: SweepSummary = { ...factsOf(design, store), digest, files };
  await placeWhole(join(folder, SUMMARY), canonicalJson(summary));
  syncFolder(folder);
}

const hasFigures = (cells: readonly CellId[], store: CellStore): boolean =>
  cells.some((cell) => store.read(cell, false) !== undefined);

/**
 * The text of the description; a sweep of which no run came to its end has no page, and one of which no run is missing
 * describes no scenarios to replay: a run that failed once and then did not leaves its own there.
 */
export function sweepCrate(design: SweepDesign, store: CellStore, digest: string): string {
  const cells = cellsOf(design);
  const parts = ["cells/", DESIGN, SUMMARY, "runs.parquet", "yearly.parquet"];
  if (hasFigures(cells, store)) parts.push(SWEEP_PAGE);
  if (cells.some((cell) => store.failure(cell) !== undefined)) parts.push("replays/");
  return crateOf({ ...citedSweep(design, store.engineVersion, digest), parts: parts.sort() });
}

const markIn = (folder: string, name: string): FileMark =>
  attempt("read", join(folder, name), () => markOfFile(join(folder, name)));

/** What a summary says beside the digest and the checksums. */
export function factsOf(design: SweepDesign, store: CellStore): Omit<SweepSummary, "digest" | "files"> {
  const cells = cellsOf(design);
  const failed = cells.filter((cell) => store.failure(cell) !== undefined).length;
  const { name, title } = design;
  return { name, title, engineVersion: store.engineVersion, runs: cells.length, failed };
}

/** Adds the largest table by far, which is written when it is first asked for. Call with the lock held. */
export async function addWeekly(folder: string, design: SweepDesign, store: CellStore): Promise<void> {
  await vouchFor(folder, "weekly.parquet", await placeTable(folder, design, store, "weekly"));
}

/** What the description and the citation of a sweep are made from. */
export function citedSweep(design: SweepDesign, engineVersion: string, digest: string): Omit<CrateSubject, "parts"> {
  const { name, title, question, source, seeds } = design;
  const command = sweepLine(design);
  return {
    kind: "sweep",
    name,
    title,
    question,
    source,
    hash: designHash(design),
    engineVersion,
    seeds,
    digest,
    command,
  };
}

/** One table, written beside its place and moved there. */
export const placeTable = (
  folder: string,
  design: SweepDesign,
  store: CellStore,
  table: SweepTable,
): Promise<FileMark> =>
  placeMade(join(folder, `${table}.parquet`), (unfinished) => writeSweepTable(unfinished, design, store, table));
