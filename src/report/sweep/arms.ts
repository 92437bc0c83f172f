/** Which arms stand beside which: counterparts of a policy, levels of an axis, arms that share a level. */
import type { SweepArm, SweepAxis, SweepResults } from "../../experiment/sweep-results.ts";
import { UNSET, UNSET_WORDS } from "../../experiment/sweeps/value.ts";
import { digits } from "../units.ts";
import { unparted } from "../wording.ts";

export type Setting = number | string;

/** One step of an axis: a value, or a band of the values that were drawn for a sampled axis. */
export interface Level {
  readonly label: string;
  readonly has: (value: Setting) => boolean;
}

/** More values than this cannot be told apart in a picture: they are put together in bands. */
const MOST_LEVELS = 10;
const BANDS = 5;

/** The levels of an axis in order; bands hold about equal numbers of values. */
export function levelsOf(axis: SweepAxis): readonly Level[] {
  const { values } = axis;
  const numbers = values.filter((value) => typeof value === "number");
  if (values.length <= MOST_LEVELS || numbers.length < values.length) {
    return values.map((value) => ({ label: settingText(value, axis), has: (other) => other === value }));
  }
  // The reference may stand outside what was drawn, at the number that means no number: it is no end of a band.
  const isOutside = numbers[0] === UNSET && numbers[1] >= 0;
  const drawn = isOutside ? numbers.slice(1) : numbers;
  const bands = Array.from({ length: BANDS }, (_, band) =>
    drawn.slice(Math.round((band * drawn.length) / BANDS), Math.round(((band + 1) * drawn.length) / BANDS)),
  );
  const outside = isOutside
    ? [{ label: settingText(UNSET, axis), has: (value: Setting): boolean => value === UNSET }]
    : [];
  const banded = bands.map((band): Level => {
    const [low, high] = [band[0], band[band.length - 1]];
    return {
      label: `${settingText(low, axis)} to ${settingText(high, axis)}`,
      has: (value) => typeof value === "number" && value >= low && value <= high,
    };
  });
  return [...outside, ...banded];
}

/** Four significant digits, without an exponent. */
function short(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || size >= 1000) return digits(value, 0);
  const decimals = Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(size))));
  return digits(value, decimals)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

const SHARE = /^share\b(?=$|,| of\b| a year\b)/;

/** "£8.20", "2%", "80%" of a share, "6.1", "market price": a value as read on an axis. */
export function settingText(value: Setting, { unit }: Pick<SweepAxis, "unit">): string {
  if (typeof value === "string") return unparted(value.replaceAll(/[-_]/g, " "));
  const unset = value === UNSET ? UNSET_WORDS.exec(unit)?.[1] : undefined;
  if (unset !== undefined) return unparted(unset);
  if (SHARE.test(unit)) return `${short(100 * value)}%`;
  const text = short(value);
  if (/^GBP\b/.test(unit)) {
    const pounds = Number.isInteger(value) ? text : digits(value, 2);
    return pounds.startsWith("−") ? `−£${pounds.slice(1)}` : `£${pounds}`;
  }
  return /^(%|per ?cent)/.test(unit) ? `${text}%` : text;
}

/** Drawn values have all their digits in an arm's label; four that count are enough to read it by. */
const rounded = (label: string): string =>
  label.replaceAll(/(?<![\w.])[-−]?\d+\.\d{5,}/g, (found) => short(Number(found.replace("−", "-"))));

/** A label longer than this says more than can be read beside a mark: eleven drawn values, for one. */
export const LONGEST_LABEL = 110;

/** Whether arms go by their number, and all that they are stands in a table of its own. */
export const areNumbered = ({ arms }: Pick<SweepResults, "arms">): boolean =>
  arms.some(({ label }) => label.length > LONGEST_LABEL);

/**
 * The arms as pictures and tables call them: by their label, or, where labels are too long, by their number and what
 * tells them from the reference; where that is too long too, by their policy.
 */
export function shownArms({ arms, axes, reference }: SweepResults): readonly SweepArm[] {
  if (!areNumbered({ arms })) return arms.map((arm) => ({ ...arm, label: rounded(arm.label) }));
  const base = arms[reference].settings;
  return arms.map((arm) => {
    const { index, settings } = arm;
    const wordsOf = (chosen: readonly SweepAxis[]): string =>
      chosen.map((axis) => `${axis.label} ${settingText(settings[axis.name], axis)}`).join(", ");
    const apart = wordsOf(axes.filter(({ name }) => settings[name] !== base[name]));
    const policy = wordsOf(axes.filter(({ kind }) => kind === "policy"));
    const words = [apart, policy].find((each) => each !== "" && each.length <= LONGEST_LABEL);
    return { ...arm, label: words === undefined ? `arm ${index}` : `arm ${index}: ${words}` };
  });
}

/** The unit as it stands behind an axis's label; nothing where the values carry it. */
export const axisUnit = ({ unit }: SweepAxis): string =>
  unit === "choice" || unit === "" || /^(GBP|%|per ?cent|share)\s*$/.test(unit.replace(UNSET_WORDS, ""))
    ? ""
    : unit
        .replace(UNSET_WORDS, "")
        .replace(SHARE, "%")
        .replace(/^GBP /, "£ ")
        .replace(/\bper hour\b/, "an hour");

/** Whether the arm lies at the level of the axis. */
export const isAt = (arm: SweepArm, axis: SweepAxis, level: Level): boolean =>
  Object.hasOwn(arm.settings, axis.name) && level.has(arm.settings[axis.name]);

/** The arms that have the reference's settings on every axis but the one named. */
export const armsAlong = (
  { arms, axes, reference }: Pick<SweepResults, "arms" | "axes" | "reference">,
  along: SweepAxis,
): readonly SweepArm[] =>
  arms.filter(({ settings }) =>
    axes.every(({ name }) => name === along.name || settings[name] === arms[reference].settings[name]),
  );
