/** How often agencies open, what draws them, and what their owners bring. */
import { number } from "./parameter.ts";

export const entry = {
  entryRate: number({
    kind: "behaviour",
    label: "New agencies",
    unit: "per agency and four weeks at 5 % margin",
    sentence: "How often a new agency opens.",
    default: 0.0064,
    min: 0,
    max: 0.5,
    evidence: "E3-001, E3-003; set so that as many come as go where nothing else changes",
    range: [0.005, 0.012],
    firstOrder: { measure: "providers.entries", sign: 1, trial: { to: 0.3, least: 0.05, free: ["matching"] } },
  }),
  entryMarginEffect: number({
    kind: "behaviour",
    label: "Margins and entry",
    unit: "logarithm per unit of margin",
    sentence: "How much good margins draw new agencies.",
    default: 2,
    min: 0,
    max: 50,
    evidence: "assumption: agencies grew by 15.6 % from 2014 to 2018 while margins fell (E3-001)",
    range: [0, 4],
    firstOrder: {
      measure: "providers.entries",
      sign: 1,
      // At a margin of about a third, exp(2 x 0.28) or 1.75 times as many open as where margins draw nobody.
      trial: {
        to: 0,
        least: 0.02,
        given: { "framework.openingFee": 20, "providers.entryRate": 0.3 },
        free: ["matching"],
      },
    },
  }),
  startUpCash: number({
    kind: "behaviour",
    label: "Cash of a new agency",
    unit: "GBP",
    sentence: "What the owner of a new agency puts in, at prices of the start.",
    default: 25_000,
    min: 0,
    max: 10_000_000,
    evidence: "E3-017; size an assumption",
    range: [10_000, 40_000],
    firstOrder: {
      measure: "providers.cashWeeks",
      sign: 1,
      // Six entrants in the year with £225,000 more each, in a market of £100,000 a week.
      trial: { to: 250_000, least: 1, given: { "providers.entryRate": 0.05 }, free: ["matching"] },
    },
  }),
};
