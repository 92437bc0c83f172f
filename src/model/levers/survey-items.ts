/** What people tell a survey, read off their quality of life. */
import { number } from "./parameter.ts";

export const surveyItems = {
  controlOdds: number({
    kind: "world",
    label: "Control, as told at usual quality of life",
    unit: "log-odds",
    sentence:
      "How readily people of usual quality of life say they have as much control over daily life as they want, or enough.",
    default: 1.3,
    min: -10,
    max: 10,
    evidence: "E5-040 (75 % in 2010-11); an assumption at usual quality of life",
    range: [1.1, 1.5],
    firstOrder: {
      measure: "truth.controlPercent",
      sign: 1,
      // From 73 to 88 %.
      trial: { to: 2.3, least: 8 },
    },
  }),
  controlSlope: number({
    kind: "behaviour",
    label: "Quality of life and control, as told",
    unit: "log-odds per point of quality of life",
    sentence: "How much likelier people who fare better are to say that they have control.",
    default: 0.35,
    min: 0,
    max: 5,
    evidence: "assumption",
    range: [0.2, 0.5],
    firstOrder: {
      measure: "truth.controlPercent",
      sign: -1,
      // The better and the worse off then say yes and no: half of each instead of 73 %.
      trial: { to: 2, least: 5 },
    },
  }),
  satisfiedOdds: number({
    kind: "world",
    label: "Satisfaction, as told at usual quality of life",
    unit: "log-odds",
    sentence: "How readily people of usual quality of life say they are extremely or very satisfied.",
    default: 0.55,
    min: -10,
    max: 10,
    evidence: "E5-042 (62 % in 2010-11); an assumption at usual quality of life",
    range: [0.35, 0.75],
    firstOrder: {
      measure: "truth.satisfiedPercent",
      sign: 1,
      // From 60 to 80 %.
      trial: { to: 1.55, least: 8 },
    },
  }),
  satisfiedSlope: number({
    kind: "behaviour",
    label: "Quality of life and satisfaction, as told",
    unit: "log-odds per point of quality of life",
    sentence: "How much likelier people who fare better are to say that they are satisfied.",
    default: 0.3,
    min: 0,
    max: 5,
    evidence: "assumption",
    range: [0.2, 0.5],
    firstOrder: {
      measure: "truth.satisfiedPercent",
      sign: -1,
      // The better and the worse off then say yes and no: half of each instead of 60 %.
      trial: { to: 2, least: 3 },
    },
  }),
};
