/** What happened this week: counters that phases add to and measures read. Emptied at the start of each week. */

const COUNTERS = [
  "failures",
  "closures",
  "transfers",
  "entries",
  "handBacks",
  "refusals",
  "placed",
  "spotPlaced",
  "requests",
  "referrals",
  "assessed",
  "assessmentWeeks",
  "reviews",
  "appeals",
  "appealsUpheld",
  "appealHours",
  "statementHours",
  "extraPlanHours",
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
  "assistantChecks",
  "reliefMinutes",
  "concerns",
  "assistantConcerns",
  "toppingUp",
  "toppingUpCanBuy",
  "buyers",
  "buyersShort",
  "topUpPence",
  "wantedMinutes",
  "shortMinutes",
  "managedToppingUp",
  "managedTopUpPence",
  "holders",
  "holderMinutes",
  "budgetPence",
  "commissionedPence",
  "raisedPence",
  "arrearsPence",
  "badDebtPence",
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
