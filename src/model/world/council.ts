/** The council: rates in force, yearly plan, running totals. Plain numbers, so that a run can be put aside. */

export interface CouncilState {
  /** Framework fee, pence per hour. */
  fee: number;
  /** What the rule alone has made of the opening fee, before the extra change and the floor. */
  ruleFee: number;
  /** Direct-payment rate for an agency hour, pence, by group. */
  readonly directPaymentRate: Float64Array;
  /** Direct-payment rate for an assistant's hour, pence. */
  assistantRate: number;
  careHomeResidents: number;
  /** Price of a care-home place over its opening level: it follows the fee rule. */
  careHomeIndex: number;
  /** What savings have left of other spending and of assessment posts. */
  otherRatio: number;
  staffRatio: number;
  /** Assessment hours left over from last week. */
  hoursLeft: number;
  /** Multiplies the share found eligible. */
  eligibility: number;
  /** Multiplies the recognition of grown need at reviews. */
  recognition: number;
  /** Added to the log-odds of a direct payment by the savings plan. */
  push: number;
  /** Council tax of the council's own, pence a year per band D dwelling: general part, and the precept's. */
  bandDCore: number;
  bandDPrecept: number;
  /** The tax base over its opening level. */
  taxBaseIndex: number;
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
  /** Legal wage floor and mean private price at the last April, pence. */
  floorAtApril: number;
  priceAtApril: number;
  yearsSinceTender: number;
}

export const emptyCouncil = (): CouncilState => ({
  fee: 0,
  ruleFee: 0,
  directPaymentRate: new Float64Array(4),
  assistantRate: 0,
  careHomeResidents: 0,
  careHomeIndex: 1,
  otherRatio: 1,
  staffRatio: 1,
  hoursLeft: 0,
  eligibility: 1,
  recognition: 1,
  push: 0,
  bandDCore: 0,
  bandDPrecept: 0,
  taxBaseIndex: 1,
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
  priceAtApril: 0,
  yearsSinceTender: 0,
});
