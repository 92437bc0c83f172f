/** A file is written beside its place, forced to the disk, and moved there: it is whole or it is not there. */
import { renameSync } from "node:fs";
import { attemptPatiently } from "../file-errors.ts";
import { writeWhole } from "./file-writer.ts";
import { discard } from "./folder.ts";

/** What a file is called until it is whole. */
export const UNFINISHED = ".new";

/** Writes a small file in place of an earlier one; what a failure leaves is deleted. */
export const placeWhole = (path: string, content: string | Uint8Array): Promise<void> =>
  placeMade(path, (unfinished) => void writeWhole(unfinished, content));

/** Has a file made under its unfinished name, and moves it to its place. Gives what the making gave. */
export async function placeMade<T>(path: string, make: (unfinished: string) => T): Promise<T> {
  const unfinished = `${path}${UNFINISHED}`;
  discard(unfinished);
  try {
    const made = make(unfinished);
    await attemptPatiently("write", path, () => renameSync(unfinished, path));
    return made;
  } catch (error) {
    discard(unfinished);
    throw error;
  }
}
