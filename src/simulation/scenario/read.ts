/** A scenario text becomes a tree in which every key and value still knows where it stands and how it was written. */
import {
  type CST,
  Composer,
  type Document,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { codePointName, hiddenAt, quote, reveal } from "./characters.ts";
import type { Place, Report } from "./problem.ts";
import { type Placing, scan } from "./scan.ts";

export type Content = null | boolean | number | string | readonly Located[] | ReadonlyMap<string, Located>;

export interface Located {
  /** Of the value. */
  readonly at: Place;
  /** Of the key that holds it, or of the value itself where no key does. */
  readonly keyAt: Place;
  readonly content: Content;
  /** What was found, as a message shows it. */
  readonly shown: string;
  /** Something is already said about it: later checks stay silent. */
  readonly isBad: boolean;
}

/** What is allowed at a path, for a number that is wrong whatever it is for; empty where nobody knows. */
export type AllowedAt = (path: string) => string;

/** The tree of a text, or undefined where it cannot be read; the report says why. An empty text has the content null. */
export function read(
  text: string,
  placing: Placing,
  report: Report,
  allowedAt: AllowedAt = () => "",
): Located | undefined {
  const scanned = scan(text, placing, report);
  if (scanned === undefined) return undefined;
  const { tokens, length, placeOf } = scanned;
  const composed = compose(tokens, length);
  const [first, second] = composed;
  if (second !== undefined) {
    const at = placeOf(second.contents?.range[0] ?? second.range[0]);
    report.add(at, "", "there is more than one document", { suggestion: "keep one, and delete the --- between them" });
    return undefined;
  }
  if (saySyntax(first, placeOf, report)) return undefined;
  return new Reading(placeOf, report, allowedAt).value(first.contents, "", undefined);
}

const compose = (tokens: readonly CST.Token[], length: number): Document.Parsed[] => [
  ...new Composer({
    schema: "core",
    version: "1.2",
    merge: false,
    resolveKnownTags: false,
    // Checked here in linear time, with the line of the first.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  }).compose(tokens, true, length),
];

/** A broken line breaks those after it: the first few say enough. */
const SYNTAX_ERRORS_SHOWN = 5;

/** True where the text is no YAML. */
function saySyntax(parsed: Document.Parsed, placeOf: (offset: number) => Place, report: Report): boolean {
  const errors = parsed.errors.filter((error) => error.code !== "TAG_RESOLVE_FAILED");
  for (const error of errors.slice(0, SYNTAX_ERRORS_SHOWN)) {
    const place = placeOf(error.pos[0]);
    if (error.code === "TAB_AS_INDENT") {
      report.add(place, "", "a tab is used as indentation", { suggestion: "indent with spaces" });
    } else {
      report.add(place, "", `this is not well-formed YAML: ${reveal(error.message, 200)}`);
    }
  }
  return errors.length > 0;
}

/** Keys that name machinery of the language or of YAML; no scenario needs them. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype", "<<"]);

/** A number as JSON writes it: what everybody reads alike. */
const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

const join = (path: string, key: string | number): string => (path === "" ? `${key}` : `${path}.${key}`);

class Reading {
  private readonly placeOf: (offset: number) => Place;
  private readonly report: Report;
  private readonly allowedAt: AllowedAt;

  constructor(placeOf: (offset: number) => Place, report: Report, allowedAt: AllowedAt) {
    this.placeOf = placeOf;
    this.report = report;
    this.allowedAt = allowedAt;
  }

  value(node: ParsedNode | null, path: string, keyAt: Place | undefined): Located {
    const at = node === null ? (keyAt ?? this.placeOf(0)) : this.placeOf(node.range[0]);
    const place = { at, keyAt: keyAt ?? at };
    // A tag was refused where it stands: what it means to the value does not matter any more.
    const isBad = node?.tag !== undefined;
    if (isMap(node)) return { ...place, content: this.map(node, path), shown: "a map", isBad };
    if (isSeq(node)) {
      const items = node.items.map((item, index) => this.value(item, join(path, index), undefined));
      return { ...place, content: items, shown: "a list", isBad };
    }
    if (!isScalar(node) || node.value === null) {
      return { ...place, at: place.keyAt, content: null, shown: "nothing", isBad };
    }
    return { ...place, ...this.scalar(node, path, place.at, isBad) };
  }

  private map(node: YAMLMap, path: string): ReadonlyMap<string, Located> {
    const content = new Map<string, Located>();
    for (const pair of node.items) {
      const keyNode = pair.key as ParsedNode | null;
      const at = this.placeOf(keyNode?.range[0] ?? node.range?.[0] ?? 0);
      const key = this.key(keyNode, at, path);
      if (key === undefined) continue;
      const first = content.get(key);
      if (first !== undefined) {
        const said = first.keyAt.line > 0 ? `${first.keyAt.line}:${first.keyAt.column}` : "before";
        this.report.add(at, join(path, key), "is said twice", { found: `first at ${said}`, suggestion: "keep one" });
        continue;
      }
      content.set(key, this.value(pair.value as ParsedNode | null, join(path, key), at));
    }
    return content;
  }

  /** The text of a key; undefined where it is none that a scenario may have. */
  private key(node: ParsedNode | null, at: Place, path: string): string | undefined {
    if (!isScalar(node) || node.value === null) {
      this.report.add(at, path, "a key must be a name", { found: node === null ? "nothing" : "something else" });
      return undefined;
    }
    const key = typeof node.value === "string" ? node.value : (node.source ?? quote(JSON.stringify(node.value)));
    const hidden = hiddenAt(key);
    if (hidden !== -1) {
      this.report.add(at, path, "a key holds a hidden character", { found: codePointName(key, hidden) });
      return undefined;
    }
    if (!FORBIDDEN_KEYS.has(key)) return key;
    const [allowed, suggestion] =
      key === "<<" ? ["`extends: name` for what another file says", ""] : ["", "delete the line: no scenario needs it"];
    this.report.add(at, join(path, key), "this key is not allowed", { found: quote(key), allowed, suggestion });
    return undefined;
  }

  private scalar(
    node: Scalar,
    path: string,
    at: Place,
    isTagged: boolean,
  ): Pick<Located, "content" | "shown" | "isBad"> {
    const { value } = node;
    if (typeof value === "boolean") return { content: value, shown: String(value), isBad: isTagged };
    if (typeof value === "number") {
      const source = node.source ?? String(value);
      const isBad = isTagged || !this.isExact(value, source, path, at);
      return { content: value === 0 ? 0 : value, shown: reveal(source), isBad };
    }
    const text = String(value);
    const hidden = hiddenAt(text);
    if (hidden !== -1) {
      const suggestion = "delete it";
      this.report.add(at, path, "holds a hidden character", { found: codePointName(text, hidden), suggestion });
    }
    return { content: text, shown: quote(text), isBad: isTagged || hidden !== -1 };
  }

  /** Says what is wrong with a number before anybody asks what it is for. */
  private isExact(value: number, source: string, path: string, at: Place): boolean {
    const found = reveal(source);
    if (!Number.isFinite(value)) {
      this.report.add(at, path, "must be a finite number", { found, allowed: this.allowedAt(path) });
    } else if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      const allowed = this.allowedAt(path) || `whole numbers up to ${Number.MAX_SAFE_INTEGER}`;
      this.report.add(at, path, "is too large to be exact", { found, allowed });
    } else if (!JSON_NUMBER.test(source)) {
      const allowed = "digits, without leading zeros or other bases";
      this.report.add(at, path, "is not written as a plain number", { found, allowed, suggestion: `write ${value}` });
    } else return true;
    return false;
  }
}
