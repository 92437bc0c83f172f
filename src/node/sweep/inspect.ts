/** What a sweep's folder holds, cell by cell: what is done, what is missing, what is not what was written. */
import { scenarioOf } from "../../experiment/sweeps/index.ts";
import { hashScenario } from "../../simulation/scenario/index.ts";
import { cellKey } from "./cell.ts";
import { type CellId, type CellState, CellStore, type FailedCell } from "./cell-store.ts";
import { cellsOf, digestOf, keptOf } from "./cells-of.ts";
import { readDesign, type SweepDesign } from "./design.ts";
import { readSweepSummary, summaryHead, summaryProblems } from "./summary.ts";

export interface Inspection {
  readonly folder: string;
  readonly design: SweepDesign;
  readonly engineVersion: string;
  readonly counts: Readonly<Record<CellState, number>>;
  /** Seed -> cells done. */
  readonly doneBySeed: Readonly<Record<string, number>>;
  /** Cells a seed. */
  readonly perSeed: number;
  readonly failures: readonly FailedCell[];
  /** What is not as it was written, in words. */
  readonly problems: readonly string[];
  /** Cells of seeds and arms that the design does not have, or no longer; they do no harm. */
  readonly others: number;
  readonly digest: string;
  /** Every cell is done or failed, and the tables are those of the cells. */
  readonly isFinished: boolean;
}

export function inspectSweep(folder: string, engineVersion: string): Inspection {
  const design = readDesign(folder);
  const store = new CellStore(folder, engineVersion);
  const kept = keptOf(design);
  const cells = cellsOf(design);
  const counts: Record<CellState, number> = { done: 0, failed: 0, missing: 0, damaged: 0 };
  const doneBySeed: Record<string, number> = Object.fromEntries(design.seeds.map((seed) => [seed, 0]));
  const problems = wrongArms(design);
  for (const cell of cells) {
    const state = store.state(cell, kept);
    counts[state]++;
    if (state === "done") doneBySeed[cell.seed]++;
    if (state === "damaged") {
      problems.push(`${store.nameOf(cell)} is damaged or incomplete: arm ${cell.arm.index}, seed ${cell.seed}`);
    }
  }
  const digest = digestOf(cells, store);
  const summary = readSweepSummary(folder);
  const known = { engineVersion, digest, runs: cells.length, failed: counts.failed };
  problems.push(...summaryProblems(folder, summaryHead(design, known)));
  const strangers = strangersIn(store, cells);
  problems.push(...strangers.problems);
  return {
    folder,
    design,
    engineVersion,
    counts,
    doneBySeed,
    perSeed: design.seeds.length === 0 ? 0 : cells.length / design.seeds.length,
    failures: cells.flatMap((cell) => store.failure(cell) ?? []),
    problems,
    others: strangers.others,
    digest,
    isFinished: summary?.digest === digest && counts.missing + counts.damaged === 0 && problems.length === 0,
  };
}

/** Files among the cells that are none of this design's. */
function strangersIn(
  store: CellStore,
  cells: readonly CellId[],
): { readonly others: number; readonly problems: readonly string[] } {
  const own = new Set(cells.map(({ scenarioHash, seed }) => cellKey(scenarioHash, seed, store.engineVersion)));
  const engines = new Map<string, number>();
  for (const key of store.keys()) {
    if (own.has(key)) continue;
    const engine = store.engineOf(key) ?? "";
    engines.set(engine, (engines.get(engine) ?? 0) + 1);
  }
  const others = engines.get(store.engineVersion) ?? 0;
  engines.delete(store.engineVersion);
  const problems = [...engines].map(([engine, count]) =>
    engine === ""
      ? `${count} files among the cells are no whole cells of any engine`
      : `${count} cells were made by engine ${engine}; this is engine ${store.engineVersion}, which does not use them`,
  );
  return { others, problems };
}

/** Arms that do not have the hash they name: the design was edited. */
const wrongArms = (design: SweepDesign): string[] =>
  design.arms
    .filter((arm) => hashScenario(scenarioOf(design, arm)) !== arm.scenarioHash)
    .map(({ index }) => `design.json: arm ${index} does not have the hash it names`);
