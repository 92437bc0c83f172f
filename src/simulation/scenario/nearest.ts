/** A misspelt name is answered with the name that was probably meant. */

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Longer words are not compared: nobody misspells that much, and the comparison costs the product of the lengths. */
const LONGEST = 80;

/**
 * Edits (insert, delete, replace, swap neighbours) that turn a word into a name or into the beginning of one; what the
 * beginning leaves out counts little, so that `framework_fee` still finds `framework.feePassThrough`.
 */
function distance(word: string, name: string): number {
  let previous = Array.from({ length: name.length + 1 }, (_, index) => index);
  let beforePrevious = previous;
  for (let row = 1; row <= word.length; row++) {
    const current = [row];
    for (let column = 1; column <= name.length; column++) {
      const replaced = previous[column - 1] + (word[row - 1] === name[column - 1] ? 0 : 1);
      const isSwap = word[row - 1] === name[column - 2] && word[row - 2] === name[column - 1];
      const swapped = isSwap ? beforePrevious[column - 2] + 1 : Infinity;
      current.push(Math.min(replaced, previous[column] + 1, current[column - 1] + 1, swapped));
    }
    beforePrevious = previous;
    previous = current;
  }
  let best = previous[name.length];
  for (let kept = 0; kept < name.length; kept++) {
    best = Math.min(best, previous[kept] + 0.5 + 0.02 * (name.length - kept));
  }
  return best;
}

/** "framework.feePassThrough" as framework, fee, pass, through. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((each) => each !== "");

const lastOf = (name: string): string => name.slice(name.lastIndexOf(".") + 1);

/** Shorter words than this stand in too many names. */
const SHORTEST_WORD = 3;

/**
 * As edits, how far a path is from one that says every word of its last part: `prices.fee` from `framework.openingFee`.
 * Infinity where a word is missing.
 */
function distanceInWords(word: string, name: string): number {
  const sought = wordsOf(lastOf(word));
  const there = wordsOf(name);
  const isAll = sought.length > 0 && sought.every((each) => each.length >= SHORTEST_WORD && there.includes(each));
  if (!isAll) return Infinity;
  const isSubject = wordsOf(word)[0] === there[0];
  return (isSubject ? 1 : 1.5) + 0.05 * (wordsOf(lastOf(name)).length - sought.length);
}

/** The nearest of some names, the first of equals; undefined where none is near. */
export function nearestName(word: string, names: Iterable<string>): string | undefined {
  const sought = plain(word);
  if (sought === "" || word.length > LONGEST) return undefined;
  let nearest: string | undefined;
  // About a third of the letters may be wrong; of one or two, nearly none.
  let least = sought.length < 3 ? 1.01 : Math.max(1.5, sought.length * 0.34);
  for (const name of names) {
    const lastPart = lastOf(name);
    const whole = distance(sought, plain(name));
    const edits =
      lastPart === name
        ? whole
        : Math.min(whole, distance(sought, plain(lastPart)) + 0.25, distanceInWords(word, name));
    if (edits < least) {
      least = edits;
      nearest = name;
    }
  }
  return nearest;
}

/** `did you mean "wages.floor"?`, or nothing where no name is near. */
export function didYouMean(word: string, names: Iterable<string>): string {
  const name = nearestName(word, names);
  return name === undefined ? "" : `did you mean "${name}"?`;
}
