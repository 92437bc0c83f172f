/** `explain`: the life of one person, worker or provider, told from a run. */
import type { InferredOptionTypes } from "yargs";
import { Failure } from "../../node/failure.ts";
import type { Source } from "../../node/explain.ts";
import { command, COUNCIL, JSON_OUTPUT, SET, type Host } from "../command.ts";
import { LIMITS, limitsOf } from "../limits.ts";
import { loadScenario } from "../load.ts";

const OPTIONS = {
  agent: {
    type: "string",
    requiresArg: true,
    describe: "Whom: person:<key>, worker:<key> or provider:<key>; or the first of a group, such as provider:failed",
  },
  seed: {
    type: "string",
    requiresArg: true,
    describe: "The run of this seed; the first of the results unless said otherwise",
  },
  week: {
    type: "string",
    requiresArg: true,
    describe: "One week in full, with every payment and draw: a week from 0, or a date such as 2016-04-04",
  },
  list: { type: "boolean", default: false, describe: "List whom there is to explain, by what befell them" },
  against: {
    type: "string",
    requiresArg: true,
    describe: "Another scenario or results folder: only those whom its run of the same seed has not in the group",
  },
  council: COUNCIL,
  set: { ...SET, describe: "Set a lever, where a scenario is named; may be repeated" },
  "any-engine": { type: "boolean", default: false, describe: "Try even if another engine version wrote the results" },
  ...LIMITS,
  json: JSON_OUTPUT,
} as const;

type Given = InferredOptionTypes<typeof OPTIONS> & { readonly results: string | undefined };

export const explain = command({
  usage: "explain <results>",
  describe: "Tell the life of one person, worker or provider: what happened, why, by which rule, and all its money",
  words: {
    results: {
      type: "string",
      describe: "A results folder, or a scenario file or name: its run is made again and watched",
    },
  },
  options: OPTIONS,
  examples: [
    ["explain baseline --seed 3 --list", "Whom there is: who failed, topped up, was refused, left care work"],
    ["explain living-wage-unfunded --seed 3 --agent provider:failed", "Why the first provider failed, and who was hit"],
    [
      "explain living-wage-unfunded --seed 3 --agent provider:failed --against baseline",
      "Who failed here and not there",
    ],
    ["explain output/baseline-1a2b3c4d --agent person:topped-up", "The first person who topped up, in results kept"],
    ["explain baseline --seed 3 --agent provider:7 --week 2018-03-19", "One week: every payment, every draw"],
    ["explain baseline --council sparse-rural --list", "Whom there is in another council"],
    ["explain baseline --agent worker:100 --json", "One object, for a program"],
  ],
  handle: (given, host) => explainCommand(given, host),
});

async function explainCommand(given: Given, { printer, signal, openPool, columns }: Host): Promise<void> {
  const limits = limitsOf(given);
  const { explainAgent } = await import("../../node/explain.ts");
  const { estimate, refuseOver } = await import("../../node/estimate.ts");
  const source = await sourceOf(given, (line) => printer.warn(line));
  const { described, seed, kept } = source;
  const against = await otherSource(given, seed, (line) => printer.warn(line));
  refuseOver(limits, estimate(described.scenario, 1, 1), false);
  const { progressBar } = await import("../progress.ts");
  const pool = await openPool(1, limits.workerBytes);
  try {
    const bar = await progressBar(printer);
    const found = await explainAgent({
      source,
      agent: given.agent,
      week: given.week,
      isList: given.list,
      against,
      pool,
      signal,
      progress: (progress) => bar.update(progress),
    }).finally(() => bar.stop());
    const results = kept?.folder ?? null;
    const { explanation, groups, digest } = found;
    const other = against === undefined ? {} : { against: against.described.scenario.name };
    if (explanation === undefined) {
      const { name } = described.scenario;
      if (given.json) return printer.json({ scenario: name, seed, digest, results, ...other, groups });
      const { candidatesText } = await import("../candidates-text.ts");
      return printer.data(candidatesText({ scenario: name, seed, ...other }, groups, given.agent));
    }
    if (given.json) return printer.json({ ...explanation, engineVersion: described.engineVersion, results, ...other });
    const { explanationText } = await import("../explanation-text.ts");
    printer.data(explanationText(explanation, described, Math.min(MOST_COLUMNS, columns)));
    if (against !== undefined) printer.say(`The first of ${groups[0].agents.length} whom ${other.against} has not.`);
    if (given.week !== undefined) return;
    printer.say(`One week in full, with every payment and draw: --week ${explanation.lastWeek}`);
  } finally {
    await pool.close();
  }
}
/** Lines longer than this are hard to read. */
const MOST_COLUMNS = 100;

/** A run of kept results where there are any by that name, else of a scenario. */
async function sourceOf(given: Given, warn: (line: string) => void): Promise<Source> {
  const { isResults, keptSource } = await import("../../node/explain.ts");
  const named = given.results ?? "";
  if (isResults(named)) {
    const option = given.set !== undefined ? "set" : given.council !== undefined ? "council" : undefined;
    if (option !== undefined) {
      throw new Failure("invalid", `--${option} is given with results, which have their scenario already`, [
        `Name a scenario to change it, or leave --${option} out.`,
      ]);
    }
    return keptSource(named, given.seed, given["any-engine"]);
  }
  const flags = given.seed === undefined ? {} : { seeds: given.seed };
  const { described, warnings } = await loadScenario(named, { set: given.set ?? [], council: given.council, flags });
  for (const warning of warnings) warn(warning);
  if (given.seed !== undefined && described.seeds.length > 1) {
    throw new Failure("invalid", `--seed "${given.seed}" names ${described.seeds.length} seeds`, [
      "Allowed: one seed.",
    ]);
  }
  const [seed] = described.seeds;
  return { described: { ...described, seeds: [seed] }, seed, kept: undefined };
}

/** What it is held against: the run of the same seed in the same council; a lever that is set is set in the first alone. */
async function otherSource(given: Given, seed: string, warn: (line: string) => void): Promise<Source | undefined> {
  if (given.against === undefined) return undefined;
  return sourceOf({ ...given, results: given.against, seed, set: undefined }, warn);
}
