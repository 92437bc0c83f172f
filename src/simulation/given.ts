/** What a run is given is looked at once, before anything is founded: a slip is named here, not met in some later week. */
import { daysFromIso } from "../kernel/index.ts";
import type { Leaf } from "../model/levers/index.ts";
import { nearestName } from "./scenario/nearest.ts";
import { REGISTRY } from "./scenario/registry.ts";
import type { ResolvedScenario } from "./scenario/resolved.ts";
import { isSeed } from "./scenario/seeds.ts";

/**
 * That it is a seed, and a scenario with a value of the right kind for every lever. Ranges are the business of `resolve`:
 * laws go beyond them on purpose.
 *
 * @throws TypeError where it is something else; RangeError where a number, a date or a name is none that can be run.
 */
export function checkGiven(scenario: ResolvedScenario, seed: string): void {
  if (typeof seed !== "string") throw new TypeError(`the seed must be a text such as "1", not ${shown(seed)}`);
  if (!isSeed(seed)) {
    const allowed = "1 to 64 letters, digits, dots, dashes or underscores, and no range: one run has one seed";
    throw new RangeError(`seed ${shown(seed)}: a seed is ${allowed}`);
  }
  const values: unknown = (scenario as ResolvedScenario | undefined)?.values;
  if (typeof values !== "object" || values === null) throw new TypeError(notResolved(scenario));
  const { start, weeks, burnInWeeks } = scenario;
  whole("weeks", weeks, 1);
  whole("burnInWeeks", burnInWeeks, 0);
  if (typeof start !== "string" || Number.isNaN(daysFromIso(start))) {
    throw new RangeError(`start of the scenario must be a date such as "2010-04-05", not ${shown(start)}`);
  }
  for (const leaf of REGISTRY.leaves) checkLeaf(leaf, scenario.values[leaf.path]);
  if (Object.keys(values).length === REGISTRY.leaves.length) return;
  const paths = REGISTRY.leaves.map(({ path }) => path);
  const unknown = Object.keys(values).find((path) => !paths.includes(path)) ?? "";
  const meant = nearestName(unknown, paths);
  throw new RangeError(
    `${unknown} in the scenario is not a lever${meant === undefined ? "" : `; did you mean ${meant}?`}`,
  );
}

/** What something is, as a message shows it. */
const shown = (value: unknown): string => {
  if (typeof value === "string") return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
  return typeof value === "object" && value !== null ? "an object" : String(value);
};

function notResolved(found: unknown): string {
  const isAnswer = typeof found === "object" && found !== null && "ok" in found;
  const instead = isAnswer ? "what resolve answers: give its `scenario`, once `ok` is true" : shown(found);
  return `a run takes a resolved scenario, as resolve or resolveOrThrow gives it, not ${instead}`;
}

function whole(key: string, value: unknown, least: number): void {
  if (Number.isSafeInteger(value) && Number(value) >= least) return;
  throw new RangeError(`${key} of the scenario must be a whole number from ${least}, not ${shown(value)}`);
}

/** That each value is one that the lever can have, and that dates come one after another. */
function checkLeaf(leaf: Leaf, steps: ResolvedScenario["values"][string] | undefined): void {
  if (!Array.isArray(steps) || steps.length === 0 || steps[0].from !== "") {
    throw new RangeError(`the scenario says nothing about ${leaf.path} from the very beginning`);
  }
  let last = -Infinity;
  for (const { from, value } of steps as ResolvedScenario["values"][string]) {
    const day = from === "" ? -Infinity : daysFromIso(from);
    if (Number.isNaN(day)) throw new RangeError(`${leaf.path}: ${shown(from)} is not a date such as 2016-04-01`);
    if (day < last || (from === "" && last !== -Infinity)) {
      throw new RangeError(`${leaf.path}: ${shown(from)} comes after a later date; dates must ascend`);
    }
    last = day;
    const allowed = allowedOf(leaf);
    if (!allowed.holds(value)) throw new TypeError(`${leaf.path} must be ${allowed.words}, not ${shown(value)}`);
  }
}

/** What a value must be, whatever its range: laws go beyond ranges. */
function allowedOf(leaf: Leaf): { readonly words: string; readonly holds: (value: unknown) => boolean } {
  if (leaf.type === "choice") {
    const words = `one of ${leaf.choices.map((each) => `"${each}"`).join(", ")}`;
    return { words, holds: (value) => leaf.choices.includes(String(value)) };
  }
  if (leaf.integer) return { words: "a whole number", holds: Number.isSafeInteger };
  return { words: "a number", holds: Number.isFinite };
}
