/** Who set a parameter in an arm of a sweep: the axis that sets it, or nobody. */
import { leaves } from "../../model/levers/index.ts";
import type { PlannedArm } from "../../experiment/sweeps/index.ts";
import { canonicalJson } from "../store/canonical-json.ts";
import { armScenario, type SweepDesign } from "./design.ts";

/**
 * Parameter path -> who set it, of every parameter that is not the same in all arms. A parameter that an axis leaves at
 * the default is not listed, whether the arm is the reference or not.
 */
export function originsOfArm(design: SweepDesign, arm: PlannedArm): Readonly<Record<string, string>> {
  const { values } = armScenario(design, arm);
  const varied = new Set(design.arms.flatMap(({ changes }) => Object.keys(changes)));
  const set = leaves.filter(({ path, default: usual }) => varied.has(path) && !isSame(values[path], usual));
  return Object.fromEntries(set.map(({ path }) => [path, settersOf(design, arm, path).join(", ")]));
}

const isSame = (steps: unknown, usual: unknown): boolean => canonicalJson(steps) === canonicalJson(usual);

/** Folders of earlier versions do not say what an axis sets: there it is an axis on which the arm stands apart. */
function settersOf({ setBy, axes, arms, reference }: SweepDesign, arm: PlannedArm, path: string): readonly string[] {
  const known = setBy?.[path];
  if (known !== undefined) return known;
  const base = arms[reference];
  const apart = axes.filter(({ name }) => arm.settings[name] !== base.settings[name]);
  return (apart.length === 0 ? axes : apart).map(({ name }) => name);
}
