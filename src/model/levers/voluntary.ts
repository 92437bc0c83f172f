/** Voluntary bodies: what they get, and what they can do without. */
import { number } from "./parameter.ts";

export const voluntary = {
  voluntaryGrants: number({
    kind: "policy",
    label: "Grants to voluntary bodies",
    unit: "GBP million a year at the size of the mean council",
    sentence:
      "What the council gives to voluntary bodies that run community options, at prices of the start; it is part of " +
      "other spending at the opening and is cut with it.",
    default: 1,
    min: 0,
    max: 1000,
    evidence:
      "NAO 14 (relies on such services being available and adequately funded); assumption, of £20m of other spending",
    range: [0.5, 2],
    firstOrder: {
      measure: "people.communityOptions",
      sign: 1,
      // Without grants two fifths of the places are left, and in a small council some five people use nearly all of them.
      trial: { to: 0, least: 1.5, given: { "council.voluntaryRoom": 1.05 }, free: ["matching"] },
    },
  }),
  voluntaryRoom: number({
    kind: "size",
    label: "Room in community options",
    unit: "ratio to the care they give at the start",
    sentence: "How much care community options could give at the start, over what they are asked for.",
    default: 2,
    min: 0,
    max: 100,
    evidence: "E8-028 (700 options in one directory: many more than are used); size an assumption",
    range: [1.2, 3],
  }),
  voluntaryHours: number({
    kind: "behaviour",
    label: "Care of a voluntary option in place of a day service",
    unit: "share of the day service's hours",
    sentence: "How much of the hours at a day service a voluntary option gives that the council finds in its place.",
    default: 0.75,
    min: 0,
    max: 1,
    evidence: "NAO 14 (meet a need more cheaply, social activities among them); size an assumption",
    range: [0.5, 1],
    firstOrder: {
      measure: "hours.delivered",
      sign: 1,
      trial: {
        to: 0.25,
        least: 1,
        given: { "council.grantChange": 0.8, "council.substitutionCap": 1, "council.voluntaryRoom": 50 },
        free: ["matching"],
      },
    },
  }),
  volunteersShare: number({
    kind: "behaviour",
    label: "Places that volunteers keep up alone",
    unit: "share of places",
    sentence: "The part of community options' places that does not hang on grants.",
    default: 0.4,
    min: 0,
    max: 1,
    evidence: "SCIE (their market position is difficult to maintain); size an assumption",
    range: [0.2, 0.6],
    firstOrder: {
      measure: "providers.communityUsedPercent",
      sign: -1,
      // Where April takes all grants two fifths of the places are left, and all are taken; volunteers alone keep up twice as many.
      trial: { to: 1, least: 15, given: { "council.grantChange": 0.6, "council.otherCutCap": 1 } },
    },
  }),
};
