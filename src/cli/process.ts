/** One process of the command line, from words to exit code. */
import { Failure } from "../node/failure.ts";
import { fileFailure, isFileError } from "../node/file-errors.ts";
import type { Host } from "./command.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import { lastWords, Printer, type Sink, watchStreams } from "./printer.ts";
import { VERSION } from "./version.ts";

/** Ctrl-C, an order to stop, and the terminal going away. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What a command line touches of the world around it. */
export interface Surroundings {
  readonly words: readonly string[];
  readonly out: Sink;
  readonly err: Sink;
  /** Whether `err` is a terminal, and how wide `out` is where it is one. */
  readonly isTerminal: boolean;
  readonly columns?: number | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** As the host's: it may be asked for only where a command has something to end. */
  readonly signal: AbortSignal;
  readonly openPool: Host["openPool"];
}

/** Runs the command that the words name, prints what it has to say, and gives its exit code. Never throws. */
export async function commandLine(around: Surroundings): Promise<number> {
  const { words, out, err, isTerminal, environment, openPool, columns = 110 } = around;
  const printer = new Printer({ out, err, isTerminal, environment, ...switchesIn(words) });
  const host: Host = {
    printer,
    openPool,
    columns,
    tableColumns: around.columns ?? Infinity,
    get signal() {
      return around.signal;
    },
  };
  try {
    // Asked alone, it needs no parser: loading that takes longer than everything else together.
    if (words.length === 1 && words[0] === "--version") printer.data(VERSION);
    else await (await import("./program.ts")).runProgram(words, host);
    return EXIT_CODES.done;
  } catch (error) {
    const failure = asFailure(error);
    printer.failure(failure);
    return EXIT_CODES[failure.kind];
  }
}

/** Known before the words are parsed, so that even a misspelt command answers in the form asked for. */
function switchesIn(words: readonly string[]): { readonly isQuiet: boolean; readonly isJson: boolean } {
  const options = words.includes("--") ? words.slice(0, words.indexOf("--")) : words;
  return { isQuiet: options.includes("--quiet") || options.includes("-q"), isJson: options.includes("--json") };
}

/** A comment that was copied with its line: other shells leave it out, the old one of Windows hands it on. */
const withoutComment = (words: readonly string[]): readonly string[] =>
  words.includes("#") ? words.slice(0, words.indexOf("#")) : words;

/** The command line of this process; `workerModule` is what each worker thread loads. */
export async function main(given: readonly string[], workerModule: URL): Promise<void> {
  const words = withoutComment(given);
  let signal: AbortSignal | undefined;
  watchStreams((error) => {
    lastWords(`error: ${fileFailure(error, "write", "the output").message}`);
    process.exit(EXIT_CODES.io);
  });
  process.exitCode = await commandLine({
    words,
    out: process.stdout,
    err: process.stderr,
    isTerminal: process.stderr.isTTY,
    columns: process.stdout.columns,
    environment: process.env,
    get signal() {
      return (signal ??= interruption(words));
    },
    openPool: async (workers, heapBytes) =>
      (await import("../node/engine-pool.ts")).openPool(workerModule, workers, heapBytes),
  });
}

/**
 * The first signal asks the command to stop; the second ends the process at once, which is safe too. A command that never
 * asks for this has nothing to end in good order, and any signal ends it at once.
 */
function interruption(words: readonly string[]): AbortSignal {
  const controller = new AbortController();
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(EXIT_CODES.interrupted);
      if (!switchesIn(words).isQuiet) lastWords("Stopping; once more to stop at once.");
      controller.abort();
    });
  }
  return controller.signal;
}

/** Whatever a command threw, in words; what nobody foresaw is a bug of ours and says so. */
function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (isFileError(error)) return fileFailure(error, "read or write", pathIn(error));
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack =
    error instanceof Error
      ? (error.stack ?? "")
          .split("\n")
          .slice(1, 6)
          .map((line) => line.trim())
      : [];
  return new Failure("law", `caremarket met a bug of its own: ${text}`, [
    "Please report it with the lines below and the command you gave.",
    ...stack,
  ]);
}

const pathIn = (error: unknown): string =>
  typeof error === "object" && error !== null && "path" in error ? String(error.path) : "a file";
