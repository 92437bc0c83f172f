/** One run, step by step or to the end. */
import { capture, restore, runKey, type Journal, type State } from "../kernel/index.ts";
import { measures } from "../model/measures/index.ts";
import { PHASES, type Phase } from "../model/week/index.ts";
import { found } from "../model/world/founding.ts";
import { setTerms, stateOf, tidy, type Frozen, World, type WorldOptions } from "../model/world/world.ts";
import { checkWeek, type CheckLevel } from "./checks.ts";
import { checkGiven } from "./given.ts";
import { Recorder } from "./recorder.ts";
import type { RunFigures, RunResult } from "./result.ts";
import { figuresOf, resultOf, type Finished } from "./outcome.ts";
import { hashScenario } from "./scenario/canonical.ts";
import type { ResolvedScenario } from "./scenario/resolved.ts";
import { datesOf, timetableOf } from "./timetable.ts";

export interface RunOptions {
  /**
   * "basic" checks each week that the account sum is zero; "full" also what one week's end shows of the laws E3 to
   * E9, E11 to E13, E15, E16 and E18. The laws whole, with those that need a journal or a memory, are in caremarket/testing.
   */
  readonly checks?: CheckLevel;
  /** "full" takes all agents' state into the digest every week, not only at years' ends. */
  readonly digest?: "yearly" | "full";
  /** Hears of every transfer. */
  readonly journal?: Journal;
  /** Decisions held still, for laws about one mechanism. */
  readonly frozen?: Partial<Frozen>;
  /** Pence are rounded to multiples of this: 1, but in the law of no money illusion. */
  readonly roundingUnit?: number;
  /** Gets the model's phases and returns those to run: to time, watch, leave out or plant bugs. */
  readonly phases?: (phases: readonly Phase[]) => readonly Phase[];
  /** Touches the founded world before the first week, for laws about how it is stored. */
  readonly founded?: (world: World) => void;
  /** Goes on from here instead of a founding: a snapshot that `restore` would take. */
  readonly from?: State;
}

/** A run under way. */
export interface Run {
  /** Recorded weeks done; negative during the burn-in. */
  readonly recorded: number;
  readonly done: boolean;
  readonly world: World;
  /** Runs one week. Does nothing once done. */
  step(): void;
  /** All that can change, as plain data. */
  snapshot(): State;
  /**
   * Puts back a snapshot of a run under the same seed, of the same scenario or one that was the same until then.
   *
   * @throws RangeError for a snapshot of a run under another seed. Whose scenario it was, it does not know.
   */
  restore(state: State): void;
  /** Runs to the end and returns the result. */
  finish(): RunResult;
  /** As `finish`, for those who need neither events nor people: they are left out, and the time for them saved. */
  figures(): RunFigures;
}

/**
 * Founds a council and stands ready for its first week.
 *
 * @throws TypeError or RangeError where it is given no seed or no resolved scenario.
 * @throws BrokenInvariant from `step` and `finish` where a law of the market breaks: a bug of ours.
 */
export function start(scenario: ResolvedScenario, seed: string, options: RunOptions = {}): Run {
  checkGiven(scenario, seed);
  const timetable = timetableOf(scenario);
  const worldOptions: WorldOptions = {
    seed,
    timetable,
    frozen: { prices: false, matching: false, ...options.frozen },
    roundingUnit: options.roundingUnit ?? 1,
    journal: options.journal,
  };
  const world = options.from === undefined ? found(worldOptions) : new World(worldOptions);
  options.founded?.(world);
  const phases = options.phases?.(PHASES) ?? PHASES;
  const recorder = new Recorder(world, scenario.weeks, options.digest === "full");
  recorder.founded(world);
  const total = timetable.burnInWeeks + timetable.weeks;
  const progress = { week: 0 };
  const level = options.checks ?? "basic";

  const step = (): void => {
    if (progress.week >= total) return;
    const { week } = progress;
    const recorded = week - timetable.burnInWeeks;
    world.week = week;
    if (recorded >= 0) recorder.before(world);
    for (const phase of phases) phase.run(world);
    checkWeek(world, level);
    const closes = week + 1 === total || timetable.aprilWeek[week + 1] === 1;
    if (recorded >= 0) recorder.after(world, recorded, closes);
    tidy(world);
    progress.week = week + 1;
  };
  const parts = { state: stateOf(world), recorder, progress, luck: runKey(seed) };
  const goOnFrom = (state: State): void => {
    checkLuck(state, seed);
    restore(parts, state);
    world.era = timetable.eras[timetable.eraOfWeek[Math.max(0, progress.week - 1)]];
    setTerms(world);
  };
  if (options.from !== undefined) goOnFrom(options.from);
  const finished = (): Finished => {
    while (progress.week < total) step();
    return { world, recorder, seed, scenarioHash: hashScenario(scenario), dates: datesOf(scenario), measures };
  };
  return {
    get recorded() {
      return progress.week - timetable.burnInWeeks;
    },
    get done() {
      return progress.week >= total;
    },
    world,
    step,
    snapshot: () => capture(parts),
    restore: goOnFrom,
    finish: () => resultOf(finished()),
    figures: () => figuresOf(finished()),
  };
}

/** Luck is not in the state but a function of the seed: gone on with under another, a run would be of neither. */
function checkLuck(state: State, seed: string): void {
  const luck = (state as { readonly luck?: unknown } | undefined)?.luck;
  if (!(luck instanceof Int32Array)) throw new TypeError("a run goes on from what `snapshot` of a run gave");
  if (runKey(seed).every((word, index) => word === luck[index])) return;
  throw new RangeError(
    `the snapshot is of a run under another seed than "${seed}": start that run, or go on under its seed`,
  );
}

/** Runs a scenario under a seed, from founding to the last week. Pure: same scenario and seed, same result. */
export function simulate(scenario: ResolvedScenario, seed: string, options: RunOptions = {}): RunResult {
  return start(scenario, seed, options).finish();
}
