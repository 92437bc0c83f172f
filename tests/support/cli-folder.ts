/** Scratch folders for tests, and what is in a folder. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { sha256 } from "../../src/node/store/checksum.ts";

/** A maker of empty folders that are deleted after each test. */
export function scratchFolders(): () => string {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = mkdtempSync(join(tmpdir(), "caremarket-test-"));
    made.push(folder);
    return folder;
  };
}

/** Names in a folder, hidden ones too, in order. */
export const namesIn = (folder: string): string[] => readdirSync(folder).sort();

/** File name to checksum, for every file below a folder. */
export function fingerprint(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, sha256(readFileSync(join(folder, name)))]));
}
