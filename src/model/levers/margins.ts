/** Margins as far as they count: for closures, for quality, for the owner's drawings. */
import { number } from "./parameter.ts";

export const margins = {
  closingWorstMargin: number({
    kind: "behaviour",
    label: "Worst margin for closures",
    unit: "share of revenue",
    sentence: "Margins under this make closures no likelier.",
    default: -0.06,
    min: -1,
    max: 0,
    evidence: "assumption: settled on trial runs",
    range: [-0.08, -0.04],
    firstOrder: {
      measure: "providers.stopped",
      sign: -1,
      // Margins of -0.15 or less would count in full: six times likelier than at -0.06.
      trial: {
        to: -1,
        least: 0.03,
        given: {
          "framework.openingFee": 10,
          "providers.closureMarginEffect": 20,
          "providers.closureCap": 0.5,
          "size.agencies": 400,
        },
        free: ["matching"],
      },
    },
  }),
  closingBestMargin: number({
    kind: "behaviour",
    label: "Best margin for closures",
    unit: "share of revenue",
    sentence: "Margins over this make closures no rarer.",
    default: 0.2,
    min: 0,
    max: 1,
    evidence: "assumption: settled on trial runs",
    range: [0.14, 0.26],
    firstOrder: {
      measure: "providers.stopped",
      sign: -1,
      // Margins of a third would no longer hold owners back: 0.08 every four weeks of twelve agencies.
      trial: {
        to: 0.03,
        least: 0.04,
        given: {
          "framework.openingFee": 25,
          "providers.closureMarginEffect": 20,
          "providers.closureBase": 0.05,
          "providers.closureCap": 0.5,
          "size.agencies": 400,
        },
        free: ["matching"],
      },
    },
  }),
  closureCap: number({
    kind: "behaviour",
    label: "Most closures",
    unit: "share per four weeks",
    sentence: "The most that size and margins can make of an agency's chance of closing.",
    default: 0.03,
    min: 0,
    max: 0.5,
    evidence: "assumption: settled on trial runs",
    range: [0.02, 0.04],
    firstOrder: {
      measure: "providers.closures",
      sign: 1,
      // Nearly all of five instead of a third of them.
      trial: { to: 0.2, least: 0.02, given: { "providers.closureBase": 0.5 }, free: ["matching"] },
    },
  }),
  comfortWeeks: number({
    kind: "behaviour",
    label: "Cash at which drawings are full",
    unit: "weeks of cost",
    sentence: "The owner's drawings give way when cash falls under this.",
    default: 4,
    min: 0.1,
    max: 104,
    evidence: "assumption: settled on trial runs",
    range: [3, 5],
    firstOrder: {
      measure: "providers.drawingsPercent",
      sign: -1,
      // Cash of four weeks is then a tenth of what is comfortable.
      trial: { to: 40, least: 20 },
    },
  }),
  qualityWorstMargin: number({
    kind: "behaviour",
    label: "Worst margin for quality",
    unit: "share of revenue",
    sentence: "Margins under this take no more of quality.",
    default: -0.1,
    min: -1,
    max: 0,
    evidence: "assumption: settled on trial runs",
    range: [-0.13, -0.07],
    firstOrder: {
      measure: "providers.quality",
      sign: 1,
      // Margins are some eight points worse than what counts: 1.6 standard deviations, a quarter of the way.
      trial: {
        to: -1,
        least: 0.1,
        given: { "framework.openingFee": 10, "providers.qualityMarginEffect": 20, "providers.overdraftWeeks": 52 },
      },
    },
  }),
  qualityBestMargin: number({
    kind: "behaviour",
    label: "Best margin for quality",
    unit: "share of revenue",
    sentence: "Margins over this add no more to quality.",
    default: 0.15,
    min: 0,
    max: 1,
    evidence: "assumption: settled on trial runs",
    range: [0.1, 0.2],
    firstOrder: {
      measure: "providers.quality",
      sign: 1,
      // Margins are some ten points better than what counts: two standard deviations, a quarter of the way.
      trial: { to: 1, least: 0.1, given: { "framework.openingFee": 20, "providers.qualityMarginEffect": 20 } },
    },
  }),
  qualityMostMoved: number({
    kind: "behaviour",
    label: "Most that circumstances move quality",
    unit: "standard deviations",
    sentence: "How far margins and staff can move a firm's quality from its own bent.",
    default: 2,
    min: 0,
    max: 10,
    evidence: "assumption",
    range: [1, 3],
    firstOrder: {
      measure: "providers.quality",
      sign: -1,
      // Staff pull it down by up to two, a quarter of the way in the year's mean.
      trial: {
        to: 0,
        least: 0.1,
        given: { "labour.seekersFromOutside": 0, "providers.qualityChurnEffect": 10 },
        free: ["matching"],
      },
    },
  }),
  pressedUnder: number({
    kind: "behaviour",
    label: "Margin at which a firm feels pressed",
    unit: "share of revenue",
    sentence: "Under this margin a firm begins to pay less of travel and training.",
    default: 0.03,
    min: -1,
    max: 1,
    evidence: "assumption",
    range: [0.02, 0.05],
    firstOrder: {
      measure: "providers.travelPaidPercent",
      sign: -1,
      // All feel pressed, and withhold up to two fifths of 35 %.
      trial: { to: 0.3, least: 3, free: ["prices"] },
    },
  }),
  pressedRange: number({
    kind: "behaviour",
    label: "Range of pressure",
    unit: "share of revenue",
    sentence: "How far the margin falls from there until a firm gives way all it can.",
    default: 0.06,
    min: 0.005,
    max: 1,
    evidence: "assumption",
    range: [0.04, 0.08],
    firstOrder: {
      measure: "providers.travelPaidPercent",
      sign: 1,
      // Who withheld nearly all would withhold a tenth or two.
      trial: {
        to: 1,
        least: 5,
        given: { "framework.openingFee": 11.5, "providers.squeezeTravelPay": 1 },
        free: ["prices"],
      },
    },
  }),
  plannedSwing: number({
    kind: "behaviour",
    label: "Swing of hours that is planned for",
    unit: "share of usual hours",
    sentence: "Swings of hours up to this lead to no more zero-hours contracts.",
    default: 0.1,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.05, 0.15],
    firstOrder: {
      measure: "workforce.zeroHoursPercent",
      sign: -1,
      // Small agencies swing by a tenth or more.
      trial: { to: 0, least: 1, given: { "labour.zeroHoursResponse": 1 }, free: ["prices", "matching"] },
    },
  }),
};
