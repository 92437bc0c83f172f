/** What those who come to be assessed need: the eligible as much as their group does, the others less than nearly all of them. */
import { lognormal } from "../../kernel/distributions.ts";
import type { Era } from "../levers/index.ts";
import { LEAST_NEED, LEAST_STANDING } from "../rules/eligibility.ts";
import { newcomersNeed } from "../rules/usual-need.ts";
import { MOST_MINUTES } from "./founding-people.ts";
import { medianOfMean } from "./traits.ts";

/** Minutes a week of somebody at a place among the assessed, 0 least in need to 1. */
export function needOnArrival(era: Era, group: number, rank: number): number {
  const least = 1 - era.assessment.eligibleShare[group];
  if (rank > least) return Math.min(MOST_MINUTES, needOfEligible(era, group, (rank - least) / (1 - least)));
  const lowest = needOfEligible(era, group, LEAST_STANDING);
  return lowest * (LEAST_NEED + ((1 - LEAST_NEED) * rank) / Math.max(least, 1e-9));
}

/** The mean over all who come, minutes a week. */
export function meanNeedOnArrival(era: Era, group: number): number {
  const eligible = era.assessment.eligibleShare[group];
  const others = (needOfEligible(era, group, LEAST_STANDING) * (1 + LEAST_NEED)) / 2;
  return eligible * newcomersNeed(era, group) + (1 - eligible) * others;
}

function needOfEligible(era: Era, group: number, standing: number): number {
  const spread = era.demand.hoursSpread[group];
  return lognormal(standing, medianOfMean(newcomersNeed(era, group), spread), spread);
}
