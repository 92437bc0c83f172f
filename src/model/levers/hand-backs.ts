/** When agencies hand packages back to the council, and how long they then go on. */
import { number } from "./parameter.ts";

export const handBacks = {
  handBackLossWeeks: number({
    kind: "behaviour",
    label: "Loss before a hand-back",
    unit: "weeks of a package's revenue lost in 26 weeks",
    sentence: "A package is handed back when half a year of it would lose more than this.",
    default: 2,
    min: 0,
    max: 26,
    evidence: "assumption",
    range: [1, 6],
    firstOrder: {
      measure: "providers.handBacks",
      sign: -1,
      // Two weeks in 26 are 8 % of the fee, and packages' costs lie evenly over 36 %: a fifth of some 60, once.
      trial: { to: 0, least: 0.1, given: { "framework.openingFee": 11 }, free: ["matching"] },
    },
  }),
  handBackShare: number({
    kind: "behaviour",
    label: "Most handed back at once",
    unit: "share of the book per four weeks",
    sentence: "The largest part of its packages that an agency hands back in four weeks.",
    default: 0.1,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.05, 0.2],
    firstOrder: {
      measure: "providers.handBacks",
      sign: 1,
      // Where nothing could be handed back, every package that loses too much is, a tenth of the book at a time.
      trial: {
        to: 0.1,
        least: 0.1,
        given: { "framework.openingFee": 10.5, "providers.handBackShare": 0 },
        free: ["matching"],
      },
    },
  }),
  noticeWeeks: number({
    kind: "policy",
    label: "Notice of a hand-back",
    unit: "weeks",
    sentence: "Weeks between giving notice of a package and leaving it.",
    default: 4,
    min: 0,
    max: 26,
    integer: true,
    evidence: "assumption: 28 days in standard contracts",
    range: [2, 8],
    firstOrder: {
      measure: "unmet.hours",
      sign: -1,
      // A third of a package a week, whom nobody takes over, goes without four weeks sooner: thirteen hours.
      trial: {
        to: 0,
        least: 5,
        given: {
          "size.scale": 0.1,
          "framework.openingFee": 10.5,
          "providers.handBackLossWeeks": 0,
          "providers.closureBase": 0,
          "providers.overdraftWeeks": 52,
        },
        free: ["matching"],
      },
    },
  }),
};
