/** Scenarios made from scenarios: one more change, all dates later, all money multiplied. */
import { daysFromIso, isoFromDays, mondayOnOrAfter } from "../kernel/index.ts";
import { leaves, nearestName, type Leaf, type ResolvedScenario } from "../simulation/index.ts";

type Values = ResolvedScenario["values"];
type Steps = Values[string];

/** ISO date of the Monday of a recorded week. */
export const mondayOf = ({ start }: ResolvedScenario, week: number): string =>
  isoFromDays(daysFromIso(start) + 7 * week);

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

/** The scenario with other values from a recorded week on. */
export function withChange(
  scenario: ResolvedScenario,
  week: number,
  settings: Readonly<Record<string, number | string>>,
): ResolvedScenario {
  const date = mondayOf(scenario, week);
  const before = (steps: Steps): Steps =>
    steps.filter(({ from }) => from === "" || mondayOnOrAfter(daysFromIso(from)) < daysFromIso(date));
  const changed = Object.entries(settings).map(([path, value]) => {
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
