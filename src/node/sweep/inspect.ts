/** What a sweep's folder holds, cell by cell: what is done, what is missing, what is not what was written. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { scenarioOf } from "../../experiment/sweeps/index.ts";
import { hashScenario } from "../../simulation/scenario/index.ts";
import { namesIn } from "../store/listing.ts";
import { UNFINISHED } from "../store/place.ts";
import { cellKey } from "./cell.ts";
import { type CellId, type CellState, CellStore, type FailedCell } from "./cell-store.ts";
import { cellsOf, digestOf, keptOf } from "./cells-of.ts";
import { readDesign, type SweepDesign } from "./design.ts";
import { factsOf } from "./finish.ts";
import { type Slice, sliceThere } from "./slice.ts";
import { damagedFiles, readSweepSummary, saidOf, SUMMARY, SWEEP_FILES, type SweepSummary } from "./summary.ts";

export interface Inspection {
  readonly folder: string;
  readonly design: SweepDesign;
  /** The engine whose runs these are: the one that finished the sweep, or else the one that is here. */
  readonly engineVersion: string;
  readonly counts: Readonly<Record<CellState, number>>;
  /** Seed -> cells done. */
  readonly doneBySeed: Readonly<Record<string, number>>;
  /** Cells a seed. */
  readonly perSeed: number;
  readonly failures: readonly FailedCell[];
  /** What is not as it was written, in words. */
  readonly problems: readonly string[];
  /** What somebody may want to know and does no harm, in words. */
  readonly notes: readonly string[];
  /** Cells of seeds and arms that the design does not have, or no longer; they do no harm. */
  readonly others: number;
  readonly digest: string;
  /** A whole slice and nothing else; undefined otherwise. */
  readonly slice: Slice | undefined;
  /** Every cell is done or failed, and the tables are those of the cells. */
  readonly isFinished: boolean;
  /** There is a summary: the sweep came to its end, whatever befell it since. */
  readonly hasSummary: boolean;
}

/** A folder that somebody finishes, or goes on with, while it is looked at is looked at again, so often at most. */
const MOST_LOOKS = 3;

/** @param current the engine that is here */
export function inspectSweep(folder: string, current: string): Inspection {
  for (let look = 1; ; look++) {
    const before = saidOf(folder);
    const found = inspectOnce(folder, current);
    if (look === MOST_LOOKS || saidOf(folder) === before) return found;
  }
}

function inspectOnce(folder: string, current: string): Inspection {
  const design = readDesign(folder);
  const summary = readSweepSummary(folder);
  const engineVersion = summary?.engineVersion ?? current;
  const store = new CellStore(folder, engineVersion);
  const kept = keptOf(design);
  const cells = cellsOf(design);
  const counts: Record<CellState, number> = { done: 0, failed: 0, missing: 0, damaged: 0 };
  const doneBySeed: Record<string, number> = Object.fromEntries(design.seeds.map((seed) => [seed, 0]));
  const problems = wrongArms(design);
  const isThere: boolean[] = [];
  for (const cell of cells) {
    const state = store.state(cell, kept);
    counts[state]++;
    isThere.push(state === "done" || state === "failed");
    if (state === "done") doneBySeed[cell.seed]++;
    const where = `arm ${cell.arm.index}, seed ${cell.seed}`;
    if (state === "damaged") problems.push(`${store.nameOf(cell)} is damaged or incomplete: ${where}`);
    // Of a sweep that was finished, every run was there.
    if (state === "missing" && summary !== undefined) problems.push(`${store.nameOf(cell)} is missing: ${where}`);
  }
  const digest = digestOf(cells, store);
  problems.push(...wrongInSummary(folder, summary, design, store, digest));
  const strangers = strangersIn(store, cells);
  const notes =
    engineVersion === current ? [] : [`These runs were made by engine ${engineVersion}; this is ${current}.`];
  notes.push(...strangers.notes, ...unknownFiles(folder));
  return {
    folder,
    design,
    engineVersion,
    counts,
    doneBySeed,
    perSeed: design.seeds.length === 0 ? 0 : cells.length / design.seeds.length,
    failures: cells.flatMap((cell) => store.failure(cell) ?? []),
    problems,
    notes,
    others: strangers.others,
    digest,
    slice: sliceThere(isThere),
    isFinished: summary?.digest === digest && counts.missing + counts.damaged === 0 && problems.length === 0,
    hasSummary: summary !== undefined,
  };
}

/** The summary against the files, the cells and the design that it speaks of. */
function wrongInSummary(
  folder: string,
  summary: SweepSummary | undefined,
  design: SweepDesign,
  store: CellStore,
  digest: string,
): string[] {
  if (summary === undefined) return existsSync(join(folder, SUMMARY)) ? [`${SUMMARY} is damaged`] : [];
  const problems = damagedFiles(folder, summary);
  if (summary.digest !== digest) problems.push(`${SUMMARY} has another digest than the cells`);
  const facts = Object.entries(factsOf(design, store)) as [keyof ReturnType<typeof factsOf>, unknown][];
  const wrong = facts.filter(([name, value]) => summary[name] !== value);
  problems.push(...wrong.map(([name]) => `${SUMMARY}: ${name} is not that of the sweep`));
  const known = ["digest", "files", ...facts.map(([name]) => name as string)];
  const more = Object.keys(summary).filter((name) => !known.includes(name));
  return [...problems, ...more.map((name) => `${SUMMARY}: ${name} is none of its parts`)];
}

/** Files that no sweep has written; a question or a copy may have been kept there. */
function unknownFiles(folder: string): string[] {
  const names = namesIn(folder).filter((name) => !SWEEP_FILES.includes(name.replace(UNFINISHED, "")));
  return names.length === 0 ? [] : [`No sweep has written ${names.slice(0, 5).join(", ")}, which is not looked at.`];
}

/** Files among the cells that are none of this design's; no sweep uses them. */
export function strangersIn(
  store: CellStore,
  cells: readonly CellId[],
): { readonly others: number; readonly notes: readonly string[] } {
  const own = new Set(cells.map(({ scenarioHash, seed }) => cellKey(scenarioHash, seed, store.engineVersion)));
  const engines = new Map<string, number>();
  for (const key of store.keys()) {
    if (own.has(key)) continue;
    const engine = store.engineOf(key) ?? "";
    engines.set(engine, (engines.get(engine) ?? 0) + 1);
  }
  const others = engines.get(store.engineVersion) ?? 0;
  engines.delete(store.engineVersion);
  const notes = [...engines].map(([engine, count]) =>
    engine === ""
      ? `${count} files among the cells are no whole cells of any engine, and are not used.`
      : `${count} cells were made by engine ${engine}; engine ${store.engineVersion} does not use them.`,
  );
  return { others, notes };
}

/** Arms that do not have the hash they name: the design was edited. */
const wrongArms = (design: SweepDesign): string[] =>
  design.arms
    .filter((arm) => hashScenario(scenarioOf(design, arm)) !== arm.scenarioHash)
    .map(({ index }) => `design.json: arm ${index} does not have the hash it names`);
