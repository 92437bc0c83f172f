/** The council: rates in force, yearly plan, running totals. Plain numbers, so that a run can be put aside. */
import { UNSET } from "../../kernel/index.ts";
import { SAVINGS_MEASURES } from "../rules/savings.ts";

/** So many lots a zone that every member has one wherever it works. */
export const LOTS_FOR_ALL = 100;

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
  /** The same when recording began: what the support service was made for. */
  openingHolders: number;
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
  /** Share of the assessed who were found eligible at the founding, by group. */
  readonly openingEligible: Float64Array;
  /** Multiplies the recognition of grown need at reviews. */
  recognition: number;
  /** Added to the log-odds of a direct payment by the savings plan. */
  push: number;
  /** What the savings plan has left of direct-payment rates and of places on the framework. */
  rateRatio: number;
  placesRatio: number;
  /** What it has left of the fixed sum of a package: below 1 agencies are paid by the package, not by the minute. */
  sumRatio: number;
  /** Share of people with a day service whom it leaves there; for the others voluntary options are looked for. */
  daysRatio: number;
  /** Weeks fewer than the lever says that holders may keep. */
  clawBackCut: number;
  /** What last April's plan did, by measure in its own unit, and what it expects of it, pence a week; undone is negative. */
  readonly steps: Float64Array;
  readonly expected: Float64Array;
  /** Council tax of the council's own, pence a year per band D dwelling: general part, and the precept's. */
  bandDCore: number;
  bandDPrecept: number;
  /** Precept raised since the present limit over several years came in, and that limit. */
  preceptInTotal: number;
  preceptTotal: number;
  /** Grant at the start, any extra change of it included, at the size of the mean council, pence a year. */
  openingGrant: number;
  /** The tax base over its opening level. */
  taxBaseIndex: number;
  /** What the government adds to this year's grant because the forecast lacks it, pence a week. */
  gapGrant: number;
  /** This year's revenue, pence a week, by source. */
  weeklyGrant: number;
  weeklyCouncilTax: number;
  weeklyPrecept: number;
  weeklyNhs: number;
  /** What is expected of the Better Care Fund, pence a week; 1 in a year in which the part by results is not paid. */
  weeklyBetterCare: number;
  betterCareWithheld: number;
  /** What is left since April of the fund's money for reablement, pence. */
  reablementLeft: number;
  /** Emergency admissions since April, and in the year before; -1 for not yet known. */
  admissions: number;
  admissionsBefore: number;
  /** Net cost forecast for the year, pence a week, with what is to be made good, and the gap in it; undefined before April. */
  forecastCost: number;
  gap: number;
  /** What the plan left of it when the turn of fees came, and the pass-through that gave. */
  feeGap: number;
  passThrough: number;
  netBudget: number;
  /** Pence overspent since last April; and of earlier years', what is still to be made good. */
  overspent: number;
  toMakeGood: number;
  /** Gross spending, charges and costs of long-term community care, smoothed over 13 weeks, pence a week. */
  grossMean: number;
  chargesMean: number;
  communityMean: number;
  /** Legal wage floor and mean private price at the last April, pence. */
  floorAtApril: number;
  priceAtApril: number;
  yearsSinceTender: number;
  /** Lots a zone had when they were last awarded. */
  lotsPerZone: number;
  /** 1 while contracts leave anything out or over, so that what they leave behind is cleared once they no longer do. */
  specialTerms: number;
  /** Grants to voluntary bodies at the founding, pence a year at the size of the mean council. */
  openingVoluntary: number;
  /** Emergency support for providers since April, pence. */
  supportGiven: number;
}

export const emptyCouncil = (): CouncilState => ({
  fee: UNSET,
  ruleFee: UNSET,
  directPaymentRate: new Float64Array(4),
  assistantRate: UNSET,
  holders: UNSET,
  openingHolders: 0,
  careHomeResidents: UNSET,
  careHomeIndex: UNSET,
  otherRatio: UNSET,
  staffRatio: UNSET,
  hoursLeft: UNSET,
  eligibility: UNSET,
  openingEligible: new Float64Array(4),
  recognition: UNSET,
  push: UNSET,
  rateRatio: UNSET,
  placesRatio: UNSET,
  sumRatio: UNSET,
  daysRatio: UNSET,
  clawBackCut: UNSET,
  steps: new Float64Array(SAVINGS_MEASURES.length),
  expected: new Float64Array(SAVINGS_MEASURES.length),
  bandDCore: UNSET,
  bandDPrecept: UNSET,
  preceptInTotal: UNSET,
  preceptTotal: UNSET,
  openingGrant: UNSET,
  taxBaseIndex: UNSET,
  gapGrant: UNSET,
  weeklyGrant: UNSET,
  weeklyCouncilTax: UNSET,
  weeklyPrecept: UNSET,
  weeklyNhs: UNSET,
  weeklyBetterCare: UNSET,
  betterCareWithheld: 0,
  reablementLeft: 0,
  admissions: 0,
  admissionsBefore: -1,
  forecastCost: UNSET,
  gap: UNSET,
  feeGap: UNSET,
  passThrough: UNSET,
  netBudget: UNSET,
  overspent: 0,
  toMakeGood: 0,
  grossMean: UNSET,
  chargesMean: UNSET,
  communityMean: UNSET,
  floorAtApril: UNSET,
  priceAtApril: UNSET,
  yearsSinceTender: UNSET,
  lotsPerZone: UNSET,
  specialTerms: UNSET,
  openingVoluntary: UNSET,
  supportGiven: UNSET,
});
