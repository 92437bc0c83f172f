/** The law of pay: every penny of gross pay reaches the worker, the state or the pension, and none is under the floor. */
import { financialYearOf } from "../../kernel/index.ts";
import { PURPOSES } from "../../model/world/accounts.ts";
import { Employment } from "../../model/world/codes.ts";
import type { Era } from "../../model/levers/index.ts";
import type { World } from "../../model/world/world.ts";
import type { Notes } from "../law.ts";
import { weeklyLaw } from "../weekly.ts";
import { lineOf } from "./recount-sources.ts";

const of = (name: (typeof PURPOSES)[number]): number => PURPOSES.indexOf(name);

/** What moved in the week by purpose and account. */
class Flows {
  readonly byPayer = new Map<number, number>();
  readonly byPayee = new Map<number, number>();

  add(purpose: number, from: number, to: number, pence: number): void {
    const payer = lineOf(from, purpose);
    const payee = lineOf(to, purpose);
    this.byPayer.set(payer, (this.byPayer.get(payer) ?? 0) + pence);
    this.byPayee.set(payee, (this.byPayee.get(payee) ?? 0) + pence);
  }

  paid = (purpose: number, from: number): number => this.byPayer.get(lineOf(from, purpose)) ?? 0;
  got = (purpose: number, to: number): number => this.byPayee.get(lineOf(to, purpose)) ?? 0;

  clear(): void {
    this.byPayer.clear();
    this.byPayee.clear();
  }
}

interface Slip {
  readonly net: number;
  readonly deducted: number;
  readonly employerInsurance: number;
  readonly pension: number;
}

/** A payslip by the rules of its year, written down a second time. */
function slipOf({ wages }: Era, gross: number, enrolled: boolean, unit: number): Slip {
  const whole = (pence: number): number => unit * Math.floor(pence / unit + 0.5);
  const above = (threshold: number): number => (gross > threshold ? gross - threshold : 0);
  const tax = whole(above(wages.incomeTaxAllowance) * wages.incomeTaxRate);
  const insurance = whole(above(wages.employerInsuranceThreshold) * wages.employeeInsuranceRate);
  const qualifying = enrolled ? above(wages.pensionThreshold) : 0;
  const own = whole(qualifying * wages.pensionEmployeeRate);
  return {
    net: gross - tax - insurance - own,
    deducted: tax + insurance,
    employerInsurance: whole(above(wages.employerInsuranceThreshold) * wages.employerInsuranceRate),
    pension: own + whole(qualifying * wages.pensionEmployerRate),
  };
}

/** What an employer must pay over for its workers this week. */
interface Owed {
  taxes: number;
  insurance: number;
  pension: number;
}

export const E4 = weeklyLaw(
  "E4",
  "Gross pay is net pay and deductions; the state gets exactly what was deducted and the employer's part; " +
    "no paid hour earns less than the wage floor of its week.",
  [
    "weeks of pay",
    "weeks of assistants' pay",
    "weeks of payroll tax",
    "weeks of assistants' payroll tax",
    "weeks of pension contributions",
  ],
  (notes) => {
    const flows = new Flows();
    const sinceApril = new Map<number, number>();
    return {
      transfer: (from, to, pence, purpose) => flows.add(purpose, from, to, pence),
      before: (phase) => {
        if (phase === "money") flows.clear();
      },
      after: (phase, world) => {
        if (phase === "calendar" && beginsYear(world)) sinceApril.clear();
        if (phase !== "money") return;
        const owed = checkWorkers(notes, world, flows);
        checkEmployers(notes, world, flows, owed, sinceApril);
      },
    };
  },
);

/** Whether a financial year begins, in the burn-in or later. */
function beginsYear({ timetable, week }: World): boolean {
  const monday = timetable.startDay + 7 * (week - timetable.burnInWeeks);
  return financialYearOf(monday) !== financialYearOf(monday - 7);
}

/**
 * Holds every worker's pay against a payslip of our own; returns what each provider must pay over, by row, and what was
 * due from budgets, below zero.
 */
function checkWorkers(notes: Notes, world: World, flows: Flows): ReadonlyMap<number, Owed> {
  const { workers, providers, people, era, ledger, week } = world;
  const { employment, provider, person, paid, wage, account } = workers.columns;
  const owed = new Map<number, Owed>();
  const byBudget = new Map<number, number>();
  for (let index = 0; index < workers.liveCount; index++) {
    const row = workers.live[index];
    if (paid[row] === 0 || employment[row] === Employment.seeking) {
      const idle = flows.got(of("pay"), account[row]) + flows.got(of("assistantPay"), account[row]);
      notes.unless(idle === 0, () => `week ${week}: worker ${workers.keys[row]} is paid ${idle} pence for no time`);
      continue;
    }
    const own = provider[row];
    const assistant = employment[row] === Employment.person;
    const hourly = assistant ? wage[row] : providers.columns.wage[own];
    const leave = assistant ? 1 + era.wages.leaveShare : 1;
    const gross = ledger.unit * Math.floor((paid[row] * leave * hourly) / 60 / ledger.unit + 0.5);
    const enrolled = !assistant && providers.columns.workers[own] >= era.wages.pensionSmallEmployerFrom;
    const slip = slipOf(era, gross, enrolled, ledger.unit);
    const got = flows.got(of(assistant ? "assistantPay" : "pay"), account[row]);
    const key = workers.keys[row];
    notes.seen(assistant ? "weeks of assistants' pay" : "weeks of pay");
    notes.unless(got === slip.net, () => `week ${week}: worker ${key} got ${got}, the payslip says ${slip.net}`);
    const least = (paid[row] / 60) * era.wages.floor - ledger.unit;
    notes.unless(gross >= least, () => `week ${week}: worker ${key} earned ${gross}, the floor asks ${least}`);
    if (assistant) {
      const budget = people.columns.budgetAccount[person[row]];
      const insurance = afterAllowance(world, person[row], slip.employerInsurance);
      byBudget.set(budget, (byBudget.get(budget) ?? 0) + slip.deducted + insurance);
      continue;
    }
    const sum = owed.get(own) ?? { taxes: 0, insurance: 0, pension: 0 };
    sum.taxes += slip.deducted;
    sum.insurance += slip.employerInsurance;
    sum.pension += slip.pension;
    owed.set(own, sum);
  }
  for (const [budget, due] of byBudget) {
    const toState = flows.paid(of("payrollTax"), budget);
    if (due > 0) notes.seen("weeks of assistants' payroll tax");
    notes.unless(toState === due, () => `week ${week}: ${toState} of ${due} reached the state from budget ${budget}`);
    owed.set(-1 - budget, { taxes: due, insurance: 0, pension: 0 });
  }
  return owed;
}

/** What is left of the insurance on an assistant once a week's part of the allowance, shared among all wanted, is let off. */
function afterAllowance({ era, people, ledger }: World, employer: number, insurance: number): number {
  const { assistantAllowance, employmentAllowance } = era.wages;
  const wanted = Math.max(1, people.columns.assistantsWanted[employer]);
  const left = Math.max(0, insurance - (assistantAllowance * employmentAllowance) / (365.25 / 7) / wanted);
  return ledger.unit * Math.floor(left / ledger.unit + 0.5);
}

/** Holds what providers paid over against the payslips, less what is left of the yearly allowance. */
function checkEmployers(
  notes: Notes,
  world: World,
  flows: Flows,
  owed: ReadonlyMap<number, Owed>,
  sinceApril: Map<number, number>,
): void {
  const { providers, era, ledger, week, accounts } = world;
  let toAll = 0;
  for (const [row, { taxes }] of owed) if (row < 0) toAll += taxes;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    const key = providers.keys[row];
    const { taxes, insurance, pension } = owed.get(row) ?? { taxes: 0, insurance: 0, pension: 0 };
    const before = sinceApril.get(key) ?? 0;
    const free = Math.max(0, Math.min(insurance, era.wages.employmentAllowance - before));
    sinceApril.set(key, before + insurance);
    const due = taxes + insurance - ledger.unit * Math.floor(free / ledger.unit + 0.5);
    const account = providers.columns.account[row];
    const toState = flows.paid(of("payrollTax"), account);
    const toPension = flows.paid(of("pension"), account);
    toAll += due;
    if (due > 0) notes.seen("weeks of payroll tax");
    if (pension > 0) notes.seen("weeks of pension contributions");
    notes.unless(toState === due, () => `week ${week}: provider ${key} paid the state ${toState}, owed ${due}`);
    notes.unless(toPension === pension, () => `week ${week}: provider ${key} paid ${toPension} of ${pension} pension`);
  }
  const got = flows.got(of("payrollTax"), accounts.hmrc);
  notes.unless(got === toAll, () => `week ${week}: the state got ${got} pence of payroll tax, ${toAll} were due`);
}
