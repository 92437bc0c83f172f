/**
 * With what a council closes a gap, how far each measure may go in a year, and in which order they are taken.
 *
 * The list and the orders are all there is to know of a plan; `week/savings.ts` carries it out.
 */
import type { Era } from "../levers/index.ts";

export interface SavingsMeasure {
  /** Name, and the cause under which the decision is logged. */
  readonly cause:
    | "fee restraint"
    | "reserves"
    | "other spending"
    | "direct-payment push"
    | "direct-payment rate"
    | "framework consolidation"
    | "outcomes-based contracts"
    | "faster claw-back"
    | "review tightness"
    | "eligibility"
    | "voluntary substitution"
    | "assessment posts";
  /** What the council does. */
  readonly sentence: string;
  /** What becomes of it when there is money again. */
  readonly undone: string;
  /** The largest step of one April, in the measure's own unit; NaN where a rule decides. */
  readonly cap: (era: Era) => number;
  /** What it saves comes in while people come and are reviewed, not at once. */
  readonly phased: boolean;
  /** What it saves, it saves once. */
  readonly once: boolean;
}

const byRule = (): number => Number.NaN;
const BACK = "Taken back, the last measure of the plan first, at most a year's cap in a year.";

export const SAVINGS_MEASURES: readonly SavingsMeasure[] = [
  {
    cause: "fee restraint",
    sentence: "Fees and prices follow only part of what care costs more.",
    undone: "With no gap left, fees rise faster than costs.",
    cap: byRule,
    phased: false,
    once: false,
  },
  {
    cause: "reserves",
    sentence: "Reserves carry part of the gap for a year; nothing is saved.",
    undone: "It ends by itself: next April the whole gap is there again.",
    cap: byRule,
    phased: false,
    once: true,
  },
  {
    cause: "other spending",
    sentence: "Commissioning, equipment, grants and overheads are cut.",
    undone: BACK,
    cap: (era) => era.council.otherCutCap,
    phased: false,
    once: false,
  },
  {
    cause: "direct-payment push",
    sentence: "More people who start are pressed to take a direct payment.",
    undone: BACK,
    cap: (era) => era.council.pushSteps,
    phased: true,
    once: false,
  },
  {
    cause: "direct-payment rate",
    sentence: "Direct payments give less for an hour than the council's own rate.",
    undone: BACK,
    cap: (era) => era.council.rateCutCap,
    phased: false,
    once: false,
  },
  {
    cause: "framework consolidation",
    sentence: "The next framework has fewer places, so that each agency has more hours; only in a year of a tender.",
    undone: BACK,
    cap: (era) => era.council.consolidationCap,
    phased: true,
    once: false,
  },
  {
    cause: "outcomes-based contracts",
    sentence: "Agencies get a fixed sum a package, below the fee for the agreed time, and settle the time themselves.",
    undone: `${BACK} When the sum is whole again, packages are paid by the minute again.`,
    cap: (era) => era.council.contractSavingCap,
    phased: false,
    once: false,
  },
  {
    cause: "faster claw-back",
    sentence: "Unspent direct payments are taken back after fewer weeks.",
    undone: BACK,
    cap: (era) => era.council.clawBackCap,
    phased: false,
    once: true,
  },
  {
    cause: "review tightness",
    sentence: "Reviews recognise less of what needs have grown by.",
    undone: BACK,
    cap: (era) => era.council.reviewCutCap,
    phased: true,
    once: false,
  },
  {
    cause: "eligibility",
    sentence: "Fewer people are found eligible, the least in need first, as far as the law lets a council go.",
    undone: BACK,
    cap: (era) => era.council.eligibilityCutCap,
    phased: true,
    once: false,
  },
  {
    cause: "voluntary substitution",
    sentence: "At reviews voluntary options are looked for in place of days at a day service, while they have places.",
    undone: BACK,
    cap: (era) => era.council.substitutionCap,
    phased: true,
    once: false,
  },
  {
    cause: "assessment posts",
    sentence: "Posts of social workers and assessors are left vacant.",
    undone: BACK,
    cap: (era) => era.council.assessmentCutCap,
    phased: false,
    once: false,
  },
];

export type SavingsCause = SavingsMeasure["cause"];

/** Place of a measure in the list, which is its place in what the council remembers of a plan. */
export const placeOf = (cause: SavingsCause): number => SAVINGS_MEASURES.findIndex((each) => each.cause === cause);

const CONTRACTS: readonly SavingsCause[] = ["framework consolidation", "outcomes-based contracts"];
const REST: readonly SavingsCause[] = [...CONTRACTS, "faster claw-back"];
const PAYMENTS: readonly SavingsCause[] = ["direct-payment push", "direct-payment rate"];
const PEOPLE: readonly SavingsCause[] = ["review tightness", "eligibility", "voluntary substitution"];
const MONEY: readonly SavingsCause[] = ["fee restraint", "reserves"];

/** The orders a scenario may choose among. Which one councils follow is an assumption (NAO 13, 14; E1-027). */
export const SAVINGS_ORDERS: Readonly<Record<Era["council"]["savingsOrder"], readonly SavingsCause[]>> = {
  "fees first": [...MONEY, "other spending", ...PAYMENTS, ...REST, ...PEOPLE, "assessment posts"],
  "people first": [...PEOPLE, ...MONEY, "other spending", ...PAYMENTS, ...REST, "assessment posts"],
  "staff first": ["assessment posts", "other spending", ...MONEY, ...PAYMENTS, ...REST, ...PEOPLE],
  "direct payments first": [
    ...PAYMENTS,
    "faster claw-back",
    ...MONEY,
    "other spending",
    ...CONTRACTS,
    ...PEOPLE,
    "assessment posts",
  ],
  "reserves first": [
    "reserves",
    "fee restraint",
    "other spending",
    ...PAYMENTS,
    ...REST,
    ...PEOPLE,
    "assessment posts",
  ],
};

/** The measures in the order that is in force; a council that spends its reserves first does so whatever the order. */
export function planOf(era: Era): readonly SavingsMeasure[] {
  const order = SAVINGS_ORDERS[era.council.savingsOrder].map((cause) => SAVINGS_MEASURES[placeOf(cause)]);
  if (era.council.reservesPolicy !== "spend first") return order;
  const isReserves = ({ cause }: SavingsMeasure): boolean => cause === "reserves";
  return [...order.filter(isReserves), ...order.filter((measure) => !isReserves(measure))];
}

/** What reserves may carry of a year's gap, pence, where `least` is their minimum. */
export function carriedByReserves(era: Era, reserves: number, least: number): number {
  const spare = Math.max(0, reserves - least);
  if (era.council.reservesPolicy === "build up") return 0;
  return era.council.reservesPolicy === "spend first" ? spare : spare / era.council.reserveYears;
}

/** What a council that builds up its reserves puts aside in a year, pence: it widens the gap to be closed. */
export function putAside(era: Era, reserves: number, least: number): number {
  if (era.council.reservesPolicy !== "build up") return 0;
  return Math.max(0, era.council.wantedReserves * least - reserves) / era.council.reserveYears;
}
