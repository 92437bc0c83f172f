/** `measures`: everything that is counted, with its unit and what it means. */
import type { MeasureInfo } from "../../model/measures/measure.ts";
import { YEARLY_WORDS } from "../../report/wording.ts";
import { command, JSON_OUTPUT } from "../command.ts";
import { mentioning, type List, wordsOf } from "../listed.ts";
import { aligned, COLUMNS, fitted, wrapped } from "../text.ts";

export const measures = command({
  usage: "measures [word..]",
  describe: "List what is counted: key, unit, label",
  words: {
    word: {
      type: "string",
      array: true,
      describe: "Only measures with this word, or all of several, in key, label or sentence; a key tells all of one",
    },
  },
  options: {
    headline: { type: "boolean", default: false, describe: "Only the headline measures" },
    json: JSON_OUTPUT,
  },
  examples: [
    ["measures", "Everything that is counted"],
    ["measures unmet", "Every measure of unmet need"],
    ["measures ASCOF 1B", "Those behind a number of the outcomes framework, as surveyed and as it is"],
    ["measures unmet.hours", "All about one: what is counted, in what unit, and what a year's figure is"],
    ["measures --json", "All of it for a program, with the sentence that says what is counted"],
  ],
  handle: async ({ word: words, headline, json }, { printer, tableColumns }) => {
    const { measures: all } = (await import("../../node/legend.ts")).legend;
    const word = wordsOf(words);
    const chosen = mentioning(all, word, LIST, (measure) => !headline || measure.headline);
    if (json) return printer.json(chosen.map(entryOf));
    const one = chosen.find(({ key }) => key === word);
    if (one !== undefined) return printer.data(measureText(one));
    printer.data(
      fitted(
        chosen.map(({ key, unit, label }) => [key, unit, label]),
        tableColumns,
      ),
    );
    printer.say(`${chosen.length} of ${all.length} measures. All about one: caremarket measures ${chosen[0].key}`);
  },
});

const LIST: List<MeasureInfo> = {
  what: "measure",
  command: "measures",
  nameOf: ({ key }) => key,
  labelOf: ({ label }) => label,
  sentenceOf: ({ sentence }) => sentence,
};

/** One measure as a person reads it. */
function measureText({ key, label, unit, sentence, yearly }: MeasureInfo): string {
  const rows = [
    ["Unit", unit],
    ["A year is the", YEARLY_WORDS[yearly]],
  ];
  return [`${key}: ${label}`, wrapped(sentence, COLUMNS, "  "), aligned(rows, "  ")].join("\n");
}

const entryOf = ({ key, label, unit, sentence, yearly, headline }: MeasureInfo): Record<string, unknown> => {
  return { key, label, unit, sentence, yearly, headline };
};
