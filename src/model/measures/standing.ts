/**
 * Who has how much of the money, so that runs can be compared to the penny: what one party has less, another has more.
 *
 * Most of it stands in the accounts. What people earn elsewhere and what workers spend passes through the economy's
 * account, and is told apart by its purpose.
 */
import { Purpose } from "../world/accounts.ts";
import { Holder } from "../world/codes.ts";
import { DUE_WEEKS } from "../world/providers.ts";
import type { World } from "../world/world.ts";

export const PARTIES = [
  "people",
  "families",
  "workers",
  "providers",
  "careHomes",
  "staff",
  "otherServices",
  "suppliers",
  "state",
  "nhs",
  "nextYear",
  "reserves",
  "taxpayers",
] as const;

export type Party = (typeof PARTIES)[number];

/** Net receipts since the founding, pence. All sum to zero. */
export type Standing = Readonly<Record<Party, number>>;

/**
 * Where everybody's money stands.
 *
 * @param held what is in the accounts of people, pence; counted one by one unless told
 */
export function standingOf(world: World, held = heldByPeople(world)): Standing {
  const { ledger, accounts } = world;
  const { balances, moved } = ledger;
  const [tills, bills] = ofProviders(world);
  const means = moved[Purpose.householdIncome] + moved[Purpose.careHomeCharge] - moved[Purpose.estate];
  const spent = moved[Purpose.consumption];
  const staff = moved[Purpose.assessmentStaff];
  const support = moved[Purpose.paymentSupport] + moved[Purpose.paymentCard] + moved[Purpose.assistantCheck];
  const market = moved[Purpose.voluntaryGrant] + moved[Purpose.marketShaping];
  const otherServices = moved[Purpose.otherSpend] + market + support;
  return {
    people: held - means + moved[Purpose.topUp],
    families: -moved[Purpose.topUp],
    workers: spent + balances[accounts.pensions],
    providers: tills + balances[accounts.owners] + balances[accounts.banks] + bills,
    careHomes: balances[accounts.careHomes],
    staff,
    otherServices,
    suppliers: balances[accounts.economy] + means - spent - staff - otherServices,
    state: balances[accounts.exchequer] + balances[accounts.hmrc],
    nhs: balances[accounts.nhs],
    nextYear: -bills,
    reserves: balances[accounts.council] + balances[accounts.reserves],
    taxpayers: balances[accounts.localTaxpayers],
  };
}

/** What providers have in their accounts, and what the council owes for care that was given, pence. */
function ofProviders({ providers, ledger, market }: World): readonly [tills: number, bills: number] {
  const { account } = providers.columns;
  let [tills, bills] = [0, 0];
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    tills += ledger.balances[account[row]];
    for (let slot = row * DUE_WEEKS; slot < (row + 1) * DUE_WEEKS; slot++) bills += market.due[slot];
  }
  for (let slot = 0; slot < DUE_WEEKS; slot++) bills += market.dueToBanks[slot];
  return [tills, bills];
}

function heldByPeople({ ledger: { balances, holders, accounts } }: World): number {
  let held = 0;
  for (let account = 0; account < accounts; account++) {
    if (holders[account] === Holder.person) held += balances[account];
  }
  return held;
}

/**
 * What is in the accounts of people by what is in all others, as all sum to nothing: quick enough for every week. Workers
 * spend in the week what they are paid, and hold none.
 */
export function leftToPeople({ providers, ledger: { balances }, accounts }: World): number {
  const { account } = providers.columns;
  let others = 0;
  for (let index = 0; index < providers.liveCount; index++) others += balances[account[providers.live[index]]];
  for (const institution of Object.values(accounts)) others += balances[institution];
  return -others;
}
