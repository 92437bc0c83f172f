/** What micro-providers are like. */
import { number } from "./parameter.ts";

export const microProviders = {
  microStartUp: number({
    kind: "behaviour",
    label: "Cash of a new micro-provider",
    unit: "GBP",
    sentence: "What somebody who sets up alone puts in, at prices of the start.",
    default: 1500,
    min: 0,
    max: 1_000_000,
    evidence: "assumption",
    range: [500, 3000],
  }),
  microTravel: number({
    kind: "world",
    label: "Travel of a micro-provider",
    unit: "ratio to contact time",
    sentence: "Travel between visits in one's own neighbourhood.",
    default: 0.1,
    min: 0,
    max: 2,
    evidence: "assumption",
    range: [0.05, 0.15],
    firstOrder: {
      measure: "prices.microPrice",
      sign: 1,
      // 0.35 of 1.9 of £7 in those that open from then on.
      trial: { to: 2, least: 0.8, given: { "providers.microSupport": 1_000_000 }, free: ["prices", "matching"] },
    },
  }),
  microMargin: number({
    kind: "behaviour",
    label: "Margin of a micro-provider",
    unit: "share of cost",
    sentence: "What a micro-provider asks over what an hour costs.",
    default: 0.05,
    min: 0,
    max: 1,
    evidence: "assumption",
    range: [0.02, 0.1],
    firstOrder: {
      measure: "prices.microPrice",
      sign: 1,
      // 0.45 of some £12, once prices are looked at each quarter.
      trial: { to: 0.5, least: 2, given: { "providers.microSupport": 1_000_000 }, free: ["prices", "matching"] },
    },
  }),
  microMost: number({
    kind: "world",
    label: "Most people in a micro-provider",
    unit: "people",
    sentence: "A micro-provider is at most so many people.",
    default: 5,
    min: 1,
    max: 50,
    integer: true,
    evidence: "assumption: the usual meaning of the word is up to five",
    range: [3, 8],
  }),
};
