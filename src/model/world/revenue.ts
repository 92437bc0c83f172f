/** What the council has coming in for adult social care. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import type { CouncilState } from "./council.ts";
import type { World } from "./world.ts";

/** What comes in each week of the year, pence. */
export function setWeeklyRevenue(world: World): void {
  const { council, era, ledger } = world;
  const { scale } = era.size;
  const weekly = (yearly: number): number => ledger.round(yearly / WEEKS_PER_YEAR);
  const perPound = era.council.taxBase * scale * council.taxBaseIndex * era.council.collection;
  const paid = era.council.grant * era.council.grantChange;
  // Other services can be given no more at care's cost than the grant there is.
  const grant = Math.max(0, paid + era.council.shareProtected * (council.openingGrant - paid));
  council.weeklyGrant = weekly(grant * scale) + council.gapGrant;
  council.weeklyCouncilTax = weekly(council.bandDCore * perPound * era.council.careShareOfTax);
  council.weeklyPrecept = weekly(council.bandDPrecept * perPound);
  council.weeklyNhs = weekly(era.council.nhsTransfer * scale);
  council.weeklyBetterCare = weekly(era.nhs.betterCareFund * scale);
}

/** All of it, pence a week. */
export const weeklyRevenue = (council: CouncilState): number =>
  council.weeklyGrant + council.weeklyCouncilTax + council.weeklyPrecept + council.weeklyNhs + council.weeklyBetterCare;

/** Reserves are under half of the least that the council wants to hold. */
export function reservesAllButGone({ council, era, ledger, accounts }: World): boolean {
  const least = (era.council.minimumReserves * council.netBudget * 365.25) / 7 / 2;
  return ledger.balances[accounts.reserves] < least;
}
