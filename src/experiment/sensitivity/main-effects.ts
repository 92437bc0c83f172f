/**
 * The mean output at each value of an axis, and the share of the output's variance that lies between those means (the
 * correlation ratio): for any sweep, for named alternatives too, and for effects that go up and down again.
 */
import { meanOf } from "../paired.ts";
import { isDefined } from "../spread.ts";
import { refuseLengths } from "./errors.ts";

export interface MainEffect {
  /**
   * Share of the variance between the groups, less what luck alone would put there (Kelley's epsilon squared), so it may
   * be a little below 0. An estimate of the first-order index where the axes were sampled independently. NaN where the
   * output never varies or the axis has but one value.
   */
  readonly share: number;
  /**
   * How far from 0 luck alone would put the share of an axis that does nothing: two standard deviations, for outputs with
   * normal noise. NaN where the share is not defined.
   */
  readonly luck: number;
  /** In ascending order of the axis, or in the order in which alternatives first come. */
  readonly groups: readonly EffectGroup[];
}

export interface EffectGroup {
  /** The alternative, or the lowest and highest value in the group. */
  readonly from: number | string;
  readonly to: number | string;
  readonly rows: number;
  readonly mean: number;
}

/** Numbers with more different values than this are put into groups of equal size. */
const MOST_GROUPS = 12;

/** @param outputs one for each row; rows without one are left out. @throws SensitivityError where lengths differ. */
export function mainEffect(values: readonly (number | string)[], outputs: readonly number[]): MainEffect {
  refuseLengths("values of the axis", values.length, outputs.length);
  const rows = outputs.flatMap((value, row) => (isDefined(value) ? [row] : []));
  const groups = groupsOf(rows, values);
  if (groups.length === 0) return { share: Number.NaN, luck: Number.NaN, groups: [] };
  const mean = meanOf(rows.map((row) => outputs[row]));
  let [between, within] = [0, 0];
  const shown = groups.map((own) => {
    const ownMean = meanOf(own.map((row) => outputs[row]));
    between += own.length * (ownMean - mean) * (ownMean - mean);
    for (const row of own) within += (outputs[row] - ownMean) * (outputs[row] - ownMean);
    return { from: values[own[0]], to: values[own[own.length - 1]], rows: own.length, mean: ownMean };
  });
  const share = shareOf(between, within, rows.length, groups.length);
  return { share, luck: Number.isNaN(share) ? share : luckOf(rows.length, groups.length), groups: shown };
}

/** Without an effect the uncorrected share is a beta variable; the correction stretches it by (rows − 1) / (rows − groups). */
const luckOf = (rows: number, groups: number): number =>
  2 * Math.sqrt((2 * (groups - 1)) / ((rows - groups) * (rows + 1)));

function shareOf(between: number, within: number, rows: number, groups: number): number {
  if (groups < 2 || rows <= groups || between + within <= 0) return Number.NaN;
  return (between - ((groups - 1) * within) / (rows - groups)) / (between + within);
}

function groupsOf(rows: readonly number[], values: readonly (number | string)[]): readonly (readonly number[])[] {
  const isNumeric = rows.every((row) => typeof values[row] === "number");
  const ordered = isNumeric ? [...rows].sort((a, b) => (values[a] as number) - (values[b] as number)) : rows;
  const byValue = new Map<number | string, number[]>();
  for (const row of ordered) {
    const own = byValue.get(values[row]);
    if (own === undefined) byValue.set(values[row], [row]);
    else own.push(row);
  }
  if (!isNumeric || byValue.size <= MOST_GROUPS) return [...byValue.values()];
  const count = Math.max(2, Math.min(MOST_GROUPS, Math.floor(Math.sqrt(rows.length))));
  const groups = Array.from({ length: count }, (): number[] => []);
  for (const [place, row] of ordered.entries()) groups[Math.floor((place * count) / ordered.length)].push(row);
  return groups;
}
