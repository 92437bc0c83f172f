/** One process of the command line, from words to exit code. */
import { Failure } from "../node/failure.ts";
import { fileFailure, isFileError } from "../node/file-errors.ts";
import type { Host } from "./command.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import { lastWords, Printer, watchStreams } from "./printer.ts";
import { runProgram } from "./program.ts";

/** Ctrl-C, an order to stop, and the terminal going away. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs the command; `workerModule` is what each worker thread loads. */
export async function main(words: readonly string[], workerModule: URL): Promise<void> {
  const options = words.includes("--") ? words.slice(0, words.indexOf("--")) : words;
  const printer = new Printer({
    isQuiet: options.includes("--quiet") || options.includes("-q"),
    isJson: options.includes("--json"),
    isTerminal: process.stderr.isTTY,
    environment: process.env,
  });
  watchStreams((error) => {
    lastWords(`error: cannot print: ${fileFailure(error, "write", "the output").message}`);
    process.exit(EXIT_CODES.io);
  });
  const host: Host = {
    printer,
    signal: interruption(printer),
    openPool: async (workers, heapBytes) =>
      (await import("../node/engine-pool.ts")).openPool(workerModule, workers, heapBytes),
  };
  try {
    await runProgram(words, host);
  } catch (error) {
    const failure = asFailure(error);
    process.exitCode = EXIT_CODES[failure.kind];
    printer.failure(failure);
  }
}

/** The first signal asks the command to stop; the second ends the process at once, which is safe too. */
function interruption(printer: Printer): AbortSignal {
  const controller = new AbortController();
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(EXIT_CODES.interrupted);
      printer.say("Stopping; once more to stop at once.");
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
