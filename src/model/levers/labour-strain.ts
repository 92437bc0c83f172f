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
      "E4-031, E7-002 (0.1 of unpaid time is a tenth off hourly pay, at an elasticity of 0.8); assumption 0–1.6",
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
    evidence: "E4-023, E4-024; size an assumption 0–1",
    firstOrder: {
      measure: "workforce.zeroHoursPercent",
      sign: 1,
      trial: { to: 3, least: 1, free: ["prices", "matching"] },
    },
  }),
};
