/**
 * Whether a box holds on rows that the search has not seen: cross-validation (Stone, Journal of the Royal Statistical
 * Society B 36, 1974) of scenario discovery.
 *
 * The rows are dealt into five parts, each with its share of those that matter. A box is found on four of them by the
 * usual rule and tried on the fifth, for each part in turn, so that every row is judged by a box that it had no say in;
 * and all of it five times, dealt anew. Coverage, density and quasi-p-values are those of Bryant and Lempert
 * (Technological Forecasting and Social Change 77, 2010) over the held-out rows, the chance being the median of the five;
 * how often an axis is restricted again is their resampling test.
 *
 * Measured: of boxes found in noise alone 0 to 1 % held (800 cases of 64 to 256 rows); of a real one that has a sixth of
 * the rows, with every tenth row wrong, half held from 64 rows and five axes, two in three from 128 rows and eleven, all
 * from 256 rows and five. What is judged is the rule on four fifths of the rows; the box found on all of them is better if
 * anything. Rows must stand for themselves: groups are dealt and counted as one, but the rows of a
 * trajectory of a Morris or radial design hang together too, and flatter it.
 */
import { type Draws, openDraws } from "../../kernel/index.ts";
import { bootstrapIntervals, type Interval } from "../bootstrap.ts";
import { meanOf } from "../paired.ts";
import { quantile } from "../spread.ts";
import { firstBox, type PrimOptions } from "./prim.ts";
import { binomialTail, type Bound, type Column, countOf, isWithin } from "./prim-box.ts";

export interface AxisCheck {
  readonly name: string;
  /** Share of the boxes that restrict the axis. */
  readonly again: number;
  /** Chance of as many held-out rows that matter if the restriction had nothing to do with it. */
  readonly chance: number;
}

export interface BoxCheck {
  /** How many boxes were found and tried on rows held out. */
  readonly boxes: number;
  /** Of the held-out rows in a box the share that matters; NaN where no box held any. */
  readonly density: number;
  /** Of the held-out rows that matter the share in a box. */
  readonly coverage: number;
  /** 95 % intervals, by a bootstrap over rows: the boxes are not looked for again. */
  readonly densityInterval: Interval;
  readonly coverageInterval: Interval;
  /** Mean density of the same boxes on the rows on which they were found: what the search flatters itself with. */
  readonly densityFound: number;
  /** Share of all rows that matter: the density of no box at all. */
  readonly overall: number;
  /** Chance of held-out rows as dense as these if the boxes had nothing to do with what matters. */
  readonly chance: number;
  /** Whether that chance is at most 0.05. */
  readonly holds: boolean;
  /** Every axis, the one most often restricted first. */
  readonly axes: readonly AxisCheck[];
}

export interface CheckOptions extends Omit<PrimOptions, "boxes"> {
  /** Deals the rows: the check is a function of rows, options and seed. */
  readonly seed: string;
  /** Row by row, what it belongs to: rows of one point, run with several policies, are held out together. */
  readonly groups?: readonly string[];
}

const PARTS = 5;
const REPEATS = 5;
const DOUBTFUL = 0.05;
const RESAMPLES = 1000;

/** The first box that `prim` would find, checked; undefined where rows that matter, or that do not, are too few to deal. */
export function checkBox(
  columns: readonly Column[],
  isInteresting: readonly boolean[],
  { seed, groups, ...options }: CheckOptions,
): BoxCheck | undefined {
  const all = groupsOf(isInteresting.length, groups);
  const matters = (group: Group): boolean => group.some((row) => isInteresting[row]);
  const [matter, rest] = [all.filter(matters), all.filter((group) => !matters(group))];
  if (matter.length < PARTS || rest.length < PARTS) return undefined;
  const draws = openDraws(seed, ["prim.parts"])["prim.parts"];
  const deals = Array.from({ length: REPEATS }, (_, deal) => {
    draws.at(deal);
    const dealt = [...shuffled(draws, matter), ...shuffled(draws, rest)];
    return Array.from({ length: PARTS }, (_part, part) => {
      const [heldOut, seen] = [true, false].map((is) =>
        dealt.filter((_group, place) => (place % PARTS === part) === is),
      );
      return tried(columns, isInteresting, { seen, heldOut }, options);
    });
  });
  const trials = deals.flat();
  const overall = isInteresting.filter((is) => is).length / isInteresting.length;
  const weights = new Float64Array(isInteresting.length);
  for (const { inBox } of trials) for (const row of inBox) weights[row] += 1 / REPEATS;
  const figures = (chosen: Iterable<number>): readonly number[] =>
    densityAndCoverage(
      Array.from(chosen, (group) => all[group]),
      weights,
      isInteresting,
    );
  const [density, coverage] = figures(all.keys());
  const resampling = { seed, resamples: RESAMPLES, method: "percentile" } as const;
  const [densityInterval, coverageInterval] = bootstrapIntervals(all.length, figures, resampling);
  const chance = medianOf(deals.map((deal) => chanceOf(deal, overall)));
  return {
    boxes: trials.length,
    density,
    coverage,
    densityInterval,
    coverageInterval,
    densityFound: meanOf(trials.map(({ densityFound }) => densityFound)),
    overall,
    chance,
    holds: chance <= DOUBTFUL,
    axes: columns
      .map(({ name }, place) => axisOf(name, place, deals))
      .sort((one, other) => other.again - one.again || one.chance - other.chance),
  };
}

/** Rows that hang together, such as those of one point. */
type Group = readonly number[];

/** Rows that go together, in the order of their first ones. */
function groupsOf(rows: number, names: readonly string[] | undefined): readonly Group[] {
  const byName = new Map<string, number[]>();
  for (let row = 0; row < rows; row++) {
    const name = names?.[row] ?? String(row);
    const group = byName.get(name);
    if (group === undefined) byName.set(name, [row]);
    else group.push(row);
  }
  return [...byName.values()];
}

/** In an order of chance. */
function shuffled(draws: Draws, groups: readonly Group[]): readonly Group[] {
  const keyed = groups.map((group) => ({ group, key: draws.uniform(group[0]) }));
  return keyed.sort((one, other) => one.key - other.key || one.group[0] - other.group[0]).map(({ group }) => group);
}

/** One box found on all parts but one, and tried on that one. */
interface Trial {
  readonly densityFound: number;
  /** Held-out rows in the box, how many of them matter, and how many groups they are of. */
  readonly inBox: readonly number[];
  readonly interesting: number;
  readonly groups: number;
  /** Column by column whether the box restricts it, and what would lie in the box if it did not. */
  readonly isRestricted: readonly boolean[];
  readonly without: readonly { readonly rows: number; readonly interesting: number }[];
}

function tried(
  columns: readonly Column[],
  isInteresting: readonly boolean[],
  { seen, heldOut }: { readonly seen: readonly Group[]; readonly heldOut: readonly Group[] },
  options: PrimOptions,
): Trial {
  const [rows, held] = [seen.flat(), heldOut.flat()];
  const own = columns.map(({ name, values }): Column => ({ name, values: rows.map((row) => values[row]) }));
  const bounds = firstBox(
    own,
    rows.map((row) => isInteresting[row]),
    options,
  );
  const among = (tested: Group, free?: number): Group => within(columns, bounds, tested, free);
  const inBox = bounds.some((bound) => bound !== undefined) ? among(held) : [];
  const isIn = new Set(inBox);
  const found = among(rows);
  return {
    densityFound: countOf(found, isInteresting) / found.length,
    inBox,
    interesting: countOf(inBox, isInteresting),
    groups: heldOut.filter((group) => group.some((row) => isIn.has(row))).length,
    isRestricted: bounds.map((bound) => bound !== undefined),
    without: bounds.map((bound, place) => {
      const freed = bound === undefined ? inBox : among(held, place);
      return { rows: freed.length, interesting: countOf(freed, isInteresting) };
    }),
  };
}

/** Those of the rows that lie in the box, without the bound at one place where one is named. */
const within = (
  columns: readonly Column[],
  bounds: readonly (Bound | undefined)[],
  rows: Group,
  free: number | undefined,
): Group =>
  rows.filter((row) =>
    bounds.every(
      (bound, place) => bound === undefined || place === free || isWithin(bound, columns[place].values[row]),
    ),
  );

/** Every row counts as often as it lay in a box when it was held out. */
function densityAndCoverage(
  groups: readonly Group[],
  weights: Float64Array,
  isInteresting: readonly boolean[],
): readonly number[] {
  let [inBox, both, all] = [0, 0, 0];
  for (const group of groups) {
    for (const row of group) {
      inBox += weights[row];
      if (!isInteresting[row]) continue;
      both += weights[row];
      all += 1;
    }
  }
  return [both / inBox, both / all];
}

/** Of one deal, over its parts. Rows of one group may all go the same way, so that a group is one trial, not several. */
function chanceOf(deal: readonly Trial[], chance: number): number {
  const rows = sumOf(deal, ({ inBox }) => inBox.length);
  const groups = sumOf(deal, (trial) => trial.groups);
  const interesting = sumOf(deal, (trial) => trial.interesting);
  return rows === 0 ? 1 : binomialTail(groups, Math.floor((interesting * groups) / rows), chance);
}

function axisOf(name: string, place: number, deals: readonly (readonly Trial[])[]): AxisCheck {
  const again = meanOf(deals.flat().map(({ isRestricted }) => (isRestricted[place] ? 1 : 0)));
  const chances = deals.map((deal) => {
    const rows = sumOf(deal, ({ without }) => without[place].rows);
    return chanceOf(deal, sumOf(deal, ({ without }) => without[place].interesting) / rows);
  });
  return { name, again, chance: again === 0 ? 1 : medianOf(chances) };
}

const sumOf = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

const medianOf = (values: readonly number[]): number => quantile(Float64Array.from(values).sort(), 0.5);
