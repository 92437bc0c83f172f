/** `measures`: everything that is counted, with its unit and what it means. */
import type { MeasureInfo } from "../../model/measures/measure.ts";
import { command, JSON_OUTPUT } from "../command.ts";
import { mentioning, type List } from "../listed.ts";
import { fitted } from "../text.ts";

export const measures = command({
  usage: "measures [word]",
  describe: "List what is counted: key, unit, label",
  words: {
    word: { type: "string", describe: "Only measures with this word, or all of several, in key, label or sentence" },
  },
  options: {
    headline: { type: "boolean", default: false, describe: "Only the headline measures" },
    json: JSON_OUTPUT,
  },
  examples: [
    ["measures", "Everything that is counted"],
    ["measures unmet", "Every measure of unmet need"],
    ["measures --json", "All of it for a program, with the sentence that says what is counted"],
  ],
  handle: async ({ word, headline, json }, { printer, tableColumns }) => {
    const { measures: all } = (await import("../../node/legend.ts")).legend;
    const chosen = mentioning(all, word, LIST, (measure) => !headline || measure.headline);
    if (json) return printer.json(chosen.map(entryOf));
    printer.data(
      fitted(
        chosen.map(({ key, unit, label }) => [key, unit, label]),
        tableColumns,
      ),
    );
    printer.say(`${chosen.length} of ${all.length} measures.`);
  },
});

const LIST: List<MeasureInfo> = {
  what: "measure",
  command: "measures",
  nameOf: ({ key }) => key,
  labelOf: ({ label }) => label,
  sentenceOf: ({ sentence }) => sentence,
};

const entryOf = ({ key, label, unit, sentence, yearly, headline }: MeasureInfo): Record<string, unknown> => {
  return { key, label, unit, sentence, yearly, headline };
};
