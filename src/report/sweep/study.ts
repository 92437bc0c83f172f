/** What the arms of a sweep come to beside their reference, measure by measure: what every part of its page reads. */
import { armBasis, armFigures, armPeriod, type ArmPeriod } from "../../experiment/arm-figures.ts";
import { counterpartsOf } from "../../experiment/counterparts.ts";
import { meanOf, pairedOf, varianceOf, type Paired } from "../../experiment/paired.ts";
import { quantile } from "../../experiment/spread.ts";
import type { SweepArm } from "../../experiment/sweep-results.ts";
import type { MeasureInfo } from "../../model/measures/measure.ts";
import { isDefined } from "../statistics.ts";
import { digits, signedFigure, unitOf, type Unit } from "../units.ts";
import { shownArms } from "./arms.ts";
import { betterDirection, type Direction } from "./directions.ts";
import type { ArmsInput } from "./input.ts";

/**
 * higher, lower: the 95 % interval has a width and lies on one side of zero as printed. slight: it does, but the difference
 * is too small to matter. same: exactly equal in every seed.
 */
export type EffectVerdict = "higher" | "lower" | "slight" | "unclear" | "same" | "one seed";

export interface Effect {
  readonly paired: Paired;
  readonly verdict: EffectVerdict;
}

export interface Outcome {
  readonly measure: MeasureInfo;
  readonly better: Direction | undefined;
  /** How levels are written. */
  readonly unit: Unit;
  /** How differences are: with as many decimals as tell them apart. */
  readonly fine: Unit;
  /** "in 2019-20": what each run's figure is. */
  readonly basis: string;
  /** By arm, then by seed: each run's figure in the unit's scale; NaN where there is none. */
  readonly runs: readonly (readonly number[])[];
  /** By arm: the mean over its seeds, in the unit's scale; NaN where no seed has a figure. */
  readonly levels: readonly number[];
  /** By arm, against its counterpart, in the unit's scale; undefined for a reference and where no seed has both. */
  readonly effects: readonly (Effect | undefined)[];
  /** What a difference of it is large or small beside. */
  readonly size: number;
  /** The largest difference, of worlds how far nine of ten lie apart, as a share of that size: orders measures of all units. */
  readonly weight: number;
  /** No run of an arm differs from its other runs: set by the policy or by nothing, not found by the simulation. */
  readonly isSet: boolean;
}

export interface Study {
  readonly input: ArmsInput;
  readonly period: ArmPeriod;
  readonly arms: readonly SweepArm[];
  /** By arm: the arm that it is compared with. */
  readonly counterparts: readonly number[];
  /** No policy differs between arms: each is a world of its own, and none can be compared with a reference. */
  readonly isOfWorlds: boolean;
  /** In the order in which measures are declared. */
  readonly outcomes: readonly Outcome[];
  /** Those that are headline, the largest difference first; first of all if none is. */
  readonly headlines: readonly Outcome[];
}

/** Without a headline measure this many others stand in. */
const STAND_INS = 12;

export function studyOf(input: ArmsInput): Study {
  const { results } = input;
  const held = new Set(results.measures);
  const period = input.asked ?? armPeriod(results, input.wholeYears);
  const counterparts = counterpartsOf(results);
  const outcomes = input.measures
    .filter(({ key }) => held.has(key))
    .map((measure) => outcomeOf(input, measure, period, counterparts));
  const headlines = outcomes.filter(({ measure }) => measure.headline);
  const chosen = (headlines.length > 0 ? headlines : outcomes.slice(0, STAND_INS)).filter(({ levels }) =>
    levels.some(isDefined),
  );
  return {
    input,
    period,
    arms: shownArms(results),
    counterparts,
    isOfWorlds: hasOnlyWorlds(counterparts),
    outcomes,
    headlines: [...chosen].sort((a, b) => b.weight - a.weight),
  };
}

/** The arm that is not the reference, where there are two. */
export const comparedArm = ({ input: { results } }: Study): number =>
  results.arms.findIndex((_, place) => place !== results.reference);

const hasOnlyWorlds = (counterparts: readonly number[]): boolean =>
  counterparts.length > 1 && counterparts.every((other, arm) => other === arm);

/** Squares of larger sizes overflow, so that no interval could be given: they count as not defined. */
const LARGEST = 1e150;

function outcomeOf(
  input: ArmsInput,
  measure: MeasureInfo,
  period: ArmPeriod,
  counterparts: readonly number[],
): Outcome {
  const { results } = input;
  const raw = armFigures(results, measure, period);
  const largest = Math.max(
    0,
    ...raw
      .flat()
      .filter((value) => isDefined(value) && Math.abs(value) <= LARGEST)
      .map(Math.abs),
  );
  const unit = levelUnit(measure, largest);
  const runs = raw.map((values) =>
    values.map((value) => (Math.abs(value) > LARGEST ? Number.NaN : value * unit.scale)),
  );
  const paired = runs.map((values, arm) =>
    counterparts[arm] === arm ? undefined : pairedOf(runs[counterparts[arm]], values),
  );
  const levels = runs.map((values) => {
    const defined = values.filter(isDefined);
    return defined.length === 0 ? Number.NaN : meanOf(defined);
  });
  const isOfWorlds = hasOnlyWorlds(counterparts);
  const largestDifference = largestOf(isOfWorlds ? fromTheirMean(levels) : paired.flatMap((each) => each?.mean ?? []));
  // A change on the scale is in points: the scale's ends say where a level may lie.
  const fine = fineUnit(
    isPoints(measure) ? { ...unit, label: "points" } : unit,
    Math.max(largestDifference, doubtOf(paired, largestDifference)),
  );
  const size = sizeOf(measure, runs[results.reference] ?? [], levels[results.reference], levels);
  const scale = { unit, fine, size };
  return {
    measure,
    better: betterDirection(measure.key),
    unit,
    fine,
    basis: armBasis(results.years, measure.yearly, period),
    runs,
    levels,
    effects: paired.map(
      (each, arm) => each && { paired: each, verdict: verdictOf(each, scale, [runs[counterparts[arm]], runs[arm]]) },
    ),
    size,
    weight: weightOf(isOfWorlds ? reachOfMost(levels) : largestDifference, size),
    isSet: results.seeds.length > 1 && runs.every((values) => new Set(values.filter(isDefined)).size <= 1),
  };
}

function levelUnit(measure: MeasureInfo, largest: number): Unit {
  const unit = unitOf(measure.unit, largest);
  const isSum = measure.yearly === "sum" && !/\ba (year|week)\b/.test(unit.label);
  return isSum ? { ...unit, label: `${unit.label} a year` } : unit;
}

/** A figure for a whole year: what adds up over its weeks, or is a rate a year. */
export const isAYear = ({ yearly, unit }: MeasureInfo): boolean =>
  yearly === "sum" || (/\b(a|per) year\b/.test(unit) && !unit.startsWith("%"));

/** On the scale of quality of life, or a change on it. */
export const isPoints = ({ unit }: MeasureInfo): boolean => /^points?\b/.test(unit);

/** How far the scale of quality of life goes. */
const POINTS = 24;

/** How far each world lies from the mean of all. */
function fromTheirMean(levels: readonly number[]): readonly number[] {
  const known = levels.filter(isDefined);
  return known.length === 0 ? [] : known.map((level) => level - meanOf(known));
}

/** Of fewer worlds than this all are spoken of; of more nine of ten, so that no single one decides. */
export const FEW_WORLDS = 20;

/** Half of how far nine of ten worlds lie apart, or all of a few: one odd world makes no measure vary. */
function reachOfMost(levels: readonly number[]): number {
  const sorted = Float64Array.from(levels.filter(isDefined)).sort();
  if (sorted.length === 0) return 0;
  const tail = sorted.length < FEW_WORLDS ? 0 : 0.05;
  return (quantile(sorted, 1 - tail) - quantile(sorted, tail)) / 2;
}

const largestOf = (values: readonly number[]): number => Math.max(0, ...values.map(Math.abs));

/** How far to either side the interval of the largest difference goes; 0 where it has none. */
function doubtOf(paired: readonly (Paired | undefined)[], largest: number): number {
  const found = paired.find((each) => each !== undefined && Math.abs(each.mean) === largest);
  const doubt = found === undefined ? 0 : (found.high - found.low) / 2;
  return isDefined(doubt) ? doubt : 0;
}

/**
 * Two digits of the largest difference, or of the doubt about it where that is larger; three decimals at most: small
 * effects on large levels must not print as zero.
 */
function fineUnit(unit: Unit, largest: number): Unit {
  let decimals = 0;
  while (decimals < 3 && largest * 10 ** decimals < 10) decimals++;
  return largest === 0 ? unit : { ...unit, decimals: Math.max(Math.min(unit.decimals, 2), decimals) };
}

/** Digits that an interval may have beyond the measure's own, so that it is not printed as one number or as ending at zero. */
const MORE_DIGITS = 2;

/** As many digits more as tell the ends of an interval apart, from each other and from zero. */
export function intervalUnit({ low, high }: Pick<Paired, "low" | "high">, unit: Unit): Unit {
  const text = (value: number, decimals: number): string => signedFigure(value, { ...unit, decimals });
  const isEmpty = (decimals: number): boolean => {
    const isLost = (end: number): boolean => end !== 0 && !/[1-9]/.test(text(end, decimals));
    return (low < high && text(low, decimals) === text(high, decimals)) || isLost(low) || isLost(high);
  };
  const most = Math.min(6, unit.decimals + MORE_DIGITS);
  let { decimals } = unit;
  while (decimals < most && isEmpty(decimals)) decimals++;
  // Where no more digits help, the fewer the better.
  return { ...unit, decimals: isEmpty(decimals) ? unit.decimals : decimals };
}

/** The same difference in every seed, but for what sums of fractions leave: its interval has no width. */
export const isWithoutSpread = ({ mean, low, high }: Paired): boolean => high - low <= 1e-9 * Math.abs(mean);

/** In which of so few seeds all differences may agree by chance alone, one way or the other, oftener than 1 in 20. */
const SEEDS_TO_AGREE = 6;

const varies = (values: readonly number[]): boolean => new Set(values.filter(isDefined)).size > 1;

/** Less than this share of what it is large beside, and written as nothing, a difference is too small to matter. */
const SLIGHT = 0.01;

/**
 * Too small to matter: it rounds to nothing as the measure's own figure is written, and is no hundredth of that figure. So
 * the pence of an hour's pay count and ten thousandths of a point do not, but small figures may have small differences.
 */
const isSlight = (mean: number, { unit, size }: Pick<Outcome, "unit" | "size">): boolean =>
  !/[1-9]/.test(digits(mean, unit.decimals)) && Math.abs(mean) < SLIGHT * size;

/**
 * Which way, as far as a reader can see: neutral when the nearer end of the interval is printed as zero. An interval
 * without width says nothing where the arms themselves vary: a few whole numbers that happen to be equal have one.
 */
export function verdictOf(
  paired: Paired,
  measure: Pick<Outcome, "unit" | "fine" | "size">,
  arms: readonly (readonly number[])[],
): EffectVerdict {
  const { seeds, mean, low, high, higher, lower } = paired;
  if (higher === 0 && lower === 0) return "same";
  if (seeds < 2) return "one seed";
  if (isWithoutSpread(paired) && seeds < SEEDS_TO_AGREE && arms.some(varies)) return "unclear";
  const unit = intervalUnit({ low, high }, measure.fine);
  const shows = (value: number): boolean => /[1-9]/.test(signedFigure(value, unit));
  const isHigher = mean > 0 && low > 0 && shows(low);
  const isLower = mean < 0 && high < 0 && shows(high);
  if (!isHigher && !isLower) return "unclear";
  if (isSlight(mean, measure)) return "slight";
  return isHigher ? "higher" : "lower";
}

const weightOf = (largest: number, size: number): number => (largest === 0 ? 0 : largest / Math.max(size, 1e-12));

/**
 * What a difference is large or small beside: the reference's level and its spread between seeds; of points on a scale
 * the width of the scale, because a level may lie anywhere on it and a drift lies near zero. Where the reference has
 * nothing of it, the largest level of any arm: beside nothing every difference would be the largest of all.
 */
function sizeOf(measure: MeasureInfo, reference: readonly number[], level: number, levels: readonly number[]): number {
  if (isPoints(measure)) return POINTS;
  const deviation = Math.sqrt(varianceOf(reference.filter(isDefined)));
  const size = (isDefined(level) ? Math.abs(level) : 0) + (isDefined(deviation) ? deviation : 0);
  return size > 0 ? size : largestOf(levels.filter(isDefined));
}
