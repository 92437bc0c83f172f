/** Where circumstances pull a life with care, in the ASCOT form (0 to 24). */
import { exp } from "../../kernel/math.ts";
import type { Era } from "../levers/index.ts";

/** Minutes a week from which needs are great: ten hours, by definition, here and where people are counted by need. */
export const HIGH_NEED = 600;

/** A quality of life on the scale of 0 to 24. */
export const withinScale = (points: number): number => Math.min(24, Math.max(0, points));

/** The first half of the hours does three quarters of the good: the shape of the table below. */
const FULL = 1 - exp(-2);

/** The benefit of care is tabled at so many steps of needs met, and straight between them. */
const STEPS = 64;
const LOST: readonly number[] = Array.from(
  { length: STEPS + 1 },
  (_, step) => 1 - (1 - exp((-2 * step) / STEPS)) / FULL,
);

/** What is lost of the benefit of care when a share of the need is met: 1 at none, 0 at all; first hours count most. */
function lostBenefit(met: number): number {
  if (met >= 1) return 0;
  const place = Math.max(0, met) * STEPS;
  const below = Math.floor(place);
  return LOST[below] + (LOST[below + 1] - LOST[below]) * (place - below);
}

/**
 * The level that quality of life moves towards; one weight vector for everybody.
 *
 * @param base what the person brings along @param needTerm the loss that goes with the need itself
 * @param highNeed whether needs are ten hours a week or more @param met care that came over care needed, at most 1
 * @param participation activities over those wanted, at most 1 @param quality of the provider, standard deviations
 * @param burden work of managing that neither capacity nor support covers, 1 for a full employer alone
 * @param moneyStrain top-ups over what the family could spend @param carerStrain gap that carers fill, over the need
 * @param harm from a carer, as far as it still weighs, 0 to 1
 */
export function qualityOfLifeTarget(
  weights: Era["outcomes"],
  base: number,
  needTerm: number,
  highNeed: boolean,
  met: number,
  control: number,
  continuity: number,
  participation: number,
  quality: number,
  burden: number,
  moneyStrain: number,
  carerStrain: number,
  harm: number,
): number {
  const intensity = highNeed ? weights.highNeedRatio : weights.lowNeedRatio;
  const target =
    base -
    weights.care * intensity * lostBenefit(met) -
    needTerm +
    weights.control * control +
    weights.continuity * continuity +
    weights.participation * participation +
    weights.quality * quality -
    weights.burden * burden -
    weights.moneyStrain * moneyStrain -
    weights.carerStrain * carerStrain -
    weights.safety * harm;
  return withinScale(target);
}
