/** What `sweep` and `extend` share: cells run in workers, progress on a terminal, and words or one JSON value at the end. */
import { availableParallelism } from "node:os";
import { Failure } from "../node/failure.ts";
import { nearPath } from "../node/near-path.ts";
import type { CellExecutor } from "../node/sweep/executor.ts";
import type { SweepDesign } from "../node/sweep/design.ts";
import type { FailedRun, SweepOutcome, SweepRequest } from "../node/sweep/run-sweep.ts";
import { engineVersion } from "../simulation/engine-version.ts";
import { WORKERS, workersOf, type Host } from "./command.ts";
import { openQueueExecutor, QUEUE } from "./queue.ts";
import { LIMITS, parseLimit } from "./limits.ts";
import { counted } from "./text.ts";

export const SWEEP_OPTIONS = {
  people: {
    type: "boolean",
    describe: "Keep the table of people of every run: who gains and who loses, on the page and in SQL",
  },
  force: {
    type: "boolean",
    default: false,
    describe: "Replace a sweep that another engine version finished; refused otherwise",
  },
  workers: WORKERS,
  queue: QUEUE,
  "limit-memory": LIMITS["limit-memory"],
  "limit-run": {
    type: "string",
    default: "30m",
    requiresArg: true,
    describe: "A run that takes longer is ended and counts as failed",
  },
} as const;

export interface SweepWords {
  readonly people: boolean | undefined;
  readonly force: boolean;
  readonly workers: string | undefined;
  readonly queue: string | undefined;
  readonly "limit-memory": string;
  readonly "limit-run": string;
  readonly json: boolean;
}

/** How many workers, and how much each run may take, for the line that goes on: with less of either other runs would fail. */
export const limitWords = (given: SweepWords): string[] =>
  (["workers", "limit-memory", "limit-run"] as const).flatMap((option) => {
    const value = given[option];
    const isUsual =
      value === undefined || ("default" in SWEEP_OPTIONS[option] && value === SWEEP_OPTIONS[option].default);
    return isUsual ? [] : [`--${option}`, value];
  });

export type Going = Pick<SweepRequest, "folder" | "makeParent" | "mayReplace" | "afresh" | "slice" | "goOn">;

/** Runs the cells that are missing and says how it went; fails where any cell did. */
export async function goSweep(design: SweepDesign, going: Going, given: SweepWords, host: Host): Promise<void> {
  const { printer, signal } = host;
  const memory = parseLimit("--limit-memory", given["limit-memory"]);
  const seconds = parseLimit("--limit-run", given["limit-run"]);
  const { refuseTooLarge } = await import("../node/sweep/probe.ts");
  refuseTooLarge(design, memory);
  const { runSweep } = await import("../node/sweep/run-sweep.ts");
  const { progressBar } = await import("./progress.ts");
  const executor =
    given.queue === undefined
      ? await openThreads(given, memory, seconds, host)
      : await openQueueExecutor(given.queue, { design, going, given, limitSeconds: seconds }, printer);
  const started = performance.now();
  const bar = await progressBar(printer);
  try {
    const outcome = await runSweep({
      ...going,
      force: given.force,
      withoutPeople: given.people === false,
      design,
      engineVersion,
      executor,
      signal,
      progress: (progress) => bar.update(progress),
      say: (line) => printer.say(line),
    });
    bar.stop();
    await tell(design, outcome, (performance.now() - started) / 1000, given, host);
  } finally {
    bar.stop();
    await executor.close();
  }
}

async function openThreads(
  given: SweepWords,
  memory: number,
  seconds: number,
  { openPool }: Host,
): Promise<CellExecutor> {
  const { threadExecutor } = await import("../node/sweep/executor.ts");
  const workers = workersOf(given.workers, availableParallelism());
  return threadExecutor(await openPool(workers, memory), workers, seconds);
}

async function tell(
  design: SweepDesign,
  outcome: SweepOutcome,
  seconds: number,
  given: SweepWords,
  { printer }: Host,
): Promise<void> {
  const { folder, digest, seeds, report, runs, failed, reused } = outcome;
  const { replayLine } = await import("../node/sweep/replay-line.ts");
  const failures = outcome.failures.map((note) => ({ ...note, replay: replayLine(folder, note) }));
  const rounded = Math.round(seconds * 1000) / 1000;
  const { bytesIn } = await import("../node/sweep/store-size.ts");
  const storeBytes = bytesIn(folder);
  if (given.json) {
    const { name, title, arms } = design;
    const about = { name, title, arms: arms.length, seeds, engineVersion, results: folder, report: report ?? null };
    printer.json({ ...about, digest, runs, failed, reused, seconds: rounded, storeBytes, failures });
  } else {
    const own = runs - reused;
    const rate = own > 0 && seconds > 0 ? `, ${(own / seconds).toFixed(1)} runs a second` : "";
    const { bytesText, durationText } = await import("../node/estimate.ts");
    printer.data(
      [
        `${counted(runs, "run")}: ${own} run now, ${reused} there before, ${failed} failed`,
        `Time      ${durationText(seconds)}${rate}`,
        `Store     ${bytesText(storeBytes)}`,
        `Digest    ${digest}`,
        `Results   ${nearPath(folder)}`,
        ...(report === undefined ? [] : [`Report    ${nearPath(report)}`]),
      ].join("\n"),
    );
  }
  if (failed > 0) throw failedFailure(failures, runs);
}

/** Holes are written down, and the exit code says that there are some. */
function failedFailure(failures: readonly FailedRun[], runs: number): Failure {
  const shown = failures.slice(0, 10);
  const lines = shown.flatMap(({ arm, label, seed, reason, replay }) => [
    `arm ${arm} (${label}), seed ${seed}: ${reason}`,
    `  to replay it: ${replay}`,
  ]);
  if (failures.length > shown.length) lines.push(`and ${failures.length - shown.length} more`);
  const isBug = failures.some((each) => each.isBug);
  const what = `${counted(failures.length, "run")} of ${runs} failed; the others are there`;
  return new Failure(isBug ? "law" : "refused", what, [...lines, "The same command tries them again."]);
}
