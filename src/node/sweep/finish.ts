/** What is written when every cell of a sweep is there. */
import { join } from "node:path";
import { CRATE, crateOf, type CrateSubject } from "../crate/crate.ts";
import { attempt } from "../file-errors.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import { type FileMark, markOf, markOfFile } from "../store/checksum.ts";
import { syncFolder } from "../store/file-writer.ts";
import { placeMade, placeWhole } from "../store/place.ts";
import type { CellStore } from "./cell-store.ts";
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
  const parts = ["cells/", DESIGN, SUMMARY, "runs.parquet", "yearly.parquet"];
  markUnfinished(folder);
  for (const table of ["runs", "yearly"] as const) {
    files[`${table}.parquet`] = await placeTable(folder, design, store, table);
  }
  if (cells.some((cell) => store.read(cell, false) !== undefined)) {
    const { drawSweep } = await import("./page.ts");
    const page = new TextEncoder().encode(await drawSweep(folder, store.engineVersion));
    await placeWhole(join(folder, SWEEP_PAGE), page);
    files[SWEEP_PAGE] = markOf(page);
    parts.push(SWEEP_PAGE);
  }
  // A run that failed once and then did not leaves its scenario there: only runs that are missing now are described.
  if (cells.some((cell) => store.failure(cell) !== undefined)) parts.push("replays/");
  files[CRATE] = await placeCrate(folder, citedSweep(design, store.engineVersion, digest), parts);
  for (const name of store.namesOfFailures(cells)) files[name] = markIn(folder, name);
  const summary: SweepSummary = { ...factsOf(design, store), digest, files };
  await placeWhole(join(folder, SUMMARY), canonicalJson(summary));
  syncFolder(folder);
}

async function placeCrate(
  folder: string,
  cited: Omit<CrateSubject, "parts">,
  parts: readonly string[],
): Promise<FileMark> {
  const crate = crateOf({ ...cited, parts: [...parts].sort() });
  await placeWhole(join(folder, CRATE), crate);
  return markOf(new TextEncoder().encode(crate));
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
