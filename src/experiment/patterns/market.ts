/** Patterns of the market for an hour of care: wages and fees, framework contracts, flexible buying. */
import { meanAmountOf, meanOf, mostOf, yearlyOf } from "./arm.ts";
import { AFTER_FAILURE } from "./failure.ts";
import type { Claim, Pattern } from "./pattern.ts";
import { hoursPerPound } from "./persons.ts";

/** From the living wage to the end of the decade, and from the middle policies' first April. */
const LIVING_WAGE = { from: "2016-04-01", before: "2020-04-01" };
const SINCE_2013 = { from: "2014-04-01", before: "2020-04-01" };
const LIVING_WAGE_YEARS = 4;
const EXITS: readonly string[] = ["provider.failed", "provider.closed"];

const UNFUNDED = {
  arms: ["living-wage-funded", "living-wage-unfunded"],
  period: LIVING_WAGE,
  decimals: 1,
} as const satisfies Partial<Claim>;

export const livingWage: Pattern = {
  id: "P3",
  sentence:
    "A living wage that fees do not follow squeezes margins, and the strain comes out in pay differentials, quality, " +
    "declined packages, hand-backs and closures; one that is paid for does not.",
  source: "NAO 14, 15",
  claims: [
    {
      ...UNFUNDED,
      id: "P3a",
      sentence: "Unfunded rather than funded, margins are squeezed.",
      measure: "`providers.marginPercent`",
      unit: "% of revenue",
      expected: { way: "less", least: 2 },
      reason: "the floor adds about 4 % a year to pay, pay is 65 % of cost, and a half of it may find other ways out",
      sides: meanOf("providers.marginPercent", LIVING_WAGE),
    },
    {
      ...UNFUNDED,
      id: "P3b",
      sentence: "Care pay comes closer to the floor.",
      measure: "`wages.premiumPercent`",
      unit: "% of the floor",
      expected: { way: "less", least: 0.5 },
      reason:
        "the premium fell by 7 points in the years in which fees lagged (E4-016); a tenth of that is worth the name",
      sides: meanOf("wages.premiumPercent", LIVING_WAGE),
    },
    {
      ...UNFUNDED,
      id: "P3c",
      sentence: "Quality falls.",
      measure: "`providers.quality`",
      unit: "standard deviations",
      decimals: 3,
      expected: { way: "less", least: 0.05 },
      reason: "a twentieth of the spread between agencies",
      sides: meanOf("providers.quality", LIVING_WAGE),
    },
    {
      ...UNFUNDED,
      id: "P3d",
      sentence: "Agencies decline more of what they are asked.",
      measure: "`providers.declinedPercent`",
      unit: "% of requests",
      expected: { way: "more", least: 2 },
      reason: "one in fifty more requests refused would be noticed by brokers",
      sides: meanOf("providers.declinedPercent", LIVING_WAGE),
    },
    {
      ...UNFUNDED,
      id: "P3e",
      sentence: "Packages are handed back.",
      measure: "`providers.handBacks`, a year",
      unit: "packages a year",
      expected: { way: "more", least: 5 },
      reason: "a few packages in each council and year were handed back in those years",
      sides: yearlyOf("providers.handBacks", LIVING_WAGE, LIVING_WAGE_YEARS),
    },
    {
      ...UNFUNDED,
      id: "P3f",
      sentence: "More agencies close or fail.",
      measure: "`providers.closures`, a year; failures are rare beside them",
      unit: "agencies a year",
      decimals: 2,
      expected: { way: "more", least: 0.5 },
      reason: "one in a hundred agencies more, where one in ten leaves in any year",
      sides: yearlyOf("providers.closures", LIVING_WAGE, LIVING_WAGE_YEARS),
    },
    {
      id: "P3g",
      sentence: "A living wage that is paid for leaves margins as they would be without it.",
      arms: ["living-wage-not-introduced", "living-wage-funded"],
      measure: "`providers.marginPercent`",
      unit: "% of revenue",
      decimals: 1,
      period: LIVING_WAGE,
      expected: { way: "the same", most: 1 },
      reason: "half of the least squeeze that would bear out P3a",
      sides: meanOf("providers.marginPercent", LIVING_WAGE),
    },
  ],
  lags: {
    arms: UNFUNDED.arms,
    first: 2016,
    last: 2019,
    measures: [
      ["providers.drawingsPercent", "owners' drawings, %"],
      ["providers.marginPercent", "margin, % of revenue"],
      ["providers.travelPaidPercent", "travel that is paid, %"],
      ["wages.premiumPercent", "pay over the floor, %"],
      ["providers.quality", "quality, standard deviations"],
      ["providers.declinedPercent", "requests declined, %"],
      ["providers.handBacks", "packages handed back"],
      ["providers.closures", "closures"],
      ["providers.failures", "failures"],
      ["waits.delayedDays", "delayed days"],
    ],
  },
};

const FEWER = {
  arms: ["framework-open", "framework-of-five"],
  period: SINCE_2013,
  decimals: 1,
} as const satisfies Partial<Claim>;

export const framework: Pattern = {
  id: "P5",
  sentence:
    "Fewer framework providers mean a lower price and less movement of workers between providers, but less choice, and " +
    "larger cascades when one stops.",
  source: "NAO 12, 15; APSE",
  claims: [
    {
      ...FEWER,
      id: "P5a",
      sentence: "With five members rather than all, an hour costs the council less.",
      measure: "`prices.careHour`",
      unit: "GBP per hour",
      decimals: 2,
      expected: { way: "less", least: 0.13 },
      reason: "one per cent of the opening fee",
      sides: meanOf("prices.careHour", SINCE_2013),
    },
    {
      ...FEWER,
      id: "P5b",
      sentence: "Fewer workers leave their agency.",
      measure: "`workforce.turnoverPercent`",
      unit: "% a year",
      expected: { way: "less", least: 1 },
      reason: "a thirtieth of turnover (E4-008)",
      sides: meanOf("workforce.turnoverPercent", SINCE_2013),
    },
    {
      ...FEWER,
      id: "P5c",
      sentence: "There are fewer agencies to choose among.",
      measure: "`framework.choice`",
      unit: "agencies with room where the mean person lives",
      expected: { way: "less", least: 2 },
      reason: "from a choice of several to one or two",
      sides: meanOf("framework.choice", SINCE_2013),
    },
    {
      ...FEWER,
      id: "P5d",
      sentence: "When an agency stops, more people lose it at once.",
      measure: "clients of an agency that closes or fails",
      unit: "people",
      expected: { way: "more", least: 5 },
      reason: "a sixth of the clients of the agency in the middle (E3-013)",
      sides: meanAmountOf(EXITS, SINCE_2013),
    },
    {
      ...FEWER,
      id: "P5e",
      sentence: "The market is more concentrated, so that the largest cascade there could be is larger.",
      measure: "`providers.concentration`",
      unit: "index",
      decimals: 0,
      expected: { way: "more", least: 100 },
      reason: "what authorities watch as a rise in concentration",
      sides: meanOf("providers.concentration", SINCE_2013),
    },
    {
      ...FEWER,
      id: "P5f",
      sentence: "The largest exit of the period leaves more people behind.",
      measure: "`providers.largestExit`, the most in the period",
      unit: "people",
      decimals: 0,
      expected: { way: "more", least: 20 },
      reason: "a small agency's clients",
      sides: mostOf("providers.largestExit", SINCE_2013),
    },
    {
      ...FEWER,
      id: "P5g",
      sentence: "If the largest member's cash were gone in April 2017, more people would be without care for longer.",
      measure: "person-weeks of `people.awaitingCare` in the quarter, beyond the same run without the failure",
      unit: "person-weeks",
      decimals: 0,
      period: AFTER_FAILURE,
      expected: { way: "more", least: 50 },
      reason: "fifty people for a week; added to the claims after P5d and P5f, which compare whoever happens to stop",
      sides: (first, second) => [first.cascade() / first.scale, second.cascade() / second.scale],
    },
  ],
};

const USER_DIRECTED = {
  measure: "`prices.contractHour`",
  unit: "GBP per hour",
  decimals: 2,
  period: SINCE_2013,
  sides: meanOf("prices.contractHour", SINCE_2013),
} as const satisfies Partial<Claim>;

const IN_A_THIN_MARKET = { arms: ["baseline", "thin-market"], period: SINCE_2013 } as const satisfies Partial<Claim>;

export const flexibleBuying: Pattern = {
  id: "P10",
  sentence: "Flexible, user-directed buying gives more hours for a pound, until the market is too thin to buy from.",
  source: "SCIE",
  claims: [
    {
      ...USER_DIRECTED,
      id: "P10a",
      sentence:
        "User-directed contracts with banked time, rather than time and task by time sheet, make an hour cheaper.",
      arms: ["time-sheets", "user-directed-pilot"],
      expected: { way: "less", least: 0.13 },
      reason: "one per cent of the opening fee",
    },
    {
      id: "P10b",
      sentence: "Holders of a direct payment get more hours for a pound than managed packages give.",
      arms: ["baseline", "baseline"],
      measure: "hours that came for each £100 of council and holder: managed home care against direct payments",
      unit: "hours per £100",
      decimals: 2,
      period: SINCE_2013,
      expected: { way: "more", least: 0.35 },
      reason: "a twentieth of what the opening fee buys",
      sides: (first, second) => [hoursPerPound(first, SINCE_2013, false), hoursPerPound(second, SINCE_2013, true)],
    },
    {
      ...IN_A_THIN_MARKET,
      id: "P10c",
      sentence: "In a thin market that advantage is smaller.",
      measure: "hours for each £100 of direct payments less those of managed home care",
      unit: "hours per £100",
      decimals: 2,
      expected: { way: "less", least: 0.35 },
      reason: "as in P10b: a gain of the least that counts is undone",
      sides: (first, second) => [advantage(first), advantage(second)],
    },
    {
      ...IN_A_THIN_MARKET,
      id: "P10d",
      sentence: "There holders go without more of the hours that they were found to need.",
      measure: "`topUps.hoursShortPercent`",
      unit: "% of assessed hours",
      decimals: 1,
      expected: { way: "more", least: 1 },
      reason: "one hour in a hundred",
      sides: meanOf("topUps.hoursShortPercent", SINCE_2013),
    },
    {
      ...IN_A_THIN_MARKET,
      id: "P10f",
      sentence: "Of what holders there need, more does not come, those included who find nobody to give it.",
      measure: "`unmet.hoursPercent.directPayment`",
      unit: "% of needed hours",
      decimals: 1,
      expected: { way: "more", least: 1 },
      reason: "one hour in a hundred, as in P10d",
      sides: meanOf("unmet.hoursPercent.directPayment", SINCE_2013),
    },
    {
      ...USER_DIRECTED,
      id: "P10e",
      sentence: "They do so beyond what monitoring of time and task alone brings.",
      arms: ["electronic-monitoring", "user-directed-pilot"],
      expected: { way: "less", least: 0.07 },
      reason: "half of P10a: the pilot was praised for the banked time, not for the clock",
    },
  ],
};

const advantage = (run: Parameters<typeof hoursPerPound>[0]): number =>
  hoursPerPound(run, SINCE_2013, true) - hoursPerPound(run, SINCE_2013, false);
