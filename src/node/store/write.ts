/** Finished runs become a results folder, one run at a time, in seed order. */
import { join } from "node:path";
import type { ResolvedScenario } from "../../simulation/scenario/resolved.ts";
import type { RunResult } from "../../simulation/result.ts";
import { CRATE, crateOf, type CrateSubject } from "../crate/crate.ts";
import { canonicalJson } from "./canonical-json.ts";
import { digestOfDigests, type FileMark, sha256 } from "./checksum.ts";
import { dictionaryOf, type Dictionary } from "./dictionary.ts";
import { writeWhole } from "./file-writer.ts";
import { discard, openFresh, publish } from "./folder.ts";
import { Gatherer, seriesOf, type Gathering } from "./gathering.ts";
import { MANIFEST, RESULT_FILES, RESULTS_FORMAT, type Manifest } from "./manifest.ts";
import { TableWriter } from "./parquet.ts";
import type { Places } from "./places.ts";
import { reportInput } from "./report-input.ts";
import { countWarnings, summarise, type Summary } from "./summary.ts";
import { TABLES, tableForms, type EngineLegend, type TableName } from "./tables.ts";

/** Everything about a job but its runs. */
export interface Described {
  readonly scenario: ResolvedScenario;
  readonly scenarioHash: string;
  readonly origins: Readonly<Record<string, string>>;
  readonly command: string;
  readonly engineVersion: string;
  /** In seed order. */
  readonly seeds: readonly string[];
}

export interface Finished {
  readonly described: Described;
  readonly legend: EngineLegend;
  /** The finished run of a seed; called once per seed, in order. */
  readonly runOf: (seed: string) => RunResult;
}

/** Only the summary: for a job that writes nothing. */
export function summaryOf({ described, legend, runOf }: Finished): Summary {
  const { gathering, digests, warnings } = collect(described.seeds, legend, runOf, () => {});
  return fullSummary(described, legend, gathering, digests, warnings);
}

/** Writes the folder beside its place and moves it there. */
export async function writeResults(finished: Finished, places: Places): Promise<Summary> {
  openFresh(places);
  try {
    const summary = await fill(places.fresh, finished);
    await publish(places);
    return summary;
  } catch (error) {
    discard(places.fresh);
    throw error;
  }
}

/** Fills an existing empty folder with every file of the results; the manifest comes last. */
export async function fill(folder: string, { described, legend, runOf }: Finished): Promise<Summary> {
  const { writers, gathering, digests, warnings, shape } = writeTables(folder, described.seeds, legend, runOf);
  const summary = fullSummary(described, legend, gathering, digests, warnings);
  const dictionary = dictionaryOf(shape, legend);
  const { digest } = summary;
  const page = await renderPage({ ...described, digest, digests }, dictionary, summary, gathering);
  const files: Record<string, FileMark> = { ...writers };
  files["dictionary.json"] = writeWhole(join(folder, "dictionary.json"), canonicalJson(dictionary));
  files["summary.json"] = writeWhole(join(folder, "summary.json"), canonicalJson(summary));
  files["report.html"] = writeWhole(join(folder, "report.html"), page);
  files[CRATE] = writeWhole(join(folder, CRATE), runCrate({ ...described, digest }));
  const { scenario, ...rest } = described;
  const manifest: Manifest = {
    ...rest,
    resultsFormat: RESULTS_FORMAT,
    name: scenario.name,
    scenario,
    weeks: shape.weeks,
    digests,
    digest,
    files,
  };
  writeWhole(join(folder, MANIFEST), canonicalJson(manifest));
  return summary;
}

/** What the description and the citation of a results folder are made from. */
export function citedRun({
  scenario,
  scenarioHash,
  engineVersion,
  seeds,
  command,
  digest,
  origins,
}: Described & Pick<Manifest, "digest">): Omit<CrateSubject, "parts"> {
  const { name, title, question, source } = scenario;
  const texts = { name, title, question, source };
  const settings = sha256(canonicalJson({ scenario, origins }));
  return { kind: "run", ...texts, hash: scenarioHash, engineVersion, seeds, digest, command, settings };
}

/** The text of the description that goes with this manifest. */
export const runCrate = (described: Described & Pick<Manifest, "digest">): string =>
  crateOf({ ...citedRun(described), parts: [...RESULT_FILES, MANIFEST].filter((file) => file !== CRATE).sort() });

/** The page of a results folder; the drawing code is loaded only here. */
export async function renderPage(
  described: Omit<Described, "weeks"> & Pick<Manifest, "digest" | "digests">,
  dictionary: Dictionary,
  summary: Summary,
  gathering: Gathering,
): Promise<string> {
  const { renderReport } = await import("../../report/index.ts");
  return renderReport(reportInput({ manifest: described, dictionary, summary, gathering }));
}

interface Collected {
  readonly gathering: Gathering;
  readonly digests: Record<string, string>;
  readonly warnings: Record<string, number>;
  readonly shape: RunResult;
}

function collect(
  seeds: readonly string[],
  legend: EngineLegend,
  runOf: (seed: string) => RunResult,
  visit: (run: RunResult) => void,
): Collected {
  const gatherer = new Gatherer();
  const digests: Record<string, string> = {};
  const warnings: (readonly string[])[] = [];
  let shape: RunResult | undefined;
  for (const seed of seeds) {
    const run = runOf(seed);
    shape ??= run;
    visit(run);
    gatherer.add(seriesOf(run, legend));
    digests[seed] = run.digest;
    warnings.push(run.warnings);
  }
  if (shape === undefined) throw new RangeError("no seeds");
  return { gathering: gatherer.finish(), digests, warnings: countWarnings(warnings), shape };
}

function writeTables(
  folder: string,
  seeds: readonly string[],
  legend: EngineLegend,
  runOf: (seed: string) => RunResult,
): Collected & { readonly writers: Record<string, FileMark> } {
  const writers = new Map<TableName, TableWriter>();
  try {
    const collected = collect(seeds, legend, runOf, (run) => {
      const forms = tableForms(run, legend);
      for (const table of TABLES) {
        const { columns, rows } = forms[table];
        const writer = writers.get(table) ?? new TableWriter(join(folder, `${table}.parquet`), columns);
        writers.set(table, writer);
        writer.add(rows(run));
      }
    });
    const marks = TABLES.map((table) => [`${table}.parquet`, writers.get(table)?.close()]);
    return { ...collected, writers: Object.fromEntries(marks) as Record<string, FileMark> };
  } finally {
    for (const writer of writers.values()) writer.abandon();
  }
}

function fullSummary(
  described: Described,
  legend: EngineLegend,
  gathering: Gathering,
  digests: Readonly<Record<string, string>>,
  warnings: Readonly<Record<string, number>>,
): Summary {
  const { scenario, scenarioHash, engineVersion, seeds } = described;
  return {
    scenario: scenario.name,
    title: scenario.title,
    scenarioHash,
    engineVersion,
    seeds,
    weeks: gathering.mondays.length,
    digests,
    digest: digestOfDigests(seeds, digests),
    summary: summarise(gathering, legend.measures),
    warnings,
  };
}
