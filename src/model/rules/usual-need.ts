/** How much the people need whom a council serves. */
import type { Era } from "../levers/index.ts";

/**
 * Mean need of a group's people who live at home with care, minutes a week. They came through one door, whoever holds
 * the money now: where holders of a direct payment need more than people with home care do, so do the newcomers of whom
 * some will take one.
 */
export function usualNeed({ size, demand, directPayment }: Era, group: number): number {
  const managed = size.homeCare[group];
  const holders = size.directPayments[group];
  const ratio = managed + holders > 0 ? (managed + holders * directPayment.needRatio[group]) / (managed + holders) : 1;
  return demand.homeCareHours[group] * 60 * ratio;
}

/** The most that somebody's need can multiply a hazard by: a bound, so that one draw can settle most weeks at a glance. */
export const MOST_NEED_FACTOR = 3;

/** Mean need of those who come and are found eligible, minutes a week. */
export const newcomersNeed = (era: Era, group: number): number =>
  usualNeed(era, group) * era.demand.arrivalNeedRatio[group];
