/**
 * What becomes of a week's gross pay: what the state and the pension take, and what it costs the employer on top.
 *
 * All amounts are pence; each is rounded once, to `unit`, so that gross = net + deductions + the worker's pension.
 */
import { roundHalfUp, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import type { Era } from "../levers/index.ts";

type Wages = Era["wages"];

/** What is over a threshold, else nothing; without a branch, because pay lies on either side of it. */
const over = (gross: number, threshold: number): number => {
  const excess = gross - threshold;
  return (excess + Math.abs(excess)) / 2;
};

/** Employer National Insurance on pay above the threshold. */
export const employerInsurance = (wages: Wages, gross: number, unit: number): number =>
  roundHalfUp(over(gross, wages.employerInsuranceThreshold) * wages.employerInsuranceRate, unit);

/**
 * The same for a personal assistant. The employer may have the Employment Allowance too: a week's part of it, shared among
 * as many assistants as there are to be.
 */
export function assistantInsurance(wages: Wages, gross: number, assistants: number, unit: number): number {
  const allowance = (wages.assistantAllowance * wages.employmentAllowance) / WEEKS_PER_YEAR;
  return roundHalfUp(over(employerInsurance(wages, gross, unit), allowance / Math.max(1, assistants)), unit);
}

/** Income tax and employee National Insurance, each on pay above its own threshold. */
export const deductions = (wages: Wages, gross: number, unit: number): number =>
  roundHalfUp(over(gross, wages.incomeTaxAllowance) * wages.incomeTaxRate, unit) +
  roundHalfUp(over(gross, wages.employerInsuranceThreshold) * wages.employeeInsuranceRate, unit);

/** A pension contribution at a rate on pay above where contributions begin. */
export const pensionContribution = (wages: Wages, gross: number, rate: number, unit: number): number =>
  roundHalfUp(over(gross, wages.pensionThreshold) * rate, unit);
