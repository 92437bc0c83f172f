/** Who is asked for care, how far people live, and who is young or small among agencies. */
import { number } from "./parameter.ts";

export const asking = {
  headStartHours: number({
    kind: "behaviour",
    label: "Hours as if which an agency is asked",
    unit: "hours a week in a zone",
    sentence: "Brokers and buyers ask an agency as if it had so many hours in the zone beside those it has.",
    default: 400,
    min: 1,
    max: 100_000,
    evidence:
      "assumption: about what a mean agency has in one of two zones, for a framework's brokers ask everybody on it, and a new agency has to become known to grow at all",
    range: [150, 600],
    firstOrder: {
      measure: "providers.concentration",
      sign: -1,
      // Somebody six times as large in a zone is asked 36 times as often, not twice.
      trial: { to: 1, least: 50, given: { "size.scale": 0.1, "providers.hoursPower": 2 }, free: ["matching"] },
    },
  }),
  hoursPower: number({
    kind: "behaviour",
    label: "Size and being asked",
    unit: "power of hours in the zone",
    sentence:
      "How much likelier an agency with more hours is to be asked; under 1, brokers and people spread their trust.",
    default: 0.75,
    min: 0,
    max: 2,
    evidence: "assumption",
    range: [0.6, 1],
    firstOrder: {
      measure: "providers.concentration",
      sign: 1,
      // Somebody six times as large in a zone is asked 36 times as often, not four times.
      trial: { to: 2, least: 50, given: { "size.scale": 0.1, "providers.headStartHours": 1 }, free: ["matching"] },
    },
  }),
  qualityChoice: number({
    kind: "behaviour",
    label: "Quality and being asked",
    unit: "logarithm per standard deviation of quality",
    sentence: "How much likelier an agency of better quality is to be asked and chosen.",
    default: 0.375,
    min: 0,
    max: 3,
    evidence: "assumption: settled on trial runs",
    range: [0.25, 0.5],
    firstOrder: {
      measure: "providers.quality",
      sign: 1,
      // A quarter of clients choose anew or come in the year's mean, agencies half a standard deviation better.
      trial: {
        to: 3,
        least: 0.03,
        given: { "directPayment.switchPerYear": 2, "size.agencies": 400 },
        free: ["matching"],
      },
    },
  }),
  nearest: number({
    kind: "world",
    label: "Cost of who lives nearest",
    unit: "ratio to the mean",
    sentence:
      "What an hour costs for the person who lives nearest, over the mean; people lie evenly up to the farthest.",
    default: 0.82,
    min: 0.1,
    max: 1,
    evidence: "assumption",
    range: [0.75, 0.9],
    firstOrder: {
      measure: "providers.refusals",
      sign: 1,
      // At £11 packages far off are refused, and where nobody lives near, most; at £12 too few are to tell from luck.
      trial: { to: 1, least: 2, given: { "framework.openingFee": 11 }, free: ["matching"] },
    },
  }),
  farthest: number({
    kind: "world",
    label: "Cost of who lives farthest",
    unit: "ratio to the mean",
    sentence: "What an hour costs for the person who lives farthest off, over the mean.",
    default: 1.18,
    min: 1,
    max: 5,
    evidence: "assumption",
    range: [1.1, 1.25],
    firstOrder: {
      measure: "providers.refusals",
      sign: 1,
      // Nine in ten packages would cost more than the fee.
      trial: { to: 3, least: 1, free: ["matching"] },
    },
  }),
  halfReachClients: number({
    kind: "world",
    label: "Clients at half reach",
    unit: "clients",
    sentence: "An agency with so many clients serves half of the zones.",
    default: 40,
    min: 1,
    max: 100_000,
    evidence: "assumption",
    range: [30, 60],
    firstOrder: {
      measure: "framework.choice",
      sign: -1,
      // Of two dozen agencies most would serve seven of eight zones, not two or three: twice the choice.
      trial: {
        to: 1,
        least: 1,
        given: { "size.scale": 0.06, "size.zones": 8, "size.agencies": 400, "framework.providers": 400 },
        free: ["matching"],
      },
    },
  }),
  youngWeeks: number({
    kind: "behaviour",
    label: "Weeks that an agency is young",
    unit: "weeks",
    sentence: "For so long a new agency keeps its start-up cash, and its margin says little.",
    default: 78,
    min: 0,
    max: 520,
    integer: true,
    evidence: "assumption",
    range: [52, 104],
    firstOrder: {
      measure: "providers.cashWeeks",
      sign: 1,
      // A dozen agencies that open in the year pay out £50,000 each.
      trial: {
        to: 0,
        least: 1,
        given: { "providers.entryRate": 0.5, "providers.startUpCash": 50_000 },
        free: ["matching"],
      },
    },
  }),
  firstClients: number({
    kind: "behaviour",
    label: "Clients of a new agency",
    unit: "clients",
    sentence: "People who know its owner and come to a new agency at once.",
    default: 6,
    min: 1,
    max: 200,
    integer: true,
    evidence: "assumption: settled on trial runs",
    range: [4, 8],
    firstOrder: {
      measure: "providers.concentration",
      sign: -1,
      // Agencies that open take one and not six people from the others.
      trial: { to: 1, least: 50, given: { "providers.entryRate": 0.5 }, free: ["matching"] },
    },
  }),
  hoursPerAgency: number({
    kind: "behaviour",
    label: "Hours that make a market",
    unit: "hours a week",
    sentence: "Hours of home care for which there is room for one more agency.",
    default: 640,
    min: 50,
    max: 100_000,
    evidence: "hours of the opening over its agencies (E3-015, E3-019, E3-002)",
    range: [500, 780],
    firstOrder: {
      measure: "providers.entries",
      sign: -1,
      // Room for twelve times as many: one or two a year become a dozen.
      trial: { to: 50, least: 0.05, given: { "providers.entryRate": 0.1 }, free: ["matching"] },
    },
  }),
};
