/** How much room text takes. Fonts differ from reader to reader, so the estimate is on the wide side. */

const NARROW = new Set("iljtfrI.,:;'|!()[] \u00A0-–·".split(""));
const WIDE = new Set("mwMW%@£—+".split(""));

function emOf(character: string): number {
  if (NARROW.has(character)) return 0.36;
  if (WIDE.has(character)) return 0.88;
  if (/[A-Z]/.test(character)) return 0.7;
  return character.charCodeAt(0) > 0x2fff ? 1.05 : 0.64;
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
