/** How long a sweep will take and how much disk it will fill, from a few runs made to find out. */
import { estimate, refuseOver } from "../estimate.ts";
import { legend } from "../legend.ts";
import { cellsOf, keptOf } from "./cells-of.ts";
import { armScenario, type SweepDesign } from "./design.ts";
import type { CellExecutor } from "./executor.ts";
import { historiesOf } from "./histories.ts";
import type { Slice } from "./slice.ts";

export interface Probe {
  readonly runs: number;
  readonly arms: number;
  readonly seeds: number;
  /** Of one run, once a worker is warm and with all workers busy. */
  readonly secondsPerRun: number;
  /** For all runs. */
  readonly seconds: number;
  readonly diskBytes: number;
  /** How much of it are people. */
  readonly peopleBytes: number;
}

interface Round {
  readonly seconds: number;
  /** Of a cell, and of its people. */
  readonly bytes: number;
  readonly people: number;
}

/** Runs every worker twice: the first time it warms up and lives through what arms share, the second time counts. */
export async function probeSweep(
  design: SweepDesign,
  executor: CellExecutor,
  workers: number,
  slice: Slice | undefined,
): Promise<Probe> {
  const cells = cellsOf(design, slice);
  const { weekly, people: withPeople } = keptOf(design);
  const histories = historiesOf(design);
  const round = async (): Promise<Round> => {
    const started = performance.now();
    const jobs = Array.from({ length: workers }, async (_, worker) => {
      const cell = cells[worker % cells.length];
      const shared = histories(cell);
      const { arm, seed } = cell;
      const job = { kind: "cell", scenario: armScenario(design, arm), seed, weekly } as const;
      const more = { ...(withPeople ? { people: true as const } : {}), ...(shared === undefined ? {} : { shared }) };
      return executor.run({ ...job, ...more }, () => {});
    });
    const packed = await Promise.all(jobs);
    const bytes = packed.reduce((sum, each) => sum + each.bytes.byteLength, 0) / workers;
    const people = packed.reduce((sum, each) => sum + (each.people?.byteLength ?? 0), 0) / workers;
    return { seconds: (performance.now() - started) / 1000, bytes, people };
  };
  await round();
  const { seconds, bytes, people } = await round();
  const yearlyBytes = legend.measures.length * design.years.length * 8;
  return {
    runs: cells.length,
    arms: design.arms.length,
    seeds: design.seeds.length,
    secondsPerRun: seconds,
    seconds: (seconds * cells.length) / workers,
    diskBytes: Math.round((bytes + people + yearlyBytes) * cells.length),
    peopleBytes: Math.round(people * cells.length),
  };
}

/** Fails with the numbers where a worker would need more memory than the limit for any arm. */
export function refuseTooLarge(design: SweepDesign, workerBytes: number): void {
  for (const arm of design.arms) {
    refuseOver({ workerBytes, seconds: Number.POSITIVE_INFINITY }, estimate(armScenario(design, arm), 1, 1), false);
  }
}
