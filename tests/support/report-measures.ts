/** Measures as a report meets them, each with a plausible path: where it starts, where it ends, how runs differ. */
import type { MeasureInfo, YearlyRule } from "../../src/model/measures/measure.ts";

export interface Shape {
  readonly measure: MeasureInfo;
  /** First and last year's level; a weekly rate for measures that are summed. */
  readonly from: number;
  readonly to: number;
  /** How far runs lie apart, from year to year and as a whole, in the measure's unit. */
  readonly spread: number;
  /** Whole numbers drawn week by week around the rate, as events are. */
  readonly isCount: boolean;
}

type Row = readonly [
  key: string,
  label: string,
  unit: string,
  from: number,
  to: number,
  spread: number,
  yearly?: YearlyRule,
];

const ROWS: readonly Row[] = [
  ["providers.trading", "Home-care agencies trading", "agencies", 58, 52, 2.4],
  ["providers.failures", "Provider failures", "providers", 0.003, 0.012, 0, "sum"],
  ["providers.closures", "Closures in good order", "providers", 0.06, 0.09, 0, "sum"],
  ["providers.stopped", "Closures by the owner's choice", "agencies", 0.045, 0.06, 0, "sum"],
  ["providers.woundUp", "Agencies wound up for want of money", "agencies", 0.015, 0.03, 0, "sum"],
  ["providers.transfers", "Sales and re-registrations", "agencies", 0.05, 0.05, 0, "sum"],
  ["providers.entries", "New agencies", "agencies", 0.1, 0.11, 0, "sum"],
  ["providers.handBacks", "Packages handed back", "packages", 0.05, 0.9, 0, "sum"],
  ["providers.refusals", "Packages refused", "refusals", 2.2, 5.5, 0, "sum"],
  ["providers.marginPercent", "Agency margin", "% of revenue", 7.6, 4.4, 0.7],
  ["providers.concentration", "Concentration of the market", "index, 10,000 is one firm", 530, 610, 60],
  ["prices.frameworkFee", "Framework fee", "GBP per hour", 13.43, 16.2, 0.15],
  ["prices.privatePrice", "Private price", "GBP per hour", 14.6, 18.7, 0.25],
  ["prices.directPaymentRate", "Direct-payment rate", "GBP per hour", 11.4, 13.5, 0.1],
  ["prices.unitCost", "Cost of an agency hour", "GBP per hour", 12.6, 15.9, 0.2],
  ["prices.consumerIndex", "Consumer prices", "index", 100, 124, 0],
  ["wages.floor", "Legal wage floor", "GBP per hour", 5.87, 8.21, 0],
  ["wages.careWorker", "Care-worker pay", "GBP per hour", 6.57, 8.56, 0.03],
  ["wages.premiumPercent", "Care pay over the floor", "%", 10.9, 4.3, 0.4],
  ["people.homeCare", "People in home care", "people", 1798, 1656, 40],
  ["people.directPayment", "People with a direct payment", "people", 751, 940, 22],
  ["people.supportedLiving", "People in supported living", "people", 200, 228, 6],
  ["people.dayServices", "People using day and other services", "people", 990, 610, 25],
  ["people.selfFunded", "People who fund themselves", "people", 680, 735, 20],
  ["people.shortTerm", "People in short-term care", "people", 355, 362, 15],
  ["people.awaitingAssessment", "People awaiting assessment", "people", 84, 131, 14],
  ["people.awaitingCare", "People awaiting care", "people", 22, 41, 6],
  ["people.funded", "People the council funds", "people", 3739, 3434, 50],
  ["people.directPaymentSharePercent", "Share with a direct payment", "% of funded people", 20.6, 29.2, 0.6],
  ["topUps.people", "People topping up", "people", 62, 118, 9],
  ["topUps.sharePercent", "Share topping up", "% of holders who buy from agencies", 15, 19.5, 2],
  ["topUps.meanWeekly", "Mean top-up", "GBP per week", 17.2, 20.4, 1.1],
  ["topUps.hoursShortPercent", "Hours short at direct payment holders", "%", 8, 12, 1.2],
  ["outcomes.qualityOfLife", "Quality of life", "points, 0 to 24", 18.86, 18.78, 0.05],
  ["outcomes.qualityOfLife.older", "Quality of life, older people", "points, 0 to 24", 18.7, 18.55, 0.05],
  ["outcomes.qualityOfLife.physical", "Quality of life, physical disability", "points, 0 to 24", 18.1, 18.12, 0.07],
  ["outcomes.qualityOfLife.learning", "Quality of life, learning disability", "points, 0 to 24", 19.9, 19.86, 0.06],
  ["outcomes.qualityOfLife.mental", "Quality of life, mental health", "points, 0 to 24", 17.6, 17.5, 0.14],
  ["outcomes.drift", "Drift of quality of life", "points, 0 to 24", -0.01, -0.11, 0.04],
  ["outcomes.drift.older", "Drift, older people", "points, 0 to 24", -0.01, -0.18, 0.05],
  ["outcomes.drift.physical", "Drift, physical disability", "points, 0 to 24", 0.01, 0.03, 0.07],
  ["outcomes.drift.learning", "Drift, learning disability", "points, 0 to 24", 0, -0.04, 0.06],
  ["outcomes.drift.mental", "Drift, mental health", "points, 0 to 24", -0.02, -0.12, 0.14],
  ["unmet.hoursPercent", "Unmet need", "% of needed hours", 4.1, 6.8, 0.5],
  ["unmet.people", "People short of care", "people", 310, 452, 28],
  ["waits.assessmentWeeks", "Wait for an assessment", "weeks", 2.1, 3.4, 0.2],
  ["waits.delayedDays", "Delayed days", "days", 18.5, 23.5, 0, "sum"],
  ["workforce.careWorkers", "Agency care workers", "workers", 1475, 1462, 30],
  ["workforce.personalAssistants", "Personal assistants", "workers", 700, 861, 24],
  ["workforce.vacancyPercent", "Vacancies", "% of posts", 5, 7.1, 1.3],
  ["workforce.turnoverPercent", "Turnover", "% a year", 28, 31, 2.4],
  ["council.grossSpend", "Gross spending", "GBP million a year", 112.4, 108.9, 0.7],
  ["council.netBudget", "Budget", "GBP million a year", 96.1, 91.2, 0],
  ["council.reserves", "Reserves", "GBP million", 18.4, 9.3, 0.9],
  ["council.gapPercent", "Budget gap before savings", "% of net cost", 3.1, 5.6, 0.6],
  ["council.preceptIncome", "Precept income", "GBP million a year", 0, 7.8, 0],
  ["council.charges", "Charges for community care", "GBP million a year", 4.6, 5.4, 0.1],
  ["monitoring.personalBudgetSharePercent", "Personal budgets, as returned", "% of funded people", 30, 91, 1.5],
  ["monitoring.directPaymentSharePercent", "Direct payments, as returned", "% of funded people", 20.9, 29.9, 0.7],
  ["monitoring.qualityOfLife", "Quality of life, as surveyed", "points, 0 to 24", 18.95, 19.02, 0.09],
  ["monitoring.controlPercent", "Enough control, as surveyed", "% of answers", 74.8, 77.1, 1.3],
  ["monitoring.satisfiedPercent", "Satisfied, as surveyed", "% of answers", 62.1, 64.4, 1.4],
  ["receipts.workers", "Net receipts: Care workers", "GBP million", 0.55, 0.62, 0.004, "sum"],
  ["receipts.careHomes", "Net receipts: Care homes", "GBP million", 0.83, 0.86, 0.004, "sum"],
  ["receipts.suppliers", "Net receipts: Suppliers", "GBP million", 0.42, 0.45, 0.003, "sum"],
  ["receipts.providers", "Net receipts: Providers and their owners", "GBP million", 0.05, 0.03, 0.002, "sum"],
  ["receipts.taxpayers", "Net receipts: Local taxpayers", "GBP million", -0.85, -0.98, 0.004, "sum"],
  ["receipts.state", "Net receipts: The Exchequer", "GBP million", -0.9, -0.72, 0.004, "sum"],
  ["receipts.people", "Net receipts: People who draw on care", "GBP million", -0.27, -0.36, 0.003, "sum"],
  ["receipts.nhs", "Net receipts: The NHS, by what it transfers", "GBP million", -0.22, -0.3, 0, "sum"],
];

export const SHAPES: readonly Shape[] = ROWS.map(([key, label, unit, from, to, spread, yearly = "mean"], index) => ({
  measure: {
    key,
    label,
    unit,
    sentence: `${label}, counted over the whole council area.`,
    yearly,
    headline: index < 40,
  },
  from,
  to,
  spread,
  isCount: yearly === "sum" && !unit.startsWith("GBP"),
}));
