/** Where circumstances pull a life with care, in the ASCOT form (0 to 24). */
import { UNSET } from "../../kernel/index.ts";
import { exp } from "../../kernel/math.ts";
import type { Era } from "../levers/index.ts";

/** What acts on one person's quality of life this week. */
export interface Circumstances {
  base: number;
  /** Loss that goes with the need itself. */
  needTerm: number;
  /** Whether needs are high (ten hours a week or more), 1 or 0. */
  highNeed: number;
  /** Care that came over care needed, at most 1. */
  met: number;
  control: number;
  continuity: number;
  participation: number;
  quality: number;
  /** Work of managing that neither capacity nor support covers, 0 to 1. */
  burden: number;
  /** Top-ups over what the family could spend, 0 to 1. */
  moneyStrain: number;
  /** Gap that unpaid carers fill, over the need, 0 to 1. */
  carerStrain: number;
}

export const emptyCircumstances = (): Circumstances => ({
  base: UNSET,
  needTerm: UNSET,
  highNeed: UNSET,
  met: UNSET,
  control: UNSET,
  continuity: UNSET,
  participation: UNSET,
  quality: UNSET,
  burden: UNSET,
  moneyStrain: UNSET,
  carerStrain: UNSET,
});

/** Care counts more for great needs (E7-011: 0.31 against 0.15 of the index around a mean of 0.2). */
const HIGH_NEED_RATIO = 1.55;
const LOW_NEED_RATIO = 0.75;
const FULL = 1 - exp(-2);

/** Shortfalls of 0, 1, ... 64 sixty-fourths: what of the benefit of care is lost, first hours first. */
const LOST: readonly number[] = Object.freeze(
  Array.from({ length: 65 }, (_, index) => 1 - (1 - exp((-2 * index) / 64)) / FULL),
);

/** What is lost of the benefit of care when a share of the need is met: 1 at none, 0 at all. */
export function lostBenefit(met: number): number {
  const place = Math.min(1, Math.max(0, met)) * 64;
  const below = Math.min(63, Math.floor(place));
  return LOST[below] + (LOST[below + 1] - LOST[below]) * (place - below);
}

/** The level that quality of life moves towards; one weight vector for everybody. */
export function qualityOfLifeTarget(era: Era, now: Circumstances): number {
  const { outcomes } = era;
  const intensity = now.highNeed > 0 ? HIGH_NEED_RATIO : LOW_NEED_RATIO;
  const target =
    now.base -
    outcomes.care * intensity * lostBenefit(now.met) -
    now.needTerm +
    outcomes.control * now.control +
    outcomes.continuity * now.continuity +
    outcomes.participation * now.participation +
    outcomes.quality * now.quality -
    outcomes.burden * now.burden -
    outcomes.moneyStrain * now.moneyStrain -
    outcomes.carerStrain * now.carerStrain;
  return Math.min(24, Math.max(0, target));
}
