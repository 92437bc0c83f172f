/**
 * Reads a page strictly: every element closed in order, every attribute quoted. A page that needs the forgiveness of
 * a browser does not pass.
 */

export interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
}

const VOID = new Set(["meta", "link", "br", "hr", "img", "input"]);
const RAW = new Set(["script", "style"]);
const ENTITIES = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&#39;", "'"],
]);

function decoded(text: string): string {
  return text.replace(/&[^;\s]*;?/g, (entity) => {
    const character = ENTITIES.get(entity);
    if (character === undefined) throw new Error(`an entity that nobody wrote: ${entity}`);
    return character;
  });
}

interface Open {
  readonly tag: string;
  readonly attributes: Map<string, string>;
  readonly children: (Element | string)[];
}

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z][\w:-]*(?:="[^"<]*")?)*)\s*(\/?)>/y;
const ATTRIBUTE = /([a-zA-Z][\w:-]*)(?:="([^"]*)")?/g;

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, value] of text.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw new Error(`attribute ${name} twice`);
    attributes.set(name, decoded(value ?? ""));
  }
  return attributes;
}

/** The root element of the page. */
export function parse(page: string): Element {
  const stack: Open[] = [{ tag: "", attributes: new Map(), children: [] }];
  let at = page.startsWith("<!doctype html>") ? "<!doctype html>".length : 0;
  while (at < page.length) {
    const next = page.indexOf("<", at);
    const end = next < 0 ? page.length : next;
    const top = stack[stack.length - 1];
    if (end > at) top.children.push(decoded(page.slice(at, end)));
    if (next < 0) break;
    TAG.lastIndex = next;
    const match = TAG.exec(page);
    if (match === null) throw new Error(`not a tag: ${page.slice(next, next + 80)}`);
    const [whole, closing, tag, attributes, empty] = match;
    at = next + whole.length;
    if (closing === "/") {
      if (top.tag !== tag) throw new Error(`</${tag}> closes <${top.tag}>`);
      stack.pop();
    } else {
      const element: Open = { tag, attributes: attributesOf(attributes), children: [] };
      top.children.push(element);
      if (RAW.has(tag)) {
        const close = page.indexOf(`</${tag}>`, at);
        element.children.push(page.slice(at, close));
        at = close + tag.length + 3;
      } else if (empty === "" && !VOID.has(tag)) {
        stack.push(element);
      }
    }
  }
  if (stack.length !== 1) throw new Error(`<${stack[stack.length - 1].tag}> is never closed`);
  const root = stack[0].children.find((child) => typeof child !== "string");
  if (root === undefined) throw new Error("no element");
  return root;
}

/** The element and all elements inside it, in document order. */
export function* all(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) if (typeof child !== "string") yield* all(child);
}

/** By tag, `.class`, `#id` or `[attribute]`. */
export function find(element: Element, selector: string): Element[] {
  const name = selector.slice(1);
  const matches = (each: Element): boolean => {
    switch (selector[0]) {
      case ".":
        return (each.attributes.get("class") ?? "").split(" ").includes(name);
      case "#":
        return each.attributes.get("id") === name;
      case "[":
        return each.attributes.has(name.slice(0, -1));
      default:
        return each.tag === selector;
    }
  };
  return [...all(element)].filter(matches);
}

export function one(element: Element, selector: string): Element {
  const found = find(element, selector);
  if (found.length !== 1) throw new Error(`${found.length} elements match ${selector}`);
  return found[0];
}

/** All text inside, without the script and style. */
export function textOf(element: Element): string {
  if (RAW.has(element.tag)) return "";
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

/** All text inside with runs of spaces as one. */
export const wordsOf = (element: Element): string => textOf(element).replace(/\s+/g, " ").trim();

export const get = (element: Element, name: string): string => element.attributes.get(name) ?? "";

/** What stands in a script or style, to the letter. */
export const rawTextOf = (element: Element): string =>
  element.children.map((child) => (typeof child === "string" ? child : "")).join("");
