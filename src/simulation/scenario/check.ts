/** A tree of a file is held against the shape, and what does not fit is said in the words of the key it is about. */
import { quote } from "./characters.ts";
import { didYouMean } from "./nearest.ts";
import type { Report } from "./problem.ts";
import type { Located } from "./read.ts";
import type { Registry } from "./registry.ts";
import { type Field, FIELDS, fileShape } from "./shape.ts";
import type { z } from "./zod.ts";

type Keys = ReadonlyMap<string, Located>;

/** A kind of file: its shape, the words for its keys, and which keys a map at a path may have. */
export interface Form {
  /** "a scenario", as messages call it. */
  readonly what: string;
  readonly shape: z.ZodType;
  /** By path, list positions left out. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly keysAt: (path: readonly string[]) => readonly string[];
}

const SCENARIO: Form = {
  what: "a scenario",
  shape: fileShape,
  fields: FIELDS,
  keysAt: (path) => (path.length === 0 ? Object.keys(fileShape.shape) : ["from", "set"]),
};

/** Holds a tree against the shape; the answer tells of a path whether nothing was wrong at or under it. */
export function checkShape(
  root: Located,
  registry: Registry,
  report: Report,
  form: Form = SCENARIO,
): (path: string) => boolean {
  const parsed = form.shape.safeParse(plain(root));
  const bad = new Set<string>();
  const above = new Set<string>();
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path.map(String);
    // Seeds are read, and answered for, by themselves.
    if (path[0] === "seeds") continue;
    const { node, isThere } = locate(root, path);
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) sayUnknownKey({ holder: node, path, key }, registry, report, form);
      continue;
    }
    bad.add(path.join("."));
    for (let length = 1; length < path.length; length++) above.add(path.slice(0, length).join("."));
    if (node.isBad) continue;
    const field = form.fields.get(path.filter((key) => !/^\d+$/.test(key)).join("."));
    const isEmpty = node.content === null;
    report.add(node.at, path.join("."), isThere ? (isEmpty ? "says nothing" : issue.message) : "is missing", {
      found: isThere && !isEmpty ? node.shown : "",
      allowed: field?.allowed ?? "",
      suggestion: field?.rewrite?.(isThere ? node.content : undefined) ?? "",
    });
  }
  return (path) => !bad.has(path) && !above.has(path);
}

interface UnknownKey {
  readonly holder: Located;
  readonly path: readonly string[];
  readonly key: string;
}

function sayUnknownKey({ holder, path, key }: UnknownKey, registry: Registry, report: Report, form: Form): void {
  const located = (holder.content as Keys).get(key);
  if (located === undefined) return;
  const known = form.keysAt(path);
  const isLever = registry.byPath.has(key) || registry.prefixes.has(key);
  report.add(located.keyAt, [...path, key].join("."), `is not a key of ${form.what}`, {
    found: quote(key),
    allowed: known.join(", "),
    suggestion: report.isFull ? "" : isLever ? `move it under set: ${key} is a lever` : didYouMean(key, known),
  });
}

/** The node at a path, or the nearest that holds it. */
function locate(root: Located, path: readonly string[]): { readonly node: Located; readonly isThere: boolean } {
  let node = root;
  for (const key of path) {
    const { content } = node;
    const next =
      content instanceof Map ? (content as Keys).get(key) : Array.isArray(content) ? content[Number(key)] : undefined;
    if (next === undefined) return { node, isThere: false };
    node = next as Located;
  }
  return { node, isThere: true };
}

/** The tree as plain values, for the shape to look at. Keys that could do harm were left out when it was read. */
function plain({ content }: Located): unknown {
  if (content instanceof Map) return Object.fromEntries([...content].map(([key, value]) => [key, plain(value)]));
  return Array.isArray(content) ? content.map((item: Located) => plain(item)) : content;
}
