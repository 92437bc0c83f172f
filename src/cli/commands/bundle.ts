/** `bundle`: one file from which results can be checked anywhere. */
import { nearPath } from "../../node/near-path.ts";
import { shellWord } from "../../node/shell.ts";
import { command, JSON_OUTPUT } from "../command.ts";
import { counted } from "../text.ts";

export const bundle = command({
  usage: "bundle <results>",
  describe: "Write one file from which anybody can make a run or a sweep again and compare it",
  words: { results: { type: "string", describe: "The folder of a run or of a finished sweep" } },
  options: {
    out: { type: "string", requiresArg: true, describe: "The file; <results>.bundle.json unless said otherwise" },
    json: JSON_OUTPUT,
  },
  examples: [
    ["bundle output/baseline-1a2b3c4d", "Scenario, seeds, digests and engine version in one file, to be mailed"],
    ["reproduce output/baseline-1a2b3c4d.bundle.json", "What its reader does with it"],
  ],
  handle: async ({ results, out, json }, { printer }) => {
    const { writeBundle } = await import("../../node/bundle/write.ts");
    const { bytesText } = await import("../../node/estimate.ts");
    const { path, bundle: made, bytes } = await writeBundle(results ?? "", out);
    const { about, arms, runs } = made;
    const { kind, name, engineVersion, digest } = about;
    if (json) {
      const counts = {
        arms: arms.length,
        runs: runs.length,
        failed: runs.filter((run) => run.digest === undefined).length,
      };
      return printer.json({ bundle: path, kind, name, engineVersion, digest, ...counts, bytes });
    }
    const shown = nearPath(path);
    printer.data(shown);
    printer.say(
      `${counted(runs.length, "run")}, ${bytesText(bytes)}. To check it: caremarket reproduce ${shellWord(shown)}`,
    );
  },
});
