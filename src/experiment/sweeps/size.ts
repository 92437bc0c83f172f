/** How many runs a sweep asks for is counted before anything is made, so that a slip of the keyboard costs nothing. */
import type { Report } from "../../simulation/scenario/problem.ts";
import type { Located } from "../../simulation/scenario/read.ts";

/** More than this is no sweep that a machine finishes: at half a second a run it takes a month on a processor. */
export const MOST_CELLS = 5_000_000;

/** More arms than this do not fit into one design table. */
export const MOST_ARMS = 200_000;

type Keys = ReadonlyMap<string, Located>;

const keysOf = (located: Located | undefined): Keys =>
  located?.content instanceof Map ? (located.content as Keys) : NONE;
const itemsOf = (located: Located | undefined): readonly Located[] =>
  Array.isArray(located?.content) ? (located.content as readonly Located[]) : [];
const numberOf = (located: Located | undefined): number => (typeof located?.content === "number" ? located.content : 0);

const textOf = (located: Located | undefined): string => (typeof located?.content === "string" ? located.content : "");

const NONE: ReadonlyMap<string, Located> = new Map<string, Located>();

/** True where the file asks for more runs than there may be, which the report then says with the count. */
export function sayTooLarge(root: Located, report: Report): boolean {
  const keys = keysOf(root);
  const axes = itemsOf(keys.get("axes"));
  const counts = axes.map(valuesIn);
  const arms = armsIn(keys, axes, counts);
  const runs = arms * Math.max(1, seedsIn(keys.get("seeds")));
  if (arms <= MOST_ARMS && runs <= MOST_CELLS) return false;
  const at = keys.get("axes")?.keyAt ?? root.at;
  report.add(at, "axes", `${thousands(arms)} arms with their seeds are ${thousands(runs)} runs, which is too many`, {
    kind: "refused",
    found: counts.join(" × "),
    allowed: `${thousands(MOST_ARMS)} arms and ${thousands(MOST_CELLS)} runs`,
    suggestion: "try fewer values, or sample with design: latin-hypercube and points",
  });
  return true;
}

/** Arms that the design asks for, without the reference. */
function armsIn(keys: Keys, axes: readonly Located[], counts: readonly number[]): number {
  const design = textOf(keys.get("design"));
  const isCrossed = axes.map((axis) => keysOf(axis).get("crossed")?.content === true);
  const drawn = isCrossed.filter((each) => !each).length;
  const points: Readonly<Record<string, number>> = {
    "latin-hypercube": numberOf(keys.get("points")),
    sobol: numberOf(keys.get("points")),
    morris: numberOf(keys.get("trajectories")) * (drawn + 1),
    radial: numberOf(keys.get("trajectories")) * (drawn + 2),
  };
  if (Object.hasOwn(points, design)) {
    return counts.reduce((product, count, axis) => (isCrossed[axis] ? product * count : product), points[design]);
  }
  if (design === "zip") return Math.max(0, ...counts);
  if (design === "one-at-a-time") return counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((product, count) => product * count, 1);
}

/** Values of an axis, as far as they can be counted before it is read. */
function valuesIn(axis: Located): number {
  const keys = keysOf(axis);
  for (const way of ["values", "alternatives", "scenarios", "councils"]) {
    if (keys.has(way)) return Math.max(1, itemsOf(keys.get(way)).length);
  }
  return Math.max(1, numberOf(keysOf(keys.get("range")).get("steps")));
}

/** Seeds of a list or of a range such as 1-20; a scenario's own are twenty. */
function seedsIn(seeds: Located | undefined): number {
  if (seeds === undefined) return 20;
  if (seeds.content instanceof Map) return Math.max(1, numberOf(keysOf(seeds).get("count")));
  const items = Array.isArray(seeds.content) ? itemsOf(seeds) : [seeds];
  return items.reduce((sum, { content }) => {
    const range = typeof content === "string" ? /^(\d{1,16})-(\d{1,16})$/.exec(content) : null;
    return sum + (range === null ? 1 : Math.max(1, Number(range[2]) - Number(range[1]) + 1));
  }, 0);
}

const thousands = (count: number): string =>
  Number.isSafeInteger(count) ? String(count).replace(/\B(?=(\d{3})+$)/g, ",") : count.toExponential(2);
