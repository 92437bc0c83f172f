/** A sweep by path, or by bare name here or among the shipped ones; what it extends is found as for any scenario. */
import { join, resolve as absolute } from "node:path";
import { lookupOnDisk, openScenario, type Opened, shippedScenarios } from "./scenario-files.ts";

/** What a sweep needs to become a plan, or why there is nothing to plan. */
export function openSweep(nameOrPath: string): Opened {
  const shipped = shippedScenarios();
  const opened = openScenario(nameOrPath, { shipped: join(shipped, "sweeps") });
  if (opened.ok) return { ...opened, lookup: lookupOnDisk(absolute("."), shipped) };
  const problems = opened.problems.map((problem) => {
    const message = problem.message.replace("there is no scenario of this name", "there is no sweep of this name");
    return { ...problem, message };
  });
  return { ok: false, problems };
}
