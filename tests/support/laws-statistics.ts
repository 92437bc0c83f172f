/** Means, spreads and slopes of a few numbers. */

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sample variance. */
export function variance(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}

export const deviation = (values: readonly number[]): number => Math.sqrt(variance(values));

/** Standard error of the mean. */
export const errorOf = (values: readonly number[]): number => deviation(values) / Math.sqrt(values.length);

/** Least-squares slope of values against 0, 1, 2 ... */
export function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const level = mean(values);
  const above = values.reduce((sum, value, index) => sum + (index - middle) * (value - level), 0);
  return above / values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
}

/** Pearson's correlation. */
export function correlation(left: readonly number[], right: readonly number[]): number {
  const [middleLeft, middleRight] = [mean(left), mean(right)];
  const product = left.reduce((sum, value, index) => sum + (value - middleLeft) * (right[index] - middleRight), 0);
  return product / ((left.length - 1) * deviation(left) * deviation(right));
}
