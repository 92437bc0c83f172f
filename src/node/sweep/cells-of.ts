/** The cells of a design in the order in which they are run: every arm of the first seed, then of the second. */
import type { PlannedArm, SweepPlan } from "../../experiment/sweeps/index.ts";
import { legend } from "../legend.ts";
import { sha256 } from "../store/checksum.ts";
import type { WeeklyKept } from "./cell.ts";
import type { CellId, CellStore, Kept } from "./cell-store.ts";
import type { SweepDesign } from "./design.ts";
import { isInSlice, type Slice } from "./slice.ts";

export interface PlannedCell extends CellId {
  readonly arm: PlannedArm;
}

/** Arms that are the same scenario have one cell a seed, under the first of them. */
export function cellsOf(plan: Pick<SweepPlan, "arms" | "seeds">, slice?: Slice): PlannedCell[] {
  const firsts = [...new Map([...plan.arms].reverse().map((arm) => [arm.scenarioHash, arm])).values()];
  const arms = firsts.sort((a, b) => a.index - b.index);
  const cells = plan.seeds.flatMap((seed) => arms.map((arm) => ({ arm, seed, scenarioHash: arm.scenarioHash })));
  return cells.filter((_, place) => isInSlice(place, slice));
}

/** The measures that a sweep keeps week by week. */
export function weeklyKeys(kept: WeeklyKept): readonly string[] {
  if (kept === "none") return [];
  return legend.measures.filter(({ headline }) => headline || kept === "all").map(({ key }) => key);
}

/** What a sweep keeps of every run beside its yearly figures. */
export const keptOf = ({ weekly, people }: Pick<SweepDesign, "weekly" | "people">): Kept => ({
  weekly: weeklyKeys(weekly),
  people: people === true,
});

/**
 * One digest over what a store holds: SHA-256 over a line for each cell, in the order of the design, the first 32
 * hexadecimal digits. The same whatever ran the cells, in whatever order, after however many interruptions.
 */
export function digestOf(cells: readonly CellId[], store: CellStore): string {
  const lines = cells.map((cell) => {
    const content = store.read(cell, false)?.content ?? (store.failure(cell) === undefined ? "missing" : "failed");
    return `${cell.scenarioHash} ${cell.seed} ${content}\n`;
  });
  return sha256(lines.join("")).slice(0, 32);
}
