/** How the share found eligible moves with the council's band. */
import { number } from "./parameter.ts";

export const bands = {
  moderateRatio: number({
    kind: "world",
    label: "Eligible at the moderate band",
    unit: "ratio to the substantial band",
    sentence: "How many more of the assessed are found eligible where moderate needs are met.",
    default: 1.25,
    min: 1,
    max: 5,
    evidence: "assumption",
    range: [1.1, 1.4],
    firstOrder: {
      measure: "people.funded",
      sign: 1,
      // A fifth fewer than would be found eligible, at assessments and reviews.
      trial: { to: 1, least: 2, given: { "assessment.threshold": "moderate" }, free: ["matching"] },
    },
  }),
  criticalRatio: number({
    kind: "world",
    label: "Eligible at the critical band",
    unit: "ratio to the substantial band",
    sentence: "How many of the assessed are found eligible where only critical needs are met.",
    default: 0.5,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.35, 0.65],
    firstOrder: {
      measure: "people.funded",
      sign: 1,
      // Twice as many are found eligible.
      trial: { to: 1, least: 4, given: { "assessment.threshold": "critical" }, free: ["matching"] },
    },
  }),
};
