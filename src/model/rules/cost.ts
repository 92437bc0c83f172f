/** What an hour of care costs the provider that gives it. */
import { WEEKS_PER_YEAR } from "../../kernel/calendar.ts";
import { pow } from "../../kernel/math.ts";
import type { Era } from "../levers/index.ts";

/** Travel time over contact time falls as an agency's own hours in a zone grow. */
export function travelShare(era: Era, zoneHours: number, norm: number): number {
  const { leastTravel, mostTravel, usualZoneHours } = era.labour;
  const density = Math.max(zoneHours, 1) / usualZoneHours;
  const share = era.labour.travelShare * norm * pow(density, -era.labour.travelDensityEffect);
  return Math.min(mostTravel, Math.max(leastTravel, share));
}

/**
 * Paid minutes for each contact minute: with people, the paid part of travel, leave and training. Of travel and training
 * an employer under pressure stops paying the share `withheld`.
 */
export const paidPerContact = (era: Era, travel: number, withheld: number): number =>
  (1 + era.wages.paidTravelShare * (1 - withheld) * travel) *
  (1 + era.wages.leaveShare * (1 - era.wages.trainingShare * withheld));

/** Travel that is not paid, over contact time. */
export const unpaidTravel = (era: Era, travel: number, withheld: number): number =>
  (1 - era.wages.paidTravelShare * (1 - withheld)) * travel;

/**
 * Employer National Insurance and pension over gross pay, for a worker who is paid so much a week; of insurance an employer
 * of so many is let off each one's part of the Employment Allowance.
 */
export function onCostShare({ wages }: Era, weekly: number, workers: number): number {
  const letOff = wages.employmentAllowance / WEEKS_PER_YEAR / Math.max(1, workers);
  const insurance = wages.employerInsuranceRate * Math.max(0, weekly - wages.employerInsuranceThreshold);
  const enrolled = workers >= wages.pensionSmallEmployerFrom;
  const pension = enrolled ? wages.pensionEmployerRate * Math.max(0, weekly - wages.pensionThreshold) : 0;
  return (Math.max(0, insurance - letOff) + pension) / weekly;
}

/** Pay and on-costs of a contact hour, pence; on-costs as of a worker of usual hours who is there as often as is usual. */
export function labourPerHour(era: Era, wage: number, travel: number, workers: number, withheld: number): number {
  if (wage <= 0) return 0;
  const perContact = wage * paidPerContact(era, travel, withheld);
  const { usualHours, attendance } = era.labour;
  const weekly = (perContact * usualHours * attendance) / (1 + travel);
  return perContact * (1 + onCostShare(era, weekly, workers));
}

/** Mileage and running costs that follow hours, pence per contact hour. */
export const overheadPerHour = (era: Era, priceIndex: number): number =>
  (era.prices.mileagePerHour + era.prices.overheadPerHour) * priceIndex;

/** Full cost of a contact hour at a volume, pence; `overheadRatio` is the agency's own over the mean. */
export function unitCost(
  era: Era,
  priceIndex: number,
  wage: number,
  travel: number,
  workers: number,
  hours: number,
  overheadRatio: number,
  withheld: number,
): number {
  const fixed = (era.prices.fixedPerWeek + era.prices.drawingsPerWeek) * priceIndex;
  const following = overheadPerHour(era, priceIndex) * overheadRatio;
  return labourPerHour(era, wage, travel, workers, withheld) + following + fixed / Math.max(hours, 1);
}

/** What one more hour costs, pence: pay, mileage and the part of running costs that would be saved. */
export function avoidableCost(
  era: Era,
  priceIndex: number,
  wage: number,
  travel: number,
  workers: number,
  overheadRatio: number,
  withheld: number,
): number {
  const { mileagePerHour, overheadPerHour: running } = era.prices;
  const saved = (mileagePerHour + era.providers.avoidableOverhead * running) * priceIndex * overheadRatio;
  return labourPerHour(era, wage, travel, workers, withheld) + saved;
}

/** What one person's hours cost over the mean, for where the person lives: evenly from nearest to farthest. */
export const distanceFactor = ({ providers }: Era, u: number): number =>
  providers.nearest + (providers.farthest - providers.nearest) * u;
