/** Arms that are the same until a policy begins live through that time once for all of them. */
import type { SweepPlan } from "../../experiment/sweeps/index.ts";
import { type ResolvedScenario, sharedWeeks } from "../../simulation/index.ts";
import type { SharedHistory } from "../jobs.ts";
import type { PlannedCell } from "./cells-of.ts";
import { armScenario } from "./design.ts";

/** Fewer weeks are not worth putting aside. */
const LEAST_WEEKS = 26;

interface Family {
  readonly first: ResolvedScenario;
  readonly hash: string;
  weeks: number;
}

/** By cell, what it shares with the other arms of its seed; undefined for an arm that goes its own way from the start. */
export function historiesOf(plan: SweepPlan): (cell: PlannedCell) => SharedHistory | undefined {
  // Arms that are founded differently share nothing: of those drawn at random, few need to be held against each other.
  const families = new Map<string, Family[]>();
  const changed = [...new Set(plan.arms.flatMap(({ changes }) => Object.keys(changes)))];
  const familyOf = new Map<string, Family>();
  const sizes = new Map<Family, number>();
  for (const arm of plan.arms) {
    const scenario = armScenario(plan, arm);
    const together = (family: Family): number => sharedWeeks([family.first, scenario]);
    const founding = JSON.stringify(changed.map((path) => scenario.values[path]?.[0]));
    const alike = families.get(founding) ?? [];
    let family = alike.find((each) => together(each) >= LEAST_WEEKS);
    if (family === undefined) {
      family = { first: scenario, hash: arm.scenarioHash, weeks: scenario.burnInWeeks + scenario.weeks };
      families.set(founding, [...alike, family]);
    }
    family.weeks = Math.min(family.weeks, together(family));
    familyOf.set(arm.scenarioHash, family);
    sizes.set(family, (sizes.get(family) ?? 0) + 1);
  }
  return ({ scenarioHash, seed }) => {
    const family = familyOf.get(scenarioHash);
    if (family === undefined || (sizes.get(family) ?? 0) < 2) return undefined;
    return { key: `${family.hash} ${family.weeks} ${seed}`, weeks: family.weeks };
  };
}
