/**
 * In which order a sweep's cells are run, and who lives through the history that they share.
 *
 * Cells keep their order, so that a sweep that is stopped has whole seeds behind it. The history of a seed is lived
 * through once, a little before its first cell comes up: meanwhile the other workers run the last cells before it.
 */
import type { State } from "../../kernel/index.ts";
import type { SharedHistory } from "../jobs.ts";
import type { PlannedCell } from "./cells-of.ts";

export type Step =
  | { readonly kind: "cell"; readonly place: number; readonly cell: PlannedCell; readonly shared?: SharedHistory }
  | { readonly kind: "history"; readonly cell: PlannedCell; readonly shared: SharedHistory };

/** Cells that run in about the time of a history, for each worker. */
const LEAD = 4;

/**
 * Cells in their order, and before the cells that share one, their history.
 *
 * @param lanes how many steps are under way at once @param handsOver whether a history can be handed from one to another
 */
export function stepsOf(
  cells: readonly PlannedCell[],
  histories: (cell: PlannedCell) => SharedHistory | undefined,
  lanes: number,
  handsOver: boolean,
): readonly Step[] {
  const shared = cells.map(histories);
  const uses = new Map<string, number>();
  for (const each of shared) if (each !== undefined) uses.set(each.key, (uses.get(each.key) ?? 0) + 1);
  const before = cells.map((): Step[] => []);
  /** By history that is lived through beforehand, the place of its first cell. */
  const firsts = new Map<string, number>();
  for (const [place, cell] of cells.entries()) {
    const history = shared[place];
    if (!handsOver || history === undefined || firsts.has(history.key) || uses.get(history.key) === 1) continue;
    // No more histories than lanes lie ready at once: of a large council each takes a good part of a gigabyte.
    const earliest = [...firsts.values()].at(-lanes) ?? 0;
    firsts.set(history.key, place);
    before[Math.max(earliest, place - LEAD * lanes)].push({ kind: "history", cell, shared: history });
  }
  return cells.flatMap((cell, place) => {
    const history = shared[place];
    return [...before[place], { kind: "cell", place, cell, ...(history === undefined ? {} : { shared: history }) }];
  });
}

/** Histories that somebody lives through or has lived through, as long as a cell is still to go on from them. */
export class Histories {
  /** Undefined where nobody could live through it. */
  private readonly states = new Map<string, Promise<State>>();
  private readonly left = new Map<string, number>();

  constructor(steps: readonly Step[]) {
    for (const step of steps) {
      if (step.kind === "cell" && step.shared !== undefined) {
        this.left.set(step.shared.key, (this.left.get(step.shared.key) ?? 0) + 1);
      }
    }
  }

  /** Somebody begins to live through it. Where that fails, each cell does so itself, and says what is wrong. */
  begin(key: string, state: Promise<State>): Promise<State> {
    const found = state.catch(() => undefined);
    this.states.set(key, found);
    return found;
  }

  /** The history with its state, once it is there; for one cell, and forgotten after the last. */
  async take(shared: SharedHistory): Promise<SharedHistory> {
    const left = (this.left.get(shared.key) ?? 1) - 1;
    this.left.set(shared.key, left);
    const state = await this.states.get(shared.key);
    if (left === 0) this.states.delete(shared.key);
    return state === undefined ? shared : { ...shared, state };
  }
}
