/**
 * Who has how much of the money, so that two runs can be compared to the penny: what one party has less, another has
 * more.
 *
 * Most of it stands in the accounts. What people earn elsewhere and what workers spend passes through the economy's
 * account, and is told apart by its purpose.
 */
import { Purpose } from "../model/world/accounts.ts";
import { Holder } from "../model/world/codes.ts";
import type { World } from "../model/world/world.ts";

/** Who may bear what the council saves, apart from the council and its taxpayers. */
const BEARERS = {
  families: "families' top-ups: more of their own money for care",
  people: "people who draw on care: higher charges, lower direct payments",
  workers: "care workers: take-home pay and pensions",
  providers: "providers of community care and their owners, bills not yet paid included",
  careHomes: "care homes",
  staff: "the council's assessment staff",
  otherServices: "the rest of adult social care: commissioning, equipment, grants, support for direct payments",
  suppliers: "whom providers and people buy from",
  state: "the Exchequer: taxes on pay",
  nhs: "the NHS, by what it transfers",
  nextYear: "next year: bills that are not yet paid",
} as const;

export type Bearer = keyof typeof BEARERS;
export const bearers = Object.keys(BEARERS) as readonly Bearer[];

/** Where what the council spends less is found again: in its reserves, or in an overspend that nobody had to meet. */
const KEEPERS = {
  reserves: "reserves, and what the council has in hand",
  taxpayers: "local taxpayers, who meet an overspend when reserves are empty",
} as const;

export type Keeper = keyof typeof KEEPERS;
export const keepers = Object.keys(KEEPERS) as readonly Keeper[];

/** Net receipts since the founding, pence. All sum to zero. */
export type Standing = Readonly<Record<Bearer | Keeper, number>>;

/** What the council has spent less, net of charges, than it took in. */
export const councilsOf = ({ reserves, taxpayers }: Standing): number => reserves + taxpayers;

/** Where everybody's money stands. */
export function standingOf(world: World): Standing {
  const { ledger, accounts } = world;
  const { balances, moved } = ledger;
  const held = { [Holder.person]: 0, [Holder.provider]: 0, [Holder.worker]: 0 } as Record<number, number>;
  for (let account = 0; account < ledger.accounts; account++) {
    const holder = ledger.holders[account];
    if (holder in held) held[holder] += balances[account];
  }
  const bills = unpaidBills(world);
  const means = moved[Purpose.householdIncome] + moved[Purpose.careHomeCharge] - moved[Purpose.estate];
  const spent = moved[Purpose.consumption];
  const staff = moved[Purpose.assessmentStaff];
  const support = moved[Purpose.paymentSupport] + moved[Purpose.paymentCard] + moved[Purpose.assistantCheck];
  const market = moved[Purpose.voluntaryGrant] + moved[Purpose.marketShaping];
  const otherServices = moved[Purpose.otherSpend] + market + support;
  const known = {
    reserves: balances[accounts.council] + balances[accounts.reserves],
    taxpayers: balances[accounts.localTaxpayers],
    families: -moved[Purpose.topUp],
    people: held[Holder.person] - means + moved[Purpose.topUp],
    workers: held[Holder.worker] + spent + balances[accounts.pensions],
    providers: held[Holder.provider] + balances[accounts.owners] + balances[accounts.banks] + bills,
    careHomes: balances[accounts.careHomes],
    staff,
    otherServices,
    state: balances[accounts.exchequer] + balances[accounts.hmrc],
    nhs: balances[accounts.nhs],
    nextYear: -bills,
  };
  return { ...known, suppliers: balances[accounts.economy] + means - spent - staff - otherServices };
}

/** What the council owes for care that was given, pence. */
function unpaidBills({ market }: World): number {
  let sum = 0;
  for (const pence of market.due) sum += pence;
  for (const pence of market.dueToBanks) sum += pence;
  return sum;
}
