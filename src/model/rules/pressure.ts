/** When an agency feels pressed: it then gives way on pay and on paid time before it fails. */

/** Margin under which a firm begins to feel pressed, and the range in which that becomes all it can feel (assumption 0.02–0.05). */
const PRESSED_UNDER = 0.03;
const PRESSED_RANGE = 0.06;

/** From 0, where the margin is as it should be, to 1. */
export const pressureOf = (margin: number): number =>
  Math.min(1, Math.max(0, (PRESSED_UNDER - margin) / PRESSED_RANGE));
