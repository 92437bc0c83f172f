/** Which arm of a sweep each is held against. */
import type { SweepArm, SweepResults } from "./sweep-results.ts";

/**
 * The arm that each is compared with: the reference's policy under the arm's own uncertainties, so that the difference
 * shows the policy alone; the reference itself where the design has no such arm.
 */
export function counterpartsOf({
  arms,
  axes,
  reference,
  sampling,
}: Pick<SweepResults, "arms" | "axes" | "reference" | "sampling">): readonly number[] {
  // No policy, and worlds that were named one by one: what each of them changes is the question.
  const isPolicyVaried = axes.some(({ kind, values }) => kind === "policy" && values.length > 1);
  if (!isPolicyVaried && sampling === undefined) return arms.map(() => reference);
  const uncertain = axes.filter(({ kind }) => kind === "uncertainty").map(({ name }) => name);
  const policies = axes.filter(({ kind }) => kind === "policy").map(({ name }) => name);
  const base = arms[reference].settings;
  const keyOf = (settings: SweepArm["settings"]): string => JSON.stringify(uncertain.map((name) => settings[name]));
  const ofReferencePolicy = new Map<string, number>();
  for (const { index, settings } of arms) {
    const isReference = policies.every((name) => settings[name] === base[name]);
    if (isReference && !ofReferencePolicy.has(keyOf(settings))) ofReferencePolicy.set(keyOf(settings), index);
  }
  return arms.map(({ settings }) => ofReferencePolicy.get(keyOf(settings)) ?? reference);
}
