/** One run of one arm, and what of it claims are made from: weekly measures, events, and the people every quarter. */
import { EVENT_KINDS } from "../../model/world/events.ts";
import { Source, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { start, type ResolvedScenario, type RunOptions, type RunResult } from "../../simulation/index.ts";
import type { SavingsAccount } from "../savings.ts";
import { grossCost } from "../facts/money.ts";
import { AFTER_FAILURE, AFTER_WEEKS, withFailure } from "./failure.ts";
import { meanOver, totalOver, weeksOf, type Window } from "../facts/window.ts";

/** Everybody in long-term care at the close of one week: columns of equal length. */
export interface Look {
  /** Recorded week. */
  readonly week: number;
  readonly person: Float64Array;
  readonly group: Uint8Array;
  readonly funding: Uint8Array;
  readonly service: Uint8Array;
  /** Whether the person last came through a crisis or out of hospital. */
  readonly fromCrisis: Uint8Array;
  /** Minutes that came in the week. */
  readonly delivered: Float64Array;
  /** What the council pays for the week's care before charges, pence, and what a holder adds. */
  readonly cost: Float64Array;
  readonly topUp: Float64Array;
  readonly life: Float64Array;
}

export interface ArmRun {
  readonly result: RunResult;
  readonly looks: readonly Look[];
  /** Size over the mean council's: counts and sums of money are divided by it. */
  readonly scale: number;
  /** Person-weeks without care that follow, within a quarter, if the largest framework agency's cash is gone one day. */
  readonly cascade: () => number;
  /** Accounts of the savings plan; run only when somebody asks. */
  readonly savings: () => readonly SavingsAccount[];
}

/** Weeks between two looks: no divisor of it but itself divides a round of turns, so that looks fall on each of them. */
const LOOK_WEEKS = 13;

/** An arm under a seed: it is run when somebody first looks, and the accounts of its plan are made when asked for. */
export function armOf(
  scenario: ResolvedScenario,
  seed: string,
  savings: () => readonly SavingsAccount[],
  options: RunOptions = {},
): ArmRun {
  let done: Pick<ArmRun, "result" | "looks"> | undefined;
  const run = (): Pick<ArmRun, "result" | "looks"> => (done ??= runThrough(scenario, seed, options));
  return {
    get result() {
      return run().result;
    },
    get looks() {
      return run().looks;
    },
    scale: Number(scenario.values["size.scale"][0].value),
    cascade: () => {
      const [{ result }, stricken] = [run(), runThrough(scenario, seed, withFailure(options))];
      const more = (of: RunResult): number => meanOver(of, "people.awaitingCare", AFTER_FAILURE) * AFTER_WEEKS;
      return more(stricken.result) - more(result);
    },
    savings,
  };
}

function runThrough(scenario: ResolvedScenario, seed: string, options: RunOptions): Pick<ArmRun, "result" | "looks"> {
  const run = start(scenario, seed, options);
  const looks: Look[] = [];
  while (!run.done) {
    run.step();
    if (run.recorded > 0 && run.recorded % LOOK_WEEKS === 0) looks.push(lookAt(run.world, run.recorded - 1));
  }
  return { result: run.finish(), looks };
}

function lookAt(world: World, week: number): Look {
  const { people } = world;
  const { stage, group, funding, service, source, delivered, topUp, life } = people.columns;
  const rows = Array.from(people.live.subarray(0, people.liveCount)).filter((row) => stage[row] === Stage.served);
  return {
    week,
    person: Float64Array.from(rows, (row) => people.keys[row]),
    group: Uint8Array.from(rows, (row) => group[row]),
    funding: Uint8Array.from(rows, (row) => funding[row]),
    service: Uint8Array.from(rows, (row) => service[row]),
    fromCrisis: Uint8Array.from(rows, (row) =>
      Number(source[row] === Source.crisis || source[row] === Source.discharge),
    ),
    delivered: Float64Array.from(rows, (row) => delivered[row]),
    cost: Float64Array.from(rows, (row) => grossCost(world, row)),
    topUp: Float64Array.from(rows, (row) => topUp[row]),
    life: Float64Array.from(rows, (row) => life[row]),
  };
}

/** The looks of a window. */
export function looksIn({ result, looks }: ArmRun, window: Window): readonly Look[] {
  const [first, end] = weeksOf(result.mondays, window) ?? [0, 0];
  return looks.filter(({ week }) => week >= first && week < end);
}

type Sides = (first: ArmRun, second: ArmRun) => readonly [number, number];

/** The same figure of both arms. */
const both =
  (of: (run: ArmRun) => number): Sides =>
  (first, second) => [of(first), of(second)];

/** A measure's mean over the weeks of the period. */
export const meanOf = (key: string, period: Window): Sides => both(({ result }) => meanOver(result, key, period));

/** The same of a sum of money or a count, at the size of the mean council. */
export const meanSizeOf = (key: string, period: Window): Sides =>
  both(({ result, scale }) => meanOver(result, key, period) / scale);

/** The sum of a weekly count over the period, a year of it, at the size of the mean council. */
export const yearlyOf = (key: string, period: Window, years: number): Sides =>
  both(({ result, scale }) => totalOver(result, key, period) / years / scale);

/** A measure's highest week of the period. */
export const mostOf = (key: string, period: Window): Sides =>
  both(({ result }) => {
    const [first, end] = weeksOf(result.mondays, period) ?? [0, 0];
    return result.weekly[key].subarray(first, end).reduce((most, value) => Math.max(most, value), -Infinity);
  });

/** One measure over another, each summed over the period. */
export const ratioOf = (key: string, by: string, period: Window, factor = 1): Sides =>
  both(({ result }) => (factor * totalOver(result, key, period)) / totalOver(result, by, period));

/** The mean amount of events of some kinds in the period; NaN where there was none. */
export const meanAmountOf = (codes: readonly string[], period: Window): Sides =>
  both(({ result }) => {
    const [first, end] = weeksOf(result.mondays, period) ?? [0, 0];
    const kinds = codes.map((code) => EVENT_KINDS.findIndex((kind) => kind.code === code));
    const { week, kind, amount } = result.events;
    const found = Array.from(amount).filter(
      (_, index) => week[index] >= first && week[index] < end && kinds.includes(kind[index]),
    );
    return found.length > 0 ? found.reduce((sum, value) => sum + value, 0) / found.length : Number.NaN;
  });

/** One measure of one run, in two periods. */
export const overTime =
  (key: string, before: Window, after: Window): Sides =>
  (first, second) => [meanOver(first.result, key, before), meanOver(second.result, key, after)];
