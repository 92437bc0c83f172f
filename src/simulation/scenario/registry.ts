/** The registry as scenarios name it: leaf paths, and by-group paths that mean four leaves. */
import { GROUPS, leaves as allLeaves, type Leaf } from "../../model/levers/index.ts";

export interface Registry {
  readonly leaves: readonly Leaf[];
  /** What each settable path means: one leaf, or the four of a by-group parameter. */
  readonly byPath: ReadonlyMap<string, readonly Leaf[]>;
  /** What a settable path may begin with: subjects, and by-group paths. */
  readonly prefixes: ReadonlySet<string>;
}

const ALL_GROUPS: ReadonlySet<string> = new Set(GROUPS);

/** Indexes leaves by what a scenario may call them. */
export function registryOf(leaves: readonly Leaf[]): Registry {
  const byPath = new Map<string, Leaf[]>();
  const prefixes = new Set<string>();
  for (const leaf of leaves) {
    const end = leaf.path.lastIndexOf(".");
    const stem = leaf.path.slice(0, end);
    if (ALL_GROUPS.has(leaf.path.slice(end + 1))) byPath.set(stem, [...(byPath.get(stem) ?? []), leaf]);
    byPath.set(leaf.path, [leaf]);
    for (let dot = leaf.path.indexOf("."); dot !== -1; dot = leaf.path.indexOf(".", dot + 1)) {
      prefixes.add(leaf.path.slice(0, dot));
    }
  }
  return { leaves, byPath, prefixes };
}

/** The registry of this model. */
export const REGISTRY: Registry = registryOf(allLeaves);
