/**
 * A pattern: what the sources say that a market like this one does. It is stated before any run as claims about two
 * arms with the same luck, each with the least effect that would bear it out.
 */
import type { Window } from "../facts/window.ts";
import type { ArmRun } from "./arm.ts";

/** Which way the second side of a claim must differ from the first, and by how much, in the claim's unit. */
export type Expected =
  /** By no less than `least`, and no interval over nothing. */
  | { readonly way: "more" | "less"; readonly least: number }
  /** The whole interval lies within `most` of nothing. */
  | { readonly way: "the same"; readonly most: number }
  /** The whole interval lies above minus `most`: no fall worth the name. */
  | { readonly way: "not less"; readonly most: number };

export interface Claim {
  /** P3a and so on. */
  readonly id: string;
  /** What should be true of the second side against the first. */
  readonly sentence: string;
  /**
   * Scenarios by name, both run with the same seeds; the same name twice, where two things of one run are compared.
   * The second is the one of which the sentence speaks.
   */
  readonly arms: readonly [first: string, second: string];
  /** What is measured, in words; the key of the measure where it is one. */
  readonly measure: string;
  readonly unit: string;
  /** Digits after the point that are worth reading. */
  readonly decimals: number;
  readonly period: Window;
  readonly expected: Expected;
  /** Why no less, or no more, than this. */
  readonly reason: string;
  /** The two sides of one seed; each may look at the other arm, where the same people are to be compared. */
  readonly sides: (first: ArmRun, second: ArmRun) => readonly [first: number, second: number];
}

export interface Pattern {
  /** P3 and so on. */
  readonly id: string;
  readonly sentence: string;
  /** Paragraphs of the sources. */
  readonly source: string;
  readonly claims: readonly Claim[];
  /** Told year by year beside the claims, without a verdict: in which order things give way. */
  readonly lags?: Lags;
}

/** Differences of yearly measures between two arms. */
export interface Lags {
  readonly arms: readonly [first: string, second: string];
  /** Financial years by their first calendar year. */
  readonly first: number;
  readonly last: number;
  readonly measures: readonly (readonly [key: string, label: string])[];
}
