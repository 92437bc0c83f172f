/** How much room text takes. Fonts differ from reader to reader, so the estimate is on the wide side. */

/** Kinds of letters, and what share of the size each is wide. The page's script estimates by the same. */
export const LETTERS = {
  narrow: ["iljtfrI.,:;'|!()[] \u00A0-–·", 0.36],
  wide: ["mwMW%@£—+", 0.88],
  capital: 0.7,
  usual: 0.64,
  broad: 1.05,
} as const;

const NARROW = new Set(LETTERS.narrow[0]);
const WIDE = new Set(LETTERS.wide[0]);

function emOf(character: string): number {
  if (NARROW.has(character)) return LETTERS.narrow[1];
  if (WIDE.has(character)) return LETTERS.wide[1];
  if (/[A-Z]/.test(character)) return LETTERS.capital;
  return character.charCodeAt(0) > 0x2fff ? LETTERS.broad : LETTERS.usual;
}

/** Estimated width in the unit of `size`. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += emOf(character) * size;
  return width;
}

/** A word longer than a whole line, cut into pieces that fit. */
function piecesOf(word: string, width: number, size: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && widthOf(piece + character, size) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** The text in lines none of which is wider than `width`; none ends at a space that keeps words together. */
export function wrapped(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[^\S\u00A0]+/).filter((each) => each !== "")) {
    for (const piece of piecesOf(word, width, size)) {
      const longer = line === "" ? piece : `${line} ${piece}`;
      if (line !== "" && widthOf(longer, size) > width) {
        lines.push(line);
        line = piece;
      } else {
        line = longer;
      }
    }
  }
  return line === "" ? lines : [...lines, line];
}
