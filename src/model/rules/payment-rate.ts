/** What an hour of a direct payment is worth: the rule that `directPayment.rateRule` names. */
import type { Era } from "../levers/index.ts";

/** The rate of a group, pence an hour, where the council pays `fee` and agencies ask `marketPrice` of individuals. */
export function paymentRate({ directPayment }: Era, group: number, fee: number, marketPrice: number): number {
  const { rateRule, fixedRate, rateShare } = directPayment;
  if (rateRule === "fixed") return fixedRate;
  return (rateRule === "share of market price" ? marketPrice : fee) * rateShare[group];
}
