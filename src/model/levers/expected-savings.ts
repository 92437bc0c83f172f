/** What the finance director expects of each measure of the plan, and what reserves are for. */
import { number } from "./parameter.ts";

export const expectedSavings = {
  careShareOfSpend: number({
    kind: "world",
    label: "Spending that follows the cost of care",
    unit: "share of gross spending",
    sentence: "How much of the council's spending rises with the cost of care and not with prices.",
    default: 0.77,
    min: 0,
    max: 1,
    evidence: "assumption: £86m of £112m, from the opening stocks",
    range: [0.7, 0.84],
    firstOrder: {
      measure: "council.gapPercent",
      sign: 1,
      // In April 2016 care costs 7 % more: 0.77 of that, for half of two years.
      trial: { to: 0, least: 1, years: 2 },
    },
  }),
  homeCareShareOfCare: number({
    kind: "world",
    label: "Home care in that spending",
    unit: "share",
    sentence: "How much of the spending that follows the cost of care follows the framework fee.",
    default: 0.27,
    min: 0,
    max: 1,
    evidence: "assumption: £23m of £86m, from the opening stocks",
    range: [0.22, 0.32],
    firstOrder: {
      measure: "savings.expected.fees",
      sign: 1,
      // 0.73 of 7 % of 2.5 million in April 2016, for half of two years.
      trial: { to: 1, least: 0.02, given: { "framework.feePassThrough": 0, "framework.gapEffect": 0 }, years: 2 },
    },
  }),
  expectedOfPush: number({
    kind: "behaviour",
    label: "Expected of pressing direct payments",
    unit: "share of community spending per unit of log-odds",
    sentence: "What the council's plan expects to save when it presses people to take direct payments.",
    default: 0.12,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0, 0.2],
    firstOrder: {
      measure: "savings.expected.push",
      sign: 1,
      // Twice what a step of 0.08 was expected to save of 1.3 million: 0.012.
      trial: { to: 0.24, least: 0.006, given: { "council.grantChange": 0.8 } },
    },
  }),
  expectedOfRecognition: number({
    kind: "behaviour",
    label: "Expected of tighter reviews",
    unit: "share of community spending",
    sentence: "What the plan expects to save if reviews recognised nothing of grown need.",
    default: 0.03,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.01, 0.05],
    firstOrder: {
      measure: "savings.expected.reviews",
      sign: 1,
      // Ten times what a step of 0.08 was expected to save of 1.3 million: 0.028.
      trial: { to: 0.3, least: 0.012, given: { "council.grantChange": 0.8 } },
    },
  }),
  expectedOfEligibility: number({
    kind: "behaviour",
    label: "Expected of tighter eligibility",
    unit: "share of community spending",
    sentence:
      "What the plan expects to save if nobody were found eligible: the least in need, who go first, cost half the mean.",
    default: 0.5,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.3, 0.7],
    firstOrder: {
      measure: "savings.expected.eligibility",
      sign: 1,
      // Twice what a step of 0.03 was expected to save of 1.3 million: 0.02.
      trial: { to: 1, least: 0.008, given: { "council.grantChange": 0.8 } },
    },
  }),
  expectedOfPlaces: number({
    kind: "behaviour",
    label: "Expected of fewer places",
    unit: "share of spending on home care",
    sentence: "What the plan expects to save by larger volumes if the framework had no places.",
    default: 0.05,
    min: 0,
    max: 1,
    evidence: "E8-016, E8-021; size an assumption",
    range: [0.02, 0.1],
    firstOrder: {
      measure: "savings.expected.consolidation",
      sign: 1,
      // 0.15 of 0.2 of 0.66 million.
      trial: {
        to: 0.2,
        least: 0.01,
        given: { "council.grantChange": 0.8, "council.consolidationCap": 0.2, "framework.tenderYears": 1 },
      },
    },
  }),
  expectedOfWeekKept: number({
    kind: "behaviour",
    label: "Expected of a faster claw-back",
    unit: "share of a week's direct payments",
    sentence: "What the plan expects to take back, once, for each week fewer that holders may keep.",
    default: 0.25,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.1, 0.4],
    firstOrder: {
      measure: "savings.expected.clawBack",
      sign: 1,
      // Four weeks of £4,000, of which three quarters more: £12,000.
      trial: { to: 1, least: 0.002, given: { "council.grantChange": 0.8, "council.clawBackCap": 4 } },
    },
  }),
  leastWeeksKept: number({
    kind: "policy",
    label: "Weeks that a claw-back leaves",
    unit: "weeks of direct payments",
    sentence: "However fast the claw-back, holders keep so many weeks to pay for care.",
    default: 4,
    min: 0,
    max: 52,
    evidence: "assumption: NAO 14",
    range: [2, 6],
    firstOrder: {
      measure: "savings.expected.clawBack",
      sign: -1,
      // No week can go instead of four of £4,000, a quarter each.
      trial: { to: 8, least: 0.002, given: { "council.grantChange": 0.8, "council.clawBackCap": 8 } },
    },
  }),
  reserveYears: number({
    kind: "policy",
    label: "Years over which reserves are spread",
    unit: "years",
    sentence: "Reserves above their minimum carry gaps, or are built up, over so many years.",
    default: 3,
    min: 1,
    max: 20,
    evidence: "assumption",
    range: [2, 5],
    firstOrder: {
      measure: "savings.expected.reserves",
      sign: -1,
      // Half a million over the minimum, from a third of it to a twentieth.
      trial: { to: 20, least: 0.06, given: { "council.grantChange": 0.8, "council.openingReserves": 30 } },
    },
  }),
  wantedReserves: number({
    kind: "policy",
    label: "Reserves that are wanted",
    unit: "ratio to the least reserves",
    sentence: "What a council that builds up its reserves wants of them.",
    default: 2,
    min: 0,
    max: 20,
    evidence: "assumption",
    range: [1.5, 3],
    firstOrder: {
      measure: "savings.expected.other",
      sign: 1,
      // Twenty times 0.14 million, a third of it a year, is more than other spending comes to.
      trial: { to: 20, least: 0.15, given: { "council.reservesPolicy": "build up", "council.otherCutCap": 1 } },
    },
  }),
};
