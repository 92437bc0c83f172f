/** Part of phase 8. The council looks after direct payments: it takes back what lies idle, and pays for support. */
import { ROUND_WEEKS } from "../../kernel/index.ts";
import { Purpose } from "../world/accounts.ts";
import { Funding, Stage } from "../world/codes.ts";
import { EventKind } from "../world/events.ts";
import { supportNow } from "../world/support.ts";
import { budgetOf } from "./choice.ts";
import { musterOf } from "./muster.ts";
import type { World } from "../world/world.ts";

export function lookAfterPayments(world: World): void {
  takeBack(world);
  paySupport(world);
  world.council.holders = world.tally.holders;
  if (world.week < Math.max(1, world.timetable.burnInWeeks)) world.council.openingHolders = world.council.holders;
}

/** What the budget is, beside what the same hours would cost as a package that the council arranges. */
export function noteBudget({ people, council, tally }: World, row: number, budget: number): void {
  const { assessed, raised, budgetRatio } = people.columns;
  tally.holders += 1;
  tally.holderMinutes += assessed[row];
  tally.budgetPence += budget;
  tally.commissionedPence += (assessed[row] * council.fee) / 60;
  if (raised[row] > 0) tally.raisedPence += (budget * raised[row]) / budgetRatio[row];
}

/**
 * Balances beyond what a holder may keep go back to the council. It reads each holder's statements once in a round of
 * twelve weeks, about a quarter, as far as staff come to it; on cards it sees the balance at every turn.
 */
function takeBack(world: World): void {
  const { people, era, ledger, accounts, council, events, week } = world;
  const { statementsUnread } = world.tally;
  const draws = world.draws["money.statement"];
  const { funding, budgetAccount, stage, turn } = people.columns;
  const onCards = era.directPayment.monitoring === "prepaid cards";
  const place = week % ROUND_WEEKS;
  const weeks = Math.max(0, era.directPayment.clawBackWeeks - council.clawBackCut);
  const { onTurn, onTurnCount } = musterOf(world);
  for (let index = 0; index < onTurnCount; index++) {
    const row = onTurn[index];
    if (funding[row] !== Funding.directPayment && funding[row] !== Funding.thirdParty) continue;
    if (stage[row] !== Stage.served || (!onCards && turn[row] !== place)) continue;
    if (!onCards && statementsUnread > 0 && draws.uniform(people.keys[row]) < statementsUnread) continue;
    const budget = budgetOf(world, row);
    const spare = ledger.round(ledger.balances[budgetAccount[row]] - budget * weeks);
    if (spare <= 0) continue;
    ledger.transfer(budgetAccount[row], accounts.council, spare, Purpose.clawBack);
    // Less than a week's payment is in the accounts, and no turn in a life.
    if (spare >= budget) events.add(week, EventKind["person.clawedBack"], people.keys[row], spare);
  }
}

/** The support service, relief assistants kept ready, checks of new assistants, and cards where there are any. */
function paySupport(world: World): void {
  const { era, ledger, accounts, market, tally } = world;
  const { supportCost, coverCost, checkCost, cardFee, monitoring } = era.directPayment;
  const index = market.priceIndex;
  const support = tally.holders * supportCost * supportNow(world) + (tally.reliefMinutes / 60) * coverCost;
  ledger.transfer(accounts.council, accounts.economy, ledger.round(support * index), Purpose.paymentSupport);
  const checks = ledger.round(tally.assistantChecks * checkCost * index);
  ledger.transfer(accounts.council, accounts.economy, checks, Purpose.assistantCheck);
  if (monitoring !== "prepaid cards") return;
  const cards = ledger.round(tally.holders * cardFee * index);
  ledger.transfer(accounts.council, accounts.economy, cards, Purpose.paymentCard);
}
