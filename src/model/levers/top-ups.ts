/** What holders of a direct payment and their families add to it. */
import { number } from "./parameter.ts";

export const topUps = {
  taste: number({
    kind: "behaviour",
    label: "Willingness to pay for the last hours",
    unit: "median ratio",
    sentence: "How much people value the last assessed hours over the usual price.",
    default: 0.45,
    min: 0.01,
    max: 5,
    evidence: "E5-030, E7-013 (9 % top up at rate = price, 22 % at 0.85); fitted",
    range: [0.35, 0.6],
    firstOrder: {
      measure: "topUps.sharePercent",
      sign: 1,
      // Half of those with an agency have come since, and all of these top up instead of a quarter.
      trial: {
        to: 5,
        least: 5,
        given: { "route.directPaymentShare": 0.9, "directPayment.rateShare": 0.85 },
        free: ["matching"],
      },
    },
  }),
  tasteSpread: number({
    kind: "behaviour",
    label: "Spread of that willingness",
    unit: "standard deviation of the logarithm",
    sentence: "How unequal people's willingness to pay is.",
    default: 0.5,
    min: 0,
    max: 3,
    evidence: "assumption",
    range: [0.4, 0.7],
    firstOrder: {
      measure: "topUps.sharePercent",
      sign: 1,
      // A twelfth of buyers value the last hour above its price; of those who come two fifths would.
      trial: { to: 3, least: 4, given: { "route.directPaymentShare": 0.9 }, free: ["matching"] },
    },
  }),
  topUpLimit: number({
    kind: "behaviour",
    label: "Most that people top up",
    unit: "share of disposable income",
    sentence:
      "The share of income above the protected minimum that a person or family will spend on more hours of an agency; who employs an assistant pays what the wages come to.",
    default: 0.5,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.3, 0.7],
    firstOrder: {
      measure: "topUps.meanWeekly",
      sign: 1,
      // At half the rate most would add more than half of £60; then a tenth of it.
      trial: { to: 0.1, least: 5, given: { "directPayment.rateShare": 0.5, "directPayment.taste": 2 } },
    },
  }),
  meansByIncome: number({
    kind: "behaviour",
    label: "Means that go with income",
    unit: "correlation",
    sentence: "How closely what person and family could spend on more care goes with the person's own income.",
    default: 0.5,
    min: -1,
    max: 1,
    evidence: "assumption: a person's income is part of the means, a family's another",
    range: [0.2, 0.8],
    firstOrder: {
      measure: "topUps.peoplePercent.highest",
      sign: 1,
      // Of the new among them, a fifth of all in the year's mean, 5 instead of 38 % would top up.
      trial: {
        to: -1,
        least: 3,
        given: {
          "route.directPaymentShare": 0.9,
          "size.scale": 0.1,
          "directPayment.rateShare": 0.85,
          "directPayment.assistantShare": 0,
          "directPayment.communityShare": 0,
        },
        free: ["matching"],
      },
    },
  }),
  familyIncome: number({
    kind: "world",
    label: "Means of the family for top-ups",
    unit: "GBP per week",
    sentence: "Median weekly sum that people and families could spend on more care, at prices of the start.",
    default: 60,
    min: 0,
    max: 5000,
    evidence: "E5-030; size an assumption",
    range: [40, 90],
    firstOrder: {
      measure: "topUps.meanWeekly",
      sign: 1,
      // At half the rate most would add more than half of £60; then half of £15.
      trial: { to: 15, least: 5, given: { "directPayment.rateShare": 0.5, "directPayment.taste": 2 } },
    },
  }),
};
