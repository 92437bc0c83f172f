/** What the council's returns and the yearly survey see. */
import { number } from "./parameter.ts";

export const monitoring = {
  surveySample: number({
    kind: "policy",
    label: "People sent the yearly survey",
    unit: "people",
    sentence: "Served people who are sent the survey each winter.",
    default: 900,
    min: 0,
    max: 1_000_000,
    integer: true,
    evidence: "E5-033; size an assumption",
    range: [700, 1200],
    firstOrder: { measure: "monitoring.answers", sign: 1, trial: { to: 10, least: 0.2 } },
  }),
  responseRate: number({
    kind: "world",
    label: "Response to the survey",
    unit: "share at mean quality of life",
    sentence: "The share of people sent the survey who answer.",
    default: 0.38,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.33, 0.42],
    firstOrder: { measure: "monitoring.answers", sign: 1, trial: { to: 0.9, least: 0.4 } },
  }),
  responseBias: number({
    kind: "world",
    label: "Response and wellbeing",
    unit: "logarithm of the odds per point of quality of life",
    sentence: "How much likelier people who fare better are to answer.",
    default: 0.04,
    min: -1,
    max: 1,
    evidence: "E8-029; size an assumption",
    range: [0, 0.1],
    firstOrder: { measure: "monitoring.qualityOfLife", sign: 1, trial: { to: 0.5, least: 0.3 } },
  }),
  answerError: number({
    kind: "world",
    label: "Error of an answer",
    unit: "points of quality of life (0 to 24)",
    sentence: "Standard deviation of what a person answers around how they fare.",
    default: 1.5,
    min: 0,
    max: 10,
    evidence: "assumption",
    range: [1, 2.5],
    firstOrder: {
      measure: "monitoring.controlPercent",
      sign: -1,
      // Answers ten points around how people fare: 60 instead of 73 %.
      trial: { to: 10, least: 3, given: { "monitoring.surveySample": 1_000_000 } },
    },
  }),
};
