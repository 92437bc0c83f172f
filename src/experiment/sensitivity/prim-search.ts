/** The search for a box: thin slices are peeled off where little that matters is lost, then pasted on where much is won. */
import {
  type Bound,
  type Bounds,
  type Column,
  countOf,
  inside,
  isWithin,
  replaced,
  restricts,
  widest,
} from "./prim-box.ts";

/** A box on the way, with the rows in it. */
export interface Step {
  readonly bounds: Bounds;
  readonly rows: readonly number[];
  readonly interesting: number;
}

export interface Search {
  readonly columns: readonly Column[];
  readonly isInteresting: readonly boolean[];
  /** The share of a box's rows in one slice. */
  readonly slice: number;
  /** No box has fewer rows. */
  readonly fewest: number;
}

export const densityOf = ({ rows, interesting }: Step): number => interesting / rows.length;

/** Boxes from the widest to the smallest, each a slice smaller than the one before. */
export function peel(search: Search, rows: readonly number[]): readonly Step[] {
  const steps: Step[] = [stepOf(search, rows, widest(search.columns))];
  for (;;) {
    const last = steps[steps.length - 1];
    if (last.interesting === last.rows.length) return steps;
    const next = bestOf(candidates(search, last), (step) => gainPerRow(step, last));
    if (next === undefined) return steps;
    steps.push(next);
  }
}

/** Slices on either side of every range, and every single alternative, where enough rows are left. */
function candidates(search: Search, last: Step): readonly Step[] {
  return last.bounds.flatMap((bound, place) => {
    const { values } = search.columns[place];
    const narrower = bound.kind === "choice" ? withoutOne(bound, last, values) : cut(bound, last, values, search.slice);
    return narrower
      .map((each) => narrowed(search, last, place, each))
      .filter(({ rows }) => rows.length >= search.fewest && rows.length < last.rows.length);
  });
}

function withoutOne(bound: Bound & { kind: "choice" }, last: Step, values: Column["values"]): readonly Bound[] {
  const met = [...new Set(last.rows.map((row) => values[row]))];
  if (met.length < 2) return [];
  return met.map((out) => ({ kind: "choice", kept: new Set([...bound.kept].filter((each) => each !== out)) }));
}

/** A slice off the lower end, and one off the upper; of equal values all go or none. */
function cut(bound: Bound & { kind: "range" }, last: Step, values: Column["values"], slice: number): readonly Bound[] {
  const ascending = Float64Array.from(last.rows, (row) => values[row] as number).sort();
  const most = ascending.length - 1;
  const off = Math.max(1, Math.floor(slice * ascending.length));
  if (ascending[0] === ascending[most]) return [];
  const from = ascending.find((value) => value >= ascending[Math.min(off, most)] && value > ascending[0]);
  const below = ascending.filter((value) => value <= ascending[Math.max(0, most - off)] && value < ascending[most]);
  const to = below[below.length - 1];
  return [...(from === undefined ? [] : [{ ...bound, from }]), ...(to === undefined ? [] : [{ ...bound, to }])];
}

/** By how much the density rises for each row given up: so that a large slice must be worth it. */
const gainPerRow = (step: Step, last: Step): number =>
  (densityOf(step) - densityOf(last)) / (last.rows.length - step.rows.length);

/** Widens a box again wherever that loses no density, by a slice at a time. */
export function paste(search: Search, rows: readonly number[], start: Step): Step {
  let box = start;
  for (;;) {
    const current = box;
    const wider = widened(search, rows, current).filter((step) => densityOf(step) >= densityOf(current));
    const next = bestOf(wider, densityOf);
    if (next === undefined) return box;
    box = next;
  }
}

function widened(search: Search, rows: readonly number[], box: Step): readonly Step[] {
  return box.bounds.flatMap((bound, place) => {
    const column = search.columns[place];
    if (!restricts(bound, column)) return [];
    const open = replaced(box.bounds, place, widest([column])[0]);
    const near = inside(rows, search.columns, open).map((row) => column.values[row]);
    const out = near.filter((value) => !isWithin(bound, value));
    if (out.length === 0) return [];
    const wider = bound.kind === "choice" ? withOneMore(bound, out) : stretched(bound, out as number[], search, box);
    return wider.map((each) => stepOf(search, rows, replaced(box.bounds, place, each)));
  });
}

const withOneMore = (bound: Bound & { kind: "choice" }, out: readonly (number | string)[]): readonly Bound[] =>
  [...new Set(out)].map((more) => ({ kind: "choice", kept: new Set([...bound.kept, more]) }));

/** By a slice, by half of one, and so on down to a single row: an end should not stop short for want of a small step. */
function stretched(
  bound: Bound & { kind: "range" },
  out: readonly number[],
  { slice }: Search,
  { rows }: Step,
): readonly Bound[] {
  const below = Float64Array.from(out.filter((value) => value < bound.from)).sort();
  const above = Float64Array.from(out.filter((value) => value > bound.to)).sort();
  const wider: Bound[] = [];
  for (let more = Math.max(1, Math.floor(slice * rows.length)); more >= 1; more = Math.floor(more / 2)) {
    if (below.length > 0) wider.push({ ...bound, from: below[Math.max(0, below.length - more)] });
    if (above.length > 0) wider.push({ ...bound, to: above[Math.min(above.length, more) - 1] });
  }
  return wider;
}

function stepOf({ columns, isInteresting }: Search, rows: readonly number[], bounds: Bounds): Step {
  const own = inside(rows, columns, bounds);
  return { bounds, rows: own, interesting: countOf(own, isInteresting) };
}

/** The same box with one bound drawn in, so that only that one need be looked at. */
function narrowed({ columns, isInteresting }: Search, last: Step, place: number, bound: Bound): Step {
  const { values } = columns[place];
  const rows = last.rows.filter((row) => isWithin(bound, values[row]));
  return { bounds: replaced(last.bounds, place, bound), rows, interesting: countOf(rows, isInteresting) };
}

/** The highest score; of equals the box with more rows, then the first. */
function bestOf(steps: readonly Step[], score: (step: Step) => number): Step | undefined {
  let best: Step | undefined;
  for (const step of steps) {
    const lead = best === undefined ? 1 : score(step) - score(best);
    if (best === undefined || lead > 0 || (lead === 0 && step.rows.length > best.rows.length)) best = step;
  }
  return best;
}
