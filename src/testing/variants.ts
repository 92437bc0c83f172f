/** Scenarios made from scenarios: one more change, all dates later, all money multiplied. */
import { daysFromIso, isoFromDays, mondayOnOrAfter } from "../kernel/index.ts";
import { leaves, nearestName, REGISTRY, type Leaf, type ResolvedScenario } from "../simulation/index.ts";

type Values = ResolvedScenario["values"];
type Steps = Values[string];
/** By path of a lever, as a scenario file has them. */
type Given = Readonly<Record<string, number | string>>;

/** ISO date of the Monday of a recorded week. */
export const mondayOf = ({ start }: ResolvedScenario, week: number): string =>
  isoFromDays(daysFromIso(start) + 7 * week);

/** What a path sets: one leaf, or the four of a by-group lever. */
export function leavesOf(path: string): readonly Leaf[] {
  const meant = REGISTRY.byPath.get(path);
  if (meant !== undefined) return meant;
  const near = nearestName(path, [...REGISTRY.byPath.keys()]);
  throw new RangeError(`${path} is not a lever${near === undefined ? "" : `: write ${near}`}`);
}

/** Each leaf with its value. Kinds and dates are looked at where the run starts, and ranges nowhere: laws go beyond them. */
function byLeaf(settings: Given): readonly (readonly [path: string, value: number | string])[] {
  return Object.entries(settings).flatMap(([path, value]) =>
    leavesOf(path).map((leaf) => {
      if (leaf.type === "number" && leaf.integer && !Number.isInteger(value)) {
        throw new RangeError(`${leaf.path} must be a whole number of ${leaf.unit}, not ${JSON.stringify(value)}`);
      }
      return [leaf.path, value] as const;
    }),
  );
}

/** A leaf's values by date. */
function stepsOf({ values }: ResolvedScenario, path: string): Steps {
  if (Object.hasOwn(values, path)) return values[path];
  const below = Object.keys(values).filter((leaf) => leaf.startsWith(`${path}.`));
  const meant =
    below.length > 0 ? below : [nearestName(path, Object.keys(values))].filter((name) => name !== undefined);
  throw new RangeError(
    `${path} is not a lever with one value${meant.length > 0 ? `: write ${meant.join(" or ")}` : ""}`,
  );
}

/** What a leaf is in a recorded week. */
export function valueIn(scenario: ResolvedScenario, path: string, week: number): number | string {
  const monday = daysFromIso(mondayOf(scenario, week));
  const [first, ...later] = stepsOf(scenario, path);
  const begun = later.filter(({ from }) => mondayOnOrAfter(daysFromIso(from)) <= monday);
  return (begun.at(-1) ?? first).value;
}

/** The scenario with these values for all time, and no later change of them; a by-group lever's path sets all four. */
export function always(scenario: ResolvedScenario, settings: Given): ResolvedScenario {
  const values = byLeaf(settings).map(([path, value]) => [path, [{ from: "", value }]] as const);
  return { ...scenario, values: { ...scenario.values, ...Object.fromEntries(values) } };
}

/**
 * The scenario with other values from a recorded week on, and no later change of them; a by-group lever's path sets all
 * four. What changes in week 0 holds from the founding on, the burn-in included. A value that holds already stays a dated
 * change, where a file would drop it: so a law can ask that it does nothing.
 *
 * @throws RangeError where a path is no lever's, a number is not whole that must be, or the run has no such week; the
 * week after the last may be named, and changes nothing.
 */
export function withChange(scenario: ResolvedScenario, week: number, settings: Given): ResolvedScenario {
  if (!Number.isInteger(week) || week < 0 || week > scenario.weeks) {
    throw new RangeError(`a change in week ${week}: write a whole number from 0 to ${scenario.weeks - 1}`);
  }
  const date = mondayOf(scenario, week);
  const before = (steps: Steps): Steps =>
    steps.filter(({ from }) => from === "" || mondayOnOrAfter(daysFromIso(from)) < daysFromIso(date));
  const changed = byLeaf(settings).map(([path, value]) => {
    return [path, [...before(stepsOf(scenario, path)), { from: date, value }]] as const;
  });
  return { ...scenario, values: { ...scenario.values, ...Object.fromEntries(changed) } };
}

/** The scenario with start and every date so many weeks later. */
export function shiftedBy(scenario: ResolvedScenario, weeks: number): ResolvedScenario {
  const later = (date: string): string => (date === "" ? "" : isoFromDays(daysFromIso(date) + 7 * weeks));
  const values = Object.entries(scenario.values).map(([path, steps]) => {
    return [path, steps.map(({ from, value }) => ({ from: later(from), value }))] as const;
  });
  return { ...scenario, start: later(scenario.start), values: Object.fromEntries(values) };
}

/** A ratio of pounds to pounds, which no unit of money touches. */
const RATIOS_OF_MONEY: ReadonlySet<string> = new Set(["assessment.capitalPerPound"]);

/** Whether a lever is a sum of money. */
export const isMoney = ({ unit, path }: Leaf): boolean => unit.startsWith("GBP") && !RATIOS_OF_MONEY.has(path);

/** The scenario with every sum of money multiplied. */
export function moneyTimes(scenario: ResolvedScenario, factor: number): ResolvedScenario {
  const values: Record<string, Steps> = { ...scenario.values };
  for (const leaf of leaves.filter(isMoney)) {
    values[leaf.path] = values[leaf.path].map(({ from, value }) => ({ from, value: Number(value) * factor }));
  }
  return { ...scenario, values };
}

/** A whole number from 0 up to `below` that depends on the seed alone, for laws that choose a week. */
export function chosen(seed: string, below: number): number {
  let hash = 7;
  for (const character of seed) hash = (hash * 31 + character.charCodeAt(0)) % 1_000_003;
  return hash % below;
}
