/**
 * What a scenario may change, and what the model assumes: one row per number.
 *
 * A parameter is declared once, in the file of its subject. The scenario schema, the command line's help, the sweep
 * axes, the assumptions log and the engine's frozen eras all derive from that row.
 */
/** The four groups of people who draw on care, in the order every by-group array uses. */
export const GROUPS = ["older", "physical", "learning", "mental"] as const;
export type Group = (typeof GROUPS)[number];

/** Labels a reader sees. */
export const GROUP_LABELS: Readonly<Record<Group, string>> = {
  older: "Older people, 65 and over",
  physical: "Physical disability, 18–64",
  learning: "Learning disability, 18–64",
  mental: "Mental health, 18–64",
};

/**
 * policy: a decision somebody takes. world: what happens to everybody. behaviour: how agents respond, an uncertainty.
 * size: how large the council is and how it opens.
 */
export type ParameterKind = "policy" | "world" | "behaviour" | "size";

/** From this date on (ISO, or "" for from the very beginning, burn-in included), this value. */
export interface Dated<V> {
  readonly from: string;
  readonly value: V;
}

/**
 * Least and most; or, where values go by date or by group, so far on either side of each: in its unit, or in per cent
 * of it.
 */
export type Range = readonly [least: number, most: number] | { readonly by: number } | { readonly percent: number };

interface Common {
  readonly kind: ParameterKind;
  readonly label: string;
  /** As a reader writes it: "GBP per hour", "share", "weeks", "per year", "choice"... never empty. */
  readonly unit: string;
  /** One sentence: what is true of the world if this is higher. */
  readonly sentence: string;
  /** Evidence ids separated by commas, or a text starting with "assumption". Never empty. */
  readonly evidence: string;
  /** Where the number, or part of what it rests on, is judged: the range that we would defend. */
  readonly range?: Range;
  /** The measure that a change of this lever moves first, and which way a rise moves it. */
  readonly firstOrder?: FirstOrder;
}

export interface FirstOrder {
  readonly measure: string;
  readonly sign: 1 | -1;
  /** How the lever is tried: one dated change of it must move the measure by at least so much. */
  readonly trial?: Trial;
}

/** One dated change with the rest held still; its least effect is stated before anything is run. */
export interface Trial {
  /** What the lever is set to. */
  readonly to: number | string;
  /** Least change of the measure's mean over the years that follow, in the measure's unit. */
  readonly least: number;
  /** Years that are looked at, one if not told: more for what acts at a second or a third April. */
  readonly years?: 1 | 2 | 3;
  /** Settings of both runs without which the lever has nothing to act on. */
  readonly given?: Readonly<Record<string, number | string>>;
  /** What must be free to move: prices (agencies, people and the council set them) or matching (people and workers come and go). */
  readonly free?: readonly ("prices" | "matching")[];
}

export interface NumberParameter extends Common {
  readonly type: "number";
  readonly default: readonly Dated<number>[];
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
}

export interface GroupParameter extends Common {
  readonly type: "group";
  readonly default: readonly Dated<readonly [number, number, number, number]>[];
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
}

export interface ChoiceParameter<C extends string = string> extends Common {
  readonly type: "choice";
  readonly choices: readonly C[];
  readonly default: readonly Dated<C>[];
}

export type Parameter = NumberParameter | GroupParameter | ChoiceParameter;
export type Subject = Readonly<Record<string, Parameter>>;

type Declared<V> = V | { readonly [from: string]: V };

const isByDate = (value: unknown): value is { readonly [from: string]: never } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value for all time, or `{ "2010-04-05": a, "2016-04-01": b }`; the first date also holds for all time before it. */
function dated<V>(value: Declared<V>): readonly Dated<V>[] {
  if (!isByDate(value)) return [{ from: "", value: value as V }];
  return Object.entries<V>(value).map(([from, each], index) => ({ from: index === 0 ? "" : from, value: each }));
}

type NumberRow = Omit<NumberParameter, "type" | "default" | "integer"> & {
  readonly default: Declared<number>;
  readonly integer?: boolean;
};
type GroupRow = Omit<GroupParameter, "type" | "default" | "integer"> & {
  readonly default: Declared<readonly [number, number, number, number]>;
  readonly integer?: boolean;
};
type ChoiceRow<C extends string> = Omit<ChoiceParameter<C>, "type" | "default" | "choices" | "unit"> & {
  readonly choices: readonly C[];
  readonly default: Declared<C>;
};

export const number = (row: NumberRow): NumberParameter => ({
  integer: false,
  ...row,
  type: "number",
  default: dated(row.default),
});

/** One number for each of the four groups; `path` sets all of them, `path.older` one. */
export const byGroup = (row: GroupRow): GroupParameter => ({
  integer: false,
  ...row,
  type: "group",
  default: dated<readonly [number, number, number, number]>(row.default),
});

export const choice = <const C extends string>(row: ChoiceRow<C>): ChoiceParameter<C> => ({
  ...row,
  type: "choice",
  unit: "choice",
  default: dated(row.default),
});

/** What the engine sees of a parameter in one era. */
export type ValueOf<P> = P extends ChoiceParameter<infer C> ? C : P extends GroupParameter ? Float64Array : number;

/**
 * The number the engine counts in for a number a reader writes: money becomes pence, all else stays.
 * Rates in pence may have fractions; amounts are rounded when they are paid.
 */
export function toEngineUnit(unit: string, value: number): number {
  if (unit.startsWith("GBP million")) return Math.round(value * 1e11) / 1e3;
  if (unit.startsWith("GBP")) return Math.round(value * 1e5) / 1e3;
  return value;
}
