/** A claim beside its runs. */
import { pairedOf, type Paired } from "../paired.ts";
import type { Claim, Expected } from "./pattern.ts";

/**
 * shown: as expected, and at least as much. weak: the way expected and no chance, but less than the least. unclear: the
 * interval leaves it open. otherwise: the interval says the contrary.
 */
export type Verdict = "shown" | "weak" | "unclear" | "otherwise";

export interface Judged {
  readonly claim: Claim;
  /** Means of the two sides over seeds. */
  readonly first: number;
  readonly second: number;
  /** Undefined where no seed has both sides. */
  readonly paired: Paired | undefined;
  readonly verdict: Verdict;
}

/** By claim, both sides of every seed, in the same order. */
export type Sides = Readonly<Record<string, readonly (readonly [first: number, second: number])[]>>;

export function judgeClaims(claims: readonly Claim[], sides: Sides): readonly Judged[] {
  return claims.map((claim) => {
    const pairs = sides[claim.id].filter(([first, second]) => !Number.isNaN(first) && !Number.isNaN(second));
    const [firsts, seconds] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
    const paired = pairedOf(firsts, seconds);
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    return { claim, first: mean(firsts), second: mean(seconds), paired, verdict: verdictOf(claim.expected, paired) };
  });
}

/** What an effect and its interval say of what was expected. One seed has no interval, and leaves everything open. */
export function verdictOf(expected: Expected, effect: Pick<Paired, "mean" | "low" | "high"> | undefined): Verdict {
  if (effect === undefined || Number.isNaN(effect.low)) return "unclear";
  const { mean, low, high } = effect;
  if (expected.way === "the same" || expected.way === "not less") {
    const { most, way } = expected;
    if (low > -most && (way === "not less" || high < most)) return "shown";
    return high < -most || (way === "the same" && low > most) ? "otherwise" : "unclear";
  }
  const sign = expected.way === "more" ? 1 : -1;
  const near = Math.min(sign * low, sign * high);
  const far = Math.max(sign * low, sign * high);
  if (near > 0) return sign * mean >= expected.least ? "shown" : "weak";
  return far < 0 ? "otherwise" : "unclear";
}
