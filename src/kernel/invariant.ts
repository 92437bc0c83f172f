/** What must hold, and how a run stops when it does not. */

/** A law broke: our own bug. It names law, week and agent, so that the run can be replayed to that point. */
export class BrokenInvariant extends Error {
  override readonly name = "BrokenInvariant";

  constructor(
    /** Id of the law, such as "E1". */
    readonly law: string,
    /** Week from the first burn-in week. */
    readonly week: number,
    /** Agent key, or 0 where no one agent is meant. */
    readonly agent: number,
    /** What was found and what was expected. */
    readonly found: string,
  ) {
    super(`law ${law} broke in week ${week}${agent === 0 ? "" : ` for agent ${agent}`}: ${found}`);
  }
}

/** Stops the run unless the law holds. */
export function invariant(holds: boolean, law: string, week: number, agent: number, found: () => string): void {
  if (!holds) throw new BrokenInvariant(law, week, agent, found());
}
