/** `sweep`: every arm of a design with every seed, into a folder that can be gone on with at any time. */
import { availableParallelism } from "node:os";
import { basename } from "node:path";
import type { InferredOptionTypes } from "yargs";
import { shellWord } from "../../node/shell.ts";
import { command, councilOption, JSON_OUTPUT, workersOf, type Host } from "../command.ts";
import { parseLimit } from "../limits.ts";
import { loadSweep } from "../load-sweep.ts";
import { shownQueue } from "../queue.ts";
import { goSweep, limitWords, SWEEP_OPTIONS } from "../sweep-run.ts";
import { aligned, counted } from "../text.ts";

const OPTIONS = {
  seeds: { type: "string", requiresArg: true, describe: "Seeds in place of the file's: 1-20, or 1,2,7-9" },
  council: councilOption("all arms happen", "the files'"),
  out: {
    type: "string",
    requiresArg: true,
    describe: "The results folder itself; output/<name>-<hash> unless said otherwise",
  },
  weekly: {
    choices: ["headline", "all", "none"],
    default: "headline",
    requiresArg: true,
    describe: "Which measures are kept week by week beside the yearly figures of all",
  },
  slice: { type: "string", requiresArg: true, describe: "Run one part of the sweep, such as 3/64; see merge" },
  resume: {
    type: "boolean",
    default: true,
    describe: "Go on where an earlier call stopped; --no-resume runs all again",
  },
  "dry-run": {
    type: "boolean",
    default: false,
    describe: "Say how many runs, how long and how much disk; run a few to know",
  },
  ...SWEEP_OPTIONS,
  json: JSON_OUTPUT,
} as const;

type Given = InferredOptionTypes<typeof OPTIONS> & { readonly sweep: string | undefined };

export const sweep = command({
  usage: "sweep <sweep>",
  describe: "Run every arm of a sweep with every seed; what is there already is not run again",
  words: { sweep: { type: "string", describe: "A sweep file, or the name of one here or among the shipped ones" } },
  options: OPTIONS,
  examples: [
    ["sweep tiny", "A small shipped sweep, results under output/"],
    ["sweep living-wage-precept-rates --dry-run", "How long would it take here?"],
    ["sweep mine.yaml --out results/mine --seeds 1-100", "More seeds: only the new ones are run"],
    ["sweep mine.yaml --people", "Keep everybody in every run: the page then says who gains and who loses"],
    ["sweep mine.yaml --council sparse-rural", "The same question in another council, in a folder of its own"],
    ["sweep mine.yaml --slice 3/64", "One of 64 parts, to be merged later"],
    ["sweep mine.yaml --queue redis://big-machine", "Run by every `caremarket worker` at that queue"],
  ],
  handle: (given, host) => sweepCommand(given, host),
});

async function sweepCommand(given: Given, host: Host): Promise<void> {
  const named = given.sweep ?? "";
  const { sliceOf } = await import("../../node/sweep/slice.ts");
  const { usualFolder } = await import("../../node/store/places.ts");
  const { designHash } = await import("../../node/sweep/design.ts");
  const slice = given.slice === undefined ? undefined : sliceOf(given.slice);
  const { weekly } = given;
  const people = given.people === true;
  const design = await loadSweep(named, { seeds: given.seeds, council: given.council, weekly, people }, host.printer);
  if (given["dry-run"]) return dryRun(design, slice, given, host);
  const part = slice === undefined ? "" : `-slice-${slice.part}-of-${slice.parts}`;
  const folder = given.out ?? `${usualFolder(design.name, designHash(design))}${part}`;
  const words = ["caremarket", "sweep", named];
  for (const option of ["seeds", "council", "out", "slice"] as const) {
    const value = given[option];
    if (value !== undefined) words.push(`--${option}`, value);
  }
  words.push(...limitWords(given));
  if (given.queue !== undefined) words.push("--queue", shownQueue(given.queue));
  if (weekly !== "headline") words.push("--weekly", weekly);
  if (people) words.push("--people");
  const goOn = words.map(shellWord).join(" ");
  const going = { folder, makeParent: given.out === undefined, mayReplace: false, afresh: !given.resume, slice, goOn };
  await goSweep(design, going, given, host);
}

async function dryRun(
  design: Awaited<ReturnType<typeof loadSweep>>,
  slice: { readonly part: number; readonly parts: number } | undefined,
  given: Given,
  { printer, signal, openPool }: Host,
): Promise<void> {
  const workers = workersOf(given.workers, availableParallelism());
  const { Failure } = await import("../../node/failure.ts");
  if (given.queue !== undefined) {
    throw new Failure("invalid", "--dry-run finds out how fast this machine is, and --queue is for others", [
      "Leave --queue out; divide the time by how many times as many threads your machines have.",
    ]);
  }
  const { bytesText, durationText } = await import("../../node/estimate.ts");
  const { probeSweep, refuseTooLarge } = await import("../../node/sweep/probe.ts");
  const { threadExecutor } = await import("../../node/sweep/executor.ts");
  const memory = parseLimit("--limit-memory", given["limit-memory"]);
  refuseTooLarge(design, memory);
  const pool = await openPool(workers, memory);
  const stop = (): void => void pool.close();
  signal.addEventListener("abort", stop, { once: true });
  try {
    const executor = threadExecutor(pool, workers, parseLimit("--limit-run", given["limit-run"]));
    const probe = await probeSweep(design, executor, workers, slice);
    if (given.json) return printer.json({ dryRun: true, name: design.name, workers, ...probe });
    printer.data(
      aligned([
        ["Sweep", `${basename(design.name)}: ${design.title}`],
        ["Runs", `${probe.runs} (${counted(probe.arms, "arm")}, ${counted(probe.seeds, "seed")})`],
        [
          "Time",
          `about ${durationText(probe.seconds)} with ${counted(workers, "worker")}, ${probe.secondsPerRun.toFixed(2)} s a run`,
        ],
        [
          "Disk",
          `about ${bytesText(probe.diskBytes)}${probe.peopleBytes === 0 ? "" : `, of which ${bytesText(probe.peopleBytes)} for people`}`,
        ],
      ]),
    );
    printer.say("Nothing was written.");
  } catch (error) {
    if (signal.aborted) throw new Failure("interrupted", "Interrupted.", ["Nothing was written."]);
    const { WorkerDied } = await import("../../node/pool.ts");
    if (!(error instanceof WorkerDied)) throw error;
    const limit = error.isOutOfMemory ? "--limit-memory" : "--limit-run";
    throw new Failure("refused", `a run that was made to find out ended: ${error.reason}`, [
      `In the sweep it would count as failed. Allow more with ${limit}.`,
    ]);
  } finally {
    signal.removeEventListener("abort", stop);
    await pool.close();
  }
}
