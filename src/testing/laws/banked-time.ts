/** A second reckoning of what comes for a week's need where some of the time comes out of banks, once in four weeks. */
import { TURN_WEEKS } from "../../kernel/index.ts";
import { isManaged, ProviderKind } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";

/** What came in the week, less what banks gave in it, and a fourth of what they gave at the last turn. */
export function cameForNeed({ columns }: World["people"], row: number): number {
  const { delivered, fromBank, fromPool, bankedAtTurn } = columns;
  return delivered[row] - (fromBank[row] + fromPool[row]) + bankedAtTurn[row] / TURN_WEEKS;
}

/** Whether somebody's agency may owe banked time: it works at the council's fee, and people direct what visits do. */
export function mayBank({ people, providers, terms }: World, row: number): boolean {
  const { provider, funding, spot } = people.columns;
  if (terms.contractForm !== "user-directed" || provider[row] < 0 || spot[row] === 1) return false;
  return isManaged(funding[row]) && providers.columns.kind[provider[row]] === ProviderKind.agency;
}
