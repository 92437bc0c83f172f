/** When a policy counts as failing, as a reader types it: a measure and a bound, such as "unmet.hoursPercent > 20". */
import { SensitivityError } from "./errors.ts";

export interface Condition {
  /** "" where only a bound was given. */
  readonly measure: string;
  readonly operator: "<" | "<=" | ">" | ">=";
  readonly bound: number;
}

const SHAPE = /^\s*([A-Za-z][\w.]*)?\s*(<=|>=|<|>)\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*$/;

/** @throws SensitivityError where the text is no such condition. */
export function conditionOf(text: string): Condition {
  const [, measure = "", operator, bound] = SHAPE.exec(text) ?? [];
  if (bound === undefined) {
    throw new SensitivityError(
      `${JSON.stringify(text)} is not a condition: write a measure, <, <=, > or >=, and a number, such as "unmet.hoursPercent > 20"`,
    );
  }
  return { measure, operator: operator as Condition["operator"], bound: Number(bound) };
}

/** False where there is no value. */
export function holds({ operator, bound }: Condition, value: number): boolean {
  if (operator === "<") return value < bound;
  if (operator === "<=") return value <= bound;
  return operator === ">" ? value > bound : value >= bound;
}
