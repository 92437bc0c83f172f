/**
 * A finished run is kept at once, beside the results folder, so that a killed job goes on where it stopped.
 *
 * A cell counts only when whole: its first line is the SHA-256 of the rest. Cells belong to one scenario and one engine;
 * others are thrown away.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { RunResult } from "../../simulation/result.ts";
import { attempt, fileFailure } from "../file-errors.ts";
import { sha256 } from "./checksum.ts";
import { discard } from "./folder.ts";
import { namesIn } from "./listing.ts";

/** Finished runs by seed. */
export interface Cells {
  has(seed: string): boolean;
  put(run: RunResult): void;
  get(seed: string): RunResult;
}

/** Cells for a job that writes nothing; `keep` may leave out what the job will not ask for. */
export function cellsInMemory(keep: (run: RunResult) => RunResult = (run) => run): Cells {
  const runs = new Map<string, RunResult>();
  return {
    has: (seed) => runs.has(seed),
    put: (run) => void runs.set(run.seed, keep(run)),
    get: (seed) => present(runs.get(seed), seed),
  };
}

/** True where the folder holds runs of other seeds too: a longer job that was interrupted and may go on. */
export function holdsOtherCells(folder: string, seeds: readonly string[]): boolean {
  if (!existsSync(folder)) return false;
  const own = new Set(seeds.map((seed) => `${fileNameOf(seed)}${CELL}`));
  return namesIn(folder).some((name) => name.endsWith(CELL) && !own.has(name));
}

const CELL = ".cell";
/** A run with its yearly figures only: what a summary is made from, in a thousandth of the memory. */
export const yearlyOnly = (run: RunResult): RunResult => ({
  ...run,
  weekDigests: [],
  weekly: {},
  events: NO_EVENTS,
  people: [],
});

const NO_EVENTS: RunResult["events"] = Object.freeze({
  week: new Int32Array(0),
  kind: new Uint8Array(0),
  agent: new Uint32Array(0),
  other: new Uint32Array(0),
  amount: new Float64Array(0),
  cause: new Uint8Array(0),
});

const KEY_FILE = "belongs-to";
const HASH_DIGITS = 64;

/** Cells in a folder; `key` names scenario and engine, and cells of another key are deleted first. */
export function cellsInFolder(folder: string, key: string): Cells {
  const keyFile = join(folder, KEY_FILE);
  attempt("prepare", folder, () => {
    if (existsSync(folder) && readIfThere(keyFile)?.toString() !== key) rmSync(folder, { recursive: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(keyFile, key);
  });
  const good = new Map<string, boolean>();
  const pathOf = (seed: string): string => join(folder, `${fileNameOf(seed)}${CELL}`);
  const load = (seed: string): RunResult | undefined => unpack(readIfThere(pathOf(seed)), seed);
  return {
    has: (seed) => {
      if (!good.has(seed)) good.set(seed, load(seed) !== undefined);
      return good.get(seed) === true;
    },
    put: (run) => {
      const bytes = pack(run);
      const path = pathOf(run.seed);
      try {
        // Nothing is moved, which a virus scanner could be in the way of: a torn cell is told by its sum, and run again.
        writeFileSync(path, bytes);
      } catch (error) {
        discard(path);
        throw fileFailure(error, "write", path, [
          `${bytes.byteLength} bytes are needed there. Runs that had finished before are kept and are not run again.`,
        ]);
      }
      good.set(run.seed, true);
    },
    get: (seed) => present(load(seed), seed),
  };
}

/** Case-blind disks must not take "a" and "A" for one cell. */
const fileNameOf = (seed: string): string => `${seed.slice(0, 20)}-${sha256(seed).slice(0, 12)}`;

function readIfThere(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined;
}

function pack(run: RunResult): Buffer {
  const body = serialize(run);
  return Buffer.concat([Buffer.from(sha256(body)), body]);
}

/** Undefined for a cell that is torn, damaged, of another seed, or written by a Node that this one cannot read. */
function unpack(bytes: Buffer | undefined, seed: string): RunResult | undefined {
  if (bytes === undefined || bytes.byteLength <= HASH_DIGITS) return undefined;
  const body = bytes.subarray(HASH_DIGITS);
  if (sha256(body) !== bytes.subarray(0, HASH_DIGITS).toString()) return undefined;
  try {
    const run = deserialize(body) as RunResult;
    return run.seed === seed ? run : undefined;
  } catch {
    return undefined;
  }
}

function present(run: RunResult | undefined, seed: string): RunResult {
  if (run === undefined) throw new Error(`the finished run of seed ${seed} is gone`);
  return run;
}
