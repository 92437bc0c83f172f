/** What the council does for the market besides buying: it keeps failing providers up for a while, and helps micro-providers open. */
import { asking } from "./asking.ts";
import { number } from "./parameter.ts";

export const marketShaping = {
  emergencySupport: number({
    kind: "policy",
    label: "Emergency support for providers",
    unit: "GBP a year at the size of the mean council",
    sentence: "The most the council pays in a year to keep large providers whose cash is gone from failing at once.",
    default: 0,
    min: 0,
    max: 100_000_000,
    evidence: "assumption: a policy lever, 0 is none; E8-022, NAO 15",
    range: [0, 500_000],
    firstOrder: {
      measure: "providers.failures",
      sign: -1,
      // Fees a third under cost ruin more than one agency in the year; with support none of them.
      trial: {
        to: 20_000_000,
        least: 0.02,
        given: {
          "framework.feeChange": 0.7,
          "providers.emergencyClients": 0,
          "providers.orderlyClients": 0,
          "providers.emergencyWeeks": 104,
        },
      },
    },
  }),
  emergencyClients: number({
    kind: "policy",
    label: "Providers large enough for emergency support",
    unit: "clients",
    sentence:
      "The council supports only providers with at least so many clients, whom it could not place elsewhere at once.",
    default: 60,
    min: 0,
    max: 10_000,
    evidence: "assumption: about the mean agency (E3-013: 65 clients)",
    range: [40, 150],
    firstOrder: {
      measure: "providers.failures",
      sign: 1,
      // None is large enough any more: fees a third under cost ruin more than one agency in the year.
      trial: {
        to: 10_000,
        least: 0.02,
        given: {
          "framework.feeChange": 0.7,
          "providers.emergencySupport": 20_000_000,
          "providers.emergencyClients": 0,
          "providers.orderlyClients": 0,
          "providers.emergencyWeeks": 104,
        },
      },
    },
  }),
  emergencyWeeks: number({
    kind: "policy",
    label: "Length of emergency support",
    unit: "weeks",
    sentence: "For how many weeks in all the council keeps up one provider.",
    default: 24,
    min: 0,
    max: 520,
    integer: true,
    evidence: "assumption: time to place the people of a large agency elsewhere",
    range: [8, 52],
    firstOrder: {
      measure: "providers.failures",
      sign: -1,
      // Kept up for no week at all: fees a third under cost ruin more than one agency in the year.
      trial: {
        to: 0,
        least: 0.02,
        given: {
          "framework.feeChange": 0.7,
          "providers.emergencySupport": 20_000_000,
          "providers.emergencyClients": 0,
          "providers.orderlyClients": 0,
          "providers.emergencyWeeks": 104,
        },
      },
    },
  }),
  microSupport: number({
    kind: "policy",
    label: "Support for micro-providers",
    unit: "GBP a year at the size of the mean council",
    sentence:
      "What the council spends on helping people set up on their own, alone or in pairs, to serve who pays directly.",
    default: 0,
    min: 0,
    max: 100_000_000,
    evidence: "SCIE (commissioning does not yet facilitate micro services); assumption: a policy lever, 0 is none",
    range: [0, 300_000],
    firstOrder: {
      measure: "providers.micro",
      sign: 1,
      // A hundredth of it at £5,000 each opens two in the year and is one at its mean; a small council's share is three times that.
      trial: { to: 1_000_000, least: 0.5, free: ["matching"] },
    },
  }),
  microCost: number({
    kind: "world",
    label: "Support that one micro-provider takes",
    unit: "GBP",
    sentence: "What it costs to help one micro-provider to open, at prices of the start.",
    default: 5000,
    min: 100,
    max: 1_000_000,
    evidence: "assumption: part of a coordinator's year and small grants",
    range: [2000, 10_000],
    firstOrder: {
      measure: "providers.micro",
      sign: -1,
      // What the support above opens in a year becomes a tenth.
      trial: { to: 50_000, least: 0.5, given: { "providers.microSupport": 1_000_000 }, free: ["matching"] },
    },
  }),
  microClosure: number({
    kind: "behaviour",
    label: "Micro-providers that stop",
    unit: "share per four weeks",
    sentence:
      "How often people who work for themselves stop while they have work; who is left alone by all staff also stops.",
    default: 0.008,
    min: 0,
    max: 1,
    evidence: "assumption: a tenth a year, as small agencies do",
    range: [0.004, 0.016],
    firstOrder: {
      measure: "providers.micro",
      sign: -1,
      // Half of them stop every four weeks: of those whom the support above opened few are left.
      trial: { to: 0.5, least: 0.5, given: { "providers.microSupport": 1_000_000 }, free: ["matching"] },
    },
  }),
  ...asking,
};
