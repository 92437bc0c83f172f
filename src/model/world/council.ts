/** The council: rates in force, yearly plan, running totals. Plain numbers, so that a run can be put aside. */

export interface CouncilState {
  /** Framework fee, pence per hour. */
  fee: number;
  /** What the rule alone has made of the opening fee, before the extra change and the floor. */
  ruleFee: number;
  /** Prices of supported living and day services over their opening level. */
  servicePriceIndex: number;
  /** Direct-payment rate for an agency hour, pence, by group. */
  readonly directPaymentRate: Float64Array;
  /** Direct-payment rate for an assistant's hour, pence. */
  assistantRate: number;
  careHomeResidents: number;
  /** Weekly price of a care-home place, pence. */
  careHomePrice: number;
  /** Weekly spending on everything else, pence. */
  otherSpend: number;
  /** Assessment posts in work. */
  staff: number;
  /** Assessment hours left over from last week, and how far planned reviews are covered. */
  hoursLeft: number;
  reviewsOwed: number;
  /** Multiplies the share found eligible. */
  eligibility: number;
  /** Multiplies the recognition of grown need at reviews. */
  recognition: number;
  /** Added to the log-odds of a direct payment by the savings plan. */
  push: number;
  /** Council tax of the council's own, pence a year per band D dwelling: general part, and the precept's. */
  bandDCore: number;
  bandDPrecept: number;
  taxBase: number;
  /** This year's revenue, pence a week, by source. */
  weeklyGrant: number;
  weeklyCouncilTax: number;
  weeklyPrecept: number;
  weeklyNhs: number;
  /** Forecast gap over net budget, and the pass-through it gave. */
  gap: number;
  passThrough: number;
  netBudget: number;
  /** Gross spending, charges and costs of long-term community care, smoothed over 13 weeks, pence a week. */
  grossMean: number;
  chargesMean: number;
  communityMean: number;
  /** Legal wage floor at the last April, pence. */
  floorAtApril: number;
  yearsSinceTender: number;
}

export const emptyCouncil = (): CouncilState => ({
  fee: 0,
  ruleFee: 0,
  servicePriceIndex: 1,
  directPaymentRate: new Float64Array(4),
  assistantRate: 0,
  careHomeResidents: 0,
  careHomePrice: 0,
  otherSpend: 0,
  staff: 0,
  hoursLeft: 0,
  reviewsOwed: 0,
  eligibility: 1,
  recognition: 1,
  push: 0,
  bandDCore: 0,
  bandDPrecept: 0,
  taxBase: 0,
  weeklyGrant: 0,
  weeklyCouncilTax: 0,
  weeklyPrecept: 0,
  weeklyNhs: 0,
  gap: 0,
  passThrough: 0,
  netBudget: 0,
  grossMean: 0,
  chargesMean: 0,
  communityMean: 0,
  floorAtApril: 0,
  yearsSinceTender: 0,
});
