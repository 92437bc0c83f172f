/** Weekly laws watch one run together: every transfer, every phase, every week's end, and the result. */
import { start, type Phase, type RunOptions, type RunResult } from "../simulation/index.ts";
import type { World } from "../model/world/world.ts";
import { Found, Notes, type Case, type Law, type LawOptions, type Verdict } from "./law.ts";

/** What one law wants to hear of in one run. All optional; `world` is to be looked at, never touched. */
export interface Watch {
  transfer?(from: number, to: number, pence: number, purpose: number): void;
  founded?(world: World): void;
  before?(phase: string, world: World): void;
  after?(phase: string, world: World): void;
  /** After the last phase. */
  week?(world: World): void;
  finish?(result: RunResult): void;
}

export interface WeeklyLaw extends Law {
  watch(notes: Notes, given: Case): Watch;
}

/** A law about every week of every run. */
export function weeklyLaw<const S extends string>(
  id: string,
  statement: string,
  situations: readonly S[],
  watch: (notes: Notes<S>, given: Case) => Watch,
): WeeklyLaw {
  const law: WeeklyLaw = {
    id,
    statement,
    situations,
    watch,
    check: (given, options) => watchRun([law], given, options)[0],
  };
  return law;
}

/**
 * Runs a case once under many laws; one verdict a law, in their order. The run stops at the first law that does not
 * hold, and what the others have seen till then is their verdict.
 *
 * @throws BrokenInvariant where the engine's own checks stop the run first.
 */
export function watchRun(laws: readonly WeeklyLaw[], given: Case, options: LawOptions = {}): readonly Verdict[] {
  const notes = laws.map((law) => new Notes(law.id, law.situations));
  const watches = laws.map((law, index) => law.watch(notes[index], given));
  let broken: Found | undefined;
  try {
    watched(watches, given, options);
  } catch (error) {
    if (!(error instanceof Found)) throw error;
    broken = error;
  }
  return laws.map((law, index) => ({
    law: law.id,
    found: broken?.law === law.id ? broken.found : undefined,
    guards: notes[index].guards,
  }));
}

function watched(watches: readonly Watch[], { scenario, seed }: Case, options: LawOptions): void {
  const hearers = watches.filter((watch) => watch.transfer !== undefined);
  const journal = {
    transfer: (_week: number, from: number, to: number, pence: number, purpose: number): void => {
      for (const watch of hearers) watch.transfer?.(from, to, pence, purpose);
    },
  };
  const run = start(scenario, seed, {
    ...options,
    journal,
    phases: (phases) => hooked(options.phases?.(phases) ?? phases, watches),
    founded: (world) => {
      for (const watch of watches) watch.founded?.(world);
    },
  });
  const result = run.finish();
  for (const watch of watches) watch.finish?.(result);
}

/** The phases with everybody told before and after each, and at the end. */
function hooked(phases: readonly Phase[], watches: readonly Watch[]): readonly Phase[] {
  const befores = watches.filter((watch) => watch.before !== undefined);
  const afters = watches.filter((watch) => watch.after !== undefined);
  const told = phases.map((phase) => ({
    ...phase,
    run: (world: World): void => {
      for (const watch of befores) watch.before?.(phase.name, world);
      phase.run(world);
      for (const watch of afters) watch.after?.(phase.name, world);
    },
  }));
  const end: Phase = {
    name: "watch",
    sentence: "The laws look at the week.",
    moves: "",
    run: (world) => {
      for (const watch of watches) watch.week?.(world);
    },
  };
  return [...told, end];
}

/** A watcher that changes nothing, as an option of a run: for laws that compare runs week by week. */
export const watchingWeeks = (look: (world: World) => void, phases?: RunOptions["phases"]): RunOptions => ({
  phases: (all) => hooked(phases?.(all) ?? all, [{ week: look }]),
});
