/** A results folder reproduces if every run gives its digest again and every table its bytes. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { engineVersion } from "../simulation/engine-version.ts";
import { leaves } from "../model/levers/index.ts";
import type { ResolvedScenario } from "../simulation/scenario/index.ts";
import type { Progress } from "./each-seed.ts";
import { attempt } from "./file-errors.ts";
import { Failure } from "./failure.ts";
import { legend } from "./legend.ts";
import type { Runner } from "./pool.ts";
import { runSeeds } from "./run-seeds.ts";
import { scratchFolder } from "./store/scratch.ts";
import { discard } from "./store/folder.ts";
import { cellsInFolder, type Cells } from "./store/cells.ts";
import { canonicalJson } from "./store/canonical-json.ts";
import { sameMark } from "./store/checksum.ts";
import { contradictions } from "./store/contradictions.ts";
import { MANIFEST, type Manifest, readManifest, RESULT_FILES, resultsFolder } from "./store/manifest.ts";
import { openResults, strangersIn } from "./store/read.ts";
import { fill } from "./store/write.ts";

export interface ReproduceRequest {
  /** The results folder, or a file in it. */
  readonly folder: string;
  /** Compare even if another engine version wrote the folder. */
  readonly anyEngine: boolean;
  readonly pool: Runner;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

export interface Reproduced {
  readonly folder: string;
  readonly engineVersion: string;
  readonly seeds: number;
  readonly digest: string;
  /** Files whose bytes came out the same. */
  readonly files: readonly string[];
}

/** The page holds drawings, which may improve without any number changing; its checksum was verified all the same. */
const NOT_COMPARED = ["report.html"];

/** Returns only if everything is identical; otherwise fails with kind "damaged" and the first difference. */
export async function reproduceResults(request: ReproduceRequest): Promise<Reproduced> {
  const { anyEngine, pool, signal, progress } = request;
  const folder = resultsFolder(request.folder);
  const { manifest } = openResults(folder);
  for (const { file, what } of strangersIn(folder, [MANIFEST, ...RESULT_FILES])) throw differs(folder, file, what);
  checkItself(folder, manifest);
  checkEngine(folder, manifest, anyEngine);
  const scratch = scratchFolder("reproduce");
  try {
    const cells = cellsInFolder(join(scratch, "runs"), "reproduce");
    const job = {
      scenario: inDeclaredOrder(manifest.scenario),
      seeds: manifest.seeds,
      options: { checks: "basic", timings: false } as const,
    };
    const failures = await runSeeds({ ...job, pool, signal, progress }, cells);
    if (signal.aborted) {
      throw new Failure("interrupted", "Interrupted.", ["Nothing was changed. Start again when you like."]);
    }
    if (failures.length > 0) throw notRun(folder, failures[0].seed, failures[0].error);
    compareDigests(folder, manifest, cells);
    const files = await compareFiles(folder, manifest, cells, join(scratch, "again"));
    return { folder, engineVersion, seeds: manifest.seeds.length, digest: manifest.digest, files };
  } finally {
    discard(scratch);
  }
}

/** The manifest sorts its keys; the engine gets the parameters in the order in which they are declared. */
export function inDeclaredOrder(scenario: ResolvedScenario): ResolvedScenario {
  const paths = [...leaves.map(({ path }) => path), ...Object.keys(scenario.values)];
  const known = [...new Set(paths)].filter((path) => Object.hasOwn(scenario.values, path));
  return { ...scenario, values: Object.fromEntries(known.map((path) => [path, scenario.values[path]])) };
}

/** A manifest that was edited contradicts itself. */
export function checkItself(folder: string, manifest: Manifest): void {
  for (const what of contradictions(manifest)) throw differs(folder, MANIFEST, what);
}

export function checkEngine(
  folder: string,
  { engineVersion: madeBy }: Pick<Manifest, "engineVersion">,
  anyEngine: boolean,
): void {
  if (madeBy === engineVersion || anyEngine) return;
  throw new Failure(
    "damaged",
    `${folder} was made by engine ${madeBy}; this is engine ${engineVersion}`,
    ["Use the version that made it, or compare all the same with --any-engine."],
    { folder, madeBy, engineVersion },
  );
}

function compareDigests(folder: string, manifest: Manifest, cells: Cells): void {
  for (const seed of manifest.seeds) {
    const found = cells.get(seed).digest;
    const stored = manifest.digests[seed];
    if (found !== stored) throw otherDigest(folder, seed, stored, found);
  }
}

/** The run of a seed came out otherwise than the folder says. */
export const otherDigest = (folder: string, seed: string, stored: string, found: string): Failure =>
  differs(folder, MANIFEST, `seed ${seed} has digest ${stored} there and ${found} here`);

async function compareFiles(folder: string, manifest: Manifest, cells: Cells, again: string): Promise<string[]> {
  attempt("create", again, () => mkdirSync(again));
  const { scenario, scenarioHash, origins, command, seeds } = manifest;
  // The version that the files name is the one that made them.
  const described = { scenario, scenarioHash, origins, command, seeds, engineVersion: manifest.engineVersion };
  await fill(again, { described, legend, runOf: (seed) => cells.get(seed) });
  const made = readManifest(again);
  const key = firstOtherwise(unfiled(manifest), unfiled(made));
  if (key !== undefined) throw differs(folder, MANIFEST, `${key} is not what comes out`);
  const compared = Object.keys(made.files).filter((file) => !NOT_COMPARED.includes(file));
  for (const file of compared) {
    if (!sameMark(made.files[file], manifest.files[file])) throw differs(folder, file, "comes out with other bytes");
  }
  return compared;
}

/** All of a manifest but the marks of its files, which are compared one by one. */
const unfiled = (manifest: Manifest): unknown => ({ ...manifest, files: {} });

/** The first key, in the order of the text, whose value is not the same; keys within keys are joined by points. */
function firstOtherwise(there: unknown, here: unknown): string | undefined {
  if (!isBag(there) || !isBag(here)) return undefined;
  const keys = [...new Set([...Object.keys(there), ...Object.keys(here)])].sort();
  for (const key of keys) {
    const [one, other] = [there[key] ?? null, here[key] ?? null];
    if (Object.hasOwn(there, key) === Object.hasOwn(here, key) && canonicalJson(one) === canonicalJson(other)) continue;
    const within = firstOtherwise(one, other);
    return within === undefined ? key : `${key}.${within}`;
  }
  return undefined;
}

const isBag = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One item of what somebody named came out otherwise. */
export const differs = (folder: string, file: string, how: string, lines: readonly string[] = [], data = {}): Failure =>
  new Failure("damaged", `${folder} does not reproduce: ${file}: ${how}`, lines, { folder, file, how, ...data });

const notRun = (folder: string, seed: string, error: unknown): Failure =>
  new Failure(
    "damaged",
    `${folder} does not reproduce: seed ${seed} does not run: ${error instanceof Error ? error.message : String(error)}`,
    [],
    { folder, seed },
  );
