/** Who is asked first: draws weighted by density and quality, never a strict ranking. */
import { exp, pow } from "../../kernel/math.ts";
import type { Era } from "../levers/index.ts";

/** What an agency's quality makes of its weight. */
export const qualityWeight = ({ providers }: Era, quality: number): number => exp(providers.qualityChoice * quality);

/**
 * Weight of an agency in a broker's draw, before quality: the hours it has in the zone, and a head start, to a power
 * under one, for twice the hours are less than twice the chance.
 */
export const hoursWeight = ({ providers }: Era, zoneHours: number): number =>
  pow(zoneHours + providers.headStartHours, providers.hoursPower);

/** How a dearer agency is chosen less by an individual who considers it. Where care is free, as at a penny. */
export const priceWeight = (price: number, meanPrice: number, elasticity: number): number =>
  pow(Math.max(meanPrice, 1) / Math.max(price, 1), elasticity);
