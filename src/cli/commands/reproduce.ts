/** `reproduce`: runs a results folder again and says whether every digest and every table is the same. */
import { availableParallelism } from "node:os";
import { command, JSON_OUTPUT, WORKERS, workersOf } from "../command.ts";
import { counted } from "../text.ts";

export const reproduce = command({
  usage: "reproduce <results>",
  describe: "Run a results folder again and compare digests and tables byte for byte",
  words: { results: { type: "string", describe: "A results folder" } },
  options: {
    "any-engine": { type: "boolean", default: false, describe: "Compare even if another engine version wrote it" },
    workers: WORKERS,
    json: JSON_OUTPUT,
  },
  examples: [
    ["reproduce output/baseline-1a2b3c4d", 'Says "identical", or ends with code 5 and the first difference'],
    ["reproduce output/baseline-1a2b3c4d --any-engine", "Does this version give the same results as that one?"],
  ],
  handle: async (given, { printer, signal, openPool }) => {
    const workers = workersOf(given.workers, availableParallelism());
    const { reproduceResults } = await import("../../node/reproduce.ts");
    const { progressBar } = await import("../progress.ts");
    const pool = await openPool(workers);
    try {
      const bar = await progressBar(printer);
      const found = await reproduceResults({
        folder: given.results ?? "",
        anyEngine: given["any-engine"],
        pool,
        signal,
        progress: (progress) => bar.update(progress),
      }).finally(() => bar.stop());
      if (given.json) return printer.json({ identical: true, ...found });
      printer.data("identical");
      printer.say(`${counted(found.seeds, "run")} and ${counted(found.files.length, "file")}, digest ${found.digest}.`);
    } finally {
      await pool.close();
    }
  },
});
