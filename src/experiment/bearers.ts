/** Among whom the account of a saving tells the money apart. */
import { PARTIES, type Party, type Standing } from "../model/measures/index.ts";

/** Where what the council spends less is found again: in its reserves, or in an overspend that nobody had to meet. */
export const keepers = ["reserves", "taxpayers"] as const satisfies readonly Party[];
export type Keeper = (typeof keepers)[number];

const isKeeper = (party: Party): party is Keeper => keepers.some((keeper) => keeper === party);

/** Who may bear what the council saves, apart from the council and its taxpayers. */
export type Bearer = Exclude<Party, Keeper>;
export const bearers: readonly Bearer[] = PARTIES.filter((party): party is Bearer => !isKeeper(party));

/** What the council has spent less, net of charges, than it took in. */
export const councilsOf = ({ reserves, taxpayers }: Standing): number => reserves + taxpayers;
