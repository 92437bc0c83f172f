/** The council-tax precept for adult social care: what the law allows, and how much of it the council raises. */
import { number } from "./parameter.ts";

export const precept = {
  preceptUse: number({
    kind: "policy",
    label: "Use of the precept",
    unit: "share of the year's limit, or -1 for the council's path",
    sentence: "How much of the precept that the law allows the council raises each April; at -1 its path says.",
    default: -1,
    min: -1,
    max: 1,
    evidence: "E1-020: Devon used all of it",
    firstOrder: {
      measure: "council.preceptIncome",
      sign: 1,
      trial: { to: 1, least: 0.065, given: { "council.preceptLimit": 0.02 } },
    },
  }),
  preceptLimit: number({
    kind: "world",
    label: "Legal limit of the precept",
    unit: "share of council tax added that April",
    sentence: "The most that the law lets a council add in an April for adult social care without a referendum.",
    default: {
      "2010-04-01": 0,
      "2016-04-01": 0.02,
      "2017-04-01": 0.03,
      "2019-04-01": 0.02,
      "2020-04-01": 0.02,
      "2021-04-01": 0.03,
      "2022-04-01": 0.01,
      "2023-04-01": 0.02,
    },
    min: 0,
    max: 0.2,
    evidence: "E1-008 to E1-017; 2 % in 2019-20 is recalled, where E1-011 says the balance of the total",
    firstOrder: {
      measure: "council.preceptIncome",
      sign: 1,
      trial: { to: 0.02, least: 0.065, given: { "council.precept": 0.05 } },
    },
  }),
  preceptTotal: number({
    kind: "world",
    label: "Legal limit of the precept over a settlement",
    unit: "share of council tax; 1 is none",
    sentence: "The most that may be added over all Aprils while this limit is in force.",
    default: { "2010-04-01": 1, "2017-04-01": 0.06, "2020-04-01": 1 },
    min: 0,
    max: 1,
    evidence: "E1-009, E1-010, E1-011",
    firstOrder: {
      measure: "council.preceptIncome",
      sign: 1,
      trial: {
        to: 0.02,
        least: 0.065,
        given: { "council.precept": 0.05, "council.preceptLimit": 0.05, "council.preceptTotal": 0 },
      },
    },
  }),
};
