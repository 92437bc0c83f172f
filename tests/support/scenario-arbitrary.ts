/** Random scenarios that are right, as layers of settings, and the many ways to write one layer as a file. */
import fc from "fast-check";
import { GROUPS } from "../../src/model/levers/index.ts";
import { isoFromDays } from "../../src/kernel/calendar.ts";
import { testLeaves, testRegistry } from "./scenario-registry.ts";

export type Value = number | string;

/** What a layer sets, by leaf path. */
export type Settings = ReadonlyMap<string, Value>;

export interface LayerModel {
  readonly set: Settings;
  /** By ISO date. */
  readonly changes: ReadonlyMap<string, Settings>;
}

const FIRST_DAY = 14_704; // 2010-04-05
/** Weeks of a run within which every change of these scenarios acts. */
export const WEEKS = 520;

const valueOf = (path: string): fc.Arbitrary<Value> => {
  const [leaf] = testRegistry.byPath.get(path) ?? [];
  const value: fc.Arbitrary<Value> =
    leaf.type === "choice"
      ? fc.constantFrom(...leaf.choices)
      : leaf.integer
        ? fc.integer({ min: leaf.min, max: leaf.max })
        : fc.double({ min: leaf.min, max: leaf.max, noNaN: true });
  return fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant("default") });
};

const settings: fc.Arbitrary<Settings> = fc
  .subarray(testLeaves.map((leaf) => leaf.path))
  .chain((paths) => fc.tuple(...paths.map((path) => fc.tuple(fc.constant(path), valueOf(path)))))
  .map((pairs) => new Map(pairs));

const date = fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 7 * (WEEKS - 1) }).map(isoFromDays);

export const layer: fc.Arbitrary<LayerModel> = fc.record({
  set: settings,
  changes: fc.array(fc.tuple(date, settings), { maxLength: 4 }).map((entries) => new Map(entries)),
});

/** How a file is written, meaning the same: nested or dotted, in which order, with what blanks and comments. */
export interface Style {
  readonly isNested: boolean;
  readonly isJson: boolean;
  readonly isReversed: boolean;
  readonly hasComments: boolean;
  readonly hasReturns: boolean;
  /** By-group levers whose four values are equal become one number. */
  readonly isGrouped: boolean;
}

const flag = fc.boolean();

export const style: fc.Arbitrary<Style> = fc.record({
  isNested: flag,
  isJson: flag,
  isReversed: flag,
  hasComments: flag,
  hasReturns: flag,
  isGrouped: flag,
});

export const PLAIN: Style = {
  isNested: false,
  isJson: false,
  isReversed: false,
  hasComments: false,
  hasReturns: false,
  isGrouped: false,
};

interface Tree {
  [key: string]: Tree | Value;
}

/** Four equal values of one by-group lever, as the lever itself. */
function grouped(given: Settings): Settings {
  const result = new Map(given);
  for (const stem of [...testRegistry.byPath.keys()].filter((path) => testRegistry.prefixes.has(path))) {
    const values = GROUPS.map((group) => given.get(`${stem}.${group}`));
    const [first] = values;
    if (first === undefined || values.some((value) => value !== first)) continue;
    for (const group of GROUPS) result.delete(`${stem}.${group}`);
    result.set(stem, first);
  }
  return result;
}

function treeOf(given: Settings, { isNested, isReversed, isGrouped }: Style): Tree {
  const entries = [...(isGrouped ? grouped(given) : given)];
  const tree: Tree = {};
  for (const [path, value] of isReversed ? entries.reverse() : entries) {
    const keys = isNested ? path.split(".") : [path];
    let holder = tree;
    for (const key of keys.slice(0, -1)) holder = (holder[key] ??= {}) as Tree;
    holder[keys.at(-1) ?? ""] = value;
  }
  return tree;
}

/** YAML of a tree in flow style: JSON, or JSON with blanks, comments and unquoted texts. */
function flow(tree: Tree, { isJson, hasComments }: Style): string {
  const json = JSON.stringify(tree);
  if (isJson) return json;
  const open = json.replaceAll(/"([a-zA-Z][\w.]*)"/g, "$1").replaceAll(":", ": ");
  return hasComments ? open.replaceAll(",", ", # and\n          ") : open.replaceAll(",", " ,");
}

/** A file that says what the layer says. */
export function fileOf(model: LayerModel, how: Style, keys: Readonly<Record<string, string>> = {}): string {
  const { isReversed, hasComments, hasReturns } = how;
  const dates = [...model.changes].map(([from, set]) => `  - from: ${from}\n    set: ${flow(treeOf(set, how), how)}\n`);
  const parts = [
    "format: 1\n",
    ...Object.entries(keys).map(([key, value]) => `${key}: ${value}\n`),
    ...(model.set.size > 0 ? [`set:\n  ${flow(treeOf(model.set, how), how)}\n`] : []),
    ...(dates.length > 0 ? [`changes:\n${(isReversed ? dates.reverse() : dates).join("")}`] : []),
  ];
  const ordered = isReversed ? parts.reverse() : parts;
  const text = ordered.join(hasComments ? "\n# a comment\n\n" : "");
  return hasReturns ? `\uFEFF${text.replaceAll("\n", "\r\n")}` : text;
}
