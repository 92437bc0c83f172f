/** The command line called in this process: same words, same printing, the engine in this thread. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { commandLine } from "../../src/cli/process.ts";
import { perform } from "../../src/node/jobs.ts";
import type { Runner } from "../../src/node/pool.ts";
import { answering } from "./cli-runner.ts";
import { scratchFolders } from "./cli-folder.ts";

export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Circumstances {
  readonly pool?: Runner;
  readonly signal?: AbortSignal;
  readonly isTerminal?: boolean;
  readonly columns?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs one command line to its end. */
export async function call(words: readonly string[], circumstances: Circumstances = {}): Promise<Called> {
  const { pool = engineRunner(), signal = new AbortController().signal } = circumstances;
  const { isTerminal = false, columns, environment = {} } = circumstances;
  let out = "";
  let err = "";
  const code = await commandLine({
    words,
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
    isTerminal,
    columns,
    environment,
    signal,
    openPool: () => Promise.resolve(pool),
  });
  return { code, out, err };
}

/** The one JSON value that a command printed. */
export async function callJson(
  words: readonly string[],
  circumstances?: Circumstances,
): Promise<Record<string, unknown>> {
  const { out } = await call([...words, "--json"], circumstances);
  return JSON.parse(out) as Record<string, unknown>;
}

/** Runs the real engine, in this thread. */
export const engineRunner = (): Runner => answering(async (job) => (await perform(job)).value);

export const TINY = [
  "format: 1",
  "title: A tiny market",
  "extends: baseline",
  "weeks: 60",
  "burnInWeeks: 2",
  "seeds: 1-2",
  "set:",
  "  size.scale: 0.02",
  "",
].join("\n");

/** Each test in a folder of its own, with tiny.yaml in it; gives the folder's path. */
export function inScratchFolder(): () => string {
  const scratch = scratchFolders();
  const before = process.cwd();
  let folder = before;
  beforeEach(() => {
    folder = join(scratch(), "with space");
    mkdirSync(folder);
    writeFileSync(join(folder, "tiny.yaml"), TINY);
    process.chdir(folder);
  });
  afterEach(() => process.chdir(before));
  return () => folder;
}
