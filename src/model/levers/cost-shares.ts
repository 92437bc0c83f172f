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
  }),
};
