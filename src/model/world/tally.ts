/** What happened this week: counters that phases add to and measures read. Emptied at the start of each week. */

const COUNTERS = [
  "failures",
  "closures",
  "transfers",
  "largestExit",
  "entries",
  "supported",
  "microOpened",
  "microClosed",
  "handBacks",
  "refusals",
  "placed",
  "spotPlaced",
  "chosen",
  "requests",
  "referrals",
  "assessed",
  "assessmentWeeks",
  "reviews",
  "delayedDays",
  "crises",
  "careHomeAdmissions",
  "deaths",
  "hires",
  "hiresFromCare",
  "movesWithinCare",
  "leaversFromCare",
  "careWorkerLeavers",
  "assistantLeavers",
  "assistantHires",
  "toppingUp",
  "toppingUpCanBuy",
  "placesLost",
  "lookedForAgency",
  "knewFew",
  "buyers",
  "buyersShort",
  "topUpPence",
  "wantedMinutes",
  "shortMinutes",
  "arrearsPence",
  "badDebtPence",
  "contractMinutes",
  "contractPence",
  "spotMinutes",
  "spotPence",
  "licencePence",
  "paidNotGiven",
  "fromBank",
  "fromPool",
  "bankLapsed",
  "surveyed",
  "surveyLife",
  "surveyControl",
  "surveySatisfied",
] as const;

export type Counter = (typeof COUNTERS)[number];
export type Tally = Record<Counter, number>;

export const emptyTally = (): Tally => Object.fromEntries(COUNTERS.map((name) => [name, 0])) as Tally;

export function clearTally(tally: Tally): void {
  for (const name of COUNTERS) tally[name] = 0;
}
