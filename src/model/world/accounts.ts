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
  "betterCareFund",
  "charge",
  "careHomeCharge",
  "homeCareFee",
  "inHouseFee",
  "supportedLivingFee",
  "dayFee",
  "directPayment",
  "directPaymentCharge",
  "serviceFund",
  "clawBack",
  "paymentSupport",
  "paymentCard",
  "assistantCheck",
  "careHomeFee",
  "assessmentStaff",
  "otherSpend",
  "monitoringLicence",
  "voluntaryGrant",
  "providerSupport",
  "marketShaping",
  "jointTeams",
  "reserveDraw",
  "reserveAddition",
  "overspend",
  "overspendMadeGood",
  "householdIncome",
  "privatePurchase",
  "directPaymentPurchase",
  "topUp",
  "communityPurchase",
  "serviceFundPurchase",
  "managementFee",
  "pay",
  "assistantPay",
  "reliefCare",
  "payrollTax",
  "pension",
  "overhead",
  "drawings",
  "payout",
  "ownerCapital",
  "purchase",
  "loanService",
  "loanRepaid",
  "receivables",
  "writeOff",
  "consumption",
  "estate",
] as const;

type PurposeName = (typeof PURPOSES)[number];

export const Purpose = Object.freeze(
  Object.fromEntries(PURPOSES.map((name, index) => [name, index])) as Record<PurposeName, number>,
);

/** What each purpose is, as a line of somebody's account says it. */
export const PURPOSE_WORDS: Readonly<Record<PurposeName, string>> = {
  opening: "opening balance",
  grant: "grant from central government",
  councilTax: "council tax for care",
  precept: "adult social care precept",
  nhsTransfer: "transfer from the NHS",
  betterCareFund: "Better Care Fund",
  charge: "charge for care",
  careHomeCharge: "charges of care-home residents",
  homeCareFee: "home care fees from the council",
  inHouseFee: "cost of the council's own team",
  supportedLivingFee: "supported living fees from the council",
  dayFee: "day service fees from the council",
  directPayment: "direct payment from the council",
  directPaymentCharge: "charge paid into the direct payment",
  serviceFund: "budget held by a third party",
  paymentSupport: "support for holders of direct payments",
  paymentCard: "prepaid cards of holders",
  assistantCheck: "checks of assistants",
  clawBack: "unspent direct payment given back",
  careHomeFee: "care-home fees",
  assessmentStaff: "assessment staff",
  monitoringLicence: "licences for electronic monitoring",
  otherSpend: "other social care spending",
  voluntaryGrant: "grants to voluntary bodies",
  providerSupport: "emergency support for providers",
  marketShaping: "support for micro-providers",
  jointTeams: "joint teams with the NHS",
  reserveDraw: "drawn from reserves",
  reserveAddition: "added to reserves",
  overspend: "overspend met by local taxpayers",
  overspendMadeGood: "earlier overspend made good to local taxpayers",
  householdIncome: "household money put towards care",
  privatePurchase: "care bought with own money",
  directPaymentPurchase: "agency care from a direct payment",
  topUp: "top-up from own money",
  communityPurchase: "community options from a direct payment",
  serviceFundPurchase: "agency care bought by a third party",
  managementFee: "fee of a third party",
  pay: "take-home pay of care workers",
  assistantPay: "take-home pay of personal assistants",
  reliefCare: "relief assistants bought with a direct payment",
  payrollTax: "income tax and National Insurance",
  pension: "pension contributions",
  overhead: "mileage, running and fixed costs",
  drawings: "owner's drawings",
  payout: "paid out to owners",
  ownerCapital: "owner's capital",
  purchase: "lent to the buyer of an agency, and paid to the seller",
  loanService: "instalment on the loan for the agency",
  loanRepaid: "what was still owed on the loan for the agency, paid off at once",
  receivables: "invoices taken over by the bank",
  writeOff: "overdraft written off by the bank",
  consumption: "spent on living",
  estate: "estate",
};

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

/** The institutions as the other end of a line names them. */
export const INSTITUTION_WORDS: Readonly<Record<keyof Institutions, string>> = {
  council: "the council",
  reserves: "the council's reserves",
  exchequer: "central government",
  localTaxpayers: "local taxpayers",
  nhs: "the NHS",
  hmrc: "HM Revenue and Customs",
  pensions: "pension funds",
  banks: "the banks",
  owners: "the owners",
  careHomes: "care homes",
  economy: "the rest of the economy",
};

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
