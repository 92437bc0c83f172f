/** Small councils looked at before and after their first April. */
import type { World } from "../../src/model/world/world.ts";
import { start, type ResolvedScenario } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil, type CouncilText } from "./laws-council.ts";

export type Settings = NonNullable<CouncilText["set"]>;

export const council = (set: Settings, text: Omit<CouncilText, "set"> = {}): ResolvedScenario =>
  scenarioFrom(smallCouncil({ weeks: 30, ...text, set }));

/** The world right after the phase that holds the first April, and before it. */
export function aroundApril(scenario: ResolvedScenario, seed = "1"): { readonly before: World; readonly after: World } {
  const run = start(scenario, seed);
  const still = start(scenario, seed);
  const april = run.world.timetable.aprilWeek.indexOf(1) - scenario.burnInWeeks;
  while (run.recorded <= april) run.step();
  while (still.recorded < april) still.step();
  return { before: still.world, after: run.world };
}
