/** A law over many random cases: that it holds in each, and that what it speaks of was there. */
import fc from "fast-check";
import { addGuards, type Case, type Law, type LawOptions } from "./law.ts";
import { cases } from "./scenarios.ts";

/** A law whose situation was there less often than this has shown nothing. */
const LEAST = 20;

export interface AssertOptions extends LawOptions {
  /** How many cases; as many as fast-check is set to, unless told. */
  readonly runs?: number;
  /** How often, over all cases together, each situation of the law must have been there: 20, unless told. */
  readonly least?: number;
  /** With `path`, as fast-check printed them: that one case again. */
  readonly seed?: number;
  readonly path?: string;
}

/**
 * Throws with the smallest case found in which the law does not hold; and, where it held in all of them, if one of its
 * situations was hardly ever there. A case that is run again by its `path` is looked at alone.
 */
export function assertLaw(law: Law, given: fc.Arbitrary<Case> = cases(), options: AssertOptions = {}): void {
  const { runs, least = LEAST, seed, path, ...how } = options;
  const sum: Record<string, number> = {};
  const property = fc.property(given, (each) => {
    const { found, guards } = law.check(each, how);
    addGuards(sum, guards);
    if (found !== undefined) throw new Error(`law ${law.id} does not hold: ${found}`);
  });
  fc.assert(property, {
    ...(runs === undefined ? {} : { numRuns: runs }),
    ...(seed === undefined ? {} : { seed }),
    ...(path === undefined ? {} : { path, endOnFailure: true }),
  });
  const { path: replayed = path } = fc.readConfigureGlobal() as fc.Parameters;
  if (replayed !== undefined) return;
  const rare = law.situations.filter((situation) => (sum[situation] ?? 0) < least);
  if (rare.length === 0) return;
  const counts = rare.map((situation) => `"${situation}" ${sum[situation] ?? 0} times`).join(", ");
  throw new Error(
    `law ${law.id} held, and says too little: ${counts} in all cases, where ${least} are asked for. ` +
      `Give it more cases (runs), or councils in which that happens more often: cases({ under: [...] }) and STRESSES.`,
  );
}
