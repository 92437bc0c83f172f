/**
 * What becomes of a week's gross pay: what the state and the pension take, and what it costs the employer on top.
 *
 * All amounts are pence; each is rounded once, to `unit`, so that gross = net + deductions + the worker's pension.
 */
import { roundHalfUp } from "../../kernel/index.ts";
import type { Era } from "../levers/index.ts";

type Wages = Era["wages"];

/** Employer National Insurance on pay above the threshold. */
export const employerInsurance = (wages: Wages, gross: number, unit: number): number =>
  gross <= wages.employerInsuranceThreshold
    ? 0
    : roundHalfUp((gross - wages.employerInsuranceThreshold) * wages.employerInsuranceRate, unit);

/** Income tax and employee National Insurance, each on pay above its own threshold. */
export function deductions(wages: Wages, gross: number, unit: number): number {
  const { employerInsuranceThreshold: threshold, incomeTaxAllowance: allowance } = wages;
  const tax = gross <= allowance ? 0 : roundHalfUp((gross - allowance) * wages.incomeTaxRate, unit);
  const insurance = gross <= threshold ? 0 : roundHalfUp((gross - threshold) * wages.employeeInsuranceRate, unit);
  return tax + insurance;
}

/** A pension contribution at a rate on pay above where contributions begin. */
export const pensionContribution = (wages: Wages, gross: number, rate: number, unit: number): number =>
  gross <= wages.pensionThreshold ? 0 : roundHalfUp((gross - wages.pensionThreshold) * rate, unit);
