/** When every cell of a sweep is there, tables and a summary are written from them; until then there is no summary. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CRATE } from "../crate/crate.ts";
import { attempt } from "../file-errors.ts";
import { Failure } from "../failure.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import { type FileMark, markOfFile, sameMark } from "../store/checksum.ts";
import { UNTOUCHED } from "../store/file-writer.ts";
import { placeWhole } from "../store/place.ts";
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

/** A file of a sweep that could not be written: its page and summary were taken away before, its runs were not. */
export function asOfSweep(error: unknown): unknown {
  if (!(error instanceof Failure) || !error.lines.includes(UNTOUCHED)) return error;
  const lines = error.lines.flatMap((line) => (line === UNTOUCHED ? KEPT : [line]));
  return new Failure(error.kind, error.message, lines, error.data, { cause: error });
}

const KEPT: readonly string[] = [
  "Nothing was left half-written, and finished runs are kept.",
  "Page and summary are written again when the sweep is whole: give the same command again once there is room.",
];

/** The summary, or undefined while the sweep is not finished, or where what is there is no summary. */
export function readSweepSummary(folder: string): SweepSummary | undefined {
  const path = join(folder, SUMMARY);
  if (!existsSync(path)) return undefined;
  try {
    const found = JSON.parse(readFileSync(path, "utf8")) as Partial<SweepSummary> | null;
    const { digest, engineVersion, files } = found ?? {};
    const isOne = typeof digest === "string" && typeof engineVersion === "string" && isBag(files);
    return isOne && Object.values(files).every(isBag) ? (found as SweepSummary) : undefined;
  } catch {
    return undefined;
  }
}

/** What the folder says of itself: another text as soon as it holds another sweep, or more of it, or less. */
export const saidOf = (folder: string): string =>
  [DESIGN, SUMMARY]
    .map((name) => join(folder, name))
    .map((path) => {
      try {
        return readFileSync(path, "utf8");
      } catch {
        return "";
      }
    })
    .join("\n");

const isBag = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);

/** The summary vouches for a file that was written after it. Call with the lock held. */
export async function vouchFor(folder: string, name: string, mark: FileMark): Promise<void> {
  const summary = readSweepSummary(folder);
  if (summary === undefined) return;
  await placeWhole(join(folder, SUMMARY), canonicalJson({ ...summary, files: { ...summary.files, [name]: mark } }));
}

/** The engine whose runs a folder holds: the one that finished it, or else the one that is here. */
export const engineOfSweep = (folder: string, current: string): string =>
  readSweepSummary(folder)?.engineVersion ?? current;

/** Files for which the summary of every finished sweep vouches; the page is missing where no run came to its end. */
const VOUCHED: readonly string[] = [DESIGN, CRATE, "runs.parquet", "yearly.parquet"];

/** All that a summary may list: those, and what is there of some sweeps only. */
const MAY_LIST =
  /^(design\.json|ro-crate-metadata\.json|report\.html|(runs|yearly|weekly)\.parquet|cells\/[0-9a-f]{2}\/[0-9a-f]+\.failed|replays\/[\w-]+\.yaml)$/;

/** True where everything is that of this digest, byte for byte, the design and the page among it. */
export function isFinished(folder: string, digest: string): boolean {
  const summary = readSweepSummary(folder);
  return summary?.digest === digest && damagedFiles(folder, summary).length === 0;
}

/** What is not as the summary says, in words. */
export function damagedFiles(folder: string, { files }: Pick<SweepSummary, "files">): string[] {
  const marked = Object.keys(files).flatMap((name) => {
    if (!MAY_LIST.test(name)) return [`${SUMMARY} lists ${name}, which it does not vouch for`];
    if (!existsSync(join(folder, name))) return [`${name} is missing`];
    return isAsMarked(folder, name, files) ? [] : [`${name} is not the file that was written`];
  });
  const alsoThere = [SWEEP_PAGE, "weekly.parquet"].filter((name) => existsSync(join(folder, name)));
  const unmarked = [...VOUCHED, ...alsoThere].filter((name) => !Object.hasOwn(files, name));
  return [...marked, ...unmarked.map((name) => `${SUMMARY} does not list ${name}`)];
}

/** True of a file that is there, byte for byte as the summary says. */
export function isAsMarked(folder: string, name: string, files: SweepSummary["files"]): boolean {
  const path = join(folder, name);
  if (!Object.hasOwn(files, name) || !existsSync(path)) return false;
  return sameMark(
    attempt("read", path, () => markOfFile(path)),
    files[name],
  );
}
