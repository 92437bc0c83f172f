/** Characters that a reader cannot see, or that turn other text around, never pass unseen. */

/** Control characters (tab and line feed aside), bidirectional controls, separators of lines, and non-characters. */
export function isHidden(code: number): boolean {
  if (code < 0x20) return code !== 0x09 && code !== 0x0a;
  if (code < 0x7f) return false;
  return (
    code <= 0x9f ||
    code === 0x061c ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xfeff ||
    (code & 0xfffe) === 0xfffe
  );
}

/** Index of the first hidden character from an index on, or -1. A carriage return before a line feed is a line end. */
export function hiddenAt(text: string, from = 0): number {
  for (let index = from; index < text.length; index++) {
    const code = text.codePointAt(index) as number;
    if (code > 0xffff) index++;
    else if (code === 0x0d && text.charCodeAt(index + 1) === 0x0a) continue;
    if (isHidden(code)) return code > 0xffff ? index - 1 : index;
  }
  return -1;
}

/** `U+202E`, as a message names a character. */
export const codePointName = (text: string, index: number): string =>
  `U+${(text.codePointAt(index) as number).toString(16).toUpperCase().padStart(4, "0")}`;

/** Bytes of a text in UTF-8, counted no further than just past a limit. */
export function utf8Length(text: string, limit: number): number {
  if (text.length > limit) return text.length;
  let bytes = 0;
  for (let index = 0; index < text.length && bytes <= limit; index++) {
    const code = text.charCodeAt(index);
    // Each half of a surrogate pair counts two of its four bytes.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}

/** True where a reader would see something: a letter, digit, mark of punctuation or symbol. */
export const isVisible = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

/** Spaces that are not the space bar's, and dashes that are not the hyphen. */
const isLookalike = (code: number, character: string): boolean =>
  code > 0x7e && (/\s/u.test(character) || (code >= 0x2010 && code <= 0x2015) || code === 0x2212);

const escapeCode = (code: number): string => `\\u{${code.toString(16).toUpperCase()}}`;

/** A text as a terminal may show it: hidden characters, unusual spaces and dashes spelt out, long texts cut. */
export function reveal(text: string, most = 60): string {
  let shown = "";
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (length++ >= most) return `${shown}…`;
    if (code === 0x0a) shown += "\\n";
    else if (code === 0x09) shown += "\\t";
    else if (isHidden(code) || isLookalike(code, character)) shown += escapeCode(code);
    else shown += character;
  }
  return shown;
}

/** A text in quotes, as a message says what was found. */
export const quote = (text: string): string => `"${reveal(text)}"`;
