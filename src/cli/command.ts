/** A command is declared as data, so that help, completion and the nearest name for a misspelt option all come from it. */
import type { CommandModule, InferredOptionTypes, Options, PositionalOptions } from "yargs";
import { Failure } from "../node/failure.ts";
import type { Runner } from "../node/pool.ts";
import { EXIT_CODES_TEXT } from "./exit-codes.ts";
import type { Printer } from "./printer.ts";

/** What every command is given: a way to print, workers to run in, and word of an interruption. */
export interface Host {
  readonly printer: Printer;
  /** Characters in a line of help. */
  readonly columns: number;
  /** Characters in a line of a table: those of the terminal, and no end of them in a file or a pipe. */
  readonly tableColumns: number;
  /** A pool of workers that hold the engine; their JavaScript heap is limited where a limit is given. */
  readonly openPool: (workers: number, heapBytes?: number) => Promise<Runner>;
  /** Aborts on the first Ctrl-C; of a command that never asks for it, Ctrl-C ends the process. */
  readonly signal: AbortSignal;
}

type OptionsByName = Readonly<Record<string, Options>>;
type WordsByName = Readonly<Record<string, PositionalOptions & { readonly type: "string" }>>;

export interface Command {
  readonly name: string;
  /** The name and its words, such as "run <scenario>". */
  readonly usage: string;
  readonly optionNames: readonly string[];
  /** The parser's form; its handler throws what the words have chosen. */
  toModule(): CommandModule;
}

/** What the words have chosen to do. It is thrown: after a handler that returns, yargs lays out help for nobody. */
export class Chosen extends Error {
  constructor(readonly run: (host: Host) => Promise<void>) {
    super("chosen");
  }
}

interface Declared<W extends WordsByName, O extends OptionsByName> {
  /** The name and its words, such as "run <scenario>". */
  readonly usage: string;
  readonly describe: string;
  readonly words: W;
  readonly options: O;
  /** Line after "caremarket", and what it does. */
  readonly examples: readonly (readonly [line: string, meaning: string])[];
  /** Does the work; whatever it needs beyond words and options is loaded here, not before. */
  readonly handle: (given: InferredOptionTypes<W> & InferredOptionTypes<O>, host: Host) => Promise<void>;
}

export function command<const W extends WordsByName, const O extends OptionsByName>(declared: Declared<W, O>): Command {
  const { usage, describe, words, options, examples } = declared;
  return {
    name: usage.split(" ")[0],
    usage: `caremarket ${usage}`,
    optionNames: Object.keys(options),
    toModule: () => ({
      command: usage,
      describe,
      builder: (yargs) => {
        let built = yargs.options(options);
        for (const [name, word] of Object.entries(words)) built = built.positional(name, word) as typeof built;
        return built
          .example(examples.map(([line, meaning]): [string, string] => [`caremarket ${line}`, meaning]))
          .epilogue(EXIT_CODES_TEXT);
      },
      handler: (given) => {
        refuseRepeated(given, options);
        throw new Chosen((host) => declared.handle(given as never, host));
      },
    }),
  };
}

/** An option that takes one value is given once: of two, nobody can tell which was meant. */
function refuseRepeated(given: Readonly<Record<string, unknown>>, options: OptionsByName): void {
  for (const [name, option] of Object.entries(options)) {
    if (option.array !== true && Array.isArray(given[name])) {
      throw new Failure("invalid", `--${name} is given more than once`);
    }
  }
}

/** Options that several commands share. */
export const SET = {
  type: "string",
  array: true,
  nargs: 1,
  requiresArg: true,
  describe: "Set a lever: path=value, or path@2016-04-01=value from a date on; may be repeated",
} as const;

/** @param what happens in it @param whose own it takes the place of */
export const councilOption = <const W extends string, const O extends string>(what: W, whose: O) =>
  ({
    type: "string",
    requiresArg: true,
    describe: `The council ${what} in, in place of ${whose} own: one that \`scenarios\` lists, or a file in councils/ here`,
  }) as const;

export const COUNCIL = councilOption("it happens", "the scenario's");

export const JSON_OUTPUT = { type: "boolean", default: false, describe: "Print one JSON value on stdout" } as const;

export const WORKERS = {
  type: "string",
  requiresArg: true,
  describe: "Worker threads; the number of processors unless said otherwise. Results do not depend on it",
} as const;

/** The number of workers asked for, or as many as there are processors and runs. */
export function workersOf(given: string | undefined, processors: number): number {
  if (given === undefined) return Math.max(1, processors);
  const count = Number(given);
  if (/^\d{1,3}$/.test(given) && count >= 1 && count <= 256) return count;
  throw new Failure("invalid", `--workers "${given}" is not a number of workers`, [
    "Allowed: a whole number from 1 to 256.",
  ]);
}
