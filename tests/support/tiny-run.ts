/** Runs the tiny council and keeps every transfer under the names of those who pay and are paid. */
import { readFileSync } from "node:fs";
import { lookupAmong, PURPOSES, resolveOrThrow, type RunResult, simulate } from "../../src/simulation/index.ts";

type Purpose = (typeof PURPOSES)[number];
/** By "payer → payee", pence in each week. */
type ByRoute = Record<string, number[]>;

export interface TinyRun {
  readonly result: RunResult;
  /** What moved for a purpose; empty where nothing did. */
  readonly paid: (purpose: Purpose) => ByRoute;
  /** What is left in each named account at the end, pence. */
  readonly balances: Readonly<Record<string, number>>;
}

/**
 * Accounts are numbered in the order in which they open: institutions, providers, people (each with a household and a
 * direct-payment account), workers. Beth's assistants, one or two of them, come last and count as one.
 */
const INSTITUTIONS = ["council", "reserves", "exchequer", "taxpayers", "NHS", "HMRC", "pensions", "banks", "owners"];
const OTHERS = ["care homes", "economy", "own team", "agency", "supported living"];
const PEOPLE = ["Ada", "Alf", "Amy", "Art", "Bill", "Beth", "Carl", "Cleo", "Cora", "Dora", "Eve", "Ezra"];
const HOUSEHOLDS = PEOPLE.flatMap((name) => [name, `${name}'s direct payment`]);
const WORKERS = ["Fay", "Finn", "Flo", "Gina", "Gus"];
const NAMES = [...INSTITUTIONS, ...OTHERS, ...HOUSEHOLDS, ...WORKERS];
const nameOf = (account: number): string => NAMES[account] ?? "Beth's assistants";

/**
 * @param weeks how long to run: eight weeks, as the scenario says, unless told
 * @param set what is changed for this run, as after `--set`
 */
export function runTiny(seed: string, weeks = 8, set: readonly string[] = []): TinyRun {
  const text = readFileSync(new URL("../../scenarios/tiny.yaml", import.meta.url), "utf8");
  const entry = { name: "tiny.yaml", text };
  const { scenario } = resolveOrThrow({ entry, lookup: lookupAmong({}, {}), flags: { weeks }, set });
  const moved = new Map<string, ByRoute>();
  const balances: Record<string, number> = {};
  const result = simulate(scenario, seed, {
    checks: "full",
    journal: {
      transfer: (week, from, to, amount, purpose) => {
        const [payer, payee] = [nameOf(from), nameOf(to)];
        balances[payer] = (balances[payer] ?? 0) - amount;
        balances[payee] = (balances[payee] ?? 0) + amount;
        const byRoute = moved.get(PURPOSES[purpose]) ?? {};
        moved.set(PURPOSES[purpose], byRoute);
        const route = `${payer} → ${payee}`;
        byRoute[route] ??= Array.from({ length: weeks }, () => 0);
        byRoute[route][week] += amount;
      },
    },
  });
  return { result, paid: (purpose) => moved.get(purpose) ?? {}, balances };
}

/**
 * A sum on paper and the penny it rounds to, halves up. The two must agree, so that neither is taken on trust.
 *
 * @returns the rounded pence
 */
export function pence(exact: number, rounded: number): number {
  if (Math.floor(exact + 0.5) !== rounded) throw new Error(`on paper: ${exact} pence is not ${rounded} to the penny`);
  return rounded;
}

/** What moves in each of eight weeks: five before April, three after. */
export const weekly = (before: number, after: number): number[] => [
  ...Array.from({ length: 5 }, () => before),
  ...Array.from({ length: 3 }, () => after),
];
