/** Arms that come out as one scenario are said, with the axis that changes nothing where there is one. */
import type { Report } from "../../simulation/scenario/problem.ts";
import type { SweepFile } from "./file.ts";
import type { SweepArm } from "../sweep-results.ts";

/** Whether arms that differ on this axis alone are one scenario, wherever there are such arms. */
function isInert(arms: readonly SweepArm[], axis: string): boolean {
  const hashes = new Map<string, Set<string>>();
  let pairs = 0;
  for (const { settings, scenarioHash } of arms) {
    const key = JSON.stringify(Object.entries(settings).filter(([name]) => name !== axis));
    const own = hashes.get(key);
    if (own !== undefined) pairs++;
    hashes.set(key, (own ?? new Set()).add(scenarioHash));
  }
  return pairs > 0 && [...hashes.values()].every(({ size }) => size === 1);
}

export function sayEqual(arms: readonly SweepArm[], file: SweepFile, report: Report): void {
  const different = new Set(arms.map(({ scenarioHash }) => scenarioHash)).size;
  if (different === arms.length) return;
  const inert = file.axes.map(({ name }) => name).filter((name) => isInert(arms, name));
  const which = inert.length === 0 ? "" : `; ${inert.join(" and ")} changes nothing in any arm, whatever its value`;
  const message = `${arms.length} arms are ${different} different scenarios: equal ones run once${which}`;
  report.add(file.placeOf("axes"), "axes", message, { kind: "warning" });
}
