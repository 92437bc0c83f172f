/** Who tells people what support there is, and what becomes of those who do not find out. */
import { number } from "./parameter.ts";

const HARD = "people.informationHardPercent";

export const information = {
  voluntaryAdvice: number({
    kind: "world",
    label: "Advice by voluntary bodies",
    unit: "share of people, at the grants of the opening",
    sentence: "People whom voluntary bodies tell what support there is; as grants are cut there are fewer.",
    default: 0.45,
    min: 0,
    max: 1,
    evidence: "E8-009, NAO 14; assumption: with staff and directories it leaves the 26 % who found it hard",
    range: [0.3, 0.6],
    firstOrder: { measure: HARD, sign: -1, trial: { to: 0, least: 5 } },
  }),
  staffAdvice: number({
    kind: "world",
    label: "Advice at an assessment or review",
    unit: "share of people seen in the last year",
    sentence: "People to whom the council's staff explain what support there is when they see them.",
    default: 0.3,
    min: 0,
    max: 1,
    evidence: "E8-009, NAO 16 (front-line staff lack capacity for support and review); size an assumption",
    range: [0.15, 0.5],
    firstOrder: { measure: HARD, sign: -1, trial: { to: 0, least: 3 } },
  }),
  knownWhenHard: number({
    kind: "behaviour",
    label: "Options known to people who find information hard to get",
    unit: "ratio to what others know of",
    sentence: "How many of the options that others have heard of are known to people who find information hard to get.",
    default: 0.15,
    min: 0,
    max: 1,
    evidence: "E8-009; size an assumption",
    range: [0.05, 0.4],
    firstOrder: {
      measure: "people.fewOptionsPercent",
      sign: -1,
      trial: {
        to: 1,
        least: 5,
        given: { "information.voluntaryAdvice": 0, "information.staffAdvice": 0 },
        free: ["matching"],
      },
    },
  }),
  paymentEffect: number({
    kind: "behaviour",
    label: "Information and direct payments",
    unit: "logarithm of the odds",
    sentence: "How much less often people who find information hard to get take a direct payment.",
    default: 0.7,
    min: 0,
    max: 20,
    evidence: "E8-013 (without support and information a budget may not benefit its user); assumption: half the odds",
    range: [0.3, 1.2],
    firstOrder: {
      measure: "people.directPayment",
      sign: -1,
      trial: {
        to: 5,
        least: 0.3,
        given: { "information.voluntaryAdvice": 0, "information.staffAdvice": 0, "route.directPaymentShare": 0.5 },
        free: ["matching"],
      },
    },
  }),
  toldWeeks: number({
    kind: "behaviour",
    label: "Weeks until somebody is told",
    unit: "weeks",
    sentence: "Weeks of looking in vain after which somebody has asked and been told.",
    default: 4,
    min: 0,
    max: 104,
    integer: true,
    evidence: "assumption",
    range: [2, 8],
    firstOrder: {
      measure: "people.fewOptionsPercent",
      sign: 1,
      // Three in five find it hard and know of hardly any; told at once, half of these know of two.
      trial: {
        to: 0,
        least: 3,
        given: { "information.voluntaryAdvice": 0, "information.staffAdvice": 0 },
        free: ["matching"],
      },
    },
  }),
};
