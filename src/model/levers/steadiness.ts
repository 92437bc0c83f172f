/** How continuity of care builds up and breaks, and how needs weigh in what care is worth. */
import { number } from "./parameter.ts";

export const steadiness = {
  continuityPace: number({
    kind: "behaviour",
    label: "Pace of continuity",
    unit: "share of the way per week",
    sentence: "How fast people and workers come to know each other.",
    default: 0.02,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.01, 0.04],
    firstOrder: {
      measure: "outcomes.continuity",
      sign: 1,
      // From a half the way leads to three quarters, soon instead of in a year.
      trial: { to: 0.2, least: 0.03 },
    },
  }),
  churnEffect: number({
    kind: "behaviour",
    label: "Turnover and continuity",
    unit: "share of continuity per unit of yearly turnover",
    sentence: "How much a year's turnover of a provider's staff breaks continuity.",
    default: 0.8,
    min: 0,
    max: 5,
    evidence: "assumption",
    range: [0.5, 1],
    firstOrder: {
      measure: "outcomes.continuity",
      sign: -1,
      // Turnover of two fifths a year then breaks all there is; two fifths of the way for half of people.
      trial: { to: 3, least: 0.04, free: ["matching"] },
    },
  }),
  mostChurn: number({
    kind: "behaviour",
    label: "Most that turnover breaks",
    unit: "share of continuity",
    sentence: "The most that turnover of staff can take of continuity.",
    default: 0.9,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.8, 1],
    firstOrder: {
      measure: "outcomes.continuity",
      sign: -1,
      // Where turnover of two fifths a year breaks all there is, only a tenth is broken: two fifths of the way for half of people.
      trial: { to: 0.1, least: 0.05, given: { "outcomes.churnEffect": 3 }, free: ["matching"] },
    },
  }),
  soleSteadiness: number({
    kind: "behaviour",
    label: "Continuity outside providers",
    unit: "share",
    sentence:
      "Where continuity tends with assistants and community options, who change about as often as assistants quit.",
    default: 0.85,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.75, 0.95],
    firstOrder: {
      measure: "outcomes.continuity",
      sign: 1,
      // 0.85 less, two fifths of the way, for a seventh of people.
      trial: { to: 0, least: 0.02 },
    },
  }),
  openingContinuity: number({
    kind: "behaviour",
    label: "Continuity of newcomers",
    unit: "share",
    sentence: "Continuity that somebody begins with.",
    default: 0.5,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.3, 0.7],
    firstOrder: {
      measure: "outcomes.continuity",
      sign: 1,
      // A half more for the sixth of people who have come by mid-year.
      trial: { to: 1, least: 0.02, free: ["matching"] },
    },
  }),
  continuityAfterLoss: number({
    kind: "behaviour",
    label: "Continuity after losing a provider",
    unit: "share left",
    sentence: "What is left of continuity when a provider is lost and others take over.",
    default: 0.3,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.1, 0.5],
    firstOrder: {
      measure: "outcomes.continuity",
      sign: 1,
      // A quarter of people leave an agency twice a year, with three tenths of what they had.
      trial: {
        to: 1,
        least: 0.03,
        given: {
          "route.directPaymentShare": 0.9,
          "directPayment.switchPerYear": 2,
          "directPayment.assistantShare": 0,
          "directPayment.communityShare": 0,
        },
        free: ["matching"],
      },
    },
  }),
  continuityAfterChange: number({
    kind: "behaviour",
    label: "Continuity after a change of provider",
    unit: "share left",
    sentence: "What is left of continuity when one provider hands over to another.",
    default: 0.5,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.3, 0.7],
    firstOrder: {
      measure: "outcomes.continuity",
      sign: 1,
      // A dozen who buy from agencies go over to new ones, with half of what they had.
      trial: {
        to: 1,
        least: 0.005,
        given: { "route.directPaymentShare": 0.9, "providers.entryRate": 0.5 },
        free: ["matching"],
      },
    },
  }),
  continuityAfterHospital: number({
    kind: "behaviour",
    label: "Continuity after hospital",
    unit: "share left",
    sentence: "What is left of continuity when a package starts again after hospital.",
    default: 0.5,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.3, 0.7],
    firstOrder: {
      measure: "outcomes.continuity",
      sign: 1,
      // Half of people go to hospital twice a year, and lose a half each time.
      trial: {
        to: 1,
        least: 0.03,
        given: { "demand.crisisPerYear": 2, "demand.hospitalShare": 1 },
        free: ["matching"],
      },
    },
  }),
  continuityAfterHarm: number({
    kind: "behaviour",
    label: "Continuity after harm",
    unit: "share left",
    sentence: "What is left of continuity when other workers take over after a concern about safety.",
    default: 0.5,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.3, 0.7],
    firstOrder: {
      measure: "outcomes.continuity",
      sign: 1,
      // Nine tenths of people twice a year, and lose a half each time.
      trial: { to: 1, least: 0.05, given: { "safety.agencyRate": 2 }, free: ["matching"] },
    },
  }),
  highNeedRatio: number({
    kind: "behaviour",
    label: "Care of people in great need",
    unit: "ratio to the mean",
    sentence: "How much more care counts for people who need ten hours a week or more.",
    default: 1.55,
    min: 0,
    max: 5,
    evidence: "E7-011: 0.31 of the index around a mean of 0.2; an assumption at ten hours",
    range: [1.3, 1.8],
    firstOrder: {
      measure: "outcomes.qualityOfLife",
      sign: -1,
      // A fifth missed loses 8 % of the benefit: 3.5 times 4.2 points of that for a sixth of people.
      trial: { to: 5, least: 0.05, given: { "labour.openingSlack": 0.7, "labour.flexibleHours": 0 } },
    },
  }),
  lowNeedRatio: number({
    kind: "behaviour",
    label: "Care of people in lesser need",
    unit: "ratio to the mean",
    sentence: "How much care counts for people who need less than ten hours a week.",
    default: 0.75,
    min: 0,
    max: 5,
    evidence: "E7-011: 0.15 of the index around a mean of 0.2; an assumption at ten hours",
    range: [0.6, 0.9],
    firstOrder: {
      measure: "outcomes.qualityOfLife",
      sign: -1,
      // A fifth missed loses 8 % of the benefit: 4.25 times 4.2 points of that for a third of people.
      trial: { to: 5, least: 0.08, given: { "labour.openingSlack": 0.7, "labour.flexibleHours": 0 } },
    },
  }),
};
