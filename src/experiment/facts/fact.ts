/** A baseline fact: what is known of the mean English authority, beside which the default council is set. */
import type { World } from "../../model/world/world.ts";
import { meanOver, type Weekly, type Window } from "./window.ts";

/** A part and the whole it is a part of; summed over the weeks looked at before one is divided by the other. */
export type Share = readonly [part: number, whole: number];

/** Where a run's figure comes from: its weekly measures, or a look at the world at the close of some weeks. */
export type Figure =
  | {
      readonly from: "measures";
      /** The last of the weeks that it reads ends with this window. */
      readonly window: Window;
      readonly of: (run: Weekly) => number;
    }
  | {
      readonly from: "world";
      readonly window: Window;
      /** Every how many weeks of the window the world is looked at, from its first week on. */
      readonly every: number;
      readonly of: (world: World) => Share;
    };

/** How something went in: in what way, and by which parameters (`subject.name`, as `caremarket levers` lists them). */
export interface Basis {
  readonly how: string;
  readonly parameters: readonly string[];
}

/** One number of a fact, with what it must come near. */
export interface Part {
  /** What is measured, and when. */
  readonly label: string;
  readonly unit: string;
  readonly target: number;
  /** How far from the target still agrees, in the target's unit. Fixed before any run, from the source's spread. */
  readonly tolerance: number;
  /** within: between target - tolerance and target + tolerance. at least: not under target - tolerance. */
  readonly rule: "within" | "at least";
  /** What over the runs is set beside the target: their median, unless the fact itself speaks of an average. */
  readonly judgedBy: "median" | "mean";
  /** Digits after the point that a reader is shown. */
  readonly decimals: number;
  /** A count of people, agencies or workers: at another size of council it is divided by `size.scale`. */
  readonly isCount: boolean;
  readonly figure: Figure;
  /** The mechanism at fault where the figure lies too high or too low; left out where it is not known. */
  readonly fault: { readonly above?: string; readonly below?: string };
}

export interface Fact {
  /** C01 to C16. */
  readonly id: string;
  /** What is true of the mean authority, without its figures. */
  readonly fact: string;
  /** Evidence ids. */
  readonly source: string;
  /** What of it goes in by construction: that is shown, and claims nothing. */
  readonly input: Basis | undefined;
  /** Parameters that were set with this fact, or the same series in other years, in view: agreement is then no test. */
  readonly fitting: Basis | undefined;
  /** One or more; the first is the headline. The fact passes only if all do. */
  readonly parts: readonly Part[];
}

type Given = Pick<Part, "label" | "unit" | "target" | "tolerance" | "figure"> & Partial<Part>;

/** A part with what most parts have. */
export const part = (given: Given): Part => ({
  rule: "within",
  judgedBy: "median",
  decimals: 1,
  isCount: false,
  fault: {},
  ...given,
});

/** Names of a fact's parts: the fact's own where there is one, else C05a, C05b and so on. */
export const partIds = ({ id, parts }: Fact): readonly string[] =>
  parts.length === 1 ? [id] : parts.map((_, index) => `${id}${"abcdefgh".charAt(index)}`);

/**
 * Every how many weeks the world is looked at where a look takes in all people: a round of what agents do in turns has
 * twelve weeks, so five come to see every turn.
 */
export const EVERY = 5;

/** A measure's mean over the weeks of a window. */
export const meanOf = (key: string, window: Window): Figure => ({
  from: "measures",
  window,
  of: (run) => meanOver(run, key, window),
});
