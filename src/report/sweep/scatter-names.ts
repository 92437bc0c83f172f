/** Which marks of a trade-off are named: by their name beside them, or by a letter that a key under the picture explains. */
import { widthOf } from "../charts/lettering.ts";
import { isAtReference, type Point } from "./scatter-points.ts";

/** Labels of more arms than these would cover one another. */
const MOST_NAMED = 6;

/** The reference and the Pareto set; of a large set some that lie evenly along it, both ends among them. */
function namedOf(points: readonly Point[], best: readonly boolean[]): readonly number[] {
  const along = points
    .flatMap((point, index) => (best[index] && !isAtReference(point) ? [index] : []))
    .sort((a, b) => points[a].x - points[b].x || a - b);
  const steps = Math.min(MOST_NAMED, along.length);
  const chosen = Array.from({ length: steps }, (_, step) =>
    steps === 1 ? 0 : Math.round((step * (along.length - 1)) / (steps - 1)),
  );
  const reference = points.findIndex(({ isReference }) => isReference);
  return [...(reference < 0 ? [] : [reference]), ...chosen.map((place) => along[place])];
}

/** Longer names than this stand under the picture, by a letter at the mark. */
const LONGEST_BESIDE = 90;
const LETTERS = "ABCDEF";

export interface Name {
  /** Place of the point. */
  readonly index: number;
  /** Beside the mark. */
  readonly text: string;
  /** Under the picture; nothing where the mark has its name beside it. */
  readonly key: string;
}

/** What is written beside marks: names where all of them are short, else letters, which a key explains. */
export function namesOf(points: readonly Point[], best: readonly boolean[]): readonly Name[] {
  const named = namedOf(points, best);
  const others = named.filter((index) => !points[index].isReference);
  const isShort = others.every((index) => widthOf(points[index].shown, 12) <= LONGEST_BESIDE);
  return named.map((index): Name => {
    const { shown, isReference } = points[index];
    if (isReference) return { index, text: "reference", key: "" };
    const letter = LETTERS[others.indexOf(index)];
    return isShort ? { index, text: shown, key: "" } : { index, text: letter, key: `${letter}: ${shown}` };
  });
}

/** What the letters are, or where names are to be found that have no room. */
export function namesNote(names: readonly Name[], count: number): string {
  const lettered = names.filter(({ key }) => key !== "").length;
  const which = lettered === count ? "the unbeaten arms" : `${lettered} of the ${count} unbeaten arms`;
  if (lettered > 0) {
    return `Letters: ${which}, named under the picture. Point at any mark for its arm, or see the table.`;
  }
  return count > MOST_NAMED
    ? `At most ${MOST_NAMED} of them are named; point at a mark for its arm, or see the table.`
    : "Where there is no room for a name, point at the mark for its arm, or see the table.";
}
