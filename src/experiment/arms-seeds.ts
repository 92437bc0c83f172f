/**
 * How many seeds the arms of a sweep need: each is held against its counterpart by its own seeds, and asks for no more
 * once its own interval is narrow enough.
 *
 * Every arm follows the rule of one pair, with looks of its own, so that its interval holds its difference as often as
 * `precisionOf` says. That all of many intervals hold theirs at once is less likely: of 20 at 95 %, one misses on average.
 */
import { pairedPrecision, type Precision, type PrecisionGoal, precisionOf } from "./seeds-needed.ts";

export interface ArmsLook {
  /** "more" while any arm asks for more; else "limit" where any was left too wide, and "reached" where none was. */
  readonly state: Precision["state"];
  /** Arm by arm, less its counterpart; undefined for one that is its own. Where all are their own, the levels. */
  readonly arms: readonly (Precision | undefined)[];
  /** Arm by arm, how many seeds to have in all before looking again; a counterpart as many as any held against it. */
  readonly next: readonly number[];
}

/**
 * Looks at what has been run so far: arm by arm, a figure for each of the first seeds in the same order. A counterpart
 * has at least as many as any arm held against it, and is its own counterpart.
 *
 * @param counterparts arm by arm, the place of the arm that it is held against
 * @throws RangeError on a bad goal, or where a counterpart has too few seeds
 */
export function armsPrecision(
  values: readonly (readonly number[])[],
  counterparts: readonly number[],
  goal: PrecisionGoal,
): ArmsLook {
  const isOfLevels = areLevels(counterparts);
  const arms = values.map((own, arm): Precision | undefined => {
    if (isOfLevels) return precisionOf(own, goal);
    const counterpart = counterparts[arm];
    if (arm === counterpart) return undefined;
    const standard = values[counterpart];
    if (own.length > standard.length) {
      throw new RangeError(`arm ${arm} has ${own.length} seeds, and arm ${counterpart} only ${standard.length}`);
    }
    return pairedPrecision(standard.slice(0, own.length), own, goal);
  });
  const next = arms.map((each) => each?.next ?? 0);
  for (const [arm, counterpart] of counterparts.entries()) next[counterpart] = Math.max(next[counterpart], next[arm]);
  return { state: stateOf(arms), arms, next };
}

/** No arm is held against another: each is asked about its own level. */
export const areLevels = (counterparts: readonly number[]): boolean =>
  counterparts.every((counterpart, arm) => counterpart === arm);

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
