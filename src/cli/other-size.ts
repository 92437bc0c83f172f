/** The warning that two councils of another size or make-up are compared. */
import { firstFew, sizeDifferences } from "../node/other-size.ts";
import type { Described } from "../node/store/write.ts";

/** Undefined where both sides are one council. */
export function otherSizeWarning(a: Described, b: Described, set: readonly string[]): string | undefined {
  const paths = sizeDifferences(a, b).map(({ path }) => path);
  if (paths.length === 0) return undefined;
  const isSet = set.some((each) =>
    paths.some((path) => each.startsWith(path) || path.startsWith(each.split(/[@=]/)[0])),
  );
  const how = isSet ? " --set changes the second scenario alone, --set-both changes both." : "";
  return `the two are not one council: they differ in ${firstFew(paths)}. Counts and sums differ for that, whatever a policy does.${how}`;
}
