/** What an agency gives way on before it fails: the quality of its care, and pay for travel and training. */
import { margins } from "./margins.ts";
import { number } from "./parameter.ts";

export const givingWay = {
  qualityMarginEffect: number({
    kind: "behaviour",
    label: "Margins and quality",
    unit: "standard deviations of quality per unit of margin",
    sentence: "How much quality a firm loses where its margin falls short of what was usual at the opening.",
    default: 3,
    min: 0,
    max: 30,
    evidence: "NAO 15; E3-009 (ratings rose as margins recovered from 2016 to 2018); size an assumption",
    range: [1, 6],
    firstOrder: {
      measure: "providers.quality",
      sign: -1,
      // Pay up by a tenth and fees held cost five points of margin in half a year: 9 × 0.05 × an eighth of the way.
      trial: {
        to: 12,
        least: 0.03,
        given: { "labour.yearlyRise": 0.1, "framework.feePassThrough": 0 },
        free: ["prices"],
      },
    },
  }),
  qualityChurnEffect: number({
    kind: "behaviour",
    label: "Strained staff and quality",
    unit: "standard deviations of quality per unit of turnover, vacancies and overtime together",
    sentence:
      "How much quality suffers as staff change, posts stay empty and hours are stretched beyond the opening's.",
    default: 1,
    min: 0,
    max: 10,
    evidence: "NAO 15 (workers moving between providers destabilise the market); size an assumption",
    range: [0.3, 2],
    firstOrder: {
      measure: "providers.quality",
      sign: -1,
      // Vacancies and overtime of a fifth more, times nine; a quarter of the way in the year's mean.
      trial: { to: 10, least: 0.1, given: { "labour.seekersFromOutside": 0 }, free: ["matching"] },
    },
  }),
  qualityPace: number({
    kind: "behaviour",
    label: "Pace of quality",
    unit: "share of the way per week",
    sentence: "How fast a firm's quality moves to where its bent, margin and staff pull it: half the way in a year.",
    default: 0.0133,
    min: 0,
    max: 1,
    evidence: "assumption: half-life of a year, between half and two",
    range: [0.0066, 0.027],
    firstOrder: {
      measure: "providers.quality",
      sign: -1,
      // Staff pull it down by up to two; at once, and not a quarter of the way in the year's mean.
      trial: {
        to: 0.2,
        least: 0.2,
        given: { "labour.seekersFromOutside": 0, "providers.qualityChurnEffect": 10 },
        free: ["matching"],
      },
    },
  }),
  squeezePremium: number({
    kind: "behaviour",
    label: "Pay over the floor that gives way",
    unit: "share of a rise, and of the least premium, at most",
    sentence:
      "How much of the yearly rise of pay and of its distance from the legal floor an agency under pressure withholds.",
    default: 0.5,
    min: 0,
    max: 1,
    evidence: "E4-016 (the premium fell as the floor rose), NAO 15; size an assumption",
    range: [0.2, 0.8],
    firstOrder: {
      measure: "wages.premiumPercent",
      sign: -1,
      // April's tenth is withheld in full and not by half.
      trial: { to: 1, least: 2, given: { "framework.openingFee": 11, "labour.yearlyRise": 0.1 }, free: ["prices"] },
    },
  }),
  squeezeTravelPay: number({
    kind: "behaviour",
    label: "Travel and training pay that gives way",
    unit: "share of paid travel and of paid training, at most",
    sentence: "How much of what it pays for travel and training an agency under pressure stops paying.",
    default: 0.4,
    min: 0,
    max: 1,
    evidence: "E4-031 (three in four unpaid for travel in 2023), E4-032; size an assumption",
    range: [0.2, 0.6],
    firstOrder: {
      measure: "providers.travelPaidPercent",
      sign: -1,
      // 0.35 × 0.6 of paid travel, where half the market is pressed, half of the way in the year's mean.
      trial: { to: 1, least: 4, given: { "framework.feeChange": 0.85 }, free: ["prices"] },
    },
  }),
  ...margins,
};
