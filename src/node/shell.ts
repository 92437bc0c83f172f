/** Words of a command line that a reader can copy, whichever shell it is pasted into. */

/** Needs no quotes anywhere. */
const PLAIN = /^[\w@%+=:,./-]+$/;
/** In Windows paths have backslashes, which its shells leave alone. */
const PLAIN_ON_WINDOWS = /^[\w@%+=:,.\\/-]+$/;
/** A POSIX shell would read more into these between double quotes. */
const READ_INTO = /["$`\\!]/;

/** A word of a line that results keep: the same bytes on every system. */
export const keptWord = (word: string): string => quotedFor(word, false);

/** A word as a reader here may type it. */
export const shellWord = (word: string): string => quotedFor(word, process.platform === "win32");

/**
 * A word as it is, or in double quotes, which the shells of Windows know as well; in single ones where a POSIX shell
 * would change what stands in double ones.
 */
export function quotedFor(word: string, isWindows: boolean): string {
  if ((isWindows ? PLAIN_ON_WINDOWS : PLAIN).test(word)) return word;
  if (isWindows ? !word.includes('"') : !READ_INTO.test(word)) return `"${word}"`;
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** The words of a line as we print it: plain, or in quotes of either kind. */
export const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:'[^']*'|"[^"]*"|\\'|[^\s'"])+/g)].map(([word]) =>
    word.replace(
      /'([^']*)'|"([^"]*)"|\\(')/g,
      (_, single: string | undefined, double: string | undefined, quote: string | undefined) =>
        single ?? double ?? quote ?? "",
    ),
  );
