/** Designs of experiments: which points of a space of policies and uncertainties are run. */
export { type Domain, domainProblem, type ListDomain, type RangeDomain, valueAt, valuesAt } from "./axes.ts";
export { DesignError, LARGEST_DESIGN, type Places, type Points } from "./designs.ts";
export { fullGrid, oneAtATime, zipped } from "./factorial.ts";
export { latinHypercube, type LatinOptions, nearestApart } from "./latin.ts";
export { type MorrisDesign, morrisDesign, type MorrisOptions } from "./morris.ts";
export { RADIAL_DIMENSIONS, type RadialDesign, radialDesign, type RadialOptions } from "./radial.ts";
export { SOBOL_DIMENSIONS, type SobolOptions, sobolSequence } from "./sobol.ts";
