/** Sums over holders of a direct payment: what lies in their accounts, and who tops up out of what. */
import { Service, Stage } from "../world/codes.ts";
import { fifthOf } from "../world/fifths.ts";
import type { World } from "../world/world.ts";

/** Fifths of people by income within their group, lowest first. */
export const FIFTHS = ["lowest", "second", "middle", "fourth", "highest"] as const;

export const overFifths = (values: Float64Array): number => values[0] + values[1] + values[2] + values[3] + values[4];

export interface HolderCounts {
  /** Pence left in direct-payment accounts. */
  unspent: number;
  /** By fifth: holders, those who top up, pence topped up, pence that they and their families could spend. */
  readonly people: Float64Array;
  readonly toppingUp: Float64Array;
  readonly topUp: Float64Array;
  readonly means: Float64Array;
  /** Over those who top up: what they could spend. */
  meansOfToppingUp: number;
  /** Holders with an agency; of them those who top up, and those who buy fewer hours than were assessed. */
  buyers: number;
  buyersToppingUp: number;
  buyersShort: number;
  /** Minutes that they were assessed to need, and how many of those they do not buy. */
  wantedMinutes: number;
  shortMinutes: number;
}

export const emptyHolderCounts = (): HolderCounts => ({
  unspent: 0,
  people: new Float64Array(FIFTHS.length),
  toppingUp: new Float64Array(FIFTHS.length),
  topUp: new Float64Array(FIFTHS.length),
  means: new Float64Array(FIFTHS.length),
  meansOfToppingUp: 0,
  buyers: 0,
  buyersToppingUp: 0,
  buyersShort: 0,
  wantedMinutes: 0,
  shortMinutes: 0,
});

export function clearHolderCounts(counts: HolderCounts): void {
  counts.unspent = counts.meansOfToppingUp = 0;
  counts.buyers = counts.buyersToppingUp = counts.buyersShort = 0;
  counts.wantedMinutes = counts.shortMinutes = 0;
  for (const values of [counts.people, counts.toppingUp, counts.topUp, counts.means]) values.fill(0);
}

/** Adds up those of the first `count` of `rows`, all of them holders, who are served. */
export function countHolders(world: World, rows: Int32Array, count: number, counts: HolderCounts): void {
  const { people, ledger, era, market } = world;
  const { income, topUp, budgetAccount, meansRatio, service, provider, stage } = people.columns;
  const { balances } = ledger;
  const usualMeans = era.directPayment.familyIncome * market.priceIndex;
  const { people: all, toppingUp, topUp: topped, means } = counts;
  let unspent = 0;
  let meansOfToppingUp = 0;
  for (let index = 0; index < count; index++) {
    const row = rows[index];
    if (stage[row] !== Stage.served) continue;
    const fifth = fifthOf(income[row]);
    const own = meansRatio[row] * usualMeans;
    if (service[row] === Service.homeCare && provider[row] >= 0) countBuyer(world, row, counts);
    unspent += balances[budgetAccount[row]];
    all[fifth] += 1;
    means[fifth] += own;
    if (topUp[row] <= 0) continue;
    toppingUp[fifth] += 1;
    topped[fifth] += topUp[row];
    meansOfToppingUp += own;
  }
  counts.unspent = unspent;
  counts.meansOfToppingUp = meansOfToppingUp;
}

/** Adds up somebody who buys from an agency. */
function countBuyer({ people }: World, row: number, counts: HolderCounts): void {
  const { topUp, assessed, bought } = people.columns;
  const short = Math.max(0, assessed[row] - bought[row]);
  counts.buyers += 1;
  if (topUp[row] > 0) counts.buyersToppingUp += 1;
  if (short > 0) counts.buyersShort += 1;
  counts.wantedMinutes += assessed[row];
  counts.shortMinutes += short;
}
