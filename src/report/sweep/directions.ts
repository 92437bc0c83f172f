/**
 * Which way of a measure is better, where hardly anybody would dispute it: for people who draw on care, for those who
 * work in it, for hospitals or for the council's reserves. A price has no good way: who is paid gains what who pays loses;
 * nor has what is spent on care, which is less where less care is given.
 */
export type Direction = "higher" | "lower";

const HIGHER: readonly string[] = [
  "outcomes.qualityOfLife",
  "outcomes.drift",
  "outcomes.everybody",
  "monitoring.qualityOfLife",
  "wages.careWorker",
  "wages.premiumPercent",
  "council.reserves",
];

const LOWER: readonly string[] = [
  "providers.failures",
  "providers.woundUp",
  "providers.handBacks",
  "people.awaitingAssessment",
  "people.awaitingCare",
  "people.refused",
  "people.refusals",
  "people.informationHardPercent",
  "unmet.hoursPercent",
  "unmet.people",
  "unmet.hours",
  "waits.assessmentWeeks",
  "waits.delayedDays",
  "topUps.people",
  "topUps.sharePercent",
  "topUps.meanWeekly",
  "topUps.hoursShortPercent",
  "nhs.emergencyAdmissions",
  "nhs.cost",
  "workforce.vacancyPercent",
  "workforce.turnoverPercent",
  "council.gapPercent",
];

/** The better direction of a measure or of its figure for one group; undefined where it is a matter of standpoint. */
export function betterDirection(key: string): Direction | undefined {
  const isOf = (measure: string): boolean => key === measure || key.startsWith(`${measure}.`);
  if (HIGHER.some(isOf)) return "higher";
  return LOWER.some(isOf) ? "lower" : undefined;
}

const SPENDING: readonly string[] = ["council.grossSpend", "council.communitySpend"];

/** The direction in which a trade-off is drawn: beside what it buys, spending is a price, and less of it is better. */
export const tradedDirection = (key: string): Direction | undefined =>
  SPENDING.includes(key) ? "lower" : betterDirection(key);
