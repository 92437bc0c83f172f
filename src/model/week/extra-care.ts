/** Part of phases 5 and 8. Families of people with a managed package buy more hours from the same agency, at its own price. */
import { isPlain } from "../rules/contract.ts";
import { buyWithBudget, type Purchase } from "../rules/purchase.ts";
import { Purpose } from "../world/accounts.ts";
import { bookExtra } from "../world/books.ts";
import { Funding, ProviderKind, Service } from "../world/codes.ts";
import { underContract } from "../world/contract.ts";
import { meansOf } from "../world/traits.ts";
import type { World } from "../world/world.ts";
import { freeMinutes } from "./stock.ts";
import { noteTopUp } from "./top-up.ts";
import { minutesOfVisits } from "../world/use-of-time.ts";

/** Extra care is bought in quarter hours. */
const QUARTER = 15;

/**
 * On the person's turn: where the hours agreed fall short of need and the family would, it adds what its means and its
 * valuation of the last hours allow, as a holder of a direct payment does, if the agency has room.
 */
export function reconsiderExtra(world: World, row: number, purchase: Purchase): void {
  const { people, providers, era, market } = world;
  const { funding, service, provider, need, bought, extra, noticeWeek, taste } = people.columns;
  const own = provider[row];
  if (own < 0 || service[row] !== Service.homeCare || noticeWeek[row] > 0) return;
  if (funding[row] !== Funding.managedBudget && funding[row] !== Funding.managedWithoutBudget) return;
  if (providers.columns.kind[own] !== ProviderKind.agency) return;
  const key = people.keys[row];
  const agreed = bought[row] - extra[row];
  const price = providers.columns.price[own];
  let minutes = 0;
  // Hours can only be added by the hour: where the contract pays otherwise than by the minute, nobody does.
  const byTheMinute = isPlain(world.terms) || !underContract(world, row);
  const willing = byTheMinute && world.draws["choice.managed"].uniform(key) < era.framework.managedTopUpShare;
  if (willing && need[row] >= agreed + QUARTER && price > 0) {
    const usual = market.openingPrice * market.priceIndex;
    const usualMeans = era.directPayment.familyIncome * market.priceIndex;
    const budget = (agreed * price) / 60;
    buyWithBudget(era, need[row], budget, price, usual, taste[row], meansOf(world, row), usualMeans, purchase);
    const room = Math.max(0, freeMinutes(world, own) + extra[row]);
    minutes = Math.floor(Math.min(purchase.minutes - agreed, room) / QUARTER) * QUARTER;
  }
  minutes = Math.max(0, minutes);
  if (minutes !== extra[row]) bookExtra(world, row, minutes);
}

/** The family pays the agency for its share of the minutes that came; returns how many those are. */
export function payForExtra(world: World, row: number): number {
  const { people, providers, ledger, accounts, tally } = world;
  const { provider, extra, bought, account, topUp } = people.columns;
  const own = provider[row];
  const minutes = Math.floor((minutesOfVisits(world.people, row) * extra[row]) / bought[row]);
  const cost = ledger.round((minutes * providers.columns.price[own]) / 60);
  const payee = providers.columns.account[own];
  ledger.pass(accounts.economy, account[row], payee, cost, Purpose.householdIncome, Purpose.topUp);
  providers.columns.revenue[own] += cost;
  topUp[row] = cost;
  noteTopUp(world, row, cost);
  tally.managedTopUpPence += cost;
  if (cost > 0) tally.managedToppingUp += 1;
  return minutes;
}
