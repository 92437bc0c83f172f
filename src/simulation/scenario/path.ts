/** The path of a leaf through time, as the layers lay it down one over another. */
import { daysFromIso, mondayOnOrAfter } from "../../kernel/calendar.ts";
import type { Leaf } from "../../model/levers/index.ts";
import type { Layer, Origin } from "./layer.ts";
import type { Setting } from "./settings.ts";

/** From this day on, this value, because somebody said so. The first step is from the very beginning. */
export interface Step {
  readonly from: string;
  /** Day number of `from`; minus infinity for the very beginning. */
  readonly day: number;
  readonly value: number | string;
  readonly origin: Origin;
}

/** First day of the first recorded week, and the day after the last. */
export interface Horizon {
  readonly first: number;
  readonly end: number;
}

export const dayOf = (from: string): number => (from === "" ? -Infinity : daysFromIso(from));

/** The registry's own path of a leaf. */
export function defaultPath(leaf: Leaf): readonly Step[] {
  const origin: Origin = { by: "default", evidence: leaf.evidence };
  return leaf.default.map(({ from, value }) => ({ from, day: dayOf(from), value, origin }));
}

/** True of a change dated in the run: from its first day on, and early enough to act in its last week. */
export const isInside = (day: number, horizon: Horizon): boolean =>
  day >= horizon.first && mondayOnOrAfter(day) < horizon.end;

/**
 * What a layer says covers what lies under it: `set` the whole path, a change everything from its date on, until the
 * next change of the same layer.
 */
export function cover(inherited: readonly Step[], leaf: Leaf, layer: LeafLayer): readonly Step[] {
  let path = inherited;
  if (layer.setting !== undefined) path = stepsFrom("", leaf, layer.setting, layer.originOf);
  for (const { from, setting } of layer.changes) {
    const day = dayOf(from);
    path = [...path.filter((step) => step.day < day), ...stepsFrom(from, leaf, setting, layer.originOf)];
  }
  return path;
}

/** What one layer says of one leaf; changes by date. */
export interface LeafLayer {
  readonly originOf: Layer["originOf"];
  readonly setting: Setting | undefined;
  readonly changes: readonly { readonly from: string; readonly setting: Setting }[];
}

function stepsFrom(from: string, leaf: Leaf, setting: Setting, originOf: Layer["originOf"]): readonly Step[] {
  const day = dayOf(from);
  if (setting.value !== null) return [{ from, day, value: setting.value, origin: originOf(setting.at) }];
  const path = defaultPath(leaf);
  const inForce = path.filter((step) => step.day <= day).at(-1) ?? path[0];
  return [{ ...inForce, from, day }, ...path.filter((step) => step.day > day)];
}

/**
 * Only what makes a difference to the run: the step in force at its start is the first, steps too late to act go, and
 * so do steps that change nothing.
 */
export function essential(path: readonly Step[], horizon: Horizon): readonly Step[] {
  const inForce = path.filter((step) => step.day <= horizon.first).at(-1) ?? path[0];
  const steps: Step[] = [{ ...inForce, from: "", day: -Infinity }];
  for (const step of path) {
    if (isInside(step.day, horizon) && step.day > horizon.first && step.value !== steps[steps.length - 1].value) {
      steps.push(step);
    }
  }
  return steps;
}
