/** Whose money it is, and what it moves for. */
import type { Ledger } from "../../kernel/index.ts";
import { Holder } from "./codes.ts";

/** Why money moves; `ledger.moved` is indexed by it. */
export const PURPOSES = [
  "opening",
  "grant",
  "councilTax",
  "precept",
  "nhsTransfer",
  "charge",
  "careHomeCharge",
  "homeCareFee",
  "inHouseFee",
  "supportedLivingFee",
  "dayFee",
  "directPayment",
  "directPaymentCharge",
  "clawBack",
  "careHomeFee",
  "assessmentStaff",
  "otherSpend",
  "reserveDraw",
  "reserveAddition",
  "overspend",
  "householdIncome",
  "privatePurchase",
  "directPaymentPurchase",
  "topUp",
  "communityPurchase",
  "pay",
  "assistantPay",
  "payrollTax",
  "pension",
  "overhead",
  "drawings",
  "payout",
  "ownerCapital",
  "receivables",
  "writeOff",
  "consumption",
  "estate",
] as const;

type PurposeName = (typeof PURPOSES)[number];

export const Purpose = Object.freeze(
  Object.fromEntries(PURPOSES.map((name, index) => [name, index])) as Record<PurposeName, number>,
);

/** The institutions, each with one account. */
export interface Institutions {
  readonly council: number;
  readonly reserves: number;
  readonly exchequer: number;
  readonly localTaxpayers: number;
  readonly nhs: number;
  readonly hmrc: number;
  readonly pensions: number;
  readonly banks: number;
  readonly owners: number;
  readonly careHomes: number;
  readonly economy: number;
}

/** Opens the institutions' accounts, first of all and in this order. */
export function openInstitutions(ledger: Ledger): Institutions {
  return {
    council: ledger.open(Holder.council),
    reserves: ledger.open(Holder.council),
    exchequer: ledger.open(Holder.outside),
    localTaxpayers: ledger.open(Holder.outside),
    nhs: ledger.open(Holder.outside),
    hmrc: ledger.open(Holder.outside),
    pensions: ledger.open(Holder.outside),
    banks: ledger.open(Holder.outside),
    owners: ledger.open(Holder.outside),
    careHomes: ledger.open(Holder.outside),
    economy: ledger.open(Holder.outside),
  };
}
