/** How long people draw on care, and what places and short-term help are like. */
import { number } from "./parameter.ts";

export const stays = {
  earlyDeaths: number({
    kind: "world",
    label: "Deaths soon after coming",
    unit: "ratio",
    sentence: "How much likelier somebody is to die in the first weeks of care.",
    default: 1.4,
    min: 1,
    max: 10,
    evidence: "assumption: settled on trial runs",
    range: [1.1, 1.7],
    firstOrder: {
      measure: "people.funded",
      sign: -1,
      // Of those in their first half-year half would die instead of a tenth.
      trial: { to: 10, least: 1.5, free: ["matching"] },
    },
  }),
  earlyWeeks: number({
    kind: "world",
    label: "First weeks of care",
    unit: "weeks",
    sentence: "How long deaths are likelier after somebody has come.",
    default: 26,
    min: 0,
    max: 520,
    integer: true,
    evidence: "assumption: settled on trial runs",
    range: [13, 39],
    firstOrder: {
      measure: "people.funded",
      sign: -1,
      // Where half of those in their first half-year would die, a tenth do.
      trial: { to: 0, least: 1.5, given: { "demand.earlyDeaths": 10 }, free: ["matching"] },
    },
  }),
  holderExits: number({
    kind: "world",
    label: "Holders who leave",
    unit: "ratio",
    sentence:
      "How often people who take a direct payment of their own accord die or leave care, over others of the same need; whoever is pushed to one does no less.",
    default: 0.75,
    min: 0,
    max: 1,
    evidence: "assumption: settled on trial runs",
    range: [0.55, 0.95],
    firstOrder: {
      measure: "people.directPayment",
      sign: -1,
      // A quarter of 22 holders no longer leave in the year.
      trial: { to: 0, least: 0.8, free: ["matching"] },
    },
  }),
  needExits: number({
    kind: "world",
    label: "Need and leaving",
    unit: "power of need over the mean",
    sentence: "How much likelier people in greater need are to die or leave care.",
    default: 0.35,
    min: 0,
    max: 2,
    evidence: "assumption: settled on trial runs",
    range: [0.25, 0.45],
    firstOrder: {
      measure: "people.hoursPerHomeCare",
      sign: -1,
      // People of twice the mean need leave at three times the usual rate, of half of it at a quarter: 6 % less need by mid-year.
      trial: { to: 2, least: 0.2, free: ["matching"] },
    },
  }),
  careHomeUnmet: number({
    kind: "behaviour",
    label: "Unmet need and care homes",
    unit: "share of need met",
    sentence: "Where less of the need is met than this, people move to a care home more often.",
    default: 0.9,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.8, 1],
    firstOrder: {
      measure: "people.careHomeAdmissions",
      sign: 1,
      // Half of the people get half of what they need: 0.4 more of 0.5 a year, or 0.2 a week.
      trial: {
        to: 0,
        least: 0.03,
        given: { "labour.openingSlack": 0.5, "labour.flexibleHours": 0, "demand.careHomePerYear": 0.5 },
        free: ["matching"],
      },
    },
  }),
  shortTermOlderShare: number({
    kind: "world",
    label: "Older people in short-term help",
    unit: "share",
    sentence: "People in short-term help who are 65 and over.",
    default: 0.85,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.8, 0.9],
    firstOrder: {
      measure: "nhs.emergencyAdmissions",
      sign: 1,
      // Of twelve people ten with 0.3 and not 0.45 admissions a year.
      trial: { to: 0, least: 0.015, free: ["matching"] },
    },
  }),
  shortTermSpread: number({
    kind: "world",
    label: "Spread of short-term help",
    unit: "standard deviation of the logarithm",
    sentence: "How unequal packages of short-term help are.",
    default: 0.3,
    min: 0.01,
    max: 2,
    evidence: "assumption",
    range: [0.2, 0.4],
  }),
  placeSpread: number({
    kind: "world",
    label: "Spread of places",
    unit: "standard deviation of the logarithm",
    sentence: "How unequal places in supported living and day services are.",
    default: 0.3,
    min: 0.01,
    max: 2,
    evidence: "assumption",
    range: [0.2, 0.4],
  }),
  livingRanks: number({
    kind: "world",
    label: "Ranks of supported living",
    unit: "share of the eligible",
    sentence: "Part of the eligible, most in need first, among whom people in supported living stand.",
    default: 0.3,
    min: 0.01,
    max: 1,
    evidence: "assumption",
    range: [0.1, 0.5],
    firstOrder: {
      measure: "people.hoursPerHomeCare",
      sign: 1,
      // Those most in need no longer all go elsewhere: two thirds more need of a tenth of people in the year's mean.
      trial: { to: 1, least: 0.1, given: { "size.scale": 0.1, "route.supportedLivingShare": 0.3 }, free: ["matching"] },
    },
  }),
};
