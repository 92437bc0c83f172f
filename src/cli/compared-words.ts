/** What the two sides of a comparison are called, and the line that makes it again. */
import { seedsText } from "../node/seeds.ts";
import { shellWord } from "../node/shell.ts";
import type { Described } from "../node/store/write.ts";
import type { ArmSide } from "../node/sweep/compared-arm.ts";

/** One of the two words, before anything is run. */
export interface Opened {
  readonly word: string;
  readonly isFolder: boolean;
  readonly described: Described;
  /** Of an arm of a sweep. */
  readonly arm?: ArmSide;
}

/** What was typed, as far as it changes what is compared. */
export interface ComparedAs {
  readonly set?: string[] | undefined;
  readonly "set-both"?: string[] | undefined;
  readonly council?: string | undefined;
  readonly weeks?: string | undefined;
  readonly year?: string | undefined;
  readonly arms?: string | undefined;
  readonly people: boolean;
  readonly out?: string | undefined;
}

/** What is the same in both by what was asked: the council, and levers. */
export const sharedBy = ({ council, "set-both": both = [] }: ComparedAs): readonly string[] => [
  ...(council === undefined ? [] : [`council ${council}`]),
  ...both,
];

/** A title longer than this fits into no sentence. */
const LONGEST_TITLE = 50;

/** The title where it is short enough, and not that of the other too; else the name. */
const calledBy = (own: Described["scenario"], other: Described["scenario"]): string =>
  own.title === "" || own.title.length > LONGEST_TITLE || own.title === other.title ? own.name : own.title;

/** What the scenarios are called; where that is the same, with what tells them apart. */
export function labelsOf(
  [a, b]: readonly [Opened, Opened],
  { set = [], "set-both": both = [], council }: ComparedAs,
): readonly [string, string] {
  if (a.arm !== undefined && b.arm !== undefined) return [a.arm.label, b.arm.label];
  const named = (own: Opened, other: Opened, changes: readonly string[]): string =>
    [
      calledBy(own.described.scenario, other.described.scenario),
      ...(council === undefined ? [] : [`in ${council}`]),
      ...(changes.length === 0 ? [] : [`with ${changes.join(", ")}`]),
    ].join(" ");
  const [first, changed] = [named(a, b, both), named(b, a, [...both, ...set])];
  if (first !== changed) return [first, changed];
  const [hashA, hashB] = [a, b].map(({ described }) => described.scenarioHash.slice(0, 8));
  return hashA === hashB ? [first, `${changed} again`] : [`${first} (${hashA})`, `${changed} (${hashB})`];
}

/** The line that makes the comparison and its page again, from beside what it names. */
export function commandLine(
  a: string,
  b: string | undefined,
  seeds: readonly string[],
  { set = [], "set-both": both = [], council, weeks, year, arms, people, out }: ComparedAs,
): string {
  const sides = arms === undefined ? [a, b ?? ""] : [a, "--arms", arms];
  const changes = [...both.flatMap((each) => ["--set-both", each]), ...set.flatMap((each) => ["--set", each])];
  const words = ["caremarket", "compare", ...sides, ...changes];
  if (council !== undefined) words.push("--council", council);
  if (weeks !== undefined) words.push("--weeks", weeks);
  if (year !== undefined) words.push("--year", year);
  if (!people) words.push("--no-people");
  words.push("--seeds", seedsText(seeds));
  if (out !== undefined) words.push("--out", out);
  return words.map(shellWord).join(" ");
}
