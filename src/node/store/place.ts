/** A file is written beside its place, forced to the disk, and moved there: it is whole or it is not there. */
import { renameSync } from "node:fs";
import { Failure } from "../failure.ts";
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
    throw underItsName(error, unfinished, path);
  }
}

/** What went wrong, of the file that was asked for: nobody knows the name that it has until it is whole. */
function underItsName(error: unknown, unfinished: string, path: string): unknown {
  if (!(error instanceof Failure) || error.data["path"] !== unfinished) return error;
  const { kind, message, lines, data, cause } = error;
  return new Failure(
    kind,
    message.replace(unfinished, () => path),
    lines,
    { ...data, path },
    { cause },
  );
}
