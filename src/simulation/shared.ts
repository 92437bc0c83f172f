/** Scenarios that are the same at first share their history: what one run has lived through, another can go on from. */
import { daysFromIso, mondayOnOrAfter } from "../kernel/index.ts";
import type { Dated } from "../model/levers/index.ts";
import type { ResolvedScenario } from "./scenario/resolved.ts";

type Steps = readonly Dated<number | string>[];

/**
 * Weeks from the first of the burn-in in which no two of the scenarios differ in anything; 0 where they are founded
 * differently, all weeks where they are the same. A snapshot of a run of one of them, taken after at most so many weeks,
 * may be restored into a run of another under the same seed.
 */
export function sharedWeeks(scenarios: readonly ResolvedScenario[]): number {
  const [first, ...others] = scenarios;
  if (first === undefined) throw new RangeError("no scenario to share anything");
  return others.reduce((weeks, other) => Math.min(weeks, sharedBy(first, other)), first.burnInWeeks + first.weeks);
}

function sharedBy(left: ResolvedScenario, right: ResolvedScenario): number {
  const { start, weeks, burnInWeeks } = left;
  if (right.start !== start || right.weeks !== weeks || right.burnInWeeks !== burnInWeeks) return 0;
  const startDay = daysFromIso(start);
  let shared = burnInWeeks + weeks;
  for (const [path, steps] of Object.entries(left.values)) {
    const from = firstDifference(steps, right.values[path]);
    if (from === undefined) continue;
    const week = from === "" ? -1 : (mondayOnOrAfter(daysFromIso(from)) - startDay) / 7;
    // What acts at the start acts in the burn-in too.
    shared = Math.min(shared, week <= 0 ? 0 : burnInWeeks + week);
  }
  return shared;
}

/** The earliest date at which one lever's course differs from another's; undefined where they are the same. */
function firstDifference(left: Steps, right: Steps): string | undefined {
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [one, other] = [left[index], right[index]];
    if (one?.from === other?.from && one?.value === other?.value) continue;
    const dates = [one, other].flatMap((step) => (step === undefined ? [] : [step.from]));
    return dates.sort()[0];
  }
  return undefined;
}
