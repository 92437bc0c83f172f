/** Workers are paid; the state and the pension get what is theirs. */
import { Purpose } from "../world/accounts.ts";
import { Employment } from "../world/codes.ts";
import type { World } from "../world/world.ts";
import { emptyPayslip, fillPayslip } from "./payroll.ts";

/** Every worker is paid for the week; the state and the pension get exactly what was taken, and the employer's part. */
export function payWorkers(world: World): void {
  const { workers, providers, people, ledger, accounts, era } = world;
  const { employment, provider, person, account, paid, wage } = workers.columns;
  const books = providers.columns;
  const taxes = world.scratch.floats("taxes", providers.rows);
  const insurance = world.scratch.floats("insurance", providers.rows);
  const pensions = world.scratch.floats("pensions", providers.rows);
  const slip = emptyPayslip();
  for (let index = 0; index < providers.liveCount; index++) books.payroll[providers.live[index]] = 0;
  for (let index = 0; index < workers.liveCount; index++) {
    const row = workers.live[index];
    if (paid[row] === 0) continue;
    if (employment[row] === Employment.provider) {
      const own = provider[row];
      const gross = ledger.round((paid[row] * books.wage[own]) / 60);
      fillPayslip(era, gross, books.workers[own] >= era.wages.pensionSmallEmployerFrom, ledger.unit, slip);
      ledger.pass(books.account[own], account[row], accounts.economy, slip.net, Purpose.pay, Purpose.consumption);
      taxes[own] += slip.deducted;
      insurance[own] += slip.employerInsurance;
      pensions[own] += slip.pension;
      books.payroll[own] += slip.gross + slip.employerPension;
    } else if (employment[row] === Employment.person) {
      const employer = person[row];
      const gross = ledger.round((paid[row] * (1 + era.wages.leaveShare) * wage[row]) / 60);
      fillPayslip(era, gross, false, ledger.unit, slip);
      const bridge = people.columns.budgetAccount[employer];
      const cost = slip.gross + slip.employerInsurance;
      const short = Math.max(0, cost - ledger.balances[bridge]);
      if (short > 0) topUpForAssistant(world, employer, short);
      ledger.pass(bridge, account[row], accounts.economy, slip.net, Purpose.assistantPay, Purpose.consumption);
      ledger.transfer(bridge, accounts.hmrc, slip.deducted + slip.employerInsurance, Purpose.payrollTax);
    }
  }
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    const before = books.insurance[row];
    books.insurance[row] += insurance[row];
    const allowance = Math.max(0, Math.min(insurance[row], era.wages.employmentAllowance - before));
    const owed = insurance[row] - ledger.round(allowance);
    ledger.transfer(books.account[row], accounts.hmrc, taxes[row] + owed, Purpose.payrollTax);
    ledger.transfer(books.account[row], accounts.pensions, pensions[row], Purpose.pension);
    books.payroll[row] += owed;
  }
}

/** An employer of assistants whose account runs short puts in own money. */
function topUpForAssistant(world: World, row: number, pence: number): void {
  const { people, ledger, accounts, tally } = world;
  const { account, budgetAccount, topUp } = people.columns;
  ledger.pass(accounts.economy, account[row], budgetAccount[row], pence, Purpose.householdIncome, Purpose.topUp);
  topUp[row] += pence;
  tally.topUpPence += pence;
}
