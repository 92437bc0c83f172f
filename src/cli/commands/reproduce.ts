/** `reproduce`: makes results again and says whether every digest and every table is the same. */
import { availableParallelism } from "node:os";
import type { InferredOptionTypes } from "yargs";
import { Failure } from "../../node/failure.ts";
import { command, type Host, JSON_OUTPUT, WORKERS, workersOf } from "../command.ts";
import type { PublishedPage } from "../../node/published-page.ts";
import type { Reproduced, ReproduceRequest } from "../../node/reproduce.ts";
import { counted } from "../text.ts";

const OPTIONS = {
  "any-engine": { type: "boolean", default: false, describe: "Compare even if another engine version wrote it" },
  sample: {
    type: "string",
    requiresArg: true,
    describe: "Of a sweep or a bundle run only so many, chosen by a hash: the same for everybody",
  },
  workers: WORKERS,
  json: JSON_OUTPUT,
} as const;

type Given = InferredOptionTypes<typeof OPTIONS>;

export const reproduce = command({
  usage: "reproduce <results>",
  describe: "Make a run, a sweep or a replay bundle again and compare it run by run and table by table",
  words: {
    results: { type: "string", describe: "A results folder, a report in one or sent from one, or a replay bundle" },
  },
  options: OPTIONS,
  examples: [
    ["reproduce output/baseline-1a2b3c4d", 'Says "identical", or ends with code 5 and the first difference'],
    ["reproduce output/tiny-5e6f7a8b --sample 20", "Twenty cells of a sweep, chosen by a hash"],
    ["reproduce mailed.bundle.json", "A replay bundle, wherever it came from"],
    ["reproduce output/baseline-1a2b3c4d --any-engine", "Does this version give the same results as that one?"],
  ],
  handle: async (given, host) => {
    const { publishedPage } = await import("../../node/published-page.ts");
    const page = publishedPage(given.results ?? "");
    if (page !== undefined) return reproduceAlone(page, given, host);
    const { kindOfResults } = await import("../../node/results-kind.ts");
    const { kind, path } = kindOfResults(given.results ?? "");
    const sample = sampleOf(given.sample);
    if (kind !== "run") return reproduceRuns(kind, path, sample, given, host);
    if (sample !== undefined) {
      throw new Failure("invalid", "--sample goes with a sweep or a replay bundle", [
        "The tables of a run need all of its seeds. Bundle it first: caremarket bundle.",
      ]);
    }
    const { reproduceResults } = await import("../../node/reproduce.ts");
    return reproduceRun((common) => reproduceResults({ ...common, folder: path }), given, host);
  },
});

function sampleOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,7}$/.test(text) && Number(text) >= 1) return Number(text);
  throw new Failure("invalid", `--sample "${text}" is no number of runs`, ["Allowed: a whole number from 1."]);
}

/** A page outside its folder: made again where its line finds its scenario here, and else told what is needed. */
async function reproduceAlone(page: PublishedPage, given: Given, host: Host): Promise<void> {
  const { needsFolder } = await import("../../node/published-page.ts");
  const { wordsOf } = await import("../../node/shell.ts");
  if (page.kind !== "run") throw needsFolder(page, "the page names its arms and does not hold them");
  const { askedIn, loadScenario } = await import("../load.ts");
  const asked = askedIn(wordsOf(page.line));
  if (asked === undefined) throw needsFolder(page, "the line that made it is not on it");
  const loaded = await loadScenario(asked.named, asked).catch((error: unknown) => {
    if (error instanceof Failure) return undefined;
    throw error;
  });
  if (loaded === undefined) throw needsFolder(page, `its scenario ${asked.named} is not here`);
  const { described } = loaded;
  if (described.scenarioHash !== page.hash) {
    throw needsFolder(page, `${asked.named} is another scenario here than the one it was made from`);
  }
  const { reproducePage } = await import("../../node/reproduce-page.ts");
  await reproduceRun((common) => reproducePage({ ...common, page, described }), given, host);
}

async function reproduceRun(
  again: (common: Omit<ReproduceRequest, "folder">) => Promise<Reproduced>,
  given: Given,
  { printer, signal, openPool }: Host,
): Promise<void> {
  const workers = workersOf(given.workers, availableParallelism());
  const { progressBar } = await import("../progress.ts");
  const pool = await openPool(workers);
  try {
    const bar = await progressBar(printer);
    const found = await again({
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
}

async function reproduceRuns(
  kind: "sweep" | "bundle",
  folder: string,
  sample: number | undefined,
  given: Given,
  { printer, signal, openPool }: Host,
): Promise<void> {
  const workers = workersOf(given.workers, availableParallelism());
  const reproduceOne =
    kind === "sweep"
      ? (await import("../../node/sweep/reproduce-sweep.ts")).reproduceSweep
      : (await import("../../node/bundle/reproduce.ts")).reproduceBundle;
  const { progressBar } = await import("../progress.ts");
  const pool = await openPool(workers);
  try {
    const bar = await progressBar(printer);
    const found = await reproduceOne({
      folder,
      anyEngine: given["any-engine"],
      sample,
      workers,
      pool,
      signal,
      progress: (progress) => bar.update(progress),
    }).finally(() => bar.stop());
    if (given.json) return printer.json({ identical: true, ...found });
    const { runs, of, files, failed, digest } = found;
    printer.data(runs < of ? `identical: ${runs} of ${of} runs, all the same` : "identical");
    const tables = files.length === 0 ? "" : ` and ${counted(files.length, "file")}`;
    const holes =
      failed === 0 ? "" : ` ${counted(failed, "run")} had failed and ${failed === 1 ? "is" : "are"} no part of this.`;
    printer.say(`${counted(runs, "run")}${tables}, digest ${digest}.${holes}`);
  } finally {
    await pool.close();
  }
}
