/** How long a sweep takes is told from warm runs, with what its arms share counted once. */
import { expect, it } from "vitest";
import { planSweep, type SweepPlan } from "../../src/experiment/sweeps/index.ts";
import type { CellJob } from "../../src/node/jobs.ts";
import type { SweepDesign } from "../../src/node/sweep/design.ts";
import type { CellExecutor } from "../../src/node/sweep/executor.ts";
import { probeSweep } from "../../src/node/sweep/probe.ts";
import { lookupAmong } from "../../src/simulation/index.ts";

const BASE =
  "format: 1\nname: base\nstart: 2015-04-06\nweeks: 92\nburnInWeeks: 8\nset: { size.scale: 0.02 }\nseeds: 1-2\n";

function designOf(from: string): SweepDesign {
  const axis = `  - { name: rate, lever: directPayment.rateShare, ${from}values: [0.8, 0.9, 1] }`;
  const entry = { name: "s.yaml", text: ["format: 1", "name: s", "scenario: base", "axes:", axis, ""].join("\n") };
  const found = planSweep({ entry, lookup: lookupAmong({ base: BASE }), measures: ["providers.failures"] });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return { ...(found.plan satisfies SweepPlan), sweepFormat: 1, weekly: "headline" };
}

/** One worker with a clock of its own: the nth run takes what `seconds` says. */
function worker(seconds: (run: number, job: CellJob) => number): { executor: CellExecutor; now: () => number } {
  let [time, runs] = [0, 0];
  const executor: CellExecutor = {
    lanes: 2,
    run: (job) => {
      time += seconds(runs++, job);
      return Promise.resolve({ bytes: new Uint8Array(100) } as never);
    },
    close: () => Promise.resolve(),
  };
  return { executor, now: () => time };
}

it("leaves out the cold runs and one that the machine held up", async () => {
  const { executor, now } = worker((run) => (run < 2 ? 9 : run === 3 ? 30 : 2));
  const probe = await probeSweep(designOf(""), executor, 1, undefined, now);
  expect(probe).toMatchObject({ runs: 6, arms: 3, seeds: 2, secondsPerRun: 2, seconds: 12 });
});

it("counts the history that arms share once a seed", async () => {
  const design = designOf("from: 2016-01-04, ");
  // A hundredth of a second a week: the first run lives through 47 shared weeks and 53 of its own, the others the latter.
  const { executor, now } = worker((run, { shared }) => 0.01 * (run === 0 ? 100 : 100 - (shared?.weeks ?? 0)));
  const probe = await probeSweep(design, executor, 1, undefined, now);
  expect(probe.seconds).toBeCloseTo(0.01 * (2 * 47 + 6 * 53), 9);
});

it("ends in good time on a slow machine, with what it has", async () => {
  const { executor, now } = worker(() => 60);
  const probe = await probeSweep(designOf(""), executor, 1, undefined, now);
  expect(probe.secondsPerRun).toBeCloseTo(60, 9);
  expect(now()).toBe(120);
});

it("counts a round of runs that are over before a worker is warm", async () => {
  const { executor, now } = worker(() => 0.01);
  const probe = await probeSweep(designOf(""), executor, 1, undefined, now);
  expect(probe).toMatchObject({ runs: 6, diskBytes: expect.toSatisfy(Number.isFinite) });
  expect(probe.seconds).toBeCloseTo(0.06, 9);
});
