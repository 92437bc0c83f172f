/** What a plan of savings came to: each seed is run with the plan, then without each measure that it took. */
import {
  accountOf,
  armsWithout,
  type SavingsAccount,
  type SavingsArm,
  type SavingsOptions,
} from "../experiment/savings.ts";
import { eachSeed, type Progress } from "./each-seed.ts";
import { Failure } from "./failure.ts";
import type { SavingsJob } from "./jobs.ts";
import type { Runner } from "./pool.ts";
import { failedFailure } from "./run-failures.ts";
import { cellsInMemory } from "./store/cells.ts";
import type { Described } from "./store/write.ts";

export interface SavingsRequest extends SavingsOptions {
  readonly described: Described;
  readonly pool: Runner;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** Runs of a seed until it is known how many measures were taken: the usual number. */
const USUAL_ARMS = 8;

/** Accounts in seed order; what they come to does not depend on the order in which the runs finish. */
export async function savingsOfScenario(request: SavingsRequest): Promise<readonly SavingsAccount[]> {
  const { described, pool, signal, progress } = request;
  const { scenario, seeds } = described;
  const found = new Map<string, readonly SavingsAccount[]>();
  let arms = USUAL_ARMS;
  const failures = await eachSeed<readonly SavingsAccount[]>({
    seeds,
    jobOf: (seed) => ({ kind: "savings", scenario, seed }),
    weeks: 1,
    pool: {
      ...forwarded(pool),
      run: (input, onProgress = () => {}) =>
        accountsOfSeed(input as SavingsJob, request, (share, known) => {
          arms = known;
          onProgress(share);
        }),
    },
    signal,
    progress: ({ done, total, before }) =>
      progress({ done: done * arms, total: total * arms, before, weeks: scenario.burnInWeeks + scenario.weeks }),
    take: (seed, accounts) => void found.set(seed, accounts),
  });
  if (signal.aborted) throw new Failure("interrupted", "Interrupted.", ["Nothing was written."]);
  if (failures.length > 0) throw failedFailure({ described, cells: cellsInMemory(), places: undefined }, failures);
  return seeds.flatMap((seed) => found.get(seed) ?? []);
}

const forwarded = (pool: Runner): Omit<Runner, "run"> => ({
  warm: (count) => pool.warm(count),
  close: () => pool.close(),
});

/** The seed's first run, then those without each measure, side by side; hears of the share that is done. */
async function accountsOfSeed(
  job: SavingsJob,
  { pool, rest, causes, described }: SavingsRequest,
  heard: (share: number, arms: number) => void,
): Promise<readonly SavingsAccount[]> {
  const weeks = described.scenario.burnInWeeks + described.scenario.weeks;
  const run = async (each: SavingsJob, onWeek: (week: number) => void): Promise<SavingsArm> =>
    (await pool.run(each, onWeek)) as SavingsArm;
  const base = await run(job, (week) => heard(week / weeks / USUAL_ARMS, USUAL_ARMS));
  const options = { ...(rest && { rest }), ...(causes && { causes }) };
  const without = armsWithout(job, base, options);
  const done = without.map(() => 0);
  const count = 1 + without.length;
  return Promise.all(
    without.map(async ({ cause, job: other }, place): Promise<SavingsAccount> => {
      const tell = (week: number): void => {
        done[place] = week / weeks;
        heard((1 + done.reduce((sum, each) => sum + each, 0)) / count, count);
      };
      const arm = await run({ kind: "savings", ...other }, tell);
      tell(weeks);
      return accountOf(cause, base, arm);
    }),
  );
}
