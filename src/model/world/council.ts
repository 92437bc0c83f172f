/** The council: rates in force, yearly plan, running totals. Plain numbers, so that a run can be put aside. */
import { UNSET } from "../../kernel/index.ts";

export interface CouncilState {
  /** Framework fee, pence per hour. */
  fee: number;
  /** What the rule alone has made of the opening fee, before the extra change and the floor. */
  ruleFee: number;
  /** Direct-payment rate for an agency hour, pence, by group. */
  readonly directPaymentRate: Float64Array;
  /** Direct-payment rate for an assistant's hour, pence. */
  assistantRate: number;
  /** People who were paid a direct payment last week. */
  holders: number;
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
  fee: UNSET,
  ruleFee: UNSET,
  directPaymentRate: new Float64Array(4),
  assistantRate: UNSET,
  holders: UNSET,
  careHomeResidents: UNSET,
  careHomeIndex: UNSET,
  otherRatio: UNSET,
  staffRatio: UNSET,
  hoursLeft: UNSET,
  eligibility: UNSET,
  recognition: UNSET,
  push: UNSET,
  bandDCore: UNSET,
  bandDPrecept: UNSET,
  taxBaseIndex: UNSET,
  weeklyGrant: UNSET,
  weeklyCouncilTax: UNSET,
  weeklyPrecept: UNSET,
  weeklyNhs: UNSET,
  gap: UNSET,
  passThrough: UNSET,
  netBudget: UNSET,
  grossMean: UNSET,
  chargesMean: UNSET,
  communityMean: UNSET,
  floorAtApril: UNSET,
  priceAtApril: UNSET,
  yearsSinceTender: UNSET,
});
