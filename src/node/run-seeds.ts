/** Every seed that has no finished run yet is run; finished runs are put away at once, failures are counted at the end. */
import type { ResolvedScenario } from "../simulation/scenario/resolved.ts";
import { eachSeed, type EachSeed, type SeedFailure } from "./each-seed.ts";
import type { RunJob, RunReply } from "./jobs.ts";
import type { Cells } from "./store/cells.ts";

/** How the engine runs; none of it changes a result. */
export type RunChoices = Pick<RunJob, "checks" | "timings">;

export interface SeedsRequest extends Pick<EachSeed<RunReply>, "seeds" | "pool" | "signal" | "progress"> {
  readonly scenario: ResolvedScenario;
  readonly options: RunChoices;
  /** Hears how long each phase of a run took, in milliseconds, where timings are asked for. */
  readonly timed?: (seed: string, timings: RunReply["timings"]) => void;
}

/** The seeds that failed, in seed order; one seed's failure does not stop the others. */
export function runSeeds(request: SeedsRequest, cells: Cells): Promise<SeedFailure[]> {
  const { scenario, options, timed } = request;
  return eachSeed<RunReply>({
    ...request,
    isDone: (seed) => cells.has(seed),
    jobOf: (seed) => ({ kind: "run", scenario, seed, ...options }),
    weeks: scenario.burnInWeeks + scenario.weeks,
    take: (seed, { result, timings }) => {
      cells.put(result);
      timed?.(seed, timings);
    },
  });
}
