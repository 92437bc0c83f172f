/** A law is a plain predicate: it takes a scenario, a seed and how to run them, and says what it found. */
import type { ResolvedScenario, RunOptions } from "../simulation/index.ts";

/** What a law is tried on. */
export interface Case {
  readonly scenario: ResolvedScenario;
  readonly seed: string;
}

/** What became of a law in one case. */
export interface Verdict {
  /** The law's id. */
  readonly law: string;
  /** What was found where the law does not hold; undefined where it holds. */
  readonly found: string | undefined;
  /** How often the situations that the law speaks of were really there, by name: a law that never applies says nothing. */
  readonly guards: Readonly<Record<string, number>>;
}

/** How the engine is run; a planted bug comes in by `phases`. */
export type LawOptions = Pick<RunOptions, "phases" | "checks">;

export interface Law {
  /** Short and stable, such as "E1"; tests, issues and planted bugs name the law by it. */
  readonly id: string;
  /** One sentence: what is true of every valid scenario. */
  readonly statement: string;
  /** Names of the situations that the law speaks of: its guards. */
  readonly situations: readonly string[];
  check(given: Case, options?: LawOptions): Verdict;
}

/** A law was found broken; it carries what was seen. */
export class Found extends Error {
  override readonly name = "Found";

  constructor(
    readonly law: string,
    readonly found: string,
  ) {
    super(`law ${law}: ${found}`);
  }
}

/** What a law writes down while it looks; `S` names its situations, so that a slip of the pen does not compile. */
export class Notes<S extends string = string> {
  readonly guards: Record<string, number>;

  constructor(
    private readonly law: string,
    situations: readonly S[],
  ) {
    this.guards = Object.fromEntries(situations.map((situation) => [situation, 0]));
  }

  /** The situation was there, so many times. */
  seen(situation: S, times = 1): void {
    if (this.guards[situation] === undefined) throw new RangeError(`law ${this.law} has no situation "${situation}"`);
    this.guards[situation] += times;
  }

  /** Stops at the first thing that does not hold. */
  unless(holds: boolean, found: () => string): void {
    if (!holds) throw new Found(this.law, found());
  }
}

/**
 * A law whose check notes what it sees and throws what it finds. `options` are for the runs that it makes: a planted bug
 * comes by way of them.
 */
export function lawOf<const S extends string>(
  id: string,
  statement: string,
  situations: readonly S[],
  look: (given: Case, notes: Notes<S>, options: LawOptions) => void,
): Law {
  return {
    id,
    statement,
    situations,
    check: (given, options = {}) => {
      const notes = new Notes(id, situations);
      try {
        look(given, notes, options);
      } catch (error) {
        if (error instanceof Found) return { law: id, found: error.found, guards: notes.guards };
        throw error;
      }
      return { law: id, found: undefined, guards: notes.guards };
    },
  };
}

/** Sums guards over cases. */
export function addGuards(sum: Record<string, number>, guards: Verdict["guards"]): void {
  for (const [name, times] of Object.entries(guards)) sum[name] = (sum[name] ?? 0) + times;
}
