/** An axis of a sweep file, checked: each of its values becomes something that can be laid over a scenario. */
import { GROUPS, type Leaf } from "../../model/levers/index.ts";
import type { Place, Report } from "../../simulation/scenario/problem.ts";
import { quote } from "../../simulation/scenario/characters.ts";
import type { Located } from "../../simulation/scenario/read.ts";
import type { Registry } from "../../simulation/scenario/registry.ts";
import { type Setting, settingsOf } from "../../simulation/scenario/settings.ts";
import type { Variation } from "../../simulation/scenario/vary.ts";
import { type Axis, type AxisValue, type DrawnRange, shorter, slotOf, stepsOf, tidy, valueText } from "./value.ts";

type Keys = ReadonlyMap<string, Located>;

/** A name or number as text; "" where there is none. */
const textOf = (located: Located | undefined): string => {
  const content = located?.content ?? "";
  return typeof content === "object" ? "" : String(content);
};

/** A date of a file, to be held against the run once that is known. */
export interface DatedPlace {
  readonly from: string;
  readonly at: Place;
  readonly path: string;
}

export interface AxisReading {
  readonly registry: Registry;
  readonly report: Report;
  /** Of the whole file: whether nothing is wrong at or under a path. */
  readonly isGood: (path: string) => boolean;
  /** Gets every date that the file names. */
  readonly dates: DatedPlace[];
}

/** The ways to say what an axis tries; each axis says exactly one. */
const WAYS = ["lever", "levers", "alternatives", "scenarios", "councils"] as const;

/** The axis at a path such as `axes.0`; undefined where it makes no sense, which the report then says. */
export function axisOf(located: Located, path: string, reading: AxisReading): Axis | undefined {
  if (!(located.content instanceof Map) || !reading.isGood(`${path}.name`)) return undefined;
  const keys = located.content as Keys;
  const { report } = reading;
  const ways = WAYS.filter((way) => keys.has(way));
  if (ways.length !== 1) {
    report.add(located.at, path, ways.length === 0 ? "says nothing that could differ" : "says it in two ways", {
      found: ways.join(", "),
      allowed: `one of ${WAYS.join(", ")}`,
    });
    return undefined;
  }
  if (ways.some((way) => !reading.isGood(`${path}.${way}`))) return undefined;
  const isOfLevers = ways[0] === "lever" || ways[0] === "levers";
  for (const key of isOfLevers ? [] : ["values", "range", "from"]) {
    const extra = keys.get(key);
    if (extra === undefined) continue;
    report.add(extra.keyAt, `${path}.${key}`, "goes with levers only", { suggestion: "delete it" });
  }
  const parts = isOfLevers ? leverParts(keys, path, reading) : namedParts(keys, ways[0], path, reading);
  if (parts === undefined) return undefined;
  const text = (key: string): string | undefined => {
    const content = keys.get(key)?.content;
    return typeof content === "string" ? content.trim() : undefined;
  };
  const name = text("name") ?? "";
  const kind = text("kind");
  return {
    name,
    label: text("label") ?? parts.label ?? name,
    unit: text("unit") ?? parts.unit,
    kind: kind === "policy" || kind === "uncertainty" ? kind : parts.kind,
    crossed: keys.get("crossed")?.content === true,
    ...distinct(parts, located, path, report),
  };
}

interface Parts extends Pick<Axis, "values" | "range" | "at" | "unit" | "kind"> {
  readonly label?: string;
}

/** Values that stand twice in the list are one; those of one name that are not the same are said where they stand. */
function distinct(
  parts: Parts,
  { keyAt }: Located,
  path: string,
  report: Report,
): Pick<Axis, "values" | "range" | "at"> {
  const known = new Map<string, AxisValue>();
  for (const each of parts.values) known.set(identityOf(each), known.get(identityOf(each)) ?? each);
  const kept = [...known.values()];
  const merged = parts.values.length - kept.length;
  const { values, range, at } = parts;
  if (merged === 0) return { values, at, ...(range === undefined ? {} : { range }) };
  report.add(keyAt, path, `${merged} of its values stand there more than once and are merged`, { kind: "warning" });
  return { values: kept, at: (place) => kept[slotOf(place, kept.length)] };
}

/** What a value is called and what it sets, as one text: the number 1 and the text "1" are called the same. */
function identityOf({ value, variations }: AxisValue): string {
  const set = variations.flatMap(({ from, settings }) =>
    settings.map((setting) => JSON.stringify([from, setting.leaf.path, setting.value])),
  );
  return JSON.stringify([String(value), ...set.sort()]);
}

/** Arms are told apart by what their alternatives are called. */
function sayOneName(values: readonly AxisValue[], items: readonly Located[], path: string, report: Report): void {
  const known = new Map<string, string>();
  for (const [index, value] of values.entries()) {
    const name = String(value.value);
    const own = identityOf(value);
    const first = known.get(name) ?? own;
    known.set(name, first);
    if (first === own) continue;
    const message = `is called ${quote(name)}, as another alternative that sets something else`;
    report.add(items[index].at, `${path}.${index}`, message, { suggestion: "give each a name of its own" });
  }
}

const listed = (values: readonly AxisValue[]): Pick<Axis, "values" | "at"> => ({
  values,
  at: (place) => values[slotOf(place, values.length)],
});

function leverParts(keys: Keys, path: string, reading: AxisReading): Parts | undefined {
  const { registry, report, isGood } = reading;
  const levers = keys.has("lever")
    ? [keys.get("lever") as Located]
    : (keys.get("levers")?.content as readonly Located[]);
  const [first] = registry.byPath.get(textOf(levers[0])) ?? [];
  const from = fromOf(keys, path, reading);
  if (from === undefined) return undefined;
  // What is wrong with a lever's name is said once, not for every value.
  const told = new Set<Located>();
  const settingsFor = (value: Located, where: string): readonly Setting[] =>
    levers.flatMap((lever) => {
      const isKnown = registry.byPath.has(textOf(lever));
      if (!isKnown && told.has(lever)) return [];
      told.add(lever);
      const content = new Map([[textOf(lever), { ...value, keyAt: lever.at }]]);
      const place = isKnown ? where : `${path}.${keys.has("lever") ? "lever" : "levers"}`;
      return settingsOf({ ...value, content, shown: "a map" }, place, registry, report);
    });
  const unit = textOf(keys.get("unit")) || (first?.unit ?? "");
  const make = (value: Located, where: string): AxisValue => {
    const content = value.content as number | string;
    return {
      value: content,
      text: valueText(content, unit),
      variations: [{ from, settings: settingsFor(value, where) }],
    };
  };
  const values = keys.get("values");
  const range = keys.get("range");
  const given = values ?? range;
  if (given === undefined || (values !== undefined && range !== undefined)) {
    report.add(
      given?.keyAt ?? levers[0].at,
      path,
      given === undefined ? "has no values" : "has both values and a range",
      {
        allowed: "values: [0, 0.02], or range: { from: 0, to: 1, steps: 5 }",
      },
    );
    return undefined;
  }
  if (!isGood(`${path}.${values === undefined ? "range" : "values"}`)) return undefined;
  const about = {
    unit: unit === "" ? "choice" : unit,
    kind: first?.kind === "policy" ? ("policy" as const) : ("uncertainty" as const),
    ...labelOf(levers.flatMap((lever) => registry.byPath.get(textOf(lever)) ?? [])),
  };
  if (values !== undefined) {
    const items = values.content as readonly Located[];
    return { ...about, ...listed(items.map((item, index) => make(item, `${path}.values.${index}`))) };
  }
  return { ...about, ...rangeParts(given, `${path}.range`, make, unit, first?.type === "number" && first.integer) };
}

/** What the first of the leaves is called; where those of all groups are there, what they are called together. */
function labelOf(leaves: readonly Leaf[]): Pick<Parts, "label"> {
  if (leaves.length === 0) return {};
  const [{ path, label }] = leaves;
  const stem = path.slice(0, path.lastIndexOf(".") + 1);
  const group = path.slice(stem.length);
  const isOfAllGroups = GROUPS.every((each) => leaves.some((leaf) => leaf.path === `${stem}${each}`));
  return { label: isOfAllGroups ? label.replace(`: ${group}`, "") : label };
}

/** Values of a range: all of them where it has steps, any of them where it has none. */
function rangeParts(
  located: Located,
  path: string,
  make: (value: Located, where: string) => AxisValue,
  unit: string,
  isWhole: boolean,
): Pick<Axis, "values" | "range" | "at"> {
  const keys = located.content as Keys;
  const [low, high] = ["from", "to"].map((key) => keys.get(key) as Located);
  const [from, to] = [Number(low.content), Number(high.content)];
  const steps = keys.get("steps")?.content;
  const text = shorter(from, to, typeof steps === "number" ? steps : 0, unit);
  const valueAt = (value: number): AxisValue => {
    const made = make({ ...low, content: value, shown: String(value) }, value === to ? `${path}.to` : path);
    // What the file itself says is shown as it says it.
    return value === from || value === to ? made : { ...made, text: text(value) };
  };
  if (typeof steps === "number") return listed(stepsOf(from, to, steps).map(valueAt));
  // Looked at once, so that a range no lever allows is said where it stands.
  make(low, `${path}.from`);
  make(high, `${path}.to`);
  const up = Math.sign(to - from);
  const wholeAt = (place: number): number => from + up * slotOf(place, up * (to - from) + 1);
  const between = (place: number): number => (place === 1 ? to : tidy(from + place * (to - from)));
  const range: DrawnRange = { from, to, given: make };
  return { values: [], range, at: (place) => valueAt(isWhole ? wholeAt(place) : between(place)) };
}

/** The date from which values act; "" where none is given. */
function fromOf(keys: Keys, path: string, { isGood, dates }: AxisReading): string | undefined {
  const located = keys.get("from");
  if (located === undefined) return "";
  if (!isGood(`${path}.from`)) return undefined;
  const from = textOf(located);
  dates.push({ from, at: located.at, path: `${path}.from` });
  return from;
}

function namedParts(keys: Keys, way: string, path: string, reading: AxisReading): Parts {
  const { report } = reading;
  const items = keys.get(way)?.content as readonly Located[];
  const unit = "choice";
  if (way === "alternatives") {
    const values = items.map((item, index) => alternativeOf(item, `${path}.${way}.${index}`, reading));
    sayOneName(values, items, `${path}.${way}`, report);
    const isOfNumbers = values.every(({ value }) => typeof value === "number");
    const given = textOf(keys.get("unit"));
    const shown = values.map((each) => ({ ...each, text: valueText(each.value, given) }));
    return { ...listed(shown), unit: isOfNumbers && given !== "" ? given : unit, kind: "policy" };
  }
  const key = way === "councils" ? "council" : "scenario";
  const values = items.map((item): AxisValue => ({
    value: textOf(item),
    text: textOf(item),
    [key]: textOf(item),
    variations: [],
  }));
  return { ...listed(values), unit, kind: way === "councils" ? "uncertainty" : "policy" };
}

function alternativeOf(item: Located, path: string, reading: AxisReading): AxisValue {
  const keys = item.content as Keys;
  const value = keys.get("name")?.content as number | string;
  return { value, text: String(value), variations: variationsOf(keys, path, reading) };
}

/** What `set` and `changes` say, as in a scenario file. */
export function variationsOf(keys: Keys, path: string, reading: AxisReading): readonly Variation[] {
  const { registry, report, isGood, dates } = reading;
  const below = (key: string): string => (path === "" ? key : `${path}.${key}`);
  const settingsIn = (set: Located | undefined, where: string): readonly Setting[] =>
    set?.content instanceof Map ? settingsOf(set, where, registry, report) : [];
  const variations: Variation[] = [];
  const set = keys.get("set");
  if (set !== undefined) variations.push({ from: "", settings: settingsIn(set, below("set")) });
  const { content } = keys.get("changes") ?? {};
  const changes: readonly Located[] = Array.isArray(content) ? content : [];
  for (const [index, change] of changes.entries()) {
    const where = below(`changes.${index}`);
    if (!(change.content instanceof Map) || !isGood(`${where}.from`)) continue;
    const from = (change.content as Keys).get("from");
    if (from === undefined) continue;
    dates.push({ from: textOf(from), at: from.at, path: `${where}.from` });
    const settings = settingsIn((change.content as Keys).get("set"), `${where}.set`);
    variations.push({ from: textOf(from), settings });
  }
  sayTwice(variations, report);
  return variations;
}

/** One leaf may be set once on one day. */
function sayTwice(variations: readonly Variation[], report: Report): void {
  const said = new Map<string, Place>();
  for (const { from, settings } of variations) {
    for (const { leaf, at } of settings) {
      const key = `${from} ${leaf.path}`;
      const first = said.get(key);
      if (first === undefined) said.set(key, at);
      else {
        const found = `first at ${first.line}:${first.column}`;
        const when = from === "" ? "" : ` from ${quote(from)}`;
        report.add(at, leaf.path, `is set twice${when}`, { found, suggestion: "keep one" });
      }
    }
  }
}
