/** `run`: one scenario over its seeds, written as a results folder with a report. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { InferredOptionTypes } from "yargs";
import { nearPath } from "../../node/near-path.ts";
import { shellWord } from "../../node/shell.ts";
import type { RunOutcome, RunRequest } from "../../node/run.ts";
import type { EngineLegend } from "../../node/store/tables.ts";
import type { Described } from "../../node/store/write.ts";
import { command, COUNCIL, JSON_OUTPUT, SET, WORKERS, workersOf, type Host } from "../command.ts";
import { LIMITS, limitsOf } from "../limits.ts";
import { loadScenario, seedsAsked, type Asked } from "../load.ts";
import { openTimings, type Timings } from "../timings.ts";

/** What decides which runs there are. */
const RUN_OPTIONS = {
  seed: { type: "string", requiresArg: true, describe: "One seed: a whole number or a name" },
  seeds: { type: "string", requiresArg: true, describe: "Seeds: a range such as 1-20, or a list such as 1,2,7-9" },
  council: COUNCIL,
  set: SET,
  weeks: { type: "string", requiresArg: true, describe: "Recorded weeks" },
  start: { type: "string", requiresArg: true, describe: "First recorded Monday, such as 2010-04-05" },
  "burn-in-weeks": { type: "string", requiresArg: true, describe: "Weeks before the first recorded one" },
} as const;

const OPTIONS = {
  ...RUN_OPTIONS,
  out: {
    type: "string",
    requiresArg: true,
    describe:
      "The results folder itself; output/<name>-<hash> unless said otherwise. With --json, nothing is written without it",
  },
  force: {
    type: "boolean",
    default: false,
    describe: "Run even where the same results are; also replace those of fewer seeds or of another scenario",
  },
  workers: WORKERS,
  checks: {
    choices: ["basic", "full"],
    default: "basic",
    requiresArg: true,
    describe: "Laws checked as it runs; full is slower",
  },
  timings: { type: "boolean", default: false, describe: "Say where the time went" },
  ...LIMITS,
  json: JSON_OUTPUT,
} as const;

type Given = InferredOptionTypes<typeof OPTIONS> & { readonly scenario: string | undefined };

export const run = command({
  usage: "run <scenario>",
  describe: "Run a scenario over its seeds and write results and a report",
  words: {
    scenario: { type: "string", describe: "A scenario file, or the name of one here or among the shipped ones" },
  },
  options: OPTIONS,
  examples: [
    ["run baseline --seeds 1-20", "Twenty runs; results and report under output/"],
    ["run baseline --seed 7 --set framework.feePassThrough=1", "One run with one lever changed"],
    ["run living-wage-unfunded --council sparse-rural", "The same question in another council"],
    ["run my-council.yaml --out results/mine", "Results into a folder of your choice"],
    ["run baseline --seed 7 --json", "Summary and digests for a program; nothing is written"],
    ["run baseline --seeds 1-3 --force", "Replace the results of more seeds: without --force that is refused"],
  ],
  handle: (given, host) => runCommand(given, host),
});

async function runCommand(given: Given, host: Host): Promise<void> {
  const { printer, signal } = host;
  const workers = workersOf(given.workers, availableParallelism());
  const limits = limitsOf(given);
  const timings = openTimings();
  const pool = await host.openPool(workers, limits.workerBytes);
  try {
    // The first worker loads the engine while this thread reads the scenario.
    pool.warm(1);
    const { described, warnings } = await loadScenario(given.scenario ?? "", askedOf(given));
    for (const warning of warnings) printer.warn(warning);
    const { estimate, refuseOver } = await import("../../node/estimate.ts");
    const isWritten = !given.json || given.out !== undefined;
    refuseOver(limits, estimate(described.scenario, described.seeds.length, workers), isWritten);
    timings.stage("reading the scenario");
    const outcome = await runDescribed(described, given, { printer, signal }, pool, timings);
    timings.stage("writing");
    await print(outcome, given, host, timings);
  } finally {
    await pool.close();
  }
}

/** Options that say which runs, as the scenario's last layer. */
function askedOf(given: InferredOptionTypes<typeof RUN_OPTIONS>): Asked {
  const { seed, seeds, council, set, weeks, start, "burn-in-weeks": burnInWeeks } = given;
  const flags = Object.entries({ seeds: seedsAsked({ seed, seeds }), weeks, start, burnInWeeks }).filter(
    ([, value]) => value !== undefined,
  );
  return { set: set ?? [], council, flags: Object.fromEntries(flags) };
}

async function runDescribed(
  described: Described,
  given: Given,
  { printer, signal }: Pick<Host, "printer" | "signal">,
  pool: RunRequest["pool"],
  timings: Timings,
): Promise<RunOutcome> {
  const { progressBar } = await import("../progress.ts");
  const { runScenario } = await import("../../node/run.ts");
  const { usualFolder } = await import("../../node/store/places.ts");
  const { scenario, scenarioHash } = described;
  const usual = given.json ? undefined : usualFolder(scenario.name, scenarioHash);
  const bar = await progressBar(printer);
  try {
    return await runScenario({
      described,
      options: { checks: given.checks === "full" ? "full" : "basic", timings: given.timings },
      pool,
      legend: () => loadWriters(given.json),
      out: given.out ?? usual,
      makeParent: given.out === undefined,
      force: given.force,
      signal,
      say: (line) => printer.say(line),
      progress: (progress) => bar.update(progress),
      timed: (_, phases) => timings.add(phases),
      onRunsDone: () => timings.stage("running"),
    });
  } finally {
    bar.stop();
  }
}

/** What will be needed once the runs are done, loaded while they run. */
async function loadWriters(isJson: boolean): Promise<EngineLegend> {
  const { legend } = await import("../../node/legend.ts");
  await import("../../node/store/write.ts");
  if (isJson) return legend;
  await Promise.all([import("../../report/index.ts"), import("../findings.ts")]);
  return legend;
}

async function print(
  outcome: RunOutcome,
  given: Given,
  { printer, tableColumns }: Host,
  timings: Timings,
): Promise<void> {
  const { summary, folder, isReused } = outcome;
  for (const [text, runs] of Object.entries(summary.warnings)) {
    printer.warn(`${text} (in ${runs} of ${summary.seeds.length} runs)`);
  }
  if (given.json) {
    const where = folder === undefined ? {} : { results: folder, reused: isReused };
    return printer.json({ ...summary, ...where, ...(given.timings ? { timings: timings.asData() } : {}) });
  }
  const { findings } = await import("../findings.ts");
  const { legend } = await import("../../node/legend.ts");
  const headlines = legend.measures.filter(({ headline }) => headline).map(({ key }) => key);
  printer.data(findings(summary, headlines, tableColumns));
  if (given.timings) printer.say(timings.asText());
  if (folder === undefined) return;
  const base = nearPath(folder);
  printer.data(`\nReport    ${join(base, "report.html")}\nResults   ${base}`);
  printer.say(`Check that it reproduces: caremarket reproduce ${shellWord(base)}`);
}
