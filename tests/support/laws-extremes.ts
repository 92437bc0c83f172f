/** How an extreme scenario is held to the laws. */
import { expect } from "vitest";
import type { ResolvedScenario } from "../../src/simulation/index.ts";
import { replayOf, watchRun, weeklyLaws } from "../../src/testing/index.ts";

/** Every weekly law holds, the engine's own checks included. */
export function expectLaws(scenario: ResolvedScenario, seed: string): void {
  const verdicts = watchRun(weeklyLaws, { scenario, seed }, { checks: "full" });
  const broken = verdicts.flatMap(({ found }, index) =>
    found === undefined ? [] : [`${weeklyLaws[index].id}: ${found}\n${replayOf({ scenario, seed })}`],
  );
  expect(broken).toEqual([]);
}
