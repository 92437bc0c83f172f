/**
 * How many seeds the arms of a sweep need: each is held against the reference by its own seeds, and asks for no more
 * once its own interval is narrow enough.
 *
 * Every arm follows the rule of one pair, with looks of its own, so that its interval holds its difference as often as
 * `precisionOf` says. That all of many intervals hold theirs at once is less likely: of 20 at 95 %, one misses on average.
 */
import { pairedPrecision, type Precision, type PrecisionGoal, precisionOf } from "./seeds-needed.ts";

export interface ArmsLook {
  /** "more" while any arm asks for more; else "limit" where any was left too wide, and "reached" where none was. */
  readonly state: Precision["state"];
  /** Arm by arm, less the reference; undefined for the reference itself. One arm alone: its level. */
  readonly arms: readonly (Precision | undefined)[];
  /** Arm by arm, how many seeds to have in all before looking again; the reference as many as the arm with most. */
  readonly next: readonly number[];
}

/**
 * Looks at what has been run so far: arm by arm, a figure for each of the first seeds in the same order. The reference
 * has at least as many as any other. @throws RangeError on a bad goal, or where the reference has too few.
 */
export function armsPrecision(
  values: readonly (readonly number[])[],
  reference: number,
  goal: PrecisionGoal,
): ArmsLook {
  const standard = values[reference];
  const isAlone = values.length === 1;
  const arms = values.map((own, arm): Precision | undefined => {
    if (isAlone) return precisionOf(own, goal);
    if (arm === reference) return undefined;
    if (own.length > standard.length) {
      throw new RangeError(`arm ${arm} has ${own.length} seeds, and the reference only ${standard.length}`);
    }
    return pairedPrecision(standard.slice(0, own.length), own, goal);
  });
  const most = Math.max(...arms.map((each) => each?.next ?? 0));
  return { state: stateOf(arms), arms, next: arms.map((each) => each?.next ?? most) };
}

function stateOf(arms: ArmsLook["arms"]): Precision["state"] {
  const has = (state: Precision["state"]): boolean => arms.some((each) => each?.state === state);
  if (has("more")) return "more";
  return has("limit") ? "limit" : "reached";
}

/** The most seeds that any arm was run for: what the sweep needs. */
export const mostSeeds = ({ arms }: ArmsLook): number => Math.max(...arms.map((each) => each?.runs ?? 0));

/** Places of the arms that were looked at, those that needed most seeds first, then the widest. */
export function byNeed({ arms }: ArmsLook): readonly number[] {
  const looked = [...arms.entries()].flatMap(([place, own]) => (own === undefined ? [] : [{ place, ...own }]));
  const wider = (a: number, b: number): number => (Number.isNaN(a) || Number.isNaN(b) ? 0 : b - a);
  looked.sort((a, b) => b.runs - a.runs || wider(a.halfWidth, b.halfWidth) || a.place - b.place);
  return looked.map(({ place }) => place);
}
