/** How far brokers look, how bids are ranked, and how fees catch up. */
import { number } from "./parameter.ts";

export const brokers = {
  brokerRounds: number({
    kind: "policy",
    label: "Agencies that a broker asks",
    unit: "agencies a week",
    sentence: "Agencies that a broker can ask for one package in a week.",
    default: 3,
    min: 1,
    max: 10,
    integer: true,
    evidence: "assumption",
    range: [2, 5],
    firstOrder: {
      measure: "providers.refusals",
      sign: 1,
      // Some ten people wait whom nobody has staff for; each is then refused once a week, not thrice.
      trial: { to: 1, least: 2, given: { "labour.openingSlack": 0.7, "size.agencies": 400 }, free: ["matching"] },
    },
  }),
  refusalDays: number({
    kind: "world",
    label: "Days that a refusal costs",
    unit: "days",
    sentence: "Days in hospital for each agency that refuses before one accepts.",
    default: 0.5,
    min: 0,
    max: 7,
    evidence: "assumption",
    range: [0.25, 1],
    firstOrder: {
      measure: "waits.delayedDays",
      sign: 1,
      // One package from hospital a week, three in ten of them after a refusal: six and a half days each.
      trial: { to: 7, least: 0.3, free: ["matching"] },
    },
  }),
  qualityDiscount: number({
    kind: "policy",
    label: "Quality in ranking bids",
    unit: "share of the bid per standard deviation",
    sentence: "How much one standard deviation of quality is worth when bids for the framework are ranked.",
    default: 0.05,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.02, 0.1],
    firstOrder: {
      measure: "prices.frameworkFee",
      sign: 1,
      // Five of twenty are chosen for quality and not for bids that are some 80 pence under the mean; half of their hours are the same.
      trial: {
        to: 1,
        least: 0.1,
        given: {
          "size.scale": 0.1,
          "size.agencies": 400,
          "framework.providers": 50,
          "framework.tenderYears": 1,
          "framework.tenderCeiling": 2,
          "framework.tenderFloor": 0.5,
        },
        free: ["matching", "prices"],
      },
    },
  }),
  leastWagePassThrough: number({
    kind: "policy",
    label: "Wage floor passed on at least",
    unit: "share of what it adds to cost",
    sentence:
      "Whatever the gap, fees rise by at least this share of what the wage floor's rise adds to cost; not where framework.feePassThrough decides.",
    default: { "2010-04-01": 0, "2015-04-01": 0.6 },
    min: 0,
    max: 2,
    evidence:
      "Care Act 2014 section 5, in force April 2015: fees must let providers pay the legal wage; E1-052, E7-009; size an assumption that keeps spending near E1-036 to E1-039",
    range: { percent: 40 },
    firstOrder: {
      measure: "prices.frameworkFee",
      sign: 1,
      // In April 2016 the floor adds 7 % to cost: 0.6 of it on £13.43, for less than half of two years.
      trial: { to: 0, least: 0.1, given: { "council.grantChange": 0.8 }, free: ["prices"], years: 2 },
    },
  }),
  mostPassThrough: number({
    kind: "policy",
    label: "Fastest catching-up of fees",
    unit: "ratio to cost growth",
    sentence: "With money to spare, fees follow cost no faster than this.",
    default: 1.5,
    min: 1,
    max: 5,
    evidence: "assumption",
    range: [1.2, 2],
    firstOrder: {
      measure: "prices.frameworkFee",
      sign: 1,
      // A third to spare would pass on five times what costs rise by, 3.5 %, instead of one and a half times.
      trial: { to: 5, least: 0.8, given: { "prices.inflation": 0.1, "council.grantChange": 2 }, free: ["prices"] },
    },
  }),
  bankKeptWeeks: number({
    kind: "policy",
    label: "Banked time kept at a review",
    unit: "weeks of spare time",
    sentence: "Weeks of spare time that a person may keep in the bank beyond a review.",
    default: 8,
    min: 0,
    max: 104,
    evidence: "assumption",
    range: [4, 13],
    firstOrder: {
      measure: "framework.bankUsedHours",
      sign: 1,
      // A person reviewed every other week loses 16 hours to others, who need little of it; owners would have used it.
      trial: {
        to: 0,
        least: 1.5,
        given: {
          "framework.contractForm": "user-directed",
          "framework.electronicMonitoring": 1,
          "framework.spareShare": 0.2,
        },
        free: ["matching"],
      },
    },
  }),
};
