/** Words that make no command: what is wrong with them, and the nearest that would. */
import { Failure } from "../node/failure.ts";
import { didYouMean } from "../simulation/scenario/nearest.ts";
import type { Command } from "./command.ts";

/** Options of every command. */
const GLOBAL = ["quiet", "help", "version"];

/** Fails where the first word that is no option is no command either. */
export function refuseUnknownCommand(words: readonly string[], names: readonly string[]): void {
  if (words.includes("--get-yargs-completions")) return;
  const name = words.find((word) => !word.startsWith("-"));
  if (name === undefined || names.includes(name)) return;
  throw new Failure("invalid", `there is no command "${name}"`, [
    ...suggested(name, names),
    `Commands: ${names.join(", ")}.`,
  ]);
}

/** A question falls apart where a shell knows no single quotes, as that of Windows does not. */
const ASK_IN_ONE = [
  "A question is one word, in double quotes; or a file, which is the same in every shell: --file question.sql",
];

/** What the parser found wrong, in our words. */
export function misunderstood(message: string, words: readonly string[], commands: readonly Command[]): Failure {
  const command = commands.find(({ name }) => words.includes(name));
  const seeHelp = `See: caremarket ${command === undefined ? "" : `${command.name} `}--help`;
  const fail = (text: string, lines: readonly string[] = []): Failure =>
    new Failure("invalid", text, [...lines, seeHelp]);

  const unknown = /^Unknown arguments?: (.*)$/s.exec(message)?.[1].split(", ")[0];
  if (unknown !== undefined) {
    const isOption = words.some((word) => word === `-${unknown}` || word.startsWith(`--${unknown}`));
    if (!isOption) return fail(`"${unknown}" is one word too many`, command?.name === "query" ? ASK_IN_ONE : []);
    const names = [...(command?.optionNames ?? []), ...GLOBAL];
    const options = names.map((name) => `--${name}`);
    return fail(`there is no option ${dashed(unknown)}`, suggested(`--${unknown}`, options));
  }
  const missing = /^Not enough arguments following: (.*)$/.exec(message)?.[1];
  if (missing !== undefined) return fail(`${dashed(missing)} needs a value`);
  const needed = /^Missing required arguments?: (.*)$/.exec(message)?.[1].split(", ");
  if (needed !== undefined) return fail(`${needed.map(dashed).join(" and ")} must be given`);
  if (message.startsWith("Not enough non-option arguments")) return fail(`a word is missing: ${command?.usage ?? ""}`);
  const choice = /^Invalid values:\s+Argument: (.*), Given: "(.*)", Choices: (.*)$/s.exec(message);
  if (choice !== null) {
    const choices = [...choice[3].matchAll(/"([^"]*)"/g)].map(([, each]) => each);
    return fail(
      `${dashed(choice[1])} "${choice[2]}" is not one of: ${choices.join(", ")}`,
      suggested(choice[2], choices),
    );
  }
  return fail(message.slice(0, 1).toLowerCase() + message.slice(1));
}

const dashed = (name: string): string => `${name.length === 1 ? "-" : "--"}${name}`;

/** "Did you mean --seeds?", or nothing. */
function suggested(word: string, names: readonly string[]): string[] {
  const text = didYouMean(word, names);
  if (text === "") return [];
  const shown = word.startsWith("--") ? text.replaceAll('"', "") : text;
  return [shown.slice(0, 1).toUpperCase() + shown.slice(1)];
}
