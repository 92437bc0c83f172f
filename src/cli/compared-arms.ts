/** The two arms of a sweep that `compare` names, with their people: kept ones, or those of runs that are lived again. */
import type { ComparedSide } from "../node/compared-side.ts";
import type { Limits } from "../node/estimate.ts";
import type { ArmRun } from "../node/sweep/arm-people.ts";
import type { ArmSide } from "../node/sweep/compared-arm.ts";
import { engineVersion } from "../simulation/engine-version.ts";
import type { Host } from "./command.ts";
import { counted } from "./text.ts";

export interface ArmsAsked {
  readonly seeds: readonly string[];
  /** Whether anything is to be said of people. */
  readonly people: boolean;
  readonly workers: number;
  readonly limits: Limits;
}

type Pair<T> = readonly [T, T];

/** Reads both; runs only what is needed to compare people. */
export async function readArms(arms: Pair<ArmSide>, asked: ArmsAsked, host: Host): Promise<Pair<ComparedSide>> {
  const { seeds, people } = asked;
  const [a, b] = arms.map((arm) => arm.read(seeds));
  if (!people) return [a, b];
  const { peopleless, withPeople } = await import("../node/sweep/arm-people.ts");
  const missing = peopleless(arms, seeds);
  const madeBy = arms[0].store.engineVersion;
  if (missing.length > 0 && madeBy !== engineVersion) {
    host.printer.warn(
      `People are not compared: the sweep keeps none, and its runs were made by engine ${madeBy}; this is engine ${engineVersion}.`,
    );
    return [a, b];
  }
  const again = missing.length === 0 ? new Map<string, Uint8Array>() : await live(missing, asked, host);
  return [await withPeople(arms[0], a, seeds, again), await withPeople(arms[1], b, seeds, again)];
}

async function live(
  missing: readonly ArmRun[],
  { workers, limits }: ArmsAsked,
  { openPool, printer, signal }: Host,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { liveAgain } = await import("../node/sweep/arm-people.ts");
  const { estimate, refuseOver } = await import("../node/estimate.ts");
  const { progressBar } = await import("./progress.ts");
  const own = Math.min(workers, missing.length);
  const largest = estimate(missing[0].side.described.scenario, missing.length, own);
  refuseOver(limits, largest, false);
  printer.say(
    `People are not kept: ${counted(missing.length, "run is", "runs are")} lived again to compare them. To leave that out: --no-people`,
  );
  const bar = await progressBar(printer);
  const pool = await openPool(own, limits.workerBytes);
  try {
    const progress = bar.update.bind(bar);
    return await liveAgain(missing, { workers: own, pool, signal, progress });
  } finally {
    bar.stop();
    await pool.close();
  }
}
