/** `savings`: what each measure of the council's plan was expected to save, what it saved, and who bore it. */
import { availableParallelism } from "node:os";
import { command, COUNCIL, JSON_OUTPUT, SET, WORKERS, workersOf } from "../command.ts";
import { LIMITS, limitsOf } from "../limits.ts";
import { loadScenario } from "../load.ts";

/** Seeds unless said otherwise: enough for size and sign, and done within a cup of tea. */
const SEEDS = "1-6";
/** Runs of a seed: one with the plan, one without each measure, one without any. */
const RUNS_OF_A_SEED = 8;

export const savings = command({
  usage: "savings <scenario>",
  describe:
    "Say what each measure of the council's savings plan was expected to save, what it saved, and who bore it. The six seeds of a decade are some fifty runs: a minute or so on two processors",
  words: { scenario: { type: "string", demandOption: true, describe: "A scenario file or name" } },
  options: {
    seeds: { type: "string", requiresArg: true, default: SEEDS, describe: "Seeds: a range such as 1-20, or a list" },
    council: COUNCIL,
    set: SET,
    weeks: { type: "string", requiresArg: true, describe: "Recorded weeks" },
    rest: {
      type: "string",
      requiresArg: true,
      choices: ["held", "answers"] as const,
      default: "held",
      describe: "The other measures while one is off: held as they were, or left to close the gap without it",
    },
    workers: WORKERS,
    ...LIMITS,
    json: JSON_OUTPUT,
  },
  examples: [
    ["savings baseline", "The plan of the shipped baseline, with six seeds"],
    ["savings my-council.yaml --seeds 1-20", "Your own, with narrower ranges"],
    ["savings direct-payments-first --council inner-city", "Another plan, in another council"],
    ["savings baseline --set council.precept=0 --json", "One JSON object, for a program"],
  ],
  handle: async ({ scenario, seeds, council, set, weeks, rest, workers: given, json, ...limits }, host) => {
    const { printer, signal, openPool } = host;
    const workers = workersOf(given, availableParallelism());
    const allowed = limitsOf(limits);
    const pool = await openPool(workers, allowed.workerBytes);
    try {
      pool.warm();
      const flags = weeks === undefined ? { seeds } : { seeds, weeks };
      const { described, warnings } = await loadScenario(scenario ?? "", { set: set ?? [], council, flags });
      for (const warning of warnings) printer.warn(warning);
      const { estimate, refuseOver } = await import("../../node/estimate.ts");
      refuseOver(allowed, estimate(described.scenario, described.seeds.length * RUNS_OF_A_SEED, workers), false);
      const { savingsOfScenario } = await import("../../node/savings.ts");
      const { progressBar } = await import("../progress.ts");
      const bar = await progressBar(printer);
      const way = rest === "answers" ? "answers" : "held";
      const accounts = await savingsOfScenario({
        described,
        rest: way,
        pool,
        signal,
        progress: (progress) => bar.update(progress),
      }).finally(() => bar.stop());
      const { savingsData, savingsText } = await import("../savings-text.ts");
      const told = { described, council, rest: way, accounts } as const;
      if (json) return printer.json(savingsData(told));
      printer.data(savingsText(told));
    } finally {
      await pool.close();
    }
  },
});
