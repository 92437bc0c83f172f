/** A results folder reproduces if every run gives its digest again and every table its bytes. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineVersion } from "../simulation/engine-version.ts";
import { leaves } from "../model/levers/index.ts";
import { hashScenario, type ResolvedScenario } from "../simulation/scenario/index.ts";
import type { Progress } from "./each-seed.ts";
import { attempt } from "./file-errors.ts";
import { Failure } from "./failure.ts";
import { legend } from "./legend.ts";
import type { Runner } from "./pool.ts";
import { runSeeds } from "./run-seeds.ts";
import { cellsInFolder, type Cells } from "./store/cells.ts";
import { digestOfDigests, sameMark } from "./store/checksum.ts";
import { MANIFEST, type Manifest, readManifest, resultsFolder } from "./store/manifest.ts";
import { openResults } from "./store/read.ts";
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
  checkItself(folder, manifest);
  checkEngine(folder, manifest, anyEngine);
  const scratch = attempt("create", tmpdir(), () => mkdtempSync(join(tmpdir(), "caremarket-reproduce-")));
  try {
    const cells = cellsInFolder(join(scratch, "runs"), "reproduce");
    const job = {
      scenario: inDeclaredOrder(manifest.scenario),
      seeds: manifest.seeds,
      options: { checks: "basic", timings: false } as const,
    };
    const failures = await runSeeds({ ...job, pool, signal, progress }, cells);
    if (signal.aborted) {
      throw new Failure("interrupted", "interrupted", ["Nothing was changed. Start again when you like."]);
    }
    if (failures.length > 0) throw notRun(folder, failures[0].seed, failures[0].error);
    compareDigests(folder, manifest, cells);
    const files = await compareFiles(folder, manifest, cells, join(scratch, "again"));
    return { folder, engineVersion, seeds: manifest.seeds.length, digest: manifest.digest, files };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
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
  const { scenario, scenarioHash, seeds, digests, digest } = manifest;
  if (hashScenario(scenario) !== scenarioHash) {
    throw differs(folder, MANIFEST, "its scenario does not have the hash it names");
  }
  if (digestOfDigests(seeds, digests) !== digest) throw differs(folder, MANIFEST, "its digest is not that of its runs");
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
  const made = readManifest(again).files;
  const compared = Object.keys(manifest.files).filter((file) => !NOT_COMPARED.includes(file));
  for (const file of compared) {
    if (!Object.hasOwn(made, file)) throw differs(folder, file, "is not made by this version");
    if (!sameMark(made[file], manifest.files[file])) throw differs(folder, file, "comes out with other bytes");
  }
  return compared;
}

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
