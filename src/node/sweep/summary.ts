/** When every cell of a sweep is there, tables and a summary are written from them; until then there is no summary. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { attempt } from "../file-errors.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import { type FileMark, markOfFile, sameMark } from "../store/checksum.ts";
import { syncFolder } from "../store/file-writer.ts";
import { placeMade, placeWhole } from "../store/place.ts";
import type { CellStore } from "./cell-store.ts";
import { cellsOf } from "./cells-of.ts";
import { DESIGN, type SweepDesign } from "./design.ts";
import { type SweepTable, writeSweepTable } from "./tables.ts";

export const SUMMARY = "summary.json";

/** What a sweep's folder can hold. */
export const SWEEP_FILES: readonly string[] = [
  DESIGN,
  SUMMARY,
  "cells",
  "replays",
  "report.html",
  "runs.parquet",
  "weekly.parquet",
  "yearly.parquet",
];

export interface SweepSummary {
  readonly name: string;
  readonly title: string;
  readonly engineVersion: string;
  readonly digest: string;
  readonly runs: number;
  readonly failed: number;
  readonly files: Readonly<Record<string, FileMark>>;
}

/** Before cells change: what was said of the old ones no longer holds. */
export function markUnfinished(folder: string): void {
  for (const name of [SUMMARY, "weekly.parquet"]) {
    const path = join(folder, name);
    attempt("delete", path, () => rmSync(path, { force: true }));
  }
}

/** The summary, or undefined while the sweep is not finished. */
export function readSweepSummary(folder: string): SweepSummary | undefined {
  const path = join(folder, SUMMARY);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as SweepSummary;
  } catch {
    return undefined;
  }
}

/** The engine whose runs a folder holds: the one that finished it, or else the one that is here. */
export const engineOfSweep = (folder: string, current: string): string =>
  readSweepSummary(folder)?.engineVersion ?? current;

/** True where the tables are those of this digest, byte for byte. */
export function isFinished(folder: string, digest: string): boolean {
  const summary = readSweepSummary(folder);
  return summary?.digest === digest && damagedFiles(folder, summary).length === 0;
}

export const damagedFiles = (folder: string, { files }: Pick<SweepSummary, "files">): string[] =>
  Object.entries(files)
    .filter(([name, mark]) => {
      const path = join(folder, name);
      return (
        !existsSync(path) ||
        !sameMark(
          attempt("read", path, () => markOfFile(path)),
          mark,
        )
      );
    })
    .map(([name]) => name);

/** Writes the tables of runs and years, and the summary last. */
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
  const summary: SweepSummary = {
    name: design.name,
    title: design.title,
    engineVersion: store.engineVersion,
    digest,
    runs: cells.length,
    failed: cells.filter((cell) => store.failure(cell) !== undefined).length,
    files,
  };
  const path = join(folder, SUMMARY);
  await placeWhole(path, canonicalJson(summary));
  syncFolder(folder);
}

/** One table, written beside its place and moved there. */
export const placeTable = (
  folder: string,
  design: SweepDesign,
  store: CellStore,
  table: SweepTable,
): Promise<FileMark> =>
  placeMade(join(folder, `${table}.parquet`), (unfinished) => writeSweepTable(unfinished, design, store, table));
