/** Made-up results of a sweep whose answer is known beforehand: two policies, one uncertainty if wanted, few measures. */
import type { SweepArm, SweepAxis, SweepResults } from "../../src/experiment/sweep-results.ts";
import type { MeasureInfo } from "../../src/model/measures/measure.ts";
import type { ComparisonInput, SweepReportInput } from "../../src/report/index.ts";
import { madeUpGains, madeUpTopUps } from "./sweep-gains.ts";

const measure = (key: string, label: string, unit: string, yearly: MeasureInfo["yearly"]): MeasureInfo => ({
  key,
  label,
  unit,
  sentence: `${label}, counted over everybody in the area.`,
  yearly,
  headline: true,
});

export const SWEEP_MEASURES: readonly MeasureInfo[] = [
  measure("providers.failures", "Provider failures", "providers", "sum"),
  measure("topUps.sharePercent", "Share topping up", "% of holders who buy from agencies", "mean"),
  measure("unmet.hoursPercent", "Unmet need", "% of needed hours", "mean"),
  measure("outcomes.everybody", "Quality of life of everybody with a need", "points, 0 to 24", "mean"),
  measure("council.grossSpend", "Gross spending", "GBP million a year", "mean"),
  measure("council.communitySpend", "Community care spending", "GBP million a year", "mean"),
  measure("wages.floor", "Legal wage floor", "GBP per hour", "mean"),
];

/** What a unit of wage and of fee does to each measure, and how far seeds differ in it. */
const EFFECTS: Readonly<Record<string, { base: number; wage: number; fee: number; luck: number; own: number }>> = {
  "providers.failures": { base: 6, wage: 2, fee: -1.5, luck: 1, own: 0.4 },
  "topUps.sharePercent": { base: 24, wage: 3, fee: 0, luck: 2, own: 0.3 },
  "unmet.hoursPercent": { base: 8, wage: 1.5, fee: -2, luck: 0.8, own: 0.2 },
  "outcomes.everybody": { base: 18, wage: -0.3, fee: 0.4, luck: 0.2, own: 0.05 },
  "council.grossSpend": { base: 60, wage: 0.4, fee: 1.5, luck: 0.9, own: 0.1 },
  "council.communitySpend": { base: 25, wage: 0.2, fee: 1.2, luck: 0.4, own: 0.1 },
  "wages.floor": { base: 7.2, wage: 1, fee: 0, luck: 0, own: 0 },
};

export const WAGES: SweepAxis = {
  name: "wage",
  label: "Living wage from April 2016",
  unit: "GBP per hour",
  kind: "policy",
  values: [7.2, 8.2, 9.2],
};
export const FEES: SweepAxis = {
  name: "fee",
  label: "Fee pass-through",
  unit: "share",
  kind: "policy",
  values: [0, 1],
};
export const LUCK: SweepAxis = {
  name: "need",
  label: "Growth of need",
  unit: "choice",
  kind: "uncertainty",
  values: ["low", "high"],
};

const YEARS = ["2014-15", "2015-16", "2016-17", "2017-18"];
const FIRST_POLICY_YEAR = 2;

/** From −1 to 1, the same for the same whole numbers. */
function wobble(...parts: readonly number[]): number {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 13;
  }
  return ((hash >>> 0) / 4294967296) * 2 - 1;
}

/** Seeds differ by luck that all arms share; arms of a seed differ by the policy and, once it acts, by luck of their own. */
function figuresOf(arm: SweepArm, seed: number, key: string): Float64Array {
  const { base, wage, fee, luck, own } = EFFECTS[key];
  const [rise, follow] = [Number(arm.settings["wage"] ?? 7.2) - 7.2, Number(arm.settings["fee"] ?? 0)];
  const need = arm.settings["need"] === "high" ? 0.05 * base : 0;
  const place = SWEEP_MEASURES.findIndex((each) => each.key === key);
  const isPolicy = rise !== 0 || follow !== 0;
  return Float64Array.from(YEARS, (_, year) => {
    const common = base + need + luck * wobble(1, place, seed, year);
    if (year < FIRST_POLICY_YEAR || !isPolicy) return common;
    return common + wage * rise + fee * follow + own * wobble(2, place, seed, year, Math.round(rise * 10), follow);
  });
}

export interface WantedSweep {
  readonly seeds?: number;
  readonly axes?: readonly SweepAxis[];
  /** "arm seed" of the cells that failed. */
  readonly failed?: readonly string[];
  /** Whether the runs have kept their people. */
  readonly people?: boolean;
}

function armsOf(axes: readonly SweepAxis[]): readonly SweepArm[] {
  const settings = axes.reduce<readonly SweepArm["settings"][]>(
    (known, { name, values }) => known.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
    [{}],
  );
  return settings.map((each, index) => ({
    index,
    label: Object.entries(each)
      .map(([name, value]) => `${name} ${value}`)
      .join(", "),
    settings: each,
    scenarioHash: String(index).padStart(64, "0"),
  }));
}

export function sweepResults({ seeds: count = 8, axes = [WAGES, FEES], failed = [] }: WantedSweep = {}): SweepResults {
  const arms = armsOf(axes);
  const seeds = Array.from({ length: count }, (_, index) => String(index + 1));
  const holes = new Set(failed);
  return {
    name: "wage-and-fee",
    title: "A living wage, with and without fees that follow",
    question: "What does a higher living wage do when fees follow costs, and when they do not?",
    axes,
    arms,
    reference: 0,
    seeds,
    years: YEARS,
    measures: SWEEP_MEASURES.map(({ key }) => key),
    yearly: (arm, seed, key) => (holes.has(`${arm} ${seeds[seed]}`) ? undefined : figuresOf(arms[arm], seed, key)),
    failures: failed.map((cell) => {
      const [arm, seed] = cell.split(" ");
      return {
        arm: Number(arm),
        seed,
        reason: "law E17 broke in week 61",
        replay: `caremarket reproduce replay-${seed}`,
      };
    }),
  };
}

const common = (results: SweepResults) => ({
  results,
  measures: SWEEP_MEASURES,
  engineVersion: "0.1.0+3f9c2a7d",
  digest: "0123456789abcdef0123456789abcdef",
  differences: [
    {
      path: "wages.floor",
      label: "Legal wage floor",
      unit: "GBP per hour",
      evidence: "E1-001",
      variants: results.arms.map((_, index) => ({
        values: [
          { from: "", value: 6.7 },
          { from: "2016-04-01", value: 7.2 + index },
        ],
        origin: "wage-and-fee.yaml:7",
        arms: [index],
      })),
    },
  ],
  warnings: [],
});

export const sweepInput = (wanted: WantedSweep = {}): SweepReportInput => ({
  kind: "sweep",
  ...common(sweepResults(wanted)),
  hash: "ab12".repeat(16),
  reproduce: "caremarket sweep wage-and-fee.yaml --seeds 1-8",
  ...(wanted.people === true
    ? {
        gains: sweepResults(wanted)
          .arms.slice(1)
          .flatMap(({ index }) => [madeUpGains(index), madeUpTopUps(index)]),
      }
    : {}),
});

/** The dearest arm against the cheapest, or an arm against itself. */
export function comparisonInput(seeds = 8, isSame = false): ComparisonInput {
  const results = sweepResults({ seeds });
  const other = isSame ? 0 : 4;
  const arms = [results.arms[0], { ...results.arms[other], index: 1 }];
  const input = common({ ...results, name: "held-raised", axes: [], arms });
  return {
    kind: "comparison",
    ...input,
    results: { ...input.results, yearly: (arm, seed, key) => results.yearly(arm === 0 ? 0 : other, seed, key) },
    differences: isSame ? [] : input.differences,
    reproduce: "caremarket compare held.yaml raised.yaml --seeds 1-8",
    sources: ["held.yaml", "raised.yaml"],
    ...(isSame ? {} : { firstDifference: { week: 104, monday: "2016-04-04" } }),
    gains: [madeUpGains(1)],
  };
}
