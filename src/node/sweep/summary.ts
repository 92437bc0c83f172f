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

/** What the summary says of the sweep: all of it but the marks of its files. */
export const summaryHead = (
  { name, title }: Pick<SweepSummary, "name" | "title">,
  { engineVersion, digest, runs, failed }: Pick<SweepSummary, "engineVersion" | "digest" | "runs" | "failed">,
): Omit<SweepSummary, "files"> => ({ name, title, engineVersion, digest, runs, failed });

/** The files that the summary of a finished sweep vouches for: each of them, and no other. */
export const MARKED: readonly string[] = [DESIGN, CRATE, "runs.parquet", "yearly.parquet"];

/** The summary, or undefined while the sweep is not finished, or where it cannot be read. */
export function readSweepSummary(folder: string): SweepSummary | undefined {
  const path = join(folder, SUMMARY);
  if (!existsSync(path)) return undefined;
  try {
    const found: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isSummary(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

const isBag = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isSummary = (found: unknown): found is SweepSummary =>
  isBag(found) &&
  typeof found["engineVersion"] === "string" &&
  typeof found["digest"] === "string" &&
  isBag(found["files"]) &&
  Object.values(found["files"]).every(isBag);

/** Whatever the summary says otherwise than the cells and the design do, in words; nothing while there is none. */
export function summaryProblems(folder: string, head: Omit<SweepSummary, "files">): string[] {
  const summary = readSweepSummary(folder);
  if (summary === undefined) return existsSync(join(folder, SUMMARY)) ? [`${SUMMARY} is damaged`] : [];
  const problems = [
    ...MARKED.filter((name) => !Object.hasOwn(summary.files, name)).map((name) => `${SUMMARY} does not list ${name}`),
    ...Object.keys(summary.files)
      .filter((name) => !MARKED.includes(name))
      .map((name) => `${SUMMARY} lists ${name}, which it does not vouch for`),
    ...damagedFiles(folder, summary).map((name) => `${name} is not the file that was written`),
  ];
  if (summary.engineVersion !== head.engineVersion) {
    return [...problems, `it was made by engine ${summary.engineVersion}; this is engine ${head.engineVersion}`];
  }
  if (summary.digest !== head.digest) problems.push(`${SUMMARY} has another digest than the cells`);
  const said = Object.fromEntries(Object.entries(summary).filter(([key]) => key !== "files"));
  const known: Readonly<Record<string, unknown>> = head;
  for (const key of Object.keys({ ...known, ...said })) {
    if (key === "digest" || (Object.hasOwn(said, key) && said[key] === known[key])) continue;
    problems.push(
      Object.hasOwn(known, key)
        ? `${SUMMARY}: ${key} is not that of the sweep`
        : `${SUMMARY}: ${key} is none of its parts`,
    );
  }
  return problems;
}

/** The engine whose runs a folder holds: the one that finished it, or else the one that is here. */
export const engineOfSweep = (folder: string, current: string): string =>
  readSweepSummary(folder)?.engineVersion ?? current;

/** True where the tables are those of this digest, byte for byte, and the page is there, which can be drawn again. */
export function isFinished(folder: string, digest: string): boolean {
  const summary = readSweepSummary(folder);
  return (
    summary?.digest === digest &&
    MARKED.every((name) => Object.hasOwn(summary.files, name)) &&
    damagedFiles(folder, summary).length === 0 &&
    existsSync(join(folder, SWEEP_PAGE))
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
