/** Who is asked first: draws weighted by density and quality, never a strict ranking (assumption ± 30 %, settled on trial runs). */
import { exp, pow } from "../../kernel/math.ts";

/**
 * Hours a week as if which an agency is asked in a zone beside those it has: about what a mean agency has in one of two
 * zones, for a framework's brokers ask everybody on it, and a new agency has to become known to grow at all
 * (assumption 150–600).
 */
const HOURS_HEAD_START = 400;
/** How much one standard deviation of quality counts (assumption ± 30 %, settled on trial runs). */
const QUALITY_EFFECT = 1.25;
/** Quality is measured in standard deviations, which the weight shrinks (assumption 0.2–0.5). */
const QUALITY_SCALE = 0.3;

/** What an agency's quality makes of its weight. */
export const qualityWeight = (quality: number): number => exp(QUALITY_EFFECT * QUALITY_SCALE * quality);

/**
 * Weight of an agency in a broker's draw, before quality: the hours it has in the zone to the power of three quarters,
 * for twice the hours are less than twice the chance; brokers and people spread their trust (assumption 0.6–1).
 */
export function hoursWeight(zoneHours: number): number {
  const root = Math.sqrt(zoneHours + HOURS_HEAD_START);
  return root * Math.sqrt(root);
}

/** How a dearer agency is chosen less by an individual who considers it. */
export const priceWeight = (price: number, meanPrice: number, elasticity: number): number =>
  pow(meanPrice / Math.max(price, 1), elasticity);
