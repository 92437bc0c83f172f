/** What providing direct payments asks of the council beside the payments: support, monitoring, reviews of sufficiency. */
import { choice, number } from "./parameter.ts";

export const paymentSupport = {
  supportFollows: number({
    kind: "policy",
    label: "Support that follows numbers",
    unit: "power of the number of holders over that of the start",
    sentence: "How far the hours of support grow with the number of holders: at 1 in step, at 0 not at all.",
    default: 0.8,
    min: 0,
    max: 1,
    evidence: "E8-026 (82 % of authorities report gaps in support), E8-023; size an assumption",
    range: [0.5, 1],
    firstOrder: {
      measure: "outcomes.burdenPercent",
      sign: -1,
      // With half as many holders again, support falls by a quarter of a half: 3 % of a full employer's work, for a third of people.
      trial: { to: 0, least: 0.2, given: { "route.directPaymentShare": 0.9 }, free: ["matching"] },
    },
  }),
  supportCost: number({
    kind: "policy",
    label: "Cost of the support service",
    unit: "GBP per holder a week at full support",
    sentence: "What the council pays for support with planning, recruiting and accounts, at prices of the start.",
    default: 8,
    min: 0,
    max: 1000,
    evidence: "assumption: one adviser at £29,000 for seventy holders",
    range: [4, 15],
    firstOrder: {
      measure: "tradeOff.extraCostPerHolder",
      sign: 1,
      // £12 more at half of full support.
      trial: { to: 20, least: 5 },
    },
  }),
  monitoring: choice({
    kind: "policy",
    label: "How direct payments are monitored",
    sentence:
      "Holders send bank statements, a burden to them and read once in twelve weeks, or spend from prepaid cards that the council can see.",
    choices: ["bank statements", "prepaid cards"],
    default: "bank statements",
    evidence: "NAO 16: most holders must send statements and receipts, find it burdensome and are slow; E8-019",
    firstOrder: {
      measure: "outcomes.qualityOfLife.holders",
      sign: 1,
      // Three quarters of a fifth of the work, times 0.45 × 0.5 that neither capacity nor support covers, × 1.5 points,
      // of which two thirds are reached in the year's mean.
      trial: { to: "prepaid cards", least: 0.015 },
    },
  }),
  statementHours: number({
    kind: "world",
    label: "Work of reading statements",
    unit: "hours per holder a year",
    sentence: "Staff time that goes into each holder's statements and receipts, taken from what reviews would have.",
    default: 2,
    min: 0,
    max: 100,
    evidence: "NAO 16, E8-033; size an assumption: half an hour a quarter",
    range: [1, 4],
    firstOrder: {
      measure: "council.reviews",
      sign: -1,
      // 22 holders × 38 hours over 52 weeks are 16 hours a week. Six were to spare; the others are two reviews a week.
      trial: { to: 40, least: 0.5, free: ["matching"] },
    },
  }),
  statementWork: number({
    kind: "world",
    label: "Burden of keeping statements",
    unit: "share of a full employer's work",
    sentence: "What keeping statements and receipts adds to a holder's work of managing support.",
    default: 0.2,
    min: 0,
    max: 1,
    evidence: "NAO 16; size an assumption",
    range: [0.1, 0.35],
    firstOrder: {
      measure: "outcomes.qualityOfLife.holders",
      sign: -1,
      // 0.4 more × 0.45 × 0.5 × 1.5 points are 0.13, two thirds of it in the year's mean.
      trial: { to: 0.6, least: 0.05 },
    },
  }),
  cardEffort: number({
    kind: "world",
    label: "Effort with prepaid cards",
    unit: "ratio to bank statements",
    sentence: "What prepaid cards leave of the burden on holders and of the work of staff.",
    default: 0.25,
    min: 0,
    max: 1,
    evidence: "NAO 16 (straightforward solutions that reduce the burden); size an assumption",
    range: [0.1, 0.5],
    firstOrder: {
      measure: "outcomes.qualityOfLife.holders",
      sign: -1,
      trial: { to: 1, least: 0.015, given: { "directPayment.monitoring": "prepaid cards" } },
    },
  }),
  cardFee: number({
    kind: "world",
    label: "Fee of a prepaid card",
    unit: "GBP per card a week",
    sentence: "What the council pays for each holder's card, at prices of the start.",
    default: 0.6,
    min: 0,
    max: 1000,
    evidence: "assumption: about £30 a year",
    range: [0.3, 1],
    firstOrder: {
      measure: "tradeOff.extraCostPerHolder",
      sign: 1,
      trial: { to: 5, least: 4, given: { "directPayment.monitoring": "prepaid cards" } },
    },
  }),
  appealShare: number({
    kind: "behaviour",
    label: "Holders who ask for a larger budget",
    unit: "chance in four weeks",
    sentence: "How likely a holder whose budget cannot buy the assessed hours is to ask for a review of it.",
    default: 0,
    min: 0,
    max: 1,
    evidence: "assumption: NAO 12 gives the right and no figure; 0 keeps budgets at the council's rate",
    range: [0, 0.1],
    firstOrder: {
      measure: "sufficiency.raisedPerHolder",
      sign: 1,
      // A quarter of holders buy 12 hours or so from agencies at £2 over the rate.
      trial: { to: 1, least: 1, given: { "directPayment.upheldShare": 1 }, free: ["matching"] },
    },
  }),
  upheldShare: number({
    kind: "policy",
    label: "Reviews of budgets that are upheld",
    unit: "share of reviews asked for",
    sentence: "Of the reviews that holders ask for, those that raise the budget to what the assessed hours cost.",
    default: 0.5,
    min: 0,
    max: 1,
    evidence: "assumption: budgets must be sufficient (NAO 12), money is short",
    range: [0.2, 0.9],
    firstOrder: {
      measure: "sufficiency.raisedPerHolder",
      sign: 1,
      // Some £4 a holder if all were upheld: two fifths of it by the day of the change, nearly all by the year's end.
      trial: { to: 0, least: 0.8, given: { "directPayment.appealShare": 0.3 }, free: ["matching"] },
    },
  }),
};
