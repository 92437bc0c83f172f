/** The built command line in a process of its own. */
import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const BUILT = at("dist/bin/caremarket.js");
/** Seeds named law, penny, bug, dies, memory, slow and hangs, with or without "-1", come to grief. */
export const PLANTED = at("tests/support/cli-planted-main.mjs");

if (!existsSync(BUILT)) throw new Error("the command line is not built: npm run build");
for (const folder of ["kernel", "model", "simulation", "experiment", "report", "node", "cli"]) {
  const files = readdirSync(at(`dist/${folder}`), { recursive: true, encoding: "utf8" });
  const newer = files.find((name) => name.endsWith(".js") && madeAt(join(at(`dist/${folder}`), name)) > madeAt(BUILT));
  if (newer !== undefined) throw new Error(`dist/${folder}/${newer} is newer than what runs: npm run build`);
}

function madeAt(path: string): number {
  return statSync(path).mtimeMs;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves once stderr or stdout holds the text; rejects if the process ends first. */
  readonly says: (text: string) => Promise<void>;
}

/** Starts a command; `main` is the built command line or the planted one. */
export function begin(main: string, words: readonly string[], options: SpawnOptions = {}): Started {
  return watched(spawn(process.execPath, [main, ...words], withPipes(options)));
}

/** Runs a command to its end. */
export const run = (main: string, words: readonly string[], options?: SpawnOptions): Promise<Ended> =>
  begin(main, words, options).ended;

/** Runs a line of shell in which $CAREMARKET stands for the command line. */
export function shell(line: string, options: SpawnOptions = {}, main = BUILT): Promise<Ended> {
  const caremarket = `'${process.execPath}' '${main}'`;
  return watched(spawn("bash", ["-c", line.replaceAll("$CAREMARKET", caremarket)], withPipes(options))).ended;
}

const withPipes = (options: SpawnOptions): SpawnOptions => ({
  ...options,
  stdio: ["ignore", "pipe", "pipe"],
  env: { ...process.env, NO_COLOR: "1", ...options.env },
});

function watched(child: ChildProcess): Started {
  const heard = { out: "", err: "" };
  child.stdout?.on("data", (chunk: Buffer) => (heard.out += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (heard.err += chunk.toString()));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, ...heard }));
  });
  const says = async (text: string): Promise<void> => {
    const isOver = { value: false };
    void ended.finally(() => (isOver.value = true));
    while (!`${heard.out}${heard.err}`.includes(text)) {
      if (isOver.value) throw new Error(`it ended without saying "${text}":\n${heard.out}${heard.err}`);
      await pause(10);
    }
  };
  return { child, ended, says };
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
