/**
 * How much a run will take, before it starts: people and weeks are known, the rest was measured once.
 *
 * The constants were measured with the shipped baseline at sizes from a tenth to four councils, and rounded up: they are
 * there to refuse what cannot end well, not to plan by the minute.
 */
import { leaves } from "../model/levers/index.ts";
import type { ResolvedScenario } from "../simulation/scenario/resolved.ts";
import { Failure } from "./failure.ts";

export interface Estimate {
  /** People in the first week. */
  readonly opening: number;
  /** People who will ever be in the run. */
  readonly ever: number;
  /** Memory of one worker. */
  readonly workerBytes: number;
  /** Memory of the main thread while it writes: every run's weekly series, for the page. */
  readonly writerBytes: number;
  readonly secondsPerSeed: number;
  /** For all seeds with the given number of workers. */
  readonly seconds: number;
}

const BASE_BYTES = 110e6;
const BYTES_PER_OPENING_PERSON = 2_200;
const BYTES_PER_PERSON_EVER = 70;
/** About a hundred series of eight bytes, and as much again while the page is drawn. */
const WRITER_BYTES_PER_WEEK = 1_600;
const BASE_SECONDS = 0.8;
const SECONDS_PER_PERSON_WEEK = 250e-9;
/** How long those who come stay, roughly. */
const WEEKS_OF_STAY = 104;

export function estimate(scenario: ResolvedScenario, seeds: number, workers: number): Estimate {
  const weeks = scenario.burnInWeeks + scenario.weeks;
  const scale = largest(scenario, "size.scale");
  const opening = scale * sumOf(scenario, /^people at the size/);
  const arrivalsPerWeek = scale * sumOf(scenario, /^people per week at the size/);
  const ever = opening + arrivalsPerWeek * weeks;
  const present = opening + arrivalsPerWeek * Math.min(weeks, WEEKS_OF_STAY);
  const secondsPerSeed = BASE_SECONDS + present * weeks * SECONDS_PER_PERSON_WEEK;
  return {
    opening: Math.round(opening),
    ever: Math.round(ever),
    workerBytes: BASE_BYTES + opening * BYTES_PER_OPENING_PERSON + ever * BYTES_PER_PERSON_EVER,
    writerBytes: BASE_BYTES + seeds * scenario.weeks * WRITER_BYTES_PER_WEEK,
    secondsPerSeed,
    seconds: secondsPerSeed * Math.ceil(seeds / workers),
  };
}

const valuesOf = (scenario: ResolvedScenario, path: string): number[] =>
  (scenario.values[path] ?? []).map(({ value }) => (typeof value === "number" ? value : 0));

const largest = (scenario: ResolvedScenario, path: string): number => Math.max(0, ...valuesOf(scenario, path));

const sumOf = (scenario: ResolvedScenario, unit: RegExp): number =>
  leaves.filter((leaf) => unit.test(leaf.unit)).reduce((sum, { path }) => sum + largest(scenario, path), 0);

export interface Limits {
  readonly workerBytes: number;
  readonly seconds: number;
}

export const USUAL_LIMITS: Limits = { workerBytes: 2 * 1024 ** 3, seconds: 24 * 3600 };

/** Fails with the numbers where the estimate is over a limit; `isWritten` where results are to be written. */
export function refuseOver(limits: Limits, found: Estimate, isWritten: boolean): void {
  const data = { estimate: found, limits };
  const people = `It would hold about ${thousands(found.ever)} people over time.`;
  if (found.workerBytes > limits.workerBytes) {
    throw new Failure(
      "refused",
      `each worker would need about ${bytesText(found.workerBytes)}; the limit is ${bytesText(limits.workerBytes)}`,
      [people, `To allow it: --limit-memory ${Math.ceil(found.workerBytes / 1024 ** 3)}GiB`],
      data,
    );
  }
  if (isWritten && found.writerBytes > limits.workerBytes) {
    throw new Failure(
      "refused",
      `writing the results would need about ${bytesText(found.writerBytes)}; the limit is ${bytesText(limits.workerBytes)}`,
      [`To allow it: --limit-memory ${Math.ceil(found.writerBytes / 1024 ** 3)}GiB, or fewer seeds.`],
      data,
    );
  }
  if (found.seconds > limits.seconds) {
    throw new Failure(
      "refused",
      `the run would take about ${durationText(found.seconds)}; the limit is ${durationText(limits.seconds)}`,
      [people, `To allow it: --limit-time ${Math.ceil(found.seconds / 3600)}h, or fewer seeds, or more workers.`],
      data,
    );
  }
}

const thousands = (count: number): string => String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ",");

export function bytesText(bytes: number): string {
  if (bytes >= 1024 ** 3) return `${(bytes / 1024 ** 3).toFixed(1)} GiB`;
  if (bytes < 1024 ** 2) return `${Math.ceil(bytes / 1024)} KiB`;
  return `${Math.ceil(bytes / 1024 ** 2)} MiB`;
}

export function durationText(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  const minutes = Math.ceil(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
