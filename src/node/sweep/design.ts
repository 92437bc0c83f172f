/** The design of a sweep stands in its folder before anything runs, complete in itself: no other file is needed. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type PlannedArm, scenarioOf, type SweepPlan } from "../../experiment/sweeps/index.ts";
import type { ResolvedScenario } from "../../simulation/scenario/index.ts";
import { attempt } from "../file-errors.ts";
import { Failure } from "../failure.ts";
import { refuseMissing, resultsWithin } from "../missing-folder.ts";
import { inDeclaredOrder } from "../reproduce.ts";
import { orderedSeeds } from "../seeds.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import { sha256 } from "../store/checksum.ts";
import { syncFolder } from "../store/file-writer.ts";
import { MANIFEST } from "../store/manifest.ts";
import { placeWhole } from "../store/place.ts";
import { type WeeklyKept, WEEKLY_KEPT } from "./cell.ts";

export const DESIGN = "design.json";
export const SWEEP_RESULTS_FORMAT = 1;

export interface SweepDesign extends SweepPlan {
  readonly sweepFormat: typeof SWEEP_RESULTS_FORMAT;
  readonly weekly: WeeklyKept;
  /** Each run keeps its table of people; left out where none does. */
  readonly people?: true;
}

/** The same arms with other seeds, in seed order. */
export function withSeeds<D extends SweepPlan>(design: D, seeds: readonly string[]): D {
  const ordered = orderedSeeds(seeds);
  return { ...design, seeds: ordered, scenario: { ...design.scenario, seeds: ordered } };
}

/** Hash of what the arms are, whatever they are called and however many seeds they are run with. */
export const designHash = ({ arms, axes, reference }: Pick<SweepPlan, "arms" | "axes" | "reference">): string =>
  sha256(
    canonicalJson([
      axes.map(({ name, values }) => [name, values]),
      arms.map(({ settings, scenarioHash }) => [settings, scenarioHash]),
      reference,
    ]),
  );

/** The scenario of an arm, with its parameters in the order in which the engine declares them. */
export const armScenario = (design: SweepPlan, arm: PlannedArm): ResolvedScenario =>
  inDeclaredOrder(scenarioOf(design, arm));

export async function writeDesign(folder: string, design: SweepDesign): Promise<void> {
  const path = join(folder, DESIGN);
  await placeWhole(path, canonicalJson(design));
  syncFolder(folder);
}

export const isSweepFolder = (folder: string): boolean => existsSync(join(folder, DESIGN));

/** The design of a folder, or a failure in words. */
export function readDesign(folder: string): SweepDesign {
  const path = join(folder, DESIGN);
  if (!existsSync(path)) {
    refuseMissing(folder);
    if (existsSync(join(folder, MANIFEST))) {
      throw new Failure("invalid", `${folder} holds a run, and this is asked of sweeps`, [
        "Name a folder that `caremarket sweep` has written.",
      ]);
    }
    const within = resultsWithin(folder);
    throw new Failure("invalid", `${folder} holds no sweep: it has no ${DESIGN}`, [
      ...(within.length > 0 ? within : ["Name a folder that `caremarket sweep` has written."]),
    ]);
  }
  const text = attempt("read", path, () => readFileSync(path, "utf8"));
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    throw damaged(path, error instanceof Error ? error.message : "it is not JSON");
  }
  return checked(found as Partial<SweepDesign> | null, path);
}

function checked(found: Partial<SweepDesign> | null, path: string): SweepDesign {
  const { sweepFormat, arms, seeds, scenario, axes, reference, weekly, years, people } = found ?? {};
  if (typeof sweepFormat === "number" && sweepFormat > SWEEP_RESULTS_FORMAT) {
    const message = `${path} has format ${sweepFormat}; this version reads up to ${SWEEP_RESULTS_FORMAT}`;
    throw new Failure("invalid", message, ["Use the version of caremarket that wrote it, or a newer one."]);
  }
  const isWhole =
    sweepFormat === SWEEP_RESULTS_FORMAT &&
    [arms, seeds, axes, years].every((each) => Array.isArray(each)) &&
    typeof scenario === "object" &&
    typeof reference === "number" &&
    [undefined, true].includes(people) &&
    WEEKLY_KEPT.includes(weekly as WeeklyKept);
  if (!isWhole) throw damaged(path, "a part of it is missing or of the wrong kind");
  return found as SweepDesign;
}

const damaged = (path: string, why: string): Failure =>
  new Failure("damaged", `${path} is damaged: ${why}`, ["Give the sweep again with its file to write it anew."], {
    path,
  });
