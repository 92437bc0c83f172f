/** A file is whole if its bytes and their SHA-256 are the ones written down. */
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

export interface FileMark {
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

export const sha256 = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export const markOf = (bytes: Uint8Array): FileMark => ({ bytes: bytes.byteLength, sha256: sha256(bytes) });

export const sameMark = (a: FileMark, b: FileMark): boolean => a.bytes === b.bytes && a.sha256 === b.sha256;

const CHUNK_BYTES = 1 << 20;

/** Reads the file piece by piece, so that a large table does not need its size in memory. */
export function markOfFile(path: string): FileMark {
  const hash = createHash("sha256");
  const chunk = new Uint8Array(CHUNK_BYTES);
  const file = openSync(path, "r");
  try {
    let bytes = 0;
    for (;;) {
      const count = readSync(file, chunk, 0, CHUNK_BYTES, null);
      if (count === 0) return { bytes, sha256: hash.digest("hex") };
      hash.update(chunk.subarray(0, count));
      bytes += count;
    }
  } finally {
    closeSync(file);
  }
}

/** One digest for all runs: SHA-256 over "seed digest" lines in seed order, the first 32 hexadecimal digits. */
export const digestOfDigests = (seeds: readonly string[], digests: Readonly<Record<string, string>>): string =>
  sha256(seeds.map((seed) => `${seed} ${digests[seed]}\n`).join("")).slice(0, 32);
