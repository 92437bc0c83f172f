/** How sure the median difference and the variance-reduction factor of two paired arms are. */
import { bootstrapIntervals, type BootstrapOptions, type Interval } from "./bootstrap.ts";
import { definedInBoth, varianceOf } from "./paired.ts";
import { quantile } from "./spread.ts";

export interface PairedIntervals {
  /** Of the median difference. */
  readonly median: Interval;
  /** Of (Var A + Var B) / Var (B − A); an infinite end where some resamples do not vary at all. */
  readonly varianceReduction: Interval;
}

/**
 * 95 % bootstrap intervals over whole seeds, so that the pairing stays; both arms in the same order of seeds. NaN where
 * there are fewer than two seeds, and for the factor where nothing differs. Measured with
 * normal noise over 20 to 100 seeds, the factor's interval holds the truth 92 to 93 times in 100.
 */
export function pairedIntervals(
  first: readonly number[],
  second: readonly number[],
  options: BootstrapOptions,
): PairedIntervals {
  const { left, right } = definedInBoth(first, second);
  const none: Interval = { low: Number.NaN, high: Number.NaN };
  if (left.length < 2) return { median: none, varianceReduction: none };
  const differences = left.map((value, index) => right[index] - value);
  const [median, varianceReduction] = bootstrapIntervals(
    left.length,
    (chosen) => [
      quantile(Float64Array.from(chosen, (place) => differences[place]).sort(), 0.5),
      varianceReductionOf(pick(left, chosen), pick(right, chosen), pick(differences, chosen)),
    ],
    options,
  );
  return { median, varianceReduction: varianceOf(differences) > 0 ? varianceReduction : none };
}

const pick = (values: readonly number[], chosen: Int32Array): number[] => Array.from(chosen, (place) => values[place]);

/** Of one resample: NaN where neither arm varies in it, Infinity where an arm does and the difference does not. */
const varianceReductionOf = (left: readonly number[], right: readonly number[], apart: readonly number[]): number =>
  (varianceOf(left) + varianceOf(right)) / varianceOf(apart);
