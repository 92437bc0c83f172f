/** Two councils of another size or make-up are compared: their counts differ for that, whatever a policy does. */
import { variedParameters } from "../experiment/variants.ts";
import { leaves } from "../model/levers/index.ts";
import type { Described } from "../node/store/write.ts";

/** The warning; undefined where both sides are one council. */
export function otherSizeWarning(a: Described, b: Described, set: readonly string[]): string | undefined {
  const ofSize = new Set(leaves.filter(({ kind }) => kind === "size").map(({ path }) => path));
  const paths = variedParameters([a, b]).flatMap(({ path }) => (ofSize.has(path) ? [path] : []));
  if (paths.length === 0) return undefined;
  const named = paths.length > 3 ? `${paths.slice(0, 3).join(", ")} and ${paths.length - 3} more` : paths.join(", ");
  const isSet = set.some((each) =>
    paths.some((path) => each.startsWith(path) || path.startsWith(each.split(/[@=]/)[0])),
  );
  const how = isSet ? " --set changes the second scenario alone, --set-both changes both." : "";
  return `the two are not one council: they differ in ${named}. Counts and sums differ for that, whatever a policy does.${how}`;
}
