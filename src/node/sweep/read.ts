/** A sweep's folder as its results: what pages and studies are made from. */
import type { SweepResults } from "../../experiment/sweep-results.ts";
import { legend } from "../legend.ts";
import { type CellId, CellStore } from "./cell-store.ts";
import { readDesign } from "./design.ts";
import { replayLine } from "./replay-line.ts";
import { engineOfSweep } from "./summary.ts";

/**
 * The results that are there, finished or not: a cell is read when its figures are first asked for, and kept. Runs are
 * those of one engine: the one that finished the sweep, or `engineVersion` where none has. Measures that the sweep names
 * come first. Replay lines are for somebody who stands in the folder, which may be moved.
 */
export function openSweepResults(folder: string, engineVersion: string): SweepResults {
  const design = readDesign(folder);
  const store = new CellStore(folder, engineOfSweep(folder, engineVersion));
  const { name, title, question, axes, arms, reference, seeds, years } = design;
  const known = new Map<string, Readonly<Record<string, Float64Array>> | undefined>();
  const cellAt = (id: CellId): Readonly<Record<string, Float64Array>> | undefined => {
    const key = `${id.scenarioHash} ${id.seed}`;
    if (!known.has(key)) known.set(key, store.read(id, false)?.yearly);
    return known.get(key);
  };
  const keys = legend.measures.map(({ key }) => key);
  return {
    name,
    title,
    question,
    axes,
    ...(design.sampling === undefined ? {} : { sampling: design.sampling }),
    arms: arms.map(({ index, label, settings, scenarioHash }) => ({ index, label, settings, scenarioHash })),
    reference,
    seeds,
    years,
    measures: [...new Set([...design.measures, ...keys])].filter((key) => keys.includes(key)),
    yearly: (arm, seed, measure) => {
      const id = { scenarioHash: arms[arm].scenarioHash, seed: seeds[seed] };
      return cellAt(id)?.[measure];
    },
    failures: arms.flatMap(({ index, scenarioHash }) =>
      seeds.flatMap((seed) => {
        const note = store.failure({ scenarioHash, seed });
        return note === undefined ? [] : [{ arm: index, seed, reason: note.reason, replay: replayLine(".", note) }];
      }),
    ),
  };
}
