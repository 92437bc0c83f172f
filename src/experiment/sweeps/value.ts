/** One value of an axis: what it is called, and what it changes in a scenario. */
import type { Located } from "../../simulation/scenario/read.ts";
import type { Variation } from "../../simulation/scenario/vary.ts";

export interface AxisValue {
  readonly value: number | string;
  /** As a reader sees it: "£8.20", "2%", "funded". */
  readonly text: string;
  /** The scenario or council that stands in place of the sweep's own. */
  readonly scenario?: string;
  readonly council?: string;
  readonly variations: readonly Variation[];
}

/** A range of which any value can be drawn. */
export interface DrawnRange {
  readonly from: number;
  readonly to: number;
  /** The axis at a value that is not drawn but given; the report says where the levers do not allow it. */
  readonly given: (value: Located, path: string) => AxisValue;
}

/** What differs between arms, with all that is needed to make them. */
export interface Axis {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: "policy" | "uncertainty";
  /** Not drawn by a sampled design: every point is run with each of its values. */
  readonly crossed: boolean;
  /** In order; empty where any value of a range can be drawn. */
  readonly values: readonly AxisValue[];
  /** Only where values are empty. */
  readonly range?: DrawnRange;
  /** The value at a place from 0 to 1 of the axis. */
  readonly at: (place: number) => AxisValue;
}

/** Twelve digits: what a difference of two decimal numbers leaves in the last bits is not meant. */
export const tidy = (value: number): number => Number(value.toPrecision(12)) + 0;

/** Values at equal distances, counted from both ends, so that each end is there exactly once. */
export function stepsOf(from: number, to: number, steps: number): readonly number[] {
  if (from === to) return [from];
  return Array.from({ length: steps }, (_, index) =>
    index === 0 ? from : index === steps - 1 ? to : tidy(from + ((to - from) * index) / (steps - 1)),
  );
}

/** Which of so many slots of equal width a place from 0 to 1 lies in. */
export const slotOf = (place: number, slots: number): number =>
  Math.max(0, Math.min(slots - 1, Math.floor(place * slots)));

/** "share, or -1 for the council's rule": what stands for no number of its own, and how a unit says so. */
export const UNSET = -1;
export const UNSET_WORDS = /,? or [-−]1 for (.+)$/;

/** A value with its unit, short enough for a label. */
export function valueText(value: number | string, unit: string): string {
  if (typeof value === "string") return value;
  const unset = value === UNSET ? UNSET_WORDS.exec(unit)?.[1] : undefined;
  if (unset !== undefined) return unset;
  if (/^(GBP|£)( million)?/.test(unit)) return unit.includes("million") ? `£${value}m` : `£${pounds(value)}`;
  if (/^(share|%)/.test(unit)) return `${unit.startsWith("%") ? value : tidy(value * 100)}%`;
  return String(value);
}

/**
 * Texts of the values of a range, in so many digits as tell a thousand of them apart, or ten times its steps where those
 * are more: what is drawn has twelve digits, which nobody reads.
 */
export function shorter(from: number, to: number, steps: number, unit: string): (value: number) => string {
  const finest = Math.abs(to - from) / Math.max(1000, 10 * steps);
  let decimals = 0;
  for (let least = finest; least < 1 && decimals < 12; least *= 10) decimals += 1;
  return (value) => valueText(Number(value.toFixed(decimals)), unit);
}

const pounds = (value: number): string => (Number.isInteger(value) ? String(value) : pence(value));

/** Two decimals where two say it all. */
const pence = (value: number): string => (tidy(value * 100) % 1 === 0 ? value.toFixed(2) : String(value));
