/**
 * The Sobol sequence: points that fill the unit cube more evenly than luck does, any power of two of them in perfect
 * balance (Sobol, 1967; direction numbers of Joe and Kuo, 2008; Gray-code order of Antonov and Saleev, 1979).
 */
import type { Draws } from "../../kernel/index.ts";
import { drawsFor, type Points, refuseSize, refuseUnlessWhole, type Size } from "./designs.ts";
import { JOE_KUO } from "./joe-kuo.ts";

/** As many dimensions as there are direction numbers here. */
export const SOBOL_DIMENSIONS = JOE_KUO.length + 1;

const BITS = 32;
const TWO_TO_MINUS_32 = 1 / 4294967296;

export interface SobolOptions extends Size {
  /** Points left out at the beginning; keep it a power of two, or the balance is lost. 0 unless told. */
  readonly skip?: number;
  /**
   * "none": the published points, the first of which is the origin; "shift": all points of a dimension have the same
   * bits turned over (digital shift); "owen": each bit's turning hangs on all bits above it (Owen, 1995), which keeps
   * the balance, makes each point uniform, and takes out of integrals what shifts leave in.
   */
  readonly scramble?: "none" | "shift" | "owen";
  /** Needed where the points are scrambled. */
  readonly seed?: string;
}

/** @throws DesignError where a number is out of bounds; RangeError where the text is no seed. */
export function sobolSequence({ points, dimensions, skip = 0, scramble = "none", seed = "" }: SobolOptions): Points {
  refuseUnlessWhole("dimensions of a Sobol sequence", dimensions, 1, SOBOL_DIMENSIONS);
  refuseSize(points, dimensions);
  refuseUnlessWhole("points to skip", skip, 0, 0x7fffffff);
  const rows = Array.from({ length: points }, () => Array<number>(dimensions).fill(0));
  const draws = scramble === "none" ? undefined : drawsFor(seed, `sobol.${scramble}`);
  for (let axis = 0; axis < dimensions; axis++) {
    const directions = directionNumbers(axis);
    draws?.at(axis);
    let word = wordAt(skip, directions);
    for (let row = 0; row < points; row++) {
      rows[row][axis] = placeOf(word, scramble, draws);
      word ^= directions[trailingOnes(skip + row)];
    }
  }
  return rows;
}

function placeOf(word: number, scramble: "none" | "shift" | "owen", draws: Draws | undefined): number {
  if (draws === undefined) return (word >>> 0) * TWO_TO_MINUS_32;
  const turned = scramble === "shift" ? word ^ draws.bits(0) : owen(word, draws);
  // In the middle of its cell, so that neither end of an axis is ever met.
  return ((turned >>> 0) + 0.5) * TWO_TO_MINUS_32;
}

/** Turns each bit over by a coin that belongs to the bits above it. */
function owen(word: number, draws: Draws): number {
  let turned = 0;
  for (let bit = 0; bit < BITS; bit++) {
    // The bits above, behind a leading one: a name that no other place in the tree has.
    const above = bit === 0 ? 1 : (1 << bit) | (word >>> (BITS - bit));
    const coin = draws.bits(above) >>> 31;
    turned |= (((word >>> (BITS - 1 - bit)) & 1) ^ coin) << (BITS - 1 - bit);
  }
  return turned;
}

/** The words to be exclusive-ored, highest place first. */
function directionNumbers(axis: number): Int32Array {
  const words = new Int32Array(BITS);
  if (axis === 0) {
    for (let bit = 0; bit < BITS; bit++) words[bit] = 1 << (BITS - 1 - bit);
    return words;
  }
  const [inner, ...first] = JOE_KUO[axis - 1];
  const degree = first.length;
  for (let bit = 0; bit < BITS; bit++) {
    if (bit < degree) {
      words[bit] = first[bit] << (BITS - 1 - bit);
      continue;
    }
    words[bit] = words[bit - degree] ^ (words[bit - degree] >>> degree);
    for (let term = 1; term < degree; term++) {
      if (((inner >>> (degree - 1 - term)) & 1) === 1) words[bit] ^= words[bit - term];
    }
  }
  return words;
}

/** The sequence's word at a place, without the words before it. */
function wordAt(place: number, directions: Int32Array): number {
  const gray = place ^ (place >>> 1);
  let word = 0;
  for (let bit = 0; bit < BITS; bit++) if (((gray >>> bit) & 1) === 1) word ^= directions[bit];
  return word;
}

/** How many ones a number ends with. */
const trailingOnes = (value: number): number => 31 - Math.clz32(~value & (value + 1));
