/** `seeds`: how many seeds it takes until a figure, a difference, or every arm of a sweep, is known to within so much. */
import { availableParallelism } from "node:os";
import type { InferredOptionTypes } from "yargs";
import type { Precision, PrecisionGoal } from "../../experiment/seeds-needed.ts";
import type { MeasureInfo } from "../../model/measures/measure.ts";
import { Failure } from "../../node/failure.ts";
import type { Described } from "../../node/store/write.ts";
import type { NamedStudy } from "../../node/sweep-files.ts";
import { command, councilOption, type Host, JSON_OUTPUT, SET, WORKERS, workersOf } from "../command.ts";
import { LIMITS, limitsOf } from "../limits.ts";
import { loadScenario, ofScenarios } from "../load.ts";
import type { Told } from "../seeds-text.ts";

const OPTIONS = {
  measure: { type: "string", requiresArg: true, demandOption: true, describe: "The measure, by its key" },
  "half-width": {
    type: "string",
    requiresArg: true,
    demandOption: true,
    describe: "Half of the 95% interval's width that is narrow enough, in the measure's unit",
  },
  against: {
    type: "string",
    requiresArg: true,
    describe:
      "Another scenario: the figure is then the scenario less this one, seed by seed; a sweep has its reference",
  },
  year: {
    type: "string",
    requiresArg: true,
    describe:
      "A financial year such as 2016-17. Unless given, the last for levels and the mean of all for what adds up; of a difference, of those since there is one, as in `compare`",
  },
  minimum: { type: "string", requiresArg: true, default: "20", describe: "Never stop before so many seeds" },
  maximum: { type: "string", requiresArg: true, default: "1000", describe: "Give up after so many seeds" },
  set: { ...SET, describe: "Set a lever in the scenario, not in that of --against; may be repeated" },
  "set-both": { ...SET, describe: "Set a lever in the scenario and in that of --against; may be repeated" },
  council: councilOption("all of it happens", "the files'"),
  weeks: { type: "string", requiresArg: true, describe: "Recorded weeks" },
  workers: WORKERS,
  ...LIMITS,
  json: JSON_OUTPUT,
} as const;

type Given = InferredOptionTypes<typeof OPTIONS> & { readonly scenario: string | undefined };

export const seeds = command({
  usage: "seeds <scenario|sweep>",
  describe: "Run seeds until 95% intervals of a measure are narrow enough, and say how many it took",
  words: { scenario: { type: "string", describe: "A scenario, a sweep, or the folder of a sweep" } },
  options: OPTIONS,
  examples: [
    ["seeds baseline --measure outcomes.qualityOfLife --half-width 0.05", "Mean quality of life to 0.05 points"],
    [
      "seeds living-wage-unfunded --against baseline --measure providers.failures --half-width 0.2",
      "A difference, pair by pair",
    ],
    [
      "seeds precept-point --measure outcomes.qualityOfLife --half-width 0.05",
      "Every arm of a sweep less its reference",
    ],
  ],
  handle: (given, host) => seedsCommand(given, host),
});

async function seedsCommand(given: Given, host: Host): Promise<void> {
  const { printer, signal } = host;
  const goal = goalOf(given);
  const workers = workersOf(given.workers, availableParallelism());
  const limits = limitsOf(given);
  const measure = await measureOf(given.measure);
  const study = await studyOf(given, host);
  if (study.kind !== "scenario") {
    const { seedsOfSweep } = await import("../seeds-sweep.ts");
    return seedsOfSweep({ ...given, study, measure, goal, workers, limits }, host);
  }
  const pool = await host.openPool(workers, limits.workerBytes);
  try {
    pool.warm();
    const flags = given.weeks === undefined ? {} : { weeks: given.weeks };
    const load = async (named: string, set: readonly string[]): Promise<Described> => {
      const { described, warnings } = await loadScenario(named, { set, council: given.council, flags });
      for (const warning of warnings) printer.warn(warning);
      return described;
    };
    const { set = [], "set-both": both = [] } = given;
    const described = await load(given.scenario ?? "", [...both, ...set]);
    const against = given.against === undefined ? undefined : await load(given.against, both);
    const { estimate, refuseOver } = await import("../../node/estimate.ts");
    const { runUntilNarrow } = await import("../../node/seeds-enough.ts");
    const { progressBar } = await import("../progress.ts");
    const { enoughText, lookText } = await import("../seeds-text.ts");
    const bar = await progressBar(printer);
    const found = await runUntilNarrow({
      described,
      against,
      measure,
      year: given.year,
      goal,
      pool,
      signal,
      progress: (progress) => bar.update(progress),
      looked: (precision) => {
        const arms = against === undefined ? [described] : [described, against];
        for (const { scenario } of arms) refuseOver(limits, estimate(scenario, precision.next, workers), false);
        if (precision.runs > 0) printer.say(lookText(precision));
      },
    }).finally(() => bar.stop());
    const data = dataOf({ described, against, measure, goal, found });
    if (found.precision.state === "limit") throw tooWide(found.precision, goal, data);
    if (given.json) return printer.json(data);
    printer.data(enoughText({ described, against, measure, goal, found, asked: given }));
  } finally {
    await pool.close();
  }
}

/** What is asked about; a sweep says itself what differs and for how long. */
async function studyOf(given: Given, { printer }: Host): Promise<NamedStudy> {
  const { scenario = "", against, set, "set-both": both, weeks } = given;
  const { isFolderLike, refuseMissing } = await import("../../node/missing-folder.ts");
  const { kindOfStudy } = await import("../../node/sweep-files.ts");
  const study = kindOfStudy(scenario);
  if (study.isAlsoSweep && against === undefined) {
    printer.warn(`There is a sweep called ${scenario} too: to ask about that, write sweeps/${scenario}.`);
  }
  if (study.kind === "scenario") {
    if (isFolderLike(scenario)) refuseMissing(scenario);
    if (both !== undefined && against === undefined) {
      throw new Failure("invalid", "--set-both goes with --against", ["For one scenario: --set"]);
    }
    return study;
  }
  const extra = Object.entries({ against, set, "set-both": both, weeks }).find(([, value]) => value !== undefined)?.[0];
  const isFolder = study.kind === "results" && given.council !== undefined;
  if (extra === undefined && isFolder) {
    throw new Failure("invalid", `--council goes with a scenario or a sweep, and ${scenario} is a sweep's folder`, [
      "Name the sweep: its arms are run again in the other council.",
    ]);
  }
  if (extra === undefined) return study;
  const otherwise =
    extra === "against"
      ? "Leave it out: every arm is held against the sweep's reference arm."
      : "Write it in a sweep file of your own, and name that.";
  throw ofScenarios(extra, scenario, otherwise);
}

function goalOf({ "half-width": halfWidth, minimum, maximum }: Given): PrecisionGoal {
  const goal = {
    halfWidth: positive("--half-width", halfWidth),
    minimum: whole("--minimum", minimum, 3),
    maximum: whole("--maximum", maximum, 3),
  };
  if (goal.maximum >= goal.minimum) return goal;
  throw new Failure("invalid", `--maximum ${goal.maximum} is below --minimum ${goal.minimum}`, [
    "Raise the one or lower the other.",
  ]);
}

function positive(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value > 0 && value < Infinity) return value;
  throw new Failure("invalid", `${option} "${text}" is not a width`, [
    "Write a number above 0 in the measure's unit, such as 0.05.",
  ]);
}

const MOST_SEEDS = 1_000_000;

function whole(option: string, text: string, least: number): number {
  const value = Number(text);
  if (/^\d{1,7}$/.test(text) && value >= least && value <= MOST_SEEDS) return value;
  throw new Failure("invalid", `${option} "${text}" is not a number of seeds`, [
    `Allowed: a whole number from ${least} to ${MOST_SEEDS}.`,
  ]);
}

async function measureOf(key: string): Promise<MeasureInfo> {
  const { measures } = (await import("../../node/legend.ts")).legend;
  const found = measures.find((measure) => measure.key === key);
  if (found !== undefined) return found;
  const { didYouMean } = await import("../../simulation/scenario/nearest.ts");
  const meant = didYouMean(
    key,
    measures.map((measure) => measure.key),
  );
  throw new Failure("invalid", `there is no measure "${key}"`, [
    ...(meant === "" ? [] : [`D${meant.slice(1)}`]),
    "List them: caremarket measures",
  ]);
}

/** Numbers that are not defined are null. */
function dataOf({ described, against, measure, goal, found }: Omit<Told, "asked">): Record<string, unknown> {
  const { precision, basis } = found;
  const { state, runs, seeds: defined, isConstant } = precision;
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  const other = against === undefined ? {} : { against: against.scenario.name, againstHash: against.scenarioHash };
  return {
    scenario: described.scenario.name,
    scenarioHash: described.scenarioHash,
    ...other,
    engineVersion: described.engineVersion,
    measure: measure.key,
    unit: measure.unit,
    basis,
    state,
    wanted: goal.halfWidth,
    minimum: goal.minimum,
    maximum: goal.maximum,
    seeds: runs,
    defined,
    mean: finite(precision.mean),
    low: finite(precision.low),
    high: finite(precision.high),
    halfWidth: finite(precision.halfWidth),
    expected: finite(precision.expected),
    isConstant,
  };
}

function tooWide(precision: Precision, { halfWidth: wanted }: PrecisionGoal, data: Record<string, unknown>): Failure {
  const { runs, seeds: defined, halfWidth, expected } = precision;
  if (defined < 2) {
    return new Failure(
      "refused",
      `the measure has a value in ${defined} of ${runs} seeds`,
      ["There is nothing to be sure of: choose another year or measure."],
      data,
    );
  }
  const more = Number.isFinite(expected) ? `About ${expected} seeds would do, at the spread found so far.` : "";
  const width = `the interval is still ± ${halfWidth.toPrecision(3)} after ${runs} seeds; ± ${wanted} was asked for`;
  const lines = [more, "Allow more with --maximum, or ask for less with --half-width."];
  return new Failure(
    "refused",
    width,
    lines.filter((line) => line !== ""),
    data,
  );
}
