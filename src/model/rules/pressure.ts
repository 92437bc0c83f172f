/** When an agency feels pressed: it then gives way on pay and on paid time before it fails. */
import type { Era } from "../levers/index.ts";

/** From 0, where the margin is as it should be, to 1. */
export function pressureOf({ providers }: Era, margin: number): number {
  const { pressedUnder, pressedRange } = providers;
  return Math.min(1, Math.max(0, (pressedUnder - margin) / pressedRange));
}
