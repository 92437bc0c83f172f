/** The baseline facts set beside a scenario: every seed is run and watched, then the runs are judged together. */
import { FACTS, judge, weeksWatched, type Figures, type JudgedFact } from "../experiment/facts/index.ts";
import { eachSeed, type Progress } from "./each-seed.ts";
import { Failure } from "./failure.ts";
import type { FactsReply } from "./jobs.ts";
import type { Runner } from "./pool.ts";
import { failedFailure } from "./run-failures.ts";
import { cellsInMemory } from "./store/cells.ts";
import type { Described } from "./store/write.ts";

export interface ValidateRequest {
  readonly described: Described;
  readonly pool: Runner;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** Every fact with what the seeds' runs give; what it comes to does not depend on the order in which they finish. */
export async function validateScenario(request: ValidateRequest): Promise<readonly JudgedFact[]> {
  const { described, pool, signal, progress } = request;
  const { scenario, seeds } = described;
  const found = new Map<string, Figures>();
  const failures = await eachSeed<FactsReply>({
    seeds,
    jobOf: (seed) => ({ kind: "facts", scenario, seed }),
    weeks: scenario.burnInWeeks + weeksWatched(FACTS, scenario),
    pool,
    signal,
    progress,
    take: (seed, { figures }) => void found.set(seed, figures),
  });
  if (signal.aborted) throw new Failure("interrupted", "Interrupted.", ["Nothing was written."]);
  if (failures.length > 0) throw failedFailure({ described, cells: cellsInMemory(), places: undefined }, failures);
  return judge(
    FACTS,
    seeds.map((seed) => found.get(seed) ?? {}),
  );
}
