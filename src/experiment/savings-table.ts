/**
 * Accounts of savings as tables: what was expected and realised, who bore it, and what came of it beside money, each
 * with its range over seeds.
 */
import { SAVINGS_MEASURES } from "../model/rules/savings.ts";
import { meanOf, studentQuantile, varianceOf } from "./paired.ts";
import type { SavingsAccount, SavingsAim } from "./savings.ts";

/** How a line is found, in one sentence for each way. */
export const SAVINGS_FOUND = {
  held:
    "Each measure alone is switched off and the rest of the plan held as it was: the same council, the same people, " +
    "the same luck; the line is the difference, seed by seed.",
  answers:
    "Each measure alone is switched off for good, and the rest of the plan closes the gap without it: the same " +
    "people, the same luck; the line is the difference, seed by seed.",
} as const;

export interface SavingsColumn {
  readonly key: string;
  /** Short enough for the head of a column. */
  readonly label: string;
  readonly unit: "GBP million" | "hours" | "person-years" | "days" | "stays" | "points, 0 to 24";
  readonly sentence: string;
  readonly of: (account: SavingsAccount) => number;
}

export interface SavingsTable {
  readonly title: string;
  readonly columns: readonly SavingsColumn[];
}

const million = (pence: number): number => pence / 1e8;

const pounds = (
  key: string,
  label: string,
  sentence: string,
  pence: (account: SavingsAccount) => number,
): SavingsColumn => ({ key, label, unit: "GBP million", sentence, of: (account) => million(pence(account)) });

const what: SavingsTable = {
  title: "What finance expected, and what the council spent less",
  columns: [
    pounds(
      "expected",
      "expected",
      "The finance estimate of each April for the weeks left of the run, what was undone taken off.",
      ({ expected }) => expected,
    ),
    pounds(
      "realised",
      "realised",
      "What the council spent less, net of charges, than without the measure.",
      ({ realised }) => realised,
    ),
    pounds(
      "notRealised",
      "not realised",
      "Expected less realised: the gap that is there again next April, or is met from reserves.",
      ({ expected, realised }) => expected - realised,
    ),
    pounds(
      "kept.reserves",
      "realised: in reserves",
      "The part of what was realised that lies in reserves at the end; below 0, reserves bore it.",
      ({ kept }) => kept.reserves,
    ),
    pounds(
      "kept.taxpayers",
      "realised: overspend spared",
      "The part of what was realised that local taxpayers did not have to meet as an overspend.",
      ({ kept }) => kept.taxpayers,
    ),
  ],
};

const who: SavingsTable = {
  title: "Who bore what was realised: what each has less. It sums to what was realised; below 0 is a gain",
  columns: [
    pounds(
      "borne.families",
      "families' top-ups",
      "What families pay of their own for care beyond charges.",
      ({ borne }) => borne.families,
    ),
    pounds(
      "borne.people",
      "people: charges, payments",
      "Higher charges and lower direct payments of people who draw on care, top-ups apart.",
      ({ borne }) => borne.people,
    ),
    pounds(
      "borne.workers",
      "care workers",
      "Take-home pay and pensions of care workers.",
      ({ borne }) => borne.workers,
    ),
    pounds(
      "borne.providers",
      "providers",
      "Providers of community care, their owners and banks.",
      ({ borne }) => borne.providers,
    ),
    pounds("borne.careHomes", "care homes", "What care homes are paid less.", ({ borne }) => borne.careHomes),
    pounds(
      "borne.services",
      "staff, other services",
      "Assessment staff, and the rest of adult social care: commissioning, equipment, grants, support.",
      ({ borne }) => borne.staff + borne.otherServices,
    ),
    pounds(
      "borne.nhs",
      "NHS transfers",
      "What the NHS transfers; its days and stays are below.",
      ({ borne }) => borne.nhs,
    ),
    pounds(
      "borne.others",
      "suppliers, taxes",
      "Whom providers and people buy from, and taxes on pay.",
      ({ borne }) => borne.suppliers + borne.state,
    ),
    pounds(
      "borne.nextYear",
      "next year's bills",
      "Bills that are not yet paid at the end.",
      ({ borne }) => borne.nextYear,
    ),
  ],
};

const beside: SavingsTable = {
  title: "What came of it beside the council's accounts; more is worse",
  columns: [
    {
      key: "beside.unmetHours",
      label: "hours not given",
      unit: "hours",
      sentence: "Hours that people with support needed and did not get.",
      of: ({ beside: { unmetHours } }) => unmetHours,
    },
    pounds(
      "beside.unmet",
      "at the fee, £m",
      "Those hours at the framework fee.",
      (account) => account.beside.unmetPence,
    ),
    {
      key: "beside.supportYears",
      label: "years without support",
      unit: "person-years",
      sentence: "Person-years with funded support that there were fewer.",
      of: ({ beside: { supportYears } }) => supportYears,
    },
    {
      key: "beside.life",
      label: "quality of life lost",
      unit: "points, 0 to 24",
      sentence: "Points of quality of life lost, mean of those with support over the run.",
      of: ({ beside: { life } }) => life,
    },
    {
      key: "beside.delayedDays",
      label: "NHS: delayed days",
      unit: "days",
      sentence: "Days that people ready to leave hospital waited for a package.",
      of: ({ beside: { delayedDays } }) => delayedDays,
    },
    {
      key: "beside.admissions",
      label: "NHS: emergency stays",
      unit: "stays",
      sentence: "Emergency admissions: crises that ended in hospital.",
      of: ({ beside: { admissions } }) => admissions,
    },
    pounds(
      "beside.nhs",
      "NHS: cost, £m",
      "Those days and stays at what each costs the NHS (E6-006, E6-007).",
      (account) => account.beside.nhsPence,
    ),
  ],
};

export const SAVINGS_TABLES: readonly SavingsTable[] = [what, who, beside];

/** One figure over the seeds in which the measure was taken. */
export interface SavingsFigure {
  readonly mean: number;
  /** 95 % interval of the mean by Student's t; NaN with one seed. */
  readonly low: number;
  readonly high: number;
  /** In the order of the row's seeds. */
  readonly each: readonly number[];
}

export interface SavingsRow {
  readonly cause: SavingsAim;
  /** What the council does. */
  readonly sentence: string;
  /** Those in which it was taken. */
  readonly seeds: readonly string[];
  /** By key of a column. */
  readonly figures: Readonly<Record<string, SavingsFigure>>;
}

/** A row for each measure, in the order of the plan's list, the whole plan last. */
export function savingsRows(accounts: readonly SavingsAccount[]): readonly SavingsRow[] {
  const order: readonly SavingsAim[] = [...SAVINGS_MEASURES.map(({ cause }) => cause), "the whole plan"];
  const columns = SAVINGS_TABLES.flatMap((table) => table.columns);
  return order.flatMap((cause) => {
    const own = accounts.filter((account) => account.cause === cause);
    if (own.length === 0) return [];
    const figures = columns.map(({ key, of }) => [key, figureOf(own.map(of))] as const);
    const sentence = SAVINGS_MEASURES.find((each) => each.cause === cause)?.sentence ?? "All its measures together.";
    return [{ cause, sentence, seeds: own.map(({ seed }) => seed), figures: Object.fromEntries(figures) }];
  });
}

function figureOf(each: readonly number[]): SavingsFigure {
  const mean = meanOf(each);
  const reach = studentQuantile(each.length - 1) * Math.sqrt(varianceOf(each) / each.length);
  return { mean, low: mean - reach, high: mean + reach, each };
}
