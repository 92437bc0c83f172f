/** Patterns of the council's year: what plans realise, what returns show, what joint money with the NHS does. */
import type { SavingsAccount } from "../savings.ts";
import { meanOf, overTime, yearlyOf, type ArmRun } from "./arm.ts";
import type { Claim, Pattern } from "./pattern.ts";

const PERIOD = { from: "2014-04-01", before: "2020-04-01" };
const PERIOD_YEARS = 6;
const DECADE = { from: "2010-04-01", before: "2020-04-01" };
const FIRST = { from: "2010-04-01", before: "2011-04-01" };
const LAST = { from: "2019-04-01", before: "2020-04-01" };

const PLAN = {
  arms: ["direct-payments-first", "direct-payments-first"],
  period: DECADE,
  unit: "GBP million in ten years",
  decimals: 2,
} as const satisfies Partial<Claim>;

/** What directors call personalisation: more direct payments, at lower rates, taken back faster. */
export const PERSONALISATION: readonly SavingsAccount["cause"][] = [
  "direct-payment push",
  "direct-payment rate",
  "faster claw-back",
];

/** Pence of all accounts of a run's plan, in millions of pounds at the size of the mean council. */
const millions = ({ savings, scale }: ArmRun, of: (account: SavingsAccount) => number): number =>
  savings().reduce((sum, account) => sum + of(account), 0) / 1e8 / scale;

export const expectations: Pattern = {
  id: "P9",
  sentence:
    "Directors expect personalisation to save; what is realised falls short of it, and part of it is cost moved to the " +
    "people who use care.",
  source: "NAO 13, 14, 18",
  claims: [
    {
      ...PLAN,
      id: "P9a",
      sentence: "What personalisation realises falls short of what finance expects.",
      measure: "expected, and realised against the same council without the measure: push, rates and claw-back",
      expected: { way: "less", least: 4 },
      reason: "a tenth of the £40m expected at the outset of such a plan",
      sides: (first, second) => [
        millions(first, ({ expected }) => expected),
        millions(second, ({ realised }) => realised),
      ],
    },
    {
      ...PLAN,
      id: "P9b",
      sentence: "Part of what is realised is paid by people.",
      measure: "nothing, and what people have less: charges, top-ups, budgets",
      expected: { way: "more", least: 0.5 },
      reason: "£50,000 a year of a plan that takes about a million a year",
      sides: (_, second) => [0, millions(second, ({ borne }) => borne.people)],
    },
    {
      ...PLAN,
      id: "P9c",
      sentence: "And part is care that does not come.",
      measure: "nothing, and hours not given, at the framework fee",
      expected: { way: "more", least: 1 },
      reason: "£100,000 a year: one hour in two hundred of home care",
      sides: (_, second) => [0, millions(second, ({ beside }) => beside.unmetPence)],
    },
  ],
};

const TAKE_UP = {
  arms: ["baseline", "direct-payments-pushed-without-support"],
  period: PERIOD,
} as const satisfies Partial<Claim>;
const TEN_YEARS = { arms: ["baseline", "baseline"], period: LAST } as const satisfies Partial<Claim>;

export const monitored: Pattern = {
  id: "P11",
  sentence: "What is monitored, take-up, can improve while what matters, outcomes, drifts.",
  source: "NAO 11; PSE 2016",
  claims: [
    {
      ...TAKE_UP,
      id: "P11a",
      sentence: "Take-up pursued as an end in itself improves the return.",
      measure: "`monitoring.directPaymentSharePercent`",
      unit: "% of funded people",
      decimals: 1,
      expected: { way: "more", least: 3 },
      reason: "more than the 22 % median moved in a year",
      sides: meanOf("monitoring.directPaymentSharePercent", PERIOD),
    },
    {
      ...TAKE_UP,
      id: "P11b",
      sentence: "Meanwhile quality of life is lower.",
      measure: "`outcomes.qualityOfLife`",
      unit: "points, 0 to 24",
      decimals: 3,
      expected: { way: "less", least: 0.03 },
      reason: "0.3 for one funded person in ten",
      sides: meanOf("outcomes.qualityOfLife", PERIOD),
    },
    {
      ...TEN_YEARS,
      id: "P11c",
      sentence: "Over the decade itself the return improves.",
      measure: "`monitoring.personalBudgetSharePercent`, first year and last",
      unit: "% of funded people",
      decimals: 1,
      expected: { way: "more", least: 20 },
      reason: "from a third of people to nearly all; it follows in part from the councils' priority, an input",
      sides: overTime("monitoring.personalBudgetSharePercent", FIRST, LAST),
    },
    {
      ...TEN_YEARS,
      id: "P11d",
      sentence: "Over the same decade outcomes drift down, at a fixed composition of people.",
      measure: "`outcomes.drift`, first year and last",
      unit: "points, 0 to 24",
      decimals: 3,
      expected: { way: "less", least: 0.05 },
      reason: "twice what a year's survey of a thousand people could not tell from nothing",
      sides: overTime("outcomes.drift", FIRST, LAST),
    },
    {
      ...TAKE_UP,
      id: "P11e",
      sentence: "Against the same council without austerity, everybody with a need fares worse.",
      arms: ["no-austerity", "baseline"],
      measure: "`outcomes.everybody`",
      unit: "points, 0 to 24",
      decimals: 3,
      expected: { way: "less", least: 0.05 },
      reason: "as in P11d",
      sides: meanOf("outcomes.everybody", PERIOD),
    },
  ],
};

const FUND = {
  arms: ["baseline", "better-care-fund"],
  period: PERIOD,
  decimals: 1,
} as const satisfies Partial<Claim>;

export const jointMoney: Pattern = {
  id: "P12",
  sentence:
    "Joint money of health and care lowers moves to care homes and helps people back home at the margin, but does not " +
    "by itself cut emergency admissions or delays.",
  source: "PSE 2017",
  claims: [
    {
      ...FUND,
      id: "P12a",
      sentence: "Fewer people move to a care home.",
      measure: "`people.careHomeAdmissions`, a year",
      unit: "people a year",
      expected: { way: "less", least: 5 },
      reason: "one in fifty moves from the community (about 255 a year)",
      sides: yearlyOf("people.careHomeAdmissions", PERIOD, PERIOD_YEARS),
    },
    {
      ...FUND,
      id: "P12b",
      sentence: "More people begin with help to get back on their feet.",
      measure: "`nhs.reablementStarts`, a year",
      unit: "people a year",
      expected: { way: "more", least: 50 },
      reason: "one a week, of 46 discharges that need a package",
      sides: yearlyOf("nhs.reablementStarts", PERIOD, PERIOD_YEARS),
    },
    {
      ...FUND,
      id: "P12c",
      sentence: "Emergency admissions do not fall.",
      measure: "`nhs.emergencyAdmissions`, a year",
      unit: "admissions a year",
      expected: { way: "not less", most: 35 },
      reason: "2 % of about 1,750; the fund's own target was 3.5 % (E6-005)",
      sides: yearlyOf("nhs.emergencyAdmissions", PERIOD, PERIOD_YEARS),
    },
    {
      ...FUND,
      id: "P12d",
      sentence: "Nor do delays.",
      measure: "`waits.delayedDays`, a year",
      unit: "days a year",
      expected: { way: "not less", most: 90 },
      reason: "a tenth of the 18 days a week that the model counts",
      sides: yearlyOf("waits.delayedDays", PERIOD, PERIOD_YEARS),
    },
  ],
};
