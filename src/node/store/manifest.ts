/** What a results folder says about itself: no clock, no machine, nothing that a second run would write differently. */
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { ResolvedScenario } from "../../simulation/scenario/resolved.ts";
import { errorCode, fileFailure } from "../file-errors.ts";
import { Failure } from "../failure.ts";
import { CRATE } from "../crate/crate.ts";
import { refuseMissing, resultsWithin } from "../missing-folder.ts";
import type { FileMark } from "./checksum.ts";

export const MANIFEST = "manifest.json";
export const RESULTS_FORMAT = 1;

/** Every file that a results folder holds beside its manifest: each of them, and no other. */
export const RESULT_FILES: readonly string[] = [
  "dictionary.json",
  "events.parquet",
  "people.parquet",
  "report.html",
  CRATE,
  "summary.json",
  "weekly.parquet",
  "yearly.parquet",
];

export interface Manifest {
  readonly resultsFormat: typeof RESULTS_FORMAT;
  readonly name: string;
  readonly scenario: ResolvedScenario;
  readonly scenarioHash: string;
  /** Parameter path -> which file or option set it; parameters left at their default are not listed. */
  readonly origins: Readonly<Record<string, string>>;
  /** The command line that makes this folder again. */
  readonly command: string;
  readonly engineVersion: string;
  /** In seed order. */
  readonly seeds: readonly string[];
  readonly weeks: number;
  /** Seed -> digest of its run. */
  readonly digests: Readonly<Record<string, string>>;
  /** One digest over all runs. */
  readonly digest: string;
  /** File name -> size and checksum, of every other file in the folder. */
  readonly files: Readonly<Record<string, FileMark>>;
}

/** The results folder that somebody names: the folder itself, or one of the files in it. */
export function resultsFolder(named: string): string {
  const isFile = basename(named) === MANIFEST || RESULT_FILES.includes(basename(named));
  return isFile ? dirname(named) : named;
}

/** The manifest of a folder; a failure in words where there is none, or none that this version can read. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    // A file that somebody names in place of a folder holds no manifest either.
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) {
      refuseMissing(folder);
      const within = resultsWithin(folder);
      throw new Failure("invalid", `${folder} is not a results folder: it has no ${MANIFEST}`, [
        ...(within.length > 0 ? within : ["Name a folder that `caremarket run` or `caremarket sweep` has written."]),
      ]);
    }
    throw fileFailure(error, "read", path);
  }
  return checkedManifest(parsed(text, path), path);
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damaged(path, error instanceof Error ? error.message : "it is not JSON");
  }
}

function checkedManifest(found: unknown, path: string): Manifest {
  if (!isBag(found)) throw damaged(path, "it is not an object");
  const { resultsFormat } = found;
  if (typeof resultsFormat === "number" && resultsFormat > RESULTS_FORMAT) {
    throw new Failure(
      "invalid",
      `${path} has results format ${resultsFormat}; this version reads up to ${RESULTS_FORMAT}`,
      ["Use the version of caremarket that wrote it, or a newer one."],
    );
  }
  const wrong = wrongPart(found);
  if (wrong !== undefined) throw damaged(path, wrong);
  return found as unknown as Manifest;
}

const isText = (value: unknown): boolean => typeof value === "string";

/** What each part of a manifest is; it has all of them, and no other. */
const PARTS: Readonly<Record<keyof Manifest, (value: unknown) => boolean>> = Object.freeze({
  resultsFormat: (value) => value === RESULTS_FORMAT,
  name: isText,
  scenario: (value) => isBag(value),
  scenarioHash: isText,
  origins: (value) => isBag(value),
  command: isText,
  engineVersion: isText,
  seeds: (value) => Array.isArray(value) && value.every(isText),
  weeks: (value) => typeof value === "number",
  digests: (value) => isBag(value) && Object.values(value).every(isText),
  digest: isText,
  files: (value) => isBag(value) && Object.values(value).every(isMark),
});

/** The first part that is missing, of the wrong kind or unknown, in words. */
function wrongPart(found: Readonly<Record<string, unknown>>): string | undefined {
  for (const [part, isRight] of Object.entries(PARTS)) {
    if (!Object.hasOwn(found, part)) return `its part ${part} is missing`;
    if (!isRight(found[part])) return `its part ${part} is of the wrong kind`;
  }
  const stranger = Object.keys(found).find((part) => !Object.hasOwn(PARTS, part));
  if (stranger !== undefined) return `its part ${stranger} is none that a manifest has`;
  const { seeds, digests } = found as unknown as Manifest;
  if (Object.keys(digests).length !== seeds.length || !seeds.every((seed) => Object.hasOwn(digests, seed))) {
    return "its digests are not those of its seeds";
  }
  const files = Object.keys(found["files"] as Manifest["files"]);
  const unlisted = RESULT_FILES.find((file) => !files.includes(file));
  if (unlisted !== undefined) return `it does not list ${unlisted}`;
  const unknown = files.find((file) => !RESULT_FILES.includes(file));
  return unknown === undefined ? undefined : `it lists ${unknown}, which no run writes`;
}

const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isMark = (mark: unknown): boolean =>
  isBag(mark) && typeof mark.bytes === "number" && typeof mark.sha256 === "string";

const damaged = (path: string, why: string): Failure =>
  new Failure("damaged", `${path} is damaged: ${why}`, [], { file: MANIFEST, path });
