/** `schema`: the JSON Schema of scenario files, for editors. */
import { writeFileSync } from "node:fs";
import { attempt } from "../../node/file-errors.ts";
import { command, JSON_OUTPUT } from "../command.ts";

export const schema = command({
  usage: "schema [file]",
  describe: "Write the JSON Schema of scenario files, for editors that check as you type",
  words: { file: { type: "string", default: "scenarios/schema.json", describe: "Where to write it" } },
  options: { json: JSON_OUTPUT },
  examples: [
    ["schema", "Write scenarios/schema.json"],
    ["schema --json", "Print it instead"],
  ],
  handle: async ({ file, json }, { printer }) => {
    const { scenarioJsonSchema } = await import("../../simulation/scenario/index.ts");
    const text = `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
    if (json) return printer.data(text);
    attempt("write", file ?? "", () => writeFileSync(file ?? "", text));
    printer.say(`Wrote ${file}.`);
  },
});
