/** How recounts read a world: events by code, people by row, and packages that the council has agreed with agencies. */
import { isManaged, ProviderKind, Stage } from "../../model/world/codes.ts";
import { EVENT_KINDS } from "../../model/world/events.ts";
import type { World } from "../../model/world/world.ts";

/** Number of an event's kind. */
export const codeOf = (code: string): number => EVENT_KINDS.findIndex((each) => each.code === code);

/** Rows of everybody. */
export const peopleOf = ({ people: { live, liveCount } }: World): readonly number[] => [...live.subarray(0, liveCount)];

/** Whether somebody waits to be assessed and stands too low among the assessed for the share that the opening found eligible. */
export function comesAndGoes({ people, council }: World, row: number): boolean {
  const { stage, rank, group } = people.columns;
  return stage[row] === Stage.assessment && rank[row] <= 1 - council.openingEligible[group[row]];
}

/** Rows of people for whom the council has agreed care with an agency that gives it. */
export function withAgencies(world: World): readonly number[] {
  const { stage, funding, provider } = world.people.columns;
  const { kind } = world.providers.columns;
  return peopleOf(world).filter(
    (row) =>
      stage[row] === Stage.served &&
      provider[row] >= 0 &&
      isManaged(funding[row]) &&
      kind[provider[row]] === ProviderKind.agency,
  );
}

/** Minutes that came, but for those that the family pays for. */
export function minutesForCouncil({ people }: World, row: number): number {
  const { delivered, fromBank, fromPool, extra, bought } = people.columns;
  if (extra[row] === 0) return delivered[row];
  return delivered[row] - Math.floor(((delivered[row] - fromBank[row] - fromPool[row]) * extra[row]) / bought[row]);
}
