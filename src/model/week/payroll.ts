/** What becomes of a worker's pay: what the worker gets, what the state and the pension take, what it costs on top. */
import { UNSET } from "../../kernel/index.ts";
import type { Era } from "../levers/index.ts";

export interface Payslip {
  gross: number;
  net: number;
  /** Income tax and employee National Insurance. */
  deducted: number;
  employerInsurance: number;
  /** Both sides' pension contributions. */
  pension: number;
  employerPension: number;
}

export const emptyPayslip = (): Payslip => ({
  gross: UNSET,
  net: UNSET,
  deducted: UNSET,
  employerInsurance: UNSET,
  pension: UNSET,
  employerPension: UNSET,
});

/**
 * Fills a payslip for one week's gross pay, pence. Every part is rounded once, so that gross = net + deducted +
 * the worker's pension to the penny.
 */
export function fillPayslip(era: Era, gross: number, enrolled: boolean, unit: number, slip: Payslip): void {
  const { wages } = era;
  const round = (pence: number): number => Math.floor(pence / unit + 0.5) * unit;
  const overThreshold = Math.max(0, gross - wages.employerInsuranceThreshold);
  const taxable = Math.max(0, gross - wages.incomeTaxAllowance);
  const pensionable = enrolled ? Math.max(0, gross - wages.pensionThreshold) : 0;
  const employeePension = round(pensionable * wages.pensionEmployeeRate);
  slip.gross = gross;
  slip.employerInsurance = round(overThreshold * wages.employerInsuranceRate);
  slip.deducted = round(taxable * wages.incomeTaxRate) + round(overThreshold * wages.employeeInsuranceRate);
  slip.employerPension = round(pensionable * wages.pensionEmployerRate);
  slip.pension = employeePension + slip.employerPension;
  slip.net = gross - slip.deducted - employeePension;
}
