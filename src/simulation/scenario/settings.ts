/** What a `set` says: a value for each leaf, checked against the leaf's row of the registry. */
import type { Leaf } from "../../model/levers/index.ts";
import { quote } from "./characters.ts";
import { didYouMean, nearestName } from "./nearest.ts";
import type { Place, Report } from "./problem.ts";
import type { Located } from "./read.ts";
import type { Registry } from "./registry.ts";
import { rewriteNumber } from "./rewrite.ts";

/** What a scenario says of the run itself, and the command line in options of their own. */
const OF_THE_RUN: ReadonlySet<string> = new Set(["start", "weeks", "burnInWeeks", "seeds"]);

/** The word that gives a lever back to the registry. */
export const DEFAULT = "default";

/** One leaf, one value. */
export interface Setting {
  readonly leaf: Leaf;
  /** The value, or null for the registry's own path. */
  readonly value: number | string | null;
  /** Of the value. */
  readonly at: Place;
}

/** What a file, or a flag, says under `set`; messages name the place by `base`, such as `changes.0.set`. */
export function settingsOf(set: Located, base: string, registry: Registry, report: Report): readonly Setting[] {
  return new SettingsReader(base, registry, report).read(set);
}

class SettingsReader {
  private readonly base: string;
  private readonly registry: Registry;
  private readonly report: Report;
  /** Leaf path to its setting: each may be said once. */
  private readonly settings = new Map<string, Setting>();

  constructor(base: string, registry: Registry, report: Report) {
    this.base = base;
    this.registry = registry;
    this.report = report;
  }

  read(set: Located): readonly Setting[] {
    this.map(set, "");
    return [...this.settings.values()];
  }

  private map(located: Located, prefix: string): void {
    if (!(located.content instanceof Map)) return;
    for (const [key, value] of located.content as ReadonlyMap<string, Located>) {
      this.one(prefix === "" ? key : `${prefix}.${key}`, value);
    }
  }

  private one(path: string, value: Located): void {
    const leaves = this.registry.byPath.get(path);
    const isMap = value.content instanceof Map;
    if (leaves === undefined && !this.registry.prefixes.has(path)) this.unknown(path, value);
    else if (isMap && value.content.size === 0) {
      this.say(value.at, path, "says nothing", { found: "an empty map", allowed: this.allowedBelow(path, leaves) });
    } else if (isMap) this.map(value, path);
    else if (leaves === undefined) {
      this.say(value.keyAt, path, "is a subject, not a lever", { allowed: this.allowedBelow(path, leaves) });
    } else this.set(path, leaves, value);
  }

  private set(path: string, leaves: readonly Leaf[], value: Located): void {
    const checked = value.isBad ? undefined : this.check(path, leaves, value);
    for (const leaf of leaves) {
      const first = this.settings.get(leaf.path);
      if (first !== undefined) {
        const found = first.at.line > 0 ? `first at ${first.at.line}:${first.at.column}` : "";
        this.say(value.keyAt, path, `sets ${leaf.path} twice`, { found, suggestion: "keep one" });
        return;
      }
    }
    if (checked === undefined) return;
    for (const leaf of leaves) this.settings.set(leaf.path, { leaf, value: checked, at: value.at });
  }

  /** The value; null for the registry's own path; undefined where it is none, which is then said. */
  private check(path: string, leaves: readonly Leaf[], value: Located): number | string | null | undefined {
    const [leaf] = leaves;
    const { content, at, shown: found } = value;
    if (content === DEFAULT) return null;
    const allowed = allowedOf(leaf, leaves.length > 1);
    if (content === null) {
      this.say(value.keyAt, path, "says nothing", { allowed, suggestion: "write a value, or delete the line" });
    } else if (leaf.type === "choice") {
      if (typeof content === "string" && leaf.choices.includes(content)) return content;
      const suggestion = this.report.isFull || typeof content !== "string" ? "" : didYouMean(content, leaf.choices);
      this.say(at, path, "is not one of the choices", { found, allowed, suggestion });
    } else if (typeof content !== "number") {
      const suggestion =
        typeof content === "string"
          ? rewriteNumber(content, leaf.unit, (number) => isWithin(leaf, number))
          : Array.isArray(content)
            ? insteadOfList(leaves.length > 1)
            : "";
      this.say(at, path, "must be a number", { found, allowed, suggestion });
    } else if (content < leaf.min || content > leaf.max) {
      const suggestion = shareOf(content, leaf);
      this.say(at, path, content < leaf.min ? "is too low" : "is too high", { found, allowed, suggestion });
    } else if (leaf.integer && !Number.isInteger(content)) {
      this.say(at, path, "must be a whole number", { found, allowed });
    } else return content;
    return undefined;
  }

  private unknown(path: string, value: Located): void {
    const { byPath, prefixes } = this.registry;
    const parent = path.slice(0, Math.max(0, path.lastIndexOf(".")));
    const parentLeaf = byPath.get(parent);
    const last = path.slice(parent === "" ? 0 : parent.length + 1);
    if (parentLeaf !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(last)) {
      const suggestion = `under changes, write - { from: ${last}, set: { ${parent}: ${plainShown(value)} } }`;
      this.say(value.keyAt, path, "a dated value is a change", { suggestion });
    } else if (parentLeaf !== undefined && !prefixes.has(parent)) {
      this.say(value.keyAt, path, `is unknown: ${parent} is one value, not by group`, {
        suggestion: `write ${parent}: ${plainShown(value)}`,
      });
    } else if (OF_THE_RUN.has(path)) {
      const flag = path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const shown = plainShown(value);
      const suggestion =
        this.base === "" ? `write --${flag} ${shown}` : `write ${path}: ${shown} beside set, not under it`;
      this.say(value.keyAt, path, "is no lever but a setting of the run", { suggestion });
    } else {
      const nearest = this.report.isFull
        ? undefined
        : nearestName(path, prefixes.has(path) ? [] : names(this.registry));
      const suggestion = nearest === undefined ? "" : `did you mean "${nearest}"?`;
      this.say(value.keyAt, path, "is not a lever", { found: quote(path), suggestion });
    }
  }

  private allowedBelow(path: string, leaves: readonly Leaf[] | undefined): string {
    if (leaves !== undefined) return allowedOf(leaves[0], leaves.length > 1);
    const below = [...this.registry.byPath.keys()].filter((each) => each.startsWith(`${path}.`)).slice(0, 3);
    return `levers such as ${below.join(", ")}`;
  }

  private say(place: Place, path: string, message: string, details: Parameters<Report["add"]>[3]): void {
    this.report.add(place, this.base === "" ? path : `${this.base}.${path}`, message, details);
  }
}

const names = (registry: Registry): readonly string[] => [...registry.byPath.keys(), ...registry.prefixes];

const isWithin = (leaf: Leaf, value: number): boolean =>
  leaf.type === "number" && value >= leaf.min && value <= leaf.max && (!leaf.integer || Number.isInteger(value));

/** `0 to 100 GBP per hour`, or the choices. */
export function allowedOf(leaf: Leaf, isByGroup: boolean): string {
  if (leaf.type === "choice") return `${leaf.choices.join(", ")}, or ${DEFAULT}`;
  const range = `${leaf.integer ? "a whole number from " : ""}${leaf.min} to ${leaf.max} ${leaf.unit}`;
  return `${range}${isByGroup ? ", for all groups or by group" : ""}, or ${DEFAULT}`;
}

/** What is allowed at a path below `set`, a lever's or a group's of one; empty where there is none. */
export function allowedAtPath(path: string, registry: Registry): string {
  const leaves = registry.byPath.get(path);
  return leaves === undefined ? "" : allowedOf(leaves[0], leaves.length > 1);
}

/** Where a share is written as a percentage, the share. */
function shareOf(value: number, leaf: Leaf): string {
  if (!leaf.unit.includes("share") || value <= 1) return "";
  const share = Number((value / 100).toPrecision(15));
  return isWithin(leaf, share) ? `write ${share} if ${value}% is meant` : "";
}

const insteadOfList = (isByGroup: boolean): string =>
  isByGroup
    ? "write a map: { older: , physical: , learning: , mental: }"
    : "write one value; dated values go under changes";

const plainShown = (value: Located): string =>
  value.content === null || typeof value.content === "object" ? "…" : String(value.content);
