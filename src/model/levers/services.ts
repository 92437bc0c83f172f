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
    firstOrder: {
      measure: "council.communitySpend",
      sign: 1,
      // 0.47 of the 0.35 million that day services cost, from April on.
      trial: {
        to: 0.5,
        least: 0.08,
        given: { "framework.dayPrice": 35, "providers.overdraftWeeks": 52 },
        free: ["prices"],
      },
    },
  }),
  newServiceShare: number({
    kind: "policy",
    label: "People waiting that make a new service",
    unit: "share of the people of a usual service",
    sentence:
      "So many people waiting for a place in supported living or day services and the council has another service opened; where none is left, at once.",
    default: 0.5,
    min: 0,
    max: 100,
    evidence: "assumption: Care Act 2014 sections 5 and 48, councils must see to it that there is care",
    range: [0.2, 1],
    firstOrder: {
      measure: "providers.servicesOpened",
      sign: -1,
      // A dozen more come than day services have staff for; one at least is opened in most councils, not only where none is left.
      trial: {
        to: 0,
        least: 0.01,
        given: { "route.dayShare": 0.5, "labour.seekersFromOutside": 1 },
        free: ["matching"],
      },
    },
  }),
  newServiceCash: number({
    kind: "behaviour",
    label: "Cash of a new service",
    unit: "weeks of its cost",
    sentence: "What the owner of a service that the council has opened puts in.",
    default: 6,
    min: 0,
    max: 52,
    evidence: "assumption: invoices are paid four to six weeks in arrears",
    range: [4, 10],
    firstOrder: {
      measure: "providers.failures",
      sign: -1,
      // A service that is opened so owes wages for weeks before it is paid, and fails.
      trial: {
        to: 0,
        least: 0.01,
        given: {
          "route.dayShare": 0.5,
          "labour.seekersFromOutside": 1,
          "framework.newServiceShare": 0,
          "providers.overdraftWeeks": 0,
        },
        free: ["matching"],
      },
    },
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
