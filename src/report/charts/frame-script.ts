/** What a picture that its reader chooses needs: the room that text takes, and a frame as `frameRound` sets it beforehand. */
import { FRAME } from "./files.ts";
import { LETTERS } from "./lettering.ts";

export const FRAME_SCRIPT = String.raw`
const widthOf = (text, size) => {
  const { narrow, wide, capital, usual, broad } = ${JSON.stringify(LETTERS)};
  const emOf = (letter) => {
    if (narrow[0].includes(letter)) return narrow[1];
    if (wide[0].includes(letter)) return wide[1];
    if (/[A-Z]/.test(letter)) return capital;
    return letter.charCodeAt(0) > 0x2fff ? broad : usual;
  };
  return [...text].reduce((sum, letter) => sum + emOf(letter) * size, 0);
};

const frameRound = (title, subtitle, below, width, height) => {
  const { margin, ...sizes } = ${JSON.stringify(FRAME)};
  const fits = (text, size) => widthOf(text, size) <= width;
  // A word longer than a line in pieces that fit, then the pieces in lines.
  const piecesOf = (word, size) => [...word].reduce((pieces, letter) => {
    const last = pieces[pieces.length - 1];
    if (last !== "" && !fits(last + letter, size)) return [...pieces, letter];
    return [...pieces.slice(0, -1), last + letter];
  }, [""]);
  const wrapped = (text, size) => {
    const found = [];
    for (const word of text.split(/[^\S\u00A0]+/).filter((each) => each !== "")) {
      for (const piece of piecesOf(word, size)) {
        const longer = found.length === 0 ? piece : found[found.length - 1] + " " + piece;
        if (found.length > 0 && fits(longer, size)) found[found.length - 1] = longer;
        else found.push(piece);
      }
    }
    return found;
  };
  const lines = [];
  let y = margin - 6;
  const write = (text, [size, weight, colour]) => {
    for (const line of wrapped(text, size)) {
      y += size * 1.35;
      lines.push([line, Math.round(y), size, weight, colour]);
    }
  };
  write(title, sizes.title);
  y += 4;
  write(subtitle, sizes.subtitle);
  const top = Math.round(y + 16);
  y = top + height + 8;
  for (const text of below) write(text, sizes.below);
  return { width: width + 2 * margin, height: Math.round(y + margin), margin, top, lines };
};
`;
