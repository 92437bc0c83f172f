/** Scenarios are found by name or path; their parents and councils only beside them or among the shipped ones. */
import { readdirSync } from "node:fs";
import { basename, dirname, join, resolve as absolute } from "node:path";
import { fileURLToPath } from "node:url";
import {
  didYouMean,
  type Found,
  isSlug,
  type Lookup,
  type Problem,
  type ScenarioText,
} from "../simulation/scenario/index.ts";
import { nearestName } from "../simulation/scenario/nearest.ts";
import { pathWithin } from "./near-path.ts";
import { type FileText, readInside, readNamed } from "./scenario-folder.ts";

/** What `resolve` needs of a host, or why there is nothing to resolve. */
export type Opened =
  | { readonly ok: true; readonly entry: ScenarioText; readonly lookup: Lookup }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface Places {
  /** Where relative paths start, and where a bare name is looked for first. */
  readonly folder?: string;
  /** The scenarios that come with the package. */
  readonly shipped?: string;
}

/** The folder of the scenarios that come with the package: beside `dist` as beside `src`. */
export const shippedScenarios = (): string => fileURLToPath(new URL("../../scenarios", import.meta.url));

const ENDINGS = [".yaml", ".yml", ".json"] as const;

/** A scenario by path, or by bare name: in the folder first, then among the shipped ones. */
export function openScenario(nameOrPath: string, places: Places = {}): Opened {
  const folder = absolute(places.folder ?? ".");
  const shipped = absolute(places.shipped ?? shippedScenarios());
  const lookup = lookupOnDisk(folder, shipped);
  if (!/[\\/.]/.test(nameOrPath)) {
    const found = lookup("scenario", nameOrPath, join(folder, "here"));
    if (found.ok) return { ok: true, entry: found.file, lookup };
    const meant = didYouMean(nameOrPath, found.known ?? []);
    return failed(nameOrPath, found.message, found.kind, meant || "`caremarket scenarios` lists what is shipped");
  }
  const path = absolute(folder, nameOrPath);
  const read = nameOrPath.includes("\0") ? undefined : readNamed(path);
  if (read?.ok) return { ok: true, entry: { name: shownPath(folder, path), text: read.text }, lookup };
  const suggestion = read?.suggestion ?? (nameOrPath.includes("\0") ? "" : besides(path));
  return failed(nameOrPath, read?.message ?? "there is no such file", read?.kind, suggestion);
}

/** The file that is called so but for the .txt that text editors put behind a name and file managers hide; else nothing. */
export function endingHidden(path: string): string {
  const own = basename(path).toLowerCase();
  const hidden = filesIn(dirname(path)).find((each) => each.toLowerCase() === `${own}.txt`);
  return hidden === undefined ? "" : `${hidden} is there: name that, or rename it`;
}

/** The file that was probably meant. */
function besides(path: string): string {
  const hidden = endingHidden(path);
  if (hidden !== "") return hidden;
  const own = basename(path).toLowerCase();
  const names = filesIn(dirname(path));
  // Endings are alike in all of them.
  const named = new Map(names.flatMap((each) => (hasEnding(each) ? [[stemOf(each), each] as const] : [])));
  const near = named.get(nearestName(stemOf(own), named.keys()) ?? "");
  return near === undefined ? "" : `did you mean "${near}"?`;
}

const hasEnding = (file: string): boolean => ENDINGS.some((ending) => file.endsWith(ending));
const stemOf = (file: string): string => file.replace(/\.[a-z]+$/i, "");

/** Names in a folder that a message can show as they are; none where it cannot be listed. */
function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^[\p{L}\p{N} ._()-]{1,80}$/u.test(name))
      .sort();
  } catch {
    return [];
  }
}

function failed(file: string, message: string, kind: Problem["kind"] = "invalid", suggestion = ""): Opened {
  const problem = { file, line: 0, column: 0, path: "", kind, message, found: "", allowed: "", suggestion };
  return { ok: false, problems: [problem] };
}

/** A path as messages show it: relative where it lies below the folder. Each file has one, so that circles are seen. */
function shownPath(folder: string, path: string): string {
  const inside = pathWithin(folder, path) ?? "";
  return inside === "" ? path : inside;
}

/** Finds parents and councils beside the file that names them, then among the shipped ones; nothing else is read. */
export function lookupOnDisk(folder: string, shipped: string): Lookup {
  return (kind, name, fromFile) => {
    const beside = dirname(absolute(folder, fromFile));
    const roots = beside === shipped ? [shipped] : [beside, shipped];
    const below = kind === "council" ? "councils" : "";
    for (const root of isSlug(name) ? roots : []) {
      for (const ending of ENDINGS) {
        const file = join(below, `${name}${ending}`);
        const read = readInside(root, file);
        if (read !== undefined) return asFound(read, shownPath(folder, join(root, file)));
      }
    }
    return {
      ok: false,
      message: `there is no ${kind} of this name, neither here nor among the shipped ones`,
      known: roots.flatMap((root) => namesIn(join(root, below))),
    };
  };
}

const asFound = (read: FileText, name: string): Found =>
  read.ok
    ? { ok: true, file: { name, text: read.text } }
    : { ok: false, kind: read.kind, message: `the file ${name} ${read.message}` };

/** Names to suggest; a folder that cannot be listed has none. */
export function namesIn(folder: string): readonly string[] {
  return filesIn(folder).filter(hasEnding).map(stemOf).sort();
}
