/** A file that a command is told to write may be there already: ours is replaced, somebody's is not. */
import { readFileSync, statSync } from "node:fs";
import { attempt } from "./file-errors.ts";
import { Failure } from "./failure.ts";

export interface OwnFile {
  /** What it must be to be replaced, such as "replay bundle". */
  readonly what: string;
  readonly isOurs: (text: string) => boolean;
  /** What to do instead. */
  readonly otherwise: string;
}

/** Fails where something lies at the path that is not what we write there. */
export function refuseOther(path: string, { what, isOurs, otherwise }: OwnFile): void {
  const kind = kindAt(path);
  if (kind === "nothing") return;
  if (kind === "file") {
    const text = attempt("read", path, () => readFileSync(path, "utf8"));
    if (isOurs(text)) return;
  }
  const found = kind === "folder" ? `${path} is a folder` : `${path} is there already, and is no ${what}`;
  throw new Failure("invalid", found, [`Nothing was changed. ${otherwise}`], { path });
}

function kindAt(path: string): "nothing" | "file" | "folder" | "device" {
  try {
    const there = statSync(path);
    if (there.isDirectory()) return "folder";
    return there.isFile() ? "file" : "device";
  } catch {
    // Where more than that is wrong, writing says so.
    return "nothing";
  }
}
