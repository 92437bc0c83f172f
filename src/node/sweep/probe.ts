/** How long a sweep will take and how much disk it will fill, from a few runs made to find out. */
import { estimate, refuseOver } from "../estimate.ts";
import { legend } from "../legend.ts";
import { cellsOf, keptOf, type PlannedCell } from "./cells-of.ts";
import { armScenario, type SweepDesign } from "./design.ts";
import type { CellExecutor } from "./executor.ts";
import { historiesOf } from "./histories.ts";
import type { Slice } from "./slice.ts";

export interface Probe {
  readonly runs: number;
  readonly arms: number;
  readonly seeds: number;
  /** Of one run with its part of what runs share, once a worker is warm and with all workers busy. */
  readonly secondsPerRun: number;
  /** For all runs. */
  readonly seconds: number;
  readonly diskBytes: number;
  /** How much of it are people. */
  readonly peopleBytes: number;
}

/** One run that was made to find out. */
interface Tried {
  /** Of each week that it lived through itself. */
  readonly secondsPerWeek: number;
  /** Of its cell, and of its people. */
  readonly bytes: number;
  readonly people: number;
}

/** Every worker runs so often, and so long, before anything counts: code that was just loaded is slow. */
const WARMING = 2;
const WARMING_SECONDS = 3;
/** So many rounds in a row must agree within a tenth: then a worker is as fast as in the midst of a sweep. */
const COUNTED = 3;
const AGREEING = 0.1;
/** A machine that is busy with other things may never settle: the last warm rounds count after so many in all. */
const MOST_ROUNDS = 40;
const MOST_UNSETTLED_SECONDS = 30;
/** On large councils or slow machines a reader has waited long enough after this, if one round has counted. */
const MOST_SECONDS = 90;

/**
 * Runs every worker several times over, all at once as a sweep does, until the time of a round settles. The first rounds
 * warm up and live through what arms share; of the last ones the median run counts, so that a hiccup of the machine does
 * not.
 *
 * @param now seconds from any beginning
 */
export async function probeSweep(
  design: SweepDesign,
  executor: CellExecutor,
  workers: number,
  slice: Slice | undefined,
  now: () => number = () => performance.now() / 1000,
): Promise<Probe> {
  const cells = cellsOf(design, slice);
  const { weekly, people: withPeople } = keptOf(design);
  const histories = historiesOf(design);
  const weeksOf = (cell: PlannedCell): number => design.scenario.burnInWeeks + design.scenario.weeks - sharedOf(cell);
  const sharedOf = (cell: PlannedCell): number => histories(cell)?.weeks ?? 0;
  // Those that go on from one history: a worker that has lived through it once runs any of them as in the midst of a sweep.
  const alike = cells.filter((cell) => histories(cell)?.key === histories(cells[0])?.key);
  const tryOne = async (cell: PlannedCell): Promise<Tried> => {
    const started = now();
    const shared = histories(cell);
    const job = { kind: "cell", scenario: armScenario(design, cell.arm), seed: cell.seed, weekly } as const;
    const more = { ...(withPeople ? { people: true as const } : {}), ...(shared === undefined ? {} : { shared }) };
    const { bytes, people } = await executor.run({ ...job, ...more }, () => {});
    const secondsPerWeek = (now() - started) / weeksOf(cell);
    return { secondsPerWeek, bytes: bytes.byteLength, people: people?.byteLength ?? 0 };
  };
  const began = now();
  const rounds: Tried[][] = [];
  for (let round = 0; round < MOST_ROUNDS || rounds.length < COUNTED; round++) {
    const spent = now() - began;
    if (isSettled(rounds) || (rounds.length > 0 && spent > MOST_SECONDS)) break;
    if (rounds.length >= COUNTED && spent > MOST_UNSETTLED_SECONDS) break;
    const chosen = Array.from({ length: workers }, (_, worker) => alike[(round * workers + worker) % alike.length]);
    const found = await Promise.all(chosen.map(tryOne));
    const isWarm = round >= WARMING && spent > WARMING_SECONDS;
    if (isWarm || now() - began > MOST_SECONDS) rounds.push(found);
  }
  const tried = rounds.slice(-COUNTED).flat();
  const middle = (of: (each: Tried) => number): number => medianOf(tried.map(of));
  const [bytes, people] = [middle((each) => each.bytes), middle((each) => each.people)];
  // A history is lived through once, whoever goes on from it.
  const lived = new Map(cells.map((cell) => [histories(cell)?.key ?? "", sharedOf(cell)]));
  const weeks = [...lived.values(), ...cells.map(weeksOf)].reduce((sum, each) => sum + each, 0);
  const seconds = (middle((each) => each.secondsPerWeek) * weeks) / workers;
  const yearlyBytes = legend.measures.length * design.years.length * 8;
  return {
    runs: cells.length,
    arms: design.arms.length,
    seeds: design.seeds.length,
    secondsPerRun: (seconds * workers) / cells.length,
    seconds,
    diskBytes: Math.round((bytes + people + yearlyBytes) * cells.length),
    peopleBytes: Math.round(people * cells.length),
  };
}

/** The last rounds took about as long as each other. */
function isSettled(rounds: readonly (readonly Tried[])[]): boolean {
  const last = rounds.slice(-COUNTED).map((round) => medianOf(round.map(({ secondsPerWeek }) => secondsPerWeek)));
  return last.length === COUNTED && Math.max(...last) <= (1 + AGREEING) * Math.min(...last);
}

function medianOf(values: readonly number[]): number {
  const ordered = [...values].sort((left, right) => left - right);
  const middle = (ordered.length - 1) / 2;
  return (ordered[Math.floor(middle)] + ordered[Math.ceil(middle)]) / 2;
}

/** Fails with the numbers where a worker would need more memory than the limit for any arm. */
export function refuseTooLarge(design: SweepDesign, workerBytes: number): void {
  for (const arm of design.arms) {
    refuseOver({ workerBytes, seconds: Number.POSITIVE_INFINITY }, estimate(armScenario(design, arm), 1, 1), false);
  }
}
