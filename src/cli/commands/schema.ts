/** `schema`: the JSON Schema of scenario files, or of sweep files, for editors. */
import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { Failure } from "../../node/failure.ts";
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
    const { refuseOther } = await import("../../node/own-file.ts");
    const { placeWhole } = await import("../../node/store/place.ts");
    if (!existsSync(dirname(path))) {
      throw new Failure("io", `there is no folder ${dirname(path)} to write the schema into`, [
        "Name a file of your own: caremarket schema scenarios.schema.json",
      ]);
    }
    refuseOther(path, { what: "schema of ours", isOurs, otherwise: "Name another file." });
    if (existsSync(path) && readFileSync(path, "utf8") === text) return printer.say(`${path} is up to date.`);
    await placeWhole(path, text);
    printer.say(`Wrote ${path}.`);
  },
});

/** A schema of scenarios or of sweeps, of this version or another. */
function isOurs(text: string): boolean {
  try {
    const { $schema, properties } = JSON.parse(text) as { $schema?: unknown; properties?: object };
    const has = (name: string): boolean => properties !== undefined && Object.hasOwn(properties, name);
    return typeof $schema === "string" && ["format", "name", "title", "seeds"].every(has);
  } catch {
    return false;
  }
}
