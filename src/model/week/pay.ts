/** Workers are paid; the state and the pension get what is theirs. */
import { roundHalfUp } from "../../kernel/index.ts";
import { Purpose } from "../world/accounts.ts";
import { Employment } from "../world/codes.ts";
import type { World } from "../world/world.ts";
import { assistantInsurance, deductions, employerInsurance, pensionContribution } from "./payroll.ts";
import { noteTopUp } from "./top-up.ts";

/** Every worker is paid for the week; the state and the pension get exactly what was taken, and the employer's part. */
export function payWorkers(world: World): void {
  const { workers, providers, ledger, accounts, era } = world;
  const { employment, provider, account, paid, relief } = workers.columns;
  const { wages } = era;
  const { unit } = ledger;
  const journalled = ledger.journal !== undefined;
  const { wage, payroll, workers: staff, account: till } = providers.columns;
  const taxes = world.scratch.floats("taxes", providers.rows);
  const insurance = world.scratch.floats("insurance", providers.rows);
  const pensions = world.scratch.floats("pensions", providers.rows);
  const takeHome = world.scratch.floats("takeHome", providers.rows);
  payroll.fill(0);
  // Contribution rates by provider: nothing where the employer is too small to enrol.
  const ownRates = world.scratch.floats("pensionRates", providers.rows);
  const employerRates = world.scratch.floats("employerPensionRates", providers.rows);
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (staff[row] < wages.pensionSmallEmployerFrom) continue;
    ownRates[row] = wages.pensionEmployeeRate;
    employerRates[row] = wages.pensionEmployerRate;
  }
  const { live, liveCount } = workers;
  for (let index = 0; index < liveCount; index++) {
    const row = live[index];
    if (paid[row] === 0) {
      if (relief[row] > 0) payRelief(world, row);
      continue;
    }
    const own = provider[row];
    if (own < 0) {
      if (employment[row] === Employment.person) payAssistant(world, row);
      continue;
    }
    const gross = roundHalfUp((paid[row] * wage[own]) / 60, unit);
    const deducted = deductions(wages, gross, unit);
    const ownPension = pensionContribution(wages, gross, ownRates[own], unit);
    const employerPension = pensionContribution(wages, gross, employerRates[own], unit);
    const net = gross - deducted - ownPension;
    if (journalled) ledger.note(till[own], account[row], accounts.economy, net, Purpose.pay, Purpose.consumption);
    takeHome[own] += net;
    taxes[own] += deducted;
    insurance[own] += employerInsurance(wages, gross, unit);
    pensions[own] += ownPension + employerPension;
    payroll[own] += gross + employerPension;
  }
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    ledger.passNoted(till[row], accounts.economy, takeHome[row], Purpose.pay, Purpose.consumption);
  }
  payOver(world, taxes, insurance, pensions);
}

/** Each provider pays over what it took from pay and owes on it; the Employment Allowance lets the first pounds off. */
function payOver(world: World, taxes: Float64Array, insurance: Float64Array, pensions: Float64Array): void {
  const { providers, ledger, accounts, era } = world;
  const { account, payroll, insurance: sinceApril } = providers.columns;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    const left = era.wages.employmentAllowance - sinceApril[row];
    const letOff = ledger.round(Math.max(0, Math.min(insurance[row], left)));
    sinceApril[row] += insurance[row];
    const owed = insurance[row] - letOff;
    ledger.transfer(account[row], accounts.hmrc, taxes[row] + owed, Purpose.payrollTax);
    ledger.transfer(account[row], accounts.pensions, pensions[row], Purpose.pension);
    payroll[row] += owed;
  }
}

/** An assistant is paid from the direct payment, leave included; an employer who runs short puts in own money. */
function payAssistant(world: World, row: number): void {
  const { workers, people, ledger, accounts, era } = world;
  const { person, account, paid, wage } = workers.columns;
  const employer = person[row];
  const gross = ledger.round((paid[row] * (1 + era.wages.leaveShare) * wage[row]) / 60);
  const deducted = deductions(era.wages, gross, ledger.unit);
  const { assistantsWanted, budgetAccount } = people.columns;
  const insurance = assistantInsurance(era.wages, gross, assistantsWanted[employer], ledger.unit);
  const purse = budgetAccount[employer];
  const short = gross + insurance - ledger.balances[purse];
  if (short > 0) topUpForAssistant(world, employer, short);
  const net = gross - deducted;
  ledger.pass(purse, account[row], accounts.economy, net, Purpose.assistantPay, Purpose.consumption);
  ledger.transfer(purse, accounts.hmrc, deducted + insurance, Purpose.payrollTax);
}

/** A relief assistant costs the employer what the one who is away would have cost, leave included. */
function payRelief(world: World, row: number): void {
  const { workers, people, ledger, accounts, era } = world;
  const { person, relief, wage } = workers.columns;
  const employer = person[row];
  const cost = ledger.round((relief[row] * (1 + era.wages.leaveShare) * wage[row]) / 60);
  const purse = people.columns.budgetAccount[employer];
  const short = cost - ledger.balances[purse];
  if (short > 0) topUpForAssistant(world, employer, short);
  ledger.transfer(purse, accounts.economy, cost, Purpose.reliefCare);
}

function topUpForAssistant(world: World, row: number, pence: number): void {
  const { people, ledger, accounts, tally } = world;
  const { account, budgetAccount, topUp } = people.columns;
  ledger.pass(accounts.economy, account[row], budgetAccount[row], pence, Purpose.householdIncome, Purpose.topUp);
  topUp[row] += pence;
  noteTopUp(world, row, topUp[row]);
  tally.topUpPence += pence;
}
