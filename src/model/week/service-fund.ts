/** A third party holds somebody's budget: it takes its fee, buys from an agency, and can spend no more than there is. */
import { Purpose } from "../world/accounts.ts";
import type { World } from "../world/world.ts";
import { budgetOf } from "./choice.ts";

/**
 * The council pays the whole budget over and collects the charge itself, as for a package of its own. What the fund
 * lacks, because a price rose before hours were looked at again, stays unpaid. Returns what the agency gets, pence.
 */
export function payServiceFund(world: World, row: number, provider: number): number {
  const { people, providers, ledger, accounts, era, tally } = world;
  const { account, budgetAccount, charge, delivered } = people.columns;
  const fund = budgetAccount[row];
  const budget = ledger.round(budgetOf(world, row));
  ledger.transfer(accounts.council, fund, budget, Purpose.serviceFund);
  const due = Math.min(charge[row], budget);
  ledger.pass(accounts.economy, account[row], accounts.council, due, Purpose.householdIncome, Purpose.charge);
  const fee = ledger.round(budget * era.route.thirdPartyFee);
  ledger.transfer(fund, accounts.economy, fee, Purpose.managementFee);
  const cost = ledger.round((delivered[row] * providers.columns.price[provider]) / 60);
  const paid = Math.min(cost, ledger.balances[fund]);
  ledger.transfer(fund, providers.columns.account[provider], paid, Purpose.serviceFundPurchase);
  tally.badDebtPence += cost - paid;
  return paid;
}
