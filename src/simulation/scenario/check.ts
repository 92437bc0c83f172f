/** A tree of a file is held against the shape, and what does not fit is said in the words of the key it is about. */
import { quote } from "./characters.ts";
import { didYouMean } from "./nearest.ts";
import type { Report } from "./problem.ts";
import type { Located } from "./read.ts";
import type { Registry } from "./registry.ts";
import { FILE_KEYS, type Key, type Keys } from "./shape.ts";

/** Holds a tree against the shape; the answer tells of a path whether nothing was wrong at or under it. */
export function checkShape(root: Located, registry: Registry, report: Report): (path: string) => boolean {
  const check = new ShapeCheck(registry, report);
  check.map(root, FILE_KEYS, "");
  return (path) => !check.bad.has(path);
}

class ShapeCheck {
  /** Paths at or under which something was wrong. */
  readonly bad = new Set<string>();

  private readonly registry: Registry;
  private readonly report: Report;

  constructor(registry: Registry, report: Report) {
    this.registry = registry;
    this.report = report;
  }

  /** Each key in its turn, then those that there should not be. */
  map(holder: Located, keys: Keys, prefix: string): void {
    const content = holder.content as ReadonlyMap<string, Located>;
    for (const [name, key] of keys) {
      const located = content.get(name);
      if (located !== undefined) this.value(located, key, prefix + name);
      else if (key.isRequired) this.missing(holder, key, prefix + name);
    }
    for (const [name, { keyAt }] of content) if (!keys.has(name)) this.unknown(keyAt, keys, prefix, name);
  }

  private value(located: Located, key: Key, path: string): void {
    for (const fault of key.faults(located.content)) this.fault(located, key, path, fault);
    if (key.items === undefined || !Array.isArray(located.content)) return;
    for (const [index, item] of (located.content as readonly Located[]).entries()) {
      if (item.content instanceof Map) this.map(item, key.items.keys, `${path}.${index}.`);
      else this.fault(item, key, `${path}.${index}`, key.items.fault);
    }
  }

  private fault(located: Located, key: Key, path: string, fault: string): void {
    this.mark(path);
    if (located.isBad) return;
    const { content } = located;
    const isEmpty = content === null;
    this.report.add(located.at, path, isEmpty ? "says nothing" : fault, {
      found: isEmpty ? "" : located.shown,
      allowed: key.allowed,
      suggestion: key.rewrite?.(content) ?? "",
    });
  }

  private missing(holder: Located, key: Key, path: string): void {
    this.mark(path);
    if (holder.isBad) return;
    const suggestion = key.rewrite?.(undefined) ?? "";
    this.report.add(holder.at, path, "is missing", { allowed: key.allowed, suggestion });
  }

  private unknown(at: Located["keyAt"], keys: Keys, prefix: string, name: string): void {
    const { registry, report } = this;
    const known = [...keys.keys()];
    const isLever = registry.byPath.has(name) || registry.prefixes.has(name);
    report.add(at, prefix + name, "is not a key of a scenario", {
      found: quote(name),
      allowed: known.join(", "),
      suggestion: report.isFull ? "" : isLever ? `move it under set: ${name} is a lever` : didYouMean(name, known),
    });
  }

  private mark(path: string): void {
    for (let end = path.length; end !== -1; end = path.lastIndexOf(".", end - 1)) this.bad.add(path.slice(0, end));
  }
}
