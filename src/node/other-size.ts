/** Two councils of another size or make-up: their counts differ for that, whatever a policy does. */
import { variedParameters } from "../experiment/variants.ts";
import { leaves } from "../model/levers/index.ts";
import type { Described } from "./store/write.ts";

interface SizeDifference {
  readonly path: string;
  readonly label: string;
}

/** What of size and make-up differs; nothing where both sides are one council. */
export function sizeDifferences(a: Described, b: Described): readonly SizeDifference[] {
  const ofSize = new Set(leaves.filter(({ kind }) => kind === "size").map(({ path }) => path));
  return variedParameters([a, b]).filter(({ path }) => ofSize.has(path));
}

/** "a, b, c and 4 more". */
export function firstFew(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
}
