/** Phase 8. Everything that was agreed and done this week is paid for, or owed, through the ledger. */
import { bernoulli } from "../../kernel/index.ts";
import { HALF_YEAR, QUARTER_YEAR } from "../rules/smoothing.ts";
import { Purpose } from "../world/accounts.ts";
import { runningCost, startUpCash } from "../world/agency-costs.ts";
import { Funding, ProviderKind, Service, Stage } from "../world/codes.ts";
import { EventKind } from "../world/events.ts";
import { instalmentDue } from "../world/loans.ts";
import type { World } from "../world/world.ts";
import { receiveBetterCare } from "./better-care.ts";
import { budgetOf, communityPrice } from "./choice.ts";
import { payForExtra } from "./extra-care.ts";
import { invoice, openInvoices, payInvoices, payLicence, type Invoices } from "./invoices.ts";
import { payWorkers } from "./pay.ts";
import { lookAfterPayments, noteBudget } from "./payment-accounts.ts";
import { careHomeSpend, payTheRest } from "./rest-of-account.ts";
import { payServiceFund } from "./service-fund.ts";
import { noteTopUp } from "./top-up.ts";

export function money(world: World): void {
  const spentBefore = councilSpending(world);
  const communityBefore = communitySpending(world);
  const chargesBefore = world.ledger.moved[Purpose.charge];
  councilIncome(world);
  const invoices = openInvoices(world);
  payForPeople(world, invoices);
  payWorkers(world);
  runProviders(world, invoices);
  payInvoices(world, invoices);
  payLicence(world, invoices);
  payTheRest(world);
  lookAfterPayments(world);
  smoothSpending(
    world,
    councilSpending(world) - spentBefore,
    communitySpending(world) - communityBefore,
    world.ledger.moved[Purpose.charge] - chargesBefore,
  );
  balanceReserves(world);
}

const COMMUNITY_SPENDING = [
  Purpose.homeCareFee,
  Purpose.inHouseFee,
  Purpose.supportedLivingFee,
  Purpose.dayFee,
  Purpose.directPayment,
  Purpose.serviceFund,
] as const;
const OTHER_SPENDING = [
  Purpose.careHomeFee,
  Purpose.assessmentStaff,
  Purpose.otherSpend,
  Purpose.voluntaryGrant,
  Purpose.providerSupport,
  Purpose.marketShaping,
  Purpose.monitoringLicence,
  Purpose.paymentSupport,
  Purpose.paymentCard,
  Purpose.assistantCheck,
  Purpose.jointTeams,
] as const;

/** Spending on community care since the founding, pence. */
function communitySpending(world: World): number {
  const { moved } = world.ledger;
  let sum = -moved[Purpose.clawBack];
  for (const purpose of COMMUNITY_SPENDING) sum += moved[purpose];
  return sum;
}

/** Gross spending of the council on adult social care since the founding, pence. */
export function councilSpending(world: World): number {
  const { moved } = world.ledger;
  let sum = communitySpending(world);
  for (const purpose of OTHER_SPENDING) sum += moved[purpose];
  return sum;
}

function councilIncome(world: World): void {
  const { council, ledger, accounts } = world;
  ledger.transfer(accounts.exchequer, accounts.council, council.weeklyGrant, Purpose.grant);
  ledger.transfer(accounts.localTaxpayers, accounts.council, council.weeklyCouncilTax, Purpose.councilTax);
  ledger.transfer(accounts.localTaxpayers, accounts.council, council.weeklyPrecept, Purpose.precept);
  ledger.transfer(accounts.nhs, accounts.council, council.weeklyNhs, Purpose.nhsTransfer);
  receiveBetterCare(world);
}

/** Fees are invoiced and charges collected; direct payments are paid out and spent; self-funders pay. */
function payForPeople(world: World, invoices: Invoices): void {
  const { people, providers, ledger, accounts } = world;
  const { funding, provider, charge, account, stage, extra, delivered } = people.columns;
  const { price, revenue, account: payee } = providers.columns;
  const { householdIncome, charge: charged, privatePurchase } = Purpose;
  const fees = hourlyFees(world);
  const extras = world.market.extraMinutes > 0;
  let charges = 0;
  const { live, liveCount } = people;
  for (let index = 0; index < liveCount; index++) {
    const row = live[index];
    if (stage[row] !== Stage.served) continue;
    const route = funding[row];
    if (route === Funding.directPayment) {
      payDirectPayment(world, row);
      continue;
    }
    const own = provider[row];
    if (own < 0) continue;
    if (route === Funding.thirdParty) {
      revenue[own] += payServiceFund(world, row, own);
      continue;
    }
    if (route === Funding.selfFunded) {
      const cost = ledger.round((delivered[row] * price[own]) / 60);
      revenue[own] += cost;
      ledger.pass(accounts.economy, account[row], payee[own], cost, householdIncome, privatePurchase);
      continue;
    }
    const family = extras && extra[row] > 0 ? payForExtra(world, row) : 0;
    const fee = invoice(world, row, family, fees[own], invoices);
    if (route === Funding.shortTerm) continue;
    const due = Math.min(charge[row], fee);
    ledger.note(accounts.economy, account[row], accounts.council, due, householdIncome, charged);
    charges += due;
  }
  ledger.passNoted(accounts.economy, accounts.council, charges, householdIncome, charged);
}

/** What the council pays each provider for an hour, pence; a spot package costs so many times that. */
function hourlyFees(world: World): Float64Array {
  const { providers, council, era, market } = world;
  const { kind, price } = providers.columns;
  const fees = world.scratch.floats("hourlyFees", providers.rows);
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (kind[row] === ProviderKind.agency) fees[row] = council.fee;
    else if (kind[row] === ProviderKind.inHouse) fees[row] = era.framework.inHouseCost * market.priceIndex;
    else fees[row] = price[row];
  }
  return fees;
}

/**
 * A direct payment is paid net of the charge, which the holder pays in; then it is spent, and perhaps topped up. Nobody is
 * charged while nobody works for them.
 */
function payDirectPayment(world: World, row: number): void {
  const { people, providers, ledger, accounts, era } = world;
  const columns = people.columns;
  const { account, assistants, budgetAccount, charge, delivered, provider, service } = columns;
  columns.topUp[row] = 0;
  const budget = ledger.round(budgetOf(world, row));
  noteBudget(world, row, budget);
  const alone = service[row] === Service.assistant && assistants[row] === 0;
  const due = alone ? 0 : Math.min(charge[row], budget);
  ledger.transfer(accounts.council, budgetAccount[row], budget - due, Purpose.directPayment);
  // Wages cannot wait, so employers of assistants pay their charge in.
  const chance = service[row] === Service.assistant ? 0 : era.directPayment.arrears;
  const inArrears = due > 0 && bernoulli(world.draws["money.arrears"].uniform(people.keys[row]), chance);
  const unpaid = inArrears ? due : 0;
  if (!inArrears) {
    const { householdIncome, directPaymentCharge } = Purpose;
    ledger.pass(accounts.economy, account[row], budgetAccount[row], due, householdIncome, directPaymentCharge);
  }
  if (service[row] === Service.homeCare && provider[row] >= 0) {
    const own = provider[row];
    const cost = ledger.round((delivered[row] * providers.columns.price[own]) / 60);
    const seller = providers.columns.account[own];
    providers.columns.revenue[own] += spend(world, row, seller, cost, unpaid, Purpose.directPaymentPurchase);
  } else if (service[row] === Service.community) {
    const cost = ledger.round((delivered[row] * communityPrice(world)) / 60);
    spend(world, row, accounts.economy, cost, unpaid, Purpose.communityPurchase);
  }
}

/**
 * Pays from the direct-payment account while it lasts, the rest from the household: the top-up. What is short because
 * the charge was not paid in stays unpaid, a bad debt of whoever gave the care. Returns what was paid, pence.
 */
function spend(world: World, row: number, payee: number, cost: number, unpaid: number, purpose: number): number {
  const { people, ledger, accounts, tally } = world;
  const { account, budgetAccount } = people.columns;
  const fromBudget = Math.min(cost, Math.max(0, ledger.balances[budgetAccount[row]]));
  const badDebt = Math.min(unpaid, cost - fromBudget);
  const topUp = cost - fromBudget - badDebt;
  ledger.transfer(budgetAccount[row], payee, fromBudget, purpose);
  ledger.pass(accounts.economy, account[row], payee, topUp, Purpose.householdIncome, Purpose.topUp);
  people.columns.topUp[row] = topUp;
  noteTopUp(world, row, topUp);
  tally.topUpPence += topUp;
  tally.badDebtPence += badDebt;
  return fromBudget + topUp;
}

/** Overheads, instalments, drawings and, each quarter, payouts; then the week's margin is known. */
function runProviders(world: World, invoices: Invoices): void {
  const { providers, market, era, ledger, accounts, tally } = world;
  const books = providers.columns;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (books.kind[row] === ProviderKind.inHouse) continue;
    const hours = books.delivered[row] / 60;
    const agency = books.kind[row] === ProviderKind.agency;
    const fixed = agency ? era.prices.fixedPerWeek * market.priceIndex : 0;
    const spared = (invoices.monitoredMinutes[row] / 60) * era.framework.monitoringSaving * market.priceIndex;
    const overhead = ledger.round(Math.max(0, hours * runningCost(world, row) - spared) + fixed);
    ledger.transfer(books.account[row], accounts.economy, overhead, Purpose.overhead);
    books.revenue[row] += invoices.all[row];
    ledger.transfer(books.account[row], accounts.banks, instalmentDue(world, row), Purpose.loanService);
    books.cost[row] = books.payroll[row] + overhead;
    const cash = ledger.balances[books.account[row]];
    const comfort = era.providers.comfortWeeks * Math.max(books.costMean[row], 1);
    const full = agency ? era.prices.drawingsPerWeek * market.priceIndex : 0;
    const drawings = ledger.round(full * Math.min(1, Math.max(0, cash / comfort)));
    tally.drawingsDue += full;
    ledger.transfer(books.account[row], accounts.owners, drawings, Purpose.drawings);
    books.revenueMean[row] += (books.revenue[row] - books.revenueMean[row]) * HALF_YEAR;
    books.costMean[row] += (books.cost[row] + full - books.costMean[row]) * HALF_YEAR;
    const young =
      agency && books.enteredWeek[row] > 0 && world.week - books.enteredWeek[row] < era.providers.youngWeeks;
    const kept = Math.max(era.providers.cashKeptWeeks * books.costMean[row], young ? startUpCash(world) : 0);
    const spare = ledger.round(cash - drawings - kept);
    if (world.week % 13 === 12 && spare > 0) {
      ledger.transfer(books.account[row], accounts.owners, spare, Purpose.payout);
    }
  }
}

/** What the April forecast looks back on: about a quarter of a year. */
function smoothSpending(world: World, gross: number, community: number, charges: number): void {
  const { council } = world;
  const homes = careHomeSpend(world) * world.era.careHomes.chargeShare;
  const start = council.grossMean === 0;
  const pace = start ? 1 : QUARTER_YEAR;
  council.grossMean += (gross - council.grossMean) * pace;
  council.communityMean += (community - council.communityMean) * pace;
  council.chargesMean += (charges + homes - council.chargesMean) * pace;
}

/**
 * A week's shortfall is drawn from reserves; beyond empty reserves the council overspends, openly. A surplus makes good
 * what was overspent before, and the rest is added to reserves.
 */
function balanceReserves(world: World): void {
  const { council, ledger, accounts, events, week } = world;
  const balance = ledger.balances[accounts.council];
  if (balance >= 0) {
    const madeGood = Math.min(balance, council.toMakeGood);
    council.toMakeGood -= madeGood;
    ledger.transfer(accounts.council, accounts.localTaxpayers, madeGood, Purpose.overspendMadeGood);
    ledger.transfer(accounts.council, accounts.reserves, balance - madeGood, Purpose.reserveAddition);
    return;
  }
  const drawn = Math.min(-balance, Math.max(0, ledger.balances[accounts.reserves]));
  ledger.transfer(accounts.reserves, accounts.council, drawn, Purpose.reserveDraw);
  const over = -balance - drawn;
  if (over === 0) return;
  council.overspent += over;
  ledger.transfer(accounts.localTaxpayers, accounts.council, over, Purpose.overspend);
  events.add(week, EventKind["council.overspend"], 0, over);
}
