/** Worlds: one policy under everything that nobody knows, arm by arm, and what it comes to in each of them. */
import type { SweepAxis } from "../../experiment/sweep-results.ts";
import { settingText } from "./arms.ts";
import type { Outcome, Study } from "./study.ts";
import * as say from "./words.ts";

export interface Worlds {
  /** In words; nothing where no policy differs between arms. */
  readonly policy: string;
  /** One arm a world. */
  readonly arms: readonly number[];
  /** What tells the worlds apart: uncertainties, and policies too where they were drawn together with them. */
  readonly axes: readonly SweepAxis[];
  /** Against what a figure is a difference; of levels "nothing". */
  readonly against: "the same world" | "the reference" | "nothing";
}

/** Each policy beside the reference in its worlds, in the order of the design; none where nothing is uncertain. */
export function worldsOf(study: Study): readonly Worlds[] {
  const { results } = study.input;
  const { sampling, reference } = results;
  const varied = results.axes.filter(({ values }) => values.length > 1);
  const uncertain = varied.filter(({ kind }) => kind === "uncertainty");
  if (uncertain.length === 0) return [];
  const policies = varied.filter(({ kind }) => kind === "policy");
  const drawn = new Set(sampling?.rows);
  const arms = results.arms.flatMap(({ index }) => (sampling === undefined || drawn.has(index) ? [index] : []));
  if (policies.length === 0) return [{ policy: "", arms, axes: uncertain, against: "nothing" }];
  if (new Set(study.counterparts).size === 1) {
    const others = arms.filter((arm) => arm !== reference);
    return [{ policy: "", arms: others, axes: varied, against: "the reference" }];
  }
  const byPolicy = new Map<string, number[]>();
  for (const arm of arms) {
    if (study.counterparts[arm] === arm) continue;
    const { settings } = results.arms[arm];
    const policy = policies.map((axis) => `${axis.label} ${settingText(settings[axis.name], axis)}`).join(", ");
    byPolicy.set(policy, [...(byPolicy.get(policy) ?? []), arm]);
  }
  return [...byPolicy].map(([policy, own]) => ({ policy, arms: own, axes: uncertain, against: "the same world" }));
}

/** The measure in an arm: its difference, or its level where there is nothing to compare with; NaN where there is none. */
export const figureIn = ({ against }: Worlds, { levels, effects }: Outcome, arm: number): number =>
  against === "nothing" ? levels[arm] : (effects[arm]?.paired.mean ?? Number.NaN);

/** "With fees held from 2016, unmet need", "Unmet need": whose figures these are. */
export const subjectOf = ({ policy }: Worlds, { measure }: Outcome): string =>
  policy === "" ? measure.label : `With ${policy}, ${say.inSentence(measure.label)}`;
