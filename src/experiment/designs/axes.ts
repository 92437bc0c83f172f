/** From a place between 0 and 1 to the value that an axis has there. */
import { exp, log } from "../../kernel/index.ts";
import { DesignError, type Points } from "./designs.ts";

/** What can be told apart between arms. */
export type Domain = RangeDomain | ListDomain;

export interface RangeDomain {
  readonly low: number;
  readonly high: number;
  /** "log": every doubling is as long; low must then be above 0. "linear" unless told. */
  readonly scale?: "linear" | "log";
  /** Values are low, low + step, and so on up to high, each with an equal share of the axis. */
  readonly step?: number;
}

/** Values or named alternatives, each with an equal share of the axis. */
export interface ListDomain {
  readonly values: readonly (number | string)[];
}

/**
 * The value at a place of the axis, 0 at the lower end and 1 at the upper.
 * @throws DesignError where the domain cannot be meant, or the place is not in [0, 1].
 */
export function valueAt(domain: Domain, place: number): number | string {
  if (!(place >= 0 && place <= 1)) throw new DesignError(`place ${place} is not between 0 and 1`);
  const problem = domainProblem(domain);
  if (problem !== undefined) throw new DesignError(problem);
  if ("values" in domain) return domain.values[slot(place, domain.values.length)];
  const { low, high, scale = "linear", step } = domain;
  if (step !== undefined) return tidy(low + step * slot(place, stepsIn(domain) + 1));
  if (place === 0) return low;
  if (place === 1) return high;
  const value = scale === "log" ? exp(log(low) + place * (log(high) - log(low))) : low + place * (high - low);
  return Math.min(high, Math.max(low, value));
}

/** What is wrong with a domain, in words; undefined where nothing is. */
export function domainProblem(domain: Domain): string | undefined {
  if ("values" in domain) return domain.values.length === 0 ? "a list of no values" : undefined;
  const { low, high, scale, step } = domain;
  if (!Number.isFinite(low) || !Number.isFinite(high)) return `range ${low} to ${high}: both ends must be numbers`;
  if (!(low < high)) return `range ${low} to ${high}: the lower end must be below the upper`;
  if (scale === "log" && !(low > 0)) return `range ${low} to ${high}: a log scale needs a lower end above 0`;
  if (step === undefined) return undefined;
  if (scale === "log") return `range ${low} to ${high}: steps are equal, so they cannot go with a log scale`;
  if (!(step > 0 && step <= high - low)) return `step ${step}: allowed is more than 0 and at most ${high - low}`;
  return undefined;
}

/** Rows of places as rows of values, one domain for each column. @throws DesignError where they do not fit. */
export function valuesAt(domains: readonly Domain[], points: Points): readonly (readonly (number | string)[])[] {
  return points.map((row) => {
    if (row.length !== domains.length) {
      throw new DesignError(`a point has ${row.length} dimensions; there are ${domains.length} axes`);
    }
    return row.map((place, axis) => valueAt(domains[axis], place));
  });
}

const slot = (place: number, count: number): number => Math.min(count - 1, Math.floor(place * count));

/** Whole steps that fit, a last one that rounding has shortened included. */
const stepsIn = ({ low, high, step = 1 }: RangeDomain): number => Math.floor((high - low) / step + 1e-9);

/** 0.1 + 0.2 is written 0.3: twelve digits are what anybody types. */
const tidy = (value: number): number => Number(value.toPrecision(12));
