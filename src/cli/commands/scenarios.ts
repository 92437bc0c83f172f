/** `scenarios`: what comes with the package to be run, by name. */
import { SHIPPED_KINDS, type Shipped, type ShippedKind } from "../../node/shipped.ts";
import { command, JSON_OUTPUT } from "../command.ts";
import { mentioning, type List, wordsOf } from "../listed.ts";
import { counted, fitted } from "../text.ts";

const HEADS: Readonly<Record<ShippedKind, string>> = {
  scenario: "Scenarios: caremarket run <name>",
  sweep: "Sweeps: caremarket sweep <name>",
  council: "Councils: `council: <name>` in a scenario",
};

export const scenarios = command({
  usage: "scenarios [word..]",
  describe: "List the scenarios, sweeps and councils that come with caremarket",
  words: {
    word: {
      type: "string",
      array: true,
      describe: "Only those with this word, or all of several, in name, title or question",
    },
  },
  options: {
    kind: { choices: SHIPPED_KINDS, requiresArg: true, describe: "Only these" },
    json: JSON_OUTPUT,
  },
  examples: [
    ["scenarios", "All of them, with their titles"],
    ["scenarios precept", "Those about the precept"],
    ["scenarios --kind sweep --json", "For a program: name, kind, title, question, source, path"],
  ],
  handle: async ({ word: words, kind, json }, { printer, tableColumns }) => {
    const { shipped } = await import("../../node/shipped.ts");
    const all = shipped();
    const word = wordsOf(words);
    const chosen = mentioning(all, word, LIST, (each) => kind === undefined || each.kind === kind);
    if (json) return printer.json(chosen);
    const parts = SHIPPED_KINDS.flatMap((each) => {
      const rows = chosen.filter((one) => one.kind === each).map(({ name, title }) => [name, title]);
      return rows.length === 0 ? [] : [`${HEADS[each]}\n${fitted(rows, tableColumns, "  ")}`];
    });
    printer.data(parts.join("\n\n"));
    printer.say(`${chosen.length} of ${counted(all.length, "file")}. What each asks, and where it lies: --json`);
  },
});

const LIST: List<Shipped> = {
  what: "scenario, sweep or council",
  command: "scenarios",
  nameOf: ({ name }) => name,
  labelOf: ({ title }) => title,
  sentenceOf: ({ question }) => question,
};
