/** A word that nothing in a list mentions is answered with one that something does. */
import { Failure } from "../node/failure.ts";
import { didYouMean } from "../simulation/scenario/nearest.ts";

export interface Entry {
  /** As a file or an option names it. */
  readonly name: string;
  /** As a reader does. */
  readonly label: string;
}

/** The failure of `caremarket <command> <word>`, where no entry holds the word. */
export function notListed(what: "lever" | "measure", word: string, entries: readonly Entry[]): Failure {
  const words = entries.flatMap(({ label }) => label.toLowerCase().match(/[a-z]{3,}/g) ?? []);
  const meant =
    didYouMean(
      word,
      entries.map(({ name }) => name),
    ) || didYouMean(word.toLowerCase(), new Set(words));
  const lines = [...(meant === "" ? [] : [`D${meant.slice(1)}`]), `List them all: caremarket ${what}s`];
  return new Failure("invalid", `no ${what} mentions "${word}"`, lines, { [what]: word });
}
