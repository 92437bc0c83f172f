/** When every cell of a sweep is there, tables and a summary are written from them; until then there is no summary. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CRATE } from "../crate/crate.ts";
import { attempt } from "../file-errors.ts";
import { type FileMark, markOfFile, sameMark } from "../store/checksum.ts";
import { DESIGN } from "./design.ts";

export const SUMMARY = "summary.json";
export const SWEEP_PAGE = "report.html";

/** What a sweep's folder can hold. */
export const SWEEP_FILES: readonly string[] = [
  DESIGN,
  SUMMARY,
  "cells",
  "replays",
  CRATE,
  SWEEP_PAGE,
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
  for (const name of [SUMMARY, CRATE, SWEEP_PAGE, "weekly.parquet"]) {
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

/** True where the tables are those of this digest, byte for byte, and the page is there, which can be drawn again. */
export function isFinished(folder: string, digest: string): boolean {
  const summary = readSweepSummary(folder);
  return (
    summary?.digest === digest && damagedFiles(folder, summary).length === 0 && existsSync(join(folder, SWEEP_PAGE))
  );
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
