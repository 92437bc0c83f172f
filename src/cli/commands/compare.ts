/** `compare`: what differs between two scenarios, and from which week on it shows. */
import { command, JSON_OUTPUT, SET } from "../command.ts";
import { loadScenario } from "../load.ts";
import { comparisonText } from "../comparison-text.ts";

export const compare = command({
  usage: "compare <a> <b>",
  describe: "Say which parameters differ between two scenarios, and the first week in which their runs differ",
  words: {
    a: { type: "string", describe: "A scenario file or name" },
    b: { type: "string", describe: "Another" },
  },
  options: {
    seed: { type: "string", requiresArg: true, default: "1", describe: "The seed of both runs" },
    weeks: { type: "string", requiresArg: true, describe: "Recorded weeks of both runs" },
    set: { ...SET, describe: "Set a lever in the second scenario; may be repeated" },
    json: JSON_OUTPUT,
  },
  examples: [
    ["compare baseline living-wage --seed 7", "Every difference, and the Monday from which it shows"],
    ["compare baseline baseline --set wages.floor@2016-04-04=8", "The effect of one change"],
  ],
  handle: async ({ a, b, seed, weeks, set, json }, { printer, signal, openPool }) => {
    const flags = { seeds: seed, ...(weeks === undefined ? {} : { weeks }) };
    const [left, right] = [
      await loadScenario(a ?? "", { set: [], flags }),
      await loadScenario(b ?? "", { set: set ?? [], flags }),
    ];
    const { compareRuns } = await import("../../node/compare.ts");
    const pool = await openPool(2);
    try {
      const found = await compareRuns(left.described, right.described, pool, signal);
      if (json) return printer.json(found);
      printer.data(comparisonText(found));
    } finally {
      await pool.close();
    }
  },
});
