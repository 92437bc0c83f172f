/** The command line: its commands, its help, and what it says to a word it does not know. */
import yargs, { type Argv } from "yargs";
import { Failure } from "../node/failure.ts";
import { engineVersion } from "../simulation/engine-version.ts";
import { didYouMean } from "../simulation/scenario/nearest.ts";
import type { Command, Host } from "./command.ts";
import { check } from "./commands/check.ts";
import { compare } from "./commands/compare.ts";
import { levers } from "./commands/levers.ts";
import { measures } from "./commands/measures.ts";
import { report } from "./commands/report.ts";
import { reproduce } from "./commands/reproduce.ts";
import { run } from "./commands/run.ts";
import { schema } from "./commands/schema.ts";
import { EXIT_CODES_TEXT } from "./exit-codes.ts";

const COMMANDS: readonly Command[] = [run, check, compare, levers, measures, report, reproduce, schema];

/** Options of every command. */
const GLOBAL = ["quiet", "help", "version"];
const COMPLETION = "completion";

/** Runs the command that the words name; fails with kind "invalid" where they name none. */
export async function runProgram(given: readonly string[], host: Host): Promise<void> {
  const words = given[0] === "help" ? [...given.slice(1), "--help"] : [...given];
  refuseUnknownCommand(words);
  let chosen: ((host: Host) => Promise<void>) | undefined;
  const program = parser((action) => {
    chosen = action;
  });
  try {
    await program.parseAsync(words);
  } catch (error) {
    throw error instanceof Failure || !(error instanceof Error) ? error : misunderstood(error.message, words);
  }
  await chosen?.(host);
}

function parser(choose: (action: (host: Host) => Promise<void>) => void): Argv {
  const width = Math.max(60, Math.min(110, process.stdout.columns ?? 110));
  const program = yargs()
    .scriptName("caremarket")
    .locale("en")
    .parserConfiguration({ "dot-notation": false, "camel-case-expansion": false })
    .usage(
      "$0 COMMAND\n\nAn agent-based simulation of a local adult social care market under austerity. It is not a forecast.",
    )
    .option("quiet", { alias: "q", type: "boolean", default: false, global: true, describe: "Only errors on stderr" })
    .example("caremarket run baseline --seeds 1-20", "Run the shipped baseline and write a report")
    .example("caremarket levers --kind policy", "What a council or a government may decide")
    .completion(COMPLETION, "Print a completion script for bash or zsh")
    .version(`caremarket ${engineVersion.split("+")[0]} (engine ${engineVersion})`)
    .help()
    .alias("help", "h")
    .epilogue(EXIT_CODES_TEXT)
    .demandCommand(1, "Name a command; `caremarket --help` lists them.")
    .strict()
    .wrap(width)
    .exitProcess(false)
    .fail(false);
  for (const each of COMMANDS) program.command(each.toModule(choose));
  return program;
}

function refuseUnknownCommand(words: readonly string[]): void {
  if (words.includes("--get-yargs-completions")) return;
  const name = words.find((word) => !word.startsWith("-"));
  const names = [...COMMANDS.map((each) => each.name), COMPLETION];
  if (name === undefined || names.includes(name)) return;
  const suggestion = didYouMean(name, names);
  throw new Failure("invalid", `there is no command "${name}"`, [
    ...(suggestion === "" ? [] : [capitalised(suggestion)]),
    `Commands: ${names.join(", ")}.`,
  ]);
}

/** The parser's words, with the nearest name for each option it did not know. */
function misunderstood(message: string, words: readonly string[]): Failure {
  const unknown = /^Unknown arguments?: (.*)$/s.exec(message)?.[1].split(", ");
  if (unknown === undefined) return new Failure("invalid", lowerCased(message), [seeHelp(words)]);
  const command = COMMANDS.find(({ name }) => words.includes(name));
  const names = [...(command?.optionNames ?? []), ...GLOBAL];
  const [first] = unknown;
  const isOption = words.some((word) => word === `-${first}` || word.startsWith(`--${first}`));
  if (!isOption) return new Failure("invalid", `"${first}" is one word too many`, [seeHelp(words)]);
  const suggestion = didYouMean(first, names).replace(/"(.*)"/, "--$1");
  return new Failure("invalid", `there is no option ${first.length === 1 ? "-" : "--"}${first}`, [
    ...(suggestion === "" ? [] : [capitalised(suggestion)]),
    seeHelp(words),
  ]);
}

const seeHelp = (words: readonly string[]): string => {
  const command = COMMANDS.find(({ name }) => words.includes(name));
  return `See: caremarket ${command === undefined ? "" : `${command.name} `}--help`;
};

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const lowerCased = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
