/** In which worlds a policy does worst: the worst quarter of them by a measure, and the box in which these lie (PRIM). */
import { type BoxCheck, checkBox, type Column, type FoundBox, prim } from "../../experiment/sensitivity/index.ts";
import type { SweepAxis } from "../../experiment/sweep-results.ts";
import { isDefined } from "../statistics.ts";
import type { Unit } from "../units.ts";
import type { Outcome, Study } from "./study.ts";
import { figureIn, type Worlds, worldsOf } from "./worlds.ts";

/** The worst worlds by one measure. */
export interface Worst {
  readonly worlds: Worlds;
  readonly outcome: Outcome;
  /** Arms with a figure, one a world, and the figures beside them. */
  readonly arms: readonly number[];
  readonly figures: readonly number[];
  readonly isWorst: readonly boolean[];
  /** How many are among the worst. */
  readonly count: number;
  /** Worse than this: a figure as it is printed in `unit`; NaN where no bound leaves about a quarter. */
  readonly bound: number;
  readonly isAbove: boolean;
  readonly unit: Unit;
}

/** A box that is worth drawing. */
export interface WorstBox extends Worst {
  readonly kind: "box";
  readonly axes: readonly SweepAxis[];
  /** One for each axis, in their order. */
  readonly columns: readonly Column[];
  readonly box: FoundBox;
  /** Undefined where worlds are too few to hold some back. */
  readonly check: BoxCheck | undefined;
}

/** Nothing to draw, and why. */
export interface NoBox extends Worst {
  readonly kind: "none";
  readonly reason: string;
}

export type WorstFound = WorstBox | NoBox;

/** Fewer worlds than this say nothing of ranges. */
const FEWEST_WORLDS = 20;
/** From here on a box that is there is mostly found and confirmed: docs/experiments.md has the shares. */
export const ENOUGH_WORLDS = 128;
/** Fewer of either kind than this cannot be told from luck. */
const FEWEST_OF_A_KIND = 5;

/** More cannot be written. */
const MOST_DECIMALS = 6;

/** The share of worlds called the worst. */
const WORST_SHARE = 0.25;

/** The share of a box that is to be among the worst. */
export const WANTED_DENSITY = 0.8;

/** The same as that of `caremarket sensitivity`, so that both say the same of a box. */
const CHECK_SEED = "sensitivity";

/** Pictures of more worlds than this, over all measures, would make the page too heavy to send round. */
export const MOST_DRAWN = 1_536;
const MOST_MEASURES = 8;
const MOST_POLICIES = 4;

/** Of each policy and of the measures that moved most and have a better way; none where nothing is uncertain. */
export function worstOf(study: Study): readonly WorstFound[] {
  const all = worldsOf(study).slice(0, MOST_POLICIES);
  const most = Math.max(FEWEST_WORLDS, ...all.map(({ arms }) => arms.length));
  const room = Math.max(1, Math.min(MOST_MEASURES, Math.floor(MOST_DRAWN / most / Math.max(1, all.length))));
  return all.flatMap((worlds) =>
    study.headlines
      .filter((outcome) => outcome.better !== undefined && !outcome.isSet)
      .filter((outcome) => worlds.arms.some((arm) => isDefined(figureIn(worlds, outcome, arm))))
      .slice(0, room)
      .map((outcome) => found(study, worlds, outcome)),
  );
}

/** Policies that `worstOf` leaves out. */
export const leftOut = (study: Study): number => Math.max(0, worldsOf(study).length - MOST_POLICIES);

function found(study: Study, worlds: Worlds, outcome: Outcome): WorstFound {
  const { results } = study.input;
  const arms = worlds.arms.filter((arm) => isDefined(figureIn(worlds, outcome, arm)));
  const worst = worstQuarter(worlds, outcome, arms);
  const none = (reason: string): NoBox => ({ kind: "none", ...worst, reason });
  if (arms.length < FEWEST_WORLDS) {
    const few = arms.length === 1 ? "one world is" : `${arms.length} worlds are`;
    return none(`${few} too few to look for ranges (${FEWEST_WORLDS} is the least)`);
  }
  const { isWorst } = worst;
  if (Number.isNaN(worst.bound)) {
    return none("too many worlds come to one and the same figure to call a quarter of them the worst");
  }
  const all = worlds.axes.map(({ name }): Column => ({
    name,
    values: arms.map((arm) => results.arms[arm].settings[name]),
  }));
  if (!all.some(differs)) return none("nothing that is uncertain differs between them");
  const kept = all.map(isShared);
  const columns = all.filter((_, place) => kept[place]);
  if (columns.length === 0) return none("each world has a name of its own, and no range holds several of them");
  const [box] = prim(columns, isWorst, { density: WANTED_DENSITY }).boxes;
  if (box === undefined || box.restrictions.length === 0) {
    return none("no range of anything uncertain tells them from the rest");
  }
  const groups = pointsOf(columns, results.sampling?.crossed ?? []);
  const check = checkBox(columns, isWorst, {
    density: WANTED_DENSITY,
    seed: CHECK_SEED,
    ...(groups === undefined ? {} : { groups }),
  });
  return { kind: "box", ...worst, axes: worlds.axes.filter((_, place) => kept[place]), columns, box, check };
}

const differs = ({ values }: Column): boolean => new Set(values).size > 1;

/** Whether a box could be of it: of numbers always, of names where enough worlds have the same. */
function isShared(column: Column): boolean {
  const { values } = column;
  if (values.every((value) => typeof value === "number")) return differs(column);
  return differs(column) && new Set(values).size * FEWEST_OF_A_KIND <= values.length;
}

/** World by world the drawn point that it belongs to, where points were run more than once. */
function pointsOf(columns: readonly Column[], crossed: readonly string[]): readonly string[] | undefined {
  const drawn = columns.filter(({ name }) => !crossed.includes(name));
  if (drawn.length === columns.length) return undefined;
  return columns[0].values.map((_, place) => JSON.stringify(drawn.map(({ values }) => values[place])));
}

/** How far from a quarter the worst may be, as shares of it: where figures tie, no bound may come nearer. */
const [LEAST_OF_SHARE, MOST_OF_SHARE] = [0.6, 1.2];

interface Split {
  readonly unit: Unit;
  readonly bound: number;
  readonly isWorst: readonly boolean[];
  readonly count: number;
}

/** On both sides of the edge, at so many decimals: where the edge is round, the one before it lets in what ties there. */
function boundsAt(edge: number, decimals: number): readonly number[] {
  const step = 10 ** decimals;
  const below = Math.floor(edge * step);
  return [below - 1, below, below + 1].map((whole) => Number((whole / step).toFixed(decimals)));
}

/**
 * A bound is rounded as far as it still leaves about a quarter, and of those rounded as far the one nearest to it is
 * taken: what is printed is what was asked. NaN, and no world among the worst, where too many tie for any bound.
 */
function worstQuarter(worlds: Worlds, outcome: Outcome, arms: readonly number[]): Worst {
  const { better, fine } = outcome;
  const isAbove = better === "lower";
  const figures = arms.map((arm) => figureIn(worlds, outcome, arm));
  const worstFirst = [...figures].sort((one, other) => (isAbove ? other - one : one - other));
  const wanted = WORST_SHARE * figures.length;
  const edge = worstFirst[Math.floor(wanted)] ?? Number.NaN;
  const splitAt = (bound: number, unit: Unit): Split => {
    const isWorst = figures.map((value) => (isAbove ? value > bound : value < bound));
    return { unit, bound, isWorst, count: isWorst.filter(Boolean).length };
  };
  // Too few worlds are not searched at all: any split will do.
  const least = figures.length < FEWEST_WORLDS ? 1 : FEWEST_OF_A_KIND;
  const isAbout = ({ count }: Split): boolean =>
    count >= Math.max(least, LEAST_OF_SHARE * wanted) && count <= MOST_OF_SHARE * wanted;
  for (let { decimals } = fine; decimals <= MOST_DECIMALS; decimals++) {
    const unit = { ...fine, decimals };
    const splits = boundsAt(edge, decimals).map((bound) => splitAt(bound, unit));
    const [nearest] = splits
      .filter(isAbout)
      .sort((one, other) => Math.abs(one.count - wanted) - Math.abs(other.count - wanted));
    if (nearest !== undefined) return { worlds, outcome, arms, figures, isAbove, ...nearest };
  }
  return { worlds, outcome, arms, figures, isAbove, ...splitAt(Number.NaN, fine) };
}
