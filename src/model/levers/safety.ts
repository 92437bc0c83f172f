/** Concerns about the safety of people whom paid workers look after, and what lowers them. */
import { number } from "./parameter.ts";

export const safety = {
  agencyRate: number({
    kind: "world",
    label: "Concerns with a provider",
    unit: "per person and year, at usual quality",
    sentence: "Concerns about the safety of people whose care comes from a provider of usual quality.",
    default: 0.012,
    min: 0,
    max: 5,
    evidence:
      "assumption: 104,000 adults had a referral in 2013-14 (HSCIC, Safeguarding Adults), taken as a tenth for paid care at home of 900,000 people",
    range: [0.005, 0.02],
    firstOrder: {
      measure: "safety.concerns",
      sign: 1,
      // A hundred people with a provider, one concern a year each, or two a week.
      trial: { to: 1, least: 0.8, free: ["matching"] },
    },
  }),
  qualityEffect: number({
    kind: "world",
    label: "How quality lowers concerns",
    unit: "logarithm per standard deviation of quality",
    sentence: "How much rarer concerns are with a provider of better quality.",
    default: 0.4,
    min: 0,
    max: 2,
    evidence: "assumption",
    range: [0.2, 0.7],
    firstOrder: {
      measure: "safety.concerns",
      sign: -1,
      // The good agencies that most people have would be no safer: 0.3 of two a year for sixty people.
      trial: {
        to: 0,
        least: 0.25,
        given: { "safety.agencyRate": 2, "size.agencyQuality": 1, "size.dayServices": 0 },
        free: ["matching"],
      },
    },
  }),
  assistantRate: number({
    kind: "world",
    label: "Concerns with unchecked assistants",
    unit: "per employer and year",
    sentence:
      "Concerns about the safety of employers whose assistants nobody has checked and whose money nobody watches.",
    default: 0.02,
    min: 0,
    max: 5,
    evidence:
      "NAO 16 (unregulated), APSE (fear of abuse without checks); size an assumption, for employers themselves told of less abuse by assistants than by agency staff before (10 against 18 %: Skills for Care, June 2008)",
    range: [0.006, 0.04],
    firstOrder: {
      measure: "safety.concernsWithAssistants",
      sign: 1,
      // Eleven employers × 1.98 × 0.7 that checks and monitoring leave are 15 a year, 0.29 a week.
      trial: { to: 2, least: 0.1, free: ["matching"] },
    },
  }),
  checkEffect: number({
    kind: "world",
    label: "How checks lower concerns",
    unit: "share",
    sentence: "The share of concerns with assistants that a check of the assistant prevents.",
    default: 0.3,
    min: 0,
    max: 1,
    evidence: "assumption: most concerns are about people with no record",
    range: [0.1, 0.5],
    firstOrder: {
      measure: "safety.concernsWithAssistants",
      sign: -1,
      // Half are checked: 0.35 of the rest goes, 0.1 a week at a rate of 2.
      trial: { to: 1, least: 0.03, given: { "safety.assistantRate": 2 }, free: ["matching"] },
    },
  }),
  monitoringEffect: number({
    kind: "world",
    label: "How monitoring lowers concerns",
    unit: "share",
    sentence: "The share of concerns with assistants that full sight of the spending prevents.",
    default: 0.3,
    min: 0,
    max: 1,
    evidence: "APSE (monitoring to reduce the risk of abuse is likely to be required); size an assumption",
    range: [0.1, 0.5],
    firstOrder: {
      measure: "safety.concernsWithAssistants",
      sign: -1,
      // Statements give half of full sight: 0.85 becomes 0.5.
      trial: { to: 1, least: 0.03, given: { "safety.assistantRate": 2 }, free: ["matching"] },
    },
  }),
  harmPace: number({
    kind: "behaviour",
    label: "How fast harm fades",
    unit: "share of the way per week",
    sentence: "How fast harm from a carer fades; half is left after twenty weeks.",
    default: 0.035,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.02, 0.06],
    firstOrder: {
      measure: "outcomes.qualityOfLife",
      sign: 1,
      // Of one concern a year some 0.3 weigh on average, at three points.
      trial: { to: 1, least: 0.2, given: { "safety.agencyRate": 1 }, free: ["matching"] },
    },
  }),
  halfSightHours: number({
    kind: "behaviour",
    label: "Reading that gives half the sight",
    unit: "hours per holder and year",
    sentence: "Hours of reading statements that give half of the sight of spending that cards give.",
    default: 2,
    min: 0.1,
    max: 100,
    evidence: "assumption",
    range: [1, 4],
    firstOrder: {
      measure: "safety.concernsWithAssistants",
      sign: 1,
      // Statements would show hardly anything instead of half.
      trial: {
        to: 100,
        least: 0.06,
        given: { "safety.monitoringEffect": 1, "safety.assistantRate": 2 },
        free: ["matching"],
      },
    },
  }),
};
