/** Which route a person takes to support: a direct payment, or a package that the council manages. */
import { log, logistic } from "../../kernel/math.ts";
import type { Era } from "../levers/index.ts";

/**
 * Chance of a direct payment. What it gives grows with the hours, the work of managing it hardly does.
 *
 * @param needRatio need over the mean of those who come @param rateOverPrice direct-payment rate over the market price
 * @param push added to the log-odds: the lever and the savings plan
 */
export function directPaymentChance(
  era: Era,
  group: number,
  inCrisis: boolean,
  capacity: number,
  needRatio: number,
  rateOverPrice: number,
  push: number,
): number {
  const { route, outcomes } = era;
  const share = route.directPaymentShare[group];
  const odds =
    log(share / (1 - share)) +
    log(inCrisis ? route.crisisOdds : route.plannedOdds) +
    route.capacityEffect * (capacity - outcomes.capacity[group]) +
    route.needEffect * log(Math.max(needRatio, 0.05)) +
    route.rateEffect * log(Math.max(rateOverPrice, 0.05)) +
    push;
  return logistic(odds);
}

/** How the share found eligible moves with the council's band. */
export function bandFactor({ assessment }: Era): number {
  if (assessment.threshold === "moderate") return assessment.moderateRatio;
  return assessment.threshold === "critical" ? assessment.criticalRatio : 1;
}
