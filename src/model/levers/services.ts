/** What the council pays for supported living and day services, which are priced openly rather than tendered. */
import { number } from "./parameter.ts";

export const services = {
  supportedLivingPrice: number({
    kind: "size",
    label: "Opening price of supported living",
    unit: "GBP per staff hour",
    sentence: "What the council pays for an hour of support in supported living at the start.",
    default: 13.95,
    min: 0,
    max: 1000,
    evidence: "E5-022 (£7.4m for 200 people of 51 hours)",
  }),
  openBookLoss: number({
    kind: "policy",
    label: "Loss at which a service is re-priced",
    unit: "share of revenue",
    sentence:
      "Supported living and day services whose half-year loss is greater are re-priced in April, surplus included.",
    default: 0.005,
    min: 0,
    max: 1,
    evidence: "assumption: individually negotiated, open-book contracts",
    range: [0, 0.03],
    firstOrder: {
      measure: "providers.failures",
      sign: 1,
      trial: {
        to: 1,
        least: 0.002,
        given: { "framework.supportedLivingPrice": 12, "framework.dayPrice": 38 },
        free: ["prices"],
      },
    },
  }),
  openBookSurplus: number({
    kind: "policy",
    label: "Surplus when a service is re-priced",
    unit: "share of revenue",
    sentence: "The surplus over cost that a re-priced contract of supported living or day services allows.",
    default: 0.03,
    min: 0,
    max: 0.5,
    evidence: "E3-033; size an assumption",
    range: [0.01, 0.05],
  }),
  dayPrice: number({
    kind: "size",
    label: "Opening price of day services",
    unit: "GBP per staff hour",
    sentence: "What the council pays for a staff hour, four sessions, of day and other services at the start.",
    default: 44.6,
    min: 0,
    max: 1000,
    evidence: "E5-022 (£11.5m for 990 people of 5 hours)",
  }),
};
