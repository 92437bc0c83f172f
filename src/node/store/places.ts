/** Where a results folder and its companions live: everything in the making lies beside it, under hidden names that say whose they are. */
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

export interface Places {
  /** The results folder itself. */
  readonly final: string;
  readonly parent: string;
  readonly lock: string;
  /** The new folder while it is being written. */
  readonly fresh: string;
  /** The old folder for the moment between two renames. */
  readonly old: string;
  /** Finished runs of a job that has not finished. */
  readonly cells: string;
}

export function placesOf(folder: string): Places {
  // A link stands for the folder it leads to: that one is replaced, and the link stays.
  const final = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  const parent = dirname(final);
  const beside = (what: string): string => join(parent, `.${basename(final)}.caremarket-${what}`);
  return { final, parent, lock: beside("lock"), fresh: beside("new"), old: beside("old"), cells: beside("runs") };
}

/** `output/<name>-<hash8>`: where results go when nothing else is said. */
export const usualFolder = (name: string, scenarioHash: string): string =>
  join("output", `${name}-${scenarioHash.slice(0, 8)}`);
