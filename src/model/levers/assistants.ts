/** Personal assistants whom holders of a direct payment employ: how they are found, checked and replaced. */
import { number } from "./parameter.ts";

export const assistants = {
  friendsShare: number({
    kind: "world",
    label: "Assistants who are friends or family",
    unit: "share of recruitments",
    sentence: "Recruitments that end quickly because the assistant is already known.",
    default: 0.4,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.3, 0.55],
    firstOrder: {
      measure: "workforce.personalAssistants",
      sign: 1,
      // Of twenty posts that fall vacant in a year, twelve are filled ten weeks sooner.
      trial: { to: 1, least: 0.2, given: { "directPayment.assistantQuitPerYear": 1 }, free: ["matching"] },
    },
  }),
  assistantsFromCare: number({
    kind: "world",
    label: "Assistants who come from care jobs",
    unit: "share of recruitments among strangers",
    sentence:
      "Of assistants not known before, those who were looking for a job in care; the others come from elsewhere.",
    default: 0.5,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.3, 0.7],
    firstOrder: {
      measure: "workforce.intoAssistantWork",
      sign: 1,
      // Of twelve strangers engaged in a year six more look for a job in care, half of whom come from it.
      trial: { to: 1, least: 0.02, given: { "directPayment.assistantQuitPerYear": 1 }, free: ["matching"] },
    },
  }),
  friendsWeeks: number({
    kind: "world",
    label: "Weeks to engage a friend or relative",
    unit: "weeks",
    sentence: "Mean weeks to engage somebody already known.",
    default: 2,
    min: 1,
    max: 104,
    evidence: "assumption",
    range: [1, 4],
    firstOrder: {
      measure: "workforce.personalAssistants",
      sign: -1,
      // Of twenty posts that fall vacant in a year, eight stay so for most of what is left of it.
      trial: { to: 52, least: 0.8, given: { "directPayment.assistantQuitPerYear": 1 }, free: ["matching"] },
    },
  }),
  recruitmentWeeks: number({
    kind: "world",
    label: "Weeks to recruit a personal assistant",
    unit: "weeks",
    sentence: "Mean weeks to recruit somebody not known before.",
    default: 12,
    min: 1,
    max: 104,
    evidence: "E4-039 (8 % of posts vacant at 20 weeks); size an assumption",
    range: [8, 20],
    firstOrder: {
      measure: "workforce.personalAssistants",
      sign: -1,
      // Twelve of twenty posts stay vacant for months longer.
      trial: { to: 52, least: 0.8, given: { "directPayment.assistantQuitPerYear": 1 }, free: ["matching"] },
    },
  }),
  assistantQuitPerYear: number({
    kind: "behaviour",
    label: "Assistants who leave",
    unit: "share a year",
    sentence: "Turnover of personal assistants.",
    default: 0.18,
    min: 0,
    max: 5,
    evidence: "E4-039 (2021); the level before an assumption",
    range: [0.15, 0.21],
    firstOrder: {
      measure: "workforce.personalAssistants",
      sign: -1,
      // Twenty more posts fall vacant, for eight weeks each.
      trial: { to: 1, least: 0.8, free: ["matching"] },
    },
  }),
  assistantAbsence: number({
    kind: "world",
    label: "Absence of assistants",
    unit: "share of weeks",
    sentence: "Weeks in which an assistant is away and nobody stands in.",
    default: 0.03,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.02, 0.05],
    firstOrder: {
      measure: "unmet.hoursPercent",
      sign: 1,
      // Assistants give a sixth of funded hours.
      trial: { to: 0.2, least: 1 },
    },
  }),
  workerChecks: number({
    kind: "policy",
    label: "Assistants who are checked",
    unit: "share of strangers engaged",
    sentence: "Assistants not known before whose criminal record is checked; agencies must check all of theirs.",
    default: 0.52,
    min: 0,
    max: 1,
    evidence: "assumption: 48 % of employers checked nobody they did not know (Skills for Care, June 2008)",
    range: [0.4, 0.8],
    firstOrder: {
      measure: "safety.assistantsCheckedPercent",
      sign: 1,
      // Quits of one a year make new about half of all posts in the year's mean; checked strangers go from half to all.
      trial: { to: 1, least: 4, given: { "directPayment.assistantQuitPerYear": 1 }, free: ["matching"] },
    },
  }),
  friendChecks: number({
    kind: "behaviour",
    label: "Friends and relatives who are checked",
    unit: "ratio to strangers",
    sentence: "How often an employer has a friend or relative checked, over how often a stranger.",
    default: 0.4,
    min: 0,
    max: 1,
    evidence: "E8-033 (APSE: friends or relatives employed without checks); size an assumption",
    range: [0.1, 0.7],
    firstOrder: {
      measure: "safety.assistantsCheckedPercent",
      sign: 1,
      trial: { to: 1, least: 2, given: { "directPayment.assistantQuitPerYear": 1 }, free: ["matching"] },
    },
  }),
  checkCost: number({
    kind: "world",
    label: "Cost of a check",
    unit: "GBP per check",
    sentence: "What the council pays for one check of an assistant, at prices of the start.",
    default: 50,
    min: 0,
    max: 10_000,
    evidence: "assumption: the fee of an enhanced check and its handling",
    range: [40, 65],
    firstOrder: {
      measure: "tradeOff.extraCostPerHolder",
      sign: 1,
      // Half of the holders employ two, who change once a year; a third of the new ones are checked: £6 a holder a week.
      trial: { to: 1000, least: 1, given: { "directPayment.assistantQuitPerYear": 1 }, free: ["matching"] },
    },
  }),
  absenceCover: number({
    kind: "policy",
    label: "Cover for absent assistants",
    unit: "share of absences",
    sentence: "Absences for which the support service sends a relief assistant.",
    default: 0,
    min: 0,
    max: 1,
    evidence: "assumption: E8-026 (82 % of authorities report gaps in support), so none at first",
    range: [0, 0.5],
    firstOrder: {
      measure: "unmet.hoursPercent",
      sign: -1,
      // Assistants give a sixth of funded hours; a fifth of that would be missed.
      trial: { to: 1, least: 1, given: { "directPayment.assistantAbsence": 0.2 } },
    },
  }),
  coverCost: number({
    kind: "world",
    label: "Cost of relief assistants",
    unit: "GBP per covered hour",
    sentence:
      "What the council pays for keeping relief assistants ready, at prices of the start; their pay comes from the direct payment.",
    default: 6,
    min: 0,
    max: 1000,
    evidence: "assumption: retainers and rotas at half an assistant's pay",
    range: [3, 10],
    firstOrder: {
      measure: "tradeOff.extraCostPerHolder",
      sign: 1,
      // Eleven assistant hours a holder, a fifth of them covered, £24 an hour more.
      trial: {
        to: 30,
        least: 10,
        given: { "directPayment.assistantAbsence": 0.2, "directPayment.absenceCover": 1 },
      },
    },
  }),
};
