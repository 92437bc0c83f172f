/** The patterns that a market like this shows, as claims about paired arms. */
import { expectations, jointMoney, monitored } from "./council.ts";
import { flexibleBuying, framework, livingWage } from "./market.ts";
import type { Claim, Pattern } from "./pattern.ts";
import { costs, rates, support } from "./payments.ts";

export * from "./judge.ts";
export type * from "./pattern.ts";
export * from "./reasons.ts";
export * from "./run.ts";

/** P3 to P12 in order. */
export const PATTERNS: readonly Pattern[] = [
  livingWage,
  rates,
  framework,
  support,
  costs,
  expectations,
  flexibleBuying,
  monitored,
  jointMoney,
];

/** Claims of all patterns. */
export const CLAIMS: readonly Claim[] = PATTERNS.flatMap(({ claims }) => claims);
