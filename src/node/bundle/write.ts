/** A results folder, of a run or of a sweep, becomes a replay bundle; only whole results do. */
import { basename, join, resolve } from "node:path";
import { engineVersion } from "../../simulation/engine-version.ts";
import { Failure } from "../failure.ts";
import { refuseOther } from "../own-file.ts";
import { checkItself } from "../reproduce.ts";
import { kindOfResults } from "../results-kind.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import { placeWhole } from "../store/place.ts";
import { placesOf } from "../store/places.ts";
import { openResults } from "../store/read.ts";
import { CellStore } from "../sweep/cell-store.ts";
import { cellsOf } from "../sweep/cells-of.ts";
import { openWhole } from "../sweep/reproduce-sweep.ts";
import { engineOfSweep } from "../sweep/summary.ts";
import { type Bundle, type BundleRun, sealed } from "./format.ts";

export interface WrittenBundle {
  readonly path: string;
  readonly bundle: Bundle;
  readonly bytes: number;
}

/** Writes the bundle of a folder, or of a file in it, beside the folder unless told where. */
export async function writeBundle(named: string, out: string | undefined): Promise<WrittenBundle> {
  const { kind, path: folder } = kindOfResults(named);
  if (kind === "bundle") {
    throw new Failure("invalid", `${named} is no results folder`, ["Name one that holds results."]);
  }
  const bundle = kind === "sweep" ? bundleOfSweep(folder) : bundleOfRun(folder);
  const { final, parent } = placesOf(folder);
  const path = out === undefined ? join(parent, `${basename(final)}.bundle.json`) : resolve(out);
  refuseOther(path, {
    what: "replay bundle",
    isOurs: (text) => text.includes('"bundleFormat"'),
    otherwise: "Choose another file with --out.",
  });
  const text = canonicalJson(bundle);
  await placeWhole(path, text);
  return { path, bundle, bytes: Buffer.byteLength(text) };
}

function bundleOfRun(folder: string): Bundle {
  const { manifest } = openResults(folder);
  checkItself(folder, manifest);
  const { scenario, scenarioHash, seeds, digests, digest, name } = manifest;
  const { title, question } = scenario;
  const about = { kind: "run", name, title, question, digest, seeds, weekly: "none", arms: 1 } as const;
  return sealed({
    about: { ...about, engineVersion: manifest.engineVersion },
    scenario,
    arms: [{ index: 0, label: title === "" ? name : title, settings: {}, scenarioHash, changes: {} }],
    runs: seeds.map((seed): BundleRun => ({ arm: 0, seed, digest: digests[seed] })),
  });
}

function bundleOfSweep(folder: string): Bundle {
  const { inspection } = openWhole(folder);
  const { design, digest } = inspection;
  const { name, title, question, seeds, weekly, people, scenario } = design;
  const store = new CellStore(folder, engineOfSweep(folder, engineVersion));
  const cells = cellsOf(design);
  const arms = [...new Map(cells.map(({ arm }) => [arm.index, arm])).values()];
  const runs = cells.map((cell): BundleRun => {
    const found = store.read(cell, false);
    const { arm, seed } = cell;
    const reason = store.failure(cell)?.reason;
    if (found !== undefined) {
      const mark = people === undefined || found.peopleMark === undefined ? {} : { people: found.peopleMark };
      const lacking = reason === undefined ? mark : { reason };
      return { arm: arm.index, seed, digest: found.digest, content: found.content, ...lacking };
    }
    return { arm: arm.index, seed, reason: reason ?? "it has not been run" };
  });
  const about = { kind: "sweep", name, title, question, digest, seeds, weekly, arms: arms.length } as const;
  return sealed({
    about: { ...about, engineVersion: store.engineVersion, ...(people === true ? { people } : {}) },
    scenario,
    arms: arms.map(({ index, label, settings, scenarioHash, changes }) => ({
      index,
      label,
      settings,
      scenarioHash,
      changes,
    })),
    runs,
  });
}
