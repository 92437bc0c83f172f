/** What costs consist of: the parts that follow pay, and the leanest that an agency can be. */
import { number } from "./parameter.ts";

export const costShares = {
  payShare: number({
    kind: "world",
    label: "Pay over an agency's cost",
    unit: "share of cost",
    sentence: "How much of what an hour of home care costs follows the wage floor; the rest follows prices.",
    default: 0.65,
    min: 0,
    max: 1,
    evidence: "E7-010; an assumption for each agency",
    range: [0.6, 0.7],
    firstOrder: {
      measure: "prices.frameworkFee",
      sign: 1,
      // In April 2016 the floor rises by a tenth: 0.07 of £13.43, for less than half of two years.
      trial: { to: 0, least: 0.2, given: { "framework.feePassThrough": 1 }, free: ["prices"], years: 2 },
    },
  }),
  supportedLivingPayShare: number({
    kind: "world",
    label: "Pay over the price of supported living",
    unit: "share of price",
    sentence: "How much of what supported living costs follows the wage floor.",
    default: 0.6,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.5, 0.7],
    firstOrder: {
      measure: "council.communitySpend",
      sign: 1,
      // 0.4 of a tenth in April 2016, on 0.22 million, for less than half of two years.
      trial: { to: 1, least: 0.0015, given: { "framework.gapEffect": 0 }, free: ["prices"], years: 2 },
    },
  }),
  dayPayShare: number({
    kind: "world",
    label: "Pay over the price of day services",
    unit: "share of price",
    sentence: "How much of what day services cost follows the wage floor.",
    default: 0.2,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.1, 0.3],
    firstOrder: {
      measure: "council.communitySpend",
      sign: 1,
      // 0.8 of a tenth in April 2016, on 0.35 million, for less than half of two years.
      trial: { to: 1, least: 0.005, given: { "framework.gapEffect": 0 }, free: ["prices"], years: 2 },
    },
  }),
  leanest: number({
    kind: "world",
    label: "Leanest agency",
    unit: "ratio to mean running costs",
    sentence: "No agency runs on less than this part of the mean running costs.",
    default: 0.5,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.3, 0.7],
    firstOrder: {
      measure: "prices.unitCost",
      sign: 1,
      // 0.16 more of some £5 in agencies that open.
      trial: {
        to: 1,
        least: 0.05,
        given: { "prices.overheadSpread": 0.5, "providers.entryRate": 0.5, "providers.hoursPerAgency": 150 },
        free: ["matching"],
      },
    },
  }),
};
