/** Somebody names results that are not there: which ones are, and which were probably meant. */
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { nearestName } from "../simulation/scenario/nearest.ts";
import { Failure } from "./failure.ts";

/** What tells the folder of a run, and that of a sweep. */
const TELLING = ["manifest.json", "design.json"] as const;
const MOST_SHOWN = 5;

/** Fails where there is nothing of that name; the folder that was probably meant is named. */
export function refuseMissing(named: string): void {
  if (named !== "" && existsSync(named)) return;
  const what = /\.[a-z]{2,8}$/i.test(named) ? "file or folder" : "folder";
  const near = meant(named);
  const lines = near.length === 0 ? [] : [`Did you mean ${near.join(" or ")}?`];
  throw new Failure("invalid", `there is no ${what} ${named === "" ? '""' : named}`, [...lines, WHO_WRITES], { near });
}

/** Where such folders come from, as a line of a message. */
export const WHO_WRITES =
  "`caremarket run` and `caremarket sweep` write such folders, and name them as they end; the eight digits differ with what was asked.";

/** "Results lie in output/a, output/b.", where the folder holds some; nothing otherwise. */
export function resultsWithin(folder: string): readonly string[] {
  const inside = resultsIn(folder);
  if (inside.length === 0) return [];
  const more = inside.length > MOST_SHOWN ? ` and ${inside.length - MOST_SHOWN} more` : "";
  return [`Results lie in ${inside.slice(0, MOST_SHOWN).join(", ")}${more}.`];
}

/** A word that can only be a path to a folder: no scenario's name or file. */
export const isFolderLike = (word: string): boolean => /[\\/]/.test(word) && !/\.(ya?ml|json)$/i.test(word);

/** Results of the same name with other digits, beside it or in the usual place; else the nearest name there. */
function meant(named: string): readonly string[] {
  const own = basename(named);
  const places = [...new Set([dirname(named), "output"])];
  const there = places.flatMap(resultsIn);
  const like = there.filter((path) => stem(basename(path)) === stem(own));
  if (like.length > 0) return like.slice(0, MOST_SHOWN);
  const name = nearestName(own, new Set(there.map((path) => basename(path))));
  return there.filter((path) => basename(path) === name).slice(0, 1);
}

/** "tiny" of "tiny-1a2b3c4d" and of "tiny-1a2b3c4d-slice-3-of-64". */
const stem = (name: string): string => name.replace(/-[0-9a-f]{8}(-slice-.*)?$/i, "");

/** Folders of runs and sweeps in a folder, in order; none where it cannot be read. */
function resultsIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isFile());
    const paths = names.map(({ name }) => join(folder, name)).sort();
    return paths.filter(
      (path) => !basename(path).startsWith(".") && TELLING.some((file) => existsSync(join(path, file))),
    );
  } catch {
    return [];
  }
}
