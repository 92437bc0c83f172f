/** A sweep that is given again keeps the seeds that its folder has beyond those asked for: nobody asked to lose them. */
import { seedsText } from "../seeds.ts";
import { CellStore } from "./cell-store.ts";
import { cellsOf, keptOf } from "./cells-of.ts";
import { type SweepDesign, withSeeds } from "./design.ts";
import type { Slice } from "./slice.ts";
import { readSweepSummary } from "./summary.ts";

export interface SeedsAsked {
  readonly folder: string;
  readonly engineVersion: string;
  readonly slice: Slice | undefined;
  readonly say: (line: string) => void;
}

/**
 * The design that was asked for, with the seeds of the folder's own design that are finished there. Of a sweep that came to
 * its end all are; of one that was stopped, those with a run, failed or not, in every arm. What is left out is said.
 */
export function withKeptSeeds(before: SweepDesign, asked: SweepDesign, about: SeedsAsked): SweepDesign {
  const { folder, engineVersion, slice, say } = about;
  const extra = before.seeds.filter((seed) => !asked.seeds.includes(seed));
  if (extra.length === 0) return asked;
  const store = new CellStore(folder, engineVersion);
  const isFinished = readSweepSummary(folder) !== undefined;
  const kept = keptOf(before);
  const isWhole = (seed: string): boolean =>
    cellsOf(withSeeds(before, [seed]), slice).every((cell) => store.state(cell, kept) !== "missing");
  const staying = extra.filter((seed) => isFinished || isWhole(seed));
  const leaving = extra.filter((seed) => !staying.includes(seed));
  if (staying.length > 0) {
    const all = asked.seeds.length + staying.length;
    say(`The folder has more seeds than were asked for, ${seedsText(staying)}, and they stay: ${all} seeds in all.`);
  }
  if (leaving.length > 0) {
    say(`Seeds ${seedsText(leaving)} were begun there and are not finished; their runs wait until they are asked for.`);
  }
  return withSeeds(asked, [...asked.seeds, ...staying]);
}
