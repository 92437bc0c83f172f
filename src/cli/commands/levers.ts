/** `levers`: everything a scenario may set, with what the model assumes if nobody does. */
import { GROUPS, reasonOf, type Leaf } from "../../model/levers/index.ts";
import type { Dated, ParameterKind } from "../../model/levers/parameter.ts";
import { command, JSON_OUTPUT } from "../command.ts";
import { allowedText, leverText, usualText } from "../lever-text.ts";
import { mentioning, type List, wordsOf } from "../listed.ts";
import { fitted } from "../text.ts";

const KINDS = ["policy", "world", "behaviour", "size"] as const satisfies readonly ParameterKind[];

export const levers = command({
  usage: "levers [word..]",
  describe: "List what a scenario may set: path, default, range, unit, evidence",
  words: {
    word: {
      type: "string",
      array: true,
      describe:
        "Only levers with this word, or all of several, in path, label, sentence or choices; a path tells all of one",
    },
  },
  options: {
    kind: { choices: KINDS, requiresArg: true, describe: "Only levers of this kind" },
    json: JSON_OUTPUT,
  },
  examples: [
    ["levers --kind policy", "What a council or a government may decide"],
    ["levers wage", "Every lever about wages"],
    ["levers market price", "Those that mention both words; NLW, PA or ISF find what they stand for"],
    ["levers council.precept", "All about one: what it means, its range, its evidence, its default by date"],
    ["levers --json", "All of it for a program"],
  ],
  handle: async ({ word: words, kind, json }, { printer, tableColumns }) => {
    const { leaves } = await import("../../model/levers/index.ts");
    const word = wordsOf(words);
    const chosen = mentioning(leaves, word, LIST, (leaf) => kind === undefined || leaf.kind === kind);
    const named = leaves.filter(({ path }) => path === word || path.startsWith(`${word}.`));
    const isOne = named.length > 0 && (named.length === 1 || named.length === GROUPS.length) && kind === undefined;
    if (json) return printer.json(chosen.map(entryOf));
    if (isOne) return printer.data(named.map(leverText).join("\n\n"));
    printer.data(listOf(chosen, tableColumns));
    printer.say(`${chosen.length} of ${leaves.length} levers. All about one: caremarket levers ${chosen[0].path}`);
  },
});

const LIST: List<Leaf> = {
  what: "lever",
  command: "levers",
  nameOf: ({ path }) => path,
  labelOf: ({ label }) => label,
  // What may be chosen is part of what a lever is about.
  sentenceOf: (leaf) => [leaf.sentence, ...(leaf.type === "choice" ? leaf.choices : [])].join(" "),
};

/** One lever as data: a single default as a value, a dated one as a list. */
function entryOf(leaf: Leaf): Record<string, unknown> {
  const { path, kind, label, unit, sentence, range } = leaf;
  const isDated = leaf.default.length > 1;
  const byDate: readonly Dated<number | string>[] = leaf.default;
  return {
    path,
    kind,
    label,
    unit,
    sentence,
    evidence: reasonOf(leaf),
    default: isDated ? byDate.map(({ from, value }) => ({ from, value })) : byDate[0].value,
    ...(leaf.type === "choice"
      ? { choices: [...leaf.choices] }
      : { min: leaf.min, max: leaf.max, integer: leaf.integer }),
    range: range ?? null,
    firstOrder: leaf.firstOrder === undefined ? null : { ...leaf.firstOrder },
  };
}

function listOf(chosen: readonly Leaf[], columns: number): string {
  const subjects = new Map<string, string[][]>();
  for (const leaf of chosen) {
    const subject = leaf.path.slice(0, leaf.path.indexOf("."));
    subjects.set(subject, [...(subjects.get(subject) ?? []), rowOf(leaf)]);
  }
  return [...subjects].map(([subject, rows]) => `${subject}\n${fitted(rows, columns, "  ")}`).join("\n\n");
}

function rowOf(leaf: Leaf): string[] {
  return [leaf.path, usualText(leaf), `(${allowedText(leaf)})`, leaf.unit, leaf.label];
}
