/** All claims of one seed: every arm is run once. */
import type { ResolvedScenario, RunOptions } from "../../simulation/index.ts";
import { savingsOf } from "../savings.ts";
import { armOf, type ArmRun } from "./arm.ts";
import { PERSONALISATION } from "./council.ts";
import type { Claim, Pattern } from "./pattern.ts";

/** By claim, its two sides. */
export type SeedSides = Readonly<Record<string, readonly [first: number, second: number]>>;

/** What a run of one seed is asked for; claims are such. */
export type Asked = Pick<Claim, "id" | "arms" | "sides">;

/** A pattern's years, asked for as claims are: measure and year make the id. */
export const lagsOf = ({ id, lags }: Pattern): readonly Asked[] =>
  (lags?.measures ?? []).flatMap(([key]) =>
    yearsOf(lags).map((year) => ({
      id: lagId(id, key, year),
      arms: lags?.arms ?? ["", ""],
      sides: (first: ArmRun, second: ArmRun) => [yearlyIn(first, key, year), yearlyIn(second, key, year)],
    })),
  );

export const lagId = (pattern: string, key: string, year: number): string => `${pattern} ${key} ${year}`;

/** Financial years of the lags, by their first calendar year. */
export const yearsOf = (lags: Pattern["lags"]): readonly number[] =>
  lags === undefined ? [] : Array.from({ length: lags.last - lags.first + 1 }, (_, index) => lags.first + index);

const yearlyIn = ({ result }: ArmRun, key: string, year: number): number =>
  result.yearly[key][result.years.findIndex((name) => name.startsWith(`${year}-`))];

/**
 * Runs the arms that the claims name, under one seed.
 *
 * @param scenarioOf the resolved scenario of an arm
 * @param options of each run, for tests that plant faults
 */
export function sidesOf(
  claims: readonly Asked[],
  scenarioOf: (arm: string) => ResolvedScenario,
  seed: string,
  options: RunOptions = {},
): SeedSides {
  const runs = new Map<string, ArmRun>();
  const runOf = (arm: string): ArmRun => {
    const known = runs.get(arm);
    if (known !== undefined) return known;
    const scenario = scenarioOf(arm);
    const accounts = once(() => savingsOf(scenario, [seed], { causes: PERSONALISATION }));
    const run = armOf(scenario, seed, accounts, options);
    runs.set(arm, run);
    return run;
  };
  return Object.fromEntries(claims.map(({ id, arms, sides }) => [id, sides(runOf(arms[0]), runOf(arms[1]))]));
}

/** The same answer without asking twice. */
function once<T>(make: () => T): () => T {
  let made: readonly [T] | undefined;
  return () => {
    made ??= [make()];
    return made[0];
  };
}
