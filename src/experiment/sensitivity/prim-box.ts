/** A box: some ranges and alternatives, which runs lie inside, and how well it catches the runs that matter. */
import { exp, log } from "../../kernel/index.ts";

/** One axis over all rows: numbers, or named alternatives. */
export interface Column {
  readonly name: string;
  readonly values: readonly (number | string)[];
}

/** What a box asks of one axis: a range, both ends inside, or some of the alternatives. */
export type Limit =
  | { readonly name: string; readonly from: number; readonly to: number }
  | { readonly name: string; readonly kept: readonly string[] };

/** What a box asks of each column: numbers from and to, or a set of alternatives. */
export type Bounds = readonly Bound[];
export type Bound =
  | { readonly kind: "range"; readonly from: number; readonly to: number }
  | { readonly kind: "choice"; readonly kept: ReadonlySet<number | string> };

/** A column with any word in it is one of alternatives. */
export const isChoice = ({ values }: Column): boolean => values.some((value) => typeof value === "string");

/** The box that holds everything. */
export const widest = (columns: readonly Column[]): Bounds =>
  columns.map((column) =>
    isChoice(column)
      ? { kind: "choice", kept: new Set(column.values) }
      : { kind: "range", from: -Infinity, to: Infinity },
  );

export function isWithin(bound: Bound, value: number | string): boolean {
  if (bound.kind === "choice") return bound.kept.has(value);
  return (value as number) >= bound.from && (value as number) <= bound.to;
}

/** Those of the rows that lie in the box. */
export const inside = (rows: readonly number[], columns: readonly Column[], bounds: Bounds): number[] =>
  rows.filter((row) => bounds.every((bound, index) => isWithin(bound, columns[index].values[row])));

/** The same bounds with another one in one place. */
export const replaced = (bounds: Bounds, place: number, bound: Bound): Bounds =>
  bounds.map((usual, index) => (index === place ? bound : usual));

/** Whether a bound shuts anything out. */
export function restricts(bound: Bound, column: Column): boolean {
  return column.values.some((value) => !isWithin(bound, value));
}

/** The bound without an end beyond which no value lies: rows that were not looked at may lie there. */
export function opened(bound: Bound, { values }: Column): Bound {
  if (bound.kind === "choice") return bound;
  const isBelow = values.some((value) => (value as number) < bound.from);
  const isAbove = values.some((value) => (value as number) > bound.to);
  return { kind: "range", from: isBelow ? bound.from : -Infinity, to: isAbove ? bound.to : Infinity };
}

/** What a reader is told of a bound: ends at values that occur inside it. */
export function limitOf(bound: Bound, column: Column): Limit {
  const own = column.values.filter((value) => isWithin(bound, value));
  if (bound.kind === "choice") return { name: column.name, kept: [...new Set(own.map(String))].sort() };
  const numbers = own as number[];
  return {
    name: column.name,
    from: numbers.reduce((least, value) => Math.min(least, value), Infinity),
    to: numbers.reduce((most, value) => Math.max(most, value), -Infinity),
  };
}

/** How many of the rows matter. */
export function countOf(rows: readonly number[], isInteresting: readonly boolean[]): number {
  let count = 0;
  for (const row of rows) if (isInteresting[row]) count += 1;
  return count;
}

/**
 * The chance of at least `successes` in `trials` of the given chance: a sum of the binomial distribution's terms, each by
 * logarithms, so that thousands of trials do not underflow.
 */
export function binomialTail(trials: number, successes: number, chance: number): number {
  if (successes <= 0) return 1;
  if (successes > trials || chance <= 0) return 0;
  if (chance >= 1) return 1;
  let choose = 0;
  let sum = 0;
  for (let count = 0; count <= trials; count++) {
    if (count > 0) choose += log(trials - count + 1) - log(count);
    if (count >= successes) sum += exp(choose + count * log(chance) + (trials - count) * log(1 - chance));
  }
  return Math.min(1, sum);
}
