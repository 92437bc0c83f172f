/**
 * A replay bundle is one file from which results can be made again anywhere: resolved scenarios, seeds, the digest that
 * each run must have, the engine's version. Every item has a checksum, so that what was changed can be named.
 */
import type { Dated } from "../../model/levers/parameter.ts";
import type { ResolvedScenario } from "../../simulation/scenario/index.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import { sha256 } from "../store/checksum.ts";
import type { WeeklyKept } from "../sweep/cell.ts";

export const BUNDLE_FORMAT = 1;

export interface BundleArm {
  /** Place in the design. */
  readonly index: number;
  readonly label: string;
  readonly settings: Readonly<Record<string, number | string>>;
  readonly scenarioHash: string;
  /** The parameters in which it differs from the bundle's scenario. */
  readonly changes: Readonly<Record<string, readonly Dated<number | string>[]>>;
}

export interface BundleRun {
  readonly arm: number;
  readonly seed: string;
  /** Digest of the run; left out where it failed. */
  readonly digest?: string;
  /** Of a sweep: checksum of all that its cell says. */
  readonly content?: string;
  /** Of a sweep that keeps people: SHA-256 of the run's table of them. */
  readonly people?: string;
  /** Why it failed; beside figures, why it failed when it was made again. */
  readonly reason?: string;
}

export interface BundleAbout {
  readonly kind: "run" | "sweep";
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly engineVersion: string;
  /** Of all results together. */
  readonly digest: string;
  /** In seed order. */
  readonly seeds: readonly string[];
  /** Of a sweep: which measures its cells keep by week. */
  readonly weekly: WeeklyKept;
  /** Of a sweep that keeps the people of each run; left out where it does not. */
  readonly people?: true;
  /** How many there are. */
  readonly arms: number;
}

export interface Bundle {
  readonly bundleFormat: typeof BUNDLE_FORMAT;
  readonly about: BundleAbout;
  readonly scenario: ResolvedScenario;
  readonly arms: readonly BundleArm[];
  /** Every arm of the first seed, then of the second. */
  readonly runs: readonly BundleRun[];
  /** Item -> checksum, and the whole's under "all". */
  readonly checksums: Readonly<Record<string, string>>;
}

export type BundleContent = Omit<Bundle, "bundleFormat" | "checksums">;

/** The items of a bundle in words, in the order in which they are checked. */
export function itemsOf({ about, scenario, arms, runs }: BundleContent): readonly (readonly [string, unknown])[] {
  return [
    ["about", about],
    ["scenario", scenario],
    ...arms.map((arm) => [armName(arm), arm] as const),
    ...runs.map((run) => [runName(run), run] as const),
  ];
}

export const armName = ({ index }: Pick<BundleArm, "index">): string => `arm ${index}`;

export const runName = ({ arm, seed }: Pick<BundleRun, "arm" | "seed">): string => `run of arm ${arm}, seed ${seed}`;

const DIGITS = 16;

/** Sixteen hexadecimal digits over an item's one text. */
export const checksumOf = (value: unknown): string => sha256(canonicalJson(value)).slice(0, DIGITS);

export function sealed(content: BundleContent): Bundle {
  const each = itemsOf(content).map(([name, value]): [string, string] => [name, checksumOf(value)]);
  const checksums = Object.fromEntries(each);
  return {
    bundleFormat: BUNDLE_FORMAT,
    ...content,
    checksums: { ...checksums, all: sha256(canonicalJson(checksums)) },
  };
}
