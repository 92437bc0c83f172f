/** Whose money moves: what each party took in this week, less what it paid. All of them sum to nothing. */
import { row, type Measure } from "./measure.ts";
import { PARTIES, type Party } from "./standing.ts";

/** What each is called where all stand side by side, and what its receipts are. */
export const PARTY_WORDS: Readonly<Record<Party, readonly [label: string, sentence: string]>> = {
  people: [
    "People who draw on care",
    "What stays in direct-payment accounts, less what people pay of their own in charges and for care they buy.",
  ],
  families: ["Families who top up", "What families pay for more care, beyond charges: below 0."],
  workers: ["Care workers", "Take-home pay and pensions of care workers and personal assistants."],
  providers: [
    "Providers and their owners",
    "What providers of community care, their owners and their banks are left with, bills not yet paid to them included.",
  ],
  careHomes: ["Care homes", "What care homes are paid."],
  staff: ["The council's assessment staff", "What assessment staff cost."],
  otherServices: [
    "Other social care",
    "Commissioning, equipment, grants to voluntary bodies, and support for direct payments and for the market.",
  ],
  suppliers: ["Suppliers", "What providers and people pay for mileage, premises and whatever else they buy."],
  state: ["The Exchequer", "Tax and insurance on pay, less grants to the council."],
  nhs: [
    "The NHS, by what it transfers",
    "What it transfers to the council: below 0. What admissions and delayed days cost it is in no account.",
  ],
  nextYear: [
    "Next year, by bills left to pay",
    "What the council comes to owe for care that was given: below 0 where bills grow.",
  ],
  reserves: ["The council's reserves", "What is added to reserves and to the council's account, less what is drawn."],
  taxpayers: [
    "Local taxpayers",
    "What they pay in council tax, precept and for overspends: below 0. What is made good of overspends is taken off.",
  ],
};

export const receipts: readonly Measure[] = PARTIES.map((party, index) => {
  const [label, sentence] = PARTY_WORDS[party];
  return row(
    `receipts.${party}`,
    `Net receipts: ${label}`,
    "GBP million",
    sentence,
    "sum",
    ({ received }) => received[index] / 1e8,
  );
});
