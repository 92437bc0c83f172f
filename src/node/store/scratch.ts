/** A folder of its own for what is needed only while a command runs. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileFailure } from "../file-errors.ts";

export function scratchFolder(purpose: "query" | "reproduce"): string {
  try {
    return mkdtempSync(join(tmpdir(), `caremarket-${purpose}-`));
  } catch (error) {
    throw fileFailure(error, "make a folder for passing files in", tmpdir(), [
      "The variable TMPDIR, in Windows TEMP, says where such files go: set it to a folder that you may write into.",
    ]);
  }
}
