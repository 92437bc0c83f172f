/** What a council may add to council tax for adult social care in an April: so much a year, and so much over a settlement. */
import type { Era } from "../levers/index.ts";

/** Fractions that people write as per cent do not add up to the last bit. */
const ROUNDING = 1e-9;

/** What the council asks for: its path, or the share that it uses of the year's limit. */
export const preceptAsked = ({ council }: Era): number =>
  council.preceptUse >= 0 ? council.preceptUse * council.preceptLimit : council.precept;

/** What it gets: no more than the year's limit, nor than what earlier Aprils have left of the settlement's total. */
export function preceptRaised(era: Era, raisedBefore: number): number {
  const asked = preceptAsked(era);
  const allowed = Math.min(era.council.preceptLimit, Math.max(0, era.council.preceptTotal - raisedBefore));
  return asked <= allowed + ROUNDING ? asked : allowed;
}
