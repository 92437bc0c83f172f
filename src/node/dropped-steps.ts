/**
 * A dated change holds until the next change of the same file: the steps that were to come in between, of the defaults or
 * of a parent, are dropped. Who sets one April seldom means all later ones as well, so that it is said.
 */
import { listed } from "../report/wording.ts";
import { valueText } from "../experiment/sweeps/value.ts";
import type { Leaf } from "../model/levers/index.ts";
import { type Problem, REGISTRY, type ResolvedScenario } from "../simulation/scenario/index.ts";
import {
  cover,
  dayOf,
  defaultPath,
  type Horizon,
  isInside,
  type LeafLayer,
  type Step,
} from "../simulation/scenario/path.ts";
import { DEFAULT, type Setting } from "../simulation/scenario/settings.ts";
import type { Variation } from "../simulation/scenario/vary.ts";

/** What one file, or the command line, says: what holds from the beginning has no date. */
export type Said = readonly Variation[];

/** A change of one lever, and what it drops of the path beneath. */
interface Dropping {
  readonly from: string;
  readonly setting: Setting;
  /** Of the next change of the same file; "" where there is none. */
  readonly until: string;
  readonly steps: readonly Step[];
}

type Run = Pick<ResolvedScenario, "start" | "weeks">;

/**
 * A warning for each lever of which steps are dropped that would have made a difference, however many changes drop them.
 * What holds from the very beginning drops nothing by oversight, and no more does a lever given back to its default.
 *
 * @param files in the order in which they cover one another, the last on top
 */
export function droppedSteps(files: readonly Said[], run: Run): readonly Problem[] {
  const first = dayOf(run.start);
  const horizon = { first, end: first + 7 * run.weeks };
  const touched = new Set(
    files.flatMap((said) => said.flatMap(({ settings }) => settings.map(({ leaf }) => leaf.path))),
  );
  const warnings = new Map<string, Problem>();
  for (const leaf of REGISTRY.leaves.filter(({ path }) => touched.has(path))) {
    const found = droppedOf(leaf, files, horizon);
    if (found.length === 0) continue;
    const warning = warningOf(leaf, found);
    const { file, line, column, message } = warning;
    const key = JSON.stringify([file, line, column, message]);
    // One word of a file may set the leaves of all groups.
    const other = warnings.get(key);
    warnings.set(key, other === undefined ? warning : { ...other, path: stemOf(other.path, leaf.path) });
  }
  return [...warnings.values()];
}

/** What two paths begin with: "framework.fee" of two groups' fees. */
function stemOf(left: string, right: string): string {
  const words = right.split(".");
  return left
    .split(".")
    .filter((word, index) => word === words[index])
    .join(".");
}

function droppedOf(leaf: Leaf, files: readonly Said[], horizon: Horizon): readonly Dropping[] {
  let path = defaultPath(leaf);
  let found: readonly Dropping[] = [];
  for (const said of files) {
    const layer = layerOf(leaf, said);
    // What a later file says of a time is its own word: nothing is dropped there that it did not know.
    found = found.flatMap((each) => uncovered(each, layer));
    const own = layer.changes.flatMap(({ from, setting }, index): Dropping[] => {
      const until = layer.changes.at(index + 1)?.from ?? "";
      const steps = layer.setting === undefined ? differing(path, setting, from, until, horizon) : [];
      return steps.length === 0 ? [] : [{ from, setting, until, steps }];
    });
    found = [...found, ...own];
    path = cover(path, leaf, layer);
  }
  return found;
}

/** What is left of it once a later file has spoken; nothing where that speaks of all of its steps. */
function uncovered(dropping: Dropping, { setting, changes }: LeafLayer): readonly Dropping[] {
  if (setting !== undefined) return [];
  const [next] = changes;
  if (next === undefined) return [dropping];
  const steps = dropping.steps.filter(({ day }) => day < dayOf(next.from));
  const isSooner = dropping.until === "" || next.from < dropping.until;
  return steps.length === 0 ? [] : [{ ...dropping, steps, until: isSooner ? next.from : dropping.until }];
}

function layerOf(leaf: Leaf, said: Said): LeafLayer {
  const own = said.flatMap(({ from, settings }) =>
    settings.flatMap((setting) => (setting.leaf.path === leaf.path ? [{ from, setting }] : [])),
  );
  return {
    originOf: () => ({ by: "flag", flag: "" }),
    setting: own.find(({ from }) => from === "")?.setting,
    changes: own.filter(({ from }) => from !== "").sort((left, right) => dayOf(left.from) - dayOf(right.from)),
  };
}

/** The steps of a path between two changes, from the first on that would have made a difference in the run. */
function differing(
  path: readonly Step[],
  { value }: Setting,
  from: string,
  until: string,
  horizon: Horizon,
): readonly Step[] {
  if (value === null) return [];
  const [begins, ends] = [dayOf(from), until === "" ? Infinity : dayOf(until)];
  const between = path.filter(({ day }) => day > begins && day < ends && isInside(day, horizon));
  const first = between.findIndex((step) => step.value !== value);
  return first === -1 ? [] : between.slice(first);
}

function warningOf({ path, unit }: Leaf, found: readonly Dropping[]): Problem {
  const spans = found.map(({ from, until, setting: { value } }) => {
    const to = until === "" ? "to the end" : `until ${until}`;
    return `${valueText(value ?? "", unit)} from ${from} ${to}`;
  });
  const steps = found.flatMap((each) => each.steps);
  const dates = listed(steps.map(({ from, value }) => `${from} (${valueText(value, unit)})`));
  const [was, them] = steps.length === 1 ? ["step that was to come on", "it"] : ["steps that were to come on", "them"];
  const message = `stays ${listed(spans)}: the ${was} ${dates} ${steps.length === 1 ? "is" : "are"} dropped`;
  const isOfDefaults = steps.every(({ origin }) => origin.by === "default");
  const again = isOfDefaults ? `, or from ${steps[0].from} on ${DEFAULT}` : "";
  const suggestion = `to keep ${them}, set ${them} too${again}`;
  return { ...found[0].setting.at, kind: "warning", path, message, found: "", allowed: "", suggestion };
}
