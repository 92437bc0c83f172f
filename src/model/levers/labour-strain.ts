/** What wears care workers out and draws them away, besides pay. */
import { number } from "./parameter.ts";

export const labourStrain = {
  unpaidTravelEffect: number({
    kind: "behaviour",
    label: "Unpaid travel and quitting",
    unit: "logarithm per unit of unpaid travel over contact time",
    sentence: "How much more workers quit where more of the time between visits is unpaid.",
    default: 0.8,
    min: 0,
    max: 10,
    evidence:
      "E4-031, E7-002 (0.1 of unpaid time is a tenth off hourly pay, at an elasticity of 0.8); size an assumption",
    range: [0, 1.6],
    firstOrder: {
      measure: "workforce.turnoverPercent",
      sign: 1,
      trial: { to: 8, least: 1, given: { "wages.paidTravelShare": 0 }, free: ["matching"] },
    },
  }),
  zeroHoursResponse: number({
    kind: "behaviour",
    label: "Uncertain hours and zero-hours contracts",
    unit: "share of workers per unit of swing in hours",
    sentence: "How far an agency whose hours swing more than a tenth takes guaranteed hours away.",
    default: 0,
    min: 0,
    max: 5,
    evidence: "E4-023, E4-024; size an assumption",
    range: [0, 1],
    firstOrder: {
      measure: "workforce.zeroHoursPercent",
      sign: 1,
      trial: { to: 3, least: 1, free: ["prices", "matching"] },
    },
  }),
  strainSickness: number({
    kind: "behaviour",
    label: "Strain and sickness",
    unit: "share of attendance lost per unit of overtime",
    sentence: "How much more workers are away sick where they have covered gaps beyond their usual hours.",
    default: 0,
    min: 0,
    max: 1,
    evidence: "assumption: no source for its size, so none unless asked for",
    range: [0, 0.5],
    firstOrder: {
      measure: "workforce.attendancePercent",
      sign: -1,
      // With a tenth too few workers, overtime stands at a tenth: half of that is lost of 87 %.
      trial: { to: 0.5, least: 1, given: { "labour.openingSlack": 0.85 } },
    },
  }),
  assistantPull: number({
    kind: "behaviour",
    label: "Care workers drawn to assistants' posts",
    unit: "share of strangers recruited per unit of the logarithm of assistants' over agencies' pay",
    sentence: "How many assistants not known before leave an agency's job for the post, because it pays better.",
    default: 0,
    min: 0,
    max: 20,
    evidence: "E8-025, E7-002; no source for its size, so none unless asked for; size an assumption",
    range: [0, 3],
    firstOrder: {
      measure: "workforce.turnoverPercent",
      sign: 1,
      // Some 40 recruited a year for each 400 workers, half of them strangers, all drawn: five points.
      trial: { to: 20, least: 1, free: ["matching"] },
    },
  }),
};
