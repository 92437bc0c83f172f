/** What is written when every cell of a sweep is there. */
import { join } from "node:path";
import { CRATE, crateOf, type CrateSubject } from "../crate/crate.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import { type FileMark, markOf, markOfFile } from "../store/checksum.ts";
import { syncFolder } from "../store/file-writer.ts";
import { placeMade, placeWhole } from "../store/place.ts";
import type { CellStore } from "./cell-store.ts";
import { cellsOf } from "./cells-of.ts";
import { DESIGN, designHash, type SweepDesign } from "./design.ts";
import { markUnfinished, SUMMARY, summaryHead, SWEEP_PAGE, type SweepSummary } from "./summary.ts";
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
  const files: Record<string, FileMark> = {};
  markUnfinished(folder);
  for (const table of ["runs", "yearly"] as const) {
    files[`${table}.parquet`] = await placeTable(folder, design, store, table);
  }
  const hasPage = cells.some((cell) => store.read(cell, false) !== undefined);
  if (hasPage) {
    const { drawSweep } = await import("./page.ts");
    await placeWhole(join(folder, SWEEP_PAGE), await drawSweep(folder));
  }
  const failed = cells.filter((cell) => store.failure(cell) !== undefined).length;
  const crate = sweepCrate(design, store.engineVersion, digest, { hasPage, failed });
  await placeWhole(join(folder, CRATE), crate);
  files[CRATE] = markOf(new TextEncoder().encode(crate));
  files[DESIGN] = markOfFile(join(folder, DESIGN));
  const known = { engineVersion: store.engineVersion, digest, runs: cells.length, failed };
  const summary: SweepSummary = { ...summaryHead(design, known), files };
  const path = join(folder, SUMMARY);
  await placeWhole(path, canonicalJson(summary));
  syncFolder(folder);
}

/**
 * The text of the description; a sweep of which no run came to its end has no page, and one of which no run is missing
 * describes no scenarios to replay: a run that failed once and then did not leaves its own there.
 */
export function sweepCrate(
  design: SweepDesign,
  engineVersion: string,
  digest: string,
  { hasPage, failed }: { readonly hasPage: boolean; readonly failed: number },
): string {
  const parts = ["cells/", DESIGN, SUMMARY, "runs.parquet", "yearly.parquet"];
  if (hasPage) parts.push(SWEEP_PAGE);
  if (failed > 0) parts.push("replays/");
  return crateOf({ ...citedSweep(design, engineVersion, digest), parts: parts.sort() });
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
