/** Random values for levers: mostly near what the registry says, now and then at the ends of their range. */
import fc from "fast-check";
import { leaves, type Leaf } from "../simulation/index.ts";
import type { Case } from "./law.ts";
import { chosen, valueIn } from "./variants.ts";

/** Leaf path to value. */
export type Settings = ReadonlyMap<string, number | string>;

/** Levers whose upper end is there to catch slips of the pen, not for councils: nobody wants a million arrivals. */
const MOST_TIMES_USUAL = 5;

/** Levers that a scenario may move at any date: all but how the council is founded. */
export const movable: readonly Leaf[] = leaves.filter((leaf) => leaf.kind !== "size");

/** Up to so many levers, each with a value inside its range; few are as likely as many. */
export const someSettings = (most: number): fc.Arbitrary<Settings> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: movable.length - 1 }), { maxLength: most, size: "max" })
    .chain((indices) =>
      fc.tuple(...indices.map((index) => fc.tuple(fc.constant(movable[index].path), valueOf(movable[index])))),
    )
    .map((pairs) => new Map(pairs));

/** A value that a scenario file may give a lever. */
export function valueOf(leaf: Leaf): fc.Arbitrary<number | string> {
  if (leaf.type === "choice") return fc.constantFrom(...leaf.choices);
  const usual = leaf.default.at(-1)?.value ?? leaf.min;
  const least = leaf.min;
  const most = mostOf(leaf, usual);
  const near = fc.integer({ min: 700, max: 1400 }).map((thousandths) => (usual * thousandths) / 1000);
  const between = fc.integer({ min: 0, max: 1000 }).map((thousandths) => least + ((most - least) * thousandths) / 1000);
  return fc
    .oneof(
      { weight: 7, arbitrary: near },
      { weight: 1, arbitrary: between },
      { weight: 1, arbitrary: fc.constantFrom(least, most, usual) },
    )
    .map((value) => tidy(leaf, Math.min(most, Math.max(least, value))));
}

/** For each of some levers another value than it has in a week, inside its range: higher or lower, as the seed has it. */
export const otherValues = (
  { scenario, seed }: Case,
  levers: readonly Leaf[],
  week: number,
): Readonly<Record<string, number | string>> =>
  Object.fromEntries(
    levers.map((leaf) => {
      const isMore = chosen(`${seed} ${leaf.path}`, 2) === 1;
      return [leaf.path, anotherValue(leaf, valueIn(scenario, leaf.path, week), isMore)] as const;
    }),
  );

/** Of a choice the next, of a number half of it, or half as much again and a little. */
function anotherValue(leaf: Leaf, now: number | string, isMore: boolean): number | string {
  if (leaf.type === "choice") return leaf.choices[(leaf.choices.indexOf(`${now}`) + 1) % leaf.choices.length];
  const value = Number(now) * (isMore ? 1.5 : 0.5) + (isMore ? A_LITTLE : 0);
  return Math.min(leaf.max, Math.max(leaf.min, leaf.integer ? Math.ceil(value) : value));
}
/** What half as much again of nothing comes to. */
const A_LITTLE = 0.05;

/** The largest value that is tried: the range's, but for numbers of people and sums of money, some times the usual. */
function mostOf(leaf: Leaf & { readonly type: "number" }, usual: number): number {
  const counts = leaf.unit.includes("size of the mean council") || leaf.unit.startsWith("GBP");
  return counts ? Math.min(leaf.max, Math.max(usual * MOST_TIMES_USUAL, 1)) : leaf.max;
}

/** Whole where the lever is, otherwise with no more decimals than people write; money to the penny. */
function tidy(leaf: Leaf & { readonly type: "number" }, value: number): number {
  const decimals = leaf.integer ? 0 : leaf.unit.startsWith("GBP") ? 2 : 5;
  const rounded = Number(value.toFixed(decimals));
  return Math.min(leaf.max, Math.max(leaf.min, rounded)) + 0;
}
