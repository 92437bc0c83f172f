/** How much disk a folder takes: the bytes of the files in it. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { attempt } from "../file-errors.ts";

export function bytesIn(folder: string): number {
  const entries = attempt("read", folder, () => readdirSync(folder, { withFileTypes: true }));
  return entries.reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sum + bytesIn(path);
    return sum + attempt("read", path, () => statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  }, 0);
}
