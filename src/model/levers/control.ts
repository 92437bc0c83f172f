/** What lets people decide for themselves, and how much work that is: one set of numbers for everybody. */
import { number } from "./parameter.ts";

export const control = {
  leastControl: number({
    kind: "behaviour",
    label: "Control that anyone has",
    unit: "share of full control",
    sentence: "Control over daily life of somebody with no say in their care.",
    default: 0.2,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.1, 0.3],
    firstOrder: {
      measure: "outcomes.qualityOfLife",
      sign: 1,
      // 0.4 of four points, three quarters of the way in the year's mean.
      trial: { to: 0.6, least: 0.5 },
    },
  }),
  choiceControl: number({
    kind: "behaviour",
    label: "Control by choice in arranged care",
    unit: "share of full control",
    sentence: "What it adds to control over care that the council arranges when enough suppliers are on its framework.",
    default: 0.2,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.1, 0.3],
    firstOrder: {
      measure: "outcomes.qualityOfLife",
      sign: 1,
      // 0.6 of four points, a third of enough choice, for three quarters of people.
      trial: { to: 0.8, least: 0.15 },
    },
  }),
  chosenControl: number({
    kind: "behaviour",
    label: "Control by having chosen",
    unit: "share of full control",
    sentence: "What it adds to control to have chosen the agency oneself among enough of them.",
    default: 0.2,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.1, 0.3],
    firstOrder: {
      measure: "outcomes.qualityOfLife",
      sign: 1,
      // 0.8 of four points, three of five agencies, for a fifteenth of people in the year's mean.
      trial: {
        to: 1,
        least: 0.03,
        given: { "framework.choiceShare": 1, "size.agencies": 400, "framework.providers": 400 },
        free: ["matching"],
      },
    },
  }),
  directingControl: number({
    kind: "behaviour",
    label: "Control by directing visits",
    unit: "share of full control",
    sentence: "What it adds to control to direct one's own visits, as far as one can.",
    default: 0.2,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.1, 0.3],
    firstOrder: {
      measure: "outcomes.qualityOfLife",
      sign: 1,
      // 0.8 of four points, half able, for two fifths of people.
      trial: {
        to: 1,
        least: 0.15,
        given: { "framework.contractForm": "user-directed", "framework.electronicMonitoring": 1 },
      },
    },
  }),
  budgetControl: number({
    kind: "behaviour",
    label: "Control by holding the budget",
    unit: "share of full control",
    sentence:
      "What holding the money, the council's or one's own, adds to control for somebody able and supported, with enough suppliers.",
    default: 0.8,
    min: 0,
    max: 1,
    evidence: "assumption: with the least that anyone has, full control",
    range: [0.6, 0.8],
    firstOrder: {
      measure: "outcomes.qualityOfLife.holders",
      sign: 1,
      // 0.8 of four points, half able, half supported, with half of enough suppliers.
      trial: { to: 0, least: 0.1 },
    },
  }),
  enoughChoice: number({
    kind: "behaviour",
    label: "Suppliers that are enough",
    unit: "suppliers",
    sentence: "Choice no longer grows beyond this many suppliers.",
    default: 5,
    min: 1,
    max: 100,
    evidence: "assumption",
    range: [3, 8],
    firstOrder: {
      measure: "outcomes.qualityOfLife",
      sign: -1,
      // Choice is then full: 0.6 of 0.2 of four points for those whose care the council arranges.
      trial: { to: 1, least: 0.12 },
    },
  }),
  otherOptions: number({
    kind: "behaviour",
    label: "What assistants and community options count for",
    unit: "suppliers",
    sentence: "An assistant or a community option counts as this many suppliers besides the agencies.",
    default: 2,
    min: 0,
    max: 100,
    evidence: "assumption",
    range: [1, 3],
    firstOrder: {
      measure: "outcomes.qualityOfLife.holders",
      sign: 1,
      // 0.4 less choice for three fifths of holders: 0.08 of four points.
      trial: { to: 0, least: 0.03 },
    },
  }),
  workAgency: number({
    kind: "behaviour",
    label: "Work of managing an agency",
    unit: "share of a full employer's work",
    sentence: "Work of somebody who arranges an agency with their own budget, statements apart.",
    default: 0.4,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.2, 0.6],
    firstOrder: {
      measure: "outcomes.burdenPercent",
      sign: 1,
      // 0.6 of the work, half unable, half unsupported, for a twelfth of people.
      trial: { to: 1, least: 0.3 },
    },
  }),
  workCommunity: number({
    kind: "behaviour",
    label: "Work of managing a community option",
    unit: "share of a full employer's work",
    sentence: "Work of somebody who arranges a community option with their own budget, statements apart.",
    default: 0.3,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.15, 0.45],
    firstOrder: {
      measure: "outcomes.burdenPercent",
      sign: 1,
      // 0.7 of the work, half unable, half unsupported, for a twentieth of people.
      trial: { to: 1, least: 0.2 },
    },
  }),
  workEmployer: number({
    kind: "behaviour",
    label: "Work of employing assistants",
    unit: "share of a full employer's work",
    sentence: "Work of somebody who employs assistants, statements apart.",
    default: 0.8,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.6, 0.9],
    firstOrder: {
      measure: "outcomes.burdenPercent",
      sign: 1,
      // 0.8 of the work, half unable, half unsupported, for a tenth of people.
      trial: { to: 0, least: 0.5 },
    },
  }),
};
