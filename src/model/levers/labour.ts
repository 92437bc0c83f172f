/** Why care workers come, stay, move and leave. */
import { offersOfPay } from "./offers-of-pay.ts";
import { hoursAndPay } from "./hours-and-pay.ts";
import { labourStrain } from "./labour-strain.ts";
import { number } from "./parameter.ts";

export const labour = {
  movePerWeek: number({
    kind: "behaviour",
    label: "Moves within care",
    unit: "share of workers per week",
    sentence: "Workers of mean pay who leave for another care employer.",
    default: 0.0039,
    min: 0,
    max: 1,
    evidence: "E4-008, E4-012, E7-002; 0.0046 × 0.85",
    range: { percent: 20 },
    firstOrder: {
      measure: "workforce.turnoverPercent",
      sign: 1,
      // 0.6 in a hundred more each week are 32 a year.
      trial: { to: 0.01, least: 10, free: ["matching"] },
    },
  }),
  moveElasticity: number({
    kind: "behaviour",
    label: "Pay and moves within care",
    unit: "power of own over mean wage",
    sentence: "How much lower pay than other care employers raises moves.",
    default: 0.5,
    min: 0,
    max: 20,
    evidence: "E7-002, E7-003; size an assumption",
    range: [0.3, 0.8],
    firstOrder: {
      measure: "workforce.movesWithinCare",
      sign: 1,
      // Pay a tenth under the mean makes moves eight times likelier: for a third of workers, of one move a week.
      trial: { to: 20, least: 0.3, given: { "size.scale": 0.1, "labour.openingWageSpread": 0.15 }, free: ["matching"] },
    },
  }),
  churnByAgencies: number({
    kind: "behaviour",
    label: "Framework members and moves within care",
    unit: "power of framework members over those of the start",
    sentence: "How much more workers move between providers where the council contracts with more of them.",
    default: 0,
    min: 0,
    max: 3,
    evidence: "E8-021, NAO 15 (councils consolidate to limit such moves); no size is known, assumption",
    range: [0, 0.6],
    firstOrder: {
      measure: "workforce.turnoverPercent",
      sign: 1,
      // All agencies are members, and in April those that opened too: one more than five at least. Cubed, that is more than
      // half as many moves again, of some 20 % a year: ten points from April on.
      trial: {
        to: 3,
        least: 5,
        given: {
          "framework.providers": 10_000,
          "providers.entryRate": 0.2,
          "providers.entryMarginEffect": 0,
          "providers.closureBase": 0,
        },
        free: ["prices", "matching"],
      },
    },
  }),
  leavePerWeek: number({
    kind: "behaviour",
    label: "Workers who leave care",
    unit: "share of workers per week",
    sentence: "Workers who leave care altogether when pay is 0.95 of the outside wage.",
    default: 0.00204,
    min: 0,
    max: 1,
    evidence: "E4-012; 0.0024 × 0.85",
    range: { percent: 20 },
    firstOrder: {
      measure: "workforce.turnoverPercent",
      sign: 1,
      // 0.4 in a hundred more each week are 20 a year.
      trial: { to: 0.006, least: 8, free: ["matching"] },
    },
  }),
  leaveElasticity: number({
    kind: "behaviour",
    label: "Pay and leaving care",
    unit: "power of own over outside wage",
    sentence: "How much better outside pay raises leaving.",
    default: 1.5,
    min: 0,
    max: 20,
    evidence: "E7-001 (sector elasticity 5 with job-seekers); how it parts an assumption",
    range: [1, 2],
    firstOrder: {
      measure: "workforce.leaversFromCare",
      sign: 1,
      // At 0.84 of pay outside leaving is four times likelier.
      trial: { to: 10, least: 0.1, given: { "labour.outsideWage": 1.3 }, free: ["matching"] },
    },
  }),
  zeroHoursEffect: number({
    kind: "behaviour",
    label: "Zero-hours contracts and quitting",
    unit: "logarithm per unit of zero-hours share",
    sentence: "How much insecure hours raise quits.",
    default: 0.4,
    min: 0,
    max: 5,
    evidence: "E4-023, E4-024; size an assumption",
    range: [0.2, 0.8],
    firstOrder: {
      measure: "workforce.turnoverPercent",
      sign: 1,
      // A quarter over the half: exp(1.15) times 42 %.
      trial: {
        to: 5,
        least: 10,
        given: { "labour.zeroHoursLeast": 0.5, "labour.zeroHoursSpan": 0.5 },
        free: ["matching"],
      },
    },
  }),
  overtimeEffect: number({
    kind: "behaviour",
    label: "Overtime and quitting",
    unit: "logarithm per unit of overtime share",
    sentence: "How much the strain of covering vacancies raises quits.",
    default: 0.6,
    min: 0,
    max: 5,
    evidence: "assumption",
    range: [0.3, 1.2],
    firstOrder: {
      measure: "workforce.turnoverPercent",
      sign: 1,
      // Overtime of a twentieth raises quits by a quarter while posts are filled.
      trial: { to: 5, least: 1, given: { "labour.openingSlack": 0.85 }, free: ["matching"] },
    },
  }),
  newStarterRatio: number({
    kind: "behaviour",
    label: "Quits in the first half-year",
    unit: "ratio",
    sentence: "How much likelier a new worker is to quit.",
    default: 1.8,
    min: 1,
    max: 10,
    evidence: "E4-013; size an assumption",
    range: [1.5, 2.5],
    firstOrder: {
      measure: "workforce.turnoverPercent",
      sign: 1,
      // A quarter of workers are new, and quit 1.8 times as often: five points.
      trial: { to: 1, least: 2, free: ["matching"] },
    },
  }),
  outsideWage: number({
    kind: "world",
    label: "Pay outside care",
    unit: "ratio to the legal wage floor",
    sentence: "What shops and warehouses pay over the wage floor; it moves with the floor.",
    default: 1.08,
    min: 0.5,
    max: 5,
    evidence: "assumption",
    range: [1.04, 1.12],
    firstOrder: {
      measure: "workforce.vacancyPercent",
      sign: 1,
      // A third more leave and half as many come.
      trial: { to: 1.3, least: 1, free: ["matching"] },
    },
  }),
  seekersFromOutside: number({
    kind: "world",
    label: "New job-seekers",
    unit: "people per week at the size of the mean council",
    sentence: "People from outside care who look for a care job when care pays as it did at the start.",
    default: 6.8,
    min: 0,
    max: 10_000,
    evidence: "E4-014, E4-039: 5.5 for agencies, the rest for assistants' posts filled from care; size an assumption",
    range: { percent: 20 },
    firstOrder: {
      measure: "workforce.vacancyPercent",
      sign: -1,
      // 1.5 fewer come each week to some 430 posts.
      trial: { to: 1, least: 2, free: ["matching"] },
    },
  }),
  seekerElasticity: number({
    kind: "behaviour",
    label: "Pay and job-seekers",
    unit: "power of care pay over outside pay",
    sentence: "How strongly better care pay draws people in.",
    default: 3.5,
    min: 0,
    max: 20,
    evidence: "E7-001 (sector elasticity 5 with leaving); how it parts an assumption",
    range: [2.5, 4.5],
    firstOrder: {
      measure: "workforce.seekers",
      sign: 1,
      // Pay a fifth better from April draws nine instead of two times 0.2 a week.
      trial: {
        to: 12,
        least: 0.5,
        given: { "labour.yearlyRise": 0.2, "providers.squeezePremium": 0 },
        free: ["prices", "matching"],
      },
    },
  }),
  matching: number({
    kind: "behaviour",
    label: "Ease of hiring",
    unit: "hires per root of seekers times vacancies",
    sentence: "How quickly seekers and vacancies meet in a week.",
    default: 0.153,
    min: 0,
    max: 1,
    evidence: "E4-006, E4-014; size an assumption",
    range: { percent: 20 },
    firstOrder: {
      measure: "workforce.vacancyPercent",
      sign: -1,
      // A fifth of the hires that replace a third of the workers a year.
      trial: { to: 0.03, least: 2, free: ["matching"] },
    },
  }),
  dropOut: number({
    kind: "behaviour",
    label: "Job-seekers who give up",
    unit: "share per week",
    sentence: "Seekers who stop looking for care work.",
    default: 0.04,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.02, 0.06],
    firstOrder: {
      measure: "workforce.seekers",
      sign: -1,
      // Of the one or two who look in a small council, most give up within two weeks.
      trial: { to: 0.5, least: 0.5, free: ["matching"] },
    },
  }),
  postsRatio: number({
    kind: "behaviour",
    label: "Posts an agency wants filled",
    unit: "ratio to the hours asked for",
    sentence: "Posts over those that the hours asked for would just fill.",
    default: 1.07,
    min: 1,
    max: 2,
    evidence: "E4-006; size an assumption",
    range: [1.04, 1.1],
    firstOrder: {
      measure: "workforce.vacancyPercent",
      sign: 1,
      // A fifth more posts, half of them filled in the year.
      trial: { to: 1.3, least: 3, free: ["matching"] },
    },
  }),
  ...hoursAndPay,
  ...labourStrain,
  ...offersOfPay,
};
