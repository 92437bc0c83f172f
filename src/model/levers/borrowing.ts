/** How agencies that change hands are paid for. */
import { microProviders } from "./micro-providers.ts";
import { number } from "./parameter.ts";

export const borrowing = {
  loanShare: number({
    kind: "behaviour",
    label: "Part of an agency's price that is borrowed",
    unit: "share of the price",
    sentence:
      "How much of what a buyer pays for an agency is lent against what the agency will earn, and never more than that pays off; 0 for no loans.",
    default: 0.6,
    min: 0,
    max: 1,
    evidence: "assumption: purchases of small firms are mostly lent on",
    range: [0.3, 0.8],
    firstOrder: {
      measure: "providers.loanPercent",
      sign: 1,
      // Half of the agencies sold in a year, at three years of some 10 % of revenue paid back over six.
      trial: {
        to: 1,
        least: 0.5,
        given: { "providers.loanShare": 0, "providers.transferRate": 0.2 },
        free: ["matching"],
      },
    },
  }),
  loanMultiple: number({
    kind: "behaviour",
    label: "Price of an agency",
    unit: "years of what it earns its owner",
    sentence: "What a buyer pays for an agency, over a year of its surplus and the owner's drawings.",
    default: 3,
    min: 0,
    max: 20,
    evidence: "assumption: years' earnings, as small service firms fetch",
    range: [2, 5],
    firstOrder: {
      measure: "providers.loanPercent",
      sign: 1,
      trial: { to: 12, least: 0.5, given: { "providers.transferRate": 0.2 }, free: ["matching"] },
    },
  }),
  loanYears: number({
    kind: "behaviour",
    label: "Term of a loan",
    unit: "years",
    sentence: "Years in which the loan on an agency is paid back, in equal weekly parts.",
    default: 6,
    min: 1,
    max: 30,
    evidence: "assumption",
    range: [4, 10],
    firstOrder: {
      measure: "providers.loanPercent",
      sign: -1,
      trial: { to: 30, least: 0.3, given: { "providers.transferRate": 0.2 }, free: ["matching"] },
    },
  }),
  loanRate: number({
    kind: "behaviour",
    label: "Interest on a loan",
    unit: "share a year",
    sentence: "Interest on what an agency's owner borrowed.",
    default: 0.06,
    min: 0,
    max: 1,
    evidence: "assumption: bank lending to small firms in the 2010s",
    range: [0.04, 0.09],
    firstOrder: {
      measure: "providers.loanPercent",
      sign: 1,
      trial: { to: 0.5, least: 0.3, given: { "providers.transferRate": 0.2 }, free: ["matching"] },
    },
  }),
  ...microProviders,
};
