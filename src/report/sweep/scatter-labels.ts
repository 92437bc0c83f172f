/** Names beside points: only where they cover no other name, no point and no edge. */
import { widthOf } from "../charts/lettering.ts";

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Label {
  readonly text: string;
  readonly x: number;
  /** Baseline of the words. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  /** The point that it names, where the words stand so far off that a line must lead to it. */
  readonly led?: Spot;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

interface Wanted extends Spot {
  readonly text: string;
  /** Written somewhere even where it covers points. */
  readonly isNeeded?: boolean;
  /** How far beside the point the words begin, where its mark is large. */
  readonly beside?: number;
  /** How far below the point the words may stand, the best place first. */
  readonly below?: readonly number[];
}

/** At the point's height, above and below. */
export const BELOW: readonly number[] = [4, -9, 17, -22, 30];

/** Further up or down than this, other points may be nearer. */
const FAR = 20;

/** Beside a mark of the usual size. */
const BESIDE = 11;

interface Try extends Label {
  readonly from: number;
  readonly to: number;
}

const SIZE = 12;

/** How high a capital stands. */
const CAPITAL = 9;

/** Places round a point, the nearest first: right and left of it, over and under it, then further up and down beside it. */
function triesAt({ text, x, y, beside = BESIDE, below = BELOW }: Wanted): readonly Try[] {
  const width = widthOf(text, SIZE);
  const at = (side: -1 | 0 | 1, down: number): Try => {
    const edge = x + side * beside;
    const from = side === 1 ? edge : side === 0 ? edge - width / 2 : edge - width;
    const anchor = side === 1 ? "start" : side === 0 ? "middle" : "end";
    const isFar = side !== 0 && Math.abs(down - 4) > FAR;
    return { text, anchor, x: edge, y: y + down, from, to: from + width, ...(isFar ? { led: { x, y } } : {}) };
  };
  const [level, ...others] = below.map((down) => [at(1, down), at(-1, down)]);
  return [...level, at(0, -beside), at(0, beside + CAPITAL), ...others.flat()];
}

const isInside = ({ from, to, y }: Try, frame: Frame): boolean =>
  from >= frame.left && to <= frame.right && y > frame.top + 10 && y < frame.bottom - 4;

const covers = ({ from, to, y }: Try, { x, y: height }: Spot): boolean =>
  Math.abs(height - (y - 4)) < 12 && to > x - 8 && from < x + 8;

const touches = (one: Try, other: Try): boolean =>
  Math.abs(one.y - other.y) < 15 && one.to > other.from - 6 && one.from < other.to + 6;

/** The names that find a place, the first ones first; `points` are all that must not be covered but by one that is needed. */
export function placeLabels(wanted: readonly Wanted[], points: readonly Spot[], frame: Frame): readonly Label[] {
  const placed: Try[] = [];
  for (const each of wanted) {
    const { isNeeded } = each;
    const apart = triesAt(each).filter(
      (tried) => isInside(tried, frame) && !placed.some((other) => touches(tried, other)),
    );
    const covered = (tried: Try): number => points.filter((point) => covers(tried, point)).length;
    const [found] = apart.sort((one, other) => covered(one) - covered(other));
    if (found !== undefined && (isNeeded === true || covered(found) === 0)) placed.push(found);
  }
  return placed;
}
