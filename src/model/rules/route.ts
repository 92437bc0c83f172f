/** Which route a person takes to support: a direct payment, or a package that the council manages. */
import { log, logistic } from "../../kernel/math.ts";
import type { Era } from "../levers/index.ts";

/** People in a crisis default to a managed package; others are somewhat likelier to choose (assumption ± 30 %, settled on trial runs). */
const IN_CRISIS = log(0.6);
const PLANNED = log(1.3);

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
    (inCrisis ? IN_CRISIS : PLANNED) +
    route.capacityEffect * (capacity - outcomes.capacity[group]) +
    route.needEffect * log(Math.max(needRatio, 0.05)) +
    route.rateEffect * log(Math.max(rateOverPrice, 0.05)) +
    push;
  return logistic(odds);
}

/** How the share found eligible moves with the council's band. */
export const BAND_FACTOR = { moderate: 1.25, substantial: 1, critical: 0.5 } as const;
