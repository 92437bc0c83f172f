/** A sweep as the command line names it, read, checked and planned; every problem at once where it cannot be. */
import type { Planned } from "../experiment/sweeps/index.ts";
import type { SweepDesign } from "../node/sweep/design.ts";
import type { WeeklyKept } from "../node/sweep/cell.ts";
import type { Printer } from "./printer.ts";
import { Failure } from "../node/failure.ts";
import { shellWord } from "../node/shell.ts";
import { problemFailure, withCommas } from "./load.ts";

export interface AskedSweep {
  /** As typed, in place of the file's. */
  readonly seeds: string | undefined;
  /** The council of all arms, as typed, in place of the files' own. */
  readonly council?: string | undefined;
  readonly weekly: WeeklyKept;
  readonly people: boolean;
}

/** The plan of a sweep or every problem of it, and whether its file has axes; seeds and council as typed, in place of the file's. */
export async function planNamed(
  named: string,
  seeds?: string,
  council?: string,
): Promise<Planned & { readonly hasAxes: boolean }> {
  const { hasAxes, openSweep } = await import("../node/sweep-files.ts");
  const { planSweep } = await import("../experiment/sweeps/index.ts");
  const { legend } = await import("../node/legend.ts");
  const opened = openSweep(named);
  if (!opened.ok) return { ok: false, problems: opened.problems, hasAxes: false };
  const { entry, lookup } = opened;
  const measures = legend.measures.map(({ key }) => key);
  const { droppedOfSweep } = await import("../node/dropped-in-files.ts");
  const asked = {
    ...(seeds === undefined ? {} : { seeds: withCommas(seeds) }),
    ...(council === undefined ? {} : { council }),
  };
  const input = { entry, lookup, measures, ...asked };
  const planned = planSweep(input);
  const isSweep = hasAxes(entry.text);
  if (!planned.ok) return { ...planned, hasAxes: isSweep };
  const { pathsEnd } = await import("../node/paths-end.ts");
  const { scenario } = planned.plan;
  const warnings = [...planned.warnings, ...droppedOfSweep(input, scenario), ...pathsEnd(scenario, named)];
  return { ...planned, warnings, hasAxes: isSweep };
}

/** Fails with kind "invalid" (or "refused", where only a limit was met) and a line for every problem. */
export async function loadSweep(
  named: string,
  { seeds, council, weekly, people }: AskedSweep,
  printer: Printer,
): Promise<SweepDesign> {
  const { formatProblem } = await import("../simulation/scenario/index.ts");
  const { withSeeds } = await import("../node/sweep/design.ts");
  const planned = await planNamed(named, seeds, council);
  if (!planned.ok) {
    // A sweep is one whatever is wrong with it, though a scenario may have its name.
    const instead = planned.hasAxes ? undefined : await scenarioInstead(named);
    throw instead ?? (await problemFailure(named, planned.problems, "sweep"));
  }
  for (const warning of planned.warnings) printer.warn(formatProblem(warning));
  return { ...withSeeds(planned.plan, planned.plan.seeds), sweepFormat: 1, weekly, ...(people ? { people } : {}) };
}

/** The failure of a scenario named where a sweep was asked for; undefined for anything else. */
async function scenarioInstead(named: string): Promise<Failure | undefined> {
  const { openScenario } = await import("../node/scenario-files.ts");
  const { resolve } = await import("../simulation/scenario/index.ts");
  const opened = openScenario(named);
  if (!opened.ok || !resolve(opened).ok) return undefined;
  return new Failure("invalid", `${named} is a scenario, not a sweep: it has no axes`, [
    `Use: caremarket run ${shellWord(named)}`,
  ]);
}
