/**
 * Scenario discovery: in which ranges of the uncertainties does a policy fail? The patient rule induction method finds a
 * box (Friedman and Fisher, Statistics and Computing 9, 1999), and coverage, density and quasi-p-values say what it is
 * worth (Bryant and Lempert, Technological Forecasting and Social Change 77, 2010).
 */
import { refuseLengths, SensitivityError } from "./errors.ts";
import {
  binomialTail,
  type Bound,
  type Column,
  countOf,
  inside,
  type Limit,
  limitOf,
  opened,
  replaced,
  restricts,
  widest,
} from "./prim-box.ts";
import { densityOf, paste, peel, type Search, type Step } from "./prim-search.ts";

export type { Column, Limit } from "./prim-box.ts";

export interface PrimOptions {
  /** The share of a box that one peeling or pasting takes; 0.05 unless told. */
  readonly slice?: number;
  /** No box holds less than this share of all rows; 0.05 unless told. */
  readonly support?: number;
  /** The density wanted: of the boxes that have it, the one with the highest coverage is taken; 0.8 unless told. */
  readonly density?: number;
  /** Look for so many boxes, each in what those before have left; 1 unless told. */
  readonly boxes?: number;
}

/** How good a box is, over all rows. */
export interface BoxMeasures {
  readonly rows: number;
  readonly interesting: number;
  /** Share of the rows that matter that are in the box. */
  readonly coverage: number;
  /** Share of the rows in the box that matter. */
  readonly density: number;
  /** Share of all rows that are in the box. */
  readonly support: number;
}

/** One axis that the box restricts. */
export interface Restriction {
  readonly limit: Limit;
  /** Density if this axis alone were set free. */
  readonly densityWithout: number;
  readonly coverageWithout: number;
  /**
   * Chance of as many rows that matter if the restriction had nothing to do with it. Restrictions above 0.05 are taken
   * out again where the box stays as dense as was asked; do not believe those that are left.
   */
  readonly quasiP: number;
}

export interface FoundBox extends BoxMeasures {
  /** Whether the density wanted was met; where it was not, this is the densest box. */
  readonly isDense: boolean;
  /** Most telling first. */
  readonly restrictions: readonly Restriction[];
  /** All boxes on the way, widest first: the trade-off of coverage against density, from which another may be chosen. */
  readonly path: readonly (BoxMeasures & { readonly limits: readonly Limit[] })[];
}

export interface Discovery {
  readonly rows: number;
  readonly interesting: number;
  readonly boxes: readonly FoundBox[];
  /** Of the rows that are in any of the boxes. */
  readonly together: BoxMeasures;
}

/**
 * @param isInteresting one for each row: where the policy fails, or whatever is to be described
 * @throws SensitivityError where lengths differ, a number is out of bounds, or no row or every row matters.
 */
export function prim(
  columns: readonly Column[],
  isInteresting: readonly boolean[],
  { slice = 0.05, support = 0.05, density = 0.8, boxes = 1 }: PrimOptions = {},
): Discovery {
  for (const { name, values } of columns) refuseLengths(`values of ${name}`, values.length, isInteresting.length);
  refuse(columns, { slice, support, density, boxes });
  const all = isInteresting.map((_, row) => row);
  const interesting = countOf(all, isInteresting);
  if (interesting === 0 || interesting === all.length) {
    const which = interesting === 0 ? "no row" : "every row";
    throw new SensitivityError(`${which} of ${all.length} is interesting: there is nothing to tell apart`);
  }
  const fewest = Math.max(1, Math.ceil(support * all.length));
  const search: Search = { columns, isInteresting, slice, fewest };
  const found: FoundBox[] = [];
  const caught = new Set<number>();
  let left: readonly number[] = all;
  while (found.length < boxes && left.length >= fewest && countOf(left, isInteresting) > 0) {
    const path = peel(search, left);
    const { box, isDense } = choose(search, left, path, density);
    // A second box that is no better than chance would only add noise.
    if (found.length > 0 && !isDense) break;
    found.push(describe(search, all, box, path, isDense));
    for (const row of box.rows) caught.add(row);
    left = left.filter((row) => !caught.has(row));
  }
  return {
    rows: all.length,
    interesting,
    boxes: found,
    together: measuresOf([...caught], isInteresting, all.length, interesting),
  };
}

/** What the first box asks of each column; undefined of those that it leaves free. */
export function firstBox(
  columns: readonly Column[],
  isInteresting: readonly boolean[],
  { slice = 0.05, support = 0.05, density = 0.8 }: PrimOptions,
): readonly (Bound | undefined)[] {
  const all = isInteresting.map((_, row) => row);
  const search: Search = { columns, isInteresting, slice, fewest: Math.max(1, Math.ceil(support * all.length)) };
  const { bounds } = choose(search, all, peel(search, all), density).box;
  return bounds.map((bound, place) => (restricts(bound, columns[place]) ? opened(bound, columns[place]) : undefined));
}

function refuse(columns: readonly Column[], { slice, support, density, boxes }: Required<PrimOptions>): void {
  if (columns.length === 0) throw new SensitivityError("scenario discovery needs one axis or more");
  for (const [what, share] of Object.entries({ slice, support, density })) {
    if (share > 0 && share < 1) continue;
    if (what === "density" && share === 1) continue;
    throw new SensitivityError(`${what} ${share}: allowed is a share between 0 and 1`);
  }
  if (!Number.isInteger(boxes) || boxes < 1) throw new SensitivityError(`boxes ${boxes}: allowed is 1 or more`);
  for (const { name, values } of columns) {
    const wrong = values.findIndex((value) => typeof value === "number" && !Number.isFinite(value));
    if (wrong >= 0) throw new SensitivityError(`values of ${name}: ${values[wrong]} in row ${wrong} is not a number`);
  }
}

/** Of two boxes the one that covers more; where both cover as much, the denser. */
const isBetter = (one: Step, other: Step): boolean =>
  one.interesting > other.interesting || (one.interesting === other.interesting && densityOf(one) > densityOf(other));

/** Of the boxes on the way the dense one that covers most, or the densest; then widened wherever that is free. */
function choose(search: Search, left: readonly number[], path: readonly Step[], density: number) {
  const isDense = path.some((step) => densityOf(step) >= density);
  const best = path.reduce((one, other) => {
    if (!isDense) return densityOf(other) > densityOf(one) ? other : one;
    if (densityOf(other) < density) return one;
    return densityOf(one) < density || isBetter(other, one) ? other : one;
  });
  let box = paste(search, left, best);
  const least = isDense ? density : densityOf(box);
  for (let freer = freed(search, left, box, least); freer !== undefined; freer = freed(search, left, box, least)) {
    box = paste(search, left, freer);
  }
  return { box, isDense };
}

/** Above this chance a restriction is one that noise would make. */
const DOUBTFUL = 0.05;

/** The box without its most doubtful restriction, where there is one and the box stays dense enough. */
function freed({ columns, isInteresting }: Search, left: readonly number[], box: Step, least: number) {
  let [freest, doubt]: [Step | undefined, number] = [undefined, DOUBTFUL];
  for (const [place, column] of columns.entries()) {
    if (!restricts(box.bounds[place], column)) continue;
    const bounds = replaced(box.bounds, place, widest([column])[0]);
    const rows = inside(left, columns, bounds);
    const step: Step = { bounds, rows, interesting: countOf(rows, isInteresting) };
    const quasiP = binomialTail(box.rows.length, box.interesting, densityOf(step));
    if (quasiP > doubt && densityOf(step) >= least) [freest, doubt] = [step, quasiP];
  }
  return freest;
}

function describe(
  search: Search,
  all: readonly number[],
  box: Step,
  path: readonly Step[],
  isDense: boolean,
): FoundBox {
  const { columns, isInteresting } = search;
  const interesting = countOf(all, isInteresting);
  const measures = (rows: readonly number[]): BoxMeasures => measuresOf(rows, isInteresting, all.length, interesting);
  const own = inside(all, columns, box.bounds);
  const restrictions = columns
    .map((column, place) => ({ column, place }))
    .filter(({ column, place }) => restricts(box.bounds[place], column))
    .map(({ column, place }) => {
      const free = measures(inside(all, columns, replaced(box.bounds, place, widest([column])[0])));
      return {
        limit: limitOf(box.bounds[place], column),
        densityWithout: free.density,
        coverageWithout: free.coverage,
        quasiP: binomialTail(own.length, countOf(own, isInteresting), free.density),
      };
    })
    .sort((one, other) => one.quasiP - other.quasiP || one.densityWithout - other.densityWithout);
  const shown = path.map(({ bounds }) => ({
    ...measures(inside(all, columns, bounds)),
    limits: columns.flatMap((column, place) =>
      restricts(bounds[place], column) ? [limitOf(bounds[place], column)] : [],
    ),
  }));
  return { ...measures(own), isDense, restrictions, path: shown };
}

function measuresOf(
  rows: readonly number[],
  isInteresting: readonly boolean[],
  all: number,
  interesting: number,
): BoxMeasures {
  const own = countOf(rows, isInteresting);
  return {
    rows: rows.length,
    interesting: own,
    coverage: own / interesting,
    density: rows.length === 0 ? Number.NaN : own / rows.length,
    support: rows.length / all,
  };
}
