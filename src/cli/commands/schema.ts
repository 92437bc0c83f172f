/** `schema`: the JSON Schema of scenario files, or of sweep files, for editors. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { attempt } from "../../node/file-errors.ts";
import { command, JSON_OUTPUT } from "../command.ts";

export const schema = command({
  usage: "schema [file]",
  describe: "Write the JSON Schema of scenario files, for editors that check as you type",
  words: {
    file: { type: "string", describe: "Where to write it; scenarios/schema.json, or scenarios/sweeps/schema.json" },
  },
  options: {
    sweep: { type: "boolean", default: false, describe: "The schema of sweep files instead" },
    json: JSON_OUTPUT,
  },
  examples: [
    ["schema", "Write scenarios/schema.json"],
    ["schema --sweep", "Write scenarios/sweeps/schema.json"],
    ["schema --json", "Print it instead"],
  ],
  handle: async ({ file, sweep, json }, { printer }) => {
    const { scenarioJsonSchema } = await import("../../simulation/scenario/index.ts");
    const { sweepJsonSchema } = await import("../../experiment/sweeps/index.ts");
    const text = `${JSON.stringify(sweep ? sweepJsonSchema() : scenarioJsonSchema(), null, 2)}\n`;
    if (json) return printer.data(text);
    const path = file ?? (sweep ? "scenarios/sweeps/schema.json" : "scenarios/schema.json");
    if (existsSync(path) && readFileSync(path, "utf8") === text) return printer.say(`${path} is up to date.`);
    attempt("write", path, () => writeFileSync(path, text));
    printer.say(`Wrote ${path}.`);
  },
});
