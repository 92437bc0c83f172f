/** What a direct payment is worth, and how people spend it. */
import { buying } from "./buying.ts";
import { assistants } from "./assistants.ts";
import { byGroup, choice, number } from "./parameter.ts";
import { paymentSupport } from "./payment-support.ts";
import { topUps } from "./top-ups.ts";

export const directPayment = {
  rateRule: choice({
    kind: "policy",
    label: "Rule of the direct-payment rate",
    sentence:
      "What an agency hour in a direct payment is priced at: the framework fee, the mean private price before each April, or " +
      "a fixed sum.",
    choices: ["share of framework fee", "share of market price", "fixed"],
    default: "share of framework fee",
    evidence: "E8-015, E8-017",
    firstOrder: {
      measure: "prices.directPaymentRate",
      sign: 1,
      // Private prices stand about £2 over the fee.
      trial: { to: "share of market price", least: 0.8, free: ["prices"] },
    },
  }),
  rateShare: byGroup({
    kind: "policy",
    label: "Level of the direct-payment rate",
    unit: "share of the fee or price",
    sentence: "What share of the framework fee, or of the market price, a direct payment gives for an agency hour.",
    default: [1, 1, 1, 1],
    min: 0,
    max: 3,
    evidence: "E8-017, E2-056; size an assumption",
    range: [0.85, 1],
    firstOrder: {
      measure: "prices.directPaymentRate",
      sign: 1,
      // A fifth of a fee of £13.40.
      trial: { to: 0.8, least: 2.4, free: ["prices"] },
    },
  }),
  fixedRate: number({
    kind: "policy",
    label: "Fixed direct-payment rate",
    unit: "GBP per hour",
    sentence: "The rate for an agency hour where the rule is a fixed sum.",
    default: 13.43,
    min: 0,
    max: 1000,
    evidence: "assumption: the opening framework fee",
    range: [10, 20],
    firstOrder: {
      measure: "prices.directPaymentRate",
      sign: 1,
      trial: { to: 10, least: 3.3, given: { "directPayment.rateRule": "fixed" }, free: ["prices"] },
    },
  }),
  assistantRate: number({
    kind: "policy",
    label: "Direct-payment rate for a personal assistant",
    unit: "ratio to the legal wage floor",
    sentence:
      "What a direct payment gives for an hour of a personal assistant, on-costs included, over the wage floor.",
    default: 1.5,
    min: 0,
    max: 10,
    evidence: "E2-050 (12.00 over 7.83); size an assumption",
    range: [1.35, 1.6],
    firstOrder: {
      measure: "directPayments.meanWeekly",
      sign: 1,
      // A fifth more for half of a mean payment of £170.
      trial: { to: 1.8, least: 8, free: ["prices"] },
    },
  }),
  assistantWage: number({
    kind: "behaviour",
    label: "Pay of personal assistants",
    unit: "ratio to the direct-payment rate for one",
    sentence:
      "What personal assistants are paid an hour, over the rate; the rest covers leave, insurance and on-costs.",
    default: 0.84,
    min: 0.1,
    max: 1,
    evidence:
      "assumption: what leave (0.16) leaves of the rate; 10.50 over a floor of 9.50 (E2-052) is 0.72 of 12.00 over 7.83 (E2-050)",
    range: [0.72, 0.88],
    firstOrder: {
      measure: "topUps.perHolder",
      sign: 1,
      // Half of holders employ; an hour then costs 1.16 of what they get for it, from April: £25 of £200 is short.
      trial: { to: 1, least: 3, given: { "directPayment.taste": 2 } },
    },
  }),
  assistantShare: byGroup({
    kind: "behaviour",
    label: "Direct payments spent on personal assistants",
    unit: "share of holders",
    sentence: "Holders who would employ personal assistants if they could find them.",
    default: [0.46, 0.56, 0.56, 0.35],
    min: 0,
    max: 1,
    evidence: "E4-035, E4-038 (380 employers of 751); by group an assumption",
    range: { by: 0.15 },
    firstOrder: {
      measure: "workforce.assistantEmployers",
      sign: 1,
      // A new holder every fortnight or so employs who would not have: a dozen by the year's end, less the months of looking.
      trial: { to: 1, least: 1, given: { "route.directPaymentShare": 0.9 }, free: ["matching"] },
    },
  }),
  communityShare: byGroup({
    kind: "behaviour",
    label: "Direct payments spent on community options",
    unit: "share of holders",
    sentence: "Holders who buy community and voluntary options rather than an agency or an assistant.",
    default: [0.16, 0.2, 0.3, 0.45],
    min: 0,
    max: 1,
    evidence: "assumption: 171 of 751 holders buy neither, by group",
    range: { by: 0.15 },
    firstOrder: {
      measure: "people.communityOptions",
      sign: 1,
      // Some twenty new holders, of whom half and not a quarter, at the year's end.
      trial: { to: 0.9, least: 1, given: { "route.directPaymentShare": 0.9 }, free: ["matching"] },
    },
  }),
  communityPrice: number({
    kind: "world",
    label: "Price of community options",
    unit: "ratio to the opening framework fee, at today's prices",
    sentence: "What an hour of a community or voluntary option costs.",
    default: 0.95,
    min: 0,
    max: 3,
    evidence: "E8-030; size an assumption",
    range: [0.7, 1],
    firstOrder: {
      measure: "topUps.perHolder",
      sign: 1,
      // A fifth of holders lack a quarter of £150, and add it as far as half of their means goes: £30.
      trial: { to: 1.3, least: 1, given: { "directPayment.taste": 2 } },
    },
  }),
  needRatio: byGroup({
    kind: "size",
    label: "Needs of direct-payment holders",
    unit: "ratio to the group's home-care need",
    sentence: "Mean needs of the opening holders of direct payments over those of people with home care.",
    default: [1, 2, 1.05, 1.05],
    min: 0.1,
    max: 5,
    evidence: "E2-053, E2-054; size an assumption",
    range: { percent: 20 },
    firstOrder: {
      measure: "people.hoursPerHomeCare",
      sign: 1,
      // Who comes needs a third more: an eighth of people in the year's mean.
      trial: { to: 3, least: 0.1, free: ["matching"] },
    },
  }),
  arrears: number({
    kind: "behaviour",
    label: "Charges that are not paid in",
    unit: "share of charges",
    sentence: "Assessed charges that holders fail to pay into their direct-payment account.",
    default: 0.03,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.01, 0.08],
    firstOrder: {
      measure: "directPayments.badDebt",
      sign: 1,
      // 0.27 of a charge of £20, from the half of holders who employ nobody, of which half find nothing in the account.
      trial: { to: 0.3, least: 30 },
    },
  }),
  clawBackWeeks: number({
    kind: "policy",
    label: "Balance a holder may keep",
    unit: "weeks of direct payment",
    sentence: "Unspent balances above this many weeks are taken back when the council looks.",
    default: 8,
    min: 0,
    max: 104,
    evidence: "E8-019; weeks an assumption",
    range: [4, 12],
    firstOrder: {
      measure: "directPayments.clawedBack",
      sign: -1,
      // A twentieth of £180 for 22 holders is £10,000 a year; some of it is taken back anyhow.
      trial: { to: 0, least: 0.001 },
    },
  }),
  knownShare: number({
    kind: "policy",
    label: "Directory coverage",
    unit: "share of agencies in the zone",
    sentence:
      "Of the agencies and micro-providers that serve a zone, the share that a person who buys care has heard of; " +
      "community options are used in proportion.",
    default: 0.7,
    min: 0,
    max: 1,
    evidence: "E5-043, E8-009, E8-028; level an assumption",
    range: [0.5, 0.85],
    firstOrder: {
      measure: "people.awaitingCare",
      sign: -1,
      // A dozen buyers come in the year; with five agencies, most of them never hear of one.
      trial: { to: 0.05, least: 0.5, free: ["matching"] },
    },
  }),
  switchPerYear: number({
    kind: "behaviour",
    label: "Buyers who change agency",
    unit: "share a year",
    sentence: "People who buy for themselves and look for another agency in a year.",
    default: 0.08,
    min: 0,
    max: 5,
    evidence: "assumption",
    range: [0.04, 0.15],
    firstOrder: {
      measure: "people.awaitingCare",
      sign: 1,
      // Some 25 buyers look for another agency five times a year, and are without one for a week.
      trial: { to: 5, least: 0.4, free: ["matching"] },
    },
  }),
  ...topUps,
  supportPerHolder: number({
    kind: "policy",
    label: "Support for direct-payment holders",
    unit: "ratio of support minutes supplied to needed",
    sentence: "How much of the help with planning, recruiting and accounts that holders need is there.",
    default: 0.5,
    min: 0,
    max: 1,
    evidence: "E8-026, E5-043; level an assumption",
    range: [0.4, 0.6],
    firstOrder: {
      measure: "outcomes.qualityOfLife.holders",
      sign: 1,
      // Control rises by 0.8 × 0.5 × capacity of half, four points each; two thirds of it in the year's mean.
      trial: { to: 1, least: 0.4 },
    },
  }),
  ...assistants,
  ...paymentSupport,
  ...buying,
};
