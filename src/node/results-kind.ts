/** What somebody names as results: a run's folder, a sweep's, a file in one of them, or a replay bundle. */
import { statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { MANIFEST, RESULT_FILES, resultsFolder } from "./store/manifest.ts";
import { isSweepFolder } from "./sweep/design.ts";
import { SWEEP_FILES } from "./sweep/summary.ts";

export interface NamedResults {
  readonly kind: "run" | "sweep" | "bundle";
  /** The folder; the file of a bundle. */
  readonly path: string;
}

export function kindOfResults(named: string): NamedResults {
  if (isSweepFolder(named)) return { kind: "sweep", path: named };
  const name = basename(named);
  if (SWEEP_FILES.includes(name) && isSweepFolder(dirname(named))) return { kind: "sweep", path: dirname(named) };
  const isOfRun = name === MANIFEST || RESULT_FILES.includes(name);
  if (!isOfRun && isFile(named)) return { kind: "bundle", path: named };
  return { kind: "run", path: resultsFolder(named) };
}

/** The folder of results that somebody means who names it, or a file in it, as by dragging its page onto a terminal. */
export const folderMeant = (named: string): string => kindOfResults(named).path;

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
