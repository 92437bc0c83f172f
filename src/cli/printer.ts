/** The only place that prints: data to stdout, words to stderr, and one JSON value where JSON is asked for. */
import { writeSync } from "node:fs";
import colours from "picocolors";
import type { Failure } from "../node/failure.ts";
import { errorCode } from "../node/file-errors.ts";
import { canonicalJson } from "../node/store/canonical-json.ts";
import { EXIT_CODES } from "./exit-codes.ts";

/** Where text goes: a stream of the process, or a test's. */
export interface Sink {
  readonly write: (text: string) => unknown;
}

export interface PrinterOptions {
  readonly out: Sink;
  readonly err: Sink;
  readonly isQuiet: boolean;
  readonly isJson: boolean;
  readonly isTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export class Printer {
  readonly isQuiet: boolean;
  readonly isJson: boolean;
  /** Whether words go to a person at a terminal. */
  readonly isTerminal: boolean;
  /** Whether that terminal can go back over a line it has written. */
  readonly canRedraw: boolean;
  private readonly paint: ReturnType<typeof colours.createColors>;
  private readonly out: Sink;
  private readonly err: Sink;
  private hasJson = false;

  constructor({ out, err, isQuiet, isJson, isTerminal, environment }: PrinterOptions) {
    this.out = out;
    this.err = err;
    this.isQuiet = isQuiet;
    this.isJson = isJson;
    this.isTerminal = isTerminal;
    this.canRedraw = isTerminal && environment["TERM"] !== "dumb";
    this.paint = colours.createColors(wantsColour(environment, isTerminal));
  }

  /** Data, for the next program or for reading. */
  data(text: string): void {
    this.out.write(text.endsWith("\n") ? text : `${text}\n`);
  }

  /** The one JSON value of this command. */
  json(value: unknown): void {
    if (this.hasJson) throw new Error("a second JSON value was about to be printed");
    this.hasJson = true;
    this.out.write(canonicalJson(value));
  }

  /** Something worth knowing; silent with --quiet. */
  say(line: string): void {
    if (!this.isQuiet) this.err.write(`${line}\n`);
  }

  /** Something to act on, even with --quiet. */
  warn(line: string): void {
    this.err.write(`${this.paint.yellow("warning:")} ${line}\n`);
  }

  /** How it ended, if it did not end well. */
  failure(failure: Failure): void {
    const label = failure.kind === "interrupted" ? "" : `${this.paint.red("error:")} `;
    this.err.write([`${label}${failure.message}`, ...failure.lines.map((line) => `  ${line}`), ""].join("\n"));
    if (this.isJson && !this.hasJson) {
      const { kind, message, lines, data } = failure;
      this.json({ error: { ...data, kind, message, lines, exitCode: EXIT_CODES[kind] } });
    }
  }
}

/** https://no-color.org: any value that is not empty turns colour off; so does anything but a terminal. */
function wantsColour(environment: PrinterOptions["environment"], isTerminal: boolean): boolean {
  if ((environment["NO_COLOR"] ?? "") !== "") return false;
  if ((environment["FORCE_COLOR"] ?? "0") !== "0") return true;
  return isTerminal && environment["TERM"] !== "dumb";
}

/** A closed pipe ends quietly: whoever read us has seen enough. Anything else that stops us printing is said. */
export function watchStreams(onFailure: (error: Error) => void): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: Error) => {
      if (errorCode(error) !== "EPIPE") onFailure(error);
    });
  }
}

/** For the last words when streams can no longer be trusted. */
export function lastWords(text: string): void {
  try {
    writeSync(2, `${text}\n`);
  } catch {
    // Nobody is listening.
  }
}
