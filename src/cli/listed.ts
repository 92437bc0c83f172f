/** Lists that a word narrows: the entries that mention it, or a refusal with one that is like it. */
import { Failure } from "../node/failure.ts";
import { soughtIn } from "./field-terms.ts";
import { didYouMean } from "../simulation/scenario/nearest.ts";

/** A kind of list: what its entries are called, and the command that prints them. */
export interface List<T> {
  readonly what: string;
  readonly command: string;
  /** As a file or an option names an entry. */
  readonly nameOf: (entry: T) => string;
  /** As a reader does. */
  readonly labelOf: (entry: T) => string;
  readonly sentenceOf: (entry: T) => string;
}

/**
 * The entries that mention a word, or all of several, in their name, label or sentence; all of them without one. Hyphens
 * and blanks are alike, so that "direct payment rate" finds what is written with a hyphen; what the field calls otherwise
 * is found by that too.
 *
 * @param allows narrows the list further, by options of the command's own
 * @throws Failure where none is left
 */
export function mentioning<T>(
  all: readonly T[],
  word: string | undefined,
  list: List<T>,
  allows: (entry: T) => boolean = () => true,
): readonly T[] {
  const { nameOf, labelOf, sentenceOf } = list;
  const sought = soughtIn(plain(word ?? ""));
  const mentions = (entry: T): boolean => {
    const text = plain(`${nameOf(entry)} ${labelOf(entry)} ${sentenceOf(entry)}`);
    return sought.every((ways) => ways.some((each) => text.includes(each)));
  };
  const chosen = all.filter((entry) => allows(entry) && mentions(entry));
  if (chosen.length === 0) throw notListed(all, word ?? "", list);
  return chosen;
}

/** The words typed, as one text; undefined where there are none. */
export const wordsOf = (given: unknown): string | undefined => {
  const words = (given ?? []) as readonly string[];
  return words.length === 0 ? undefined : words.join(" ");
};

/** Words as they are sought: in small letters, with hyphens as blanks. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\s-]+/g, " ")
    .trim();

function notListed<T>(all: readonly T[], word: string, { what, command, nameOf, labelOf }: List<T>): Failure {
  const words = all.flatMap(
    (entry) =>
      labelOf(entry)
        .toLowerCase()
        .match(/[a-z]{3,}/g) ?? [],
  );
  const meant = didYouMean(word, all.map(nameOf)) || didYouMean(word.toLowerCase(), new Set(words));
  const lines = [...(meant === "" ? [] : [`D${meant.slice(1)}`]), `List them all: caremarket ${command}`];
  return new Failure("invalid", `no ${what} mentions "${word}"`, lines, { [command]: word });
}
