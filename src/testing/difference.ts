/** The first place where two results are not the same, in words. */
import type { RunResult } from "../simulation/index.ts";
import type { Notes } from "./law.ts";

export interface Comparison {
  /** Measures that may differ. */
  readonly measuresApart?: readonly string[];
  /** False where the digests are known to differ, as with another digest level. */
  readonly digests?: boolean;
  /** False where only what falls into weeks is compared, not the table of people. */
  readonly people?: boolean;
}

type Numbers = ArrayLike<number>;

/** Index of the first difference, NaN being equal to itself; -1 where there is none. */
export function firstDifference(left: Numbers, right: Numbers): number {
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index++) {
    if (!Object.is(left[index], right[index]) && left[index] !== right[index]) return index;
  }
  return -1;
}

/** What first differs between two results; undefined where nothing does. */
export function differenceOf(left: RunResult, right: RunResult, comparison: Comparison = {}): string | undefined {
  const { measuresApart = [], digests = true, people = true } = comparison;
  if (digests) {
    const week = left.weekDigests.findIndex((digest, index) => digest !== right.weekDigests[index]);
    if (week >= 0) {
      const measure = inMeasures(left, right, measuresApart);
      return `the digests part in week ${week}${measure === undefined ? "" : `; ${measure}`}`;
    }
    if (left.digest !== right.digest) return "the digests of the whole runs differ";
  }
  const measure = inMeasures(left, right, measuresApart);
  if (measure !== undefined) return measure;
  const { events } = left;
  for (const name of ["week", "kind", "agent", "other", "amount", "cause"] as const) {
    const at = firstDifference(events[name], right.events[name]);
    if (at >= 0) return `event ${at} differs in ${name}: ${events[name][at]} and ${right.events[name][at]}`;
  }
  return people ? inPeople(left, right) : undefined;
}

/** Stops a law at the first difference of two results, if there is one. */
export function mustBeSame(notes: Notes, left: RunResult, right: RunResult, comparison?: Comparison): void {
  const difference = differenceOf(left, right, comparison);
  notes.unless(difference === undefined, () => difference ?? "");
}

function inMeasures(left: RunResult, right: RunResult, apart: readonly string[]): string | undefined {
  for (const kind of ["weekly", "yearly"] as const) {
    for (const [key, values] of Object.entries(left[kind])) {
      if (apart.includes(key)) continue;
      const at = firstDifference(values, right[kind][key]);
      if (at >= 0) return `${kind} ${key} differs at ${at}: ${values[at]} and ${right[kind][key][at]}`;
    }
  }
  return undefined;
}

function inPeople(left: RunResult, right: RunResult): string | undefined {
  for (const [index, { name, values }] of left.people.entries()) {
    const other = right.people[index].values;
    const at = firstDifference(values, other);
    if (at >= 0) return `people differ in ${name} at ${at}: ${values[at]} and ${other[at]}`;
  }
  return undefined;
}
