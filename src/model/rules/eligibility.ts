/** Who is found eligible, by place among all assessed. */
import { exp, log } from "../../kernel/math.ts";
import { normalQuantile, normalShare } from "../../kernel/normal.ts";
import type { Era } from "../levers/index.ts";
import { bandFactor } from "./route.ts";

/** Share of a group's assessed people whom the council finds eligible; `left` is what its savings plan has left of it. */
export const eligibleShare = (era: Era, group: number, left: number): number =>
  Math.min(1, era.assessment.eligibleShare[group] * bandFactor(era) * left);

/** Whether a place among the assessed, 0 least in need to 1, is among the `share` who need most. */
export const isAbove = (rank: number, share: number): boolean => rank > 1 - share;

/** Those below the usual band need less than all but this share of those above it. */
export const LEAST_STANDING = 0.02;
/** What the first of all assessed needs, over the least that somebody of the usual band does. */
export const LEAST_NEED = 0.2;

/**
 * The place of somebody whose need has grown by a ratio: that of those who come with such a need. The inverse of how
 * needs on arrival follow the place; never a lower place than before.
 *
 * @param share of the assessed above the usual band @param spread of their needs, standard deviation of the logarithm
 */
export function placeAfter(rank: number, ratio: number, share: number, spread: number): number {
  if (ratio <= 1) return rank;
  const least = 1 - share;
  let standing = LEAST_STANDING;
  let growth = log(ratio);
  if (rank > least) standing = Math.max(LEAST_QUANTILE, (rank - least) / share);
  else {
    const need = (LEAST_NEED + ((1 - LEAST_NEED) * rank) / Math.max(least, 1e-9)) * ratio;
    if (need <= 1) return Math.max(rank, (least * (need - LEAST_NEED)) / (1 - LEAST_NEED));
    growth = log(need);
  }
  if (standing >= 1 || spread <= 0) return 1;
  return Math.min(1, Math.max(rank, least + share * normalShare(normalQuantile(standing) + growth / spread)));
}
/** Below this no place is told from the lowest. */
const LEAST_QUANTILE = exp(-20);
