/** A fact's target, and what the runs give, as a reader sees them. */
import type { JudgedPart } from "../experiment/facts/index.ts";
import { digits } from "./units.ts";

/** "25.0 ± 3.0 %", "£13.70 ± 0.60", "at least 1.00". */
export function targetText(part: JudgedPart): string {
  const { target, tolerance, rule, unit } = part;
  const near = `${around(part, target)} ± ${show(part, tolerance)}`;
  const wanted = rule === "at least" ? `at least ${around(part, target - tolerance)}` : near;
  return unit === "%" ? `${wanted} %` : wanted;
}

/** "22.7 (22.2 to 24.0)": median, 5th and 95th percentile; the mean too where it is what counts. */
export function simulatedText(part: JudgedPart): string {
  const { median, p5, p95, mean } = part.simulated;
  if (median === null || p5 === null || p95 === null || mean === null) return "not defined";
  const range = `${around(part, median)} (${show(part, p5)} to ${show(part, p95)})`;
  return part.judgedBy === "mean" ? `${range}, mean ${show(part, mean)}` : range;
}

const show = ({ decimals }: JudgedPart, value: number): string => digits(value, decimals);

const around = (part: JudgedPart, value: number): string =>
  `${part.unit.startsWith("GBP") ? "£" : ""}${show(part, value)}`;
