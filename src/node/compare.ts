/** Two scenarios side by side: every parameter that differs, the first week in which their runs do, and by how much. */
import type { Dated } from "../model/levers/parameter.ts";
import { isCompleteList, variedParameters, type VariedParameter } from "../experiment/variants.ts";
import type { ComparedRun, ComparedSide } from "./compared-side.ts";
import { Failure } from "./failure.ts";
import { digestOfDigests } from "./store/checksum.ts";
import type { Described } from "./store/write.ts";

type Values = readonly Dated<number | string>[];

export interface Side<V> {
  readonly a: V;
  readonly b: V;
}

export interface ParameterDifference extends Side<Values> {
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  /** Which file or option set it; "default" where none did. */
  readonly origins: Side<string>;
}

export interface Comparison {
  readonly scenarios: Side<string>;
  readonly hashes: Side<string>;
  readonly engineVersion: string;
  /** The first seed, whose weeks are compared. */
  readonly seed: string;
  readonly seeds: readonly string[];
  /** Digests of the first seed's runs. */
  readonly digests: Side<string>;
  /** One digest over all runs of each side. */
  readonly runs: Side<string>;
  /** Every run of one side is, to the last bit, that of the other. */
  readonly identical: boolean;
  /** Start, length and burn-in, where they differ. */
  readonly run: readonly ({ readonly what: string } & Side<string | number>)[];
  readonly parameters: readonly ParameterDifference[];
  /** The first recorded week of the first seed that differs; null where no shared week does. */
  readonly firstDifference: FirstDifference | null;
}

export interface FirstDifference {
  readonly week: number;
  readonly monday: string;
  /** Measures that differ in that week, with both values; null where not defined. */
  readonly measures: readonly ({ readonly key: string } & Side<number | null>)[];
}

/** What differs between two sides that hold runs of the same seeds, the first side's first. */
export function compareSides(a: ComparedSide, b: ComparedSide, seeds: readonly string[]): Comparison {
  refuseOtherEngine(a, b);
  assertNothingElse(a.described, b.described);
  const isIdentical = a.runs.every(({ digest }, place) => digest === b.runs[place].digest);
  const [hashA, hashB] = [a.described.scenarioHash, b.described.scenarioHash];
  if (hashA === hashB && !isIdentical) {
    throw new Failure("law", "two runs of one scenario and one seed are not the same", [
      "This is a bug of ours, or a results folder that was not made by this engine: `caremarket reproduce` tells which.",
    ]);
  }
  const digestOf = ({ runs }: ComparedSide): string =>
    digestOfDigests(seeds, Object.fromEntries(seeds.map((seed, place) => [seed, runs[place].digest])));
  return {
    scenarios: { a: a.described.scenario.name, b: b.described.scenario.name },
    hashes: { a: hashA, b: hashB },
    engineVersion: a.described.engineVersion,
    seed: seeds[0],
    seeds,
    digests: { a: a.runs[0].digest, b: b.runs[0].digest },
    runs: { a: digestOf(a), b: digestOf(b) },
    identical: isIdentical,
    run: runDifferences(a.described, b.described),
    parameters: parameterDifferences(a.described, b.described),
    firstDifference: firstDifference(a.runs[0], b.runs[0]),
  };
}

/** Figures of two engines differ for other reasons than the policy. */
function refuseOtherEngine(a: ComparedSide, b: ComparedSide): void {
  const [left, right] = [a.described.engineVersion, b.described.engineVersion];
  if (left === right) return;
  throw new Failure("invalid", `${a.source} was made by engine ${left} and ${b.source} by ${right}`, [
    "A difference between them would show the engines as well as the policy.",
    "Run both again with one version of caremarket, then compare.",
  ]);
}

export const variedBetween = (a: Described, b: Described): readonly VariedParameter[] => variedParameters([a, b]);

/** The first scenario with the listed differences put in must be the second, by its hash. */
function assertNothingElse(a: Described, b: Described): void {
  if (isCompleteList([a, b], 0, variedBetween(a, b))) return;
  throw new Failure("law", "the scenarios differ in more than the parameters found", ["This is a bug of ours."]);
}

function runDifferences(a: Described, b: Described): Comparison["run"] {
  const keys = ["start", "weeks", "burnInWeeks"] as const;
  return keys
    .filter((key) => a.scenario[key] !== b.scenario[key])
    .map((key) => ({ what: key, a: a.scenario[key], b: b.scenario[key] }));
}

/** Every leaf whose values by date are not the same, in the order of the registry. */
export function parameterDifferences(a: Described, b: Described): ParameterDifference[] {
  const origin = (described: Described, path: string): string => described.origins[path] ?? "default";
  return variedBetween(a, b)
    .filter(({ path }) => path in a.scenario.values)
    .map(({ path, label, unit }) => ({
      path,
      label,
      unit,
      a: a.scenario.values[path] ?? [],
      b: b.scenario.values[path] ?? [],
      origins: { a: origin(a, path), b: origin(b, path) },
    }));
}

type Weeks = Pick<ComparedRun, "mondays" | "weekly" | "weekDigests">;

/**
 * The first week, by date, that differs; weeks that only one run has are not compared. Where a side keeps no digest of
 * its weeks, their figures are compared; so are those of a week that ends one run and not the other, because the digest
 * of a run's last week takes in more.
 */
export function firstDifference(a: Weeks, b: Weeks): FirstDifference | null {
  const weekInB = new Map(b.mondays.map((monday, week) => [monday, week]));
  const isLast = ({ mondays }: Weeks, week: number): boolean => week === mondays.length - 1;
  for (const [week, monday] of a.mondays.entries()) {
    const other = weekInB.get(monday);
    if (other === undefined) continue;
    const measures = differingMeasures(a, b, week, other);
    const isSame =
      a.weekDigests === undefined || b.weekDigests === undefined || isLast(a, week) !== isLast(b, other)
        ? measures.length === 0
        : a.weekDigests[week] === b.weekDigests[other];
    if (!isSame) return { week, monday, measures };
  }
  return null;
}

function differingMeasures(a: Weeks, b: Weeks, week: number, other: number): FirstDifference["measures"] {
  const finite = (value: number): number | null => (Number.isNaN(value) ? null : value);
  return Object.keys(a.weekly)
    .filter((key) => Object.hasOwn(b.weekly, key) && !Object.is(a.weekly[key][week] + 0, b.weekly[key][other] + 0))
    .map((key) => ({ key, a: finite(a.weekly[key][week]), b: finite(b.weekly[key][other]) }));
}
