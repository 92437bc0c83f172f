/** The command line: its commands, its help, and what it says to a word it does not know. */
import yargs, { type Argv } from "yargs";
import { Failure } from "../node/failure.ts";
import { Chosen, type Command, type Host } from "./command.ts";
import { bundle } from "./commands/bundle.ts";
import { check } from "./commands/check.ts";
import { compare } from "./commands/compare.ts";
import { explain } from "./commands/explain.ts";
import { extend } from "./commands/extend.ts";
import { levers } from "./commands/levers.ts";
import { measures } from "./commands/measures.ts";
import { merge } from "./commands/merge.ts";
import { opening } from "./commands/opening.ts";
import { query } from "./commands/query.ts";
import { report } from "./commands/report.ts";
import { reproduce } from "./commands/reproduce.ts";
import { run } from "./commands/run.ts";
import { savings } from "./commands/savings.ts";
import { scenarios } from "./commands/scenarios.ts";
import { schema } from "./commands/schema.ts";
import { seeds } from "./commands/seeds.ts";
import { sensitivity } from "./commands/sensitivity.ts";
import { status } from "./commands/status.ts";
import { sweep } from "./commands/sweep.ts";
import { validate } from "./commands/validate.ts";
import { verify } from "./commands/verify.ts";
import { worker } from "./commands/worker.ts";
import { EXIT_CODES_TEXT } from "./exit-codes.ts";
import { misunderstood, refuseUnknownCommand } from "./misunderstood.ts";
import { VERSION } from "./version.ts";

/** As help lists them: what a question needs first, then sweeps, then what keeps and checks results. */
const COMMANDS: readonly Command[] = [
  run,
  compare,
  opening,
  explain,
  scenarios,
  levers,
  measures,
  check,
  savings,
  validate,
  seeds,
  sweep,
  extend,
  status,
  query,
  sensitivity,
  merge,
  worker,
  report,
  reproduce,
  bundle,
  verify,
  schema,
];

const COMPLETION = "completion";

/** Runs the command that the words name; fails with kind "invalid" where they name none. */
export async function runProgram(given: readonly string[], host: Host): Promise<void> {
  const words = given[0] === "help" ? [...given.slice(1), "--help"] : [...given];
  refuseUnknownCommand(words, [...COMMANDS.map(({ name }) => name), COMPLETION]);
  if (words[0] === COMPLETION) refuseShells(words.slice(1).filter((word) => !word.startsWith("-")));
  const { error, output } = await parse(parser(host.columns), words);
  if (error instanceof Chosen) return error.run(host);
  if (error !== undefined) throw error instanceof Failure ? error : misunderstood(error.message, words, COMMANDS);
  if (output !== "") host.printer.data(output);
}

/** The script is for the shell that asks; there are scripts for two. */
function refuseShells([shell]: readonly string[]): void {
  if (shell === undefined) return;
  const known = ["bash", "zsh"];
  throw new Failure(
    "invalid",
    known.includes(shell) ? "completion takes no word" : `there is no completion script for ${shell}`,
    [`It prints the script for the shell that $SHELL names, ${known.join(" or ")}: caremarket completion`],
  );
}

interface Parsed {
  readonly error: Error | undefined;
  /** Help or the version, where they are asked for. */
  readonly output: string;
}

/** Hands back what the parser would print, what was chosen, or what it found wrong. */
async function parse(program: Argv, words: readonly string[]): Promise<Parsed> {
  let parsed: Parsed = { error: undefined, output: "" };
  try {
    await program.parseAsync(words, {}, (found, _, output) => {
      parsed = { error: found ?? undefined, output };
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    parsed = { error, output: "" };
  }
  return parsed;
}

function parser(columns: number): Argv {
  const program = yargs()
    .scriptName("caremarket")
    .locale("en")
    .parserConfiguration({ "dot-notation": false, "camel-case-expansion": false })
    .usage(
      "$0 COMMAND\n\nAn agent-based simulation of a local adult social care market under austerity. It is not a forecast.",
    )
    .option("quiet", {
      alias: "q",
      type: "boolean",
      default: false,
      global: true,
      describe: "No words on stderr but errors and warnings; what was asked for still goes to stdout",
    })
    .example("caremarket run baseline --seeds 1-20", "Run the shipped baseline and write a report")
    .example("caremarket levers --kind policy", "What a council or a government may decide")
    .version(VERSION)
    .help()
    .alias("help", "h")
    .epilogue(EXIT_CODES_TEXT)
    .demandCommand(1, "Name a command; `caremarket --help` lists them.")
    .strict()
    .wrap(Math.max(60, Math.min(110, columns)))
    .exitProcess(false)
    .fail(false);
  for (const each of COMMANDS) program.command(each.toModule());
  return program.completion(COMPLETION, "Print a completion script for bash or zsh");
}
