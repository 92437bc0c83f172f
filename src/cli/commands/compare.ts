/** `compare`: what differs between two scenarios or results folders, from which week on it shows, and by how much. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { InferredOptionTypes } from "yargs";
import type { ArmPeriod } from "../../experiment/arm-figures.ts";
import type { ComparedSide } from "../../node/compared-side.ts";
import type { Progress } from "../../node/each-seed.ts";
import { Failure } from "../../node/failure.ts";
import { nearPath } from "../../node/near-path.ts";
import type { Runner } from "../../node/pool.ts";
import { seedsText } from "../../node/seeds.ts";
import { shellWord } from "../../node/shell.ts";
import type { ArmSide } from "../../node/sweep/compared-arm.ts";
import type { ArmsAsked } from "../compared-arms.ts";
import { commandLine, labelsOf, type Opened, sharedBy } from "../compared-words.ts";
import { command, councilOption, JSON_OUTPUT, SET, WORKERS, workersOf, type Host } from "../command.ts";
import { LIMITS, limitsOf } from "../limits.ts";
import { loadScenario, seedsAsked } from "../load.ts";

const OPTIONS = {
  seed: { type: "string", requiresArg: true, describe: "The seed of both runs; 1 unless said otherwise" },
  seeds: { type: "string", requiresArg: true, describe: "Seeds of both: a range such as 1-20, or a list" },
  weeks: { type: "string", requiresArg: true, describe: "Recorded weeks of both runs" },
  year: {
    type: "string",
    requiresArg: true,
    describe:
      "A financial year such as 2017-18, or a span such as 2016-17..2017-18. Unless given, the last for levels and the mean of those since there is a difference for what adds up",
  },
  council: councilOption("both happen", "the scenarios'"),
  arms: {
    type: "string",
    requiresArg: true,
    describe: "Two arms of one sweep, such as 3,17; or one, against its reference",
  },
  set: { ...SET, describe: "Set a lever in the second scenario alone, such as the policy compared; may be repeated" },
  "set-both": {
    ...SET,
    describe: "Set a lever in both, such as size.scale for a smaller council; may be repeated",
  },
  people: {
    type: "boolean",
    default: true,
    describe: "Say who gains and who loses; --no-people leaves it out, and with --arms then nothing is run",
  },
  out: { type: "string", requiresArg: true, describe: "Write comparison.html, .json and .csv into this folder" },
  workers: WORKERS,
  ...LIMITS,
  json: JSON_OUTPUT,
} as const;

type Given = InferredOptionTypes<typeof OPTIONS>;

export const compare = command({
  usage: "compare <a> [b]",
  describe: "Say what differs between two scenarios, results folders or arms of a sweep, since when, and by how much",
  words: {
    a: { type: "string", describe: "The reference: a scenario file or name, or a results folder; or a sweep's folder" },
    b: { type: "string", describe: "What is compared with it; left out only with --arms" },
  },
  options: OPTIONS,
  examples: [
    ["compare baseline living-wage-unfunded --seed 7", "Every difference, and the Monday from which it shows"],
    ["compare baseline fees-held.yaml --seeds 1-20 --out held", "Paired differences with intervals, as a page too"],
    ["compare baseline baseline --set framework.feePassThrough@2016-04-01=0", "The effect of one change"],
    ["compare baseline fees-held.yaml --set-both size.scale=0.25", "Both in a council of a quarter of the size"],
    ["compare baseline freeze.yaml --year 2017-18 --seeds 1-20", "In one financial year, such as a policy's last"],
    ["compare baseline living-wage-unfunded --council sparse-rural", "Both in another council"],
    ["compare output/baseline-1a2b3c4d output/held-5e6f7a8b", "Two results folders, over the seeds both have"],
    ["compare output/tiny-1a2b3c4d --arms 3,6", "Two arms of a sweep, over the seeds both have"],
    ["compare output/tiny-1a2b3c4d --arms 3,6 --no-people", "The same from what is kept, without a run"],
  ],
  handle: (given, host) => compareCommand(given.a ?? "", given.b, given, host),
});

async function compareCommand(a: string, b: string | undefined, given: Given, host: Host): Promise<void> {
  const { printer, tableColumns } = host;
  const workers = workersOf(given.workers, availableParallelism());
  const limits = limitsOf(given);
  const { checkComparisonPlace, writeComparison } = await import("../../node/comparison-folder.ts");
  if (given.out !== undefined) checkComparisonPlace(given.out);
  const opened = given.arms === undefined ? await openBoth(a, b, given, host) : await openArmsOf(a, b, given);
  const { otherSizeWarning } = await import("../other-size.ts");
  const { set = [] } = given;
  const otherSize = otherSizeWarning(opened[0].described, opened[1].described, set);
  if (otherSize !== undefined) printer.warn(otherSize);
  const seeds = await seedsOf(opened, given);
  const running = opened.filter(({ isFolder }) => !isFolder);
  const { estimate, refuseOver } = await import("../../node/estimate.ts");
  for (const { described } of running) {
    refuseOver(limits, estimate(described.scenario, seeds.length * running.length, workers), false);
  }
  const asked = given.year === undefined ? undefined : await yearsAsked(given.year, opened);
  const isBrief = seeds.length === 1 && given.out === undefined && asked === undefined;
  const [left, right] = await sidesOf(opened, { seeds, people: given.people && !isBrief, workers, limits }, host);
  const { compareSides } = await import("../../node/compare.ts");
  const found = compareSides(left, right, seeds);
  const { comparisonText } = await import("../comparison-text.ts");
  const kept = opened.some(({ arm }) => arm !== undefined) ? Object.keys(left.runs[0].weekly).length : undefined;
  if (isBrief) {
    return given.json ? printer.json(found) : printer.data(comparisonText(found, sharedBy(given), kept));
  }
  const { comparisonInput } = await import("../../node/comparison-input.ts");
  const { legend } = await import("../../node/legend.ts");
  const { pairedStudy } = await import("../../node/paired-data.ts");
  const { pairedText } = await import("../paired-text.ts");
  const words = { command: commandLine(a, b, seeds, given), labels: labelsOf(opened, given), asked };
  const paired = pairedStudy(comparisonInput(left, right, found, legend.measures, words));
  const data = {
    ...found,
    digest: paired.study.input.digest,
    command: words.command,
    years: paired.years,
    ended: paired.ended,
    measures: paired.measures,
    gains: paired.gains,
    otherGains: paired.otherGains,
    peopleApart: paired.peopleApart,
  };
  const out =
    given.out === undefined
      ? undefined
      : await writeComparison(given.out, { page: paired.page(), table: paired.table(), data });
  if (given.json) return printer.json(out === undefined ? data : { ...data, out });
  const { gainsText } = await import("../gains-text.ts");
  const [gains] = paired.study.input.gains ?? [];
  const people = found.identical ? "" : gains === undefined ? paired.peopleApart : gainsText(gains, tableColumns);
  const parts = [
    comparisonText(found, sharedBy(given), kept),
    pairedText(paired, found.identical, tableColumns),
    people ?? "",
  ];
  printer.data(parts.filter((part) => part !== "").join("\n\n"));
  if (out === undefined) return;
  printer.data(`\nPage      ${join(nearPath(out), "comparison.html")}`);
}

/** Before anything is run, so that a year that is not there costs nothing. */
async function yearsAsked(year: string, opened: readonly Opened[]): Promise<ArmPeriod> {
  const { periodAsked } = await import("../../node/years-asked.ts");
  return periodAsked(
    year,
    opened.map(({ described }) => described.scenario),
  );
}

/** An option that changes what is run, and so goes with scenarios alone. */
const scenarioOption = (given: Given): string | undefined =>
  (["set", "set-both", "council", "weeks"] as const)
    .map((name) => (given[name] === undefined ? "" : `--${name}`))
    .find(Boolean);

/** Two arms of a sweep's folder. */
async function openArmsOf(a: string, b: string | undefined, given: Given): Promise<readonly [Opened, Opened]> {
  const { folderMeant } = await import("../../node/results-kind.ts");
  const folder = folderMeant(a);
  const { openArms } = await import("../../node/sweep/compared-arm.ts");
  const { engineVersion } = await import("../../simulation/engine-version.ts");
  const option = scenarioOption(given);
  if (b !== undefined || option !== undefined) {
    throw new Failure("invalid", `--arms names both sides, and ${option ?? JSON.stringify(b)} goes with scenarios`, [
      `Write: caremarket compare ${shellWord(folder)} --arms ${given.arms ?? ""}`,
    ]);
  }
  seedsAsked(given);
  const [left, right] = openArms(folder, given.arms ?? "", engineVersion);
  const open = (arm: ArmSide): Opened => ({ word: folder, isFolder: true, described: arm.described, arm });
  return [open(left), open(right)];
}

async function openBoth(
  a: string,
  b: string | undefined,
  given: Given,
  { printer }: Host,
): Promise<readonly [Opened, Opened]> {
  if (b === undefined) {
    throw new Failure("invalid", "a word is missing: caremarket compare <a> <b>", [
      "Of a sweep, two arms are compared: caremarket compare <a> --arms 0,1",
      "See: caremarket compare --help",
    ]);
  }
  const { describeFolder, isResultsFolder } = await import("../../node/compared-side.ts");
  const { weeks, council, "set-both": both = [] } = given;
  const flags = { seeds: seedsAsked(given) ?? "1", ...(weeks === undefined ? {} : { weeks }) };
  // What both inherit is told of once.
  const told = new Set<string>();
  const open = async (word: string, set?: string[]): Promise<Opened> => {
    if (!isResultsFolder(word)) {
      await refuseOtherFolder(word);
      const { described, warnings } = await loadScenario(word, { set: [...both, ...(set ?? [])], council, flags });
      for (const warning of warnings.filter((each) => !told.has(each))) printer.warn(warning);
      for (const warning of warnings) told.add(warning);
      return { word, isFolder: false, described };
    }
    const option = scenarioOption({ ...given, set });
    if (option !== undefined) {
      throw new Failure("invalid", `${option} changes a scenario, and ${word} is a results folder`, [
        "Name the scenario instead: it is run again with the change.",
      ]);
    }
    return { word, isFolder: true, described: describeFolder(word) };
  };
  return [await open(a), await open(b, given.set)];
}

/** A sweep's folder has arms to name; one that is not there has a name that is nearly right. */
async function refuseOtherFolder(word: string): Promise<void> {
  const { isFolderLike, refuseMissing } = await import("../../node/missing-folder.ts");
  const { isSweepFolder } = await import("../../node/sweep/design.ts");
  if (isSweepFolder(word)) {
    throw new Failure("invalid", `${word} is the folder of a sweep: two of its arms can be compared`, [
      `Write: caremarket compare ${shellWord(word)} --arms 0,1`,
    ]);
  }
  if (isFolderLike(word)) refuseMissing(word);
}

/** The seeds asked for; of folders, those that all of them have unless some are asked for. */
async function seedsOf(opened: readonly Opened[], given: Given): Promise<readonly string[]> {
  const folders = opened.filter(({ isFolder }) => isFolder);
  const scenario = opened.find(({ isFolder }) => !isFolder);
  const asked = seedsAsked(given);
  if (asked === undefined && folders.length > 0) return commonSeeds(folders);
  if (scenario !== undefined) return scenario.described.seeds;
  // Seeds are read as those of any scenario are.
  return (await loadScenario("baseline", { set: [], flags: { seeds: asked ?? "" } })).described.seeds;
}

/** Two arms without a seed in common: one that has no run at all is named, whatever the other has. */
function nothingShared(arms: readonly ArmSide[]): Failure {
  const again = "Give the sweep again: what is missing or failed is run again.";
  const empty = arms.find(({ seeds }) => seeds.length === 0);
  if (empty !== undefined) return new Failure("invalid", `arm ${empty.arm.index} has no finished run`, [again]);
  const held = arms.map(({ arm, seeds }) => `arm ${arm.index} has ${seedsText(seeds)}`).join(", ");
  return new Failure("invalid", "the two arms have no seed in common", [`Of seeds, ${held}.`, again]);
}

function commonSeeds(folders: readonly Opened[]): readonly string[] {
  const [first, ...others] = folders;
  const own = ({ arm, described }: Opened): readonly string[] => arm?.seeds ?? described.seeds;
  const common = own(first).filter((seed) => others.every((other) => own(other).includes(seed)));
  if (common.length > 0) return common;
  const arms = folders.flatMap(({ arm }) => arm ?? []);
  if (arms.length > 0) throw nothingShared(arms);
  throw new Failure("invalid", "the results folders have no seed in common", [
    `They hold ${folders.map((each) => `${seedsText(own(each))} (${each.word})`).join(" and ")}.`,
    "Run one of them again with the seeds of the other.",
  ]);
}

async function sidesOf(
  opened: readonly [Opened, Opened],
  asked: ArmsAsked,
  host: Host,
): Promise<readonly [ComparedSide, ComparedSide]> {
  const { seeds, people, workers, limits } = asked;
  const [{ arm: first }, { arm: second }] = opened;
  if (first !== undefined && second !== undefined) {
    const { readArms } = await import("../compared-arms.ts");
    return readArms([first, second], asked, host);
  }
  const { openPool, printer, signal } = host;
  const { readSide, runSide, peopleLeftOut } = await import("../../node/compared-side.ts");
  const { progressBar } = await import("../progress.ts");
  const total = opened.filter(({ isFolder }) => !isFolder).length * seeds.length;
  const bar = await progressBar(printer);
  const parts = new Map<Opened, number>();
  const progressOf =
    (side: Opened) =>
    ({ done, weeks }: Progress): void => {
      parts.set(side, done);
      bar.update({ done: [...parts.values()].reduce((sum, each) => sum + each, 0), total, before: 0, weeks });
    };
  let pool: Runner | undefined;
  try {
    const runner = total > 0 ? (pool = await openPool(Math.min(workers, total), limits.workerBytes)) : undefined;
    const side = async ({ word, isFolder, described }: Opened, own: Opened): Promise<ComparedSide> =>
      isFolder || runner === undefined
        ? readSide(word, seeds)
        : runSide({ described, source: word, seeds, pool: runner, signal, progress: progressOf(own) });
    const [a, b] = await Promise.all([side(opened[0], opened[0]), side(opened[1], opened[1])]);
    return people ? [a, b] : [peopleLeftOut(a), peopleLeftOut(b)];
  } finally {
    bar.stop();
    await pool?.close();
  }
}
