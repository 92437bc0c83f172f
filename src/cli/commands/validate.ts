/** `validate`: the sixteen baseline facts beside what a scenario gives, failures shown. */
import { availableParallelism } from "node:os";
import { command, JSON_OUTPUT, SET, WORKERS, workersOf } from "../command.ts";
import { LIMITS, limitsOf } from "../limits.ts";
import { loadScenario } from "../load.ts";

/** Seeds unless said otherwise: as many as the fact about agencies that leave asks for. */
const SEEDS = "1-20";
const ENOUGH_SEEDS = 20;

export const validate = command({
  usage: "validate [scenario]",
  describe:
    "Set sixteen facts of the mean English council beside what a scenario gives; ends with 0 whatever passes or fails",
  words: {
    scenario: {
      type: "string",
      default: "baseline",
      describe: "A scenario file or name. The facts are of the mean council: counts are compared at its size",
    },
  },
  options: {
    seeds: { type: "string", requiresArg: true, default: SEEDS, describe: "Seeds: a range such as 1-20, or a list" },
    set: SET,
    workers: WORKERS,
    ...LIMITS,
    json: JSON_OUTPUT,
  },
  examples: [
    ["validate", "The table for the shipped baseline, with twenty seeds"],
    ["validate --seeds 1-40 --json", "One array with a row for each fact, for a program"],
    ["validate my-council.yaml", "The same facts beside a scenario of your own"],
    ["validate --set providers.closureBase=0.002", "What one parameter does to all facts"],
  ],
  handle: async ({ scenario, seeds, set, workers: given, json, ...limits }, { printer, signal, openPool }) => {
    const workers = workersOf(given, availableParallelism());
    const allowed = limitsOf(limits);
    const pool = await openPool(workers, allowed.workerBytes);
    try {
      pool.warm(1);
      const { described, warnings } = await loadScenario(scenario, { set: set ?? [], flags: { seeds } });
      for (const warning of warnings) printer.warn(warning);
      const { estimate, refuseOver } = await import("../../node/estimate.ts");
      refuseOver(allowed, estimate(described.scenario, described.seeds.length, workers), false);
      const { validateScenario } = await import("../../node/validate.ts");
      const { progressBar } = await import("../progress.ts");
      const bar = await progressBar(printer);
      const facts = await validateScenario({
        described,
        pool,
        signal,
        progress: (progress) => bar.update(progress),
      }).finally(() => bar.stop());
      if (described.seeds.length < ENOUGH_SEEDS) printer.say(`Fewer than ${ENOUGH_SEEDS} runs: read it with care.`);
      if (json) return printer.json(facts);
      const { factsText } = await import("../facts-text.ts");
      printer.data(factsText(described, facts));
    } finally {
      await pool.close();
    }
  },
});
