/** The command that makes a sweep's folder as it is, seeds that were added later among them. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { planSweep } from "../../experiment/sweeps/index.ts";
import { legend } from "../legend.ts";
import { lookupOnDisk, shippedScenarios } from "../scenario-files.ts";
import { seedsText } from "../seeds.ts";
import { keptWord } from "../shell.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import { openSweep } from "../sweep-files.ts";
import { type SweepDesign, withSeeds } from "./design.ts";

/**
 * Of a shipped sweep, its name and every option that changes what is kept; seeds are always said. Any other file is only
 * where it was typed, so the folder makes itself again: its design needs no file.
 */
export function sweepLine(design: SweepDesign): string {
  const { name, seeds, council, weekly, people } = design;
  if (!isShipped(design)) return "caremarket reproduce .";
  const words = ["caremarket", "sweep", name, "--seeds", seedsText(seeds)];
  if (council !== undefined) words.push("--council", council);
  if (weekly !== "headline") words.push("--weekly", weekly);
  if (people === true) words.push("--people");
  return words.map(keptWord).join(" ");
}

/** Sweeps that are known to be shipped, or not; a design does not change. */
const known = new WeakMap<SweepDesign, boolean>();

function isShipped(design: SweepDesign): boolean {
  const found = known.get(design) ?? isPlannedAs(design);
  known.set(design, found);
  return found;
}

/** True where the shipped sweep of this name is this one, to the last word. */
function isPlannedAs(design: SweepDesign): boolean {
  const path = join(shippedScenarios(), "sweeps", `${design.name}.yaml`);
  if (!/^[\w-]+$/.test(design.name) || !existsSync(path)) return false;
  const opened = openSweep(path);
  if (!opened.ok) return false;
  const { entry } = opened;
  // Councils of the folder that we are in are not shipped.
  const lookup = lookupOnDisk(shippedScenarios(), shippedScenarios());
  const { council } = design;
  const measures = legend.measures.map(({ key }) => key);
  const planned = planSweep({ entry, lookup, measures, ...(council === undefined ? {} : { council }) });
  if (!planned.ok) return false;
  const { sweepFormat, weekly, people } = design;
  const made = { ...withSeeds(planned.plan, design.seeds), sweepFormat, weekly, ...(people ? { people } : {}) };
  return canonicalJson(made) === canonicalJson(design);
}
