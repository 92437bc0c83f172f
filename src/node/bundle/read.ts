/** A replay bundle is read only if it is whole and every item of it is the one that was written. */
import { readFileSync } from "node:fs";
import { hashScenario } from "../../simulation/scenario/index.ts";
import { attempt } from "../file-errors.ts";
import { Failure } from "../failure.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import { digestOfDigests, sha256 } from "../store/checksum.ts";
import {
  armName,
  BUNDLE_FORMAT,
  type Bundle,
  type BundleAbout,
  type BundleRun,
  checksumOf,
  itemsOf,
  runName,
} from "./format.ts";

/** The bundle in a file; a failure that names the first item that is missing or was changed. */
export function readBundle(path: string): Bundle {
  const text = attempt("read", path, () => readFileSync(path, "utf8"));
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    if (!text.trimStart().startsWith("{")) throw noBundle(path);
    const why = error instanceof Error ? error.message : "it is not JSON";
    throw wrong(path, "the file", `is not whole: ${why}`);
  }
  if (!isBag(found) || !("bundleFormat" in found)) {
    throw noBundle(path);
  }
  const { bundleFormat } = found;
  if (typeof bundleFormat === "number" && bundleFormat > BUNDLE_FORMAT) {
    const message = `${path} has bundle format ${bundleFormat}; this version reads up to ${BUNDLE_FORMAT}`;
    throw new Failure("invalid", message, ["Use the version of caremarket that wrote it, or a newer one."]);
  }
  checkShape(path, found);
  const bundle = found as unknown as Bundle;
  for (const run of bundle.runs) {
    if (!isRunOf(bundle.about, run)) throw wrong(path, runName(run), "has neither what it gave nor why it failed");
  }
  checkItems(path, bundle);
  checkWhole(path, bundle);
  return bundle;
}

const noBundle = (path: string): Failure =>
  new Failure("invalid", `${path} is no replay bundle`, [
    "Name a results folder, or a file that `caremarket bundle` has written.",
  ]);

const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every part is there and of its kind, down to what the checks that follow ask for. */
function checkShape(
  path: string,
  { bundleFormat, about, scenario, arms, runs, checksums }: Record<string, unknown>,
): void {
  const areAll = (values: unknown, isRight: (value: Record<string, unknown>) => boolean): boolean =>
    Array.isArray(values) && values.every((value) => isBag(value) && isRight(value));
  const areTexts = (bag: Record<string, unknown>, ...keys: readonly string[]): boolean =>
    keys.every((key) => typeof bag[key] === "string");
  const parts: readonly (readonly [string, boolean])[] = [
    ["bundleFormat", bundleFormat === BUNDLE_FORMAT],
    ["checksums", isBag(checksums)],
    [
      "about",
      isBag(about) &&
        ["run", "sweep"].includes(String(about["kind"])) &&
        areTexts(about, "name", "engineVersion", "digest", "weekly") &&
        Array.isArray(about["seeds"]) &&
        about["seeds"].every((seed) => typeof seed === "string"),
    ],
    ["scenario", isBag(scenario) && isBag(scenario["values"])],
    [
      "arms",
      areAll(arms, (arm) => Number.isInteger(arm["index"]) && areTexts(arm, "scenarioHash") && isBag(arm["changes"])),
    ],
    ["runs", areAll(runs, (run) => Number.isInteger(run["arm"]) && areTexts(run, "seed"))],
  ];
  const bad = parts.find(([, isRight]) => !isRight);
  if (bad !== undefined) throw wrong(path, bad[0], "is missing or of the wrong kind");
}

/**
 * A run came to its end and has every checksum that such a run has, or it failed and has the reason and none of them. One
 * that failed when it was made again has its figures from before, and the reason in place of its people.
 */
function isRunOf({ kind, people }: BundleAbout, run: BundleRun): boolean {
  const whole = people === true ? "content,digest,people" : "content,digest";
  const allowed = kind === "sweep" ? [whole, "content,digest,reason", "reason"] : ["digest"];
  const there = Object.entries(run).filter(([key]) => key !== "arm" && key !== "seed");
  const areTexts = there.every(([, value]) => typeof value === "string" && value !== "");
  const keys = there
    .map(([key]) => key)
    .sort()
    .join();
  return areTexts && allowed.includes(keys);
}

function checkItems(path: string, bundle: Bundle): void {
  for (const [name, value] of itemsOf(bundle)) {
    if (bundle.checksums[name] !== checksumOf(value)) {
      const how = Object.hasOwn(bundle.checksums, name) ? "is not what was written (checksum)" : "has no checksum";
      throw wrong(path, name, how);
    }
    if (name !== "scenario") continue;
    // What arms are changes of is known; each must now be what its hash says.
    for (const arm of bundle.arms) {
      const values = { ...bundle.scenario.values, ...arm.changes };
      if (hashScenario({ ...bundle.scenario, values }) === arm.scenarioHash) continue;
      throw wrong(path, armName(arm), "does not have the hash it names");
    }
  }
}

/** Every arm has a run of every seed, in order, and together they have the digest of the results. */
function checkWhole(path: string, { about, arms, runs, checksums }: Bundle): void {
  const known = new Set(itemsOf({ about, scenario: {} as never, arms, runs }).map(([name]) => name));
  const wanted = about.seeds.flatMap((seed) => arms.map(({ index }) => ({ arm: index, seed })));
  if (arms.length !== about.arms) throw wrong(path, "arms", `are ${arms.length} instead of ${about.arms}`);
  for (const [place, each] of wanted.entries()) {
    const found = runs.at(place);
    if (found?.arm === each.arm && found.seed === each.seed) continue;
    throw wrong(path, runName(each), "is missing");
  }
  if (runs.length > wanted.length) throw wrong(path, runName(runs[wanted.length]), "is one too many");
  const left = Object.keys(checksums).find((name) => name !== "all" && !known.has(name));
  if (left !== undefined) throw wrong(path, left, "is missing");
  const { all, ...each } = checksums;
  if (sha256(canonicalJson(each)) !== all) throw wrong(path, "checksums", "are not those that were written");
  const hashes = new Map(arms.map(({ index, scenarioHash }) => [index, scenarioHash]));
  const digest =
    about.kind === "run"
      ? digestOfDigests(about.seeds, Object.fromEntries(runs.map((run) => [run.seed, run.digest ?? ""])))
      : sha256(runs.map((run) => `${hashes.get(run.arm)} ${run.seed} ${run.content ?? "failed"}\n`).join("")).slice(
          0,
          32,
        );
  if (digest !== about.digest) throw wrong(path, "about", "does not have the digest of its runs");
}

const wrong = (path: string, item: string, how: string): Failure =>
  new Failure("damaged", `${path} is damaged: ${item} ${how}`, ["Nothing was run. Ask for the bundle again."], {
    path,
    item,
    how,
  });
