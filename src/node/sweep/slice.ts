/** A sweep is cut into slices that machines run apart; together they are the whole, and no cell is in two. */
import { Failure } from "../failure.ts";

export interface Slice {
  /** From 1. */
  readonly part: number;
  readonly parts: number;
}

/** "3/64" as typed. */
export function sliceOf(text: string): Slice {
  const match = /^(\d{1,7})\/(\d{1,7})$/.exec(text.trim());
  const [part, parts] = [Number(match?.[1]), Number(match?.[2])];
  if (match !== null && part >= 1 && part <= parts) return { part, parts };
  throw new Failure("invalid", `--slice "${text}" is not a slice`, [
    "Write which of how many, such as 3/64: from 1/64 to 64/64.",
  ]);
}

/** The slice of which all cells are there and no other's; undefined where there is none, or too few cells to tell. */
export function sliceThere(isThere: readonly boolean[]): Slice | undefined {
  const first = isThere.indexOf(true);
  const parts = isThere.indexOf(true, first + 1) - first;
  if (first < 0 || parts < 2 || first >= parts) return undefined;
  const slice = { part: first + 1, parts };
  return isThere.every((there, place) => there === isInSlice(place, slice)) ? slice : undefined;
}

export const isInSlice = (place: number, slice: Slice | undefined): boolean =>
  slice === undefined || place % slice.parts === slice.part - 1;
