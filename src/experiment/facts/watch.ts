/** One run watched for the facts: a number for each part, from weekly measures and from looks at the world. */
import { daysFromIso, isoFromDays } from "../../kernel/index.ts";
import type { World } from "../../model/world/world.ts";
import { start, type Run, type RunOptions } from "../../simulation/run.ts";
import type { ResolvedScenario } from "../../simulation/scenario/resolved.ts";
import { partIds, type Fact, type Part, type Share } from "./fact.ts";
import { weeksOf, type Weekly } from "./window.ts";

/** By part ("C01", "C05a"), what one run gives; NaN where it is not defined or the run does not cover the time. */
export type Figures = Readonly<Record<string, number>>;

/** A run under way. */
export interface Watch {
  readonly run: Run;
  /** Runs one week, and looks where a fact asks for it. */
  step(): void;
  /** Runs to the end and gives the figures. */
  finish(): Figures;
}

/** Recorded weeks that the facts speak of, at most those of the scenario: what comes later changes no figure. */
export function weeksWatched(facts: readonly Fact[], { start: begin, weeks }: ResolvedScenario): number {
  const lasts = facts.flatMap(({ parts }) => parts.map(({ figure }) => daysFromIso(figure.window.before)));
  const spokenOf = Math.ceil((Math.max(0, ...lasts) - daysFromIso(begin)) / 7);
  return Math.min(weeks, Math.max(1, spokenOf));
}

/**
 * Founds a council and stands ready to watch its first week. The run is the scenario's own, cut off after the last week
 * that a fact speaks of.
 */
export function watch(
  facts: readonly Fact[],
  scenario: ResolvedScenario,
  seed: string,
  options: RunOptions = {},
): Watch {
  const weeks = weeksWatched(facts, scenario);
  const run = start({ ...scenario, weeks }, seed, options);
  const startDay = daysFromIso(scenario.start);
  const mondays = Array.from({ length: weeks }, (_, week) => isoFromDays(startDay + 7 * week));
  const seen = facts.flatMap((fact) => {
    const ids = partIds(fact);
    return fact.parts.map((part, index) => seenOf(ids[index], part, mondays));
  });
  const step = (): void => {
    if (run.done) return;
    run.step();
    const week = run.recorded - 1;
    for (const each of seen) look(each, run.world, week);
  };
  return {
    run,
    step,
    finish: () => {
      while (!run.done) step();
      const result = run.finish();
      const { scale } = run.world.era.size;
      return Object.fromEntries(seen.map((each) => [each.part.id, figureOf(each, result, scale)]));
    },
  };
}

/** What has been seen of one part: sums over the looks so far. */
interface Seen {
  readonly part: Part & { readonly id: string };
  /** Weeks to look at the world in: from the first, every so many, until the end; none where first is the end. */
  readonly first: number;
  readonly end: number;
  parts: number;
  wholes: number;
}

function seenOf(id: string, part: Part, mondays: readonly string[]): Seen {
  const weeks = part.figure.from === "world" ? weeksOf(mondays, part.figure.window) : undefined;
  const [first, end] = weeks ?? [0, 0];
  return { part: { ...part, id }, first, end, parts: 0, wholes: 0 };
}

function look(seen: Seen, world: World, week: number): void {
  const { figure } = seen.part;
  if (figure.from !== "world" || week < seen.first || week >= seen.end) return;
  if ((week - seen.first) % figure.every !== 0) return;
  const [part, whole]: Share = figure.of(world);
  seen.parts += part;
  seen.wholes += whole;
}

function figureOf({ part, parts, wholes }: Seen, result: Weekly, scale: number): number {
  const { figure, isCount } = part;
  const value = figure.from === "measures" ? figure.of(result) : wholes > 0 ? parts / wholes : Number.NaN;
  return isCount ? value / scale : value;
}
