/** Patterns of direct payments: what the rate buys, what support is worth, what they save. */
import { meanOf, meanSizeOf, ratioOf } from "./arm.ts";
import type { Claim, Pattern } from "./pattern.ts";
import { ofMoved } from "./persons.ts";

const PERIOD = { from: "2014-04-01", before: "2020-04-01" };
const OLDER = 0;

const OWN_RATE = {
  arms: ["direct-payment-market-rate", "baseline"],
  period: PERIOD,
  decimals: 1,
} as const satisfies Partial<Claim>;
const LOWER_RATE = { ...OWN_RATE, arms: ["baseline", "direct-payment-rate-cut"] } as const;

export const rates: Pattern = {
  id: "P4",
  sentence:
    "Where the direct-payment rate follows the council's own rate and not the market price, people buy fewer hours or " +
    "top up beyond their assessed charge.",
  source: "NAO 12, 14",
  claims: [
    {
      ...OWN_RATE,
      id: "P4a",
      sentence: "At the council's own rate rather than the market price, holders go without more hours.",
      measure: "`topUps.hoursShortPercent`",
      unit: "% of assessed hours",
      expected: { way: "more", least: 2 },
      reason: "the fee stands about a tenth under the market price; a fifth of that gap in hours",
      sides: meanOf("topUps.hoursShortPercent", PERIOD),
    },
    {
      ...OWN_RATE,
      id: "P4b",
      sentence: "More of them top up.",
      measure: "`topUps.sharePercent`",
      unit: "% of holders who buy from agencies",
      expected: { way: "more", least: 5 },
      reason: "users in some areas told of it: one in twenty",
      sides: meanOf("topUps.sharePercent", PERIOD),
    },
    {
      ...OWN_RATE,
      id: "P4c",
      sentence: "Holders pay more beyond their charge.",
      measure: "`topUps.perHolder`",
      unit: "GBP per holder and week",
      decimals: 2,
      expected: { way: "more", least: 0.5 },
      reason: "£10 a week of one holder in twenty",
      sides: meanOf("topUps.perHolder", PERIOD),
    },
    {
      ...LOWER_RATE,
      id: "P4d",
      sentence: "Below the council's own rate, holders go without still more hours.",
      measure: "`topUps.hoursShortPercent`",
      unit: "% of assessed hours",
      expected: { way: "more", least: 2 },
      reason: "the rate falls by 15 %: as in P4a",
      sides: meanOf("topUps.hoursShortPercent", PERIOD),
    },
    {
      ...LOWER_RATE,
      id: "P4e",
      sentence: "And still more of them top up.",
      measure: "`topUps.sharePercent`",
      unit: "% of holders who buy from agencies",
      expected: { way: "more", least: 5 },
      reason: "as in P4b",
      sides: meanOf("topUps.sharePercent", PERIOD),
    },
  ],
};

const PUSHED = {
  arms: ["direct-payments-pushed-with-support", "direct-payments-pushed-without-support"],
  period: PERIOD,
  unit: "points, 0 to 24",
  decimals: 3,
} as const satisfies Partial<Claim>;

export const support: Pattern = {
  id: "P6",
  sentence:
    "Direct payments without adequate support, and for older people who are approached in a crisis, lower wellbeing.",
  source: "NAO 9; APSE",
  claims: [
    {
      ...PUSHED,
      id: "P6a",
      sentence: "Pushed without support rather than with it, holders fare worse.",
      measure: "`outcomes.qualityOfLife.holders`",
      expected: { way: "less", least: 0.1 },
      reason: "a fifth of what the pilots found direct payments to bring (E5-048)",
      sides: meanOf("outcomes.qualityOfLife.holders", PERIOD),
    },
    {
      ...PUSHED,
      id: "P6b",
      sentence: "Managing weighs more.",
      measure: "`outcomes.burdenPercent`",
      unit: "% of an employer's work",
      decimals: 2,
      expected: { way: "more", least: 0.5 },
      reason: "over all funded people, of whom a third or fewer hold a payment",
      sides: meanOf("outcomes.burdenPercent", PERIOD),
    },
    {
      ...PUSHED,
      id: "P6c",
      arms: ["baseline", "direct-payments-pushed-without-support"],
      sentence: "Older people who came in a crisis and were moved to a direct payment fare worse than as managed.",
      measure: "quality of life of the same people: managed in one arm, with a direct payment in the other",
      expected: { way: "less", least: 0.1 },
      reason: "as in P6a",
      sides: (first, second) => ofMoved(first, second, PERIOD, "life", { groups: [OLDER], inCrisis: true }),
    },
    {
      ...PUSHED,
      id: "P6d",
      arms: ["baseline", "direct-payments-pushed-with-support"],
      sentence: "With support, people of working age who were moved fare better than as managed.",
      measure: "quality of life of the same people: managed in one arm, with a direct payment in the other",
      expected: { way: "more", least: 0.1 },
      reason: "the other side of P6c: benefits were restricted to adults aged 18 to 64 (NAO 9)",
      sides: (first, second) => ofMoved(first, second, PERIOD, "life", { groups: [1, 2, 3] }),
    },
  ],
};

const MORE = {
  arms: ["baseline", "direct-payments-pushed-with-support"],
  period: PERIOD,
  decimals: 1,
} as const satisfies Partial<Claim>;

/** From pounds a year to pounds a week. */
const MILLION_A_YEAR_IN_WEEKS = 1e6 / 52.1775;

export const costs: Pattern = {
  id: "P7",
  sentence:
    "Personalisation does not save much: packages cost about the same, care management and monitoring cost more, volume " +
    "discounts are lost; high-cost cases that were badly commissioned are the exception.",
  source: "NAO 13; SCIE; APSE",
  claims: [
    {
      ...MORE,
      id: "P7a",
      sentence: "With many more direct payments, community care costs about the same for each funded person.",
      measure: "`council.communitySpend` over `people.funded`",
      unit: "GBP per person and week",
      expected: { way: "the same", most: 6 },
      reason: "3 % of about £200; the evaluation of 2007 found packages not dearer, and no saving",
      sides: ratioOf("council.communitySpend", "people.funded", PERIOD, MILLION_A_YEAR_IN_WEEKS),
    },
    {
      ...MORE,
      id: "P7b",
      sentence: "The packages of the people who were moved cost about the same.",
      measure: "weekly cost to the council of the same people, before charges",
      unit: "GBP per person and week",
      expected: { way: "the same", most: 10 },
      reason: "5 % of about £200, since fewer people are looked at than in P7a",
      sides: (first, second) => ofMoved(first, second, PERIOD, "cost"),
    },
    {
      ...MORE,
      id: "P7c",
      sentence: "Planning, support and monitoring cost more.",
      measure: "`tradeOff.extraCost`",
      unit: "GBP million a year",
      decimals: 2,
      expected: { way: "more", least: 0.1 },
      reason: "£2 a week for each of a thousand holders",
      sides: meanSizeOf("tradeOff.extraCost", PERIOD),
    },
    {
      ...MORE,
      id: "P7d",
      sentence: "Volume discounts are lost: what is left of managed home care costs more an hour.",
      measure: "`prices.contractHour`",
      unit: "GBP per hour",
      decimals: 2,
      expected: { way: "more", least: 0.05 },
      reason:
        "a third of a per cent: travel and fixed costs are a fifth of an hour's cost, and volume falls by a tenth",
      sides: meanOf("prices.contractHour", PERIOD),
    },
    {
      ...MORE,
      id: "P7e",
      sentence: "What the dearest tenth of managed packages save when moved is a greater share than what the rest do.",
      measure: "share of the cost saved by the move: the rest, and the dearest tenth",
      unit: "% of cost",
      expected: { way: "more", least: 5 },
      reason: "an exception worth speaking of",
      sides: (first, second) => [
        savedShare(ofMoved(first, second, PERIOD, "cost", { ranks: [0, 0.9] })),
        savedShare(ofMoved(first, second, PERIOD, "cost", { ranks: [0.9, 1] })),
      ],
    },
  ],
};

const savedShare = ([before, after]: readonly [number, number]): number => 100 * (1 - after / before);
