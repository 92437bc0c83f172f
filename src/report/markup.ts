/**
 * Text becomes part of the page only through `html`, which escapes whatever it is given.
 *
 * No name in a scenario can therefore be read as markup; what is already markup carries its own type.
 */

/** A piece of HTML or SVG that is safe to place in a page. */
export class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

export type Part = Markup | string | number | undefined | false | readonly Part[];

/** Control characters, bidirectional controls and halves of characters: they would hide or reverse what is shown. */
export const UNSEEN = /(?![\t\n])\p{Cc}|\p{Bidi_Control}|\p{Cs}/gu;

/** The same text with every character that cannot be seen replaced by a visible mark. */
export const visible = (text: string): string => text.replace(UNSEEN, "\uFFFD");

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);

function sourceOf(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Markup) return part.source;
  if (typeof part === "object") return part.map(sourceOf).join("");
  return escaped(String(part));
}

/** Line breaks and indentation in a template are for whoever reads the code; the page gets one space. */
const unindented = (text: string): string => text.replace(/\s*\n\s*/g, " ");

/** A template whose every gap is escaped, unless it holds markup. Lists are joined; undefined and false are empty. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const pieces = strings.map((text, index) => (index === 0 ? "" : sourceOf(parts[index - 1])) + unindented(text));
  return new Markup(pieces.join(""));
}

/** An element of an SVG: numbers are written as coordinates, attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly Part[]
): Markup {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined) return "";
    return ` ${key}="${typeof value === "number" ? coordinate(value) : escaped(value)}"`;
  });
  const inside = sourceOf(children);
  return new Markup(`<${name}${written.join("")}${inside === "" ? "/>" : `>${inside}</${name}>`}`);
}

/** A name somebody chose: set apart, so that its writing direction stays its own. */
export const named = (text: string): Markup => html`<bdi>${text}</bdi>`;

/** Text in which no line ends inside a financial year. */
export const unbroken = (text: string): Markup =>
  html`${text.split(/(\b\d{4}-\d{2}\b)/).map((part, index) => (index % 2 === 0 ? part : html`<span class="year">${part}</span>`))}`;

/** JSON that can stand inside a script element: nothing in it can end the element or a line of it. */
export const scriptJson = (value: unknown): Markup =>
  new Markup(
    JSON.stringify(value).replace(
      /[<>&\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
  );

/** A number as SVG takes it: at most two decimals, never an exponent or a minus zero. */
export function coordinate(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/** File names and ids: lower-case letters, digits and single hyphens, never empty. */
export function slugOf(text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 64);
  return slug === "" ? "unnamed" : slug;
}
