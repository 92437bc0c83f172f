/** Whom the council's home-care contract covers, and what an hour under it is worth to an agency. */
import { paidOverGiven, priceShare } from "../rules/contract.ts";
import { isManaged, ProviderKind } from "./codes.ts";
import type { World } from "./world.ts";

/** Packages with agencies that the council pays at its fee; spot packages are paid by the minute that came. */
export function underContract({ people, providers }: World, row: number): boolean {
  const { provider, funding, spot } = people.columns;
  const own = provider[row];
  return own >= 0 && providers.columns.kind[own] === ProviderKind.agency && isManaged(funding[row]) && spot[row] === 0;
}

/** What monitoring saves an agency in an hour under contract, pence. */
export const savedByMonitoring = ({ era, market }: World): number =>
  era.framework.electronicMonitoring * era.framework.monitoringSaving * market.priceIndex;

/** What the council pays an agency for an hour that its workers give under contract, pence, office work saved included. */
export function worthOfHour(world: World, provider: number): number {
  const { council, terms, providers } = world;
  const perGiven = paidOverGiven(terms, providers.columns.giveShare[provider]) * priceShare(terms);
  return council.fee * perGiven + savedByMonitoring(world);
}

/** What an hour of a package brings in, pence: its spot price, or the `worth` of an hour under contract to its agency. */
export function paidFor({ council, people }: World, row: number, worth: number): number {
  const rate = people.columns.rate[row];
  return rate > 0 ? council.fee * rate : worth;
}
