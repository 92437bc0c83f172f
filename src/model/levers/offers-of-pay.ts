/** When an agency raises its offer to workers, and what travel and missed visits are like. */
import { number } from "./parameter.ts";

export const offersOfPay = {
  parOutside: number({
    kind: "world",
    label: "Pay at par with work outside care",
    unit: "ratio to pay outside care",
    sentence: "Care pay over pay outside at which workers leave care as often as at the start.",
    default: 0.95,
    min: 0.1,
    max: 5,
    evidence: "assumption",
    range: [0.9, 1],
    firstOrder: {
      measure: "workforce.turnoverPercent",
      sign: 1,
      // Leaving, 15 % a year, doubles.
      trial: { to: 1.5, least: 4, free: ["matching"] },
    },
  }),
  offerVacancy: number({
    kind: "behaviour",
    label: "Vacancies that bite",
    unit: "share of posts",
    sentence: "An agency raises its offer when more of its posts than this are empty.",
    default: 0.1,
    min: 0,
    max: 1,
    evidence: "assumption: settled on trial runs",
    range: [0.07, 0.13],
    firstOrder: {
      measure: "wages.careWorker",
      sign: -1,
      // Half of the agencies raise by a tenth each quarter: 0.04 of £7 in the year's mean.
      trial: {
        to: 1,
        least: 0.05,
        given: {
          "labour.openingSlack": 0.7,
          "labour.offerAboveMarket": 0,
          "labour.offerFewestWorkers": 0,
          "labour.offerMargin": -1,
          "labour.vacancyRise": 0.1,
        },
        free: ["prices", "matching"],
      },
    },
  }),
  offerAboveMarket: number({
    kind: "behaviour",
    label: "Vacancies above the market's",
    unit: "share of posts",
    sentence:
      "How far an agency's vacancies exceed those of all agencies before it raises its offer; where all lack workers, those that bite count in their place.",
    default: 0.05,
    min: 0,
    max: 1,
    evidence: "assumption: settled on trial runs",
    range: [0.035, 0.065],
    firstOrder: {
      measure: "wages.careWorker",
      sign: -1,
      // Some of the agencies raise by a tenth each quarter.
      trial: {
        to: 1,
        least: 0.03,
        given: {
          "labour.openingSlack": 0.7,
          "labour.offerVacancy": 0,
          "labour.offerFewestWorkers": 0,
          "labour.offerMargin": -1,
          "labour.vacancyRise": 0.1,
        },
        free: ["prices", "matching"],
      },
    },
  }),
  offerFewestWorkers: number({
    kind: "behaviour",
    label: "Workers of an agency that raises its offer",
    unit: "workers",
    sentence: "Agencies with fewer workers than this do not raise their offer.",
    default: 8,
    min: 0,
    max: 10_000,
    evidence: "assumption: settled on trial runs",
    range: [5, 11],
    firstOrder: {
      measure: "wages.careWorker",
      sign: -1,
      // Most of twelve agencies have fewer than eight workers; half of these would raise by a tenth each quarter.
      trial: {
        to: 0,
        least: 0.03,
        given: {
          "labour.openingSlack": 0.7,
          "labour.offerVacancy": 0,
          "labour.offerAboveMarket": 0,
          "labour.offerMargin": -1,
          "labour.vacancyRise": 0.1,
          "size.agencies": 400,
        },
        free: ["prices", "matching"],
      },
    },
  }),
  offerMargin: number({
    kind: "behaviour",
    label: "Margin that allows a rise",
    unit: "share of revenue",
    sentence: "Agencies with a thinner margin than this do not raise their offer.",
    default: 0.03,
    min: -1,
    max: 1,
    evidence: "assumption: settled on trial runs",
    range: [0.02, 0.04],
    firstOrder: {
      measure: "wages.careWorker",
      sign: -1,
      // At £12 hardly any margin allows it; half of the agencies would raise by a tenth each quarter.
      trial: {
        to: -1,
        least: 0.03,
        given: {
          "labour.openingSlack": 0.7,
          "labour.offerVacancy": 0,
          "labour.offerAboveMarket": 0,
          "labour.offerFewestWorkers": 0,
          "labour.vacancyRise": 0.1,
          "framework.openingFee": 12,
        },
        free: ["prices", "matching"],
      },
    },
  }),
  zeroHoursLeast: number({
    kind: "world",
    label: "Least use of zero-hours contracts",
    unit: "share of workers",
    sentence: "Workers without guaranteed hours in the agency that by itself uses them least.",
    default: 0.3,
    min: 0,
    max: 0.5,
    evidence: "assumption",
    range: [0.2, 0.4],
    firstOrder: {
      measure: "workforce.zeroHoursPercent",
      sign: 1,
      // 0.2 more, three quarters of the way in the year's mean.
      trial: { to: 0.5, least: 6, free: ["prices"] },
    },
  }),
  zeroHoursSpan: number({
    kind: "world",
    label: "Spread of zero-hours contracts",
    unit: "share of workers",
    sentence: "How many more workers have no guaranteed hours in the agency that by itself uses them most.",
    default: 0.4,
    min: 0,
    max: 0.5,
    evidence: "assumption",
    range: [0.2, 0.5],
    firstOrder: {
      measure: "workforce.zeroHoursPercent",
      sign: 1,
      // 0.16 less, three quarters of the way in the year's mean.
      trial: { to: 0, least: 4, free: ["prices"] },
    },
  }),
  leastTravel: number({
    kind: "world",
    label: "Least travel",
    unit: "ratio to contact time",
    sentence: "Travel of an agency however dense its rounds.",
    default: 0.08,
    min: 0,
    max: 1,
    evidence: "E2-036; size an assumption",
    range: [0.05, 0.11],
    firstOrder: {
      measure: "prices.unitCost",
      sign: 1,
      // Twice the travel, a third of it paid at £7.
      trial: { to: 0.4, least: 0.2 },
    },
  }),
  mostTravel: number({
    kind: "world",
    label: "Most travel",
    unit: "ratio to contact time",
    sentence: "Travel of an agency however scattered its rounds.",
    default: 0.4,
    min: 0,
    max: 2,
    evidence: "E2-036; size an assumption",
    range: [0.3, 0.5],
    firstOrder: {
      measure: "prices.unitCost",
      sign: 1,
      // Half the travel, a third of it paid at £7.
      trial: { to: 0.1, least: 0.1 },
    },
  }),
  usualZoneHours: number({
    kind: "world",
    label: "Hours at usual travel",
    unit: "hours a week in a zone",
    sentence:
      "An agency's own hours in a zone at which its travel is the usual one, before it is levelled at the opening.",
    default: 360,
    min: 10,
    max: 100_000,
    evidence: "assumption: settled on trial runs",
    range: [250, 470],
    firstOrder: {
      measure: "prices.unitCost",
      sign: 1,
      // Twice the travel, a third of it paid at £7.
      trial: { to: 3600, least: 0.2 },
    },
  }),
  missedVisit: number({
    kind: "behaviour",
    label: "Length of a missed visit",
    unit: "minutes",
    sentence: "Visits that are missed when time is short are of this length.",
    default: 30,
    min: 5,
    max: 240,
    integer: true,
    evidence: "assumption",
    range: [15, 45],
    firstOrder: {
      measure: "unmet.people",
      sign: -1,
      // Where a fifth is missed, two or three long visits leave many whole; twenty short ones nobody.
      trial: { to: 240, least: 4, given: { "labour.openingSlack": 0.7, "labour.flexibleHours": 0 } },
    },
  }),
};
