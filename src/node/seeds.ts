/** A list of seeds has one order and one shortest way to write it, whichever way it was asked for. */

const WHOLE = /^[1-9]\d{0,15}$/;

const isWhole = (seed: string): boolean => WHOLE.test(seed) && Number.isSafeInteger(Number(seed));

/** Whole numbers in numeric order, then other texts by code unit. */
function compareSeeds(a: string, b: string): number {
  if (isWhole(a) !== isWhole(b)) return isWhole(a) ? -1 : 1;
  if (isWhole(a)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Seeds in their order, each once. */
export const orderedSeeds = (seeds: readonly string[]): string[] => [...new Set(seeds)].sort(compareSeeds);

/** "1-20", or "1-3,7": the shortest way to write the list so that it reads back the same. */
export function seedsText(seeds: readonly string[]): string {
  const parts: string[] = [];
  const ordered = orderedSeeds(seeds);
  for (let index = 0; index < ordered.length;) {
    let end = index;
    while (end + 1 < ordered.length && isNext(ordered[end], ordered[end + 1])) end++;
    const isRange = end > index + 1;
    parts.push(isRange ? `${ordered[index]}-${ordered[end]}` : ordered[index]);
    index = isRange ? end + 1 : index + 1;
  }
  return parts.join(",");
}

const isNext = (seed: string, next: string): boolean => isWhole(seed) && Number(next) === Number(seed) + 1;
