/** How holders of a direct payment look for care and how much they buy. */
import { number } from "./parameter.ts";

export const buying = {
  affordableUpTo: number({
    kind: "behaviour",
    label: "Prices within reach",
    unit: "ratio to the direct-payment rate",
    sentence: "Agencies up to this price are within reach of most holders.",
    default: 1.1,
    min: 0.1,
    max: 10,
    evidence: "assumption",
    range: [1.05, 1.2],
    firstOrder: {
      measure: "outcomes.qualityOfLife.holders",
      sign: 1,
      // Two agencies count as one: 0.05 of full control, or 0.2 points.
      trial: { to: 0.1, least: 0.03 },
    },
  }),
  affordableInPart: number({
    kind: "behaviour",
    label: "What dearer agencies count for",
    unit: "share of a supplier",
    sentence: "How much an agency counts as a choice for holders that is dearer than that.",
    default: 0.5,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.3, 0.7],
    firstOrder: {
      measure: "outcomes.qualityOfLife.holders",
      sign: 1,
      // One agency counts as two: 0.05 of full control, or 0.2 points.
      trial: { to: 1, least: 0.03, given: { "directPayment.affordableUpTo": 0.1 } },
    },
  }),
  agenciesConsidered: number({
    kind: "behaviour",
    label: "Agencies a buyer comes across",
    unit: "agencies",
    sentence: "Agencies that somebody who looks for one comes across in a week.",
    default: 8,
    min: 1,
    max: 100,
    integer: true,
    evidence: "assumption",
    range: [5, 12],
    firstOrder: {
      measure: "people.fewOptionsPercent",
      sign: -1,
      // Who looks at one agency knows of fewer than two.
      trial: { to: 1, least: 20, free: ["matching"] },
    },
  }),
  hoursElasticity: number({
    kind: "behaviour",
    label: "Price and the hours a holder wants",
    unit: "elasticity",
    sentence: "How much fewer hours a holder wants beyond the budget where they are dearer.",
    default: 0.5,
    min: 0,
    max: 3,
    evidence: "assumption: as for self-funders",
    range: [0.3, 0.7],
    firstOrder: {
      measure: "topUps.sharePercent",
      sign: -1,
      // The last hour must be worth 0.87 of its price, not 0.42: to 8 instead of 51 % it is.
      trial: { to: 3, least: 15, given: { "directPayment.rateShare": 0.7 } },
    },
  }),
  incomeElasticity: number({
    kind: "behaviour",
    label: "Means and the hours a holder wants",
    unit: "elasticity",
    sentence: "How many more hours a family of greater means wants beyond the budget.",
    default: 0.5,
    min: 0,
    max: 3,
    evidence: "assumption",
    range: [0.3, 0.7],
    firstOrder: {
      measure: "topUps.peoplePercent.highest",
      sign: 1,
      // To 70 instead of 38 % of them the last hours are worth their price.
      trial: { to: 3, least: 8, given: { "directPayment.rateShare": 0.85 } },
    },
  }),
  meansSpread: number({
    kind: "world",
    label: "Spread of means",
    unit: "standard deviation of the logarithm",
    sentence: "How unequal what families could spend on care is.",
    default: 0.6,
    min: 0,
    max: 2,
    evidence: "assumption",
    range: [0.4, 0.8],
    firstOrder: {
      measure: "topUps.peoplePercent.highest",
      sign: 1,
      // Of the new among them, half of all by the end, 62 instead of 38 % would top up.
      trial: {
        to: 2,
        least: 3,
        given: {
          "route.directPaymentShare": 0.9,
          "directPayment.rateShare": 0.85,
          "directPayment.assistantShare": 0,
          "directPayment.communityShare": 0,
        },
        free: ["matching"],
      },
    },
  }),
  mostBudgetRatio: number({
    kind: "policy",
    label: "Most that reviews make of a budget",
    unit: "ratio to the council's rate",
    sentence: "No review raises a budget beyond this: a slip in a rate is not paid for ever.",
    default: 5,
    min: 1,
    max: 100,
    evidence: "assumption",
    range: [2, 10],
    firstOrder: {
      measure: "sufficiency.raisedPerHolder",
      sign: 1,
      // Nothing more is raised, as if no review were upheld.
      trial: {
        to: 1,
        least: 0.8,
        given: { "directPayment.appealShare": 0.3, "directPayment.upheldShare": 1 },
        free: ["matching"],
      },
    },
  }),
  usualCoverage: number({
    kind: "world",
    label: "Usual coverage of directories",
    unit: "share",
    sentence: "Coverage of directories under which holders use community options as often as they were seen to.",
    default: 0.7,
    min: 0.05,
    max: 1,
    evidence: "assumption",
    range: [0.5, 0.85],
    firstOrder: {
      measure: "people.communityOptions",
      sign: -1,
      // All of the twenty new holders who engage no assistant, not a quarter.
      trial: { to: 0.2, least: 1, given: { "route.directPaymentShare": 0.9 }, free: ["matching"] },
    },
  }),
  patienceWeeks: number({
    kind: "behaviour",
    label: "Patience for a community place",
    unit: "weeks",
    sentence: "Weeks that people wait for a place in a community option before they look for an agency.",
    default: 8,
    min: 0,
    max: 520,
    integer: true,
    evidence: "assumption",
    range: [4, 13],
    firstOrder: {
      measure: "people.awaitingCare",
      sign: 1,
      // Some eight new holders wait to the year's end and not for eight weeks.
      trial: {
        to: 520,
        least: 1,
        given: { "route.directPaymentShare": 0.9, "directPayment.communityShare": 0.9, "council.voluntaryRoom": 0.3 },
        free: ["matching"],
      },
    },
  }),
  unsupportedPace: number({
    kind: "behaviour",
    label: "Recruiting without support",
    unit: "ratio to the pace at half the support needed",
    sentence: "How fast holders find a stranger as an assistant without any support.",
    default: 0.5,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.3, 0.7],
    firstOrder: {
      measure: "workforce.personalAssistants",
      sign: 1,
      // Twelve of twenty posts that fall vacant stay so twice as long, a further twelve weeks.
      trial: { to: 0, least: 0.3, given: { "directPayment.assistantQuitPerYear": 1 }, free: ["matching"] },
    },
  }),
  secondAssistant: number({
    kind: "world",
    label: "Employers of two assistants",
    unit: "share of employers",
    sentence: "Employers who want two assistants, not one.",
    default: 0.85,
    min: 0,
    max: 1,
    evidence: "E4-038 (1.85 assistants an employer); an assumption for new employers",
    range: [0.7, 1],
    firstOrder: {
      measure: "workforce.personalAssistants",
      sign: 1,
      // Nine new employers, each with 0.85 of a second post, more than half of them filled by the end.
      trial: { to: 0, least: 0.5, given: { "route.directPaymentShare": 0.9 }, free: ["matching"] },
    },
  }),
};
