/** The marks of a trade-off: each arm, or each policy over its worlds, by two measures. */
import { meanOf } from "../../experiment/paired.ts";
import { LONGEST_LABEL, settingText } from "./arms.ts";
import { heatPairs } from "./heat-grid.ts";
import type { Outcome, Study } from "./study.ts";
import * as say from "./words.ts";

export interface Point {
  readonly label: string;
  /** As it stands beside the mark. */
  readonly shown: string;
  readonly x: number;
  readonly y: number;
  readonly isReference: boolean;
}

/** Whether anything is varied that nobody decides, beside what somebody does. */
export const hasWorlds = ({ input: { results } }: Study): boolean =>
  ["uncertainty", "policy"].every((one) => results.axes.some(({ kind, values }) => kind === one && values.length > 1));

/** Whether no arm moves two policies at once: what it moves is then name enough. */
const isAlone = (study: Study): boolean => heatPairs(study).length === 0;

/**
 * A policy's mean difference, over its worlds where there are several: nobody chooses a world, so that none is held
 * against another. The reference's policy lies at zero.
 */
export function pointsOf(study: Study, across: Outcome, up: Outcome): readonly Point[] {
  const { axes, reference } = study.input.results;
  const policies = axes.filter(({ kind, values }) => kind === "policy" && values.length > 1);
  const isSeveral = hasWorlds(study);
  const base = study.arms[reference].settings;
  const labelOf = (arm: number): string => {
    const { settings } = study.arms[arm];
    const apart = policies.filter(({ name }) => settings[name] !== base[name]);
    const words = (isAlone(study) ? apart : policies)
      .map((axis) => `${axis.label} ${settingText(settings[axis.name], axis)}`)
      .join(", ");
    return isSeveral && words.length <= LONGEST_LABEL ? words : say.labelOf(study.arms[arm]);
  };
  const namesOf = (arm: number): Pick<Point, "label" | "shown"> => {
    const label = labelOf(arm);
    return { label, shown: isSeveral ? label : say.valueLabel(study, arm) };
  };
  const groups = new Map<string, number[]>();
  for (const [arm, { settings }] of study.arms.entries()) {
    const key = isSeveral ? JSON.stringify(policies.map(({ name }) => settings[name])) : String(arm);
    groups.set(key, [...(groups.get(key) ?? []), arm]);
  }
  return [...groups.values()].flatMap((arms): Point[] => {
    if (arms.includes(reference)) return [{ ...namesOf(reference), x: 0, y: 0, isReference: true }];
    const known = arms.flatMap((arm) => {
      const [x, y] = [across.effects[arm], up.effects[arm]];
      return x === undefined || y === undefined ? [] : [{ x: x.paired.mean, y: y.paired.mean }];
    });
    if (known.length === 0) return [];
    const mean = (of: (each: { readonly x: number; readonly y: number }) => number): number => meanOf(known.map(of));
    return [{ ...namesOf(arms[0]), x: mean(({ x }) => x), y: mean(({ y }) => y), isReference: false }];
  });
}

/** Its mark is hidden under the reference's: the notes count it. */
export const isAtReference = ({ x, y }: Point): boolean => x === 0 && y === 0;
